import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasErrorCode } from './error-code.js';
import { bilingual, StartupError } from './startup-error.js';

/** `database`: password of the program's login; `session`: key of cookies, tokens and NIKs. */
interface KeptSecret {
  readonly directory: string;
  readonly name: 'database' | 'session';
}

/** Secret of this installation, made at the first call and kept in the folder, readable by its user only. */
export function keepSecret({ directory, name }: KeptSecret): string {
  mkdirSync(directory, { recursive: true });
  const file = fileOf({ directory, name });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // links only when there is none yet: two starters end up with the same secret
    linkSync(draft, file);
  } catch (error) {
    if (!hasErrorCode({ error, code: 'EEXIST' })) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Secret that the installation has made before. @throws StartupError when it has not. */
export function keptSecret({ directory, name }: KeptSecret): string {
  const file = fileOf({ directory, name });
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new StartupError(bilingual({ id: `${file} tidak ada`, en: `${file} is missing` }));
}

function fileOf({ directory, name }: KeptSecret): string {
  return path.join(directory, `${name}.secret`);
}
