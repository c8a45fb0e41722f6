import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import type { ActorName } from '../support/actors.js';
import { aMou, mouId } from '../support/build/mou.js';
import { aProgram, programId } from '../support/build/program.js';
import { regionId } from '../support/build/region.js';
import { aRegulation, categoryId, type ProgramWorld, programWorld, regulationId } from './program-world.js';

let world: ProgramWorld;
let cilegon: string;
let basis: string;
let mou: string;
beforeAll(async () => {
  world = await programWorld();
  basis = await aRegulation(world, {});
  mou = await aMou(world.app, { region: '36.72', state: 'SIGNED' });
  const budget = [{ year: 2026, original: '2200000000' }];
  cilegon = await aProgram(world.app, {
    name: 'KENARI Cilegon',
    quota: 3500,
    legalBases: [basis],
    mous: [mou],
    categories: [world.fisher],
    budget,
  });
  await aProgram(world.app, {
    region: '36.04',
    name: 'Milik Serang',
    from: '2025-11',
    until: '2025-12',
    budget: [{ year: 2025, source: 'CSR', original: '5' }],
  });
});
afterAll(() => world.app.close());

const everything = `id version createdAt updatedAt name agency state closedOn note quota segment wageBaseRupiah hasJht plannedTariffRupiah participantKindCode
  period { from until } deciles { lowest highest } region { displayName } categories { code } legalBases { displayTitle isInForce }
  mous { titleAsWritten phase } budgetLines { id fiscalYear fundingSource ceilingRupiah note }
  unfoundedMonths { reason months { from until } } citations { source { url } } history { totalCount } viewerCan { revise approve close }
  whole: money { requiredRupiah budgetRupiah adequacy { value } enrolledCount runsOutOn }
  year: money(fiscalYear: 2026) { requiredRupiah paidRupiah }`;
const list = `query ($filter: ProgramFilter) { programs(filter: $filter, first: 50) { totalCount nodes { ${everything} } } }`;

describe('the list of programs', () => {
  test('is one statement with everything selected', async () => {
    const sent = await world.app.statements(async () => {
      const { data, errors } = await world.app.graphql(world.tokens.coordinatorBanten, list);
      expect(errors).toBeUndefined();
      expect(data.programs.totalCount).toBe(2);
      expect(data.programs.nodes[0]).toMatchObject({
        name: 'KENARI Cilegon',
        whole: { requiredRupiah: '705600000', budgetRupiah: '2200000000' },
        year: { requiredRupiah: '705600000', paidRupiah: '0' },
      });
    });

    expect(sent).toHaveLength(1);
  });

  test.each<[string, () => unknown, number]>([
    ['regionIds', () => [regionId('36')], 2],
    ['regionIds', () => [regionId('36.04')], 1],
    ['regionIds', () => [], 0],
    ['states', () => ['DRAFT'], 2],
    ['states', () => ['CLOSED'], 0],
    ['activeIn', () => '2026-12', 1],
    ['activeIn', () => '2025-11', 1],
    ['activeIn', () => '2027-01', 0],
    ['fundingSources', () => ['CSR'], 1],
    ['fiscalYear', () => 2026, 1],
    ['categoryIds', () => [categoryId(world.fisher)], 1],
    ['categoryIds', () => [categoryId(world.ojol)], 0],
    ['mouIds', () => [mouId(mou)], 1],
    ['legalBasisIds', () => [regulationId(basis)], 1],
    ['isUnfounded', () => true, 1],
    ['isUnfounded', () => false, 1],
    ['search', () => 'kenari', 1],
    ['search', () => null, 2],
  ])('by %s %#', async (name, value, count) => {
    const { data, errors } = await world.app.graphql(world.tokens.coordinatorBanten, list, {
      filter: { [name]: value() },
    });

    expect(errors).toBeUndefined();
    expect([data.programs.totalCount, data.programs.nodes.length]).toEqual([count, count]);
  });

  test('asks source and year of one and the same line', async () => {
    const filter = { fundingSources: ['CSR'], fiscalYear: 2026 };
    const { data } = await world.app.graphql(world.tokens.coordinatorBanten, list, { filter });

    expect(data.programs.totalCount).toBe(0);
  });

  test.each(['NAME', 'PERIOD_FROM'])('is paged by %s', async (field) => {
    const page = `query ($after: String) { programs(first: 1, after: $after, orderBy: { field: ${field}, direction: ASC }) { nodes { name } pageInfo { endCursor hasNextPage } } }`;
    const first = await world.app.graphql(world.tokens.admin, page);
    const second = await world.app.graphql(world.tokens.admin, page, {
      after: first.data.programs.pageInfo.endCursor,
    });

    expect(new Set([first.data.programs.nodes[0].name, second.data.programs.nodes[0].name]).size).toBe(2);
    expect(second.data.programs.pageInfo.hasNextPage).toBe(false);
  });
});

describe('from the other end', () => {
  test.each([
    [
      'region',
      'query ($id: ID!) { found: region(id: $id) { programs { totalCount nodes { name } } } }',
      () => regionId('36.72'),
    ],
    [
      'mou',
      'query ($id: ID!) { found: mou(id: $id) { programs { totalCount nodes { name } } } }',
      () => mouId(mou),
    ],
    [
      'regulation',
      'query ($id: ID!) { found: regulation(id: $id) { impact { programs } programs { totalCount nodes { name } } } }',
      () => regulationId(basis),
    ],
  ])('a %s shows its programs to its staff only', async (_label, query, id) => {
    const seen: Record<string, unknown> = {};
    for (const name of [
      null,
      'operatorSerang',
      'operatorBekasi',
      'operatorCilegon',
      'analystBanten',
    ] as const) {
      const { data } = await world.app.graphql(name && world.tokens[name], query, { id: id() });
      seen[String(name)] = [
        data.found.programs.totalCount,
        data.found.impact?.programs ?? data.found.programs.totalCount,
      ];
    }

    expect(seen).toEqual({
      null: [0, 0],
      operatorSerang: [0, 0],
      operatorBekasi: [0, 0],
      operatorCilegon: [1, 1],
      analystBanten: [1, 1],
    });
  });
});

test.each([
  'program(id: "x") { id }',
  'programs { totalCount }',
  'tariffs { totalCount }',
  'provinceSetting(regionId: "x") { id }',
])('anonymous may not ask %s', async (field) => {
  const { errors } = await world.app.graphql(null, `{ ${field} }`);

  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

describe.each(['operatorSerang', 'operatorBekasi'] as const)('a program of Cilegon, for %s', (name) => {
  test.each([
    'query ($id: ID!) { program(id: $id) { name } }',
    'query ($id: ID!) { node(id: $id) { id ... on Program { name money { budgetRupiah } } } }',
    'mutation ($id: ID!) { programRevise(id: $id, expectedVersion: 1, input: { name: "x" }) { program { id } userErrors { path code } } }',
  ])('answers as a missing one: %s', async (query) => {
    const forbidden = await world.app.graphql(world.tokens[name], query, { id: programId(cilegon) });
    const missing = await world.app.graphql(world.tokens[name], query, { id: programId(newId()) });

    expect(forbidden).toEqual(missing);
    expect(await world.app.sql('select version from program where id = $1', [cilegon])).toEqual([
      { version: 1 },
    ]);
  });

  test('is in no list and no search', async () => {
    const answer = await world.app.graphql(world.tokens[name], list, { filter: { search: 'KENARI' } });

    expect(answer.data.programs).toEqual({ totalCount: 0, nodes: [] });
  });
});

describe('rights', () => {
  const moves: Readonly<Record<string, string>> = {
    revise: 'programRevise(id: $id, expectedVersion: 99, input: {})',
    approve: 'programApprove(id: $id, expectedVersion: 99)',
    close: 'programClose(id: $id, expectedVersion: 99)',
  };
  const may: Readonly<Record<string, readonly ActorName[]>> = {
    revise: ['admin', 'coordinatorBanten', 'operatorCilegon'],
    approve: ['admin', 'coordinatorBanten', 'approverBanten'],
    close: ['admin', 'coordinatorBanten', 'approverBanten'],
  };
  const everybody = [
    'admin',
    'coordinatorBanten',
    'operatorCilegon',
    'approverBanten',
    'analystBanten',
    'auditorBanten',
  ] as const;

  test.each(Object.keys(moves).flatMap((verb) => everybody.map((name) => [verb, name] as const)))(
    'to %s: %s',
    async (verb, name) => {
      const { data, errors } = await world.app.graphql(
        world.tokens[name],
        `mutation ($id: ID!) { found: ${moves[verb]} { userErrors { code } } }`,
        { id: programId(cilegon) },
      );

      const answer = errors?.[0]?.extensions.code ?? data.found.userErrors[0].code;
      expect(answer).toBe(may[verb]?.includes(name) ? 'STALE_VERSION' : 'FORBIDDEN');
    },
  );
});
