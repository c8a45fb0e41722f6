import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  anEnrollment,
  aPerson,
  asApp,
  closeWorld,
  cover,
  type LedgerWorld,
  ledgerWorld,
  uncover,
} from './ledger-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld();
});
afterAll(() => closeWorld(world));

const month = fc.integer({ min: 1, max: 12 });
const step = fc.record({
  kind: fc.constantFrom('cover', 'cover', 'cover', 'uncover', 'bill'),
  payer: fc.constantFrom('cilegon', 'serang'),
  people: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
  span: fc.tuple(month, month).map(([one, two]) => [Math.min(one, two), Math.max(one, two)] as const),
  partial: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const text = (number: number) => `2026-${String(number).padStart(2, '0')}`;

/** Five people whom both payers have enrolled. */
async function bothPayers(): Promise<Readonly<Record<'cilegon' | 'serang', string[]>>> {
  const ids: Record<'cilegon' | 'serang', string[]> = { cilegon: [], serang: [] };
  for (let index = 0; index < 5; index += 1) {
    const person = await aPerson(world);
    ids.cilegon.push(await anEnrollment(world, world.cilegon, { person }));
    ids.serang.push(await anEnrollment(world, world.serang, { person }));
  }
  return ids;
}

async function run(
  { kind, payer, people, span, partial }: Step,
  ids: Readonly<Record<'cilegon' | 'serang', string[]>>,
) {
  const enrollments = people.map((index) => ids[payer][index] ?? '');
  const months = { from: text(span[0]), until: text(span[1]) };
  if (kind === 'cover') return cover(world, world[payer], enrollments, { ...months, partial });
  if (kind === 'uncover') return uncover(world, enrollments, months);
  return asApp(
    world,
    'admin',
    `select app.issue_bill(gen_random_uuid(), $1, (select o.id from office o limit 1), daterange($2::date, ($3::date + interval '1 month')::date), null, '2026-02-01', '2026-02-28')`,
    [world[payer], `${months.from}-01`, `${months.until}-01`],
  ).catch((error: { constraint?: string }) => {
    if (error.constraint !== 'bill_empty') throw error;
    return [];
  });
}

test('whatever eight writers do at the same time, no month of a person counts twice, and every bill equals its months', async () => {
  await world.app.sql(
    "insert into office (id, level, name) values (gen_random_uuid(), 'HEAD_OFFICE', 'Pusat')",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const ids = await bothPayers();
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (const [index, one] of steps.entries()) if (index % 8 === writer) await run(one, ids);
      });

      await Promise.all(writers);

      const twice = await world.app.sql(
        `select from coverage c cross join lateral generate_series(lower(c.months), upper(c.months) - 1, interval '1 month') m
         where c.credit_note_id is null group by c.person_id, m having count(*) > 1`,
      );
      const unequal = await world.app.sql(
        `select b.id from bill b left join coverage c on c.bill_id = b.id group by b.id
         having b.person_months is distinct from sum(app.month_count(c.months))
           or b.heads is distinct from count(distinct c.person_id)
           or b.total_rupiah is distinct from sum(app.month_count(c.months) * (c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah))`,
      );
      expect(twice).toEqual([]);
      expect(unequal).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test('what is answered is what is in the ledger, and cases hold what was refused', async () => {
  const ids = await bothPayers();
  const [one, two] = await Promise.all([
    cover(world, world.cilegon, ids.cilegon, { until: '2026-08', partial: true }),
    cover(world, world.serang, ids.serang, { from: '2026-05', partial: true }),
  ]);

  const sum = (rows: Record<string, unknown>[], column: string) =>
    rows.reduce((total, row) => total + Number(row[column]), 0);
  const [ledger] = await world.app.sql(
    `select sum(app.month_count(c.months))::integer as months, sum(app.month_count(c.months) * (c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah))::integer as rupiah
     from coverage c where c.enrollment_id = any ($1::uuid[])`,
    [[...ids.cilegon, ...ids.serang]],
  );
  const [cases] = await world.app.sql(
    'select sum(app.month_count(c.months))::integer as months, sum(c.saved_rupiah)::integer as rupiah from coverage_case c where c.enrollment_id = any ($1::uuid[])',
    [[...ids.cilegon, ...ids.serang]],
  );
  expect(ledger).toEqual({ months: 5 * 12, rupiah: 5 * 12 * 16_800 });
  expect(sum([...one, ...two], 'added_months')).toBe(60);
  expect(sum([...one, ...two], 'refused_months')).toBe(20);
  expect(cases).toEqual({ months: 20, rupiah: 20 * 16_800 });
});
