import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { asApp, bill, cover, type LedgerWorld, pay, uncover } from '../coverage/ledger-world.js';
import { leftOver, type Release } from '../statistics/area-attacker.js';
import { changedLittle, isolated, type Known } from '../statistics/attacker.js';
import { askBySql } from '../statistics/sql-attacker.js';
import { statistics } from '../statistics/statistics-world.js';
import { aProgram } from '../support/build/program.js';
import { regionId, regionKey } from '../support/build/region.js';
import { closeWorld, directLogin, type Group, plant, refresh, sqlWorld } from './sql-world.js';

let world: LedgerWorld;
let analyst: pg.Client;
beforeAll(async () => {
  world = await sqlWorld();
  analyst = await directLogin(world, 'analystBanten');
});
afterAll(async () => {
  await analyst.end();
  await closeWorld(world);
});

const answer = async (text: string, values: readonly unknown[] = []) =>
  (await analyst.query(text, [...values])).rows;

const group = fc.record({
  people: fc.integer({ min: 1, max: 9 }),
  isDriver: fc.boolean(),
  state: fc.constantFrom('ACTIVE', 'PROPOSED', 'ENDED'),
  sex: fc.constantFrom('FEMALE', 'MALE', null),
  birthDate: fc.constantFrom('1955-01-01', '1980-01-01', '2001-01-01', null),
  decile: fc.constantFrom(1, 4, 8, null),
});

/** A bill of three months for 26 people, one of whom may be a driver at half the rate, or begin with the last month. */
async function aBill(difference: 'NONE' | 'RATE' | 'LATE') {
  const { app, ojol } = world;
  const budget = [{ year: 2026, source: 'CSR', original: '9000000' }];
  const program = await aProgram(app, {
    state: 'APPROVED',
    region: '36.73',
    name: `Beda ${difference}`,
    budget,
  });
  const people = await plant(world, { program, people: 25 });
  const [other = ''] = await plant(world, {
    program,
    people: 1,
    ...(difference === 'RATE' && { category: ojol }),
  });
  await cover(world, program, people, { from: '2026-01', until: '2026-03' });
  await cover(world, program, [other], {
    from: difference === 'LATE' ? '2026-03' : '2026-01',
    until: '2026-03',
  });
  return { people, bill: await bill(world, program, ['2026-01-01', '2026-04-01']) };
}

/** A bill as an analyst is told of it, by both doors. */
async function toldOf(id: string): Promise<unknown[]> {
  const query =
    'query ($id: ID!) { bill(id: $id) { heads personMonths jkkRupiah jkmRupiah jhtRupiah totalRupiah } }';
  const { data } = await world.app.graphql(world.tokens.analystBanten, query, { id: publicId('bill', id) });
  const rows = await answer(
    'select heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, total_rupiah, is_suppressed from analytics.bills where bill_id = $1',
    [id],
  );
  return [data.bill, ...rows].map((row) => Object.values(row));
}

describe('what analysts are told of people', () => {
  test('hides three women of sixty among the drivers, and with them as many men, not the others', async () => {
    const counts = await answer(
      `select category_code, sex, age_band, decile_band, persons from analytics.people_counts
       where program_id = $1 order by persons desc, sex`,
      [world.cilegon],
    );

    expect(counts).toEqual([
      { category_code: 'NELAYAN', sex: 'FEMALE', age_band: '40-49', decile_band: '1-2', persons: 30 },
      // of twelve men five stand beside the three women: told apart, the women would be fifteen less twelve
      { category_code: 'OJOL', sex: null, age_band: null, decile_band: null, persons: 8 },
      { category_code: 'OJOL', sex: 'MALE', age_band: '50-59', decile_band: '3-4', persons: 7 },
    ]);
  });

  test('leaves a program of four people unnamed until others wait with them', async () => {
    const small = await aProgram(world.app, { state: 'APPROVED', name: 'Empat orang' });
    await plant(world, { program: small, people: 4, sex: 'MALE' });
    await refresh(world);
    const whole = 'select sum(persons)::integer as persons from analytics.people_counts';
    expect(await answer(`${whole} where program_id = $1`, [small])).toEqual([{ persons: null }]);
    expect(await answer(whole)).toEqual([{ persons: 70 }]);

    await plant(world, { program: world.cilegon, people: 3, sex: 'MALE' });
    await refresh(world);

    expect(await answer(`${whole} where program_id is null`)).toEqual([{ persons: 7 }]);
  });

  test('of months: sums are exact to the rupiah', async () => {
    const months = await answer(
      `select month::text, payment_state, persons::integer, contribution_rupiah from analytics.program_months
       where program_id = $1 order by 1`,
      [world.cilegon],
    );

    expect(months).toEqual([
      { month: '2026-01-01', payment_state: 'PAID', persons: 30, contribution_rupiah: '504000' },
      { month: '2026-02-01', payment_state: 'NOT_BILLED', persons: 30, contribution_rupiah: '504000' },
    ]);
  });

  test('of moves: those whose month has begun, so nobody has left who is covered until then', async () => {
    const moves = () =>
      answer(
        `select move, month::text, persons::integer from analytics.program_moves where program_id = $1 order by 1`,
        [world.cilegon],
      );
    const now = await moves();
    await analyst.query("set app.today = '2026-03-01'");
    const later = await moves();
    await analyst.query('reset app.today');

    expect(now).toEqual([{ move: 'ENTERED', month: '2026-01-01', persons: 30 }]);
    expect(later).toEqual([...now, { move: 'LEFT', month: '2026-03-01', persons: 30 }]);
  });

  test('isolates nobody, however people are spread and whatever happens from day to day', async () => {
    const { app, fisher, ojol } = world;
    const days: Known[] = [await askBySql(analyst)];

    await fc.assert(
      fc.asyncProperty(
        fc.array(group, { minLength: 1, maxLength: 25 }),
        fc.nat(12),
        async (groups: (Omit<Group, 'program'> & { isDriver: boolean })[], moved) => {
          const program = await aProgram(app, { state: 'APPROVED', name: `Acak ${days.length}` });
          for (const { isDriver, ...one } of groups)
            await plant(world, { ...one, program, category: isDriver ? ojol : fisher });
          await app.sql(
            `update enrollment set kpj = lpad((row_number)::text, 11, '0') from (
               select e.id, row_number() over () + $1 as row_number from enrollment e where e.kpj is null and e.state <> 'ENDED' order by md5(e.id::text) limit $2) n
             where n.id = enrollment.id`,
            [days.length * 100, moved],
          );
          await refresh(world);
          const known = await askBySql(analyst);
          expect(isolated(known, 5)).toEqual([]);
          expect(changedLittle(days.at(-1) ?? new Map(), known, 5)).toEqual([]);
          days.push(known);
        },
      ),
      { numRuns: 15, seed: 20260211 },
    );

    expect(days.at(-1)?.size).toBeGreaterThan(days[0]?.size ?? 0);
  });

  test('of an area: whole tens at a place of its own, from month to month and day to day changed only by five and more', async () => {
    const { app, cilegon } = world;
    const district = newId();
    await app.sql(
      `insert into region (id, code, name, level, parent_id) values ($1, '36.72.02', 'Citangkil', 'DISTRICT', $2)`,
      [district, regionKey('36.72')],
    );
    const shifts = await app.sql(
      `select a.code, app.area_shift($1, a.id) as shift from region a where a.code in ('36.72.01', '36.72.01.1001', '36.72.02') order by 1`,
      [cilegon],
    );
    /** So many, as the one district, its village, and the other district are told. */
    const [one, village, other] = shifts.map(({ shift }) => (count: number) => {
      const told = Math.floor(Math.max(count - shift, 0) / 10) * 10;
      return told === 0 ? null : told;
    });
    const enrolled = await plant(world, { program: cilegon, people: 29, sex: 'FEMALE' });
    await cover(world, cilegon, enrolled, { from: '2026-03' });
    /** So many live in the other district. */
    const spread = (count: number) =>
      app.sql(
        `update beneficiary b set address_region_id = case when e.place <= $2 then $3::uuid else $4::uuid end
         from (select beneficiary_id, row_number() over (order by id) as place from enrollment where id = any ($1::uuid[])) e
         where b.id = e.beneficiary_id`,
        [enrolled, count, district, regionKey('36.72.01.1001')],
      );
    const told = () =>
      answer(
        `select (select sum(persons)::integer from analytics.district_months where month = '2026-05-01' and district_code = '36.72.01') as one,
           (select sum(persons)::integer from analytics.village_months where month = '2026-05-01') as village,
           (select sum(persons)::integer from analytics.district_months where month = '2026-05-01' and district_code = '36.72.02') as other`,
      );

    const days = [];
    for (const count of [7, 9, 10, 12, 11, 9, 8, 7]) {
      await spread(count);
      await refresh(world);
      days.push(...(await told()));
    }
    const here = [...enrolled].sort().slice(7);
    await uncover(world, here.slice(0, 3), { from: '2026-06', until: '2026-07' });
    await uncover(world, here.slice(0, 5), { from: '2026-09', until: '2026-10' });
    await refresh(world);

    const counted = [22, 22, 22, 17, 17, 17, 17, 22]; // of 22, 20, 19, 17, 18, 20, 21, 22
    expect(days).toEqual(
      counted.map((count) => ({ one: one?.(count), village: village?.(count), other: other?.(29 - count) })),
    );
    const months = await answer(
      `select persons from analytics.district_months where district_code = '36.72.01' order by month`,
    );
    // the five are one group, which shows the months of most of them
    const covered = [22, 22, 22, 17, 17, 22, 17, 17, 22, 22].map((count) => one?.(count) ?? null);
    expect(months.map(({ persons }) => persons)).toEqual(covered.filter((count) => count !== null));
  });

  test('of an area says nothing of the few who live elsewhere, though all others of the program live there', async () => {
    const { app } = world;
    const budget = [{ year: 2026, source: 'CSR', original: '9000000' }];
    const program = await aProgram(app, { state: 'APPROVED', name: 'Satu kecamatan', budget });
    const here = regionKey('36.72.01.1001');
    const settled = async (people: number, from: string, elsewhere = 0) => {
      const enrolled = await plant(world, { program, people });
      await cover(world, program, enrolled, { from, until: '2026-12' });
      await app.sql(
        'update beneficiary b set address_region_id = $2 from enrollment e where e.beneficiary_id = b.id and e.id = any ($1::uuid[])',
        [enrolled.slice(elsewhere), here],
      );
    };
    const releases: Release[] = [];
    const asked = async () => {
      await refresh(world);
      const { rows } = await analyst.query(
        `select w.persons::integer as whole, coalesce(d.persons, 0)::integer as told
         from (select month, sum(persons) as persons from analytics.program_months where program_id = $1 group by 1) w
         left join analytics.district_months d on d.program_id = $1 and d.month = w.month order by w.month`,
        [program],
      );
      releases.push({ whole: rows.map(({ whole }) => whole), told: rows.map(({ told }) => told) });
    };

    await settled(26, '2026-01', 3);
    for (let month = 2; month <= 11; month += 1) {
      await settled(11, `2026-${String(month).padStart(2, '0')}`);
      if (month % 3 === 2) await asked();
    }

    const any = leftOver(
      releases,
      Array.from({ length: 10 }, (_, shift) => shift),
    );
    // never that there are some, and fewer than five
    expect(any.includes(0) || any.some((few) => few >= 5)).toBe(true);
    expect(any).toContain(3);
    // the test of the test: who knew at which place it is rounded would have the three
    const [{ shift }] = await app.sql('select app.area_shift($1, id) as shift from region where code = $2', [
      program,
      '36.72.01',
    ]);
    expect(leftOver(releases, [shift])).toEqual([3]);
  });
});

describe('what analysts are told of money', () => {
  test('is the same of a bill on which one person pays less, came late, or was credited', async () => {
    const bills = [await aBill('NONE'), await aBill('RATE'), await aBill('LATE')];
    const [alike] = bills;
    const figures = [26, 78, '780000', '530400', '0', '1310400'];
    const told = [figures, [...figures, false]];
    await refresh(world);
    for (const one of bills) expect(await toldOf(one.bill)).toEqual(told);
    // the test of the test: the bills themselves are of different sums
    expect(await world.app.sql('select distinct total_rupiah from bill where heads = 26')).toHaveLength(3);

    for (const one of bills) await pay(world, one.bill);
    await asApp(
      world,
      'admin',
      "select app.credit_bill(gen_random_uuid(), $1, $2::uuid[], daterange('2026-01-01', '2026-04-01'), 'Pindah', '2026-02-11')",
      [alike?.bill, alike?.people.slice(0, 2)],
    );

    await refresh(world);
    for (const one of bills) expect(await toldOf(one.bill)).toEqual(told);
    const ratio = `query ($id: ID!) { benefitRatio(regionIds: [$id], from: "2026-02", until: "2026-02") { contributionsRupiah } }`;
    const { data } = await world.app.graphql(world.tokens.analystBanten, ratio, { id: regionId('36.73') });
    expect(data.benefitRatio.contributionsRupiah).toBe(String(3 * 1_310_400));
  });

  test('is each month once, with the first of several bills that have it', async () => {
    const budget = [{ year: 2026, source: 'CSR', original: '9000000' }];
    const program = await aProgram(world.app, {
      state: 'APPROVED',
      region: '36.73',
      name: 'Susulan',
      budget,
    });
    const early = await plant(world, { program, people: 26 });
    await cover(world, program, early, { from: '2026-01', until: '2026-03' });
    const first = await bill(world, program, ['2026-01-01', '2026-04-01']);
    const late = await plant(world, { program, people: 8 });
    await cover(world, program, late, { from: '2026-03', until: '2026-05' });
    await cover(world, program, early, { from: '2026-04', until: '2026-05' });
    const second = await bill(world, program, ['2026-03-01', '2026-06-01']);

    await refresh(world);

    // those who came late are told with March of the first, on which they are not
    for (const [one, heads, months] of [
      [first, 34, 26 * 3 + 8],
      [second, 34, 34 * 2],
    ] as const)
      for (const told of (await toldOf(one)) as unknown[][])
        expect(told.slice(0, 2)).toEqual([heads, months]);
  });

  test('of claims are whole fives, the same by every door, whatever one claim more makes of them', async () => {
    for (const [kind, month, cases, rupiah] of [
      ['JKM', '2026-01-01', 13, 13 * 42_000_000],
      ['JKM', '2026-02-01', 3, 3 * 42_000_000],
      ['JKK', '2026-01-01', 24, 130_000_001],
    ])
      await world.app.sql(
        'insert into claim (id, region_id, program_id, kind, month, cases, paid_rupiah) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)',
        [regionKey('36.72'), world.cilegon, kind, month, cases, rupiah],
      );
    const asked = async () => {
      const query = `query ($id: ID!) { claims(first: 9) { totalCount nodes { kind month cases paidRupiah } } claimStatistics(groupBy: [KIND, MONTH]) { kind month cases paidRupiah }
        benefitRatio(regionIds: [$id], from: "2026-01", until: "2026-03") { claimCases claimsRupiah percent suppressed } }`;
      const { data } = await world.app.graphql(world.tokens.analystBanten, query, { id: regionId('36.72') });
      const all = [];
      for (const who of ['analystBanten', null] as const)
        for (const groupBy of [[], ['MONTH'], ['REGION'], ['PROGRAM', 'MONTH']]) {
          const { rows, totals } = await statistics(world, who, { groupBy });
          all.push(...[totals, ...rows].map(({ claims, claimsRupiah }) => [who, claims, claimsRupiah]));
        }
      return {
        ...data,
        all,
        sql: await answer('select kind, month::text, cases, paid_rupiah from analytics.claims order by 1, 2'),
      };
    };
    const before = await asked();

    await world.app.sql(
      "update claim set cases = 14, paid_rupiah = 14 * 42000000 where kind = 'JKM' and cases = 13",
    );

    expect(await asked()).toEqual(before);
    expect(before.sql).toEqual([
      { kind: 'JKK', month: '2026-01-01', cases: 25, paid_rupiah: '135000000' },
      { kind: 'JKM', month: '2026-01-01', cases: 15, paid_rupiah: '630000000' },
      { kind: 'JKM', month: '2026-02-01', cases: null, paid_rupiah: null },
    ]);
    expect(before.benefitRatio).toMatchObject({
      claimCases: 40,
      claimsRupiah: '765000000',
      suppressed: true,
    });
    expect(before.all.filter(([who, claims]: unknown[]) => Number(claims) % (who ? 5 : 10) !== 0)).toEqual(
      [],
    );
    expect(before.all).toContainEqual([null, 40, '948000000']);
    // who has both doors knows no more: the public's tens are made of the analysts' fives
    const both = await world.app.sql(
      `select app.told_cases(n, 5) as fives from generate_series(0, 200) n
       group by 1 having count(distinct coalesce(app.told_cases(n, 10), 0)) > 1 or min(n) < 10 and max(app.told_cases(n, 10)) > 0`,
    );
    expect(both).toEqual([]);
  });
});

describe('the test of the tests', () => {
  test('people are isolated once groups may be smaller', async () => {
    const { app, cilegon } = world;
    expect(isolated(await askBySql(analyst), 5)).toEqual([]);
    const [{ definition }] = await app.sql(
      "select pg_get_functiondef('app.release_statistics(boolean)'::regprocedure) as definition",
    );
    await app.sql(definition.replaceAll('>= 5', '>= 1').replaceAll('coarsen_units(5,', 'coarsen_units(1,'));
    await app.sql('alter table statistics_group drop constraint statistics_group_persons_least');
    await plant(world, { program: cilegon, people: 2, sex: 'FEMALE', decile: 7 });

    await refresh(world);

    expect(isolated(await askBySql(analyst), 5)).not.toEqual([]);
  });
});
