import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { describeInBrowser } from '../support/browser.js';
import { type PanelWorld, panelWorld, says } from './panel-world.js';

let world: PanelWorld;

/** An agreement of Kota Cilegon that lies in legal review; its request for approval comes with it. */
async function inReview(number: number): Promise<string> {
  const id = newId();
  await world.app.sql(
    `insert into mou (id, kind, title_as_written, region_id, effective_from, effective_until)
     select $1, 'PKS', $2, r.id, '2026-03-01', '2027-02-28' from region r where r.code = '36.72'`,
    [id, `PKS Uji ${number}`],
  );
  await world.app.sql(
    `insert into mou_party (id, mou_id, position, kind, other_name, number)
     select gen_random_uuid(), $1, place, 'OTHER', 'Pihak ' || place, $2 || '/' || place from generate_series(1, 2) place`,
    [id, `415.4/${number}`],
  );
  await world.app.sql("update mou set state = 'LEGAL_REVIEW' where id = $1", [id]);
  return id;
}

describeInBrowser('an approver of Banten', () => {
  beforeAll(async () => {
    world = await panelWorld();
    // what the demo brings would stand between
    await world.app.sql("update mou set state = 'DRAFT' where state = 'LEGAL_REVIEW'");
    for (let number = 1; number <= 10; number += 1) await inReview(number);
  });
  afterAll(() => world?.close());

  test.each([1280, 360])('reads what waits, at %i pixels, without a serious barrier', async (width) => {
    const { page, open, faults, seriousFaults } = await world.signedIn('approver@banten.demo', width);

    await open('/admin/resources/approval/actions/inbox');
    await page.getByText('10 permintaan').waitFor();

    await says(
      page.locator('.payung-record'),
      'PKS Uji 1',
      '1 Maret 2026 – 28 Februari 2027',
      '415.4/10/2',
      '0 dari 1 orang sudah setuju',
    );
    expect(await seriousFaults()).toEqual([]);
    expect(faults).toEqual([]);
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('clears ten: one by its button, one back with a reason, eight that were ticked', async () => {
    const { page, faults } = await world.signedIn('approver@banten.demo');
    await page.goto(`${world.base}/admin`);
    await page.getByRole('link', { name: /10\s*Menunggu persetujuan Anda/ }).click();
    await page.getByRole('link', { name: 'Putuskan yang menunggu saya' }).click();

    await page.getByRole('button', { name: 'Setujui PKS Uji 1', exact: true }).click();
    await page.getByText('9 permintaan').waitFor();
    await page.getByRole('button', { name: 'Kembalikan… PKS Uji 2', exact: true }).click();
    await page.getByLabel('Yang harus diperbaiki').fill('Nomor pihak kedua keliru');
    await page.getByRole('button', { name: 'Kembalikan dengan alasan ini' }).click();
    await page.getByText('8 permintaan').waitFor();
    await page.getByRole('button', { name: 'Tandai semua' }).click();
    await page.getByRole('button', { name: 'Setujui yang ditandai (8)' }).click();
    await page.getByText('Tidak ada yang menunggu Anda.').waitFor();

    const rows = await world.app.sql(
      `select a.state, count(*)::int as requests, count(v.id)::int as votes
       from approval a join mou m on m.id = a.record_id and m.title_as_written like 'PKS Uji%'
       left join approval_vote v on v.approval_id = a.id group by a.state order by a.state`,
    );
    expect(rows).toEqual([
      { state: 'APPROVED', requests: 9, votes: 9 },
      { state: 'RETURNED', requests: 1, votes: 0 },
    ]);
    const [returned] = await world.app.sql(
      "select state, returned_reason from mou where title_as_written = 'PKS Uji 2'",
    );
    expect(returned).toEqual({ state: 'DRAFT', returned_reason: 'Nomor pihak kedua keliru' });
    expect(faults).toEqual([]);
  });

  test('is told that the content changed since the page was opened', async () => {
    const id = await inReview(11);
    const { page, open } = await world.signedIn('approver@banten.demo');
    await open('/admin/resources/approval/actions/inbox');
    await page.getByText('1 permintaan').waitFor();
    await world.app.sql("update mou_party set number = '9' where mou_id = $1 and position = 1", [id]);

    await page.getByRole('button', { name: 'Setujui PKS Uji 11', exact: true }).click();

    await page.getByText('Isinya sudah berubah sejak Anda membukanya.').waitFor();
    expect(await world.app.sql('select state from approval where record_id = $1', [id])).toEqual([
      { state: 'OPEN' },
    ]);
  });
});
