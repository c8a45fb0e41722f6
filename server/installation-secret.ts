import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasErrorCode } from './error-code.js';

/** Secret of this installation, made at the first call and kept in the folder, readable by its user only. */
export function keepSecret({
  directory,
  name,
}: {
  readonly directory: string;
  readonly name: string;
}): string {
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, `${name}.secret`);
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
