import type { AnalystColumn, AnalystRows } from '../../schema/kernel/analyst-database.js';
import type { ValueKind } from '../../schema/kernel/value-kind.js';
import type { Writing } from '../export/cells.js';
import { csvWriter } from '../export/csv.js';
import type { FileWriter } from '../export/file-writer.js';
import type { FileColumn } from '../export/row-values.js';
import { xlsxWriter } from '../export/xlsx.js';

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
  const table = columns.map(fileColumn);
  const writer: FileWriter = format === 'xlsx' ? xlsxWriter(table, writing) : csvWriter(table, writing);
  const parts: Buffer[] = [];
  for await (const part of writer.bytes(once(rows))) parts.push(part);
  return Buffer.concat(parts);
}

function fileColumn({ name, type }: AnalystColumn, at: number): FileColumn {
  return { keys: [name], kind: kinds[type] ?? 'text', text: (row) => row[at] ?? null };
}

async function* once(rows: AnalystRows['rows']): AsyncGenerator<AnalystRows['rows']> {
  yield rows;
}
