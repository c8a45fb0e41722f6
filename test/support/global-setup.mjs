// Runs once, on the compiled code: one PostgreSQL for the run, with all migrations in a template database.
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../dist/server/embedded-postgres.js';
import { runMigrations } from '../../dist/server/migrations-runner.js';
import { prepareDatabase } from '../../dist/server/prepare-database.js';

// biome-ignore lint/style/noDefaultExport: Jest looks for the default export
export default async function setUp() {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'payung-test-'));
  const postgres = await startEmbeddedPostgres({ directory, isFast: true, log: () => undefined });
  globalThis.payungTestDatabase = { postgres, directory };
  const appPassword = randomBytes(12).toString('hex');
  await prepareDatabase({
    ownerUrl: postgres.superUserUrl('postgres'),
    appPassword,
    databaseName: 'payung_template',
  });
  const lines = [];
  try {
    await runMigrations({
      ownerUrl: postgres.superUserUrl('payung_template'),
      log: (line) => lines.push(line),
    });
  } catch (error) {
    await postgres.stop();
    process.stderr.write(`${lines.join('\n')}\n`);
    throw error;
  }
  process.env.PAYUNG_TEST_SUPERUSER_URL = postgres.superUserUrl('postgres');
  process.env.PAYUNG_TEST_APP_PASSWORD = appPassword;
}
