import { describe, jest } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

// set by `npm test`, which finds the browser (or installs it with CI=true); empty: there is none
const executablePath = process.env.PAYUNG_TEST_BROWSER ?? '';

// a page waits a minute for what it asserts (see patienceMs), several times; on an idle machine a test takes seconds
if (executablePath !== '') jest.setTimeout(300_000);
// with two browsers, two servers and PostgreSQL on two cores Chromium hangs now and then; the first failure is printed too
if (executablePath !== '') jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** describe for browser tests: skipped, and counted so, on a machine without Chrome, Chromium or Edge. */
export const describeInBrowser = executablePath === '' ? describe.skip : describe;

/** Launches the browser without any request of its own. */
export function launchBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium's sandbox refuses to work for root
    chromiumSandbox: !isRoot,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
