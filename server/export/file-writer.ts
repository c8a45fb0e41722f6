import type { RawRow } from './copied-rows.js';

/** Turns rows into the bytes of a file. */
export interface FileWriter {
  bytes(chunks: AsyncIterable<readonly RawRow[]>): AsyncGenerator<Buffer>;
}

/** A file of lines: what it begins with, then every row by itself. The first rows are there before anything leaves. */
export function lineWriter(head: string, line: (row: RawRow) => string, end: string): FileWriter {
  return {
    async *bytes(chunks) {
      let text = head;
      for await (const rows of chunks) {
        yield Buffer.from(`${text}${rows.map(line).join(end)}${end}`);
        text = '';
      }
      if (text !== '') yield Buffer.from(text);
    },
  };
}
