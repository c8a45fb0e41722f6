import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aListedPerson, answerOf, type ListedPerson } from '../branch-list/branch-world.js';
import { describeInBrowser } from '../support/browser.js';
import { aProgram } from '../support/build/program.js';
import { type PanelWorld, panelWorld } from './panel-world.js';

let world: PanelWorld;
const people: ListedPerson[] = [];

describeInBrowser('the page of a list for the branch', () => {
  beforeAll(async () => {
    world = await panelWorld();
    const program = await aProgram(world.app, { name: 'Nelayan ke cabang', state: 'APPROVED' });
    const [{ id: fisher }] = await world.app.sql("select id from category where code = 'NELAYAN'");
    const parts = { app: world.app, fisher };
    for (const name of ['Aisyah', 'Budi', 'Citra', 'Dedi'])
      people.push(await aListedPerson(parts, program, { name: `${name} Uji` }));
  });
  afterAll(() => world?.close());

  test('leads from making it to applying the answer', async () => {
    const { page, faults, seriousFaults } = await world.signedIn('operator@cilegon.demo');

    await page.goto(`${world.base}/admin/resources/branchList/actions/new`);
    await page.getByText('Alasan NIK lengkap keluar').waitFor();
    await page.getByLabel(/^Program/).fill('Nelayan ke cabang');
    await page.getByRole('option', { name: 'Nelayan ke cabang' }).click();
    await page.getByLabel(/^Bulan iuran/).fill('2026-02');
    await page.getByLabel(/^Alasan NIK/).fill('Pendaftaran peserta ke kantor cabang');
    expect(await seriousFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Simpan' }).click();

    await page.getByRole('heading', { name: 'Berkas untuk cabang' }).waitFor();
    expect(await seriousFaults()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh XLSX' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('daftar-cabang-2026-02.xlsx');

    await page.getByRole('link', { name: 'Catat sudah dikirim' }).click();
    await page.getByRole('button', { name: 'Catat sudah dikirim' }).click();
    await page.getByRole('heading', { name: 'Jawaban cabang' }).waitFor();
    const [a, b, c] = people.map(({ nik }) => nik);
    const bytes = answerOf([
      ['1', a ?? '', '11111111111', 'Diterima', '', '16800'],
      ['2', b ?? '', '', 'Ditolak', 'NIK tidak padan', ''],
      ['3', c ?? '', '', 'Diterima', '', '20000'],
      ['4', '3672991203851234', '44444444444', 'Diterima', '', '16800'],
    ]);
    await page
      .locator('.payung-drop input')
      .setInputFiles({ name: 'jawaban.csv', mimeType: 'text/csv', buffer: bytes });
    await page.getByRole('heading', { name: 'Baris-barisnya' }).waitFor();
    await page.getByText('Citra Uji').waitFor();
    await page.getByText('1 orang diterima tanpa nomor KPJ').waitFor();
    expect(await seriousFaults()).toEqual([]);
    await page.getByLabel('Kelompok').selectOption('THEIRS_NOT_OURS');
    await page.getByText('(tidak ada di daftar kita)').waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/\d{16}/);

    await page.getByRole('link', { name: 'Terapkan jawaban' }).click();
    await page.getByRole('button', { name: 'Terapkan jawaban' }).click();
    await page.getByText('Jawaban sudah diterapkan').waitFor();
    await page.setViewportSize({ width: 360, height: 900 });
    await page.getByRole('heading', { name: 'Baris-barisnya' }).waitFor();
    expect(await seriousFaults()).toEqual([]);

    const states = await world.app.sql(
      `select e.state, count(*)::integer as n from enrollment e where e.id = any ($1::uuid[]) group by e.state order by e.state`,
      [people.map(({ enrollment }) => enrollment)],
    );
    expect(states).toEqual([
      { state: 'ACTIVE', n: 2 },
      { state: 'REJECTED', n: 1 },
      { state: 'SUBMITTED', n: 1 },
    ]);
    expect(faults).toEqual([]);
  });
});
