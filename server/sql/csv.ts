import type { AnalystRows } from '../../schema/kernel/analyst-database.js';
import { neutralised } from '../spreadsheet/neutralise.js';

const numeric = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']);

/** RFC 4180, with a mark of UTF-8 for Excel. Texts that a spreadsheet would take for formulas are kept texts. */
export function csvOf(columns: AnalystRows['columns'], rows: AnalystRows['rows']): string {
  const lines = rows.map((row) =>
    row.map((value, index) => cell(value, numeric.has(columns[index]?.type ?? ''))),
  );
  const head = columns.map(({ name }) => cell(name, false));
  return `\uFEFF${[head, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | null, isNumber: boolean): string {
  if (value === null) return '';
  const text = isNumber ? value : neutralised(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
