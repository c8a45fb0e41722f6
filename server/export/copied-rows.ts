import { StringDecoder } from 'node:string_decoder';

/** A row as PostgreSQL writes it; null is null. */
export type RawRow = readonly (string | null)[];

/** Rows of what COPY … TO STDOUT gives in its text format: tabs between values, a line for each row. */
export async function* copiedRows(
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  for await (const part of bytes) {
    const text = begun + decoder.write(part);
    const end = text.lastIndexOf('\n');
    begun = text.slice(end + 1);
    if (end >= 0) yield text.slice(0, end).split('\n').map(rowOf);
  }
}

function rowOf(line: string): RawRow {
  const values = line.split('\t');
  return line.includes('\\') ? values.map(unescaped) : values;
}

function unescaped(written: string): string | null {
  if (written === '\\N') return null;
  return written.includes('\\') ? written.replace(escaped, meant) : written;
}

const escaped = /\\(.)/g;
const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const meant = (_: string, letter: string): string => letters[letter] ?? letter;
