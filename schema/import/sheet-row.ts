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

/** Whether the row only counts the columns, as in "1 2 3 4" or "(1) (2) (3)" beneath a header. */
export function isNumberingRow({ texts }: SheetRow): boolean {
  const filled = texts.filter((text) => text.trim() !== '');
  return filled.length > 1 && filled.every((text, index) => plainWords(text) === String(index + 1));
}

const totalWords: ReadonlySet<string> = new Set(['jumlah', 'jml', 'total', 'subtotal']);
const wordsBesideTotal: ReadonlySet<string> = new Set([
  ...['sub', 'grand', 'keseluruhan', 'seluruh', 'seluruhnya', 'semua', 'akhir', 'besar', 'per', 'halaman'],
  ...['peserta', 'orang', 'pekerja', 'penerima', 'tenaga', 'kerja', 'data'],
]);
const longNumber = /\d{10}/;

/** Whether the row sums up, as in "Jumlah | 3.500"; a person whose name begins with the word has a NIK beside it. */
export function isTotalRow({ texts }: SheetRow): boolean {
  const label = texts.find((text) => text.trim() !== '');
  if (label === undefined || label.length > 60) return false;
  const words = plainWords(label)
    .split(' ')
    .filter((word) => !isNumber(word));
  if (!words.some((word) => totalWords.has(word))) return false;
  if (!words.every((word) => totalWords.has(word) || wordsBesideTotal.has(word))) return false;
  return !texts.some((text) => longNumber.test(text));
}

/**
 * Whether the row stands beside the people: place, date and name beneath a signature, or a line of the form that was
 * not filled in. `identity` are the columns of NIK and name; both are empty, and hardly anything else is there.
 */
export function isAsideRow({ texts, kinds }: SheetRow, identity: readonly number[]): boolean {
  if (identity.some((index) => (kinds[index] ?? '-') !== '-')) return false;
  return texts.filter((text) => text.trim() !== '').length <= 2;
}

function isNumber(word: string): boolean {
  return word !== '' && !Number.isNaN(Number(word));
}
