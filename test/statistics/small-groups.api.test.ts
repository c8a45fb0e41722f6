import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { newId } from '../../schema/kernel/identifier.js';
import { directLogin, refresh } from '../sql/sql-world.js';
import { aProgram } from '../support/build/program.js';
import { askEverything, changedLittle, isolated, type Known } from './attacker.js';
import { askBySql, askOfPrograms, isolatedByBills } from './sql-attacker.js';
import {
  bill,
  closeWorld,
  cover,
  type LedgerWorld,
  ledgerWorld,
  plant,
  released,
} from './statistics-world.js';

interface Planted {
  readonly program: string;
  readonly people: number;
  readonly category: string;
  readonly sex: string;
  readonly decile: number;
  readonly from: string;
  readonly birthDate?: string;
}

let world: LedgerWorld;
let programs: string[];
let categories: string[];
let analyst: pg.Client;
beforeAll(async () => {
  // an attacker with all the time in the world
  world = await ledgerWorld({ options: { budget: { staff: 1e9, visitors: 1e9 } } });
  const budget = [{ year: 2026, original: '900000000' }];
  const third = await aProgram(world.app, { state: 'APPROVED', name: 'Kedua', budget });
  programs = [world.cilegon, third, world.serang];
  categories = [world.fisher, world.ojol];
  for (const code of ['RARE_A', 'RARE_B']) {
    const id = newId();
    await world.app.sql(
      "insert into category (id, code, name, name_en, family) values ($1, $2, $2, $2, 'VULNERABLE')",
      [id, code],
    );
    categories.push(id);
  }
  analyst = await directLogin(world, 'analystBanten');
});
afterAll(async () => {
  await analyst.end();
  await closeWorld(world);
});

async function planted(group: Planted): Promise<string[]> {
  const enrollments = await plant(world, group);
  await cover(world, group.program, enrollments, { from: group.from });
  return enrollments;
}

/** The same numbers at every run, well mixed. */
const mixed = (index: number, step: number): number =>
  Math.floor(((index * 7919 + step * 104_729) % 9973) / 7);

function smallGroup(index: number): Planted {
  return {
    program: programs[mixed(index, 1) % programs.length] ?? '',
    people: 1 + (mixed(index, 2) % 4),
    category: categories[mixed(index, 3) % categories.length] ?? '',
    sex: mixed(index, 4) % 2 ? 'FEMALE' : 'MALE',
    decile: 1 + (mixed(index, 5) % 10),
    from: `2026-0${1 + (mixed(index, 6) % 4)}`,
    birthDate: `19${50 + (mixed(index, 7) % 50)}-03-12`,
  };
}

const attackers = [
  [null, 10],
  ['analystBanten', 5],
] as const;

/** What each attacker gets by all of its doors together: the analyst asks in SQL too. */
function asked(): Promise<Known[]> {
  return Promise.all(
    attackers.map(async ([who]) => {
      const known = await askEverything(world, who);
      return who ? new Map([...known, ...(await askBySql(analyst))]) : known;
    }),
  );
}

/** A bill of a month for each program. */
async function billed(month: string): Promise<void> {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const after = `${year}-${String(number + 1).padStart(2, '0')}-01`;
  for (const program of programs) await bill(world, program, [`${month}-01`, after]);
}

/** Little that happens to people between two days. */
async function fewChange(): Promise<void> {
  await world.app.sql(
    `update beneficiary set sex = case sex when 'MALE' then 'FEMALE' else 'MALE' end where id in (select id from beneficiary order by id limit 3)`,
  );
  await world.app.sql(
    'delete from coverage where id in (select id from coverage where bill_id is null order by id limit 4)',
  );
}

/** What happens to people between two days: to one, to a few, to enough. */
async function livesOn(day: number): Promise<void> {
  const some = (count: number): string =>
    `in (select e.id from enrollment e where e.state = 'ACTIVE' order by md5(e.id::text || '${day}') limit ${count})`;
  const { app } = world;
  await app.sql(
    `update beneficiary set died_on = '2026-02-01' where id in (select beneficiary_id from enrollment where id ${some(2 + day)})`,
  );
  for (const [count, reason] of [
    [3, 'MOVED_OUT'],
    [6 + day, 'DECEASED'],
  ])
    await app.sql(
      `update enrollment set state = 'ENDED', ended_on = '2026-02-02', end_reason = '${reason}' where id ${some(Number(count))}`,
    );
  await app.sql(`update enrollment set decree = 'SK ${day}' where id ${some(20 + day)}`);
  await app.sql(
    `delete from coverage where id in (select id from coverage where bill_id is null order by md5(id::text || '${day}') limit 4)`,
  );
}

/** What is told of each person, as a hash. */
async function toldOfEach(): Promise<Map<string, string>> {
  const all = (table: string): string =>
    `coalesce((select string_agg((to_jsonb(x) - 'id' - 'group_id')::text, ',' order by (to_jsonb(x) - 'id' - 'group_id')::text) from ${table} x where x.group_id = o.id), '')`;
  const rows = await world.app.sql(
    `select m.region_id::text || m.person_id as person, g.told from statistics_group_member m
     join (select o.id, md5(${all('statistics_group_trait')} || ${all('statistics_group_run')}) as told from statistics_group o) g on g.id = m.group_id`,
  );
  return new Map(rows.map(({ person, told }) => [person, told]));
}

/** How many people changed together from one thing told to another; fewer than five could be told apart. */
function movedTogether(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number[] {
  const flows = new Map<string, number>();
  for (const [person, told] of after) {
    const flow = `${before.get(person) ?? 'nobody'} ${told}`;
    if (before.get(person) !== told) flows.set(flow, (flows.get(flow) ?? 0) + 1);
  }
  return [...flows.values()];
}

describe('fifty small groups among many people', () => {
  test('nobody below the right to see people isolates one, by slices, subtraction, successive releases or both doors', async () => {
    for (const [index, program] of programs.entries())
      for (const sex of ['FEMALE', 'MALE'])
        await planted({
          program,
          people: 37 + index * 11,
          category: categories[index % 2] ?? '',
          sex,
          decile: 1 + index,
          from: '2026-01',
        });
    for (let index = 0; index < 25; index += 1) await planted(smallGroup(index));
    await plant(world, { ...smallGroup(0), people: 12, state: 'PROPOSED' });
    await plant(world, { ...smallGroup(1), people: 3, state: 'VERIFIED' });
    await billed('2026-01');
    await released(world);
    const releases = [await asked()];
    const ofPrograms = [await askOfPrograms(world)];

    for (let index = 25; index < 40; index += 1) await planted(smallGroup(index));
    await billed('2026-02');
    await released(world);
    await released(world);
    releases.push(await asked());
    ofPrograms.push(await askOfPrograms(world));
    for (let index = 40; index < 50; index += 1) await planted(smallGroup(index));
    await fewChange();
    await billed('2026-03');
    await refresh(world);
    releases.push(await asked());
    ofPrograms.push(await askOfPrograms(world));

    for (const [index, [, least]] of attackers.entries()) {
      const series = releases.map((known) => known[index] ?? new Map());
      expect(series[0]?.size).toBeGreaterThan(500);
      for (const known of series) expect(isolated(known, least)).toEqual([]);
      for (const [day, known] of series.slice(1).entries())
        expect(changedLittle(series[day] ?? new Map(), known, least)).toEqual([]);
    }
    expect(ofPrograms.at(-1)?.bills).toHaveLength(9);
    expect(
      isolatedByBills(
        ofPrograms,
        releases.map((known) => known[1] ?? new Map()),
      ),
    ).toEqual([]);
    // the test of the test: the bills themselves differ by few
    const [{ few }] = await world.app.sql(
      'select count(*)::integer as few from bill b join bill o on o.program_id = b.program_id and (o.heads - b.heads) % 5 <> 0',
    );
    expect(few).toBeGreaterThan(0);
    // the public's groups are made of whole ones of the analysts
    const faults = await world.app.sql(
      `select w.id from statistics_group w where w.level = 10
         and w.persons <> (select coalesce(sum(o.persons), 0) from statistics_group o where o.wide_id = w.id)
       union all
       select o.id from statistics_group o where o.level = 5
         and o.persons <> (select count(*) from statistics_group_member m where m.group_id = o.id)`,
    );
    expect(faults).toEqual([]);
  });

  test('what is told of a person changes only together with four others who were and become alike', async () => {
    const moved: number[] = [];
    for (let day = 1; day <= 4; day += 1) {
      const before = await toldOfEach();
      await livesOn(day);
      await refresh(world);
      moved.push(...movedTogether(before, await toldOfEach()));
      expect(isolated(await askBySql(analyst), 5)).toEqual([]);
    }

    expect(moved.length).toBeGreaterThan(5);
    expect(moved.filter((people) => people < 5)).toEqual([]);
  });

  test('the same questions isolate them where everybody is counted', async () => {
    const known = await askEverything(world, 'coordinatorBanten');

    expect(isolated(known, 5).length).toBeGreaterThan(50);
  });
});
