import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { allEntities } from '../../schema/index.js';
import { knownConstraints } from '../../schema/kernel/texts.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { constraintFaults } from './checks/constraints.js';

let database: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  allEntities(); // loads every concept, and with it the problems it registers
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.superUserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('every constraint has a message, and every message a constraint', async () => {
  expect(await constraintFaults(client)).toEqual([]);
});

test.each([
  ['a check', 'alter table mou add constraint planted check (true)'],
  ['a unique constraint', 'alter table mou add constraint planted unique (id)'],
  ['a unique index', 'create unique index planted on mou (id)'],
  ['a foreign key', 'alter table mou add constraint planted foreign key (id) references region'],
  [
    'a raise',
    "create function app.planted() returns void language plpgsql as $$ begin raise exception using constraint = 'planted'; end $$",
  ],
])('the check finds %s without a message', async (_label, statement) => {
  await client.query('begin');

  await client.query(statement);

  const found = await constraintFaults(client);
  await client.query('rollback');
  expect(found).toContain('planted has no message');
});

test('the check finds a message whose constraint is gone', async () => {
  expect(await constraintFaults(client, [...knownConstraints(), 'planted'])).toContain(
    'planted has a message but does not exist',
  );
});
