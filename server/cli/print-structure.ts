// npm run print:structure: writes migrations/structure.txt from a PostgreSQL of its own, freshly migrated.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../embedded-postgres.js';
import { runMigrations } from '../migrations-runner.js';
import { prepareDatabase } from '../roles.js';
import { describeStructure } from '../structure.js';

const file = 'migrations/structure.txt';
const databaseName = 'payung';

const directory = mkdtempSync(path.join(tmpdir(), 'payung-structure-'));
const postgres = await startEmbeddedPostgres({ directory, isFast: true, log: () => undefined });
try {
  const ownerUrl = postgres.superUserUrl('postgres');
  await prepareDatabase({ ownerUrl, appPassword: randomBytes(12).toString('hex'), databaseName });
  await runMigrations({ ownerUrl: postgres.superUserUrl(databaseName), log: () => undefined });
  writeFileSync(file, await structureOf(postgres.superUserUrl(databaseName)));
  console.log(`${file} ditulis / written`);
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function structureOf(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await describeStructure(client);
  } finally {
    await client.end();
  }
}
