import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { syntheticPeople } from '../../server/seed/roster/people.js';
import { describeInBrowser } from '../support/browser.js';
import { rosterDatabase } from '../support/demo-database.js';
import { eventually } from '../support/eventually.js';
import { type PanelPage, type PanelWorld, panelWorld, says } from './panel-world.js';

let world: PanelWorld;
let ids: Readonly<Record<'program' | 'bill' | 'beneficiary' | 'enrollment' | 'case', string>>;

/** Pages that belong to a list, with what they have to say before anything is chosen. */
const listPages = [
  ['alert/actions/outlook', 'Peringatan 90 hari ke depan'],
  ['program/actions/settings', 'Pengaturan provinsi'],
  ['bill/actions/arrears', 'Tunggakan iuran menurut umur'],
  ['program/actions/reconciliation', 'Rekonsiliasi satu bulan'],
  ['enrollment/actions/continuity', 'kurang dari tiga bulan terbayar berturut-turut'],
  ['enrollment/actions/together', 'Coba dahulu'],
  ['claim/actions/ratio', 'Klaim dibanding iuran'],
  ['tariff/actions/calculator', 'Rp16.800 per orang per bulan'],
  ['observation/actions/figureChecks', 'dihitung ulang'],
  ['beneficiary/actions/find', 'NIK, 16 angka'],
  ['import/actions/upload', 'Pilih berkas'],
] as const;
/** Pages of a record, with what they have once it is there. */
const pages = [
  ['program', 'Rantai program'],
  ['bill', 'Rincian'],
  ['beneficiary', 'Verifikasi'],
  ['enrollment', 'Bulan yang dilindungi'],
  ['case', 'Nomor kasus'],
] as const;

describeInBrowser('a coordinator', () => {
  const wideAndNarrow: PanelPage[] = [];
  beforeAll(async () => {
    world = await panelWorld(rosterDatabase);
    const [row] = await world.app.sql(
      `select 'program_' || replace(p.id::text, '-', '') as program,
         (select 'bill_' || replace(b.id::text, '-', '') from bill b where b.program_id = p.id order by b.due_on limit 1) as bill,
         'beneficiary_' || replace(k.beneficiary_id::text, '-', '') as beneficiary, 'enrollment_' || replace(k.id::text, '-', '') as enrollment,
         'case_' || replace(k.case_id::text, '-', '') as case
       from program p join lateral (
         select e.id, e.beneficiary_id, c.id as case_id from coverage_case c join enrollment e on e.id = c.enrollment_id
         where c.program_id = p.id order by c.case_number limit 1) k on true
       where p.name like 'DEMO Gemet Sekul%'`,
    );
    ids = row;
    for (const width of [1280, 360])
      wideAndNarrow.push(await world.signedIn('koordinator@banten.demo', width));
  });
  afterAll(() => world?.close());

  test.each(pages)(
    'reads the page of a %s in Indonesian, without a serious barrier, at 1280 and 360 pixels',
    async (name, words) => {
      for (const { page, open, faults, seriousFaults } of wideAndNarrow) {
        const screen = name === 'case' ? 'coverageCase' : name;
        await open(`/admin/resources/${screen}/records/${ids[name]}/show`);
        await page.getByText(words).first().waitFor();
        const text = await page.locator('body').innerText();
        expect(text).not.toMatch(/undefined|Invalid Date|NaN|\bLoading\b/);
        expect(text).not.toMatch(/\d{16}/);
        expect(await seriousFaults()).toEqual([]);
        expect(faults.splice(0)).toEqual([]);
        const overflow = await page.evaluate<number>(
          'document.documentElement.scrollWidth - window.innerWidth',
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
    },
  );

  test.each(listPages)(
    'reads %s without a serious barrier, at 1280 and 360 pixels',
    async (address, words) => {
      for (const { page, open, faults, seriousFaults } of wideAndNarrow) {
        await open(`/admin/resources/${address}`);
        await page.getByText(words).first().waitFor();
        expect(await seriousFaults()).toEqual([]);
        expect(faults.splice(0)).toEqual([]);
      }
    },
  );

  test('finds a person by the whole NIK, which stays out of the address', async () => {
    const { page, open } = await world.signedIn('koordinator@banten.demo');
    const people = syntheticPeople({
      key: 'cilegon-2026',
      regionCode: '36.72',
      enteredOn: '2026-01-05',
      highestDecile: null,
      size: 3532,
      turning65: 46,
    });
    const nik = people[200]?.nik ?? '';
    await open('/admin/resources/beneficiary/actions/find');
    await page.fill('#find-nik', nik);
    await page.click('.payung-main');
    await page.getByText(`36${'•'.repeat(10)}${nik.slice(12)}`).waitFor();
    expect(page.url()).not.toContain(nik);
    await page.context().close();
  });

  test('sees the chain of the program with its numbers, and what is broken in it', async () => {
    const { page, open } = await world.signedIn('koordinator@banten.demo');
    await open(`/admin/resources/program/records/${ids.program}/show`);
    await says(
      page.locator('body'),
      'Rantai program',
      'Perwal',
      'Rp2.200.000.000',
      '3.483 orang',
      'Kebutuhan menurut kuota',
      'Rp705.600.000',
    );
    await page.context().close();
  });

  test('reads a person as twelve boxes a year, each told in words', async () => {
    const { page, open } = await world.signedIn('koordinator@banten.demo');
    await open(`/admin/resources/beneficiary/records/${ids.beneficiary}/show`);
    const boxes = page.locator('.payung-strip').last().locator('li');
    await eventually(async () => expect(await boxes.count()).toBe(12));
    expect(await boxes.first().textContent()).toMatch(
      /Januari 2026: (dibayar|dilindungi|ditagih|tidak dilindungi)/,
    );
    await page.context().close();
  });

  test('tries out a decision for sixty people, carries it out, and each of them has it in the history', async () => {
    const { page, open } = await world.signedIn('koordinator@banten.demo');
    await open('/admin/resources/enrollment/actions/together?filters.state=PROPOSED');
    await page.click('#together-program');
    await page.keyboard.type('Serang Bahagia');
    await page.getByRole('option', { name: /Serang Bahagia/ }).click();
    await page.getByText('Coba dahulu', { exact: true }).click();
    await page.getByText('60 dari 60 orang akan berubah').waitFor();
    const proposed = async () =>
      (
        await world.app.sql(
          "select count(*)::integer as n from enrollment e join program p on p.id = e.program_id where p.name like 'DEMO Serang%' and e.state = 'PROPOSED'",
        )
      )[0].n;
    expect(await proposed()).toBe(60);
    await page.getByText('Jalankan (60 orang)').click();
    await page.getByText('60 dari 60 orang berubah').waitFor();
    expect(await proposed()).toBe(0);
    const [{ trail }] = await world.app.sql(
      "select count(distinct subject_id)::integer as trail from audit_event where concept = 'enrollment' and operation = 'UPDATE' and changes -> 'state' = '[\"PROPOSED\", \"VERIFIED\"]'",
    );
    expect(trail).toBe(60);
    await page.context().close();
  });
});
