import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { sqlReference } from '../../server/sql/reference.js';
import { readViews } from '../../server/sql/views.js';
import { differences } from '../contract/checks/snapshot.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

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

test('docs/sql.md is what the comments of the views say', async () => {
  const committed = readFileSync('docs/sql.md', 'utf8');

  const changed = differences(committed, sqlReference(await readViews(client)));

  expect({ refreshWith: 'npm run sql:reference', changed }).toEqual({
    refreshWith: 'npm run sql:reference',
    changed: [],
  });
});

test('every view and every column is described in Indonesian and in English', async () => {
  const views = await readViews(client);

  const undescribed = views.flatMap(({ name, about, columns }) => [
    ...(isBilingual(about) ? [] : [name]),
    ...columns.filter((column) => !isBilingual(column.about)).map((column) => `${name}.${column.name}`),
  ]);

  expect(views.length).toBeGreaterThanOrEqual(38);
  expect(undescribed).toEqual([]);
});

test('every view keeps its conditions before those of a query, and is owned by who owns the tables', async () => {
  const { rows } = await client.query(
    `select c.relname from pg_class c where c.relnamespace = 'analytics'::regnamespace
       and (c.relkind <> 'v' or c.reloptions is distinct from array['security_barrier=true'] or pg_get_userbyid(c.relowner) <> 'payung_owner')`,
  );

  expect(rows).toEqual([]);
});

const isBilingual = (text: string | null): boolean => /^.{3,} \| .{3,}$/.test(text ?? '');
