import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import type { FileStore } from '../schema/kernel/file-store.js';
import { problem, Refusal, Rejected } from '../schema/kernel/problem.js';

/** Shorter than a transaction may wait for its next statement. */
const longestMs = 10_000;

/** A store that lets a virus scanner look through each file before it keeps it. Without an answer nothing is kept. */
export class ScannedStore implements FileStore {
  constructor(
    private readonly store: FileStore,
    private readonly command: readonly string[],
    private readonly log: FastifyBaseLogger,
  ) {}

  async put(id: string, bytes: Uint8Array): Promise<void> {
    const code = await exitCodeOf(this.command, bytes).catch((err: unknown) => {
      this.log.error({ err }, 'virus scanner cannot be run');
      return null;
    });
    if (code === 1) {
      this.log.warn({ documentId: id }, 'virus scanner refused an upload');
      throw new Rejected([problem(['input', 'file'], 'DOCUMENT_INFECTED')]);
    }
    if (code !== 0) {
      this.log.error({ code }, 'virus scanner gave no verdict');
      throw new Refusal('SERVICE_UNAVAILABLE', 'SCANNER_UNAVAILABLE');
    }
    await this.store.put(id, bytes);
  }

  open(id: string): Promise<Readable | null> {
    return this.store.open(id);
  }

  discard(id: string): Promise<void> {
    return this.store.discard(id);
  }
}

/** Runs the command without a shell, the file at its standard input; null: ended by a signal or by the clock. */
function exitCodeOf(
  [program = '', ...options]: readonly string[],
  bytes: Uint8Array,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const scanner = spawn(program, options, {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: longestMs,
      killSignal: 'SIGKILL',
    });
    scanner.once('error', reject);
    scanner.once('close', resolve);
    scanner.stdin.on('error', () => undefined); // it may have its verdict before it has read everything
    scanner.stdin.end(bytes);
  });
}
