import { isUtf8 } from 'node:buffer';
import { SheetProblem } from './sheet-problem.js';

const encodings = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'Windows-1252'] as const;
export type TextEncoding = (typeof encodings)[number];

const sampleBytes = 4096;
const lineFeed = 10;
/** 0x80 to 0x9F of Windows-1252; the five that it leaves open are spaces here. */
const windowsSigns = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The encoding of this name; UTF-8 for any other. */
export function asTextEncoding(name: string | null): TextEncoding {
  return encodings.find((encoding) => encoding === name) ?? 'UTF-8';
}

/** @throws SheetProblem when no encoding fits the whole file, with the first row that does not. */
export function encodingOf(bytes: Buffer): TextEncoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return provenUtf8(bytes);
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return wide;
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new SheetProblem('SHEET_NUL', { row: rowAt(bytes, nul) });
  if (isUtf8(bytes)) return 'UTF-8';
  checkWindows1252(bytes);
  return 'Windows-1252';
}

/** UTF-16 by its mark, or because every other byte of an ordinary text would be zero; otherwise null. */
export function wideEncodingOf(bytes: Buffer): 'UTF-16LE' | 'UTF-16BE' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'UTF-16LE';
  if (startsWith(bytes, [0xfe, 0xff])) return 'UTF-16BE';
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const most = sample.length * 0.4;
  if (odd > most && even === 0) return 'UTF-16LE';
  return even > most && odd === 0 ? 'UTF-16BE' : null;
}

/** The file's text in pieces, as UTF-8 without a mark at its beginning. */
export function* utf8Pieces(bytes: Buffer, encoding: TextEncoding): Generator<Buffer> {
  const size = 262_144;
  const start = encoding === 'UTF-8' && startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const decode = encoding === 'UTF-8' ? null : decoderOf(encoding);
  for (let position = start; position < bytes.length; position += size) {
    const piece = bytes.subarray(position, position + size);
    yield decode === null ? piece : Buffer.from(decode(piece, position + size >= bytes.length));
  }
}

function decoderOf(encoding: Exclude<TextEncoding, 'UTF-8'>) {
  // not TextDecoder: some versions of Node 22 and 23 read windows-1252 as latin1
  if (encoding === 'Windows-1252') return windowsText;
  const decoder = new TextDecoder(encoding, { fatal: true });
  let before = 0;
  return (piece: Buffer, isLast: boolean): string => {
    try {
      const text = decoder.decode(piece, { stream: !isLast });
      before += text.split('\n').length - 1;
      return text;
    } catch {
      throw new SheetProblem('SHEET_ENCODING_BROKEN', { row: wideRow(piece, before, encoding), encoding });
    }
  };
}

/** The row in which the first broken letter of `piece` stands. */
function wideRow(piece: Buffer, before: number, encoding: string): number {
  const lines = new TextDecoder(encoding).decode(piece).split('\n');
  return (
    before +
    Math.max(
      0,
      lines.findIndex((line) => line.includes('\uFFFD')),
    ) +
    1
  );
}

function windowsText(piece: Buffer): string {
  return piece
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

function provenUtf8(bytes: Buffer): 'UTF-8' {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new SheetProblem('SHEET_NUL', { row: rowAt(bytes, nul) });
  for (const { line, row } of isUtf8(bytes) ? [] : linesOf(bytes)) {
    if (!isUtf8(line)) throw new SheetProblem('SHEET_ENCODING_MIXED', { row });
  }
  return 'UTF-8';
}

/**
 * Of a file that is not UTF-8: a row with letters that are proper UTF-8 among rows that are not says that two files
 * were put together. Read as one encoding, half of the names would be spoilt.
 */
function checkWindows1252(bytes: Buffer): void {
  let isFirstUtf8: boolean | null = null;
  for (const { line, row } of linesOf(bytes)) {
    if (line.every((byte) => byte < 0x80)) continue;
    const isLineUtf8 = isUtf8(line);
    isFirstUtf8 ??= isLineUtf8;
    if (isLineUtf8 !== isFirstUtf8) throw new SheetProblem('SHEET_ENCODING_MIXED', { row });
    const isDefined = line.every((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte));
    if (!isDefined) throw new SheetProblem('SHEET_ENCODING_BROKEN', { row, encoding: 'Windows-1252' });
  }
}

function* linesOf(bytes: Buffer): Generator<{ readonly line: Buffer; readonly row: number }> {
  let start = 0;
  for (let row = 1; start < bytes.length; row += 1) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    yield { line: bytes.subarray(start, end), row };
    start = end + 1;
  }
}

function rowAt(bytes: Buffer, position: number): number {
  let row = 1;
  for (let at = bytes.indexOf(lineFeed); at >= 0 && at < position; at = bytes.indexOf(lineFeed, at + 1))
    row += 1;
  return row;
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
