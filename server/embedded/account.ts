import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { bilingual, StartupError } from '../startup-error.js';

/** Account that the PostgreSQL process runs as; null: the account of this process. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Unprivileged account for PostgreSQL, which refuses to run as root; null when this process is not root. */
export function findServerAccount(): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const account = findAccount(name);
    if (account !== null) return account;
  }
  throw new StartupError(
    bilingual({
      id: 'PostgreSQL tidak boleh berjalan sebagai root, dan akun "postgres" maupun "nobody" tidak ada; jalankan sebagai pengguna biasa',
      en: 'PostgreSQL must not run as root, and neither a "postgres" nor a "nobody" account exists; start as an ordinary user',
    }),
  );
}

/** Spawn options that make the child run as the account. */
export function asAccount(account: ServerAccount | null): { readonly uid?: number; readonly gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}

/** Gives the file or folder to the account, when there is one. */
export function handOver({
  file,
  account,
}: {
  readonly file: string;
  readonly account: ServerAccount | null;
}): void {
  if (account !== null) chownSync(file, account.uid, account.gid);
}

/** Whether the account can run the command; also false when a folder above it is closed, such as /root. */
export function canRun({
  account,
  command,
  parameters,
}: {
  readonly account: ServerAccount;
  readonly command: string;
  readonly parameters: readonly string[];
}): boolean {
  try {
    execFileSync(command, [...parameters], { ...asAccount(account), cwd: '/', stdio: 'ignore', env: {} });
    return true;
  } catch {
    // the question is whether it works; every kind of failure means no
    return false;
  }
}

function findAccount(name: string): ServerAccount | null {
  try {
    return { name, uid: numberOf(['-u', name]), gid: numberOf(['-g', name]) };
  } catch {
    // id answers 1 when there is no such account
    return null;
  }
}

function numberOf(parameters: readonly string[]): number {
  return Number(
    execFileSync('id', [...parameters], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}
