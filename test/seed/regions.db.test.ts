import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, referenceId } from '../../schema/kernel/identifier.js';
import { loadRegions } from '../../server/seed/load-regions.js';
import { type SeedWorld, seedWorld, silent } from './seed-world.js';

describe('loading the regions of Indonesia', () => {
  let world: SeedWorld;
  const lines: string[] = [];

  beforeAll(async () => {
    world = await seedWorld();
    await loadRegions({ ownerUrl: world.ownerUrl, log: (line) => lines.push(line) });
  });
  afterAll(() => world.close());

  it('brings 38 provinces, 514 (416 + 98) regencies and cities, 7,277 districts and 83,763 (75,265 + 8,498) villages and wards', async () => {
    const counts = await world.sql(
      'select r.level, count(*)::integer from region r group by r.level order by 2, 1',
    );

    expect(counts).toEqual([
      { level: 'PROVINCE', count: 38 },
      { level: 'CITY', count: 98 },
      { level: 'REGENCY', count: 416 },
      { level: 'DISTRICT', count: 7277 },
      { level: 'WARD', count: 8498 },
      { level: 'VILLAGE', count: 75_265 },
    ]);
  });

  it('says what it does', () => {
    expect(lines).toEqual([
      'Memuat wilayah Indonesia… / Loading the regions of Indonesia…',
      '  38 wilayah / 38 regions',
      '  514 wilayah / 514 regions',
      '  7277 wilayah / 7277 regions',
      '  83763 wilayah / 83763 regions',
    ]);
  });

  it.each([
    ['31', 'Provinsi DKI Jakarta'],
    ['34', 'Provinsi Daerah Istimewa Yogyakarta'],
    ['36', 'Provinsi Banten'],
    ['36.04', 'Kabupaten Serang'],
    ['36.72', 'Kota Cilegon'],
    ['36.73', 'Kota Serang'],
    ['73.10', 'Kabupaten Pangkajene dan Kepulauan'],
    ['31.01', 'Kabupaten Administrasi Kepulauan Seribu'],
    ['31.71', 'Kota Administrasi Jakarta Pusat'],
    ['36.72.01', 'Kecamatan Cibeber'],
    ['36.72.01.1001', 'Kelurahan Cibeber'],
    ['35.13.15.2017', 'Desa Soka"an'],
  ])('names %s %s', async (code, displayName) => {
    const rows = await world.sql('select r.id, r.display_name from region r where r.code = $1', [code]);

    expect(rows).toEqual([{ id: referenceId('region', code), display_name: displayName }]);
  });

  it('puts every region below the one whose code it continues', async () => {
    const misplaced = await world.sql(
      `select r.code from region r left join region p on p.id = r.parent_id
       where coalesce(p.code, '') <> regexp_replace(r.code, '[.]?[0-9]+$', '')`,
    );

    expect(misplaced).toEqual([]);
  });

  it('writes nothing the second time, and says nothing', async () => {
    const before = await world.stateOf(['region']);
    const again: string[] = [];

    await loadRegions({ ownerUrl: world.ownerUrl, log: (line) => again.push(line) });

    expect(await world.stateOf(['region'])).toEqual(before);
    expect(again).toEqual([]);
  });

  describe('when the package has changed', () => {
    const admin = newId();
    const foreign = newId();

    beforeAll(async () => {
      await world.sql("insert into staff (id, email, name) values ($1, 'admin@payung.test', 'Admin')", [
        admin,
      ]);
      await world.sql("insert into staff_grant (id, staff_id, role) values ($1, $2, 'ADMIN')", [
        newId(),
        admin,
      ]);
      await world.asStaff(admin, "update region set name = 'Cilegon Baru' where code = $1", ['36.72']);
      await world.sql("update region set name = 'Salah' where code = '36.04'");
      await world.sql(
        "insert into region (id, code, name, level, parent_id) values ($1, '36.99', 'Cilangkahan', 'CITY', $2)",
        [foreign, referenceId('region', '36')],
      );
      // as an older version would have left it
      await world.sql("comment on table region is 'older'");
      await loadRegions({ ownerUrl: world.ownerUrl, log: silent });
    });

    it('corrects what differs', async () => {
      expect(await world.sql("select r.name from region r where r.code = '36.04'")).toEqual([
        { name: 'Serang' },
      ]);
    });

    it('keeps what a person changed', async () => {
      expect(await world.sql("select r.name, r.version from region r where r.code = '36.72'")).toEqual([
        { name: 'Cilegon Baru', version: 2 },
      ]);
    });

    it('leaves a region alone that the package does not list', async () => {
      expect(await world.sql("select r.id, r.version from region r where r.code = '36.99'")).toEqual([
        { id: foreign, version: 1 },
      ]);
    });

    it('does not touch what is the same', async () => {
      expect(await world.sql('select r.code from region r where r.version > 1 order by 1')).toEqual([
        { code: '36.04' },
        { code: '36.72' },
      ]);
    });
  });
});
