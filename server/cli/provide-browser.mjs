import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of the browser for the tests, installed when CI=true and there is none; null: browser tests are skipped. */
export function provideBrowser() {
  const found = findBrowser();
  if (found !== null || process.env.CI !== 'true') return found;
  installChromium();
  const installed = findBrowser();
  if (installed !== null) return installed;
  console.error('CI=true, dan Chromium tidak dapat dipasang / CI=true, and Chromium could not be installed');
  return process.exit(1);
}

/** Path of an installed Chrome, Chromium or Edge; null when there is none. */
function findBrowser() {
  return candidates().find((file) => existsSync(file)) ?? null;
}

function candidates() {
  const chosen = process.env.PAYUNG_TEST_BROWSER ? [process.env.PAYUNG_TEST_BROWSER] : [];
  if (process.platform === 'darwin')
    return [...chosen, ...MAC_APPLICATIONS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)];
  if (process.platform === 'win32') return [...chosen, ...windowsCandidates()];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [...chosen, ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))];
}

function windowsCandidates() {
  const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const present = folders.filter((folder) => folder !== undefined);
  return present.flatMap((folder) => WINDOWS_PROGRAMS.map((program) => path.join(folder, program)));
}

function installChromium() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return;
  console.log('Memasang Chromium / Installing Chromium (apt-get) …');
  const prefix = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  for (const command of [['apt-get', 'update', '-qq'], install]) {
    const [program, ...parameters] = [...prefix, ...command];
    spawnSync(program, parameters, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}
