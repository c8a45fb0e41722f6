import 'reflect-metadata';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource, type Logger, type MigrationInterface, type QueryRunner } from 'typeorm';
import { hasErrorCode } from './error-code.js';
import { APP_ROLE, OWNER_ROLE } from './roles.js';
import { bilingual, StartupError } from './startup-error.js';

/** Table of the migrations that have run; readable by the program's login. */
export const MIGRATION_TABLE = 'migration_history';

// migrations lie beside this file's folder, compiled (dist) or as sources (tests)
const MIGRATIONS = fileURLToPath(new URL('../migrations/', import.meta.url));
const MIGRATION_FILE = /^\d{13}-[a-z0-9-]+\.(js|ts)$/;
const UNDEFINED_TABLE = '42P01';
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * How long a migration waits for a lock, and how often it is tried again. While it waits behind a long statement,
 * everybody who wants the table waits behind it: so it gives way, and comes back.
 */
const usualPatience = { lockMs: 3000, pauseMs: 2000, attempts: 60 };

/** Which migrations, with which login, and where progress goes. */
export interface MigrationRun {
  readonly ownerUrl: string;
  readonly log: (line: string) => void;
  readonly directory?: string;
  readonly patience?: typeof usualPatience;
}

/** Runs all pending migrations, each in its own transaction, as payung_owner; answers how many ran. */
export async function runMigrations({
  ownerUrl,
  log,
  directory = MIGRATIONS,
  patience = usualPatience,
}: MigrationRun): Promise<number> {
  const work = async (source: DataSource): Promise<number> => {
    const before = await countOfRan(source);
    for (let attempt = 1; !(await ranToTheEnd(source, patience.lockMs)); attempt += 1) {
      if (attempt >= patience.attempts) throw lockedForTooLong();
      log(`Menunggu tabel yang sedang dipakai (${attempt}) … / Waiting for a table in use`);
      await delay(patience.pauseMs);
    }
    return (await countOfRan(source)) - before;
  };
  const run = { ownerUrl, log, directory, lockMs: patience.lockMs };
  return withMigrationLock({ ownerUrl, work: () => withSource({ ...run, work }) });
}

/** False: a migration gave way to somebody who uses its table, and is still to be run. */
async function ranToTheEnd(source: DataSource, lockMs: number): Promise<boolean> {
  try {
    await source.runMigrations({ transaction: 'each' });
    await source.query(`grant select on public.${MIGRATION_TABLE} to ${APP_ROLE}`);
    await mirrorReading(source, lockMs);
    return true;
  } catch (error) {
    if (hasErrorCode({ error, code: LOCK_NOT_AVAILABLE })) return false;
    throw error;
  }
}

async function countOfRan(source: DataSource): Promise<number> {
  // asked first: a statement that fails would be the first line of a first start
  const [found] = await source.query(`select to_regclass('public.${MIGRATION_TABLE}') is not null as known`);
  if (!found.known) return 0;
  const [row] = await source.query(`select count(*)::int as count from public.${MIGRATION_TABLE}`);
  return row.count;
}

function lockedForTooLong(): StartupError {
  return new StartupError(
    bilingual({
      id: 'Migrasi tidak mendapat giliran: sebuah tabel terus dipakai oleh pernyataan yang panjang. Jalankan lagi nanti',
      en: 'The migration did not get its turn: long statements kept a table in use. Run it again later',
    }),
  );
}

/** Reverts the migration that ran last. */
export async function revertLastMigration({
  ownerUrl,
  log,
  directory = MIGRATIONS,
}: MigrationRun): Promise<void> {
  const { lockMs } = usualPatience;
  const work = async (source: DataSource): Promise<void> => {
    await source.undoLastMigration({ transaction: 'each' });
    await mirrorReading(source, lockMs);
  };
  await withMigrationLock({ ownerUrl, work: () => withSource({ ownerUrl, log, directory, lockMs, work }) });
}

/** What payung_nationwide reads follows from what payung_app reads, whatever a migration has changed of it. */
async function mirrorReading(source: DataSource, lockMs: number): Promise<void> {
  const [found] = await source.query("select to_regprocedure('app.mirror_reading()') is not null as known");
  if (!found.known) return;
  await source.transaction(async (manager) => {
    await manager.query(`set local lock_timeout = ${lockMs}`);
    await manager.query('select app.mirror_reading()');
  });
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
  lockMs,
  work,
}: Required<Omit<MigrationRun, 'patience'>> & {
  readonly lockMs: number;
  readonly work: (source: DataSource) => Promise<Result>;
}): Promise<Result> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'payung-migrate',
    migrations: (await loadMigrations(directory)).map((migration) => givingWay(migration, lockMs)),
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

/**
 * The migration with a limit to its waiting for locks. Not one outside of a transaction: "create index concurrently"
 * has to wait for everybody, and leaves an invalid index behind when it is broken off.
 */
function givingWay(Migration: MigrationClass, lockMs: number): MigrationClass {
  class GivingWay extends Migration {
    override async up(runner: QueryRunner): Promise<void> {
      if (this.transaction !== false) await runner.query(`set local lock_timeout = ${lockMs}`);
      await super.up(runner);
    }
  }
  // the name is what the database remembers
  Object.defineProperty(GivingWay, 'name', { value: Migration.name });
  return GivingWay;
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
