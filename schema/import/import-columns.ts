import { shortened, storable } from '../kernel/stored-text.js';
import { isNumberingRow } from './aside-rows.js';
import { fieldOfHeader } from './header-words.js';
import { ImportField } from './import-field.js';
import { plainWords, type SheetRow } from './sheet-row.js';

export { isNumberingRow, isTotalRow, peopleOf } from './aside-rows.js';
export { fieldOfHeader } from './header-words.js';
export { ImportField } from './import-field.js';

/** A column of a roster, with what its header says it holds. */
export interface SheetColumn {
  /** Place in the row, from 0. */
  readonly index: number;
  /** Header as the file has it; empty where it has none. */
  readonly header: string;
  /** Null: not recognised, or a column further left holds it already. */
  readonly field: ImportField | null;
}

/** The header of a roster; people begin below row `rowNumber`. */
export interface SheetHeader {
  readonly rowNumber: number;
  readonly columns: readonly SheetColumn[];
}

/** The header among the first rows of a file, below whatever title stands above it; null when none can be told. */
export function findHeader(head: readonly SheetRow[]): SheetHeader | null {
  let best: Candidate | null = null;
  for (const [place, row] of head.entries()) {
    if (isNumberingRow(row)) continue;
    for (const candidate of readings(row, head[place - 1])) {
      if (isHeader(candidate) && candidate.count > (best?.count ?? 0)) best = { ...candidate, place };
    }
  }
  if (best === null) return null;
  const below = head.slice(best.place + 1).filter((row) => !isNumberingRow(row));
  return { rowNumber: best.rowNumber, columns: columnsOf(best, below) };
}

/** Whether each row holds two people beside each other: NIK and name come twice under the very same words. */
export function isSideBySide({ columns }: SheetHeader): boolean {
  const words = columns.map(({ header }) => plainWords(header.split(' / ').at(-1) ?? ''));
  return [ImportField.NIK, ImportField.NAME].every((field) =>
    words.some((word, index) => words.indexOf(word) < index && fieldOfHeader(word) === field),
  );
}

interface Line {
  readonly rowNumber: number;
  readonly headers: readonly string[];
  readonly fields: readonly (ImportField | null)[];
  /** Number of fields recognised. */
  readonly count: number;
}

interface Candidate extends Line {
  /** Place among the first rows. */
  readonly place: number;
}

/** The row as a header of one line, and as the second line beneath the row above it. */
function readings(row: SheetRow, above: SheetRow | undefined): Line[] {
  const single = lineOf(row.number, row.texts, row.texts.map(fieldOfHeader));
  if (above === undefined || single.count === 0) return [single];
  const parents = spread(above.texts, row.texts);
  const headers = parents.map((parent, index) =>
    [parent, row.texts[index] ?? ''].filter(isFilled).join(' / '),
  );
  const fields = parents.map((parent, index) => fieldBelow(parent, row.texts[index] ?? ''));
  return [single, lineOf(row.number, headers, fields)];
}

function lineOf(rowNumber: number, headers: readonly string[], found: readonly (ImportField | null)[]): Line {
  const fields = firstOfEach(found);
  const count = fields.filter((field) => field !== null && field !== ImportField.IGNORE).length;
  return {
    rowNumber,
    headers: headers.map((header) => shortened(storable(header.trim()), 200)),
    fields,
    count,
  };
}

/** A row with neither NIK nor name speaks of the village or the agency, not of people. */
function isHeader({ fields }: Line): boolean {
  return fields.includes(ImportField.NIK) || fields.includes(ImportField.NAME);
}

/** Texts of the line above; a merged cell reaches over the columns to its right that have a second line. */
function spread(above: readonly string[], below: readonly string[]): string[] {
  let last = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, index) => {
    const own = (above[index] ?? '').trim();
    if (own !== '' || !isFilled(below[index] ?? '')) last = own;
    return own || last;
  });
}

/** "Nama" under "Data Diri" is NAME, "Nomor" under "SK" DECREE, nothing under "NIK" NIK. */
function fieldBelow(parent: string, own: string): ImportField | null {
  if (!isFilled(own)) return fieldOfHeader(parent);
  return fieldOfHeader(`${own} ${parent}`) ?? fieldOfHeader(`${parent} ${own}`) ?? fieldOfHeader(own);
}

function firstOfEach(fields: readonly (ImportField | null)[]): (ImportField | null)[] {
  return fields.map((field, index) =>
    field === ImportField.IGNORE || fields.indexOf(field) === index ? field : null,
  );
}

/** Every column with a header, or with something below it. */
function columnsOf({ headers, fields }: Line, below: readonly SheetRow[]): SheetColumn[] {
  const width = Math.max(headers.length, ...below.map(({ texts }) => texts.length));
  const all = Array.from({ length: width }, (_, index) => ({
    index,
    header: headers[index] ?? '',
    field: fields[index] ?? null,
  }));
  const used = all.filter(
    ({ index, header }) => header !== '' || below.some(({ texts }) => isFilled(texts[index] ?? '')),
  );
  return splitBirth(used, below);
}

/** "Tempat/Tgl Lahir" merged over two columns: the place stands in the first, the date in the one without a header. */
function splitBirth(columns: readonly SheetColumn[], below: readonly SheetRow[]): SheetColumn[] {
  const place = columns.findIndex(({ field }) => field === ImportField.BIRTH_DATE);
  const [first, second] = [columns[place], columns[place + 1]];
  if (!first || second?.header !== '' || second.index !== first.index + 1) return [...columns];
  if (columns.some(({ field }) => field === ImportField.BIRTH_PLACE)) return [...columns];
  const holdsDigits = (index: number) => below.some(({ texts }) => /\d/.test(texts[index] ?? ''));
  if (holdsDigits(first.index) || !holdsDigits(second.index)) return [...columns];
  return columns.map((column) => {
    if (column === first) return { ...column, field: ImportField.BIRTH_PLACE };
    return column === second ? { ...column, field: ImportField.BIRTH_DATE } : column;
  });
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
