import { withoutTextMark } from './neutralise.js';
import { sheetLimits } from './sheet-limits.js';
import { SheetProblem } from './sheet-problem.js';

/**
 * What a cell is: t text, n number, d date (a number that the file shows as one), f formula (the text is what the file
 * remembers of its result), e error value, b boolean, - empty.
 */
export type CellKind = 't' | 'n' | 'd' | 'f' | 'e' | 'b' | '-';

export interface SheetRow {
  /** The row as people count it in the file, from 1; in a text file a row may be several lines. */
  readonly number: number;
  /** Up to the last cell with something in it; cells of nothing but spaces are empty. */
  readonly texts: readonly string[];
  /** One letter for each of `texts`. */
  readonly kinds: string;
}

export interface SheetInfo {
  readonly format: 'CSV' | 'XLSX';
  /** "UTF-8", "UTF-16LE", "UTF-16BE" or "Windows-1252". Null: XLSX. */
  readonly encoding: string | null;
  /** Comma, semicolon, tab or `|`. Null: XLSX. */
  readonly delimiter: string | null;
  /** The first visible sheet with something in it. Null: CSV. */
  readonly sheetName: string | null;
  /** The first rows with something in them. */
  readonly head: readonly SheetRow[];
}

/** A first look at a file: what is read of it, and what is not. */
export interface SheetLook extends SheetInfo {
  /** Names of further visible sheets that hold what is looked for. */
  readonly otherSheets: readonly string[];
}

export interface SheetCell {
  readonly text: string;
  readonly kind: CellKind;
}

/** The row, or null when all its cells are empty. */
export function rowOf(number: number, cells: readonly (SheetCell | undefined)[]): SheetRow | null {
  const texts: string[] = [];
  let kinds = '';
  for (let index = filledLength(cells); index > texts.length; ) {
    const { text, kind } = cells[texts.length] ?? { text: '', kind: '-' };
    checkText(text, number);
    const isFilled = isFilledText(text) || kind === 'f';
    texts.push(isFilled ? (kind === 't' ? withoutTextMark(text) : text) : '');
    kinds += isFilled ? kind : '-';
  }
  if (texts.length > sheetLimits.columns) {
    throw new SheetProblem('SHEET_TOO_MANY_COLUMNS', { row: number, limit: sheetLimits.columns });
  }
  return texts.length === 0 ? null : { number, texts, kinds };
}

function filledLength(cells: readonly (SheetCell | undefined)[]): number {
  return (
    cells.findLastIndex((cell) => cell !== undefined && (cell.kind === 'f' || isFilledText(cell.text))) + 1
  );
}

function isFilledText(text: string): boolean {
  return /\S/.test(text);
}

function checkText(text: string, row: number): void {
  if (text.length > sheetLimits.cellCharacters) {
    throw new SheetProblem('SHEET_CELL_TOO_LONG', { row, limit: sheetLimits.cellCharacters });
  }
  if (text.includes('\0')) throw new SheetProblem('SHEET_NUL', { row });
}

/** Counts the rows of one reading. */
export class RowCount {
  #rows = 0;

  /** @throws SheetProblem when it is one too many. */
  add(): void {
    this.#rows += 1;
    if (this.#rows > sheetLimits.filledRows) throw tooManyRows();
  }
}

export function tooManyRows(): SheetProblem {
  return new SheetProblem('SHEET_TOO_MANY_ROWS');
}
