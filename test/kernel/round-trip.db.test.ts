import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { isKept, Prepared, preparedOf } from '../../schema/kernel/prepared.js';
import { roundTrip } from '../../schema/kernel/round-trip.js';
import { type KernelWorld, kernelWorld } from './kernel-world.js';

let world: KernelWorld;
let client: pg.PoolClient;
beforeAll(async () => {
  world = await kernelWorld({ poolMax: 3 });
  client = await world.pool.connect();
});
afterAll(async () => {
  client.release();
  await world.close();
});

const of = (statement: Prepared, ...values: unknown[]) => ({ statement, values });
const division = new Prepared('test_division', 'select (10 / $1::integer)::text');
const prepared = async () =>
  (await client.query<{ name: string }>('select name from pg_prepared_statements order by name')).rows;

test('statements go together and come back as text, each with its rows', async () => {
  const { rows, error } = await roundTrip(client, [
    of(new Prepared('', 'select n, true from generate_series(1, $1::integer) n'), 2),
    of(new Prepared('', "select null, 'Cilegon', $1::text[]"), ['a', 'b "c"']),
  ]);

  expect(error).toBeNull();
  expect(rows).toEqual([
    [
      ['1', 't'],
      ['2', 't'],
    ],
    [[null, 'Cilegon', '{a,"b \\"c\\""}']],
  ]);
});

test('what is set locally is seen by the next statement and by nobody later', async () => {
  const setting = new Prepared('', "select set_config('app.request_id', 'here', true)");
  const reading = new Prepared('', "select current_setting('app.request_id', true)");

  const together = await roundTrip(client, [of(setting), of(reading)]);
  const later = await roundTrip(client, [of(reading)]);

  expect(together.rows[1]).toEqual([['here']]);
  expect(later.rows[0]).toEqual([['']]);
});

test('a named statement is prepared once on a connection and described once for all', async () => {
  const named = new Prepared('test_named', 'select $1::integer as wanted');

  await roundTrip(client, [of(named, 1)]);
  const again = await roundTrip(client, [of(named, 2)]);

  expect(again.rows).toEqual([[['2']]]);
  expect(named.columns).toEqual([{ name: 'wanted', dataTypeID: 23 }]);
  expect(await prepared()).toContainEqual({ name: 'test_named' });
});

test('a statement that comes back under a name that the connection knows is described again', async () => {
  const text = 'select 7 as lucky';
  await roundTrip(client, [of(new Prepared('test_again', text))]);
  const again = new Prepared('test_again', text);

  await roundTrip(client, [of(again)]);

  expect(again.columns).toEqual([{ name: 'lucky', dataTypeID: 23 }]);
});

test('a failure says which statement it was, and the connection and all names live on', async () => {
  const behind = new Prepared('test_behind', 'select 3');

  const failed = await roundTrip(client, [of(division, 5), of(division, 0), of(behind)]);
  const after = await roundTrip(client, [of(division, 2), of(behind)]);

  expect(failed.rows).toEqual([[['2']]]);
  expect(failed.error).toMatchObject({ code: '22012', severity: 'ERROR' });
  expect(after).toEqual({ rows: [[['5']], [['3']]], error: null });
});

test('a text gets a name at its second use, and loses it when three hundred others came since', async () => {
  const text = 'select 42 as rarely_asked';
  expect(preparedOf(text).name).toBe('');
  const named = preparedOf(text);
  expect(named.name).not.toBe('');
  expect(preparedOf(text)).toBe(named);

  for (let number = 0; number < 300; number += 1) {
    preparedOf(`select ${number}`);
    preparedOf(`select ${number}`);
  }

  expect(isKept(named)).toBe(false);
});

test('a connection keeps no more statements than the program does', async () => {
  for (let number = 0; number < 500; number += 1) {
    preparedOf(`select ${number} as many`);
    await roundTrip(client, [of(preparedOf(`select ${number} as many`))]);
  }

  const named = (await prepared()).filter(({ name }) => name.startsWith('read_'));
  expect(named.length).toBeLessThanOrEqual(301);
});

test('long statements leave sooner, those made by hand never', async () => {
  await roundTrip(client, [of(new Prepared('test_by_hand', 'select 1'))]);
  const long = (number: number) => `select ${number} as ${'long'.repeat(10)} -- ${'-'.repeat(50_000)}`;
  for (let number = 0; number < 40; number += 1) {
    preparedOf(long(number));
    await roundTrip(client, [of(preparedOf(long(number)))]);
  }

  const names = (await prepared()).map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('read_')).length).toBeLessThanOrEqual(10);
  expect(names).toContain('test_by_hand');
});
