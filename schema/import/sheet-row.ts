/** A row of a roster file as a reader of any format hands it on. */
export interface SheetRow {
  /** Number of the row in the file, from 1. */
  readonly number: number;
  /** Text of every cell, empty where there is none. */
  readonly texts: readonly string[];
  /** One letter per cell: t text, n number, d date (its text is YYYY-MM-DD), f formula, e error, b boolean, - empty. */
  readonly kinds: string;
}

/** Lower-cased words of a cell, without signs, line breaks and double spaces. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(signs, ' ').trim();
}
const signs = /[^\p{L}\p{N}]+/gu;
