import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hasErrorCode } from '../error-code.js';

/** Whether a process with this id runs, whoever owns it. */
export function isProcessAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return !isZombie(processId);
  } catch (error) {
    // EPERM: it runs, but belongs to another account
    return hasErrorCode({ error, code: 'EPERM' });
  }
}

/**
 * What tells a process from a later one with the same id: boot and start time. Empty where the system does not tell
 * (Windows), so that only the id is compared there.
 */
export function processIdentity(processId: number): string {
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') return describeWithPs(processId, 'lstart=');
  const startTicks = statusFields(processId)[19] ?? '';
  return `${readOrEmpty('/proc/sys/kernel/random/boot_id').trim()}:${startTicks}`;
}

/** Command line of the process, arguments separated by spaces; empty when it is not readable. */
export function processCommandLine(processId: number): string {
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') return describeWithPs(processId, 'command=');
  return readOrEmpty(`/proc/${processId}/cmdline`).replaceAll('\0', ' ').trim();
}

/** Whether a living process has the folder as its working directory, as every process of a server has (Linux only). */
export function isWorkedIn(folder: string): boolean {
  if (process.platform !== 'linux') return false;
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.some((id) => workingDirectory(id) === folder && isProcessAlive(Number(id)));
}

/** A killed process that nobody has waited for: in a container without an init it stays for ever. */
function isZombie(processId: number): boolean {
  return process.platform === 'linux' && statusFields(processId)[0] === 'Z';
}

/** Fields 3 (state) to 52 of the process; field 22, its start time, is at index 19. */
function statusFields(processId: number): readonly string[] {
  const status = readOrEmpty(`/proc/${processId}/stat`);
  // the second field is the command in parentheses and may itself hold spaces
  return status.slice(status.lastIndexOf(')') + 2).split(' ');
}

function workingDirectory(processId: string): string {
  try {
    return readlinkSync(`/proc/${processId}/cwd`);
  } catch {
    // ended between two looks, or of another account
    return '';
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // the process ended between two looks, or the system hides it: nothing is known about it
    return '';
  }
}

function describeWithPs(processId: number, column: string): string {
  try {
    const parameters = ['-ww', '-o', column, '-p', String(processId)];
    return execFileSync('ps', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    // ps answers 1 when there is no such process
    return '';
  }
}
