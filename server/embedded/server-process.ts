import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { totalmem } from 'node:os';
import { asAccount, type ServerAccount } from './account.js';
import type { PostgresBinaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import { refusalOfPostgres } from './refusal.js';

const START_ATTEMPTS = 5;
const START_PATIENCE_MILLISECONDS = 120_000;
const STOP_PATIENCE_MILLISECONDS = 30_000;

/** What is launched, by whom, and whether speed matters more than surviving a crash. */
export interface Launch {
  readonly cluster: Cluster;
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | null;
  readonly isFast: boolean;
  /** Port to listen on; 0: a free one. */
  readonly port: number;
}

/** Running server process and the port it listens on. */
export interface Server {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Starts PostgreSQL on a free port; tries again while the cause is a passing one. */
export async function launchPatiently(launch: Launch): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const port = launch.port === 0 ? await findFreePort() : launch.port;
    const outcome = await launchOnce({ ...launch, port });
    if (typeof outcome !== 'string') return { child: outcome, port };
    // another program took the port in between, or the processes of a killed server are still letting go of its memory
    const isPassing = /could not bind|shared memory block|is being used by another process/.test(outcome);
    if (!isPassing || attempt === START_ATTEMPTS) {
      throw refusalOfPostgres({ directory: launch.cluster.directory, output: outcome });
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Answers the running child, or what PostgreSQL printed before it gave up. */
function launchOnce({ cluster, binaries, account, isFast, port }: Launch): Promise<ChildProcess | string> {
  return new Promise((resolve) => {
    // detached: a group of its own, so that Ctrl-C reaches Node only, which stops PostgreSQL last
    const child = spawn(binaries.postgres, serverParameters({ cluster, port, isFast }), {
      ...asAccount(account),
      cwd: cluster.data,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      // nothing of the application's environment: it holds secrets that are none of the server's business
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    let output = '';
    const timer = setTimeout(() => child.kill('SIGQUIT'), START_PATIENCE_MILLISECONDS);
    child.once('error', (error) => resolve(String(error)));
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(`${output}\nexit ${code}`);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
      if (!output.includes('ready to accept connections')) return;
      clearTimeout(timer);
      resolve(child);
    });
  });
}

function serverParameters({
  cluster,
  port,
  isFast,
}: {
  readonly cluster: Cluster;
  readonly port: number;
  readonly isFast: boolean;
}): readonly string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    // no socket file: its path may not exceed 107 bytes, and every client uses the port
    unix_socket_directories: '',
    max_connections: '100',
    shared_preload_libraries: 'pg_stat_statements',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // a broken constraint would otherwise write the whole row, names and all, into the log
    log_error_verbosity: 'terse',
    ...(isFast
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : {
          shared_buffers: `${bufferMegabytes(totalmem())}MB`,
          // a page is written whole into the log after each checkpoint: large imports touch all index pages again and again
          max_wal_size: '2GB',
        }),
  };
  const assignments = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', cluster.data, '-p', String(port), ...assignments];
}

/** An eighth of the machine's memory: it also holds the program, a browser and the system's own cache. */
function bufferMegabytes(machineBytes: number): number {
  return Math.min(Math.max(Math.floor(machineBytes / 8 / 1_048_576), 128), 1024);
}

/** Ends all sessions, writes everything, waits until the process is gone. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.ref();
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MILLISECONDS);
  await gone;
  clearTimeout(timer);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port }: AddressInfo = addressOf(probe.address());
      probe.close(() => resolve(port));
    });
  });
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The probe has no TCP address');
  return address;
}
