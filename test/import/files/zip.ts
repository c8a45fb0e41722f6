import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  /** What the archive says the size is, where that is not the truth. */
  readonly claimedSize?: number;
  readonly isEncrypted?: boolean;
  /** How often the content comes after itself: a bomb of gigabytes is made in a moment. */
  readonly times?: number;
}

/** A zip archive, the same bytes at every call. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content);
    const packed = packedOf(content, part.times ?? 1);
    const facts = factsOf(part, content, packed.length, name.length);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, tail, name]));
    written.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...written, entries, end]);
}

/** A block that is not the last may be repeated as it is. */
function packedOf(content: Buffer, times: number): Buffer {
  if (times === 1) return deflateRawSync(content);
  const block = deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: times }, () => block), deflateRawSync(Buffer.alloc(0))]);
}

/** From "version needed" to "extra field length", as both headers have it. */
function factsOf(part: ZipPart, content: Buffer, packedSize: number, nameLength: number): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(part.isEncrypted === true ? 1 : 0, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt16LE(33, 8); // 1 January 1980
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packedSize, 14);
  facts.writeUInt32LE(part.claimedSize ?? content.length * (part.times ?? 1), 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}
