import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId, referenceId } from '../../schema/kernel/identifier.js';
import { regionKey } from '../support/build/region.js';
import { anOffice, officeKey, theOffices } from './offices.js';
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

const rename = 'update office set note = $2 where id = $1';
const newOffice = 'insert into office (id, level, name, region_id) values ($1, $2, $3, $4)';
const newArea =
  'insert into office_service_area (id, office_id, region_id, valid_from, valid_until) values (gen_random_uuid(), $1, $2, $3, $4)';

describe('office rows', () => {
  it.each<Who>(['anonymous', 'analystBanten', 'operatorCilegon', 'coordinatorJabar', 'admin'])(
    'are readable by %s',
    async (who) => {
      expect(await world.asApp(who, 'select from office')).toBe(5);
      expect(await world.asApp(who, 'select from office_service_area')).toBe(6);
    },
  );

  it.each<[Who, string, number]>([
    ['anonymous', 'serang', 0],
    ['analystBanten', 'serang', 0],
    ['auditorBanten', 'serang', 0],
    ['operatorCilegon', 'cilegon', 0],
    ['coordinatorJabar', 'serang', 0],
    ['coordinatorJabar', 'kanwil', 0],
    ['coordinatorJabar', 'bekasi', 1],
    ['coordinatorBanten', 'bekasi', 0],
    ['coordinatorBanten', 'serang', 1],
    ['coordinatorBanten', 'kanwil', 1],
    ['coordinatorBanten', 'pusat', 0],
    ['admin', 'pusat', 1],
    ['admin', 'bekasi', 1],
  ])('changed by %s: %s gives %i', async (who, key, count) => {
    expect(await world.asApp(who, rename, [officeKey(key), 'berubah'])).toBe(count);
  });

  it.each<[Who, string, string | null]>([
    ['anonymous', 'KC', '36.72'],
    ['operatorCilegon', 'KC', '36.72'],
    ['coordinatorJabar', 'KC', '36.72'],
    ['coordinatorBanten', 'KC', '32.75'],
    ['coordinatorBanten', 'KC', null],
    ['coordinatorBanten', 'HEAD_OFFICE', '36.72'],
  ])('are not added by %s as %s in %s', async (who, level, code) => {
    const values = [officeKey('baru'), level, 'Baru', code && regionKey(code)];

    await expect(world.asApp(who, newOffice, values)).rejects.toMatchObject({ code: '42501' });

    expect(await world.rows('select from office')).toHaveLength(5);
  });

  it('cannot be captured by a service area in another province', async () => {
    const values = [officeKey('serang'), regionKey('32.75'), null, null];

    await expect(world.asApp('coordinatorJabar', newArea, values)).rejects.toMatchObject({ code: '42501' });

    expect(await world.asApp('coordinatorJabar', rename, [officeKey('serang'), 'direbut'])).toBe(0);
  });

  it('let nobody give away or remove the areas of another province', async () => {
    const foreign = [officeKey('serang'), regionKey('32.75'), null, null];
    const gone = 'delete from office_service_area where office_id = $1';

    await expect(world.asApp('coordinatorBanten', newArea, foreign)).rejects.toMatchObject({ code: '42501' });
    expect(await world.asApp('coordinatorJabar', gone, [officeKey('serang')])).toBe(0);
    expect(await world.asApp('operatorCilegon', gone, [officeKey('serang')])).toBe(0);
    expect(await world.asApp('coordinatorBanten', gone, [officeKey('serang')])).toBe(3);
  });

  it('are never deleted', async () => {
    await expect(world.asApp('admin', 'delete from office')).rejects.toMatchObject({ code: '42501' });
  });

  it('leave an audit row with who and what', async () => {
    await world.asApp('coordinatorBanten', rename, [officeKey('serang'), 'pindah alamat']);

    const events = await world.rows(
      `select operation, changes, region_id from audit_event where subject_id = $1 and operation = 'UPDATE'`,
      [officeKey('serang')],
    );
    expect(events).toContainEqual({
      operation: 'UPDATE',
      changes: { note: [null, 'pindah alamat'] },
      region_id: regionKey('36.73'),
    });
  });
});

describe('office constraints', () => {
  const seated = regionKey('36.72');

  it.each([
    ["update office set level = 'KC' where id = $1", 'kanwil', 'office_parent_level'],
    ['update office set parent_id = id where id = $1', 'kanwil', 'office_parent_level'],
    [`update office set parent_id = '${officeKey('serang')}' where id = $1`, 'kanwil', 'office_parent_level'],
    [
      "update office set opened_from = '2026-01-01', closed_until = '2025-12-31' where id = $1",
      'serang',
      'office_period_order',
    ],
    [`update office set parent_id = '${seated}' where id = $1`, 'serang', 'office_parent_known'],
    [
      `update office set region_id = '${regionKey('36.72.01')}' where id = $1`,
      'serang',
      'office_region_level',
    ],
  ])('refuse %s', async (text, key, constraint) => {
    await expect(world.asApp('admin', text, [officeKey(key)])).rejects.toMatchObject({ constraint });
  });

  it('follow the office above to its new level', async () => {
    await anOffice(world, { key: 'cikande', level: 'KCP', name: 'Cikande', parent: 'serang' });

    await world.asApp('admin', "update office set level = 'KANWIL', parent_id = $2 where id = $1", [
      officeKey('serang'),
      officeKey('pusat'),
    ]);

    const [row] = await world.rows('select parent_level, version from office where id = $1', [
      officeKey('cikande'),
    ]);
    expect(row).toEqual({ parent_level: 'KANWIL', version: 2 });
  });

  it('refuse a district as a service area and a reversed service period', async () => {
    const district = [officeKey('serang'), regionKey('36.72.01'), null, null];
    const reversed = [officeKey('serang'), seated, '2025-02-01', '2025-01-31'];

    await expect(world.asApp('admin', newArea, district)).rejects.toMatchObject({
      constraint: 'office_service_area_region_level',
    });
    await expect(world.asApp('admin', newArea, reversed)).rejects.toMatchObject({
      constraint: 'office_service_area_period_order',
    });
  });

  it('refuse one of two overlapping areas written at the same time, with the code of the rule', async () => {
    const add = () =>
      world.app.unitOfWork.decide(
        world.callerFor('coordinatorBanten'),
        { verb: 'office.revise' },
        async (work) => {
          await work.query(newArea, [officeKey('cilegon'), regionKey('36.04'), '2025-01-01', null]);
          await work.query('select pg_sleep(0.2)');
          return officeKey('cilegon');
        },
      );

    const outcomes = await Promise.all([add(), add()]);

    const problems = outcomes.flatMap((outcome) => outcome.problems);
    expect(problems).toEqual([
      { path: ['input', 'serviceAreas'], code: 'OFFICE_SERVICE_AREA_OVERLAP', params: {} },
    ]);
    const saved = await world.rows('select from office_service_area where office_id = $1', [
      officeKey('cilegon'),
    ]);
    expect(saved).toHaveLength(2);
  });

  it.each([
    ['HEAD_OFFICE', 'Kantor Pusat BPJS Ketenagakerjaan', 'Kantor Pusat'],
    ['KANWIL', 'Kantor Wilayah Banten', 'Kanwil Banten'],
    ['KANWIL', 'Banten', 'Kanwil Banten'],
    ['KC', 'Kantor Cabang Tangerang Cikokol', 'Kantor Cabang Tangerang Cikokol'],
    ['KC', 'Cabang Kota Bekasi', 'Kantor Cabang Kota Bekasi'],
    ['KCP', 'Kantor BPJS Ketenagakerjaan Cikande', 'KCP Cikande'],
  ])('show a %s written "%s" as "%s"', async (level, name, shown) => {
    const id = referenceId('office', publicId('shown', name));
    await world.rows('insert into office (id, level, name) values ($1, $2, $3)', [id, level, name]);

    expect(await world.rows('select display_name from office where id = $1', [id])).toEqual([
      { display_name: shown },
    ]);
  });
});
