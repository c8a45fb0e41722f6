import type { Page } from 'playwright-core';
import type { PanelPage } from './panel-world.js';

interface PanelResource {
  readonly id: string;
  readonly resourceActions: readonly { readonly name: string }[];
}

/** Words that only a page shows that nobody finished, or that AdminJS said in its own language. */
const foreign = /\b(Create new|Filter by|No records|Loading|undefined|Invalid Date|NaN|\w+\.\w+\.label)\b/;

/** The list and the own pages of every screen that the reader has in the menu, forms for something new included. */
export async function menuAddresses(page: Page): Promise<readonly string[]> {
  const resources = await page.evaluate<readonly PanelResource[]>('window.REDUX_STATE.resources');
  return resources.flatMap(({ id, resourceActions }) =>
    resourceActions.map(({ name }) =>
      name === 'list' ? `/admin/resources/${id}` : `/admin/resources/${id}/actions/${name}`,
    ),
  );
}

/** Pages of the first record of each list, its forms included. */
export async function recordAddresses(page: Page, base: string): Promise<readonly string[]> {
  const resources = await page.evaluate<readonly PanelResource[]>('window.REDUX_STATE.resources');
  const found: string[] = [];
  for (const { id } of resources) {
    const answer = await page.request.get(`${base}/admin/api/resources/${id}/actions/list`);
    const [record] = (await answer.json()).records ?? [];
    const pages = (record?.recordActions ?? []).filter(isPage);
    for (const { name } of pages) found.push(`/admin/resources/${id}/records/${record.id}/${name}`);
  }
  return found;
}

/** What is wrong with the pages: titles, words, width, barriers, errors; each with its address. Empty: nothing. */
export async function wrongWith(
  { page, open, faults, seriousFaults }: PanelPage,
  addresses: readonly string[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  for (const address of addresses) {
    await open(address).catch((error) => {
      throw new Error(`${address} does not stand (${refused.join(', ')}): ${error}`);
    });
    const found = [...(await seriousFaults()), ...faults.splice(0), ...(await untidy(page))];
    wrong.push(...found.map((fault) => `${address}: ${fault}`));
  }
  return wrong;
}

async function untidy(page: Page): Promise<readonly string[]> {
  const text = await page.locator('body').innerText();
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  const title = await page.title();
  const headings = await page.locator('h1').count();
  return [
    ...(foreign.exec(text)?.slice(0, 1) ?? []),
    ...(overflow > 0 ? [`${overflow} pixels too wide`] : []),
    ...(title === 'Payung' || /^(Lihat|Show)\b/.test(title) ? [`title ${title}`] : []),
    ...(headings === 1 ? [] : [`${headings} main headings`]),
  ];
}

/** Whether an action has a page of its own; the others are done where they are pressed. */
function isPage({ component }: { readonly component?: unknown }): boolean {
  return component !== false;
}
