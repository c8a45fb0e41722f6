import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { newId, referenceId } from '../schema/kernel/identifier.js';
import { tokenHash } from '../schema/staff/index.js';
import { startEmbeddedPostgres } from '../server/embedded-postgres.js';
import { runMigrations } from '../server/migrations-runner.js';
import { prepareDatabase } from '../server/prepare-database.js';
import { APP_ROLE, NATIONWIDE_ROLE } from '../server/roles.js';
import { loadRegions } from '../server/seed/load-regions.js';
import { type Amounts, writeSyntheticData } from './synthetic-data.js';

const databaseName = 'payung_bench';

/** Member of staff whose rights a workload runs with. */
export interface BenchActor {
  readonly staffId: string;
  readonly token: string;
  /** Role as which the login of the database reads for them. */
  readonly reader: string;
}

export interface BenchDatabase {
  readonly appUrl: string;
  readonly superUserUrl: string;
  /** Coordinator of Banten. */
  readonly coordinator: BenchActor;
  /** Administrator, who sees the people of all regions. */
  readonly administrator: BenchActor;
  /** Processor milliseconds that PostgreSQL has used so far; null where the system does not tell. */
  readonly cpuMs: () => number | null;
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL of the benchmark's own in a temporary folder: migrated, with all regions, filled, analysed. */
export async function openBenchDatabase(
  amounts: Amounts,
  log: (line: string) => void,
): Promise<BenchDatabase> {
  const directory = mkdtempSync(path.join(tmpdir(), 'payung-bench-'));
  const postgres = await startEmbeddedPostgres({ directory, isFast: false, log });
  const stop = async (): Promise<void> => {
    await postgres.stop();
    for (const folder of new Set([directory, postgres.directory]))
      rmSync(folder, { recursive: true, force: true });
  };
  try {
    const appPassword = randomBytes(12).toString('hex');
    await prepareDatabase({ ownerUrl: postgres.superUserUrl('postgres'), appPassword, databaseName });
    const superUserUrl = postgres.superUserUrl(databaseName);
    await runMigrations({ ownerUrl: superUserUrl, log: () => undefined });
    const actors = await withClient(superUserUrl, (client) => fill(client, { superUserUrl, amounts, log }));
    const address = new URL(superUserUrl);
    address.username = APP_ROLE;
    address.password = appPassword;
    const cpuMs = (): number | null =>
      processorTime(path.join(postgres.directory, 'pgdata', 'postmaster.pid'));
    return { appUrl: address.toString(), superUserUrl, ...actors, cpuMs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Filling {
  readonly superUserUrl: string;
  readonly amounts: Amounts;
  readonly log: (line: string) => void;
}

/** Writing to disk is not waited for while loading; from then on everything is as in production. */
async function fill(client: pg.Client, { superUserUrl, amounts, log }: Filling) {
  await client.query('alter system set fsync = off');
  await client.query('select pg_reload_conf()');
  await loadRegions({ ownerUrl: superUserUrl, log });
  log('Menulis data contoh / Writing synthetic data …');
  await writeSyntheticData(client, amounts);
  const coordinator = await writeActor(client, 'COORDINATOR', referenceId('region', '36'));
  const administrator = await writeActor(client, 'ADMIN', null);
  await client.query('alter system reset fsync');
  await client.query('select pg_reload_conf()');
  await client.query('checkpoint');
  return { coordinator, administrator };
}

async function writeActor(client: pg.Client, role: string, regionId: string | null): Promise<BenchActor> {
  const reader = regionId === null ? NATIONWIDE_ROLE : APP_ROLE;
  const actor = { staffId: newId(), token: randomBytes(24).toString('hex'), reader };
  const email = `${role.toLowerCase()}@bench.test`;
  await client.query('insert into staff (id, email, name) values ($1, $2, $3)', [actor.staffId, email, role]);
  await client.query('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
    newId(),
    actor.staffId,
    role,
    regionId,
  ]);
  await client.query(
    // filling a large database takes longer than a session may be idle
    `insert into staff_session (id, staff_id, token_hash, last_seen_at, expires_at)
     values ($1, $2, $3, now() + interval '12 hours', now() + interval '12 hours')`,
    [newId(), actor.staffId, tokenHash(actor.token)],
  );
  return actor;
}

export async function withClient<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Linux tells the processor time of each process in ticks of 10 ms; those of the server are children of one. */
function processorTime(noteFile: string): number | null {
  if (process.platform !== 'linux' || !existsSync(noteFile)) return null;
  const [parent = ''] = readFileSync(noteFile, 'utf8').split('\n');
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? statOf(name) : null;
    if (fields && (name === parent || fields[1] === parent)) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * 10;
}

/** Fields of /proc/…/stat after the name of the program; null when the process has just ended. */
function statOf(processId: string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null; // processes come and go while the folder is read
  }
}
