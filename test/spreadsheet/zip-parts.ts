import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** One file of a zip archive, as text. */
export async function partOf(archive: Buffer, name: string): Promise<string> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === name) return text(await zip.openReadStreamPromise(entry));
  }
  throw new Error(`no ${name} in the archive`);
}
