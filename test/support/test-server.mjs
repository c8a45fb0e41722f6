// The PostgreSQL of a test run: the embedded one, or another version at the address that somebody gives.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { urlOfDatabase } from '../../dist/server/database-url.js';
import { startEmbeddedPostgres } from '../../dist/server/embedded-postgres.js';

/** Address of a superuser on a server that is there for tests and nothing else. */
const givenUrl = process.env.PAYUNG_TEST_POSTGRES_URL;

/** `superUserUrl(database)`, and `stop()`, which leaves nothing behind. */
export async function openTestServer() {
  if (givenUrl) return givenServer(givenUrl);
  const directory = mkdtempSync(path.join(os.tmpdir(), 'payung-test-'));
  const postgres = await startEmbeddedPostgres({ directory, isFast: true, log: () => undefined });
  const stop = async () => {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { superUserUrl: postgres.superUserUrl, stop };
}

async function givenServer(url) {
  await removeDatabases(url); // of a run that was killed
  return {
    superUserUrl: (databaseName) => urlOfDatabase({ url, databaseName }),
    stop: () => removeDatabases(url),
  };
}

async function removeDatabases(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const ours = await client.query("select datname from pg_database where datname ~ '^(payung|test)_'");
    for (const { datname } of ours.rows) await client.query(`drop database "${datname}" with (force)`);
  } finally {
    await client.end();
  }
}
