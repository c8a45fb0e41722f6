import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { programId } from '../support/build/program.js';
import { regionId } from '../support/build/region.js';
import {
  bill,
  closeWorld,
  cover,
  type LedgerWorld,
  ledgerWorld,
  pay,
  plant,
  refreshed,
  released,
  statistics,
} from './statistics-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await ledgerWorld();
  const { cilegon, serang, fisher, ojol } = world;
  for (const category of [fisher, ojol])
    await world.app.sql(
      'insert into program_category (id, program_id, category_id) values (gen_random_uuid(), $1, $2)',
      [cilegon, category],
    );
  const women = await plant(world, { program: cilegon, people: 30, sex: 'FEMALE', decile: 1 });
  const men = await plant(world, { program: cilegon, people: 12, category: ojol, sex: 'MALE', decile: 3 });
  const few = await plant(world, { program: cilegon, people: 3, category: ojol, sex: 'FEMALE', decile: 9 });
  const others = await plant(world, { program: serang, people: 25, sex: 'MALE', decile: 2 });
  await cover(world, cilegon, women, { from: '2026-01', until: '2026-03' });
  await cover(world, cilegon, [...men, ...few], { from: '2026-02', until: '2026-03' });
  await cover(world, serang, others, { from: '2026-01', until: '2026-01' });
  await pay(world, await bill(world, cilegon, ['2026-01-01', '2026-02-01']));
  await released(world);
});
afterAll(() => closeWorld(world));

const short = (
  rows: readonly { persons: number | null; suppressed: boolean }[],
  key: (row: never) => unknown,
) => rows.map((row) => [key(row as never), row.persons, row.suppressed]);

describe('those who may see the people', () => {
  test('get exact figures, of every program together and by what they ask', async () => {
    const answer = await statistics(world, 'coordinatorBanten', {
      groupBy: ['REGION', 'CATEGORY'],
      filter: { regionIds: [regionId('36')] },
    });

    expect(answer).toMatchObject({ from: '2026-01', until: '2026-12', leastPersons: null });
    expect(answer.totals).toEqual({
      persons: 70,
      personMonths: 145,
      contributionRupiah: '2436000',
      paidRupiah: '504000',
      budgetRupiah: '1800000000',
      absorption: '0.0003',
      claims: null,
      claimsRupiah: null,
      benefitRatio: null,
      suppressed: false,
    });
    expect(
      answer.rows.map(
        (row: {
          region: { code: string };
          category: { code: string };
          persons: number;
          personMonths: number;
        }) => [row.region.code, row.category.code, row.persons, row.personMonths],
      ),
    ).toEqual([
      ['36.04', 'NELAYAN', 25, 25],
      ['36.72', 'NELAYAN', 30, 90],
      ['36.72', 'OJOL', 15, 30],
    ]);
  });

  test('get the same figures from the ledger itself', async () => {
    for (const groupBy of [
      [],
      ['MONTH'],
      ['PROGRAM', 'SEX', 'DECILE'],
      ['YEAR', 'FUNDING_SOURCE', 'OFFICE', 'PROVINCE'],
    ]) {
      const kept = await statistics(world, 'coordinatorBanten', { groupBy });
      const live = await statistics(world, 'coordinatorBanten', { groupBy, live: true });

      expect({ ...live, asOf: null }).toEqual({ ...kept, asOf: null });
    }
  });

  test('get exact figures of their own region and groups of the others', async () => {
    const { rows, leastPersons } = await statistics(world, 'operatorCilegon', { groupBy: ['REGION', 'SEX'] });

    expect(leastPersons).toBe(10);
    expect(
      short(rows, (row: { region: { code: string }; sex: string }) => `${row.region.code} ${row.sex}`),
    ).toEqual([
      ['36.04 MALE', 25, false],
      ['36.72 FEMALE', 33, false],
      ['36.72 MALE', 12, false],
    ]);
  });
});

describe('those who may not', () => {
  test('are told of no group below the limit, and that something is left out', async () => {
    const anonymous = await statistics(world, null, { groupBy: ['REGION', 'CATEGORY'] });

    expect(anonymous.leastPersons).toBe(10);
    expect(
      short(
        anonymous.rows,
        (row: { region: { code: string }; category: { code: string } | null }) =>
          `${row.region.code} ${row.category?.code}`,
      ),
    ).toEqual([
      ['36.04 NELAYAN', 25, false],
      ['36.72 NELAYAN', 30, false],
      ['36.72 OJOL', 15, false],
    ]);
    const bySex = await statistics(world, 'analystBanten', {
      groupBy: ['CATEGORY', 'SEX'],
      filter: { regionIds: [regionId('36.72')] },
    });
    expect(
      short(
        bySex.rows,
        (row: { category: { code: string }; sex: string }) => `${row.category.code} ${row.sex}`,
      ),
    ).toEqual([
      ['NELAYAN FEMALE', 30, false],
      ['OJOL MALE', 7, false],
      ['OJOL null', 8, true],
    ]);
  });
});

test.each([false, true])(
  'a page ends after so many rows, and the next goes on, from the ledger itself: %s',
  async (live) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const question = { groupBy: ['MONTH', 'SEX'], first: 2, after, live };
      const page = await statistics(world, 'coordinatorBanten', question);
      seen.push(...page.rows.map((row: { month: string; sex: string }) => `${row.month} ${row.sex}`));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);

    expect(seen).toEqual([
      '2026-01 FEMALE',
      '2026-01 MALE',
      '2026-02 FEMALE',
      '2026-02 MALE',
      '2026-03 FEMALE',
      '2026-03 MALE',
    ]);
  },
);

test('what changes is counted at once by those who may see it', async () => {
  const more = await plant(world, { program: world.serang, people: 2, sex: 'FEMALE', decile: 4 });
  await cover(world, world.serang, more, { from: '2026-01', until: '2026-02' });
  const filter = { programIds: [programId(world.serang)] };

  const before = await statistics(world, 'coordinatorBanten', { filter });
  await refreshed(world);
  const after = await statistics(world, 'coordinatorBanten', { filter });

  expect(before.totals).toMatchObject({ persons: 27, personMonths: 29 });
  expect(after.totals).toEqual(before.totals);
});

test('more than sixty months, or none, are refused in words that name the arguments', async () => {
  const asked = (from: string, until: string) =>
    statistics(world, 'coordinatorBanten', { filter: { from, until } });

  expect(await asked('2021-02', '2026-01')).toMatchObject({ from: '2021-02', until: '2026-01' });
  await expect(asked('2021-01', '2026-01')).rejects.toThrow(
    'Rentang 61 bulan; paling banyak 60. Persempit `from` dan `until`.',
  );
  await expect(asked('2026-02', '2026-01')).rejects.toThrow(
    '`from` (2026-02) sesudah `until` (2026-01). Tukar keduanya.',
  );
});

test('an answer is kept until something changes that it stands on, and corrected by the people who changed', async () => {
  const question = { groupBy: ['REGION'], filter: { from: '2026-01', until: '2026-05' } };
  const asked = () => statistics(world, 'coordinatorBanten', question);
  const first = await world.app.statements(asked);
  const second = await world.app.statements(asked);
  await world.app.sql('update program set quota = 99 where id = $1', [world.serang]);
  const third = await world.app.statements(asked);
  const other = await world.app.statements(() => statistics(world, 'operatorCilegon', question));
  const more = await plant(world, { program: world.serang, people: 1, sex: 'FEMALE', decile: 4 });
  await cover(world, world.serang, more, { from: '2026-04', until: '2026-04' });
  const fourth = await world.app.statements(asked);
  await refreshed(world);
  const fifth = await world.app.statements(asked);

  const counts = [first, second, third, other, fourth, fifth].map(({ length }) => length);
  // versions; what changed since; before that sums of people and facts, behind it names
  expect(counts).toEqual([5, 1, 3, 5, 2, 2]);
});

test('an office is told by the name that it has now', async () => {
  const names = async () => {
    const { rows } = await statistics(world, 'coordinatorBanten', { groupBy: ['OFFICE'] });
    return rows.map(({ office }: { office: { name: string } | null }) => office?.name);
  };
  const before = await names();
  await world.app.sql("update office set name = 'Zamrud'");
  const after = await names();

  expect(before).toEqual([expect.any(String), undefined]);
  expect(after).toEqual([expect.stringContaining('Zamrud'), undefined]);
});
