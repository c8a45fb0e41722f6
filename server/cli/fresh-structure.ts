import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../embedded-postgres.js';
import { runMigrations } from '../migrations-runner.js';
import { prepareDatabase } from '../prepare-database.js';

const databaseName = 'payung';

/** What `read` finds in a freshly migrated database, which is gone afterwards. */
export async function readFreshStructure<Result>(
  read: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const directory = mkdtempSync(path.join(tmpdir(), 'payung-structure-'));
  const postgres = await startEmbeddedPostgres({ directory, isFast: true, log: () => undefined });
  const client = new pg.Client({ connectionString: postgres.superUserUrl(databaseName) });
  try {
    const ownerUrl = postgres.superUserUrl('postgres');
    await prepareDatabase({ ownerUrl, appPassword: randomBytes(12).toString('hex'), databaseName });
    await runMigrations({ ownerUrl: postgres.superUserUrl(databaseName), log: () => undefined });
    await client.connect();
    return await read(client);
  } finally {
    await client.end();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
