import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { covered, enrolled } from '../program/program-world.js';
import { describeInBrowser } from '../support/browser.js';
import { aProgram, programId } from '../support/build/program.js';
import { eventually } from '../support/eventually.js';
import { type PanelWorld, panelWorld, says, stands } from './panel-world.js';

let world: PanelWorld;

describeInBrowser('comfort in the panel', () => {
  beforeAll(async () => {
    world = await panelWorld();
  });
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
    const { page, open, faults, seriousFaults } = await world.signedIn('koordinator@banten.demo');
    const record = `/admin/resources/mou/records/mou_${mou.replaceAll('-', '')}`;

    await open(`${record}/terminate`);
    const told = page.locator('.payung-callout');
    await told.getByText('1 program tidak punya perjanjian lain').waitFor();
    await says(told, '3 orang, 15 bulan-orang, Rp252.000');
    await page.getByLabel('Diakhiri pada').fill('2026-06-30');
    await told.getByText('3 orang, 3 bulan-orang, Rp50.400').waitFor();
    expect(await seriousFaults()).toEqual([]);

    await open(`/admin/resources/program/records/${programId(program)}/edit`);
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
  });

  test('what two people change is joined field by field, survives a lost connection, and can be taken back', async () => {
    const { app } = world;
    const program = await aProgram(app, { name: 'Berdua', quota: 10 });
    const url = `/admin/resources/program/records/${programId(program)}`;
    const note = 'textarea[name="note"], textarea#note';
    const kept = async () => (await app.sql('select note, quota from program where id = $1', [program]))[0];
    const [{ page, open, seriousFaults, faults }, other] = [
      await world.signedIn('koordinator@banten.demo'),
      await world.signedIn('admin@payung.demo'),
    ];
    await open(`${url}/edit`);
    await page.locator(note).fill('Catatan saya');
    await page.keyboard.press('Tab');
    await eventually(async () =>
      expect(await page.evaluate('JSON.stringify({ ...sessionStorage })')).toContain('Catatan saya'),
    );
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('server tidak terjangkau').waitFor();
    await page.context().setOffline(false);
    await open(`${url}/edit`);
    await page.getByText('dipulihkan').waitFor();
    expect(await page.locator(note).inputValue()).toBe('Catatan saya');

    await other.open(`${url}/edit`);
    await other.page.locator(note).fill('Catatan mereka');
    await other.page.locator('[name="quota"], #quota').first().fill('20');
    await other.page.keyboard.press('Tab');
    await other.page.getByRole('button', { name: 'Simpan' }).click();
    await other.page.getByText('Perubahan telah disimpan').waitFor();

    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { name: 'sementara Anda mengisi' }).waitFor();
    expect(await seriousFaults()).toEqual([]);
    expect(await kept()).toEqual({ note: 'Catatan mereka', quota: 20 });
    await page.getByLabel('Anda', { exact: true }).check();
    await page.getByRole('button', { name: 'Gabungkan ke formulir' }).click();
    await page.getByRole('button', { name: 'Simpan' }).click();
    // the offer stays while the pointer is on it
    await page.getByRole('button', { name: /Urungkan/ }).hover();
    expect(await kept()).toEqual({ note: 'Catatan saya', quota: 20 });

    await page.getByRole('button', { name: /Urungkan/ }).click();
    await eventually(async () => expect(await kept()).toEqual({ note: 'Catatan mereka', quota: 20 }));
    expect(faults).toEqual([]);
    await page.context().close();
    await other.page.context().close();
  });

  test('who has a record open is told; a decision on what was changed meanwhile shows it, and can be taken back', async () => {
    const { app } = world;
    const [{ id }] = await app.sql(
      `insert into official (id, name, post, organisation_kind, region_id)
       select gen_random_uuid(), 'Pejabat Uji', 'Wali Kota', 'REGION_GOVERNMENT', r.id from region r where r.code = '36.72'
       returning id`,
    );
    const kept = async () =>
      (await app.sql('select note, term_until::text as until from official where id = $1', [id]))[0];
    const url = `/admin/resources/official/records/official_${id.replaceAll('-', '')}`;
    const [{ page, open, seriousFaults, faults }, other] = [
      await world.signedIn('koordinator@banten.demo', 360),
      await world.signedIn('operator@cilegon.demo'),
    ];
    await other.open(`${url}/edit`);
    await open(`${url}/endTerm`);
    await page.getByText(/Juga sedang membuka data ini: Nur Aini .* \(mengubah\)/).waitFor();
    await other.page.locator('#note').fill('Cuti sejak Januari');
    await other.page.keyboard.press('Tab');
    await other.page.getByRole('button', { name: 'Simpan' }).click();
    await other.page.getByText('Perubahan telah disimpan').waitFor();
    await other.page.context().close();

    const day = page.getByLabel('Hari terakhir');
    const help = await day.getAttribute('aria-describedby');
    await says(page.locator(`[id="${help}"]`), 'misalnya 19 Februari 2026');
    await day.fill('2026-01-31');
    await page.getByRole('button', { name: 'Akhiri masa jabatan' }).last().click();
    await page.getByRole('heading', { name: 'sejak Anda membukanya' }).waitFor();
    await says(page.locator('.payung-callout'), 'Cuti sejak Januari');
    expect(await seriousFaults()).toEqual([]);
    expect(await kept()).toEqual({ note: 'Cuti sejak Januari', until: null });
    await page.getByRole('button', { name: 'Akhiri masa jabatan' }).last().click();
    await page.getByRole('button', { name: /Urungkan/ }).hover();
    await page.waitForURL(/\/show/);
    expect(await kept()).toEqual({ note: 'Cuti sejak Januari', until: '2026-01-31' });

    await page.getByRole('button', { name: /Urungkan/ }).click();
    await eventually(async () => {
      const said = await page.locator('.payung-notices').innerText(); // why not, when it was refused
      expect([await kept(), said]).toEqual([{ note: 'Cuti sejak Januari', until: null }, expect.any(String)]);
    });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('nothing typed about a person stays in the browser', async () => {
    const { page, open } = await world.signedIn('operator@cilegon.demo');
    await open('/admin/resources/beneficiary/actions/new');
    await page.locator('[name="name"], #name').first().fill('Sarmili');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(800);
    const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(stored).not.toContain('Sarmili');
    await page.context().close();
  });

  test('when the session has ended, one signs in again without leaving the page', async () => {
    const { page, open, seriousFaults } = await world.signedIn('operator@cilegon.demo');
    await open('/admin/resources/mou/actions/new');
    await page.locator('[name="titleAsWritten"], #titleAsWritten').first().fill('Nota yang sedang ditulis');
    await page.keyboard.press('Tab');
    await world.app.sql('update staff_session set expires_at = now()');
    // who holds a token is remembered for some seconds
    await eventually(async () =>
      expect((await page.request.get(`${world.base}/admin/api/resources/mou/actions/list`)).status()).toBe(
        401,
      ),
    );
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { name: 'Masuk lagi' }).waitFor();
    expect(await seriousFaults()).toEqual([]);

    await page.getByLabel('Surel').fill('operator@cilegon.demo');
    await page.getByLabel('Kata sandi').fill('salah');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByText('tidak cocok').waitFor();
    await page.getByLabel('Kata sandi').fill('payung-demo');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { name: 'Masuk lagi' }).waitFor({ state: 'hidden' });
    expect(await page.locator('[name="titleAsWritten"], #titleAsWritten').first().inputValue()).toBe(
      'Nota yang sedang ditulis',
    );

    await world.app.sql("update staff_session set expires_at = now() + interval '3 minutes'");
    await page.reload();
    await stands(page);
    await page.getByText(/Sesi Anda berakhir dalam [23] menit\./).waitFor();
    await page.context().close();
  });

  test('a filter is kept under a name and found again by a colleague', async () => {
    const { page, open, seriousFaults } = await world.signedIn('koordinator@banten.demo');
    await open('/admin/resources/mou?filters.kind=PKS');
    await page.locator('summary', { hasText: 'Saringan tersimpan' }).click();
    await page.getByLabel('Nama saringan').fill('PKS saja');
    await page.getByLabel('Bagikan').check();
    await page.getByRole('button', { name: 'Simpan saringan ini' }).click();
    await page.getByRole('link', { name: 'PKS saja' }).waitFor();
    expect(await seriousFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Hapus PKS saja' }).click();
    await page.getByRole('link', { name: 'PKS saja' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Urungkan/ }).click();
    await page.getByRole('link', { name: 'PKS saja' }).waitFor();
    await page.context().close();

    const colleague = await world.signedIn('operator@serang.demo', 360);
    const { page: other } = colleague;
    await colleague.open('/admin/resources/mou');
    await other.locator('summary', { hasText: 'Saringan tersimpan' }).click();
    await other.getByRole('link', { name: 'PKS saja' }).click();
    await other.waitForURL(/filters\.kind=PKS/);
    expect(await other.getByRole('button', { name: 'Hapus PKS saja' }).count()).toBe(0);
    await other.context().close();
  });

  test('a list that could not be loaded says so, and is tried again', async () => {
    const { page, open, seriousFaults } = await world.signedIn('koordinator@banten.demo', 360);
    const rows = '**/api/resources/mou/actions/list*';
    await page.route(rows, (route) => route.abort());
    await open('/admin/resources/mou');
    await page.getByText('Daftar tidak dapat dimuat.', { exact: true }).waitFor();
    expect(await seriousFaults()).toEqual([]);

    await page.unroute(rows);
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByRole('link', { name: 'Nota Kesepakatan' }).first().waitFor();
    // the notice, too
    await eventually(async () => expect(await page.getByText('Daftar tidak dapat dimuat').count()).toBe(0));
    await page.context().close();
  });
});
