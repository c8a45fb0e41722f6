import { type SyntheticPerson, syntheticPeople } from '../../../server/seed/roster/people.js';
import { type Cell, type Sheet, workbookOf } from './workbook.js';

/** NEW, or what becomes of the row otherwise, with the codes of its problems in their alphabet. */
export type RowVerdict = 'NEW' | readonly ['ERROR' | 'DUPLICATE', ...string[]];

/** What the import has to say: why it refuses the file, or the verdict of every row that it takes for a person. */
export type Expected = { readonly refused: string } | { readonly rows: Readonly<Record<number, RowVerdict>> };

/** A file as people send it, with some trouble in it. */
export interface Shape {
  /** The trouble, as the end of a sentence. */
  readonly name: string;
  readonly fileName: string;
  /** The same bytes at every call. */
  readonly bytes: () => Buffer;
  readonly expected: Expected;
}

/** People of Kota Cilegon who do not exist, aged 20 to 64; their NIKs name a district that does not exist. */
export function someone(size: number, key: string): SyntheticPerson[] {
  return syntheticPeople({
    key: `shapes:${key}`,
    size,
    regionCode: '36.72',
    enteredOn: '2026-02-11',
    turning65: 0,
    highestDecile: null,
  });
}

/** The one person of a row of which only one cell matters. */
export function anyone(key: string): SyntheticPerson {
  const [person] = someone(1, key);
  if (person === undefined) throw new Error('nobody');
  return person;
}

export const plainHeader = ['NIK', 'Nama', 'Tgl Lahir', 'L/P', 'Pekerjaan'] as const;

/** "17-08-1985" */
export function dayFirst(date: string): string {
  return date.split('-').reverse().join('-');
}

/** The cells of a person beneath `plainHeader`, all of them texts. */
export function plainCells({ nik, name, birthDate, sex }: SyntheticPerson): string[] {
  return [nik, name, dayFirst(birthDate), sex === 'FEMALE' ? 'P' : 'L', 'Nelayan'];
}

/** A text file with quotation marks where they are needed. */
export function separated(
  rows: readonly (readonly string[])[],
  { delimiter = ',', lineEnd = '\r\n' }: { readonly delimiter?: string; readonly lineEnd?: string } = {},
): string {
  const quoted = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(quoted).join(delimiter) + lineEnd).join('');
}

/** Verdicts of rows `from`, `from + 1`, … */
export function verdictsFrom(from: number, ...verdicts: readonly RowVerdict[]): Expected {
  return { rows: Object.fromEntries(verdicts.map((verdict, index) => [from + index, verdict])) };
}

/** A workbook of one sheet whose people are expected to be taken or refused row by row. */
export function workbookShape(
  name: string,
  rows: readonly (readonly Cell[])[],
  expected: Expected,
  sheet: Omit<Sheet, 'rows'> = {},
): Shape {
  return { name, fileName: 'daftar.xlsx', bytes: () => workbookOf([{ ...sheet, rows }]), expected };
}

export function textShape(name: string, bytes: () => Buffer, expected: Expected): Shape {
  return { name, fileName: 'daftar.csv', bytes, expected };
}

/** People whose one cell, in the column of this header, is written in these ways; each with its verdict. */
export function columnShape(
  name: string,
  column: { readonly header: string; readonly instead?: (typeof plainHeader)[number] },
  ways: readonly (readonly [Cell, RowVerdict])[],
): Shape {
  const people = someone(ways.length, name);
  const place = column.instead === undefined ? plainHeader.length : plainHeader.indexOf(column.instead);
  const header: Cell[] = [...plainHeader];
  header[place] = column.header;
  const rows = people.map((person, index) => {
    const cells: Cell[] = plainCells(person);
    cells[place] = ways[index]?.[0] ?? null;
    return cells;
  });
  return workbookShape(name, [header, ...rows], verdictsFrom(2, ...ways.map(([, verdict]) => verdict)));
}
