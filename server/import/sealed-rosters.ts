import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { FileStore } from '../../schema/kernel/file-store.js';
import {
  type KeptFile,
  type RosterFiles,
  type RosterHead,
  rosterLimitMegabytes,
} from '../../schema/kernel/roster-files.js';
import { inspectInWorker } from './roster-tasks.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const limitBytes = rosterLimitMegabytes * 1024 * 1024;

/** Secrets of the installation; files under an earlier one can still be opened. */
export interface RosterSecrets {
  readonly secret: string;
  readonly previousSecrets?: readonly string[];
}

/** Files of rosters in the store of documents, encrypted: they hold NIKs of people who may never be registered. */
export class SealedRosters implements RosterFiles {
  readonly #keys: readonly Buffer[];

  constructor(
    private readonly store: FileStore,
    { secret, previousSecrets = [] }: RosterSecrets,
  ) {
    this.#keys = [secret, ...previousSecrets].map(keyOf);
  }

  async keep(id: string, content: AsyncIterable<Buffer>): Promise<KeptFile | null> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher: CipherGCM = createCipheriv(CIPHER, this.#keys[0] ?? '', nonce);
    cipher.setAAD(Buffer.from(id));
    const hash = createHash('sha256');
    const sealed: Buffer[] = [nonce];
    let sizeBytes = 0;
    for await (const part of content) {
      sizeBytes += part.length;
      if (sizeBytes > limitBytes) return null;
      hash.update(part);
      sealed.push(cipher.update(part));
    }
    sealed.push(cipher.final(), cipher.getAuthTag());
    await this.store.put(id, Buffer.concat(sealed));
    return { sha256: hash.digest('hex'), sizeBytes };
  }

  async inspect(id: string, fileName: string, sheet: string | null): Promise<RosterHead> {
    const bytes = await this.open(id);
    if (bytes === null) throw new Error('the file of the roster is gone');
    return inspectInWorker(bytes, fileName, sheet);
  }

  /** The file as it was handed in; null when it is gone. */
  async open(id: string): Promise<Buffer | null> {
    const stored = await this.store.open(id);
    return stored === null ? null : this.#opened(id, await buffer(stored));
  }

  discard(id: string): Promise<void> {
    return this.store.discard(id);
  }

  #opened(id: string, sealed: Buffer): Buffer {
    const content = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
    for (const key of this.#keys) {
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      const plain = decipher.update(content);
      try {
        decipher.final();
        return plain;
      } catch {
        // sealed under another key: the next one is tried
      }
    }
    throw new Error('the file of the roster was changed, or its key is not known to this server');
  }
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'payung', 'roster file v1', 32));
}
