import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hasErrorCode } from '../error-code.js';
import { isProcessAlive } from './process-identity.js';

// lines of postmaster.pid, from 0 (PostgreSQL's miscadmin.h)
const PROCESS_LINE = 0;
const PORT_LINE = 3;

/** Address of the superuser at the PostgreSQL that runs on the folder now, whoever started it; null: none runs. */
export function runningServerUrl({
  directory,
  database,
}: {
  readonly directory: string;
  readonly database: string;
}): string | null {
  const note = readIfThere(path.join(directory, 'pgdata', 'postmaster.pid'))?.split('\n');
  const password = readIfThere(path.join(directory, 'superuser.secret'))?.trim();
  const processId = Number(note?.[PROCESS_LINE]);
  const port = Number(note?.[PORT_LINE]);
  if (!password || !Number.isSafeInteger(processId) || !Number.isSafeInteger(port)) return null;
  return isProcessAlive(processId) ? `postgres://postgres:${password}@127.0.0.1:${port}/${database}` : null;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasErrorCode({ error, code: 'ENOENT' })) return null;
    throw error;
  }
}
