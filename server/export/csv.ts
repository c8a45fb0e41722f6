import { neutralised } from '../spreadsheet/neutralise.js';
import { cellText, isHarmless, type Writing } from './cells.js';
import { type FileWriter, lineWriter } from './file-writer.js';
import type { RawRow } from './row-source.js';
import type { FileColumn } from './row-values.js';

const byteOrderMark = '\uFEFF';

/**
 * RFC 4180 with a mark of UTF-8 for Excel. As Indonesia writes: the comma is in the numbers, so that a semicolon
 * stands between cells, where Excel set to Indonesian expects it.
 */
export function csvWriter(
  columns: readonly FileColumn[],
  { writing, hasHead }: { readonly writing: Writing; readonly hasHead: boolean },
): FileWriter {
  const separator = writing === 'ID' ? ';' : ',';
  const cells = columns.map((column) => csvCell(column, writing, separator));
  const titles = columns.map(({ keys }) => quoted(neutralised(keys.join('.')), separator));
  const head = hasHead ? `${byteOrderMark}${titles.join(separator)}\r\n` : '';
  return lineWriter(head, (row) => {
    let text = '';
    for (let at = 0; at < cells.length; at += 1) {
      if (at > 0) text += separator;
      text += cells[at]?.(row) ?? '';
    }
    return `${text}\r\n`;
  });
}

function csvCell({ kind, text }: FileColumn, writing: Writing, separator: string): (row: RawRow) => string {
  const write = cellText(kind, writing);
  const isPlain = isHarmless(kind);
  return (row) => {
    const value = text(row);
    if (value === null) return '';
    return isPlain ? write(value) : quoted(neutralised(value), separator);
  };
}

const needsQuotes = { ',': /[",\r\n]/, ';': /[";\r\n]/ } as const;

function quoted(text: string, separator: string): string {
  const pattern = separator === ';' ? needsQuotes[';'] : needsQuotes[','];
  return pattern.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
