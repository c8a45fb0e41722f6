import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  anEnrollment,
  ask,
  bill,
  closeWorld,
  cover,
  enrollmentId,
  type LedgerWorld,
  ledgerWorld,
  pay,
} from '../coverage/ledger-world.js';
import type { ActorName } from '../support/actors.js';
import { aProgram, programId } from '../support/build/program.js';
import { regionId, regionKey } from '../support/build/region.js';

let world: LedgerWorld;
let program: string;
let ids: Readonly<Record<'paid' | 'young' | 'soon' | 'carded', string>>;

/** Four active people: three months paid, none paid, 65 in May, and one with a card. */
beforeAll(async () => {
  world = await ledgerWorld();
  const { app } = world;
  const budget = [2025, 2026].map((year) => ({ year, original: '900000000' }));
  program = await aProgram(app, { state: 'APPROVED', from: '2025-11', budget });
  const made: string[] = [];
  for (let index = 0; index < 4; index += 1)
    made.push(await anEnrollment(world, program, { enteredOn: '2025-11-01' }));
  const [paid = '', young = '', soon = '', carded = ''] = made;
  ids = { paid, young, soon, carded };
  await cover(world, program, [paid], { from: '2025-11', until: '2026-02' });
  await app.sql(
    `update beneficiary b set name = n.name, birth_date = n.birth_date from (values
       ($1::uuid, 'Wati Nelayan', date '1980-01-01'), ($2, 'Wawan Petani', date '1990-01-01'),
       ($3, 'Sukirman', date '1961-05-10'), ($4, 'Rohmat', date '1961-12-01')) n(id, name, birth_date)
     where b.id = (select e.beneficiary_id from enrollment e where e.id = n.id)`,
    [paid, young, soon, carded],
  );
  await app.sql("update enrollment set kpj = '12345678901', decree = 'Kepwal 460/2026' where id = $1", [
    carded,
  ]);
  await app.sql(
    'update beneficiary set address_region_id = $2 where id = (select e.beneficiary_id from enrollment e where e.id = $1)',
    [paid, regionKey('36.72.01.1001')],
  );
  await app.sql("update enrollment set cohort = 'Gelombang II' where id = any ($1::uuid[])", [[paid, young]]);
  await pay(world, await bill(world, program, ['2025-11-01', '2026-02-01']));
});
afterAll(() => closeWorld(world));

const enrollmentsText = `query ($filter: EnrollmentFilter) { enrollments(filter: $filter, first: 50) { nodes { id } } }`;
const beneficiariesText = `query ($filter: BeneficiaryFilter) { beneficiaries(filter: $filter, first: 50) {
  nodes { enrollments { nodes { id } } } } }`;

async function enrolled(filter: object, who: ActorName = 'operatorCilegon'): Promise<string[]> {
  const { data } = await ask(world, who, enrollmentsText, {
    filter: { programIds: [programId(program)], ...filter },
  });
  return data.enrollments.nodes.map(({ id }: { id: string }) => id).sort();
}

async function registered(filter: object, who: ActorName = 'operatorCilegon'): Promise<string[]> {
  const { data } = await ask(world, who, beneficiariesText, { filter });
  const nodes: { enrollments: { nodes: { id: string }[] } }[] = data.beneficiaries.nodes;
  return nodes.flatMap(({ enrollments }) => enrollments.nodes.map(({ id }) => id)).sort();
}

const named = (...names: (keyof typeof ids)[]) => names.map((name) => enrollmentId(ids[name])).sort();

it.each<[object, (keyof typeof ids)[]]>([
  [{ search: 'wati' }, ['paid']],
  [{ decree: '460/2026' }, ['carded']],
  [{ decree: '%' }, []],
  [{ addressRegionIds: [regionId('36.72.01')] }, ['paid']],
  [{ addressRegionIds: [regionId('36.72.01.1001'), regionId('36.04')] }, ['paid']],
  [{ addressRegionIds: [regionId('36.04')] }, []],
  [{ cohort: 'gelombang' }, ['paid', 'young']],
  [{ hasKpj: true }, ['carded']],
  [{ turning65WithinMonths: 3 }, ['soon']],
  [{ turning65WithinMonths: 12 }, ['soon', 'carded']],
  [{ turning65WithinMonths: -5 }, []],
  [{ continuity: ['BELOW_THREE'] }, ['young', 'soon', 'carded']],
  [{ coveredIn: '2026-02' }, ['paid']],
  [{ coveredIn: '2026-03' }, []],
])('enrollments are found by %j', async (filter, expected) => {
  expect(await enrolled(filter)).toEqual(named(...expected));
  expect(await enrolled(filter, 'operatorSerang')).toEqual([]);
});

it.each<[object, (keyof typeof ids)[]]>([
  [{ hasKpj: true }, ['carded']],
  [{ hasKpj: false }, ['paid', 'young', 'soon']],
  [{ isBelowThree: true }, ['young', 'soon', 'carded']],
  [{ isBelowThree: false }, ['paid']],
  [{ turns65WithinMonths: 6 }, ['soon']],
  [{ turns65WithinMonths: 2_000_000_000 }, ['paid', 'young', 'soon', 'carded']],
])('registrations are found by %j', async (filter, expected) => {
  expect(await registered(filter)).toEqual(named(...expected));
  expect(await registered(filter, 'operatorSerang')).toEqual([]);
});
