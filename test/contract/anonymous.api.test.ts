import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import pg from 'pg';
import { describedSchema } from '../../server/graphql/schema.js';
import { loadDemo } from '../../server/seed/load-demo.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadRegions } from '../../server/seed/load-regions.js';
import { type TestApp, testApp } from '../support/app.js';
import { access } from './access.js';

/** Tables of which somebody without a session gets rows, and why; of all others none. */
const openTables: Readonly<Record<string, string>> = {
  migration_history: 'names of migrations, read at start',
  change_channel: 'the name of a channel, which the listener reads; visitors send no SQL',
  identity_epoch: 'one number without content, compared by every read',
  region: 'public',
  award: 'public',
  award_giver: 'public with the award',
  regulation: 'public as soon as it is enacted',
  regulation_relation: 'public where both regulations are',
  mou: 'public as soon as it is signed',
  mou_party: 'public with the agreement',
  mou_legal_basis: 'public with the agreement',
  office: 'named as party of public agreements',
  office_service_area: 'part of the office',
  official: 'named as party of public agreements, and as giver of awards',
  source: 'cited by public records',
  citation: 'visible with the record that cites',
  category: 'reference data of the law, named by tariffs and programs',
  category_term: 'names of categories',
  indicator: 'names of figures; the figures themselves are not public',
  tariff: 'published by the law',
  statistics_change: 'that answers of statistics may be others now; of what, is not said',
};

/** Fields of public types behind which lies what only staff may ask for by itself, and why they are open. */
const openFields: Readonly<Record<string, string>> = {
  'Award.givenByOfficials': 'who gave a public award',
  'Award.receivedByOfficial': 'who received a public award',
  'Region.offices': 'which office serves a region',
};

let app: TestApp;
let owner: pg.Client;
let nobody: pg.Client;
beforeAll(async () => {
  app = await testApp();
  const { ownerUrl, appUrl } = app.database;
  const log = () => undefined;
  await loadRegions({ ownerUrl, log });
  await loadReference({ ownerUrl, log });
  await loadDemo({ ownerUrl, log });
  owner = await connected(ownerUrl);
  nobody = await connected(appUrl);
});
afterAll(async () => {
  await owner.end();
  await nobody.end();
  await app.close();
});

test('without an actor PostgreSQL shows the rows of public tables only', async () => {
  const shown: string[] = [];

  for (const table of await tablesWithRows()) if ((await visibleRows(table)) > 0) shown.push(table);

  expect(shown.filter((table) => !(table in openTables))).toEqual([]);
});

test('of agreements and regulations the anonymous sees fewer than there are: drafts stay inside', async () => {
  for (const table of ['mou', 'regulation']) {
    const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${table}`);

    expect(await visibleRows(table)).toBeLessThan(rows[0]?.count ?? 0);
  }
});

test('the anonymous reaches through public records only what is declared open', async () => {
  const reached: string[] = [];

  for (const { name, query } of inwardFields()) {
    const { data, errors } = await app.graphql(null, query);
    if (!errors && JSON.stringify(data).includes('"id"')) reached.push(name);
  }

  expect(reached.sort()).toEqual(Object.keys(openFields).sort());
});

async function tablesWithRows(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1",
  );
  return rows.map(({ name }) => name);
}

async function visibleRows(table: string): Promise<number> {
  const found = await nobody
    .query<{ count: number }>(`select count(*)::int as count from ${table}`)
    .catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === '42501') return { rows: [] };
      throw error;
    });
  return found.rows[0]?.count ?? 0;
}

/** Every field of a publicly listed type that leads to a type whose own root fields are not public. */
function inwardFields(): { name: string; query: string }[] {
  const schema = describedSchema();
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const typeOf = (root: (typeof roots)[number]) => nodeType(getNamedType(root.type));
  const open = new Map(
    roots
      .filter(
        ({ name, type }) =>
          access[`Query.${name}`] === 'ANYONE' && getNamedType(type).name.endsWith('Connection'),
      )
      .map((root) => [typeOf(root), root.name]),
  );
  const closed = new Set(roots.filter(({ name }) => access[`Query.${name}`] !== 'ANYONE').map(typeOf));
  return [...open].flatMap(([type, root]) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => closed.has(nodeType(getNamedType(field.type))))
      .map((field) => {
        const below = getNamedType(field.type).name.endsWith('Connection')
          ? '(first: 1) { nodes { id } }'
          : '{ id }';
        return {
          name: `${type?.name}.${field.name}`,
          query: `{ ${root}(${argumentsOf(root)}) { nodes { ${field.name}${below} } } }`,
        };
      }),
  );
}

/** The regions that the seeds tell about; of the others the largest page. */
function argumentsOf(root: string): string {
  return root === 'regions' ? 'filter: { codes: ["36", "36.72", "36.04"] }' : 'first: 50';
}

function nodeType(type: unknown): GraphQLObjectType | null {
  if (!isObjectType(type)) return null;
  const nodes = type.name.endsWith('Connection') ? type.getFields().nodes : undefined;
  return nodes ? nodeType(getNamedType(nodes.type)) : type;
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
