import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowser } from '../support/browser.js';
import { rosterDatabase } from '../support/demo-database.js';
import { eventually } from '../support/eventually.js';
import { type PanelWorld, panelWorld, says } from './panel-world.js';

const console = '/admin/resources/savedQuery/actions/console';

describeInBrowser('the SQL console', () => {
  let world: PanelWorld;
  beforeAll(async () => {
    world = await panelWorld(rosterDatabase);
  });
  afterAll(() => world?.close());

  async function opened(email: string, width?: number) {
    const panelPage = await world.signedIn(email, width);
    await panelPage.open(console);
    await panelPage.page.locator('.cm-content').waitFor();
    return panelPage;
  }

  test('shows cost and limits before, table and chart after, without a serious barrier, at 1280 and 360 pixels', async () => {
    for (const width of [1280, 360]) {
      const { page, faults, seriousFaults } = await opened('analis@banten.demo', width);
      await page.getByText(/Perkiraan beban \d+ dari batas 5\.000\.000/).waitFor();
      expect(await seriousFaults()).toEqual([]);

      await page.getByRole('button', { name: /^Jalankan/ }).click();

      await page.getByText('3 baris dalam').waitFor();
      expect(await page.locator('.payung-answer tbody tr').allInnerTexts()).toHaveLength(3);
      await page.getByRole('button', { name: 'Grafik' }).click();
      await eventually(async () =>
        expect(await page.locator('.payung-chart .payung-bar-row').count()).toBe(3),
      );
      expect(await seriousFaults()).toEqual([]);
      expect(faults).toEqual([]);
      expect(
        await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'),
      ).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  test('completes names of views, and inserts them from the list', async () => {
    const { page } = await opened('analis@banten.demo');
    const editor = page.locator('.cm-content');

    await editor.fill('');
    await editor.pressSequentially('select * from enrollment_st');
    await page.locator('.cm-tooltip-autocomplete li').first().waitFor();
    await page.waitForTimeout(200); // CodeMirror takes no Enter for a list that has only just come
    await page.keyboard.press('Enter');
    await page.getByText('readiness', { exact: true }).first().click();
    await page.getByRole('button', { name: 'tests_passed' }).click();

    await eventually(async () =>
      expect(await editor.innerText()).toMatch(/^select \* from enrollment_states\s*tests_passed$/),
    );
    await page.context().close();
  });

  test('names the reason of a refusal and its place', async () => {
    const { page } = await opened('analis@banten.demo');

    await page.locator('.cm-content').fill('delete from mous');
    await page.keyboard.press('Control+Enter');

    await page.getByText('Konsol hanya membaca; DELETE tidak dapat dijalankan.').waitFor();
    await page
      .locator('.cm-content')
      .fill("select '😀'\nfrom program_months -- $7\nwhere month = $1 and nama = '$9'");
    await page.getByLabel('Nilai $1').fill('2026-01-01');
    expect(await page.getByLabel(/^Nilai \$/).count()).toBe(1);
    await page.getByRole('button', { name: /^Jalankan/ }).click();
    await page.getByRole('button', { name: 'Tunjukkan tempatnya (baris 3)' }).press('Enter');
    await eventually(async () => expect(await page.evaluate<string>('String(getSelection())')).toBe('nama'));
    await page.locator('.cm-content').fill('select month from program_months where month = $1');
    await page.getByText('tanggal, seperti 2026-02-11').waitFor();
    await page.getByLabel('Nilai $1').fill('Februari');
    await page.getByRole('button', { name: /^Jalankan/ }).click();
    await page.getByText('Nilai ke-1 tidak dapat dibaca').waitFor();
    expect(await page.getByLabel('Nilai $1').getAttribute('aria-invalid')).toBe('true');
    await page.context().close();
  });

  test('stops a statement that takes too long for its asker, and keeps it for another look', async () => {
    const { page, open } = await opened('analis@banten.demo');
    const endless = 'with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r';
    await page.locator('.cm-content').fill(endless);
    await page.keyboard.press('Control+Enter');

    await page.getByRole('button', { name: 'Hentikan' }).click();

    await page.getByText('Dihentikan; tidak ada jawaban.').waitFor();
    await says(page.locator('.payung-queries').last(), 'dihentikan');
    await open('/admin');
    await open(console);
    await says(page.locator('.cm-content'), endless);
    await page.context().close();
  });

  test('saves, shares and reopens a query with its values, and gives CSV', async () => {
    const { page } = await opened('analis@banten.demo');
    await page.getByLabel('Nilai $1').fill('ENDED');
    await page.getByLabel('Nama kueri').fill('Orang per wilayah');
    await page.getByLabel('Nama untuk $1').fill('Keadaan (ACTIVE, ENDED)');
    await page.getByLabel('Bagikan kepada semua pengguna SQL').check();

    await page.getByRole('button', { name: 'Simpan', exact: true }).click();

    await page.getByText('Tersimpan.', { exact: true }).waitFor();
    await page.context().close();
    const other = await opened('koordinator@banten.demo');
    await other.page.locator('.cm-content').fill('select 1');
    await other.page.getByRole('button', { name: 'Orang per wilayah' }).click();
    await says(other.page.locator('.cm-content'), 'from people_counts');
    expect(await other.page.getByLabel('Keadaan (ACTIVE, ENDED)').inputValue()).toBe('ENDED');
    await other.page.getByRole('button', { name: /^Jalankan/ }).click();
    await other.page.getByText(/baris dalam/).waitFor();
    // the file is of the answer that stands there, whatever is typed meanwhile
    await other.page.locator('.cm-content').fill('select 1');
    const [file] = await Promise.all([
      other.page.waitForEvent('download'),
      other.page.getByRole('button', { name: 'Unduh CSV' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toMatch(
      /^\uFEFFregion_name;orang\r\nKota Cilegon;2984\r\n/,
    );
    await other.open('/admin/resources/savedQuery');
    await other.page.getByRole('link', { name: 'Orang per wilayah' }).first().click();
    await other.page.getByRole('link', { name: 'Buka di konsol' }).click();
    await says(other.page.locator('.cm-content'), 'from people_counts');
    await other.page.context().close();
  });

  test('GraphiQL in the panel runs an example of the documentation, and keeps its tab', async () => {
    const { page, open, faults } = await world.signedIn('analis@banten.demo');
    await open('/admin/resources/dataExport/actions/graphiql');
    const graphiql = page.frameLocator('iframe[title="GraphiQL"]');
    const operation = graphiql.locator('.graphiql-query-editor');
    await graphiql.getByRole('button', { name: /Contoh \/ Examples/ }).click();

    await graphiql.getByRole('button', { name: /memenuhi kelima uji kesiapan/ }).click();
    await says(operation, 'readiness');
    await graphiql.getByRole('button', { name: /Execute query/ }).click();

    await says(graphiql.locator('.graphiql-response'), 'testsPassed');
    // tabs are kept half a second after the last change
    const kept = () => page.evaluate<string>('JSON.stringify(Object.values(localStorage))');
    await eventually(async () => expect(await kept()).toContain('readiness'));
    await page.reload();
    await says(operation, 'readiness');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('is not offered to an operator', async () => {
    const { page, open } = await world.signedIn('operator@cilegon.demo');
    await open('/admin');

    expect(await page.locator('a[href*="savedQuery"]').count()).toBe(0);
    await page.context().close();
  });

  test('a coordinator hands out a login for SQL on the screen of accounts, and revokes it', async () => {
    const { page, open } = await world.signedIn('koordinator@banten.demo');
    const [{ id }] = await world.app.sql(
      `select 'staff_' || replace(s.id::text, '-', '') as id from staff s where s.email = 'analis@banten.demo'`,
    );
    const verb = (name: string) => `/admin/resources/staff/records/${id}/${name}`;
    await open(verb('openSqlLogin'));

    await page.locator('main, #app').getByRole('button', { name: 'Buat login SQL' }).last().click();

    const notice = page.getByText(
      /postgres:\/\/payung_sql_[0-9a-f]{12}@127\.0\.0\.1:\d+\/\w+ – kata sandi: [a-z0-9-]{23}/,
    );
    await notice.waitFor();
    await page.waitForURL(/\/show/);
    await page.getByText('Cabut login SQL').first().waitFor();
    expect(await page.getByText('Data ini tidak ada').count()).toBe(0);
    const roles = () =>
      world.app.sql(
        `select r.rolname from pg_roles r join sql_login l on l.role_name = r.rolname where l.kind = 'DIRECT'`,
      );
    expect(await roles()).toHaveLength(1);
    await open(verb('revokeSqlLogin'));
    await page.locator('main, #app').getByRole('button', { name: 'Cabut login SQL' }).last().click();
    await page.waitForURL(/\/show/);
    expect(await roles()).toHaveLength(0);
    await page.context().close();
  });
});
