import { PassThrough } from 'node:stream';
import type { ValueKind } from '../../schema/kernel/value-kind.js';
import { writeXlsx, type XlsxCell } from '../spreadsheet/write-xlsx.js';
import type { NumberStyle } from '../spreadsheet/xlsx-parts.js';
import { cellText, isoInstant, type Writing } from './cells.js';
import type { RawRow } from './copied-rows.js';
import type { FileWriter } from './file-writer.js';
import type { FileColumn } from './row-values.js';

/** Rows of a sheet, its titles apart. */
export const mostXlsxRows = 1_048_575;

/** A workbook of one sheet. Numbers and days are such, shown as asked; hours of the ID writing are those of WIB. */
export function xlsxWriter(columns: readonly FileColumn[], writing: Writing): FileWriter {
  const cells = columns.map((column) => xlsxCell(column, writing));
  const titles = columns.map(({ keys, kind }) => ({ header: keys.join('.'), width: widths[kind] ?? 16 }));
  async function* rows(chunks: AsyncIterable<readonly RawRow[]>): AsyncGenerator<readonly XlsxCell[]> {
    for await (const chunk of chunks) for (const row of chunk) yield cells.map((cell) => cell(row));
  }
  return {
    async *bytes(chunks) {
      const output = new PassThrough();
      const written = writeXlsx({ sheets: [{ name: 'Data', columns: titles, rows: rows(chunks) }] }, output);
      written.catch(() => undefined); // whoever reads the output hears of it
      for await (const bytes of output) yield bytes;
      await written;
    },
  };
}

const widths: Partial<Record<ValueKind, number>> = { text: 28, date: 12, instant: 18, integer: 12 };

function xlsxCell({ kind, text }: FileColumn, writing: Writing): (row: RawRow) => XlsxCell {
  const asText = cellText(kind, writing);
  const write = writers[kind] ?? asText;
  return (row) => {
    const value = text(row);
    if (value === null) return null;
    // what was masked is no day and no number any more
    return value.includes('•') ? asText(value) : write(value, writing);
  };
}

const digits = 15;

const writers: Partial<Record<ValueKind, (raw: string, writing: Writing) => XlsxCell>> = {
  integer: (raw) => Number(raw), // years are integers too, and nobody groups them
  rupiah,
  decimal,
  number: (raw) => Number(raw),
  date: (raw, writing) => day(raw, writing === 'ID' ? 'day' : 'isoDay') ?? raw,
  month: (raw, writing) => day(`${raw.slice(0, 7)}-01`, writing === 'ID' ? 'month' : 'isoMonth') ?? raw,
  instant,
};

/** Excel keeps fifteen digits; a longer amount stays exact as a text. */
function rupiah(raw: string, writing: Writing): XlsxCell {
  if (raw.replace('-', '').length > digits) return raw;
  return writing === 'ID' ? { number: Number(raw), shownAs: 'grouped' } : Number(raw);
}

/** An average comes with sixteen decimals and more: what Excel rounds of them is no figure that anybody reads. */
function decimal(raw: string): XlsxCell {
  const [whole = ''] = raw.replace('-', '').split('.');
  return whole.length > digits ? raw : Number(raw);
}

const dayMs = 86_400_000;
/** Days between the beginning of Excel's calendar, as it has counted since 1 March 1900, and 1970. */
const excelEpoch = 25_569;
const excelBegins = Date.UTC(1900, 2, 1);

function day(raw: string, shownAs: NumberStyle): XlsxCell | null {
  const at = Date.parse(`${raw}T00:00:00Z`);
  if (!(at >= excelBegins)) return null;
  return { number: at / dayMs + excelEpoch, shownAs };
}

const westernIndonesiaMs = 7 * 60 * 60 * 1000;

function instant(raw: string, writing: Writing): XlsxCell {
  const at = Date.parse(isoInstant(raw));
  if (Number.isNaN(at)) return raw;
  const shown = writing === 'ID' ? at + westernIndonesiaMs : at;
  const minutes = Math.floor(shown / 60_000) / 1440;
  return { number: minutes + excelEpoch, shownAs: writing === 'ID' ? 'instant' : 'isoInstant' };
}
