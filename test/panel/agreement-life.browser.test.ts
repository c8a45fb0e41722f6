import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeInBrowser } from '../support/browser.js';
import { regionId } from '../support/build/region.js';
import { type PanelWorld, panelWorld, says } from './panel-world.js';

let world: PanelWorld;

/** A PDF of one page that a viewer shows. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F1 24 Tf 40 100 Td (Nota Kesepakatan) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

describeInBrowser('the life of an agreement', () => {
  beforeAll(async () => {
    world = await panelWorld();
  });
  afterAll(() => world?.close());

  test('is registered with its PDF, submitted, approved and signed, each by whose task it is', async () => {
    const { page, open, faults, seriousFaults } = await world.signedIn('operator@cilegon.demo');

    await open('/admin/resources/mou/actions/new');
    await page.locator('[id="titleAsWritten"], [name="titleAsWritten"]').first().fill('PKS Nelayan 2026');
    await page.locator('select[id="kind"]').selectOption('PKS');
    await page.locator('input[id="region"]').fill('Cilegon');
    await page.getByText('Kota Cilegon', { exact: true }).first().click();
    for (const place of [0, 1]) {
      await page.getByRole('button', { name: 'Tambah baris' }).first().click();
      await page.locator(`select[id="parties.${place}.kind"]`).selectOption('OTHER');
      await page.locator(`[id="parties.${place}.otherName"]`).fill(`Pihak ${place + 1}`);
    }
    await page.locator('input[id="effectiveFrom"]').fill('2026-03-01');
    await page.locator('input[id="effectiveUntil"]').fill('2027-02-28');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { name: 'Rantai perjanjian' }).waitFor();
    const [{ id }] = await world.app.sql("select id from mou where title_as_written = 'PKS Nelayan 2026'");

    const file = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(pdf)}], 'Rancangan PKS.pdf', { type: 'application/pdf' }));
      return transfer;
    })()`);
    await page.locator('.payung-drop').dispatchEvent('drop', { dataTransfer: file });
    await page.getByRole('link', { name: 'Rancangan PKS.pdf' }).waitFor();
    await page.getByRole('button', { name: 'Lihat Rancangan PKS.pdf' }).click();
    const preview = await page.locator('iframe.payung-preview').getAttribute('src');
    const shown = await page.request.get(`${world.base}${preview}`);
    expect(shown.headers()['content-disposition']).toContain('inline');
    await page.locator('iframe.payung-preview').waitFor();
    expect(await seriousFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Tutup Rancangan PKS.pdf' }).click();

    await page.getByRole('link', { name: 'Ajukan telaah hukum' }).click();
    await page.getByRole('button', { name: 'Ajukan telaah hukum' }).last().click();
    await page.waitForURL(/\/show/);
    await page.getByText('Telaah hukum', { exact: true }).first().waitFor();
    expect(faults).toEqual([]);

    const approver = await world.signedIn('approver@banten.demo');
    await approver.open('/admin/resources/approval/actions/inbox');
    await approver.page.getByRole('button', { name: 'Setujui PKS Nelayan 2026' }).click();
    await approver.page
      .getByRole('button', { name: 'Setujui PKS Nelayan 2026' })
      .waitFor({ state: 'detached' });
    const publicId = `mou_${id.replaceAll('-', '')}`;
    await approver.open(`/admin/resources/mou/records/${publicId}/sign`);
    await approver.page.locator('input[id="sign_signedOn"]').fill('2026-02-10');
    await approver.page.getByRole('button', { name: 'Catat penandatanganan' }).last().click();
    await approver.page.waitForURL(/\/show/);

    const [row] = await world.app.sql('select state, signed_on::text from mou where id = $1', [id]);
    expect(row).toEqual({ state: 'SIGNED', signed_on: '2026-02-10' });
  });

  test.each([1280, 360])(
    'is renewed, and the draft is compared with what it renews, at %i pixels',
    async (width) => {
      const { page, open, faults, seriousFaults } = await world.signedIn('operator@cilegon.demo', width);
      const title = `PKS Nelayan ${width}`;
      const [{ id }] = await world.app.sql(
        `insert into mou (id, kind, title_as_written, region_id, state, signed_on, effective_from, effective_until, scope)
         select gen_random_uuid(), 'PKS', $1, r.id, 'SIGNED', '2025-02-20', '2025-03-01', '2026-02-28', '{JKK,JKM}'
         from region r where r.code = '36.72' returning replace(id::text, '-', '') as id`,
        [title],
      );

      await open(`/admin/resources/mou/records/mou_${id}/renew`);
      await page
        .locator('input[id="renew_titleAsWritten"], [name="renew_titleAsWritten"]')
        .first()
        .fill(`${title} II`);
      await page.getByRole('button', { name: 'Perpanjang' }).last().click();
      await page.getByRole('heading', { name: 'Perbandingan dengan naskah sebelumnya' }).waitFor();

      const facts = [`${title} II`, '28 Februari 2026', '1 Maret 2026', '28 Februari 2027', 'JKK; JKM'];
      await says(page.locator('.payung-record'), ...facts);
      const [draft] = await world.app.sql(
        'select state, effective_from::text, effective_until::text from mou where title_as_written = $1',
        [`${title} II`],
      );
      expect(draft).toEqual({ state: 'DRAFT', effective_from: '2026-03-01', effective_until: '2027-02-28' });
      expect(await seriousFaults()).toEqual([]);
      expect(faults).toEqual([]);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - window.innerWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );

  test('those of a filtered list are renewed together, after a trial and without whom one leaves out', async () => {
    await world.app.sql(
      `insert into mou (id, kind, title_as_written, region_id, state, signed_on, effective_from, effective_until)
       select gen_random_uuid(), 'PKS', 'PKS Bersama ' || n, r.id, 'SIGNED', '2025-02-20', '2025-03-01', ('2026-03-0' || n)::date
       from region r, generate_series(1, 3) n where r.code = '36.04'`,
    );
    const { page, faults, seriousFaults } = await world.signedIn('operator@serang.demo');
    const ofRegency = `filters.region=${regionId('36.04')}&filters.phase=EXPIRING`;
    await page.goto(`${world.base}/admin/resources/mou?${ofRegency}`);
    await page.getByRole('link', { name: 'Siapkan perpanjangan' }).click();

    await page.getByRole('button', { name: 'Coba dahulu' }).click();
    await page.getByText('PKS Bersama 3').waitFor();
    expect(
      await world.app.sql("select from mou where title_as_written like 'PKS Bersama%' and state = 'DRAFT'"),
    ).toEqual([]);
    await page.getByRole('checkbox', { name: 'Buat rancangan: PKS Bersama 2' }).uncheck();
    await page.getByRole('button', { name: 'Buat 2 rancangan' }).click();
    await page.getByRole('link', { name: 'Buka rancangan' }).first().waitFor();

    const drafts = await world.app.sql(
      "select effective_from::text from mou where title_as_written like 'PKS Bersama%' and state = 'DRAFT' order by 1",
    );
    expect(drafts.map(({ effective_from }) => effective_from)).toEqual(['2026-03-02', '2026-03-04']);
    expect(await seriousFaults()).toEqual([]);
    expect(faults).toEqual([]);
  });
});
