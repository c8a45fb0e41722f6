import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { menuAddresses, recordAddresses, wrongWith } from './crawl.js';
import { type PanelWorld, panelWorld, says, stands } from './panel-world.js';

let world: PanelWorld;

describeInBrowser('a coordinator of Banten', () => {
  beforeAll(async () => {
    world = await panelWorld();
  });
  afterAll(() => world?.close());

  test('finds the MoU of 24 January 2024 and sees what is known and what is missing', async () => {
    const { page, faults, seriousFaults } = await world.signedIn('koordinator@banten.demo');

    await page.goto(`${world.base}/admin/resources/mou?filters.search=nota%20kesepakatan%20bersama`);
    await page.getByRole('link', { name: 'MoU atau nota kesepakatan bersama' }).click();
    await page.getByRole('heading', { name: 'Yang belum diketahui' }).waitFor();

    await says(
      page.locator('.payung-record'),
      '24 Januari 2024, Aula Setda II Kota Cilegon',
      'Nomor dari salah satu pihak',
      'Penanda tangan',
      'Tanggal mulai',
      'Tanggal akhir',
      'Dokumen',
      'Kantor BPJS yang menandatangani tidak lagi melayani wilayah ini',
      'Pemerintah Kota Cilegon',
      'Kantor Cabang Serang',
      'Inpres Nomor 2 Tahun 2021',
      'DEMO Perjanjian Kerja Sama',
    );
    expect(await seriousFaults()).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each([1280, 360])(
    'meets no serious barrier, foreign request or foreign word on any page of the menu, at %i pixels',
    async (width) => {
      const signed = await world.signedIn('koordinator@banten.demo', width);
      const addresses = ['/admin', ...(await menuAddresses(signed.page))];

      expect(addresses.length).toBeGreaterThan(60);
      expect(await wrongWith(signed, addresses)).toEqual([]);
      await signed.page.context().close();
    },
  );

  test('nor on the pages and forms of a record of each kind', async () => {
    const signed = await world.signedIn('koordinator@banten.demo', 640);
    const addresses = await recordAddresses(signed.page, world.base);

    expect(addresses.length).toBeGreaterThan(25);
    expect(await wrongWith(signed, addresses)).toEqual([]);
    await signed.page.context().close();
  });

  test.each([
    'admin@payung.demo',
    'operator@cilegon.demo',
    'approver@banten.demo',
    'analis@banten.demo',
    'auditor@banten.demo',
  ])('nor does %s on the start page and the first pages of the menu', async (email) => {
    const signed = await world.signedIn(email);
    const lists = (await menuAddresses(signed.page)).filter((address) => !address.includes('/actions/'));

    expect(await wrongWith(signed, ['/admin', ...lists.slice(0, 6), ...lists.slice(-2)])).toEqual([]);
    await signed.page.context().close();
  });

  test('reaches the menu, the content and the filters by keyboard', async () => {
    const { page } = await world.signedIn('koordinator@banten.demo');
    const active = async (words: string) =>
      eventually(async () =>
        expect(await page.evaluate('document.activeElement.innerText ?? ""')).toBe(words),
      );

    await page.goto(`${world.base}/admin/resources/mou`);
    await page.getByRole('heading', { level: 1, name: /MoU/ }).waitFor();
    await page.keyboard.press('Tab');
    await active('Langsung ke isi');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await active('Beranda');
    const filter = page.getByRole('button', { name: 'Saring' });
    await filter.press('Enter');
    await page.getByRole('textbox', { name: 'Judul atau nomor' }).press('Escape');
    await active('Saring');
    await page.getByRole('button', { name: 'Buka menu' }).press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await active('Peringatan');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Peringatan' }).waitFor();
    await eventually(async () => expect(await page.title()).toBe('Peringatan – Payung'));
    await page.context().close();
  });

  test('keeps filter and order in the address', async () => {
    const { page, open } = await world.signedIn('koordinator@banten.demo');

    await open('/admin/resources/mou?filters.kind=PKS&sortBy=signedOn&direction=asc');
    await page.locator('tbody tr').first().waitFor();
    const first = await page.locator('tbody tr').allInnerTexts();
    await page.reload();
    await stands(page);

    await eventually(async () => expect(await page.locator('tbody tr').allInnerTexts()).toEqual(first));
    for (const row of first) expect(row).toContain('PKS');
  });

  test('switches to English and back', async () => {
    const { page } = await world.signedIn('koordinator@banten.demo');

    await page.getByRole('combobox', { name: /bahasa|language/i }).selectOption('en');
    await page.getByRole('heading', { name: /welcome|good work|hello/i }).waitFor();
    await page.getByRole('combobox', { name: /bahasa|language/i }).selectOption('id');

    await page.getByRole('heading', { name: /selamat bekerja/i }).waitFor();
  });
});

describeInBrowser('an operator of Cilegon', () => {
  beforeAll(async () => {
    world = await panelWorld();
  });
  afterAll(() => world?.close());

  test('is told what is missing at its field, mends it, and the draft is kept', async () => {
    const { page, open, faults } = await world.signedIn('operator@cilegon.demo');

    await open('/admin/resources/mou/actions/new');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Isian ini wajib diisi.').first().waitFor();
    await page.locator('[id="titleAsWritten"], [name="titleAsWritten"]').first().fill('PKS Uji Peramban');
    await page.locator('select[id="kind"]').selectOption('PKS');
    await page.locator('input[id="region"]').fill('Cilegon');
    await page.getByText('Kota Cilegon', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { name: 'Rantai perjanjian' }).waitFor();

    const saved = await world.app.sql(
      "select kind, state from mou where title_as_written = 'PKS Uji Peramban'",
    );
    expect(saved).toEqual([{ kind: 'PKS', state: 'DRAFT' }]);
    expect(faults).toEqual([]);
  });

  test('attaches a PDF to the MoU of 24 January 2024 by choosing the file', async () => {
    const { page, open } = await world.signedIn('operator@cilegon.demo');
    const [{ id }] = await world.app.sql(
      "select replace(id::text, '-', '') as id from mou where signed_on = '2024-01-24'",
    );
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

    await open(`/admin/resources/mou/records/mou_${id}/show`);
    await page
      .locator('.payung-file input')
      .setInputFiles({ name: 'MoU Cilegon.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.getByRole('link', { name: 'MoU Cilegon.pdf' }).waitFor();

    expect(await world.app.sql('select file_name, kind from document')).toEqual([
      { file_name: 'MoU Cilegon.pdf', kind: 'SIGNED_TEXT' },
    ]);
  });

  test('an approver returns what lies in legal review, with the reason', async () => {
    const { page, open } = await world.signedIn('approver@banten.demo');
    const [{ id }] = await world.app.sql(
      "select replace(id::text, '-', '') as id from mou where state = 'LEGAL_REVIEW'",
    );

    await open(`/admin/resources/mou/records/mou_${id}/return`);
    await page.locator('textarea').first().fill('Nomor para pihak belum ada');
    await page.getByRole('button', { name: 'Kembalikan' }).last().click();
    await page.getByText('Dikembalikan oleh telaah hukum').waitFor();

    const [row] = await world.app.sql('select state, returned_reason from mou where id = $1::uuid', [id]);
    expect(row).toEqual({ state: 'DRAFT', returned_reason: 'Nomor para pihak belum ada' });
  });

  test.each([1280, 360])('chooses columns and downloads what the list shows, at %i px', async (width) => {
    const { page, open, faults, seriousFaults } = await world.signedIn('koordinator@banten.demo', width);
    await open('/admin/resources/mou?filters.kind=PKS');

    await page.getByText(/^Kolom \(/).click();
    await page.getByLabel('Berlaku sejak', { exact: true }).check();
    await page.getByLabel('Kantor BPJS', { exact: true }).uncheck();
    expect(await seriousFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Tampilkan kolom ini' }).click();
    await page.locator('thead').getByText('Berlaku sejak').waitFor({ state: 'attached' });
    await page.locator('thead').getByText('Kantor BPJS').waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Unduh', exact: true }).click();
    await page.getByLabel('Berlaku sejak', { exact: true }).waitFor();
    expect(await page.getByLabel('Kantor BPJS', { exact: true }).isChecked()).toBe(false);
    await page.getByLabel('Berkas').selectOption('CSV');
    expect(await seriousFaults()).toEqual([]);
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh', exact: true }).press('Enter');
    const text = await readFile(await (await arriving).path(), 'utf8');

    const [head = '', ...rows] = text.trimEnd().split('\r\n');
    expect(head).toBe(
      '\uFEFFJudul sesuai naskah;Daerah;Jenis;Ditandatangani;Berakhir;Fase;Keadaan;Berlaku sejak',
    );
    const [{ count }] = await world.app.sql("select count(*)::int from mou where kind = 'PKS'");
    expect(rows).toHaveLength(count);
    expect(rows.every((row) => row.includes(';PKS;'))).toBe(true);
    await page.getByText('Selesai dan disimpan').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('does not find the draft of Kabupaten Serang', async () => {
    const { page } = await world.signedIn('operator@cilegon.demo');
    const [{ id, title }] = await world.app.sql(
      "select replace(m.id::text, '-', '') as id, m.title_as_written as title from mou m join region r on r.id = m.region_id where r.code = '36.04' and m.state <> 'SIGNED' limit 1",
    );

    await page.goto(`${world.base}/admin/resources/mou/records/mou_${id}/show`);
    await page.getByText('Data ini tidak ada').first().waitFor();

    expect(await page.locator('body').innerText()).not.toContain(title);
  });
});
