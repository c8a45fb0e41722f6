import type { AnalystColumn, AnalystRows } from '../../schema/kernel/analyst-database.js';
import type { ValueKind } from '../../schema/kernel/value-kind.js';
import type { Writing } from '../export/cells.js';
import { csvWriter } from '../export/csv.js';
import type { FileWriter } from '../export/file-writer.js';
import type { FileColumn } from '../export/row-values.js';
import { xlsxWriter } from '../export/xlsx.js';
import { inUtc } from './moments.js';

export type AnswerFormat = 'csv' | 'xlsx';

const kinds: Readonly<Record<string, ValueKind>> = {
  int2: 'integer',
  int4: 'integer',
  int8: 'rupiah', // exact, however long
  numeric: 'decimal',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  date: 'date',
};

/** The answer of a statement as a file, written as lists are. */
export async function answerFile(
  { columns, rows }: Pick<AnalystRows, 'columns' | 'rows'>,
  { format, writing }: { readonly format: AnswerFormat; readonly writing: Writing },
): Promise<Buffer> {
  const table = columns.map((column, at) => fileColumn(column, at, writing));
  const writer: FileWriter = format === 'xlsx' ? xlsxWriter(table, writing) : csvWriter(table, writing);
  const parts: Buffer[] = [];
  for await (const part of writer.bytes(once(rows))) parts.push(part);
  return Buffer.concat(parts);
}

const momentTypes = ['timestamp', 'timestamptz'];

function fileColumn({ name, type }: AnalystColumn, at: number, writing: Writing): FileColumn {
  const text: FileColumn['text'] = (row) => row[at] ?? null;
  if (writing === 'ISO' || !momentTypes.includes(type))
    return { keys: [name], kind: kinds[type] ?? 'text', text };
  const moment: FileColumn['text'] = (row) => {
    const raw = text(row);
    return raw === null ? null : inUtc(raw);
  };
  return { keys: [name], kind: 'instant', text: moment };
}

async function* once(rows: AnalystRows['rows']): AsyncGenerator<AnalystRows['rows']> {
  yield rows;
}
