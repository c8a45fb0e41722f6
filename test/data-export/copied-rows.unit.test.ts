import { describe, expect, it } from '@jest/globals';
import { copiedRows, type RawRow } from '../../server/export/copied-rows.js';

async function read(text: string, partBytes: number): Promise<RawRow[]> {
  const bytes = Buffer.from(text);
  async function* parts(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes);
  }
  const rows: RawRow[] = [];
  for await (const chunk of copiedRows(parts())) rows.push(...chunk);
  return rows;
}

describe('rows of COPY', () => {
  it.each([1, 2, 7, 1000])('are the same in parts of %i bytes', async (partBytes) => {
    const text = String.raw`satu	\N	é€😀
a\tb\\N\nc\rd		\\
\N	\N	\N
`;
    expect(await read(text, partBytes)).toEqual([
      ['satu', null, 'é€😀'],
      ['a\tb\\N\nc\rd', '', '\\'],
      [null, null, null],
    ]);
  });

  it('are none where nothing was found', async () => {
    expect(await read('', 1)).toEqual([]);
  });
});
