import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { mended, people } from '../import/roster-world.js';
import { describeInBrowser } from '../support/browser.js';
import { aProgram, programId } from '../support/build/program.js';
import { type PanelWorld, panelWorld, says } from './panel-world.js';

const size = 3500;
const bad = 50;
const crowd = people(size, 'wizard');
const dayFirst = (date: string) => date.split('-').reverse().join('/');

/** A roster as an agency sends it: letterhead, header, numbering row, total; each seventieth row is spoilt. */
function roster(): Buffer {
  const lines = crowd.map(({ nik, name, birthDate, sex }, place) => {
    const cells = [String(place + 1), nik, name, dayFirst(birthDate), sex === 'MALE' ? 'L' : 'P', 'Nelayan'];
    if (place % 70 === 0) cells[1 + (place % 3 === 0 ? 0 : 2)] = place % 3 === 0 ? '3,67E+15' : '31/02/1985';
    return cells.join(';');
  });
  const head = [
    'DAFTAR NELAYAN;;;;;',
    'KOTA CILEGON TAHUN 2026;;;;;',
    '',
    'No;No. KTP;Nama Lengkap;Tgl Lahir;L/P;Pekerjaan',
  ];
  return Buffer.from([...head, '1;2;3;4;5;6', ...lines, `Jumlah;;${size} orang;;;`].join('\r\n'));
}

/** Drops a file as a mouse does. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  // a string: the tests know no browser's types
  await page.evaluate(`{
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes], '${name}'));
    for (const kind of ['dragover', 'drop'])
      document.querySelector('.payung-drop').dispatchEvent(
        new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }),
      );
  }`);
}

let world: PanelWorld;
let program: string;

describeInBrowser('the wizard of imports', () => {
  beforeAll(async () => {
    world = await panelWorld();
    const budget = [{ year: 2026, original: '2000000000' }];
    program = await aProgram(world.app, { name: 'Nelayan Cilegon', state: 'APPROVED', quota: 4000, budget });
    world.app.clocks.imports.start();
  });
  afterAll(() => world?.close());

  const enrolled = async () =>
    (await world.app.sql('select count(*)::integer as n from enrollment where program_id = $1', [program]))[0]
      .n;

  test('leads a roster of 3,500 people with 50 bad rows from its drop to taking it back', async () => {
    const { page, faults, seriousFaults } = await world.signedIn('operator@cilegon.demo');

    await page.goto(`${world.base}/admin/resources/program/records/${programId(program)}/show`);
    await page.getByRole('link', { name: 'Unggah daftar peserta' }).click();
    await page.getByText('Nelayan Cilegon').waitFor();
    expect(await seriousFaults()).toEqual([]);
    await drop(page, 'nelayan.csv', roster());

    await page.getByRole('heading', { name: 'Apa isi tiap kolom?' }).waitFor();
    await page.getByText('Judul kolom ditemukan di baris 4.').waitFor();
    expect(await page.getByLabel('Dibaca sebagai: No. KTP').inputValue()).toBe('NIK');
    expect(await page.getByLabel('Dibaca sebagai: Tgl Lahir').inputValue()).toBe('BIRTH_DATE');
    expect(await page.locator('body').innerText()).not.toMatch(/\d{16}/);
    expect(await seriousFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Periksa daftar ini' }).click();

    await page.getByRole('button', { name: 'Simpan 3.450 baris' }).waitFor();
    await page.getByText('3,67E+15').first().waitFor();
    await page
      .getByRole('row', { name: /^Salah.*\b50\b/ })
      .first()
      .waitFor();
    await says(page.locator('body'), 'Rp57.960.000');
    expect(await page.locator('body').innerText()).not.toMatch(/\d{16}|undefined|NaN/);
    expect(await seriousFaults()).toEqual([]);
    expect(await enrolled()).toBe(0);
    await page.getByRole('button', { name: 'Simpan 3.450 baris' }).click();

    await page.getByText('3.450 baris tersimpan').waitFor();
    expect(await enrolled()).toBe(size - bad);
    expect(await seriousFaults()).toEqual([]);
    const first = page.url();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh baris yang salah (XLSX)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('nelayan.perbaikan.xlsx');
    const repaired = await mended(await readFile(await download.path()), (row) => {
      const { nik = '', birthDate = '' } = crowd[Number(row.No) - 1] ?? {};
      return { 'No. KTP': nik, 'Tgl Lahir': dayFirst(birthDate) };
    });
    await page.setInputFiles('input[type=file]', {
      name: 'perbaikan.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: repaired,
    });
    await page.getByRole('button', { name: 'Simpan 50 baris' }).click();
    await page.getByText('50 baris tersimpan').waitFor();
    expect(await enrolled()).toBe(size);

    await page.goto(first);
    await page.getByText('50 baris salah sudah kembali diperbaiki').waitFor();
    await page.getByRole('button', { name: 'Tarik kembali…' }).click();
    await page.getByRole('button', { name: 'Tidak jadi' }).click();
    await page.getByRole('button', { name: 'Tarik kembali…' }).click();
    await page.getByText('3.450 kepesertaan dihapus').waitFor();
    expect(await seriousFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Ya, tarik kembali' }).click();
    await page.getByText('sudah ditarik kembali').waitFor();
    expect(await enrolled()).toBe(bad);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('names the same file again, and what cannot be read, at 360 pixels', async () => {
    const { page, open, faults, seriousFaults } = await world.signedIn('operator@cilegon.demo', 360);
    const address = `/admin/resources/import/actions/upload?program=${programId(program)}`;
    const choose = (name: string, text: string) =>
      page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await open(address);

    await choose('kosong.csv', 'apa;saja\r\n1;2');
    await page.getByText('Baris judul kolom tidak ditemukan').waitFor();
    expect(await seriousFaults()).toEqual([]);

    await choose('satu.csv', `NIK;Nama\r\n${crowd[1]?.nik};${crowd[1]?.name}`);
    await page.getByRole('heading', { name: 'Apa isi tiap kolom?' }).waitFor();
    await page.getByLabel('Dibaca sebagai: Nama').selectOption('NIK');
    await page.getByRole('status').filter({ hasText: 'Pilih dahulu kolom untuk Nama.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Periksa daftar ini' }).isDisabled()).toBe(true);
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);

    await open(address);
    await choose('satu.csv', `NIK;Nama\r\n${crowd[1]?.nik};${crowd[1]?.name}`);
    await page.getByRole('link', { name: 'Buka daftar itu' }).waitFor();

    await open('/admin/resources/import');
    await page.getByText('nelayan.csv').first().waitFor();
    expect(await seriousFaults()).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
