import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, publicId } from '../../schema/kernel/identifier.js';
import {
  type Asking,
  aCitation,
  aSource,
  everybody,
  type ReportingWorld,
  reportingWorld,
} from '../source/reporting-world.js';
import { regionId } from '../support/build/region.js';
import { anAward, anOfficial } from './awards.js';

let world: ReportingWorld;
let wulan: string;
let bagas: string;

beforeAll(async () => {
  world = await reportingWorld();
  wulan = await anOfficial(world.app, 'Wulan Sukmajaya');
  bagas = await anOfficial(world.app, 'Bagas Wirahadi');
  await anAward(world.app, '36.72', {
    editionYear: 2022,
    ceremonyOn: '2023-05-01',
    givenBy: 'Sekretaris Daerah',
  });
  await anAward(world.app, '36.04', {
    editionYear: 2023,
    level: 'NATIONAL',
    category: 'Pemerintah Kabupaten',
  });
  await anAward(world.app, '32.75', { editionYear: 2024, ceremonyOn: '2024-09-12' });
});
afterAll(() => world.close());

const awards = `query ($filter: AwardFilter, $orderBy: AwardOrder) { awards(filter: $filter, orderBy: $orderBy) {
  totalCount nodes { editionYear recipient { code } } } }`;
const fields = `name editionYear level rank recipient { code } givenBy givenByOfficials { name } receivedBy
  receivedByOfficial { name } ceremonyOn note version citations { source { publisher } }`;
const create = `mutation ($input: AwardCreateInput!) { awardCreate(input: $input) { award { ${fields} } userErrors { path code message } } }`;
const revise = `mutation ($id: ID!, $version: Int!, $input: AwardReviseInput!) { awardRevise(id: $id, expectedVersion: $version, input: $input) {
  award { ${fields} } userErrors { path code } } }`;
const inputOf = (part: object = {}) => ({
  name: 'Paritrana Award',
  editionYear: 2025,
  level: 'PROVINCE',
  recipientId: regionId('36.72'),
  ...part,
});
const awardCount = async () => (await world.app.sql('select count(*)::int as n from award'))[0].n;

describe('awards', () => {
  it.each([
    [{}, [2024, 2023, 2022]],
    [{ editionYears: [2022, 2024] }, [2024, 2022]],
    [{ editionYears: [] }, []],
    [{ levels: ['NATIONAL'] }, [2023]],
    [{ regionIds: [regionId('36')] }, [2023, 2022]],
    [{ search: 'sekretaris' }, [2022]],
    [{ search: 'KABUPATEN' }, [2023]],
    [{ levels: null, regionIds: null }, [2024, 2023, 2022]],
  ])('with the filter %j gives the editions %j in one statement, to everybody', async (filter, years) => {
    const { data, errors, statements } = await world.ask('anonymous', awards, { filter });

    expect(errors).toEqual([]);
    expect(data.awards.nodes.map(({ editionYear }: { editionYear: number }) => editionYear)).toEqual(years);
    expect(data.awards.totalCount).toBe(years.length);
    expect(statements).toBe(1);
  });

  it('can be sorted by ceremony; an unknown day counts as the oldest', async () => {
    const { data } = await world.ask('anonymous', awards, {
      orderBy: { field: 'CEREMONY_ON', direction: 'DESC' },
    });

    expect(data.awards.nodes.map(({ editionYear }: { editionYear: number }) => editionYear)).toEqual([
      2024, 2022, 2023,
    ]);
  });

  it('are a list of their region too', async () => {
    const query = 'query ($id: ID!) { region(id: $id) { awards { totalCount nodes { editionYear } } } }';

    const { data, statements } = await world.ask('anonymous', query, { id: regionId('36.04') });

    expect(data.region.awards).toEqual({ totalCount: 1, nodes: [{ editionYear: 2023 }] });
    expect(statements).toBe(1);
  });

  it.each(everybody)('are read one by one, with their sources: %s', async (name) => {
    const key = await anAward(world.app, '36', { editionYear: 2021 });
    await aCitation(world.app, await aSource(world.app, 'Elshinta'), 'award', key);

    const { data, errors } = await world.ask(
      name,
      'query ($id: ID!) { award(id: $id) { editionYear citations { source { publisher } } } }',
      {
        id: publicId('award', key),
      },
    );
    await world.app.sql(`delete from citation where record_id = $1`, [key]);
    await world.app.sql('delete from award where id = $1', [key]);

    expect(errors).toEqual([]);
    expect(data.award).toEqual({ editionYear: 2021, citations: [{ source: { publisher: 'Elshinta' } }] });
  });
});

describe('awardCreate', () => {
  it('adds an award with its givers and who received it', async () => {
    const input = inputOf({
      rank: 2,
      givenByOfficialIds: [publicId('official', wulan), publicId('official', bagas)],
      receivedBy: ' Kepala Dinas ',
      receivedByOfficialId: publicId('official', bagas),
      ceremonyOn: '2026-02-11',
    });

    const { data } = await world.ask('coordinatorBanten', create, { input });

    expect(data.awardCreate).toEqual({
      award: {
        name: 'Paritrana Award',
        editionYear: 2025,
        level: 'PROVINCE',
        rank: 2,
        recipient: { code: '36.72' },
        givenBy: null,
        givenByOfficials: [{ name: 'Bagas Wirahadi' }, { name: 'Wulan Sukmajaya' }],
        receivedBy: 'Kepala Dinas',
        receivedByOfficial: { name: 'Bagas Wirahadi' },
        ceremonyOn: '2026-02-11',
        note: null,
        version: 1,
        citations: [],
      },
      userErrors: [],
    });
  });

  it('names everything that is wrong at once and saves nothing', async () => {
    const before = await awardCount();
    const input = inputOf({
      editionYear: 1999,
      recipientId: regionId('32.75'),
      givenByOfficialIds: [publicId('official', wulan), publicId('official', newId())],
      ceremonyOn: '2025-02-30',
    });

    const { data } = await world.ask('coordinatorBanten', create, { input });

    expect(data.awardCreate.award).toBeNull();
    expect(
      data.awardCreate.userErrors.map(({ path, code }: { path: string[]; code: string }) => [
        path.slice(1).join('.'),
        code,
      ]),
    ).toEqual([
      ['recipientId', 'OUTSIDE_REGION'],
      ['givenByOfficialIds.1', 'REFERENCE_NOT_FOUND'],
      ['editionYear', 'NUMBER_OUT_OF_RANGE'],
      ['ceremonyOn', 'DATE_INVALID'],
    ]);
    expect(await awardCount()).toBe(before);
  });

  it.each<[Asking, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['operatorCilegon', 'FORBIDDEN'],
    ['approverBanten', 'FORBIDDEN'],
    ['analystBanten', 'FORBIDDEN'],
    ['auditorBanten', 'FORBIDDEN'],
  ])('answers %s with %s', async (name, code) => {
    expect((await world.ask(name, create, { input: inputOf() })).errors).toEqual([code]);
  });
});

describe('awardRevise', () => {
  it('keeps what is absent, clears what is null, and refuses an old version', async () => {
    const key = await anAward(world.app, '36.72', { editionYear: 2020, givenBy: 'Sekretaris Daerah' });
    const id = publicId('award', key);
    const givenByOfficialIds = [publicId('official', wulan)];

    const first = await world.ask('coordinatorBanten', revise, {
      id,
      version: 1,
      input: { rank: 3, givenByOfficialIds },
    });
    const second = await world.ask('coordinatorBanten', revise, { id, version: 2, input: { givenBy: null } });
    const third = await world.ask('coordinatorBanten', revise, {
      id,
      version: 3,
      input: { givenByOfficialIds: null },
    });
    const stale = await world.ask('admin', revise, { id, version: 1, input: { rank: 1 } });

    expect(first.data.awardRevise.award).toMatchObject({
      rank: 3,
      givenBy: 'Sekretaris Daerah',
      givenByOfficials: [{ name: 'Wulan Sukmajaya' }],
    });
    expect(second.data.awardRevise.award).toMatchObject({
      rank: 3,
      givenBy: null,
      givenByOfficials: [{ name: 'Wulan Sukmajaya' }],
    });
    expect(third.data.awardRevise.award).toMatchObject({ rank: 3, givenByOfficials: [], version: 4 });
    expect(stale.data.awardRevise.userErrors).toEqual([{ path: ['expectedVersion'], code: 'STALE_VERSION' }]);
  });

  it('answers alike for an award elsewhere and one that is not there', async () => {
    const elsewhere = publicId('award', await anAward(world.app, '32.75', { editionYear: 2019 }));
    const notFound = [{ path: ['id'], code: 'NOT_FOUND' }];

    for (const id of [elsewhere, publicId('award', newId()), regionId('36')]) {
      const { data } = await world.ask('coordinatorBanten', revise, { id, version: 1, input: { rank: 1 } });
      expect(data.awardRevise.userErrors).toEqual(notFound);
    }
  });

  it('cannot clear name, year and level', async () => {
    const id = publicId('award', await anAward(world.app, '36.72', { editionYear: 2018 }));

    const { data } = await world.ask('admin', revise, {
      id,
      version: 1,
      input: { name: ' ', editionYear: null, level: null },
    });

    expect(data.awardRevise.userErrors).toEqual([
      { path: ['input', 'level'], code: 'VALUE_MISSING' },
      { path: ['input', 'name'], code: 'VALUE_MISSING' },
      { path: ['input', 'editionYear'], code: 'VALUE_MISSING' },
    ]);
  });
});
