import { formulaStart, neutralised } from '../spreadsheet/neutralise.js';
import { cellText, isHarmless, type Writing } from './cells.js';
import type { RawRow } from './copied-rows.js';
import { type FileWriter, lineWriter } from './file-writer.js';
import type { FileColumn } from './row-values.js';

type Separator = ',' | ';';
const byteOrderMark = '\uFEFF';

/**
 * RFC 4180 with a mark of UTF-8 for Excel. As Indonesia writes: the comma is in the numbers, so that a semicolon
 * stands between cells, where Excel set to Indonesian expects it.
 */
export function csvWriter(columns: readonly FileColumn[], writing: Writing): FileWriter {
  const separator: Separator = writing === 'ID' ? ';' : ',';
  const cells = columns.map((column) => csvCell(column, writing, separator));
  const titles = columns.map(({ keys }) => textCell(keys.join('.'), separator));
  const head = `${byteOrderMark}${titles.join(separator)}\r\n`;
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

/** What cannot stand in a cell as it is: the beginning of a formula, what ends a cell, and what ends one elsewhere. */
const special = new RegExp(`${formulaStart.source}|[",;\\t\\r\\n]`);
/** Where a program sees a cell end that takes another sign for the separator, and so sees no quotation either. */
const endElsewhere = { ',': /([;\t\r\n]"*)/, ';': /([,\t\r\n]"*)/ } as const;

/** A text as it may stand between separators; most may as they are, and a million of them are looked at. */
function textCell(text: string, separator: Separator): string {
  return special.test(text) ? quoted(harmless(text, separator), separator) : text;
}

/** No part of it begins a formula, whichever separator is believed. */
function harmless(text: string, separator: Separator): string {
  const [first = '', ...rest] = neutralised(text).split(endElsewhere[separator]);
  return [first, ...rest.map((part, at) => (at % 2 === 1 ? neutralised(part) : part))].join('');
}

function quoted(text: string, separator: Separator): string {
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
