import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { directLogin, refresh } from '../sql/sql-world.js';
import { aboutOf } from './about.js';
import { askEverything, isolated, type Known } from './attacker.js';
import { livesOf } from './lives.js';
import { askDoors, billsElsewhere } from './other-doors.js';
import {
  analystOfCilegon,
  billed,
  fewChange,
  livesOn,
  marksOf,
  planted,
  type SmallGroupsWorld,
  smallGroup,
  smallGroupsWorld,
} from './small-groups-world.js';
import { reliable, solutions, type Told } from './solver.js';
import { askBySql, askOfPrograms, isolatedByBills } from './sql-attacker.js';
import { closeWorld, plant, released } from './statistics-world.js';

let world: SmallGroupsWorld;
let analyst: pg.Client;
/** Persons of each planted group. */
const groups: string[][] = [];
/** All that was told to an analyst, day by day, and to whoever talks to him; of it what visitors are told too. */
const told: Told[] = [];
const toldPublic: Told[] = [];
beforeAll(async () => {
  world = await smallGroupsWorld();
  analyst = await directLogin(world, 'analystBanten');
});
afterAll(async () => {
  await analyst.end();
  await closeWorld(world);
});

const attackers = [
  [null, 10],
  ['analystBanten', 5],
] as const;

/** What each attacker gets by all of its doors together: the analyst asks in SQL too, and at every other door. */
async function asked(): Promise<Known[]> {
  const known = await Promise.all(
    attackers.map(async ([who]) => {
      const statistics = await askEverything(world, who);
      return who ? new Map([...statistics, ...(await askBySql(analyst))]) : statistics;
    }),
  );
  const lives = await livesOf(world);
  for (const one of [...known, await askDoors(world, 'analystBanten'), await billsElsewhere(world, analyst)])
    told.push({ known: one, lives });
  toldPublic.push({ known: known[0] ?? new Map(), lives });
  return known;
}

async function grow(from: number, until: number): Promise<void> {
  for (let index = from; index < until; index += 1)
    groups.push(
      await planted(world, smallGroup(world, index), marksOf(index, smallGroup(world, index).people)),
    );
}

/** What is told of each person, as a hash: to analysts, or by the groups made of theirs to the public. */
async function toldOfEach(least = 5): Promise<Map<string, string>> {
  const all = (table: string): string =>
    `coalesce((select string_agg((to_jsonb(x) - 'id' - 'group_id')::text, ',' order by (to_jsonb(x) - 'id' - 'group_id')::text) from ${table} x where x.group_id = g.id), '')`;
  const rows = await world.app.sql(
    `select m.region_id::text || m.person_id as person, t.told from statistics_group_member m join statistics_group o on o.id = m.group_id
     join (select g.id, md5(${all('statistics_group_trait')} || ${all('statistics_group_run')}) as told from statistics_group g where g.level = $1) t
       on t.id in (o.id, o.wide_id)`,
    [least],
  );
  return new Map(rows.map(({ person, told }) => [person, told]));
}

const toldToAttackers = (): Promise<Map<string, string>[]> =>
  Promise.all(attackers.map(([, least]) => toldOfEach(least)));

/** How many people changed together from one thing told, or nothing, to another; a few could be told apart. */
function movedTogether(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number[] {
  const flows = new Map<string, number>();
  for (const person of new Set([...before.keys(), ...after.keys()])) {
    const flow = `${before.get(person) ?? 'nothing'} ${after.get(person) ?? 'nothing'}`;
    if (before.get(person) !== after.get(person)) flows.set(flow, (flows.get(flow) ?? 0) + 1);
  }
  return [...flows.values()];
}

describe('fifty small groups among many people', () => {
  test('nobody below the right to see people isolates one, by slices, subtraction, successive releases or both doors', async () => {
    for (const [index, program] of world.programs.entries())
      for (const sex of ['FEMALE', 'MALE'])
        await planted(
          world,
          {
            program,
            people: 37 + index * 11,
            category: world.categories[index % 2] ?? '',
            sex,
            decile: 1 + index,
            from: '2026-01',
          },
          { kpj: 30, decree: 24, failed: 19, died: 7, refused: 13, elsewhere: 16 },
        );
    await grow(0, 25);
    await plant(world, { ...smallGroup(world, 0), people: 12, state: 'PROPOSED' });
    await plant(world, { ...smallGroup(world, 1), people: 3, state: 'VERIFIED' });
    await billed(world, '2026-01');
    await released(world);
    const releases = [await asked()];
    const toldBy = [await toldToAttackers()];
    const ofPrograms = [await askOfPrograms(world)];

    await grow(25, 40);
    await billed(world, '2026-02');
    await released(world);
    await released(world);
    releases.push(await asked());
    toldBy.push(await toldToAttackers());
    ofPrograms.push(await askOfPrograms(world));
    await grow(40, 50);
    await fewChange(world);
    await billed(world, '2026-03');
    await refresh(world);
    releases.push(await asked());
    toldBy.push(await toldToAttackers());
    ofPrograms.push(await askOfPrograms(world));

    for (const [index, [, least]] of attackers.entries()) {
      const series = releases.map((known) => known[index] ?? new Map());
      expect(series[0]?.size).toBeGreaterThan(500);
      for (const known of series) expect(isolated(known, least)).toEqual([]);
      const moved = toldBy
        .slice(1)
        .flatMap((told, day) => movedTogether(toldBy[day]?.[index] ?? new Map(), told[index] ?? new Map()));
      expect(moved.length).toBeGreaterThan(3);
      expect(moved.filter((people) => people < least)).toEqual([]);
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

  test('no difference of two or three answers, of all doors and days, comes to one of them', async () => {
    const token = await analystOfCilegon(world);
    const other = { ...world, tokens: { ...world.tokens, analystBanten: token } };
    told.push({ known: await askEverything(other, 'analystBanten'), lives: await livesOf(world) });

    for (const answers of [told, toldPublic]) {
      const found = solutions(answers, groups);

      expect(found.length).toBeGreaterThan(1000);
      expect(reliable(found)).toEqual([]);
    }
  });

  test('what is told of a person changes only together with four others who were and become alike', async () => {
    const moved: number[] = [];
    for (let day = 1; day <= 4; day += 1) {
      const before = await toldOfEach();
      await livesOn(world, day);
      await refresh(world);
      moved.push(...movedTogether(before, await toldOfEach()));
      expect(isolated(await askBySql(analyst), 5)).toEqual([]);
    }

    expect(moved.length).toBeGreaterThan(3);
    expect(moved.filter((people) => people < 5)).toEqual([]);
  });

  test('the same questions isolate them where everybody is counted', async () => {
    const known = await askEverything(world, 'coordinatorBanten');

    expect(isolated(known, 5).length).toBeGreaterThan(50);
    const found = solutions([{ known, lives: await livesOf(world) }], groups);
    const learnt = reliable(found).filter((name) => name.startsWith('group'));
    expect(learnt.length).toBeGreaterThan(25);
  });

  test('the attacker knows of whom each answer is: reckoned from everybody it is what is told of everybody', async () => {
    const each = (await livesOf(world)).map((life) => ({ ...life, weight: 1 }));
    const known = await askDoors(world, 'coordinatorBanten');

    const wrong = [...known].filter(([condition, told]) => (aboutOf(condition, each) ?? told) !== told);

    expect(known.size).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });
});
