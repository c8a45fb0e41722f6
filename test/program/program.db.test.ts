import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { newId } from '../../schema/kernel/identifier.js';
import { type ActorName, staffKey } from '../support/actors.js';
import { aProgram } from '../support/build/program.js';
import { regionKey } from '../support/build/region.js';
import { aRegulation, type ProgramWorld, programWorld } from './program-world.js';

type Who = ActorName | 'anonymous';

let world: ProgramWorld;
let client: pg.Client;
beforeAll(async () => {
  world = await programWorld();
  client = new pg.Client({ connectionString: world.app.database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await world.app.close();
});

/** Rows that a statement touches when the app runs it for this actor; everything is taken back. */
async function asApp(who: Who, text: string, values: readonly unknown[]): Promise<number> {
  await client.query('begin');
  try {
    await client.query("select set_config('app.actor_id', $1, true)", [
      who === 'anonymous' ? '' : staffKey(who),
    ]);
    return (await client.query(text, [...values])).rowCount ?? 0;
  } finally {
    await client.query('rollback');
  }
}

const insert =
  "insert into program (id, region_id, name, state, month_from, month_until, segment) values ($1, $2, 'x', $3, '2026-01-01', '2026-12-01', 'BPU')";

describe('rows of a program of Cilegon', () => {
  let key: string;
  beforeAll(async () => {
    key = await aProgram(world.app, { budget: [{ year: 2026, original: '1' }], categories: [world.fisher] });
  });

  test.each<[Who, number, number]>([
    ['anonymous', 0, 0],
    ['operatorSerang', 0, 0],
    ['operatorBekasi', 0, 0],
    ['operatorCilegon', 1, 1],
    ['approverBanten', 1, 1],
    ['coordinatorBanten', 1, 1],
    ['admin', 1, 1],
    ['analystBanten', 1, 0],
    ['auditorBanten', 1, 0],
  ])('%s reads %i and changes %i', async (who, read, changed) => {
    expect(await asApp(who, 'select from program where id = $1', [key])).toBe(read);
    expect(await asApp(who, 'select from budget_line where program_id = $1', [key])).toBe(read);
    expect(await asApp(who, "update program set note = 'x' where id = $1", [key])).toBe(changed);
    expect(await asApp(who, "update budget_line set note = 'x' where program_id = $1", [key])).toBe(changed);
    expect(await asApp(who, 'delete from program_category where program_id = $1', [key])).toBe(changed);
  });

  test.each<[Who, number]>([
    ['anonymous', 0],
    ['operatorSerang', 0],
    ['analystBanten', 1],
    ['operatorCilegon', 1],
  ])('%s gets money %i times', async (who, count) => {
    expect(
      await asApp(who, 'select from (select app.program_money($1, 2026) as m) s where m is not null', [key]),
    ).toBe(count);
  });

  test.each<[Who, string, string]>([
    ['anonymous', '36.72', 'DRAFT'],
    ['analystBanten', '36.72', 'DRAFT'],
    ['operatorCilegon', '36.04', 'DRAFT'],
    ['operatorCilegon', '36.72', 'APPROVED'],
  ])('%s adds none in %s as %s', async (who, code, state) => {
    await expect(asApp(who, insert, [newId(), regionKey(code), state])).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('are never deleted', async () => {
    await expect(asApp('admin', 'delete from program where id = $1', [key])).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('an approved program', () => {
  let key: string;
  beforeAll(async () => {
    key = await aProgram(world.app, {
      state: 'APPROVED',
      categories: [world.fisher],
      budget: [{ year: 2026, original: '1' }],
    });
  });

  test.each([
    ["update program set name = 'x' where id = $1", 'program_identity_frozen'],
    ["update program set segment = 'PU', wage_base_rupiah = 1 where id = $1", 'program_identity_frozen'],
    ["update program set state = 'DRAFT' where id = $1", 'program_state_move'],
    ['delete from program_category where program_id = $1', 'program_identity_frozen'],
    ['update budget_line set original_rupiah = -1 where program_id = $1', 'budget_line_original_range'],
    ['update budget_line set revised_rupiah = -1 where program_id = $1', 'budget_line_revised_range'],
  ])('%s breaks %s', async (text, constraint) => {
    await expect(asApp('operatorCilegon', text, [key])).rejects.toMatchObject({ constraint });
  });

  test('takes no further category, but another legal basis and more money', async () => {
    const basis = await aRegulation(world, {});
    const category = 'insert into program_category (id, program_id, category_id) values ($1, $2, $3)';
    const legal = 'insert into program_legal_basis (id, program_id, regulation_id) values ($1, $2, $3)';

    await expect(asApp('admin', category, [newId(), key, world.ojol])).rejects.toMatchObject({
      code: '42501',
    });
    expect(await asApp('operatorCilegon', legal, [newId(), key, basis])).toBe(1);
    expect(
      await asApp('operatorCilegon', 'update budget_line set revised_rupiah = 2 where program_id = $1', [
        key,
      ]),
    ).toBe(1);
  });
});

test.each([
  "update program set note = 'x' where id = $1",
  'update budget_line set revised_rupiah = 2 where program_id = $1',
  'delete from budget_line where program_id = $1',
])('of a closed program nothing changes: %s', async (text) => {
  const key = await aProgram(world.app, { state: 'CLOSED', budget: [{ year: 2026, original: '1' }] });

  await expect(asApp('admin', text, [key])).rejects.toMatchObject({ constraint: 'program_closed' });
});

describe('settings of a province', () => {
  const text = 'insert into province_setting (id, region_id) values ($1, $2)';

  test.each<[Who, string, boolean]>([
    ['admin', '36', true],
    ['coordinatorBanten', '36', true],
    ['coordinatorBanten', '32', false],
    ['operatorCilegon', '36', false],
    ['approverBanten', '36', false],
    ['anonymous', '36', false],
  ])('%s writes those of %s: %s', async (who, code, isAllowed) => {
    const work = asApp(who, text, [newId(), regionKey(code)]);

    if (isAllowed) expect(await work).toBe(1);
    else await expect(work).rejects.toMatchObject({ code: '42501' });
  });
});
