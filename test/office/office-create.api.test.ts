import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { regionId } from '../support/build/region.js';
import { officeAnswer, officeId, officeKey, problems, theOffices } from './offices.js';
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

const create = `mutation ($input: OfficeCreateInput!, $key: String) {
  officeCreate(input: $input, idempotencyKey: $key) { ${officeAnswer} } }`;

describe('officeCreate', () => {
  it('adds an office with its areas, once for one key', async () => {
    const input = {
      level: 'KCP',
      name: ' Kantor BPJS Ketenagakerjaan Cikande ',
      code: 'Q01',
      parentId: officeId('kanwil'),
      regionId: regionId('36.04'),
      serviceAreas: [{ regionId: regionId('36.04'), from: '2016-05-01', note: 'Sebagian kabupaten.' }],
    };

    const first = await world.run('coordinatorBanten', create, { input, key: 'cikande' });
    const second = await world.run('coordinatorBanten', create, { input, key: 'cikande' });

    expect(first.data.officeCreate).toEqual({
      office: {
        id: expect.stringMatching(/^office_/),
        displayName: 'KCP Cikande',
        version: 1,
        code: 'Q01',
        period: null,
        serviceAreas: [{ note: 'Sebagian kabupaten.', period: { from: '2016-05-01', until: null } }],
      },
      userErrors: [],
    });
    expect(second.data.officeCreate.office.id).toBe(first.data.officeCreate.office.id);
    expect(await world.rows('select from office')).toHaveLength(6);
    expect(await world.rows("select from audit_event where verb = 'office.create'")).toHaveLength(2);
  });

  it('lets a coordinator add a Kanwil known only by its province', async () => {
    const input = { level: 'KANWIL', name: 'Jawa Barat', serviceAreas: [{ regionId: regionId('32') }] };

    const { data } = await world.run('coordinatorJabar', create, { input });

    expect(data.officeCreate.userErrors).toEqual([]);
    expect(data.officeCreate.office.displayName).toBe('Kanwil Jawa Barat');
  });

  it('names all problems at once and saves nothing', async () => {
    const input = {
      level: 'HEAD_OFFICE',
      name: '  ',
      parentId: regionId('36'),
      regionId: regionId('32.75'),
      openedFrom: '2024-02-30',
      serviceAreas: [
        { regionId: regionId('36.72'), from: '2024-01-01', until: '2023-01-01' },
        { regionId: regionId('32.75') },
        { regionId: regionId('36.72.01') },
      ],
    };

    const { data } = await world.run('coordinatorBanten', create, { input });

    expect(data.officeCreate.office).toBeNull();
    expect(problems(data.officeCreate)).toEqual([
      'input.parentId REFERENCE_NOT_FOUND',
      'input.name VALUE_MISSING',
      'input.openedFrom DATE_INVALID',
      'input.serviceAreas.0.until OFFICE_SERVICE_PERIOD_REVERSED',
      'input.serviceAreas.2.regionId OFFICE_REGION_LEVEL',
      'input.level OFFICE_HEAD_RESERVED',
      'input.regionId OUTSIDE_REGION',
      'input.serviceAreas.1.regionId OUTSIDE_REGION',
      'input.serviceAreas.2.regionId OUTSIDE_REGION',
    ]);
    expect(await world.rows('select from office')).toHaveLength(5);
  });

  it('refuses a code that another office has', async () => {
    await world.rows("update office set code = 'J00' where id = $1", [officeKey('serang')]);
    const input = { level: 'KC', name: 'Baru', code: 'J00', regionId: regionId('36.72') };

    const { data } = await world.run('admin', create, { input });

    expect(problems(data.officeCreate)).toEqual(['input.code OFFICE_CODE_TAKEN']);
  });

  it.each<[Who, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['analystBanten', 'FORBIDDEN'],
    ['auditorBanten', 'FORBIDDEN'],
    ['operatorCilegon', 'FORBIDDEN'],
    ['approverBanten', 'FORBIDDEN'],
  ])('answers %s with %s', async (who, code) => {
    const { errors } = await world.run(who, create, { input: { level: 'KC', name: 'Baru' } });

    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(await world.rows('select from office')).toHaveLength(5);
  });
});
