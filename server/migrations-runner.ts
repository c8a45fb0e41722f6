import 'reflect-metadata';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource, type Logger, type MigrationInterface } from 'typeorm';
import { APP_ROLE, OWNER_ROLE } from './roles.js';

/** Table of the migrations that have run; readable by the program's login. */
export const MIGRATION_TABLE = 'migration_history';

// migrations lie beside this file's folder, compiled (dist) or as sources (tests)
const MIGRATIONS = fileURLToPath(new URL('../migrations/', import.meta.url));
const MIGRATION_FILE = /^\d{13}-[a-z0-9-]+\.(js|ts)$/;
const UNDEFINED_TABLE = '42P01';

/** Which migrations, with which login, and where progress goes. */
export interface MigrationRun {
  readonly ownerUrl: string;
  readonly log: (line: string) => void;
  readonly directory?: string;
}

/** Runs all pending migrations, each in its own transaction, as payung_owner; answers how many ran. */
export async function runMigrations({
  ownerUrl,
  log,
  directory = MIGRATIONS,
}: MigrationRun): Promise<number> {
  const work = async (source: DataSource): Promise<number> => {
    const ran = await source.runMigrations({ transaction: 'each' });
    await source.query(`grant select on public.${MIGRATION_TABLE} to ${APP_ROLE}`);
    await mirrorReading(source);
    return ran.length;
  };
  return withMigrationLock({ ownerUrl, work: () => withSource({ ownerUrl, log, directory, work }) });
}

/** Reverts the migration that ran last. */
export async function revertLastMigration({
  ownerUrl,
  log,
  directory = MIGRATIONS,
}: MigrationRun): Promise<void> {
  const work = async (source: DataSource): Promise<void> => {
    await source.undoLastMigration({ transaction: 'each' });
    await mirrorReading(source);
  };
  await withMigrationLock({ ownerUrl, work: () => withSource({ ownerUrl, log, directory, work }) });
}

/** What payung_nationwide reads follows from what payung_app reads, whatever a migration has changed of it. */
async function mirrorReading(source: DataSource): Promise<void> {
  const [found] = await source.query("select to_regprocedure('app.mirror_reading()') is not null as known");
  if (found.known) await source.query('select app.mirror_reading()');
}

/** Names of the migrations that the database has not seen; asks with the program's own login. */
export async function pendingMigrations(
  appUrl: string,
  directory: string = MIGRATIONS,
): Promise<readonly string[]> {
  const known = (await loadMigrations(directory)).map((migration) => migration.name);
  const ran = await ranMigrations(appUrl);
  return known.filter((name) => !ran.has(name));
}

async function ranMigrations(appUrl: string): Promise<ReadonlySet<string>> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`select h.name from public.${MIGRATION_TABLE} h`);
    return new Set(rows.map((row) => row.name));
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return new Set();
    throw error;
  } finally {
    await client.end();
  }
}

/** Two starters at once: the second waits, then finds nothing left to do. */
async function withMigrationLock<Result>({
  ownerUrl,
  work,
}: {
  readonly ownerUrl: string;
  readonly work: () => Promise<Result>;
}): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // asked again and again instead of waited for: a waiting statement holds a snapshot, which "create index
    // concurrently" in the other starter would wait for in turn
    while (!(await tryLock(client))) await delay(200);
    return await work();
  } finally {
    await client.end();
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const question = "select pg_try_advisory_lock(hashtext('payung'), hashtext('migrations')) as locked";
  const { rows } = await client.query<{ locked: boolean }>(question);
  return rows[0]?.locked === true;
}

async function withSource<Result>({
  ownerUrl,
  log,
  directory,
  work,
}: Required<MigrationRun> & { readonly work: (source: DataSource) => Promise<Result> }): Promise<Result> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'payung-migrate',
    migrations: await loadMigrations(directory),
    migrationsTableName: MIGRATION_TABLE,
    schema: 'public',
    synchronize: false,
    installExtensions: false,
    logger: progressLogger(log),
    // every object then belongs to payung_owner, whichever login runs the migrations
    extra: { options: `-c role=${OWNER_ROLE}`, max: 1 },
  });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

type MigrationClass = new () => MigrationInterface;

async function loadMigrations(directory: string): Promise<MigrationClass[]> {
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory).filter((name) => MIGRATION_FILE.test(name));
  const classes: MigrationClass[] = [];
  for (const file of files.sort()) {
    const module: Record<string, unknown> = await import(pathToFileURL(path.join(directory, file)).href);
    for (const exported of Object.values(module)) {
      if (isMigration(exported)) classes.push(exported);
    }
  }
  return classes;
}

function isMigration(value: unknown): value is MigrationClass {
  return typeof value === 'function' && typeof value.prototype?.up === 'function';
}

function progressLogger(log: (line: string) => void): Logger {
  const silent = (): void => undefined;
  return {
    logQuery: silent,
    logQueryError: (error, query) => log(`${String(error)}\n  ${query.slice(0, 400)}`),
    logQuerySlow: silent,
    // TypeORM tells its plans here as well; what ran, or was reverted, begins with its name
    logSchemaBuild: (message) => {
      if (message.startsWith('Migration ')) log(message);
    },
    logMigration: (message) => log(message),
    log: (level, message) => {
      if (level === 'warn') log(String(message));
    },
  };
}
