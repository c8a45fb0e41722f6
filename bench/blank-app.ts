import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type App, createApp } from '../server/app.js';
import { startEmbeddedPostgres } from '../server/embedded-postgres.js';
import { runMigrations } from '../server/migrations-runner.js';
import { prepareDatabase } from '../server/prepare-database.js';
import { APP_ROLE } from '../server/roles.js';

/** The program on an empty, migrated database of its own, and the login that owns it; gone afterwards. */
export async function withBlankApp(work: (app: App, owner: pg.Client) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'payung-bench-'));
  const postgres = await startEmbeddedPostgres({ directory, isFast: false, log: () => undefined });
  try {
    const appPassword = randomBytes(12).toString('hex');
    const databaseName = 'payung_bench';
    await prepareDatabase({ ownerUrl: postgres.superUserUrl('postgres'), appPassword, databaseName });
    const superUserUrl = postgres.superUserUrl(databaseName);
    await runMigrations({ ownerUrl: superUserUrl, log: () => undefined });
    const address = new URL(superUserUrl);
    address.username = APP_ROLE;
    address.password = appPassword;
    const owner = new pg.Client({ connectionString: superUserUrl });
    await owner.connect();
    const app = await createApp({
      databaseUrl: address.toString(),
      secret: 'a-secret-for-measuring-only-0123456789',
      documentDirectory: directory,
      isDemo: false,
      publicUrl: null,
      trustProxy: false,
      logLevel: 'silent',
      poolMax: 6,
    });
    try {
      await work(app, owner);
    } finally {
      await app.close();
      await owner.end();
    }
  } finally {
    await postgres.stop();
    for (const folder of new Set([directory, postgres.directory]))
      rmSync(folder, { recursive: true, force: true });
  }
}
