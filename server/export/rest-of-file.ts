import { createHash } from 'node:crypto';
import { problem, Rejected } from '../../schema/kernel/problem.js';

/** What a client has of a file whose download broke off. */
export interface FileBeginning {
  /** How many bytes came. */
  readonly bytes: number;
  /** SHA-256 of them, in hexadecimal. */
  readonly sha256: string;
}

/**
 * What follows the client's part in the file as it is made now. Only behind the very same beginning does it give the
 * file that one download would have given, whatever was added or removed meanwhile.
 * @throws Rejected EXPORT_CHANGED where the beginning is another by now.
 */
export async function* restOfFile(
  bytes: AsyncGenerator<Buffer>,
  { bytes: length, sha256 }: FileBeginning,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let missing = length;
  for await (const part of bytes) {
    const known = part.subarray(0, missing);
    if (missing > 0) {
      hash.update(known);
      missing -= known.length;
      if (missing === 0 && hash.digest('hex') !== sha256) throw changed();
    }
    if (known.length < part.length) yield part.subarray(known.length);
  }
  if (missing > 0) throw changed();
}

const changed = (): Rejected => new Rejected([problem(['resume'], 'EXPORT_CHANGED')]);
