import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileStore } from '../schema/kernel/file-store.js';

/** Documents as files in a folder, each under its own id; what people call the file never becomes a path. */
export class FolderStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(id: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.#path(id);
    const file = await open(`${path}.part`, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
  }

  async open(id: string): Promise<Readable> {
    const file = await open(this.#path(id), 'r');
    await file.close();
    return createReadStream(this.#path(id));
  }

  async discard(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
    await rm(`${this.#path(id)}.part`, { force: true });
  }

  #path(id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('document id is not a uuid');
    return join(this.folder, id);
  }
}
