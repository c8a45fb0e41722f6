import { describe, expect, it } from '@jest/globals';
import { initials, lastFour, yearOnly } from '../../schema/kernel/personal.js';
import { cellText } from '../../server/export/cells.js';
import { csvWriter } from '../../server/export/csv.js';
import type { FileColumn } from '../../server/export/row-values.js';

const column = (key: string, kind: FileColumn['kind'], at: number): FileColumn => ({
  keys: [key],
  kind,
  text: (row) => row[at] ?? null,
});

async function written(
  columns: readonly FileColumn[],
  rows: (string | null)[][],
  writing: 'ISO' | 'ID' = 'ISO',
): Promise<string> {
  const chunks = (async function* () {
    yield rows;
  })();
  const parts: Buffer[] = [];
  for await (const part of csvWriter(columns, writing).bytes(chunks)) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('a cell of a spreadsheet', () => {
  it('leaves negative numbers numbers', async () => {
    const text = await written(
      [column('selisih', 'rupiah', 0), column('nama', 'text', 1)],
      [['-16800', '-A1']],
    );
    expect(text).toBe("\uFEFFselisih,nama\r\n-16800,'-A1\r\n");
  });

  it('writes numbers, days and hours as Indonesia does where asked', () => {
    const inIndonesia = (kind: FileColumn['kind'], raw: string) => cellText(kind, 'ID')(raw);
    expect(inIndonesia('decimal', '3.75')).toBe('3,75');
    expect(inIndonesia('rupiah', '705600000')).toBe('705600000');
    expect(inIndonesia('date', '2026-02-11')).toBe('11/02/2026');
    expect(inIndonesia('month', '2026-02-01')).toBe('02/2026');
    expect(inIndonesia('instant', '2026-02-11 17:30:00+00')).toBe('12/02/2026 00:30');
    expect(inIndonesia('boolean', 't')).toBe('Ya');
    expect(cellText('instant', 'ISO')('2026-02-11 17:30:00.5+00')).toBe('2026-02-11T17:30:00.500Z');
    expect(cellText('month', 'ISO')('2026-02-01')).toBe('2026-02');
  });
});

describe('a file of comma-separated values', () => {
  it('quotes what would end a cell, after neutralising it', async () => {
    const rows = [['a "b", c'], ['=HYPERLINK("http://x")\r\n'], [null]];
    expect(await written([column('x', 'text', 0)], rows)).toBe(
      '\uFEFFx\r\n"a ""b"", c"\r\n"\'=HYPERLINK(""http://x"")\r\n"\r\n\r\n',
    );
  });

  it('stands semicolons between cells where the comma is in the numbers', async () => {
    const columns = [column('a', 'decimal', 0), column('b', 'text', 1)];
    expect(await written(columns, [['1.5', 'x;y']], 'ID')).toBe('\uFEFFa;b\r\n1,5;"x;y"\r\n');
  });

  it('begins no formula where another separator is believed', async () => {
    const rows = [['Jl. A;=HYPERLINK("http://x")'], ['a;"=1+1'], ['a\n@SUM(1)'], ['Jl. B, -; 5;-7']];
    expect(await written([column('x', 'text', 0)], rows)).toBe(
      `\uFEFFx\r\n"Jl. A;'=HYPERLINK(""http://x"")"\r\n"a;""'=1+1"\r\n"a\n'@SUM(1)"\r\n"Jl. B, -; 5;-7"\r\n`,
    );
    expect(await written([column('x', 'text', 0)], [['Jl. A,=1+1']], 'ID')).toBe(
      "\uFEFFx\r\nJl. A,'=1+1\r\n",
    );
  });
});

describe('a personal value', () => {
  it('keeps what tells two records apart, and no more', () => {
    expect(initials('Siti Nur  Aminah')).toBe('S••• N•••  A•••');
    expect(lastFour('081234567890')).toBe('••••••••7890');
    expect(lastFour('12')).toBe('•••12');
    expect(yearOnly('1980-05-17')).toBe('1980-••-••');
  });
});
