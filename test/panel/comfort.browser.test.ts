import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { covered, enrolled } from '../program/program-world.js';
import { describeInBrowser } from '../support/browser.js';
import { aProgram, programId } from '../support/build/program.js';
import { type PanelWorld, panelWorld } from './panel-world.js';

let world: PanelWorld;

describeInBrowser('comfort in the panel', () => {
  beforeAll(async () => {
    world = await panelWorld();
  }, 120_000);
  afterAll(() => world?.close());

  test.each([1280, 360])(
    'Ctrl-K finds a record by its number and opens it by keyboard alone, at %i px',
    async (width) => {
      const { page, faults, seriousFaults } = await world.signedIn('koordinator@banten.demo', width);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('perwal cilegon 41');
      await page.getByText('1 hasil').waitFor();
      expect(await seriousFaults()).toEqual([]);

      await page.keyboard.press('Enter');
      await page.getByText('Perwal Kota Cilegon Nomor 41 Tahun 2024').first().waitFor();
      expect(page.url()).toContain('/admin/resources/regulation/records/');

      // a NIK stays out of the address, and is gone when the box is opened again
      await page.getByRole('button', { name: /^Cari/ }).click();
      await page.keyboard.type('3672991203859001');
      await page.getByText('Tidak ditemukan di daerah Anda').waitFor();
      expect(page.url()).not.toContain('367299');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      expect(await page.getByRole('combobox', { name: 'Cari di seluruh register' }).inputValue()).toBe('');
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  test('what hangs on an agreement is told before it is terminated, and on a budget before it is cut', async () => {
    const { app } = world;
    const [{ mou }] = await app.sql(
      "select m.id as mou from mou m join region r on r.id = m.region_id where r.code = '36.72' and m.state = 'SIGNED' limit 1",
    );
    const [{ category }] = await app.sql('select id as category from category order by code limit 1');
    const [{ law }] = await app.sql(
      "select id as law from regulation where display_title like 'Perwal Kota Cilegon Nomor 41%'",
    );
    const budget = [{ year: 2026, original: '900000' }];
    const program = await aProgram(app, {
      name: 'Nelayan Cilegon',
      state: 'APPROVED',
      mous: [mou],
      categories: [category],
      budget,
    });
    await covered({ app }, await enrolled({ app, fisher: category }, program, 3), [
      '2026-01-01',
      '2026-07-01',
    ]);
    const { page, faults, seriousFaults } = await world.signedIn('koordinator@banten.demo');
    const record = `${world.base}/admin/resources/mou/records/mou_${mou.replaceAll('-', '')}`;

    await page.goto(`${record}/terminate`, { waitUntil: 'networkidle' });
    const told = page.locator('.payung-callout');
    await told.getByText('1 program tidak punya dasar lain').waitFor();
    expect(await told.innerText()).toContain('3 orang, 15 bulan-orang, Rp252.000');
    await page.getByLabel('Diakhiri pada').fill('2026-06-30');
    await told.getByText('3 orang, 3 bulan-orang, Rp50.400').waitFor();
    expect(await seriousFaults()).toEqual([]);

    await page.goto(`${world.base}/admin/resources/program/records/${programId(program)}/edit`, {
      waitUntil: 'networkidle',
    });
    await told.getByText('Rp302.400').waitFor();
    await page.locator('[id="budgetLines.0.originalRupiah"]').fill('300000');
    await page.keyboard.press('Tab');
    await told.getByText('kurang Rp2.400').waitFor();
    // links that are there stay when one is added
    await page.locator('#legalBases').fill('Perwal Kota Cilegon Nomor 41');
    await page.getByRole('option', { name: /Nomor 41/ }).click();
    expect(await seriousFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Perubahan telah disimpan').waitFor();
    const [saved] = await app.sql(
      `select p.month_from::text, (select array_agg(regulation_id) from program_legal_basis where program_id = p.id) as laws,
         (select count(*)::int from program_mou where program_id = p.id) as mous from program p where p.id = $1`,
      [program],
    );
    expect(saved).toEqual({ month_from: '2026-01-01', laws: [law], mous: 1 });
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);
});
