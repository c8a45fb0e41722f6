// Runs once, on the compiled code: one PostgreSQL for the run, with all migrations in a template database.
import { randomBytes } from 'node:crypto';
import { runMigrations } from '../../dist/server/migrations-runner.js';
import { prepareDatabase } from '../../dist/server/prepare-database.js';
import { openTestServer } from './test-server.mjs';

// biome-ignore lint/style/noDefaultExport: Jest looks for the default export
export default async function setUp() {
  const server = await openTestServer();
  globalThis.payungTestServer = server;
  const appPassword = randomBytes(12).toString('hex');
  await prepareDatabase({
    ownerUrl: server.superUserUrl('postgres'),
    appPassword,
    databaseName: 'payung_template',
  });
  const lines = [];
  try {
    await runMigrations({
      ownerUrl: server.superUserUrl('payung_template'),
      log: (line) => lines.push(line),
    });
  } catch (error) {
    await server.stop();
    process.stderr.write(`${lines.join('\n')}\n`);
    throw error;
  }
  process.env.PAYUNG_TEST_SUPERUSER_URL = server.superUserUrl('postgres');
  process.env.PAYUNG_TEST_APP_PASSWORD = appPassword;
}
