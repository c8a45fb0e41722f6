// npm test [jest arguments]: installs, builds, runs every level; the last line is "N passed, N failed[, N skipped]".
import './check-node.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);
// a step that gives up before Jest is one failure, and the last line says so as well
let lastLine = '0 passed, 1 failed';
process.once('exit', () => console.log(lastLine));

const { installDependencies } = await import('./install.mjs');
installDependencies(root);
const { build } = await import('./build.mjs');
build(root);
const { provideBrowser } = await import('./provide-browser.mjs');
const browser = provideBrowser();

const results = mkdtempSync(path.join(os.tmpdir(), 'payung-jest-'));
const outcome = runJest({
  parameters: process.argv.slice(2),
  outputFile: path.join(results, 'results.json'),
});
rmSync(results, { recursive: true, force: true });
if (browser === null)
  console.log('\n*** Tanpa Chrome, Chromium atau Edge: uji peramban DILEWATI / browser tests SKIPPED ***');
const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
lastLine = `${outcome.passed} passed, ${outcome.failed} failed${skipped}`;
process.exitCode = outcome.isSuccess ? 0 : 1;

function runJest({ parameters, outputFile }) {
  const jest = path.join('node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(
    process.execPath,
    [jest, '--json', `--outputFile=${outputFile}`, ...parameters],
    {
      // jest prints its JSON to the standard output as well, where only the count shall be
      stdio: ['inherit', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'test',
        NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
        PAYUNG_TEST_BROWSER: browser ?? '',
      },
    },
  );
  return countsOf({ status, outputFile });
}

function countsOf({ status, outputFile }) {
  const report = readReport(outputFile);
  // jest ended before it could write: the whole run is one failure
  if (report === null) return { passed: 0, failed: 1, skipped: 0, isSuccess: false };
  return {
    passed: report.numPassedTests,
    // a file that could not be loaded has no tests to count, and is a failure all the same
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    isSuccess: status === 0,
  };
}

function readReport(outputFile) {
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
