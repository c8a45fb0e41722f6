import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowser } from '../support/browser.js';
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
});
