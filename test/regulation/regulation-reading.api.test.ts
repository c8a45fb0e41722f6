import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Person, type RegulationWorld, regionId, regulationWorld } from './regulation-world.js';

let world: RegulationWorld;

beforeAll(async () => {
  world = await regulationWorld();
});

afterAll(() => world.close());

describe('regulations', () => {
  const listed = async (filter: object | null, person: Person = 'anonymous'): Promise<string[]> => {
    const { data, errors } = await world.ask(
      person,
      `query ($filter: RegulationFilter) {
        regulations(filter: $filter, first: 100) { nodes { title } }
      }`,
      { filter },
    );
    expect(errors).toBeUndefined();
    const titles = data.regulations.nodes.map(({ title }: { title: string | null }) => title ?? '');
    return titles.filter((title: string) => title.startsWith('daftar')).sort();
  };

  beforeAll(async () => {
    await world.aRegulation({ title: 'daftar perwal', year: 2019, number: '903' });
    await world.aRegulation({
      title: 'daftar perda',
      kind: 'PERDA',
      region: '36',
      year: 2020,
      effective_until: '2025-06-30',
    });
    await world.aRegulation({
      title: 'daftar pp',
      kind: 'PP',
      region: null,
      year: 2025,
      effective_from: '2026-12-01',
    });
    await world.aRegulation({
      title: 'daftar kepwal',
      kind: 'KEPWAL',
      region: '36.73',
      year: 2018,
      state: 'REVOKED',
      revoked_on: '2020-01-01',
    });
  });

  it.each([
    [null, ['daftar kepwal', 'daftar perda', 'daftar perwal', 'daftar pp']],
    [{ kinds: null }, ['daftar kepwal', 'daftar perda', 'daftar perwal', 'daftar pp']],
    [{ kinds: [] }, []],
    [{ states: [] }, []],
    [{ phases: [] }, []],
    [{ years: [] }, []],
    [{ issuerRegionIds: [] }, []],
    [{ kinds: ['PERDA', 'PP'] }, ['daftar perda', 'daftar pp']],
    [{ issuerRegionIds: [regionId('36')] }, ['daftar kepwal', 'daftar perda', 'daftar perwal']],
    [{ issuerRegionIds: [regionId('36.73')] }, ['daftar kepwal']],
    [{ isNational: true }, ['daftar pp']],
    [{ isNational: false, years: [2019, 2025] }, ['daftar perwal']],
    [{ states: ['REVOKED'] }, ['daftar kepwal']],
    [{ phases: ['EXPIRED'] }, ['daftar perda']],
    [{ phases: ['NOT_YET_IN_FORCE'] }, ['daftar pp']],
    [{ phases: ['REVOKED', 'IN_FORCE'] }, ['daftar kepwal', 'daftar perwal']],
    [{ inForceOn: '2019-12-31' }, ['daftar kepwal', 'daftar perwal']],
    [{ inForceOn: '2020-01-01' }, ['daftar perda', 'daftar perwal']],
    [{ inForceOn: '2025-06-30' }, ['daftar perda', 'daftar perwal']],
    [{ inForceOn: '2025-07-01' }, ['daftar perwal']],
    [{ inForceOn: '2026-12-01' }, ['daftar perwal', 'daftar pp']],
    [{ search: 'PERWAL kota cilegon nomor 903' }, ['daftar perwal']],
    [{ search: '903/2019' }, ['daftar perwal']],
    [{ search: 'daftar k' }, ['daftar kepwal']],
    [{ search: '%%%' }, []],
  ] as [object | null, string[]][])('with filter %j', async (filter, titles) => {
    expect(await listed(filter)).toEqual(titles);
  });

  it('pages newest first, without losing or repeating one', async () => {
    const query =
      'query ($after: String) { regulations(first: 2, after: $after) { nodes { id inForceFrom } pageInfo { hasNextPage endCursor } } }';
    const ids: string[] = [];
    const days: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data }: Awaited<ReturnType<RegulationWorld['ask']>> = await world.ask('admin', query, {
        after,
      });
      const { nodes, pageInfo } = data.regulations;
      ids.push(...nodes.map(({ id }: { id: string }) => id));
      days.push(...nodes.map(({ inForceFrom }: { inForceFrom: string | null }) => inForceFrom ?? '9999'));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }

    const { rows } = await world.owner.query('select count(*)::integer as count from regulation');
    expect(new Set(ids).size).toBe(rows[0].count);
    expect(ids).toHaveLength(rows[0].count);
    expect(days).toEqual([...days].sort().reverse());
  });
});

describe('reading', () => {
  const everything = `id version kind displayTitle number year title subject note issuerName state phase inForceFrom enactedOn promulgatedOn
    issuerRegion { displayName } period { from until } revocation { on reason } isInForce then: isInForce(on: "2020-01-01")
    relations { kind note target { displayTitle } } relatedBy { kind regulation { displayTitle } }
    basis { kind depth regulation { displayTitle } } dependents { kind depth regulation { displayTitle } }
    impact { regulations } viewerCan { revise enact revoke } citations { field }`;

  it('takes one statement, whatever is selected', async () => {
    const { id } = await world.aRegulation();
    const queries = [
      `{ regulation(id: "${id}") { ${everything} } }`,
      `{ regulations { totalCount nodes { ${everything} } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
      `{ regions(filter: { withinIds: ["${regionId('36')}"] }) { nodes { regulations(first: 5) { totalCount nodes { ${everything} } } } } }`,
    ];
    for (const query of queries) {
      expect((await world.ask('cilegon', query)).errors).toBeUndefined();
      expect(world.statements).toHaveLength(1);
    }
  });

  it('follows the chain both ways, each regulation once at its nearest', async () => {
    const law = await world.aRegulation({ kind: 'UU', region: null, number: '40', year: 1984 });
    const decree = await world.aRegulation({ kind: 'PP', region: null, number: '44', year: 1985 });
    const amendment = await world.aRegulation({ kind: 'PP', region: null, number: '49', year: 1993 });
    const perwal = await world.aRegulation({ number: '41', year: 1994 });
    await world.related(decree.key, 'IMPLEMENTS', law.key);
    await world.related(amendment.key, 'AMENDS', decree.key);
    await world.related(perwal.key, 'BASED_ON', amendment.key);
    await world.related(perwal.key, 'BASED_ON', law.key);
    await world.related(perwal.key, 'REFERS_TO', decree.key);

    const { data } = await world.ask(
      'anonymous',
      `query ($perwal: ID!, $law: ID!) {
        perwal: regulation(id: $perwal) { basis { kind depth regulation { displayTitle } } dependents { depth } }
        law: regulation(id: $law) { basis { depth } dependents { kind depth regulation { displayTitle } } impact { regulations } }
      }`,
      { perwal: perwal.id, law: law.id },
    );

    const link = (depth: number, kind: string, displayTitle: string) => ({
      kind,
      depth,
      regulation: { displayTitle },
    });
    expect(data).toEqual({
      perwal: {
        basis: [
          link(1, 'BASED_ON', 'PP Nomor 49 Tahun 1993'),
          link(1, 'BASED_ON', 'UU Nomor 40 Tahun 1984'),
          link(2, 'AMENDS', 'PP Nomor 44 Tahun 1985'),
        ],
        dependents: [],
      },
      law: {
        basis: [],
        dependents: [
          link(1, 'IMPLEMENTS', 'PP Nomor 44 Tahun 1985'),
          link(1, 'BASED_ON', 'Perwal Kota Cilegon Nomor 41 Tahun 1994'),
          link(2, 'AMENDS', 'PP Nomor 49 Tahun 1993'),
        ],
        impact: { regulations: 3 },
      },
    });
  });

  it('sorts by name as well, both ways', async () => {
    for (const number of ['12', '11', '13']) await world.aRegulation({ number, year: 1977 });
    const sorted = async (direction: string): Promise<string[]> => {
      const order = `{ field: DISPLAY_TITLE, direction: ${direction} }`;
      const query = `{ regulations(filter: { years: [1977] }, orderBy: ${order}) { nodes { number } } }`;
      const { data } = await world.ask('anonymous', query);
      return data.regulations.nodes.map(({ number }: { number: string }) => number);
    };

    expect(await sorted('ASC')).toEqual(['11', '12', '13']);
    expect(await sorted('DESC')).toEqual(['13', '12', '11']);
  });

  it('answers isInForce for today, and for the day asked', async () => {
    const { id } = await world.aRegulation({ effective_from: '2026-01-01', effective_until: '2027-03-31' });

    const { data } = await world.ask(
      'anonymous',
      'query ($id: ID!) { regulation(id: $id) { isInForce last: isInForce(on: "2027-03-31") after: isInForce(on: "2027-04-01") phase period { from until } } }',
      { id },
    );

    expect(data.regulation).toEqual({
      isInForce: true,
      last: true,
      after: false,
      phase: 'IN_FORCE',
      period: { from: '2026-01-01', until: '2027-03-31' },
    });
  });
});
