import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileStore } from '../schema/kernel/file-store.js';
import { Refusal } from '../schema/kernel/problem.js';
import { hasErrorCode } from './error-code.js';

/** What a full, read-only or broken disk says. */
const troubles = [
  'EEXIST',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOTDIR',
];

/** Documents as files in a folder, each under its own id; what people call the file never becomes a path. */
export class FolderStore implements FileStore {
  constructor(
    private readonly folder: string,
    private readonly log: (error: unknown) => void,
  ) {}

  async put(id: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.#write(this.#path(id), bytes);
    } catch (error) {
      await this.#clearAway(id);
      if (!troubles.some((code) => hasErrorCode({ error, code }))) throw error;
      this.log(error);
      throw new Refusal('SERVICE_UNAVAILABLE', 'STORAGE_UNAVAILABLE');
    }
  }

  async open(id: string): Promise<Readable | null> {
    try {
      const file = await open(this.#path(id), 'r');
      return file.createReadStream();
    } catch (error) {
      if (!hasErrorCode({ error, code: 'ENOENT' })) throw error;
      return null;
    }
  }

  async discard(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  /** What was written of a file, as far as the broken store allows. */
  async #clearAway(id: string): Promise<void> {
    await rm(`${this.#path(id)}.part`, { force: true }).catch(this.log);
  }

  /** Written aside, flushed and renamed: a file that is there is whole, after a power cut too. */
  async #write(path: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(`${path}.part`, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
    const folder = await open(this.folder, 'r');
    await folder.sync().finally(() => folder.close());
  }

  #path(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('document id is not a uuid');
    return join(this.folder, id);
  }
}
