import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { panel } from '../../server/panel.js';
import { loadDemo } from '../../server/seed/load-demo.js';
import { loadReference } from '../../server/seed/load-reference.js';
import { loadMainRegions } from '../seed/main-regions.js';
import { type TestApp, testApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The program with reference and demo data, served to a real browser. */
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
  /** Accessibility rules of WCAG 2.2 AA broken with serious or critical impact, as `rule: element`. */
  seriousFaults(): Promise<string[]>;
}

export async function panelWorld(): Promise<PanelWorld> {
  const app = await testApp({ panel, isDemo: true });
  const log = () => undefined;
  await loadMainRegions(app.database.ownerUrl);
  await loadReference({ ownerUrl: app.database.ownerUrl, log });
  await loadDemo({ ownerUrl: app.database.ownerUrl, log });
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
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(base))
      faults.push(`foreign: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  return { page, faults, seriousFaults: () => seriousFaults(page) };
}

async function signedIn(browser: Browser, base: string, email: string, width: number): Promise<PanelPage> {
  const signed = await visitor(browser, base, width);
  const { page } = signed;
  await page.goto(`${base}/admin/login`);
  await page.getByLabel(/surel/i).fill(email);
  await page.getByLabel(/kata sandi/i).fill('payung-demo');
  await page.getByRole('button', { name: /masuk/i }).click();
  await page.getByRole('heading', { name: /selamat bekerja/i }).waitFor();
  return signed;
}

async function seriousFaults(page: Page): Promise<string[]> {
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
