import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadRosters } from '../../server/seed/roster/load-rosters.js';
import { syntheticPeople } from '../../server/seed/roster/people.js';
import { type PanelWorld, panelWorld } from './panel-world.js';

let world: PanelWorld;
let ids: Readonly<Record<'program' | 'bill' | 'beneficiary' | 'enrollment' | 'case', string>>;

beforeAll(async () => {
  world = await panelWorld();
  const { ownerUrl } = world.app.database;
  await loadRosters({ ownerUrl, log: () => undefined, secret: 'a-secret-for-tests-only-0123456789' });
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
}, 180_000);
afterAll(() => world.close());

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
const pages = ['program', 'bill', 'beneficiary', 'enrollment', 'case'] as const;

describe('a coordinator', () => {
  test.each(pages)(
    'reads the page of a %s in Indonesian, without a serious barrier, at 1280 and 360 pixels',
    async (name) => {
      for (const width of [1280, 360]) {
        const { page, faults, seriousFaults } = await world.signedIn('koordinator@banten.demo', width);
        const screen = name === 'case' ? 'coverageCase' : name;
        await page.goto(`${world.base}/admin/resources/${screen}/records/${ids[name]}/show`, {
          waitUntil: 'networkidle',
        });
        const text = await page.locator('body').innerText();
        expect(text).not.toMatch(/undefined|Invalid Date|NaN|\bLoading\b/);
        expect(text).not.toMatch(/\d{16}/);
        expect(await seriousFaults()).toEqual([]);
        expect(faults).toEqual([]);
        const overflow = await page.evaluate<number>(
          'document.documentElement.scrollWidth - window.innerWidth',
        );
        expect(overflow).toBeLessThanOrEqual(0);
        await page.context().close();
      }
    },
    90_000,
  );

  test.each(listPages)(
    'reads %s without a serious barrier, at 1280 and 360 pixels',
    async (address, words) => {
      for (const width of [1280, 360]) {
        const { page, faults, seriousFaults } = await world.signedIn('koordinator@banten.demo', width);
        await page.goto(`${world.base}/admin/resources/${address}`, { waitUntil: 'networkidle' });
        await page.getByText(words).first().waitFor();
        expect(await seriousFaults()).toEqual([]);
        expect(faults).toEqual([]);
        await page.context().close();
      }
    },
    60_000,
  );

  test('finds a person by the whole NIK, which stays out of the address', async () => {
    const { page } = await world.signedIn('koordinator@banten.demo');
    const people = syntheticPeople({
      key: 'cilegon-2026',
      regionCode: '36.72',
      enteredOn: '2026-01-05',
      highestDecile: null,
      size: 3532,
      turning65: 46,
    });
    const nik = people[200]?.nik ?? '';
    await page.goto(`${world.base}/admin/resources/beneficiary/actions/find`, { waitUntil: 'networkidle' });
    await page.fill('#find-nik', nik);
    await page.click('.payung-main');
    await page.getByText(`36${'•'.repeat(10)}${nik.slice(12)}`).waitFor();
    expect(page.url()).not.toContain(nik);
    await page.context().close();
  }, 60_000);

  test('sees the chain of the program with its numbers, and what is broken in it', async () => {
    const { page } = await world.signedIn('koordinator@banten.demo');
    await page.goto(`${world.base}/admin/resources/program/records/${ids.program}/show`, {
      waitUntil: 'networkidle',
    });
    const text = await page.locator('body').innerText();
    for (const part of [
      'Rantai program',
      'Perwal',
      'Rp2.200.000.000',
      '3.483 orang',
      'Kebutuhan menurut kuota',
      'Rp705.600.000',
    ])
      expect(text).toContain(part);
    await page.context().close();
  }, 60_000);

  test('reads a person as twelve boxes a year, each told in words', async () => {
    const { page } = await world.signedIn('koordinator@banten.demo');
    await page.goto(`${world.base}/admin/resources/beneficiary/records/${ids.beneficiary}/show`, {
      waitUntil: 'networkidle',
    });
    const boxes = page.locator('.payung-strip').last().locator('li');
    expect(await boxes.count()).toBe(12);
    expect(await boxes.first().textContent()).toMatch(
      /Januari 2026: (dibayar|dilindungi|ditagih|tidak dilindungi)/,
    );
    await page.context().close();
  }, 60_000);

  test('tries out a decision for sixty people, carries it out, and each of them has it in the history', async () => {
    const { page } = await world.signedIn('koordinator@banten.demo');
    await page.goto(`${world.base}/admin/resources/enrollment/actions/together?filters.state=PROPOSED`, {
      waitUntil: 'networkidle',
    });
    await page.click('#together-program');
    await page.keyboard.type('Serang Bahagia');
    await page.waitForTimeout(1000);
    await page.keyboard.press('Enter');
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
  }, 90_000);
});
