import { describe, expect, it } from '@jest/globals';
import type { FileColumn } from '../../server/export/row-values.js';
import { xlsxWriter } from '../../server/export/xlsx.js';
import { partOf } from '../spreadsheet/zip-parts.js';

const kinds = ['text', 'date', 'instant', 'rupiah', 'integer', 'decimal', 'boolean', 'month'] as const;
const columns: FileColumn[] = kinds.map((kind, at) => ({
  keys: [kind],
  kind,
  text: (row) => row[at] ?? null,
}));
const row = ['=1+1', '2026-02-11', '2026-02-11 17:30:00+00', '705600000', '2026', '3.75', 't', '2026-02-01'];

async function cellsOf(writing: 'ISO' | 'ID', rows: (string | null)[][]): Promise<string[]> {
  const chunks = (async function* () {
    yield rows;
  })();
  const parts: Buffer[] = [];
  for await (const part of xlsxWriter(columns, writing).bytes(chunks)) parts.push(part);
  const sheet = await partOf(Buffer.concat(parts), 'xl/worksheets/sheet1.xml');
  return [...sheet.matchAll(/<c r="[A-Z]2"[^>]*?(?:\/>|>.*?<\/c>)/g)].map(([cell]) =>
    cell.replace(/ xml:space="preserve"/, ''),
  );
}

describe('a workbook', () => {
  it('holds numbers and days as such, and formulas as texts', async () => {
    expect(await cellsOf('ISO', [row])).toEqual([
      `<c r="A2" s="2" t="inlineStr"><is><t>'=1+1</t></is></c>`,
      '<c r="B2" s="4"><v>46064</v></c>',
      '<c r="C2" s="5"><v>46064.72916666667</v></c>',
      '<c r="D2"><v>705600000</v></c>',
      '<c r="E2"><v>2026</v></c>',
      '<c r="F2"><v>3.75</v></c>',
      '<c r="G2" s="2" t="inlineStr"><is><t>true</t></is></c>',
      '<c r="H2" s="9"><v>46054</v></c>',
    ]);
  });

  it('shows them as Indonesia does where asked, hours as WIB', async () => {
    expect((await cellsOf('ID', [row])).slice(1)).toEqual([
      '<c r="B2" s="6"><v>46064</v></c>',
      '<c r="C2" s="7"><v>46065.02083333333</v></c>',
      '<c r="D2" s="8"><v>705600000</v></c>',
      '<c r="E2"><v>2026</v></c>',
      '<c r="F2"><v>3.75</v></c>',
      '<c r="G2" s="2" t="inlineStr"><is><t>Ya</t></is></c>',
      '<c r="H2" s="10"><v>46054</v></c>',
    ]);
  });

  it('keeps exact what Excel would round, and shows masks and days before its calendar as texts', async () => {
    const longest = '123456789012345678';
    const cells = await cellsOf('ISO', [[null, '1899-12-31', null, longest, null, `${longest}.5`, null]]);
    expect(cells).toEqual([
      '<c r="B2" s="2" t="inlineStr"><is><t>1899-12-31</t></is></c>',
      '<c r="D2" s="2" t="inlineStr"><is><t>123456789012345678</t></is></c>',
      '<c r="F2" s="2" t="inlineStr"><is><t>123456789012345678.5</t></is></c>',
    ]);
    expect(await cellsOf('ISO', [[null, null, null, null, null, '-2984.3333333333333333', null]])).toEqual([
      '<c r="F2"><v>-2984.3333333333335</v></c>',
    ]);
    expect(await cellsOf('ID', [[null, '1980-••-••']])).toEqual([
      '<c r="B2" s="2" t="inlineStr"><is><t>••/••/1980</t></is></c>',
    ]);
  });
});
