import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import { regionId, regionKey } from '../support/build/region.js';
import { type Asking, aCitation, aSource, type ReportingWorld, reportingWorld } from './reporting-world.js';

let world: ReportingWorld;
let bantenRaya: string;
let bps: string;

beforeAll(async () => {
  world = await reportingWorld();
  bantenRaya = await aSource(world.app, 'Banten Raya', '2026-02-11');
  bps = await aSource(world.app, 'BPS Provinsi Banten');
  await aCitation(world.app, bps, 'region', regionKey('36'));
});
afterAll(() => world.close());

const sourceCount = async () => (await world.app.sql('select count(*)::int as n from source'))[0].n;
const sources = `query ($filter: SourceFilter, $orderBy: SourceOrder) {
  sources(filter: $filter, orderBy: $orderBy) { totalCount nodes { publisher } } }`;
const create = `mutation ($input: SourceCreateInput!, $key: String) {
  sourceCreate(input: $input, idempotencyKey: $key) { source { id publisher url version } userErrors { path code message } } }`;
const revise = `mutation ($id: ID!, $version: Int!, $input: SourceReviseInput!) {
  sourceRevise(id: $id, expectedVersion: $version, input: $input) { source { publisher title note version } userErrors { path code } } }`;
const cite = `mutation ($input: SourceCiteInput!) {
  sourceCite(input: $input) { citation { id recordId field note source { publisher } } userErrors { path code message } } }`;
const remove = `mutation ($id: ID!) { citationRemove(id: $id) { source { publisher } userErrors { path code } } }`;

describe('sources', () => {
  it('is for staff', async () => {
    expect((await world.ask('anonymous', sources)).errors).toEqual(['UNAUTHENTICATED']);
    expect((await world.ask('analystBanten', sources)).data.sources.totalCount).toBe(2);
  });

  it.each([
    [{ search: 'provinsi b' }, ['BPS Provinsi Banten']],
    [{ publisher: 'banten raya' }, ['Banten Raya']],
    [{ publishedFrom: '2026-02-11', publishedUntil: '2026-02-11' }, ['Banten Raya']],
    [{ publishedFrom: '2026-02-12' }, []],
    [{ citedById: regionId('36') }, ['BPS Provinsi Banten']],
    [{ citedById: regionId('36.72') }, []],
    [{ citedById: 'nonsense' }, []],
    [{ search: null, publisher: null }, ['Banten Raya', 'BPS Provinsi Banten']],
  ])('with the filter %j gives %j in one statement', async (filter, publishers) => {
    const { data, errors, statements } = await world.ask('operatorCilegon', sources, { filter });

    expect(errors).toEqual([]);
    expect(data.sources.nodes.map((node: { publisher: string }) => node.publisher)).toEqual(publishers);
    expect(statements).toBe(1);
  });

  it.each([
    ['PUBLISHER', ['BPS Provinsi Banten', 'Banten Raya']],
    ['PUBLISHED_ON', ['Banten Raya', 'BPS Provinsi Banten']],
    ['CREATED_AT', ['BPS Provinsi Banten', 'Banten Raya']],
  ])('pages by %s', async (field, publishers) => {
    const page = `query ($after: String) { sources(first: 1, after: $after, orderBy: { field: ${field}, direction: DESC }) {
      nodes { publisher } pageInfo { hasNextPage endCursor } } }`;

    const { data: first } = await world.ask('operatorCilegon', page);
    const { data: second } = await world.ask('operatorCilegon', page, {
      after: first.sources.pageInfo.endCursor,
    });

    expect([...first.sources.nodes, ...second.sources.nodes].map(({ publisher }) => publisher)).toEqual(
      publishers,
    );
    expect(second.sources.pageInfo.hasNextPage).toBe(false);
  });
});

describe('sourceCreate', () => {
  it('adds a source once for one idempotency key', async () => {
    const before = await sourceCount();
    const input = { publisher: '  Selatsunda.com ', url: 'https://selatsunda.com/x' };

    const first = await world.ask('operatorCilegon', create, { input, key: 'k1' });
    const again = await world.ask('operatorCilegon', create, { input, key: 'k1' });

    expect(first.data.sourceCreate).toEqual({
      source: {
        id: expect.stringMatching(/^source_/),
        publisher: 'Selatsunda.com',
        url: 'https://selatsunda.com/x',
        version: 1,
      },
      userErrors: [],
    });
    expect(again.data.sourceCreate.source.id).toBe(first.data.sourceCreate.source.id);
    expect(await sourceCount()).toBe(before + 1);
  });

  it('refuses an address that is not of the web, and saves nothing', async () => {
    const before = await sourceCount();

    const { data } = await world.ask('operatorCilegon', create, {
      input: { publisher: ' ', url: 'javascript:alert(1)' },
    });

    expect(data.sourceCreate.source).toBeNull();
    expect(data.sourceCreate.userErrors).toEqual([
      { path: ['input', 'publisher'], code: 'VALUE_MISSING', message: 'Isian ini wajib diisi.' },
      {
        path: ['input', 'url'],
        code: 'SOURCE_URL_INVALID',
        message:
          'Alamat "javascript:alert(1)" tidak berlaku. Tulis lengkap dengan http:// atau https://, tanpa nama pengguna dan kata sandi.',
      },
    ]);
    expect(await sourceCount()).toBe(before);
  });

  it.each<[Asking, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['approverBanten', 'FORBIDDEN'],
    ['analystBanten', 'FORBIDDEN'],
    ['auditorBanten', 'FORBIDDEN'],
  ])('answers %s with %s', async (name, code) => {
    expect((await world.ask(name, create, { input: { publisher: 'X' } })).errors).toEqual([code]);
  });
});

describe('sourceRevise', () => {
  it('keeps what is absent, clears what is null, and refuses an old version', async () => {
    const key = await aSource(world.app, 'Elshinta');
    await world.app.sql(`update source set title = 'Judul', note = 'Catatan' where id = $1`, [key]);
    const variables = { id: publicId('source', key), version: 2, input: { note: null } };

    const first = await world.ask('coordinatorBanten', revise, variables);
    const second = await world.ask('coordinatorBanten', revise, variables);

    expect(first.data.sourceRevise.source).toEqual({
      publisher: 'Elshinta',
      title: 'Judul',
      note: null,
      version: 3,
    });
    expect(second.data.sourceRevise.userErrors).toEqual([
      { path: ['expectedVersion'], code: 'STALE_VERSION' },
    ]);
  });

  it('is not for operators: others cite the source too', async () => {
    const variables = { id: publicId('source', bps), version: 1, input: { title: 'X' } };

    expect((await world.ask('operatorCilegon', revise, variables)).errors).toEqual(['FORBIDDEN']);
  });
});

describe('sourceCite and citationRemove', () => {
  it('cite a field of a record of the own region, once, and take it back', async () => {
    const input = {
      sourceId: publicId('source', bantenRaya),
      recordId: regionId('36.72'),
      field: 'name',
      note: 'Paragraf 2',
    };

    const cited = await world.ask('operatorCilegon', cite, { input });
    const again = await world.ask('operatorCilegon', cite, { input });
    const { id, ...citation } = cited.data.sourceCite.citation;
    const removed = await world.ask('operatorCilegon', remove, { id });
    const missing = await world.ask('operatorCilegon', remove, { id });

    expect(citation).toEqual({
      recordId: regionId('36.72'),
      field: 'name',
      note: 'Paragraf 2',
      source: { publisher: 'Banten Raya' },
    });
    expect(again.data.sourceCite.userErrors).toEqual([
      {
        path: ['input', 'sourceId'],
        code: 'CITATION_EXISTS',
        message: 'Sumber ini sudah dikutip untuk data dan isian yang sama.',
      },
    ]);
    expect(removed.data.citationRemove).toEqual({ source: { publisher: 'Banten Raya' }, userErrors: [] });
    expect(missing.data.citationRemove.userErrors).toEqual([{ path: ['id'], code: 'NOT_FOUND' }]);
  });

  it.each([
    [{ recordId: regionId('36.04') }, 'recordId', 'OUTSIDE_REGION'],
    [{ recordId: publicId('region', newId()) }, 'recordId', 'REFERENCE_NOT_FOUND'],
    [{ recordId: publicId('staff', newId()) }, 'recordId', 'REFERENCE_NOT_FOUND'],
    [{ recordId: regionId('36.72'), field: 'colour' }, 'field', 'CITATION_FIELD_UNKNOWN'],
    [
      { recordId: regionId('36.72'), sourceId: publicId('source', newId()) },
      'sourceId',
      'REFERENCE_NOT_FOUND',
    ],
    [{ recordId: regionId('36.72'), sourceId: regionId('36') }, 'sourceId', 'REFERENCE_NOT_FOUND'],
  ])('refuse %j at %s with %s', async (part, field, code) => {
    const input = { sourceId: publicId('source', bantenRaya), ...part };

    const { data } = await world.ask('operatorCilegon', cite, { input });

    expect(data.sourceCite.userErrors).toMatchObject([{ path: ['input', field], code }]);
  });

  it('leave the citations of another region alone', async () => {
    const key = await aCitation(world.app, bps, 'region', regionKey('36.04'));

    const { data } = await world.ask('operatorCilegon', remove, { id: publicId('citation', key) });

    expect(data.citationRemove.userErrors).toEqual([{ path: ['id'], code: 'OUTSIDE_REGION' }]);
    expect(await world.app.sql('select id from citation where id = $1', [key])).toHaveLength(1);
  });

  it.each<Asking>(['approverBanten', 'analystBanten', 'auditorBanten'])(
    'are not for the %s',
    async (name) => {
      const input = { sourceId: publicId('source', bps), recordId: regionId('36.72') };

      expect((await world.ask(name, cite, { input })).errors).toEqual(['FORBIDDEN']);
      expect((await world.ask(name, remove, { id: publicId('citation', newId()) })).errors).toEqual([
        'FORBIDDEN',
      ]);
    },
  );
});
