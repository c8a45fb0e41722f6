import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { aProgram } from '../support/build/program.js';
import { askEverything, changedLittle, isolated } from './attacker.js';
import { closeWorld, cover, type LedgerWorld, ledgerWorld, plant, released } from './statistics-world.js';

interface Planted {
  readonly program: string;
  readonly people: number;
  readonly category: string;
  readonly sex: string;
  readonly decile: number;
  readonly from: string;
}

let world: LedgerWorld;
let programs: string[];
let categories: string[];
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
});
afterAll(() => closeWorld(world));

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
  };
}

const attackers = [
  [null, 10],
  ['analystBanten', 5],
] as const;

describe('fifty small groups among many people', () => {
  test('nobody below the right to see people isolates one, by slices, subtraction or successive releases', async () => {
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
    await released(world);
    const first = await Promise.all(attackers.map(([who]) => askEverything(world, who)));

    for (let index = 25; index < 40; index += 1) await planted(smallGroup(index));
    await released(world);
    await released(world);
    const second = await Promise.all(attackers.map(([who]) => askEverything(world, who)));
    for (let index = 40; index < 50; index += 1) await planted(smallGroup(index));
    await world.app.sql(
      `update beneficiary set sex = case sex when 'MALE' then 'FEMALE' else 'MALE' end where id in (select id from beneficiary order by id limit 3)`,
    );
    await world.app.sql(`delete from coverage where id in (select id from coverage order by id limit 4)`);
    await world.app.sql('update statistics_release set swept_on = swept_on - 1');
    await released(world);
    const third = await Promise.all(attackers.map(([who]) => askEverything(world, who)));

    for (const [index, [, least]] of attackers.entries()) {
      const [one, two, three] = [first[index], second[index], third[index]].map(
        (known) => known ?? new Map(),
      );
      expect(one?.size).toBeGreaterThan(500);
      for (const known of [one, two, three]) expect(isolated(known ?? new Map(), least)).toEqual([]);
      expect(changedLittle(one ?? new Map(), two ?? new Map(), least)).toEqual([]);
      expect(changedLittle(two ?? new Map(), three ?? new Map(), least)).toEqual([]);
    }
    // the public's groups are made of whole ones of the analysts
    const faults = await world.app.sql(
      `select w.id from statistics_group w where w.level = 10
         and w.persons <> (select coalesce(sum(o.persons), 0) from statistics_group o where o.wide_id = w.id)
       union all
       select o.id from statistics_group o where o.level = 5
         and o.persons <> (select count(*) from statistics_group_member m where m.group_id = o.id)`,
    );
    expect(faults).toEqual([]);
  }, 120_000);

  test('the same questions isolate them where everybody is counted', async () => {
    const known = await askEverything(world, 'coordinatorBanten');

    expect(isolated(known, 5).length).toBeGreaterThan(50);
  });
});
