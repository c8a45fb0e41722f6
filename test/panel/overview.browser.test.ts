import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { type OverviewWorld, overviewWorld } from './overview-world.js';
import { type PanelPage, says, stands } from './panel-world.js';

interface Row {
  readonly params: Readonly<Record<string, string>>;
}

let world: OverviewWorld;

/** Somebody signed in on the day of seed 000, in the browser as well. */
async function signedIn(email: string, width = 1280): Promise<PanelPage> {
  const signed = await world.signedIn(email, width);
  await signed.page.clock.setFixedTime('2026-02-11T05:00:00Z');
  return signed;
}

const coordinator = (width?: number) => signedIn('koordinator@banten.demo', width);

async function open(page: Page, address: string): Promise<void> {
  await page.goto(world.base + address);
  await stands(page);
}

async function expectSound({ page, faults, seriousFaults }: PanelPage): Promise<void> {
  await stands(page);
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/undefined|Invalid Date|NaN|\bLoading\b|\bnull\b/);
  expect(await seriousFaults()).toEqual([]);
  expect(faults).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
}

describeInBrowser('the overview of a province', () => {
  beforeAll(async () => {
    world = await overviewWorld();
  });
  afterAll(() => world?.close());

  test.each([1280, 360])(
    'the map is read and walked by keyboard, by each indicator, at %i pixels',
    async (width) => {
      const signed = await coordinator(width);
      const { page } = signed;
      await open(page, '/admin/resources/region/actions/map');

      const tile = (name: RegExp) => page.getByRole('link', { name }).first();
      const focused = (code: string) => page.locator(`[data-code="${code}"]:focus`).waitFor();
      await tile(/^Kota Cilegon 85% ?, 17 dari 20 orang$/).focus();
      await page.keyboard.press('ArrowRight');
      await focused('36.73');
      await page.keyboard.press('ArrowDown');
      await focused('36.04');
      await says(page.locator('.payung-map-detail'), '5 dari 50 orang');

      await page.getByRole('radio', { name: 'Perjanjian' }).check();
      await tile(/^Kab. Serang 2 ?, 2 perjanjian/).waitFor();
      await page.getByText('Peta sebagai tabel').click();
      await eventually(async () => expect(await page.getByRole('row').count()).toBe(9));
      await expectSound(signed);

      await tile(/^Kota Cilegon/).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Kota Cilegon', exact: true }).waitFor();
      await page.context().close();
    },
  );

  test.each([1280, 360])(
    'the dashboard answers how many percent of Cilegon’s target are protected and how much budget is left, at %i pixels',
    async (width) => {
      const signed = await coordinator(width);
      const { page } = signed;
      await open(page, '/admin');

      const row = page.getByRole('row', { name: /^Kota Cilegon/ }).last();
      await row.waitFor();
      const cells = await row.getByRole('cell').allInnerTexts();
      expect(cells.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
        '17 orang',
        '85% dari 20 orang',
        '34',
        'Rp2.200.000.000',
        '0% Rp285.600',
        'Rp2.199.714.400',
      ]);
      const figures = ['22 orang', '31,4% dari sasaran 70 orang', 'Rp5.799.714.400', 'Rp84.000'];
      await says(page.locator('.payung-figures'), ...figures);
      await page.locator('.payung-trend summary').click();
      await page.getByRole('row', { name: 'Februari 2026 22' }).waitFor();
      await expectSound(signed);

      await row.getByRole('link', { name: '17 orang' }).click();
      await page.waitForURL(`**/enrollment?filters.region=${world.cilegonId}&filters.coveredIn=2026-02`);
      await page.getByText('Warga Uji').first().waitFor();
      await eventually(async () => expect(await page.locator('tbody tr').count()).toBe(17));
      await page.context().close();
    },
  );

  test('each number on the dashboard opens the list that has as many, or as much', async () => {
    const { page } = await coordinator();
    await open(page, '/admin');
    await page.locator('.payung-home a[href*="issue=KPJ_MISSING"]').first().waitFor();
    const links = await page.evaluate<string[][]>(
      `[...document.querySelectorAll('.payung-home a[href*="filters."]')].map((link) =>
        [(link.querySelector('b') ?? link).textContent, link.getAttribute('href')])`,
    );
    const seen: string[] = [];
    for (const [text = '', href = ''] of links) {
      if (href.includes('coveredInYear') || href.includes('filters.fiscalYear')) continue; // months, and money of a year
      const answer = await page.request.get(
        world.base + href.replace('?', '/actions/list?').replace('/admin/', '/admin/api/'),
      );
      const { meta, records } = await answer.json();
      const sum = (name: string) =>
        records.reduce((total: number, { params }: Row) => total + Number(params[name]), 0);
      const said = Number((/[\d.]+/.exec(text)?.[0] ?? '').replaceAll('.', ''));
      if (text.startsWith('dari ')) expect([href, sum('quota')]).toEqual([href, said]);
      else if (text.startsWith('Rp')) expect([href, sum('totalRupiah')]).toEqual([href, said]);
      else expect([href, meta.total]).toEqual([href, said]);
      seen.push(href);
    }

    for (const part of ['coveredIn=', 'issue=KPJ_MISSING', 'issue=BIRTH_DATE', 'phase=UNDATED', 'state=PAID'])
      expect([part, seen.some((href) => href.includes(part))]).toEqual([part, true]);
    await page.context().close();
  });

  test('an analyst’s dashboard has sums and says that small groups are left out', async () => {
    const signed = await signedIn('analis@banten.demo');
    const { page } = signed;
    await open(page, '/admin');

    await page.getByRole('heading', { name: 'Peta Provinsi Banten' }).waitFor();
    expect(await page.locator('a[href*="/resources/enrollment"]').count()).toBe(0);
    await expectSound(signed);
    await page.context().close();
  });

  test.each([1280, 360])(
    'the page of Cilegon says at once who is protected and what is left, at %i pixels',
    async (width) => {
      const signed = await coordinator(width);
      const { page } = signed;
      await open(page, `/admin/resources/region/records/${world.cilegonId}/show`);

      const figures = page.locator('.payung-figures');
      await says(figures.getByRole('link', { name: /sasaran/ }), '85% dari sasaran 20 orang');
      await says(figures.getByRole('link', { name: /Sisa anggaran/ }), 'dari Rp2.200.000.000');
      await says(
        page.locator('.payung-record'),
        'Perwal Kota Cilegon Nomor 41 Tahun 2024',
        'Paritrana Award',
        'Kantor Cabang Cilegon',
        'Diberitakan dan terhitung',
      );
      await expectSound(signed);

      await figures.getByRole('link', { name: /sasaran/ }).click();
      await page.waitForURL(`**/enrollment?filters.region=${world.cilegonId}&filters.coveredIn=2026-02`);
      await page.context().close();
    },
  );

  test('the page of Cilegon prints with letterhead and signature block, on the paper that was chosen', async () => {
    const { page } = await coordinator();
    await open(page, `/admin/resources/region/records/${world.cilegonId}/show`);
    await page.evaluate(
      'window.print = () => { window.printed = document.querySelector(".payung-tools style").textContent; }',
    );

    await page.getByRole('button', { name: 'Cetak F4' }).click();
    await page.emulateMedia({ media: 'print' });

    await eventually(async () => expect(await page.evaluate('window.printed')).toContain('215mm 330mm'));
    for (const words of ['Pemerintah Kota Cilegon', 'Nama, jabatan, NIP', 'Cilegon, 11 Februari 2026'])
      await page.getByText(words).waitFor();
    await page.getByRole('button', { name: 'Cetak F4' }).waitFor({ state: 'hidden' });
    await page.context().close();
  });

  test('regions stand side by side, five at most, and the address keeps the choice', async () => {
    const signed = await coordinator();
    const { page } = signed;
    await open(page, '/admin/resources/region/actions/compare?codes=36.72,36.04');

    const covered = page.getByRole('row', { name: /^Terlindungi/ });
    await eventually(async () => expect(await covered.innerText()).toMatch(/5 orang\s+17 orang/));
    for (const name of ['Kabupaten Lebak', 'Kota Serang', 'Kota Tangerang Selatan'])
      await page.getByRole('checkbox', { name }).check();

    await page.waitForURL(/codes=36\.02,36\.04,36\.72,36\.73,36\.74/);
    expect(await page.getByRole('checkbox', { name: 'Kabupaten Pandeglang' }).isDisabled()).toBe(true);
    await eventually(async () => expect(await page.locator('.payung-compare thead th').count()).toBe(5));
    await expectSound(signed);
    await page.context().close();
  });

  test.each([1280, 360])(
    'a visitor finds agreements, law and awards of Cilegon with their sources, at %i pixels',
    async (width) => {
      const visitor = await world.visitor(width);
      const { page } = visitor;
      await page.goto(`${world.base}/`);
      await page.getByRole('heading', { name: 'Provinsi Banten', exact: true }).waitFor();
      // seventeen of Cilegon may be told, five of Serang may not
      await page.getByRole('link', { name: /^Kota Cilegon 17 ?, 17 orang, 34 bulan/ }).waitFor();
      await page
        .getByRole('link', { name: /^Kab. Serang – ?, tidak ada, atau kurang dari sepuluh/ })
        .waitFor();
      await page.getByRole('button', { name: 'Tampilkan berikutnya (5 dari 6)' }).first().click();
      await page
        .getByRole('heading', { name: 'Perjanjian Kerja Sama (PKS) Jaminan Sosial Pekerja Rentan' })
        .waitFor();

      await page.getByRole('link', { name: /^Kota Cilegon/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Kota Cilegon', exact: true }).waitFor();
      await says(page.locator('.numbers'), 'anggaran, 0% terserap');
      const agreements = page.locator('#perjanjian');
      await agreements.getByText('antara Kota Cilegon dan BPJS').waitFor();
      await agreements.getByRole('heading', { name: 'MoU atau nota kesepakatan bersama' }).waitFor();
      await eventually(async () => expect(await agreements.getByRole('listitem').count()).toBe(1));
      await agreements.getByText('3 sumber').click();
      expect(await agreements.getByRole('link').first().getAttribute('href')).toMatch(/^https?:/);
      await says(page.locator('#peraturan'), 'Perwal Kota Cilegon Nomor 41 Tahun 2024');
      await says(page.locator('#penghargaan'), 'Paritrana Award 2023');
      await agreements.getByRole('searchbox').fill('tidak ada judul ini');
      await agreements.getByText('Tidak ada perjanjian dengan').waitFor();
      await expectSound(visitor);
      await page.context().close();
    },
  );

  test('the panel’s first page is small beside the bundles of AdminJS', async () => {
    const { page } = await coordinator();
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'accept-encoding': 'gzip' };
    const sizes = await Promise.all(
      ['', '/frontend/assets/components.bundle.js', '/frontend/assets/payung.css'].map(async (path) => {
        const answer = await world.app.http.inject({ url: `/admin${path}`, headers });
        expect([path, answer.statusCode, answer.headers['content-encoding']]).toEqual([path, 200, 'gzip']);
        return answer.rawPayload.length;
      }),
    );

    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
    await page.context().close();
  });

  test('a visitor’s first page is small, and says so when the server cannot be reached', async () => {
    const { page, faults } = await world.visitor(360);
    const frame = await world.app.http.inject({ url: '/' });
    const script = await world.app.http.inject({
      url: '/public/page.js',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(script.headers['content-encoding']).toBe('gzip');
    expect(frame.rawPayload.length + script.rawPayload.length).toBeLessThan(100_000);

    await page.route('**/graphql', (route) => route.abort());
    await page.goto(`${world.base}/`);
    await page.getByRole('alert').getByText('Server tidak dapat dihubungi').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByRole('heading', { name: 'Provinsi Banten', exact: true }).waitFor();

    expect(faults).toEqual([]);
    await page.context().close();
  });
});
