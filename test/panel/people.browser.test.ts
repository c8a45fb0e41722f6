import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowser } from '../support/browser.js';
import { cuttingProxy } from '../support/cutting-proxy.js';
import { rosterDatabase } from '../support/demo-database.js';
import { eventually } from '../support/eventually.js';
import { type PanelWorld, panelWorld, says, stands } from './panel-world.js';

let world: PanelWorld;
/** Somebody of Cilegon whose first months of 2026 Kabupaten Serang paid as well. */
let twice: string;

describeInBrowser('people in the panel', () => {
  beforeAll(async () => {
    world = await panelWorld(rosterDatabase);
    const [{ id }] = await world.app.sql(
      `select 'beneficiary_' || replace(b.id::text, '-', '') as id from double_payment d
       join beneficiary b on b.person_id = d.person_id join region r on r.id = b.region_id and r.code = '36.72' limit 1`,
    );
    twice = id;
  });
  afterAll(() => world?.close());

  test('one narrows the list, tries a decision out for all who match, and carries it out for them alone', async () => {
    const { page, open, faults, seriousFaults } = await world.signedIn('koordinator@banten.demo');
    await open('/admin/resources/enrollment?filters.state=PROPOSED&filters.search=siti');
    await page.getByRole('link', { name: 'Keputusan untuk semua yang tersaring' }).click();
    await page.getByText('Keadaan: Diusulkan').waitFor();
    expect(page.url()).toContain('filters.state=PROPOSED');
    const [{ n }] = await world.app.sql(
      "select count(*)::int as n from enrollment e join beneficiary b on b.id = e.beneficiary_id where e.state = 'PROPOSED' and lower(b.name) like '%siti%'",
    );
    const proposed = async () =>
      (await world.app.sql("select count(*)::int as n from enrollment where state = 'PROPOSED'"))[0].n;
    const before = await proposed();

    await page.getByRole('button', { name: 'Coba dahulu' }).click();
    await page.getByText(`${n} dari ${n} orang akan berubah`).waitFor();
    expect(await proposed()).toBe(before);
    expect(await seriousFaults()).toEqual([]);
    // somebody else takes one of them away before the deed
    await world.app.sql(
      `update enrollment set state = 'REJECTED', ended_on = '2026-02-11', end_reason = 'WITHDRAWN' where id = (
         select e.id from enrollment e join beneficiary b on b.id = e.beneficiary_id where e.state = 'PROPOSED' and lower(b.name) like '%siti%' limit 1)`,
    );
    await page.getByRole('button', { name: `Jalankan (${n} orang)` }).click();
    await page.getByText(`Selesai "Verifikasi": ${n - 1} dari ${n - 1} orang berubah.`).waitFor();

    await says(page.locator('.payung-callout'), `Percobaan menyebut ${n} orang, yang berubah ${n - 1} orang`);
    expect(await proposed()).toBe(before - n);
    expect(await seriousFaults()).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the reasons of those who stay are told with the first of them by name, and lead to their page', async () => {
    const { page, open } = await world.signedIn('koordinator@banten.demo');
    await open('/admin/resources/enrollment/actions/together?filters.state=ACTIVE');
    await page.locator('#together-deed').selectOption('verify');
    await page.getByRole('button', { name: 'Coba dahulu' }).click();
    await page.getByText('keadaannya bukan Diusulkan').waitFor();

    const examples = page.locator('.payung-callout a');
    await eventually(async () => expect(await examples.count()).toBe(5));
    await examples.first().click();
    await page.getByRole('heading', { name: 'Bulan yang dilindungi' }).waitFor();
    await page.context().close();
  });

  test('an end for many names what is missing, and an approver is offered what approvers decide', async () => {
    const { page, open } = await world.signedIn('operator@cilegon.demo', 360);
    await open('/admin/resources/enrollment/actions/together?filters.state=ACTIVE');
    await page.locator('#together-deed').selectOption('end');
    await page.getByRole('button', { name: 'Coba dahulu' }).click();
    await page.getByText('Berakhir pada: Isian ini wajib diisi.').waitFor();
    await page.getByText('Sebab: Isian ini wajib diisi.').waitFor();
    await page.context().close();

    const approver = await world.signedIn('approver@banten.demo');
    await approver.open('/admin/resources/enrollment/actions/together');
    await approver.page.locator('#together-deed').waitFor();
    const deeds = await approver.page.locator('#together-deed option').allInnerTexts();
    expect(deeds.map((deed) => deed.split(' (')[0])).toEqual(['Setujui', 'Tolak']);
    await approver.page.context().close();
  });

  test('months that two payers paid are marked; the other payer is named to the province alone', async () => {
    const text = async (email: string) => {
      const { page, open, seriousFaults } = await world.signedIn(email);
      await open(`/admin/resources/beneficiary/records/${twice}/show`);
      await page.locator('.payung-strip li').first().waitFor();
      await page.locator('.payung-payers').first().waitFor({ state: 'attached' });
      const boxes = await page.locator('.payung-strip').last().locator('li').allTextContents();
      const payers = await page.locator('.payung-payers').allInnerTexts();
      expect(await seriousFaults()).toEqual([]);
      await page.context().close();
      return { boxes, payers: payers.join(' ') };
    };

    const [province, city] = [await text('koordinator@banten.demo'), await text('operator@cilegon.demo')];

    for (const { boxes } of [province, city]) {
      expect(boxes).toHaveLength(12);
      expect(boxes[0]).toContain('Januari 2026: dibayar dua kali');
    }
    expect(province.payers).toContain('Kabupaten Serang');
    expect(city.payers).toContain('pembayar lain: Jan');
    expect(city.payers).not.toContain('Serang');
    expect(city.boxes.join()).not.toContain('Serang');
  });

  test('a workbook whose connection breaks, while somebody changes the list, is the one that a single download gives', async () => {
    const { page } = await world.signedIn('koordinator@banten.demo');
    const rename = () =>
      world.app.sql(
        "update beneficiary set name = 'AAA ' || name where id = (select b.id from beneficiary b order by b.name desc limit 1)",
      );
    const proxy = await cuttingProxy(Number(new URL(world.base).port), {
      request: 'POST /exports',
      cuts: [{ after: 300_000 }, { after: 200_000, meanwhile: rename }, { after: 90 }],
    });
    const orders: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/exports')) orders.push(request.postData() ?? '');
    });
    await page.goto(`http://127.0.0.1:${proxy.port}/admin/resources/beneficiary/actions/download`);
    await page.getByLabel('Berkas').selectOption('XLSX');
    const arriving = page.waitForEvent('download');

    await page.getByRole('button', { name: 'Unduh', exact: true }).click();
    await page.getByText(/[1-9][\d.]* dari [\d.]+ baris/).waitFor();

    const file = await readFile(await (await arriving).path());
    await page.getByText('berkasnya utuh').waitFor();
    // broken; gone on, broken and the list changed; broken in its head; refused as another file; begun anew
    expect(orders.map((order) => 'resume' in JSON.parse(order))).toEqual([false, true, true, true, false]);
    const whole = await page.evaluate(async (body) => {
      const answer = await fetch('/exports', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const hash = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
      return [...new Uint8Array(hash)];
    }, orders[0] ?? '');
    expect([...createHash('sha256').update(file).digest()]).toEqual(whole);
    await page.context().close();
    proxy.close();
  });

  test('a NIK shows once, with a reason, and is gone with the page: no address, storage or notice holds it', async () => {
    const { page, open, faults, seriousFaults } = await world.signedIn('operator@cilegon.demo');
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await open(`/admin/resources/beneficiary/records/${twice}/revealNik`);
    await page.locator('textarea').fill('pendek');
    await page.getByRole('button', { name: 'Lihat NIK lengkap' }).last().click();
    await page.locator('.payung-callout.red').waitFor();
    await page.locator('textarea').fill('Mencocokkan KTP di loket kelurahan');
    await page.getByRole('button', { name: 'Lihat NIK lengkap' }).last().click();

    const nik = /\d{16}/.exec(await page.locator('.payung-secret').innerText())?.[0] ?? 'none';
    expect(nik).toHaveLength(16);
    expect(await seriousFaults()).toEqual([]);
    const kept = await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href, window.REDUX_STATE])',
    );
    expect(kept).not.toContain(nik);
    expect(addresses.join()).not.toContain(nik);
    expect(await page.locator('.payung-notices').innerText()).not.toContain(nik);
    await page.getByRole('button', { name: 'Sembunyikan' }).click();
    await eventually(async () => expect(await page.locator('body').innerText()).not.toContain(nik));
    await page.reload();
    await stands(page);
    expect(await page.content()).not.toContain(nik);
    expect(await world.app.sql('select count(*)::int as n from nik_reveal')).toEqual([{ n: 1 }]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
