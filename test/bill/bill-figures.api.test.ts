import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { everybody } from '../source/reporting-world.js';
import { aProgram } from '../support/build/program.js';
import { regionId, regionKey } from '../support/build/region.js';
import { type BillWorld, billWorld } from './bill-world.js';

let world: BillWorld;

// ten enrollments of Cilegon in January 2026: every reason occurs
beforeAll(async () => {
  world = await billWorld();
  const people = await world.enroll(10);
  const [waiting, uncovered, elsewhere, credited, unbilled, unpaid] = people;
  await world.app.sql(`alter table enrollment disable trigger user`);
  await world.app.sql(`update enrollment set state = 'APPROVED' where id = $1`, [waiting]);
  await world.app.sql(`alter table enrollment enable trigger user`);
  await coverElsewhere(elsewhere ?? '');
  await world.runAs('admin', `select * from app.cover($1, $2, '2026-01-01', '2026-01-01', null, false)`, [
    world.program,
    [elsewhere],
  ]);
  const covered = people.filter((id) => ![waiting, uncovered, elsewhere].includes(id));
  await world.cover(
    covered.filter((id) => id !== unbilled && id !== unpaid),
    '2026-01',
    '2026-01',
  );
  await bill('B1');
  await world.runAs(
    'operatorCilegon',
    `update bill set state = 'PAID', paid_on = '2026-02-11', disbursement_number = 'SP2D/1'`,
  );
  await world.runAs(
    'operatorCilegon',
    `select app.credit_bill($1, (select id from bill), $2::uuid[], '[2026-01-01,2026-02-01)', 'Uji', '2026-02-11')`,
    [newId(), [credited]],
  );
  await world.cover([unpaid ?? ''], '2025-10', '2026-01');
  await bill('B2');
  await world.cover([unbilled ?? ''], '2026-01', '2026-04');
});
afterAll(() => world.close());

async function bill(code: string): Promise<void> {
  await world.runAs(
    'operatorCilegon',
    `select app.issue_bill($1, $2, $3, '[2025-01-01,2026-02-01)', $4, '2026-02-11', '2026-02-28')`,
    [newId(), world.program, world.office, code],
  );
}

/** The same person, registered by Kabupaten Serang too, which covers January first. */
async function coverElsewhere(enrollment: string): Promise<void> {
  const program = await aProgram(world.app, {
    region: '36.04',
    name: 'Serang Terlindungi',
    state: 'APPROVED',
    budget: [{ year: 2026, original: '1000000' }],
  });
  const [made] = await world.app.sql(
    `with registered as (
       insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name)
       select gen_random_uuid(), $1, e.person_id, 'x', 1, '99••••••••••0001', 'Peserta Uji' from enrollment e where e.id = $2 returning id)
     select id from registered`,
    [regionKey('36.04'), enrollment],
  );
  const [other] = await world.app.sql(
    `insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, state, entered_on)
     select gen_random_uuid(), $1, $2, e.person_id, e.region_id, e.category_id, 'ACTIVE', '2026-01-01' from enrollment e where e.id = $3 returning id`,
    [program, made.id, enrollment],
  );
  await world.cover([other.id], '2026-01', '2026-01', program);
}

const reconcile = `query ($id: ID!, $month: Month!) { reconciliation(programId: $id, month: $month) { month
  steps { step heads rupiah headsDifference rupiahDifference } reasons { reason leadsTo heads rupiah message } } }`;
const arrears = `query ($filter: ArrearsFilter) { arrears(filter: $filter) { program { name } region { code } age persons personMonths rupiah isSuppressed } }`;

describe('reconciliation', () => {
  it('shows where a month’s money stands, and why', async () => {
    const variables = { id: publicId('program', world.program), month: '2026-01' };

    const { data, statements } = await world.ask('operatorCilegon', reconcile, variables);

    expect(statements).toBe(1);
    expect(data.reconciliation.month).toBe('2026-01');
    expect(data.reconciliation.steps).toEqual([
      { step: 'APPROVED', heads: 10, rupiah: '168000', headsDifference: null, rupiahDifference: null },
      { step: 'ACTIVE', heads: 9, rupiah: '151200', headsDifference: -1, rupiahDifference: '-16800' },
      { step: 'COVERED', heads: 6, rupiah: '100800', headsDifference: -3, rupiahDifference: '-50400' },
      { step: 'BILLED', heads: 5, rupiah: '84000', headsDifference: -1, rupiahDifference: '-16800' },
      { step: 'PAID', heads: 4, rupiah: '67200', headsDifference: -1, rupiahDifference: '-16800' },
    ]);
    const one = { heads: 1, rupiah: '16800' };
    expect(data.reconciliation.reasons).toMatchObject([
      { reason: 'WAITING_FOR_ACTIVATION', leadsTo: 'ACTIVE', ...one },
      { reason: 'COVERED_BY_ANOTHER_PAYER', leadsTo: 'COVERED', ...one },
      { reason: 'CREDITED', leadsTo: 'COVERED', ...one },
      { reason: 'NOT_COVERED', leadsTo: 'COVERED', ...one },
      { reason: 'NOT_BILLED', leadsTo: 'BILLED', ...one, message: 'Dilindungi, tetapi belum ditagih.' },
      { reason: 'BILL_NOT_PAID', leadsTo: 'PAID', ...one },
    ]);
  });

  it.each(everybody)('is for those who may see the people of the program: %s', async (name) => {
    const variables = { id: publicId('program', world.program), month: '2026-01' };

    const { data, errors } = await world.ask(name, reconcile, variables);

    const isElsewhere = ['operatorSerang', 'operatorBekasi', 'analystBanten'].includes(name);
    expect(errors).toEqual(name === 'anonymous' ? ['UNAUTHENTICATED'] : []);
    expect(data?.reconciliation?.steps?.length ?? null).toBe(name === 'anonymous' || isElsewhere ? null : 5);
  });
});

// whoever changed since is read from the ledger, everybody else from the cohorts
describe.each(['ledger', 'cohorts'])('arrears, from the %s', (source) => {
  beforeAll(async () => {
    if (source === 'cohorts') await world.app.sql('select app.refresh_statistics(100000)');
    const [{ waiting }] = await world.app.sql('select count(*)::integer as waiting from statistics_stale');
    expect(waiting > 0).toBe(source === 'ledger');
  });

  it('count persons by their longest run of unpaid months that have ended', async () => {
    const { data } = await world.ask('coordinatorBanten', arrears, {
      filter: { programIds: [publicId('program', world.program)] },
    });

    const of = { program: { name: 'Gemet Sekul' }, region: { code: '36.72' }, isSuppressed: false };
    expect(data.arrears).toEqual([
      { ...of, age: 'ONE_MONTH', persons: 1, personMonths: 1, rupiah: '16800' },
      { ...of, age: 'MORE_THAN_THREE_MONTHS', persons: 1, personMonths: 4, rupiah: '67200' },
    ]);
  });

  it.each([
    ['2026-01-31', [['THREE_MONTHS', 1]]],
    ['2025-12-31', [['TWO_MONTHS', 1]]],
    ['2025-11-01', [['ONE_MONTH', 1]]],
    ['2025-10-31', []],
    [
      '2026-03-01',
      [
        ['TWO_MONTHS', 1],
        ['MORE_THAN_THREE_MONTHS', 1],
      ],
    ],
  ])('age with the day: %s', async (asOf, expected) => {
    const { data } = await world.ask('operatorCilegon', arrears, { filter: { asOf } });

    expect(data.arrears.map(({ age, persons }: { age: string; persons: number }) => [age, persons])).toEqual(
      expected,
    );
  });

  it('withhold fewer than five persons from those who may not see people, and say so', async () => {
    const { data } = await world.ask('analystBanten', arrears, {
      filter: { regionIds: [regionId('36.72')] },
    });

    // every age, so that not even which of them occur is told
    const untold = { persons: null, personMonths: null, rupiah: null, isSuppressed: true };
    expect(data.arrears).toMatchObject([
      { age: 'ONE_MONTH', ...untold },
      { age: 'TWO_MONTHS', ...untold },
      { age: 'THREE_MONTHS', ...untold },
      { age: 'MORE_THAN_THREE_MONTHS', ...untold },
    ]);
  });

  it.each([
    ['anonymous', {}, null],
    ['operatorBekasi', {}, []],
    ['operatorCilegon', { programIds: [] }, []],
    ['operatorCilegon', { regionIds: [regionId('36.04')] }, []],
  ] as const)('of %s with %j are %j', async (name, filter, expected) => {
    const { data } = await world.ask(name, arrears, { filter });

    expect(data?.arrears ?? null).toEqual(expected);
  });
});
