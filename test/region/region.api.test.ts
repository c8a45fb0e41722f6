import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions, regionId } from '../support/build/region.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp();
  await buildRegions(app);
  tokens = await buildActors(app);
});
afterAll(() => app.close());

test('regionByCode shows Kota Cilegon with the kind of region in its name, to anybody', async () => {
  const { data } = await app.graphql(
    null,
    '{ regionByCode(code: "36.72") { id name displayName level parent { displayName } ancestors { code } } }',
  );

  expect(data.regionByCode).toEqual({
    id: regionId('36.72'),
    name: 'Cilegon',
    displayName: 'Kota Cilegon',
    level: 'CITY',
    parent: { displayName: 'Provinsi Banten' },
    ancestors: [{ code: '36' }],
  });
});

test('regions finds both Serang and tells them apart', async () => {
  const { data } = await app.graphql(
    null,
    '{ regions(filter: { search: "serang" }) { totalCount nodes { displayName } } }',
  );

  expect(data.regions).toEqual({
    totalCount: 2,
    nodes: [{ displayName: 'Kabupaten Serang' }, { displayName: 'Kota Serang' }],
  });
});

test('regions takes wildcards of the search literally', async () => {
  const { data } = await app.graphql(null, '{ regions(filter: { search: "%%%" }) { totalCount } }');

  expect(data.regions.totalCount).toBe(0);
});

test('regions pages by cursor without gap or repetition', async () => {
  const page =
    'query ($after: String) { regions(first: 3, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }';
  const codes: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await app.graphql(null, page, { after });
    codes.push(...data.regions.nodes.map((node: { code: string }) => node.code));
    after = data.regions.pageInfo.hasNextPage ? data.regions.pageInfo.endCursor : null;
  } while (after);

  expect(codes).toEqual(['32', '32.75', '36', '36.04', '36.72', '36.72.01', '36.72.01.1001', '36.73']);
});

test('a list of three levels of nested lists is one statement', async () => {
  const statements = await app.statements(() =>
    app.graphql(
      tokens.coordinatorBanten,
      '{ regions(first: 50) { totalCount nodes { displayName children(first: 5) { totalCount nodes { displayName parent { code } ancestors { code } } } } } }',
    ),
  );

  expect(statements).toHaveLength(1);
});

test('aliases with different arguments do not mix', async () => {
  const { data } = await app.graphql(
    null,
    '{ regionByCode(code: "36") { first: children(first: 1) { nodes { code } } last: children(first: 1, orderBy: { field: CODE, direction: DESC }) { nodes { code } } } }',
  );

  expect(data.regionByCode).toEqual({
    first: { nodes: [{ code: '36.04' }] },
    last: { nodes: [{ code: '36.73' }] },
  });
});

test.each([
  ['a cursor that is none', '{ regions(after: "abc") { nodes { id } } }'],
  [
    'a cursor of another order',
    `{ regions(after: "${Buffer.from('["NAME:ASC","x","0190a0a0-0000-7000-8000-000000000000"]').toString('base64url')}") { nodes { id } } }`,
  ],
  ['a page of 101', '{ regions(first: 101) { nodes { id } } }'],
  ['a page of 0', '{ regions(first: 0) { nodes { id } } }'],
  ['a search of two letters', '{ regions(filter: { search: "ci" }) { nodes { id } } }'],
])('regions refuses %s', async (_label, query) => {
  const { errors } = await app.graphql(null, query);

  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('an empty list in a filter matches nothing, null matches everything', async () => {
  const { data } = await app.graphql(
    null,
    '{ none: regions(filter: { codes: [] }) { totalCount } all: regions(filter: { codes: null }) { totalCount } }',
  );

  expect(data).toEqual({ none: { totalCount: 0 }, all: { totalCount: 8 } });
});

test('node and nodes give records of any kind by id, null for what is absent', async () => {
  const { data } = await app.graphql(
    null,
    'query ($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename ... on Region { displayName } } nodes(ids: $ids) { id } }',
    {
      id: regionId('36.72'),
      ids: [regionId('36'), 'mou_00000000000000000000000000000000', 'nonsense'],
    },
  );

  expect(data).toEqual({
    node: { __typename: 'Region', displayName: 'Kota Cilegon' },
    nodes: [{ id: regionId('36') }, null, null],
  });
});

const create = `mutation ($input: RegionCreateInput!, $key: String) {
  regionCreate(input: $input, idempotencyKey: $key) { region { id displayName version } userErrors { path code } } }`;

test('regionCreate repeated with its key gives the same region once', async () => {
  const input = { code: '36.75', name: 'Cilangkahan', level: 'CITY', parentId: regionId('36') };

  const first = await app.graphql(tokens.coordinatorBanten, create, { input, key: 'k-1' });
  const second = await app.graphql(tokens.coordinatorBanten, create, { input, key: 'k-1' });
  const other = await app.graphql(tokens.coordinatorBanten, create, {
    input: { ...input, name: 'Lain' },
    key: 'k-1',
  });

  expect(first.data.regionCreate.region.displayName).toBe('Kota Cilangkahan');
  expect(second.data).toEqual(first.data);
  expect(other.data.regionCreate.userErrors).toEqual([
    { path: ['idempotencyKey'], code: 'IDEMPOTENCY_KEY_REUSED' },
  ]);
  expect(await app.sql("select from region where code = '36.75'")).toHaveLength(1);
  await app.sql("delete from region where code = '36.75'");
});

test('regionCreate names every problem at its field and saves nothing', async () => {
  const input = { code: '32.99', name: 'x'.repeat(101), level: 'VILLAGE', parentId: regionId('36') };

  const { data } = await app.graphql(tokens.admin, create, { input });

  expect(data.regionCreate).toEqual({
    region: null,
    userErrors: [{ path: ['input', 'name'], code: 'VALUE_TOO_LONG' }],
  });
  expect(await app.sql("select from region where code = '32.99'")).toHaveLength(0);
});

test('a taken code is the same answer whether the rule or the race finds it', async () => {
  const input = { code: '36.72', name: 'Cilegon Dua', level: 'CITY', parentId: regionId('36') };

  const { data } = await app.graphql(tokens.admin, create, { input });

  expect(data.regionCreate.userErrors).toEqual([{ path: ['input', 'code'], code: 'REGION_CODE_TAKEN' }]);
});

test.each([
  [null, 'UNAUTHENTICATED'],
  ['operatorCilegon', 'FORBIDDEN'],
  ['analystBanten', 'FORBIDDEN'],
  ['auditorBanten', 'FORBIDDEN'],
] as const)('regionCreate by %s is refused with %s', async (actor, code) => {
  const input = { code: '36.76', name: 'Anyer', level: 'CITY', parentId: regionId('36') };

  const { errors } = await app.graphql(actor && tokens[actor], create, { input });

  expect(errors?.[0]?.extensions.code).toBe(code);
  expect(await app.sql("select from region where code = '36.76'")).toHaveLength(0);
});

test('a coordinator cannot add a region to another province: row security refuses', async () => {
  const input = { code: '32.99', name: 'Lintas', level: 'CITY', parentId: regionId('32') };

  const { data, errors } = await app.graphql(tokens.coordinatorBanten, create, { input });

  expect(errors?.[0]?.extensions.code ?? data.regionCreate.userErrors[0].code).toBe('FORBIDDEN');
  expect(await app.sql("select from region where code = '32.99'")).toHaveLength(0);
});

test('regionRevise counts the version, keeps the trail and refuses what is stale', async () => {
  const revise = `mutation ($id: ID!, $version: Int!, $input: RegionReviseInput!) {
    regionRevise(id: $id, expectedVersion: $version, input: $input) { region { name version history { nodes { verb actorName changes { field before after } } } } userErrors { path code } } }`;
  const target = { id: regionId('36.73'), version: 1, input: { name: 'Serang Baru' } };

  const first = await app.graphql(tokens.coordinatorBanten, revise, target);
  const stale = await app.graphql(tokens.admin, revise, target);

  expect(first.data.regionRevise.region).toMatchObject({
    name: 'Serang Baru',
    version: 2,
    history: {
      nodes: [
        {
          verb: 'region.revise',
          actorName: 'coordinatorBanten',
          changes: expect.arrayContaining([{ field: 'name', before: 'Serang', after: 'Serang Baru' }]),
        },
      ],
    },
  });
  expect(stale.data.regionRevise).toEqual({
    region: null,
    userErrors: [{ path: ['expectedVersion'], code: 'STALE_VERSION' }],
  });
});
