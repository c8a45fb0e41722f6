import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import { canRun, findServerAccount, handOver, type ServerAccount } from './embedded/account.js';
import { findBinaries, reachableBinaries } from './embedded/binaries.js';
import { type Cluster, openCluster, stopOrphan } from './embedded/cluster.js';
import { lockFolder } from './embedded/folder-lock.js';
import { refusalOfPostgres } from './embedded/refusal.js';
import { launchPatiently, type Server, stopServer } from './embedded/server-process.js';
import { StartupError } from './startup-error.js';

// where root keeps what the unprivileged server account could not reach below a closed home such as /root
const ROOT_FALLBACK = '/var/lib/payung';

/** Running PostgreSQL of this process. */
export interface EmbeddedPostgres {
  /** Port on 127.0.0.1. */
  readonly port: number;
  /** Folder that really holds the data. */
  readonly directory: string;
  /** Connection address of the superuser to the named database. */
  superUserUrl(database: string): string;
  /** Ends all sessions, writes everything, waits until the server is gone. */
  stop(): Promise<void>;
}

/** Where the cluster lives, and whether speed matters more than surviving a crash (tests). */
export interface EmbeddedPostgresOptions {
  readonly directory: string;
  readonly isFast: boolean;
  readonly log: (line: string) => void;
  /** Port on 127.0.0.1; absent: another free one at each start. */
  readonly port?: number;
}

/**
 * Starts the PostgreSQL that comes with npm on the folder, made at the first start.
 * @throws StartupError when another process holds the folder, or PostgreSQL cannot start.
 */
export async function startEmbeddedPostgres({
  directory,
  isFast,
  log,
  port = 0,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = findServerAccount();
  const home = prepareFolder({ directory: path.resolve(directory), account, log });
  const binaries = reachableBinaries({
    binaries: await findBinaries(),
    account,
    stageRoot: ROOT_FALLBACK,
    log,
  });
  const release = oneSentence({ directory: home, work: () => lockFolder(home) });
  try {
    const cluster = oneSentence({
      directory: home,
      work: () => openCluster({ directory: home, binaries, account, isFast }),
    });
    await stopOrphan({ cluster, log });
    const server = await launchPatiently({ cluster, binaries, account, isFast, port });
    return handleOf({ cluster, server, release });
  } catch (error) {
    release();
    throw error;
  }
}

function prepareFolder({
  directory,
  account,
  log,
}: {
  readonly directory: string;
  readonly account: ServerAccount | null;
  readonly log: (line: string) => void;
}): string {
  makeFolder({ directory, account });
  if (account === null || canRun({ account, command: 'ls', parameters: [directory] })) return directory;
  const elsewhere = fallbackFolder(directory);
  makeFolder({ directory: elsewhere, account });
  log(
    `PostgreSQL: ${directory} tertutup bagi akun ${account.name}; data di / is closed to it, data in ${elsewhere}`,
  );
  return elsewhere;
}

/** Folders in which the cluster asked for at `directory` can really lie. */
export function embeddedFolders(directory: string): readonly string[] {
  const asked = path.resolve(directory);
  return [asked, fallbackFolder(asked)];
}

function fallbackFolder(directory: string): string {
  return path.join(ROOT_FALLBACK, createHash('sha256').update(directory).digest('hex').slice(0, 12));
}

function makeFolder({
  directory,
  account,
}: {
  readonly directory: string;
  readonly account: ServerAccount | null;
}): void {
  oneSentence({
    directory,
    work: () => {
      mkdirSync(directory, { recursive: true });
      handOver({ file: directory, account });
    },
  });
}

/** Does the work on the folder; what the file system refuses becomes one sentence for the operator. */
function oneSentence<Result>({
  directory,
  work,
}: {
  readonly directory: string;
  readonly work: () => Result;
}): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw refusalOfPostgres({ directory, output: String(error) });
  }
}

function handleOf({
  cluster,
  server,
  release,
}: {
  readonly cluster: Cluster;
  readonly server: Server;
  readonly release: () => void;
}): EmbeddedPostgres {
  const { child, port } = server;
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
  const stopAtExit = (): void => {
    child.kill('SIGINT');
  };
  // the last resort of a process that ends without stop(): signals can still be sent in an exit handler
  process.once('exit', stopAtExit);
  return {
    port,
    directory: cluster.directory,
    superUserUrl: (database) => `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      process.off('exit', stopAtExit);
      await stopServer(child);
      release();
    },
  };
}
