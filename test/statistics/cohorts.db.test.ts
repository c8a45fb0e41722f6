import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { StatisticsClock } from '../../server/statistics-clock.js';
import { anEnrollment, aPerson, asApp, uncover } from '../coverage/ledger-world.js';
import type { ActorName } from '../support/actors.js';
import { aProgram } from '../support/build/program.js';
import { eventually } from '../support/eventually.js';
import {
  bill,
  closeWorld,
  cover,
  type LedgerWorld,
  ledgerWorld,
  pay,
  refreshed,
  released,
  statistics,
} from './statistics-world.js';

let world: LedgerWorld;
let programs: string[];
let people: string[];
const enrollments = new Map<string, string>();
beforeAll(async () => {
  world = await ledgerWorld();
  const budget = [2025, 2026].map((year) => ({ year, original: '900000000' }));
  const second = await aProgram(world.app, {
    state: 'APPROVED',
    name: 'Kedua',
    from: '2025-01',
    until: '2026-12',
    budget,
  });
  programs = [world.cilegon, world.serang, second];
  people = [];
  for (let index = 0; index < 6; index += 1) people.push(await aPerson(world));
});
afterAll(() => closeWorld(world));

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const place = fc.record({ person: fc.nat(5), program: fc.nat(2), from: fc.nat(5), length: fc.nat(3) });
const change = fc.oneof(
  { weight: 5, arbitrary: place.map((at) => ({ kind: 'COVER' as const, ...at })) },
  { weight: 2, arbitrary: place.map((at) => ({ kind: 'UNCOVER' as const, ...at })) },
  { weight: 2, arbitrary: place.map((at) => ({ kind: 'BILL' as const, ...at })) },
  { weight: 1, arbitrary: place.map((at) => ({ kind: 'DESCRIBE' as const, ...at })) },
  { weight: 1, arbitrary: place.map((at) => ({ kind: 'CATEGORISE' as const, ...at })) },
  { weight: 1, arbitrary: place.map((at) => ({ kind: 'FUND' as const, ...at })) },
  { weight: 2, arbitrary: place.map((at) => ({ kind: 'REFRESH' as const, ...at })) },
  { weight: 1, arbitrary: place.map((at) => ({ kind: 'RELEASE' as const, ...at })) },
  { weight: 1, arbitrary: place.map((at) => ({ kind: 'FORGET' as const, ...at })) },
);
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

const groupings = [
  [],
  ['REGION', 'CATEGORY', 'MONTH'],
  ['PROGRAM', 'SEX', 'DECILE'],
  ['PROVINCE', 'YEAR', 'FUNDING_SOURCE', 'OFFICE'],
];
const filters = [
  {},
  { from: '2026-02', until: '2026-03' },
  { sexes: ['FEMALE'], from: '2025-01', until: '2026-12' },
];

test('the sums kept beside the ledger are the ledger, whatever happens and whenever they were brought to it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      for (const one of changes) {
        await apply(one);
        // an answer in between is corrected once more by what comes
        for (const who of ['admin', 'operatorCilegon'] as const)
          await expectTheLedger({ groupBy: groupings[one.length] ?? [], filter: {} }, who);
      }
      for (const groupBy of groupings)
        for (const filter of filters) await expectTheLedger({ groupBy, filter });
      const asked = await standing();
      await keptAnew();
      expect(await standing()).toEqual(asked);
      // continuity of every single person, as the ledger has it
      const slow = await world.app.sql(
        `select p.person_id, p.current_run, coalesce(p.unpaid_months > 3, false) as is_lapsed
         from app.paid_continuity(array(select distinct e.person_id from enrollment e where e.state in ('ACTIVE', 'ENDED')), '2026-02-01') p order by 1`,
      );
      expect(asked[1]).toMatchObject(slow);
    }),
    { numRuns: 12, seed: 20_260_211 },
  );

  // the test of the test: something was counted, from cohorts and from the ledger both
  const { totals } = await statistics(world, 'admin');
  const [{ cohorts }] = await world.app.sql('select count(*)::integer as cohorts from statistics_cohort');
  expect(totals.personMonths).toBeGreaterThan(10);
  expect(cohorts).toBeGreaterThan(2);
});

test('what the program looks at for itself is called off when it stops, and leaves nothing running', async () => {
  const warnings: unknown[] = [];
  const log = { info: () => undefined, warn: (...words: unknown[]) => warnings.push(words) };
  const clock = new StatisticsClock({ pool: world.login, clock: world.app.unitOfWork.clock, log });
  const holder = new pg.Client(world.app.database.ownerUrl);
  await holder.connect();
  try {
    await holder.query('begin; lock table statistics_cohort, statistics_release in access exclusive mode');
    clock.start();
    await eventually(async () => expect(await waiting()).toEqual([{ waiting: 1 }]));
    await clock.stop();

    expect(await waiting()).toEqual([{ waiting: 0 }]);
    expect(warnings).toEqual([]);
  } finally {
    await holder.end();
  }
});

const waiting = (): Promise<unknown[]> =>
  world.app.sql(
    `select count(*)::integer as waiting from pg_locks l join pg_database d on d.oid = l.database
     where d.datname = current_database() and not l.granted`,
  );

async function expectTheLedger(
  question: { groupBy: string[]; filter: object },
  who: ActorName = 'admin',
): Promise<void> {
  const kept = await statistics(world, who, question);
  const live = await statistics(world, who, { ...question, live: true });

  expect({ ...kept, asOf: null }).toEqual({ ...live, asOf: null });
}

/** What is reckoned from kept sums beside coverage: of whoever changed from the ledger, of the others as kept. */
async function standing(): Promise<unknown[]> {
  const asAdmin = (text: string) => asApp(world, 'admin', text);
  const regions = 'array(select app.person_regions())';
  return [
    await asAdmin(
      'select program_id, age, persons, person_months, rupiah from app.arrears(null, null, app.today()) order by 1, 2',
    ),
    await asAdmin(
      "select * from app.continuity_facts(null, null, date_trunc('month', app.today())::date) order by 1",
    ),
    await asAdmin(`select * from app.data_quality(${regions}, null) order by 1`),
  ];
}

/** Nobody is left who has to be read from the ledger. */
async function keptAnew(): Promise<void> {
  await refreshed(world);
  await asApp(world, 'admin', 'select app.keep_quality()');
}

async function enrollmentOf(person: string, program: string): Promise<string> {
  const key = `${person} ${program}`;
  const known = enrollments.get(key) ?? (await anEnrollment(world, program, { person }));
  enrollments.set(key, known);
  return known;
}

async function apply({ kind, ...at }: Change): Promise<void> {
  const person = people[at.person] ?? '';
  const program = programs[at.program] ?? '';
  const span = { from: months[at.from] ?? '', until: months[Math.min(5, at.from + at.length)] ?? '' };
  if (kind === 'COVER')
    await cover(world, program, [await enrollmentOf(person, program)], { ...span, partial: true });
  if (kind === 'UNCOVER') await uncover(world, [await enrollmentOf(person, program)], span);
  if (kind === 'BILL') await billed(program, span);
  if (kind === 'DESCRIBE')
    await world.app.sql(
      `update beneficiary set sex = case when sex = 'MALE' then 'FEMALE' else 'MALE' end, decile = $2, decile_source = 'DTSEN', decile_on = '2026-01-01'
       where person_id = $1`,
      [person, at.length + 1],
    );
  if (kind === 'CATEGORISE')
    await world.app.sql('update enrollment set category_id = $2 where person_id = $1', [
      person,
      at.length % 2 ? world.ojol : world.fisher,
    ]);
  if (kind === 'FUND')
    await world.app.sql(
      'update budget_line set original_rupiah = original_rupiah + $2 where program_id = $1',
      [program, at.length],
    );
  if (kind === 'REFRESH') await refreshed(world);
  if (kind === 'RELEASE') await released(world);
  if (kind === 'FORGET') await forgotten();
}

/** All notes and moves but the last ones are old, and go. */
async function forgotten(): Promise<void> {
  await world.app.sql("update statistics_move set made_at = now() - interval '1 hour'");
  await world.app.sql("update statistics_change set made_at = now() - interval '1 hour'");
  await asApp(world, 'admin', 'select app.forget_statistics_changes()');
}

/** Bills what there is to bill; every second bill is paid, every third cancelled. */
async function billed(
  program: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<void> {
  const [{ waiting }] = await world.app.sql(
    `select count(*)::integer as waiting from coverage where program_id = $1 and bill_id is null and months && daterange($2::date, ($3::date + interval '1 month')::date)`,
    [program, `${from}-01`, `${until}-01`],
  );
  if (waiting === 0) return;
  const [{ after }] = await world.app.sql(`select ($1::date + interval '1 month')::date::text as after`, [
    `${until}-01`,
  ]);
  const id = await bill(world, program, [`${from}-01`, after]);
  if (waiting % 2 === 1) await pay(world, id);
  else await asApp(world, 'admin', 'select app.cancel_bill($1)', [id]);
}
