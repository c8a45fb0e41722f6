import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { panel } from '../../server/panel.js';
import { type TestApp, testApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { demoDatabase } from '../support/demo-database.js';
import { eventually, patienceMs } from '../support/eventually.js';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The program with reference and demo data (and its rosters, when asked for), served to a real browser. */
export interface PanelWorld {
  readonly app: TestApp;
  readonly browser: Browser;
  readonly base: string;
  /** A page of somebody who has signed in through the form. */
  signedIn(email: string, width?: number): Promise<PanelPage>;
  /** A page of somebody who has not. */
  visitor(width?: number): Promise<PanelPage>;
  close(): Promise<void>;
}

export interface PanelPage {
  readonly page: Page;
  /** Requests that left for another host, and errors of the page; both stay empty. */
  readonly faults: string[];
  /** Goes to an address of the program, and waits until its page stands. */
  open(address: string): Promise<void>;
  /** Accessibility rules of WCAG 2.2 AA broken with serious or critical impact, as `rule: element`. */
  seriousFaults(): Promise<string[]>;
}

export async function panelWorld(makeDatabase = demoDatabase): Promise<PanelWorld> {
  const app = await testApp({ panel, isDemo: true, makeDatabase });
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const base = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`;
  const browser = await launchBrowser();
  return {
    app,
    browser,
    base,
    signedIn: (email, width = 1280) => signedIn(browser, base, email, width),
    visitor: (width = 1280) => visitor(browser, base, width),
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}

async function visitor(browser: Browser, base: string, width: number): Promise<PanelPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'id-ID' });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(base))
      faults.push(`foreign: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  return {
    page,
    faults,
    open: (address) =>
      patiently(page, async () => {
        await page.goto(base + address);
        await stands(page);
      }),
    seriousFaults: () => seriousFaults(page),
  };
}

async function signedIn(browser: Browser, base: string, email: string, width: number): Promise<PanelPage> {
  const signed = await visitor(browser, base, width);
  const { page } = signed;
  await patiently(page, async () => {
    await page.goto(`${base}/admin/login`);
    await page.getByLabel(/surel/i).fill(email);
    await page.getByLabel(/kata sandi/i).fill('payung-demo');
    await page.getByRole('button', { name: /masuk/i }).click();
    await page.getByRole('heading', { name: /selamat bekerja/i }).waitFor();
  });
  return signed;
}

/**
 * Loads a page, and once more when it does not come: a machine that is busy enough is refused by the program's own
 * limits (503, try again). What the page said then is part of the failure.
 */
async function patiently(page: Page, load: () => Promise<void>): Promise<void> {
  try {
    await load().catch(load);
  } catch (error) {
    throw new Error(`${error}\n${page.url()} says: ${await page.locator('body').innerText()}`);
  }
}

/** Waits until the page has its heading and nothing on it is still loading. */
export async function stands(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Waits until the part of the page has all of the words. */
export function says(part: Locator, ...words: readonly string[]): Promise<void> {
  return eventually(async () => {
    const text = await part.innerText();
    for (const each of words) expect(text).toContain(each);
  });
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.evaluate(await axeSource);
  return page.evaluate(async () => {
    // @ts-expect-error axe is put into the page by the line above
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    return violations
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
          `${id}: ${nodes[0]?.html.slice(0, 160)}`,
      );
  });
}
