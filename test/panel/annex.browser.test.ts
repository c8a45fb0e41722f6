import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anEnrollment } from '../coverage/ledger-world.js';
import { describeInBrowser } from '../support/browser.js';
import { aProgram } from '../support/build/program.js';
import { eventually } from '../support/eventually.js';
import { type PanelWorld, panelWorld, says } from './panel-world.js';

let world: PanelWorld;

describeInBrowser('the annex of a decree', () => {
  beforeAll(async () => {
    world = await panelWorld();
    const [{ id: fisher }] = await world.app.sql(
      "select id from category where name like 'Nelayan%' limit 1",
    );
    const program = await aProgram(world.app, { state: 'APPROVED', name: 'Program Uji Lampiran' });
    for (let place = 0; place < 3; place += 1) {
      const key = await anEnrollment({ app: world.app, fisher, ojol: fisher, tokens: {} as never }, program);
      await world.app.sql("update enrollment set decree = 'SK 460/77/2026' where id = $1", [key]);
    }
  });
  afterAll(() => world?.close());

  test('is sealed in the panel, printed with its QR code, and confirmed to anybody', async () => {
    const { page, open, faults, seriousFaults } = await world.signedIn('approver@banten.demo');

    await open('/admin/resources/annex/actions/new');
    await page.locator('input[id="program"]').fill('Program Uji');
    await page.getByText('Program Uji Lampiran', { exact: true }).first().click();
    await page.locator('[id="decree"], [name="decree"]').first().fill('SK 460/77/2026');
    await page.locator('input[id="decreedOn"]').fill('2026-02-01');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { name: 'Lampiran SK 460/77/2026' }).waitFor();
    expect(await seriousFaults()).toEqual([]);

    await page.getByRole('link', { name: 'Cetak daftar dengan kode QR' }).click();
    await page.getByRole('heading', { name: 'Lampiran Keputusan Nomor SK 460/77/2026' }).waitFor();
    await eventually(async () => expect(await page.locator('tbody tr').count()).toBe(3));
    await page.getByRole('img', { name: 'Kode QR untuk verifikasi' }).waitFor();
    expect(await seriousFaults()).toEqual([]);

    const [{ code }] = await world.app.sql('select code from annex');
    const { page: visitor } = await world.visitor(360);
    await visitor.goto(`${world.base}/verify`);
    await visitor.getByLabel(/Kode pada lampiran/).fill(code.toLowerCase());
    await visitor.getByRole('button', { name: 'Periksa' }).click();
    await visitor.getByRole('heading', { name: 'Lampiran ini terdaftar dan utuh' }).waitFor();
    await says(visitor.locator('main'), 'Program Uji Lampiran', 'Kota Cilegon', 'SK 460/77/2026', '3 orang');
    expect(await visitor.locator('main').innerText()).not.toContain('Warga Uji');
    const overflow = await visitor.evaluate<number>(
      'document.documentElement.scrollWidth - window.innerWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});
