import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decide, rowOf } from './regulation-decisions.js';
import {
  type Person,
  type RegulationWorld,
  regionId,
  regulationId,
  regulationWorld,
} from './regulation-world.js';

let world: RegulationWorld;

beforeAll(async () => {
  world = await regulationWorld();
});

afterAll(() => world.close());

describe('rights', () => {
  const create = (person: Person, input: object) => decide(world, person, 'Create', { input });

  it.each([
    ['anonymous', 'UNAUTHENTICATED'],
    ['analyst', 'FORBIDDEN'],
  ] as const)('refuse %s', async (person, refusal) => {
    const { id } = await world.aRegulation();

    expect((await create(person, { kind: 'PERWAL', issuerRegionId: regionId('36.72') })).refusal).toBe(
      refusal,
    );
    for (const verb of ['Revise', 'Enact', 'Revoke'] as const) {
      expect((await decide(world, person, verb, { id, version: 1, input: {} })).refusal).toBe(refusal);
    }
    expect(await rowOf(world, id)).toMatchObject({ version: 1 });
  });

  it.each([
    ['cilegon', { kind: 'PERWAL', issuerRegionId: '36.73' }, ['input.issuerRegionId OUTSIDE_REGION']],
    ['cilegon', { kind: 'PERDA', issuerRegionId: '36' }, ['input.issuerRegionId OUTSIDE_REGION']],
    ['cilegon', { kind: 'PP' }, ['input.issuerRegionId REGULATION_NATIONAL_RESERVED']],
    ['banten', { kind: 'SE' }, ['input.issuerRegionId REGULATION_NATIONAL_RESERVED']],
    ['banten', { kind: 'PERWAL', issuerRegionId: '32.75' }, ['input.issuerRegionId OUTSIDE_REGION']],
    [
      'cilegon',
      { kind: 'PERBUP', issuerRegionId: '36.72' },
      ['input.issuerRegionId REGULATION_ISSUER_MISPLACED'],
    ],
    ['banten', { kind: 'PERWAL', issuerRegionId: '36.73' }, []],
    ['admin', { kind: 'PP' }, []],
  ] as [Person, { kind: string; issuerRegionId?: string }, string[]][])(
    'let %s create %j: %j',
    async (person, input, problems) => {
      const place = input.issuerRegionId ? { issuerRegionId: regionId(input.issuerRegionId) } : {};

      expect((await create(person, { ...input, ...place })).problems).toEqual(problems);
    },
  );

  it.each(['Revise', 'Enact', 'Revoke'] as const)(
    'answer %s of another city like one of nothing',
    async (verb) => {
      const { id } = await world.aRegulation({ state: 'DRAFT' });
      const nothing = regulationId('00000000-0000-7000-8000-000000000000');

      const foreign = await decide(world, 'serang', verb, { id, version: 1, input: {} });
      const missing = await decide(world, 'serang', verb, { id: nothing, version: 1, input: {} });

      expect(foreign).toEqual(missing);
      expect(foreign.problems).toEqual(['id NOT_FOUND']);
    },
  );

  it('tell in viewerCan what the caller may do', async () => {
    const draft = await world.aRegulation({ state: 'DRAFT' });
    const enacted = await world.aRegulation();
    const law = await world.aRegulation({ kind: 'UU', region: null });
    const canOf = async (person: Person, id: string) => {
      const { data } = await world.ask(
        person,
        'query ($id: ID!) { regulation(id: $id) { viewerCan { revise enact revoke } } }',
        { id },
      );
      return Object.entries(data.regulation.viewerCan).flatMap(([name, can]) => (can ? [name] : []));
    };

    expect(await canOf('cilegon', draft.id)).toEqual(['revise', 'enact']);
    expect(await canOf('analyst', draft.id)).toEqual([]);
    expect(await canOf('banten', enacted.id)).toEqual(['revise', 'revoke']);
    expect(await canOf('serang', enacted.id)).toEqual([]);
    expect(await canOf('anonymous', enacted.id)).toEqual([]);
    expect(await canOf('banten', law.id)).toEqual([]);
    expect(await canOf('admin', law.id)).toEqual(['revise', 'revoke']);
  });
});

describe('draft of Cilegon', () => {
  it.each([
    ['cilegon', 1],
    ['serang', 0],
    ['anonymous', 0],
  ] as const)('is there %s: %i', async (person, count) => {
    const law = await world.aRegulation({ kind: 'UU', region: null });
    const draft = await world.aRegulation({
      state: 'DRAFT',
      title: `Rahasia ${person}`,
      number: `rahasia-${person}`,
      year: 2029,
    });
    await world.related(draft.key, 'IMPLEMENTS', law.key);

    const { data, errors } = await world.ask(
      person,
      `query ($id: ID!, $law: ID!, $search: String!, $region: ID!) {
        regulation(id: $id) { id }
        node(id: $id) { id }
        byFilter: regulations(filter: { years: [2029], search: $search, states: [DRAFT] }) { nodes { id } totalCount }
        region(id: $region) { regulations(filter: { search: $search, phases: [DRAFT] }) { totalCount } }
        law: regulation(id: $law) { relatedBy { kind regulation { id } } dependents { depth regulation { id } } impact { regulations } }
      }`,
      { id: draft.id, law: law.id, search: `rahasia ${person}`, region: regionId('36.72') },
    );

    expect(errors).toBeUndefined();
    const seen = Array.from({ length: count }, () => ({ id: draft.id }));
    expect(data).toEqual({
      regulation: seen[0] ?? null,
      node: seen[0] ?? null,
      byFilter: { nodes: seen, totalCount: count },
      region: { regulations: { totalCount: count } },
      law: {
        relatedBy: seen.map((regulation) => ({ kind: 'IMPLEMENTS', regulation })),
        dependents: seen.map((regulation) => ({ depth: 1, regulation })),
        impact: { regulations: count },
      },
    });
  });
});
