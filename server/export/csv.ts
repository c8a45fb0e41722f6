import { formulaStart, neutralised } from '../spreadsheet/neutralise.js';
import { cellText, isHarmless, type Writing } from './cells.js';
import { type FileWriter, lineWriter } from './file-writer.js';
import type { RawRow } from './row-source.js';
import type { FileColumn } from './row-values.js';

type Separator = ',' | ';';
const byteOrderMark = '\uFEFF';

/**
 * RFC 4180 with a mark of UTF-8 for Excel. As Indonesia writes: the comma is in the numbers, so that a semicolon
 * stands between cells, where Excel set to Indonesian expects it.
 */
export function csvWriter(
  columns: readonly FileColumn[],
  { writing, hasHead }: { readonly writing: Writing; readonly hasHead: boolean },
): FileWriter {
  const separator: Separator = writing === 'ID' ? ';' : ',';
  const cells = columns.map((column) => csvCell(column, writing, separator));
  const titles = columns.map(({ keys }) => textCell(keys.join('.'), separator));
  const head = hasHead ? `${byteOrderMark}${titles.join(separator)}\r\n` : '';
  const line: string[] = [];
  return lineWriter(
    head,
    (row) => {
      for (const [at, cell] of cells.entries()) line[at] = cell(row);
      return line.join(separator);
    },
    '\r\n',
  );
}

function csvCell(
  { kind, text }: FileColumn,
  writing: Writing,
  separator: Separator,
): (row: RawRow) => string {
  const write = cellText(kind, writing);
  const isPlain = isHarmless(kind);
  return (row) => {
    const value = text(row);
    if (value === null) return '';
    return isPlain ? write(value) : textCell(value, separator);
  };
}

/** What cannot stand in a cell as it is: the beginning of a formula, and what ends a cell. */
const special = {
  ',': new RegExp(`${formulaStart.source}|[",\\r\\n]`),
  ';': new RegExp(`${formulaStart.source}|[";\\r\\n]`),
} as const;

/** A text as it may stand between separators; most may as they are, and a million of them are looked at. */
function textCell(text: string, separator: Separator): string {
  return special[separator].test(text) ? quoted(neutralised(text), separator) : text;
}

function quoted(text: string, separator: Separator): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
