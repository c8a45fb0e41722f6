import type { Readable } from 'node:stream';

/** Where the bytes of documents lie: a folder, or an S3-compatible store behind the same interface. */
export interface FileStore {
  /** Stores the bytes under `id`, which is never used again; nothing remains when it fails. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is no file under `id`. */
  open(id: string): Promise<Readable | null>;
  /** Removes the bytes of an upload whose record was not saved. */
  discard(id: string): Promise<void>;
}
