import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { officeKey, theOffices } from '../office/offices.js';
import { type Who, World } from '../office/world.js';
import { regionKey } from '../support/build/region.js';
import { anOfficial, officialKey, theOfficials } from './officials.js';

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

const change = 'update official set note = $2 where id = $1';
const inRegion = `insert into official (id, name, post, organisation_kind, region_id) values ($1, 'Gita', 'Wali Kota', 'REGION_GOVERNMENT', $2)`;
const inOffice = `insert into official (id, name, post, organisation_kind, office_id) values ($1, 'Gita', 'Kepala', 'OFFICE', $2)`;

describe('official rows', () => {
  it.each<Who>(['anonymous', 'operatorSerang', 'coordinatorJabar', 'admin'])(
    'are readable by %s',
    async (who) => {
      expect(await world.asApp(who, 'select from official')).toBe(6);
    },
  );

  it.each<[Who, string, number]>([
    ['anonymous', 'walikota', 0],
    ['analystBanten', 'walikota', 0],
    ['auditorBanten', 'walikota', 0],
    ['approverBanten', 'walikota', 0],
    ['operatorSerang', 'walikota', 0],
    ['operatorCilegon', 'walikota', 1],
    ['operatorCilegon', 'dinas', 1],
    ['operatorCilegon', 'bupati', 0],
    ['operatorSerang', 'bupati', 1],
    ['operatorSerang', 'kepala', 0],
    ['coordinatorBanten', 'walikota', 1],
    ['coordinatorBanten', 'kepala', 1],
    ['coordinatorBanten', 'bekasi', 0],
    ['coordinatorJabar', 'bekasi', 1],
    ['coordinatorJabar', 'kepala', 0],
    ['admin', 'bekasi', 1],
  ])('changed by %s: %s gives %i', async (who, key, count) => {
    expect(await world.asApp(who, change, [officialKey(key), 'berubah'])).toBe(count);
  });

  it.each<[Who, string, string]>([
    ['operatorCilegon', inRegion, regionKey('36.04')],
    ['operatorSerang', inRegion, regionKey('36.72')],
    ['approverBanten', inRegion, regionKey('36.72')],
    ['operatorCilegon', inOffice, officeKey('cilegon')],
    ['coordinatorBanten', inOffice, officeKey('bekasi')],
    ['coordinatorBanten', inOffice, officeKey('pusat')],
    ['anonymous', inRegion, regionKey('36.72')],
  ])('are not added by %s (%#)', async (who, text, place) => {
    await expect(world.asApp(who, text, [officialKey('baru'), place])).rejects.toMatchObject({
      code: '42501',
    });

    expect(await world.rows('select from official')).toHaveLength(6);
  });

  it('cannot be moved out of the own region', async () => {
    const move = 'update official set region_id = $2 where id = $1';

    await expect(
      world.asApp('operatorCilegon', move, [officialKey('walikota'), regionKey('36.04')]),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('are never deleted', async () => {
    await expect(world.asApp('admin', 'delete from official')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('official constraints', () => {
  it.each([
    ["update official set agency = 'Dinas Sosial' where id = $1", 'official_organisation_fit'],
    ['update official set region_id = null where id = $1', 'official_organisation_fit'],
    ["update official set term_from = '2025-02-21' where id = $1", 'official_term_order'],
    [
      "update official set evidenced_from = '2025-02-21', evidenced_until = '2025-02-20' where id = $1",
      'official_evidenced_order',
    ],
    [`update official set region_id = '${regionKey('36.72.01')}' where id = $1`, 'official_region_level'],
  ])('refuse %s', async (text, constraint) => {
    await expect(world.asApp('admin', text, [officialKey('walikota')])).rejects.toMatchObject({ constraint });
  });
});

describe('official titles', () => {
  it.each([
    [{ post: 'Kepala Kantor Cabang', office: 'serang' }, 'Gita, Kepala Kantor Cabang Serang'],
    [{ post: 'Kepala Kantor Wilayah', office: 'kanwil' }, 'Gita, Kepala Kantor Wilayah Banten'],
    [{ post: 'Direktur Kepesertaan', office: 'pusat' }, 'Gita, Direktur Kepesertaan BPJS Ketenagakerjaan'],
    [{ post: 'Wali Kota', region: '36.72' }, 'Gita, Wali Kota Cilegon'],
    [{ post: 'Plt. Wali Kota Cilegon', region: '36.72' }, 'Gita, Plt. Wali Kota Cilegon'],
    [{ post: 'Sekretaris Daerah', region: '36.04' }, 'Gita, Sekretaris Daerah Kabupaten Serang'],
    [
      { post: 'Kepala Dinas Sosial', region: '36.72', agency: 'Dinas Sosial' },
      'Gita, Kepala Dinas Sosial Kota Cilegon',
    ],
    [
      { post: 'Kepala Bidang Jaminan Sosial', region: '36.72', agency: 'Dinas Tenaga Kerja' },
      'Gita, Kepala Bidang Jaminan Sosial Dinas Tenaga Kerja Kota Cilegon',
    ],
  ])('of %j is "%s"', async (official, title) => {
    await anOfficial(world, { key: 'gita', name: 'Gita', ...official });

    const rows = await world.rows(
      'select app.official_title(name, post, region_id, agency, office_id) as title from official where id = $1',
      [officialKey('gita')],
    );
    expect(rows).toEqual([{ title }]);
  });
});
