import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { describeStructure } from '../../server/structure.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { differences } from './checks/snapshot.js';

let database: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.superUserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('migrations/structure.txt is the structure that the migrations make', async () => {
  const committed = readFileSync('migrations/structure.txt', 'utf8');
  const { rows } = await client.query("select current_setting('server_version_num') as version");
  // each version words what a view is made of in its own way
  const told = (text: string) => (/^18/.test(rows[0].version) ? text : text.replace(/, body \w+$/gm, ''));

  const changed = differences(told(committed), told(await describeStructure(client)));

  expect({ refreshWith: 'npm run print:structure', changed }).toEqual({
    refreshWith: 'npm run print:structure',
    changed: [],
  });
});

test.each([
  ['a column', 'alter table region add column planted text', 'planted text'],
  ['a grant', 'grant delete on region to payung_app', 'payung_app: delete, insert, select, update'],
  ['a policy', 'drop policy mou_update on mou', 'mou_update for update'],
  ['a trigger', 'drop trigger mou_touch on mou', 'mou_touch BEFORE UPDATE'],
  [
    'forced row security',
    'alter table mou no force row level security',
    'table mou: row security, owner payung_owner',
  ],
  [
    'a function',
    "create or replace function app.today() returns date language sql stable set search_path = '' as 'select current_date'",
    'app.today()',
  ],
])('the structure shows a change of %s', async (_label, statement, line) => {
  const before = await describeStructure(client);
  await client.query('begin');

  await client.query(statement);

  const changed = differences(before, await describeStructure(client));
  await client.query('rollback');
  expect(changed.join('\n')).toContain(line);
});
