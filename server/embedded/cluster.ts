import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { bilingual, StartupError } from '../startup-error.js';
import { asAccount, handOver, type ServerAccount } from './account.js';
import type { PostgresBinaries } from './binaries.js';
import { isProcessAlive, isWorkedIn, processCommandLine } from './process-identity.js';
import { refusalOfPostgres } from './refusal.js';

const ORPHAN_PATIENCE_MILLISECONDS = 30_000;
const MAJOR_VERSION = '18';

/** Folder of a cluster: its data and the superuser's password. */
export interface Cluster {
  readonly directory: string;
  readonly data: string;
  readonly password: string;
}

interface ClusterSetup {
  readonly directory: string;
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | null;
  readonly isFast: boolean;
}

/** Opens the cluster in the folder, made first when there is none: UTF-8, builtin C.UTF-8, passwords by SCRAM. */
export function openCluster(setup: ClusterSetup): Cluster {
  const data = path.join(setup.directory, 'pgdata');
  const passwordFile = path.join(setup.directory, 'superuser.secret');
  const versionFile = path.join(data, 'PG_VERSION');
  if (!existsSync(versionFile)) createCluster({ setup, data, passwordFile });
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== MAJOR_VERSION) throw foreignVersion({ data, version });
  return { directory: setup.directory, data, password: readFileSync(passwordFile, 'utf8').trim() };
}

/** Stops a server that outlived its parent (kill -9), and removes the note of one that is gone. */
export async function stopOrphan({
  cluster,
  log,
}: {
  readonly cluster: Cluster;
  readonly log: (line: string) => void;
}): Promise<void> {
  const note = path.join(cluster.data, 'postmaster.pid');
  if (!existsSync(note)) return;
  const processId = Number.parseInt(readFileSync(note, 'utf8'), 10);
  if (isServerOf({ processId, cluster })) {
    log(`PostgreSQL: menghentikan proses yatim / stopping orphaned process ${processId}`);
    process.kill(processId, 'SIGINT'); // PostgreSQL's fast shutdown: sessions are ended, everything is written
  }
  await untilQuiet({ processId, cluster });
  // of a server killed too, or of one whose id another program has by now: PostgreSQL would refuse to start
  if (process.platform === 'linux') rmSync(note, { force: true });
}

function isServerOf({
  processId,
  cluster,
}: {
  readonly processId: number;
  readonly cluster: Cluster;
}): boolean {
  if (!Number.isSafeInteger(processId) || processId <= 0 || !isProcessAlive(processId)) return false;
  return processCommandLine(processId).includes(cluster.data);
}

async function untilQuiet({
  processId,
  cluster,
}: {
  readonly processId: number;
  readonly cluster: Cluster;
}): Promise<void> {
  const deadline = Date.now() + ORPHAN_PATIENCE_MILLISECONDS;
  // sessions of a killed server may outlive it for a moment, and must not write beside the next one
  while (isServerOf({ processId, cluster }) || isWorkedIn(cluster.data)) {
    if (Date.now() > deadline) throw orphanStays(processId);
    await delay(50);
  }
}

function createCluster({
  setup,
  data,
  passwordFile,
}: {
  readonly setup: ClusterSetup;
  readonly data: string;
  readonly passwordFile: string;
}): void {
  // made aside and renamed: an interrupted initdb never looks like a cluster
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  handOver({ file: passwordFile, account: setup.account });
  mkdirSync(draft, { mode: 0o700 });
  handOver({ file: draft, account: setup.account });
  try {
    execFileSync(setup.binaries.initdb, initdbParameters({ draft, passwordFile, isFast: setup.isFast }), {
      ...asAccount(setup.account),
      cwd: setup.directory,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw refusalOfPostgres({ directory: setup.directory, output: stderrOf(error) });
  }
  renameSync(draft, data);
}

function initdbParameters({
  draft,
  passwordFile,
  isFast,
}: {
  readonly draft: string;
  readonly passwordFile: string;
  readonly isFast: boolean;
}): readonly string[] {
  const parameters = ['-D', draft, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  parameters.push('--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C');
  parameters.push('--no-instructions');
  if (isFast) parameters.push('--no-sync');
  return parameters;
}

function orphanStays(processId: number): StartupError {
  return new StartupError(
    bilingual({
      id: `PostgreSQL lama (proses ${processId}) tidak mau berhenti; hentikan dengan "kill -QUIT ${processId}" lalu mulai lagi`,
      en: `The previous PostgreSQL (process ${processId}) does not stop; end it with "kill -QUIT ${processId}" and start again`,
    }),
  );
}

function foreignVersion({
  data,
  version,
}: {
  readonly data: string;
  readonly version: string;
}): StartupError {
  return new StartupError(
    bilingual({
      id: `Data di ${data} dibuat oleh PostgreSQL ${version}, sedangkan yang terpasang versi ${MAJOR_VERSION}; pindahkan data dengan pg_upgrade atau pakai PAYUNG_DATA_DIR lain`,
      en: `The data in ${data} was made by PostgreSQL ${version}, the installed version is ${MAJOR_VERSION}; move it with pg_upgrade or use another PAYUNG_DATA_DIR`,
    }),
  );
}

function stderrOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'stderr' in error) return String(error.stderr);
  return String(error);
}
