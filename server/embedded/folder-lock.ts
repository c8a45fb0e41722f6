import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasErrorCode } from '../error-code.js';
import { bilingual, StartupError } from '../startup-error.js';
import { isProcessAlive, processIdentity } from './process-identity.js';

const ATTEMPTS = 20;

/**
 * Reserves the folder for this Node process, so that a second start does not take the database of the first for an
 * orphan. A lock whose process is gone is taken over. Returns the release.
 * @throws StartupError when a living process holds the folder.
 */
export function lockFolder(directory: string): () => void {
  const file = path.join(directory, 'owner.lock');
  const mine = lockContent(process.pid);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (createLock({ file, content: mine })) return () => releaseLock({ file, content: mine });
    const theirs = readLock(file);
    if (theirs !== null && isHeld(theirs)) throw heldByAnother({ directory, content: theirs });
    if (theirs !== null) discardStaleLock({ file, content: theirs });
  }
  throw new StartupError(
    bilingual({
      id: `Folder basis data ${directory} diperebutkan beberapa proses; coba lagi`,
      en: `Several processes compete for the database folder ${directory}; try again`,
    }),
  );
}

interface Lock {
  readonly file: string;
  readonly content: string;
}

function createLock({ file, content }: Lock): boolean {
  const draft = `${file}.${process.pid}`;
  try {
    // written aside and linked: nobody ever reads a half-written lock
    writeFileSync(draft, content, { mode: 0o600 });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasErrorCode({ error, code: 'EEXIST' })) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readLock(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasErrorCode({ error, code: 'ENOENT' })) return null;
    throw error;
  }
}

function isHeld(content: string): boolean {
  const processId = lockProcessId(content);
  if (processId === null || !isProcessAlive(processId)) return false;
  return content === lockContent(processId);
}

function lockContent(processId: number): string {
  return `${processId} ${processIdentity(processId)}\n`;
}

function discardStaleLock({ file, content }: Lock): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    // another starter may have replaced the stale lock in between: then it is theirs, and goes back
    if (readFileSync(aside, 'utf8') !== content) linkSync(aside, file);
  } catch (error) {
    if (!hasErrorCode({ error, code: 'ENOENT' }) && !hasErrorCode({ error, code: 'EEXIST' })) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function releaseLock({ file, content }: Lock): void {
  if (readLock(file) === content) rmSync(file, { force: true });
}

function heldByAnother({
  directory,
  content,
}: {
  readonly directory: string;
  readonly content: string;
}): StartupError {
  const processId = lockProcessId(content);
  return new StartupError(
    bilingual({
      id: `Payung sudah berjalan di folder ini (proses ${processId}, basis data ${directory}); hentikan dahulu atau pakai PAYUNG_DATA_DIR lain`,
      en: `Payung already runs in this folder (process ${processId}, database ${directory}); stop it first or use another PAYUNG_DATA_DIR`,
    }),
  );
}

function lockProcessId(content: string): number | null {
  const processId = Number.parseInt(content, 10);
  return Number.isSafeInteger(processId) && processId > 0 ? processId : null;
}
