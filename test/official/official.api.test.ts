import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { officeId, theOffices } from '../office/offices.js';
import { type Who, World } from '../office/world.js';
import { regionId } from '../support/build/region.js';
import { theOfficials } from './officials.js';

let world: World;

beforeAll(async () => {
  world = await World.open();
  await theOffices(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows('delete from official');
  await theOfficials(world);
});

const names = `query ($filter: OfficialFilter, $orderBy: OfficialOrder) {
  officials(filter: $filter, orderBy: $orderBy) { nodes { name } totalCount } }`;

describe('officials', () => {
  it.each<[object, string[]]>([
    [{ inPostOn: '2024-01-24' }, ['Ahmad Contoh', 'Budi Teladan']],
    [{ inPostOn: '2024-01-25' }, ['Budi Teladan']],
    [{ inPostOn: '2024-03-01' }, ['Budi Teladan', 'Citra Misal']],
    [{ inPostOn: '2025-12-18' }, ['Dewi Umpama']],
    [{ inPostOn: '2025-02-20', regionIds: [regionId('36')] }, ['Budi Teladan', 'Citra Misal']],
    [{ regionIds: [regionId('36.04')] }, ['Dewi Umpama', 'Eka Andai']],
    [{ regionIds: [] }, []],
    [{ officeIds: [officeId('serang')] }, ['Ahmad Contoh']],
    [{ officeIds: [regionId('36.72')] }, []],
    [{ search: 'contho' }, ['Ahmad Contoh']],
    [{ search: 'kantor cabang' }, ['Ahmad Contoh', 'Fajar Ibarat']],
    [{ search: 'misal' }, ['Citra Misal']],
  ])('are found by %j', async (filter, found) => {
    const { data } = await world.run('operatorBekasi', names, { filter });

    expect(data.officials.nodes.map(({ name }: { name: string }) => name)).toEqual(found);
    expect(data.officials.totalCount).toBe(found.length);
  });

  it('can be sorted by their first known day, the unknown ones first', async () => {
    const orderBy = { field: 'START', direction: 'ASC' };

    const { data } = await world.run('admin', names, { orderBy, filter: { regionIds: [regionId('36')] } });

    const found = data.officials.nodes.map(({ name }: { name: string }) => name);
    expect(found).toEqual(['Eka Andai', 'Budi Teladan', 'Citra Misal', 'Dewi Umpama']);
  });

  it('are read in one statement with everything below them', async () => {
    const query = `{ officials(filter: { officeIds: ["${officeId('serang')}"] }) { totalCount nodes { name nameVariants displayName
      post organisationKind agency isActing note term { from until } evidenced { from until } region { displayName }
      office { displayName parent { displayName } serviceAreas { region { displayName } } } citations { id } } } }`;

    const statements = await world.app.statements(async () => {
      const { data } = await world.run('analystBanten', query);
      expect(data.officials.nodes[0]).toMatchObject({
        displayName: 'Ahmad Contoh, Kepala Kantor Cabang Serang',
        nameVariants: ['A. Contoh', 'Contho'],
        term: null,
        evidenced: { from: '2023-09-12', until: '2024-01-24' },
        office: { displayName: 'Kantor Cabang Serang', parent: { displayName: 'Kanwil Banten' } },
      });
    });

    expect(statements).toHaveLength(1);
  });

  it.each<[Who, string | undefined]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['analystBanten', undefined],
    ['operatorCilegon', undefined],
  ])('as a list answer %s with %s', async (who, code) => {
    const { errors } = await world.run(who, names);

    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});
