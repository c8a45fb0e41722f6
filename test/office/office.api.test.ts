import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { regionId } from '../support/build/region.js';
import { officeId, officeKey, theOffices } from './offices.js';
import { type Who, World } from './world.js';

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows('delete from office_service_area');
  await world.rows('update office set parent_id = null');
  await world.rows('delete from office');
  await theOffices(world);
});

const names = `query ($filter: OfficeFilter, $orderBy: OfficeOrder, $first: Int) {
  offices(filter: $filter, orderBy: $orderBy, first: $first) { nodes { displayName } totalCount } }`;

describe('offices', () => {
  it('tell which one served Kota Cilegon on 24 January 2024', async () => {
    const filter = { servesRegionIds: [regionId('36.72')], servesOn: '2024-01-24' };

    const { data } = await world.run('analystBanten', names, { filter });

    expect(data).toEqual({ offices: { nodes: [{ displayName: 'Kantor Cabang Serang' }], totalCount: 1 } });
  });

  it.each<[object, string[]]>([
    [{ servesRegionIds: [regionId('36.72')], servesOn: '2024-06-30' }, ['Kantor Cabang Serang']],
    [{ servesRegionIds: [regionId('36.72')], servesOn: '2024-07-01' }, ['Kantor Cabang Cilegon']],
    [{ servesRegionIds: [regionId('36.72')] }, ['Kantor Cabang Cilegon', 'Kantor Cabang Serang']],
    [{ servesRegionIds: [] }, []],
    [{ servesOn: '2024-01-24' }, ['Kantor Cabang Bekasi Kota', 'Kantor Cabang Serang', 'Kanwil Banten']],
    [{ levels: ['KANWIL', 'HEAD_OFFICE'] }, ['Kantor Pusat', 'Kanwil Banten']],
    [{ levels: [] }, []],
    [{ parentId: officeId('kanwil') }, ['Kantor Cabang Cilegon', 'Kantor Cabang Serang']],
    [{ parentId: regionId('36') }, []],
    [{ regionIds: [regionId('36')] }, ['Kantor Cabang Cilegon', 'Kantor Cabang Serang']],
    [{ search: 'cabang ser' }, ['Kantor Cabang Serang']],
    [{ search: '%%%' }, []],
    [{ servesRegionIds: null, levels: ['KANWIL'] }, ['Kanwil Banten']],
  ])('are found by %j', async (filter, found) => {
    const { data } = await world.run('operatorBekasi', names, { filter });

    expect(data.offices.nodes.map(({ displayName }: { displayName: string }) => displayName)).toEqual(found);
    expect(data.offices.totalCount).toBe(found.length);
  });

  it('that closed serve nobody afterwards', async () => {
    await world.rows("update office set closed_until = '2025-12-31' where id = $1", [officeKey('cilegon')]);
    const find = (name: string, on: string) =>
      world.run('admin', names, { filter: { [name]: on, levels: ['KC'], parentId: officeId('kanwil') } });

    const answers = [
      await find('isOpenOn', '2025-12-31'),
      await find('isOpenOn', '2026-01-01'),
      await find('servesOn', '2025-12-31'),
      await find('servesOn', '2026-01-01'),
    ];

    expect(answers.map(({ data }) => data.offices.totalCount)).toEqual([2, 1, 2, 1]);
  });

  it('are read in one statement with everything below them', async () => {
    const query = `{ offices(first: 50) { totalCount nodes { id level name code address note version
      period { from until } region { displayName } parent { displayName parent { displayName } }
      serviceAreas { note period { from until } region { displayName parent { displayName } } } citations { id } } } }`;

    const statements = await world.app.statements(() => world.run('admin', query));

    expect(statements).toHaveLength(1);
  });

  it('show their service areas by region and time', async () => {
    const query = `query ($id: ID!) { office(id: $id) { displayName region { displayName } period { from until }
      serviceAreas { region { displayName } period { from until } } } }`;

    const { data } = await world.run('operatorCilegon', query, { id: officeId('serang') });

    expect(data).toEqual({
      office: {
        displayName: 'Kantor Cabang Serang',
        region: { displayName: 'Kota Serang' },
        period: null,
        serviceAreas: [
          { region: { displayName: 'Kabupaten Serang' }, period: null },
          { region: { displayName: 'Kota Cilegon' }, period: { from: null, until: '2024-06-30' } },
          { region: { displayName: 'Kota Serang' }, period: null },
        ],
      },
    });
  });

  it('hang below the region they serve, for everybody, in one statement', async () => {
    const query = `{ regionByCode(code: "36.72") {
      ever: offices { nodes { displayName } }
      later: offices(filter: { servesOn: "2025-01-24" }) { nodes { displayName } totalCount } } }`;

    const statements = await world.app.statements(async () => {
      const { data } = await world.run('anonymous', query);
      expect(data.regionByCode).toEqual({
        ever: { nodes: [{ displayName: 'Kantor Cabang Cilegon' }, { displayName: 'Kantor Cabang Serang' }] },
        later: { nodes: [{ displayName: 'Kantor Cabang Cilegon' }], totalCount: 1 },
      });
    });

    expect(statements).toHaveLength(1);
  });

  it.each<[Who, string | undefined]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['analystBanten', undefined],
    ['operatorCilegon', undefined],
    ['admin', undefined],
  ])('as a list answer %s with %s', async (who, code) => {
    const { errors } = await world.run(who, names);

    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});
