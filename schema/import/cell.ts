import { shortened } from '../kernel/stored-text.js';
import { ImportField } from './import-field.js';
import type { SheetRow } from './sheet-row.js';

/** Why a cell cannot be read. */
export interface Fault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Something to mend in a row, at the field that it belongs to. */
export interface RowProblem extends Fault {
  readonly field: ImportField;
}

/** The cells of one row by field; what cannot be read at all is collected in `problems`. */
export class Cells {
  readonly problems: RowProblem[] = [];
  private readonly failed = new Set<ImportField>();

  constructor(
    private readonly row: SheetRow,
    private readonly columns: ReadonlyMap<ImportField, number>,
  ) {}

  /** Text of the field's cell; null when it is empty, a sign for "nothing", or cannot be read. */
  text(field: ImportField): string | null {
    const index = this.columns.get(field);
    if (index === undefined) return null;
    const text = this.row.texts[index] ?? '';
    const code = unreadable(this.row.kinds[index], text);
    if (code !== null) {
      if (!this.failed.has(field)) this.fail(field, { code, params: {} });
      return null;
    }
    const plain = spaced(text);
    return nothing.has(plain.toLowerCase()) ? null : plain;
  }

  /** Whether the cell holds a number, which spreadsheets round and strip of zeros in front. */
  isNumber(field: ImportField): boolean {
    return this.#kind(field) === 'n';
  }

  /** Whether the cell holds a date, and its text therefore is YYYY-MM-DD. */
  isDate(field: ImportField): boolean {
    return this.#kind(field) === 'd';
  }

  fail(field: ImportField, { code, params }: Fault): void {
    this.failed.add(field);
    this.problems.push({ field, code, params: shownParams(params) });
  }

  /** Whether something was found wrong with the field's cell already, so that "missing" would only confuse. */
  hasFailed(field: ImportField): boolean {
    return this.failed.has(field);
  }

  #kind(field: ImportField): string {
    return this.row.kinds[this.columns.get(field) ?? -1] ?? '-';
  }
}

const longNumber = /\d{9,}/g;
const longestShown = 60;

/** A message names what was written, but no number that could be a NIK in a column that is read as another. */
function shownParams(params: Fault['params']): Fault['params'] {
  const { value } = params;
  if (typeof value !== 'string') return params;
  const shown = shortened(value, longestShown).replace(longNumber, hidden);
  return shown === value ? params : { ...params, value: shown };
}

function hidden(number: string): string {
  return '•'.repeat(number.length - 4) + number.slice(-4);
}

/** What people write where nothing is known. */
const nothing: ReadonlySet<string> = new Set([
  ...['', '-', '--', '---', '–', '—', '.', '...', '?', 'n/a', 'na', 'nihil', 'null', 'kosong'],
  ...['tidak ada', 'tdk ada', 'belum ada', '0000-00-00', '00-00-0000', '00/00/0000'],
]);
const whitespace = /\s{2,}|[\n\r\t\u00a0]/;
const manySpaces = /[\s\u00a0]+/g;
/** Marks of writing direction and of width zero, which messengers and web pages leave in what is copied from them. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/;
const allUnseen = new RegExp(unseen, 'g');

function spaced(text: string): string {
  const trimmed = (unseen.test(text) ? text.replace(allUnseen, '') : text).trim();
  return whitespace.test(trimmed) ? trimmed.replace(manySpaces, ' ') : trimmed;
}

function unreadable(kind: string | undefined, text: string): string | null {
  if (kind === 'f') return 'IMPORT_CELL_FORMULA';
  if (kind === 'e') return 'IMPORT_CELL_ERROR';
  // \uFFFD is what a reader leaves of bytes that belong to another encoding
  return text.includes('\0') || text.includes('\uFFFD') || !text.isWellFormed() ? 'TEXT_UNREADABLE' : null;
}

const wholeNumber = /^\d+$/;
const written = /^\d+(\.\d+)?(e\+?\d{1,2})?$/i;

/** Digits of a whole number as a spreadsheet keeps it ("3.67E15", "812.0"); the text itself when it is none. */
export function digitsOf(text: string): string {
  if (wholeNumber.test(text) || !written.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}
