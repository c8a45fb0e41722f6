import { fieldOfHeader } from './header-words.js';
import { ImportField } from './import-field.js';
import { plainWords, type SheetRow } from './sheet-row.js';

// Rows of a roster that stand for nobody. Whoever has a NIK is somebody, whatever else the row says.

/** Whether the row only counts the columns, as in "1 2 3 4" or "(1) (2) (3)" beneath a header. */
export function isNumberingRow({ texts }: SheetRow): boolean {
  const filled = filledTexts(texts);
  return filled.length > 1 && filled.every((text, index) => plainWords(text) === String(index + 1));
}

const totalWords: ReadonlySet<string> = new Set(['jumlah', 'jml', 'total', 'subtotal']);
const wordsBesideTotal: ReadonlySet<string> = new Set([
  ...['sub', 'grand', 'keseluruhan', 'seluruh', 'seluruhnya', 'semua', 'akhir', 'besar', 'per', 'halaman'],
  ...[
    'peserta',
    'orang',
    'pekerja',
    'penerima',
    'tenaga',
    'kerja',
    'data',
    'jiwa',
    'dipindahkan',
    'pindahan',
  ],
  ...['laki', 'perempuan', 'pria', 'wanita', 'l', 'p'],
]);
const longNumber = /\d{10}/;

/** Whether the row sums up, as in "Jumlah | 3.500"; a person whose name begins with the word has a NIK beside it. */
export function isTotalRow({ texts }: SheetRow): boolean {
  const label = texts.find(isFilled);
  if (label === undefined || label.length > 60) return false;
  const words = plainWords(label)
    .split(' ')
    .filter((word) => !isNumber(word));
  if (!words.some((word) => totalWords.has(word))) return false;
  const isPlain = words.every((word) => totalWords.has(word) || wordsBesideTotal.has(word));
  if (!isPlain && !(totalWords.has(words[0] ?? '') && isCounted(texts))) return false;
  return !texts.some((text) => longNumber.test(text));
}

const count = /^[\d.,]{1,9}\s*(orang|jiwa|org|kk|peserta|pekerja)?$/i;

/** Whether everything behind the label counts: "Jumlah RT 001 | 12 orang", whatever is counted there. */
function isCounted(texts: readonly string[]): boolean {
  const [, ...counts] = filledTexts(texts);
  return counts.length > 0 && counts.every((text) => count.test(text.trim()));
}

/** Where a roster names its people. */
export type IdentityColumns = Pick<ReadonlyMap<ImportField, number>, 'get'>;

/**
 * Tells people from what stands between and below them: page titles, headers that each printed page repeats, headings of
 * a village or a group, totals, and everything under a signature. Rows have to come in their order.
 */
export function peopleOf(columns: IdentityColumns): (row: SheetRow) => boolean {
  const [nik, name] = [columns.get(ImportField.NIK) ?? -1, columns.get(ImportField.NAME) ?? -1];
  let isClosed = false;
  return (row) => {
    if (holdsNik(row, nik)) {
      isClosed = false;
      return true;
    }
    isClosed ||= closes(row);
    if (isClosed || isNumberingRow(row) || isTotalRow(row)) return false;
    return !isHeaderAgain(row, nik, name) && !isHeading(row, nik, name);
  };
}

const wholeNik = /^\d{16}$/;
const scientific = /^['’]?\d([.,]\d+)?e\+?\d+$/i;
const fewestDigits = 10;
const mostLetters = 6;

/** Whether the cell holds a NIK, good or damaged: a number with hardly a word beside it, and no number of a civil servant. */
function holdsNik({ texts, kinds }: SheetRow, column: number): boolean {
  const [text, kind] = [texts[column] ?? '', kinds[column] ?? '-'];
  if (kind === '-') return false;
  if (wholeNik.test(text)) return true;
  if (kind === 'f' || kind === 'e' || scientific.test(text.trim())) return true;
  const digits = text.replace(notDigit, '').length;
  return (
    digits >= fewestDigits && text.replace(notLetter, '').length <= mostLetters && !civilServant.test(text)
  );
}
function lettersOf(text: string): number {
  return text.replace(notLetter, '').length;
}
const notDigit = /\D/g;
const notLetter = /\P{L}/gu;
const civilServant = /^\s*NIP\b/i;

const closingWords =
  /^(mengetahui|menyetujui|disetujui oleh|disahkan oleh|dibuat oleh|diperiksa oleh|diverifikasi oleh|yang membuat|pembuat daftar|dicetak (dari|oleh|pada)|tertanda|ttd|nip[\s.:]*\d{8})/i;
/** Who signs a list, where nothing else stands in the line. */
const signer =
  /^(an\.? ?|a\.n\.? ?|plt\.? ?)?(ketua (rt|rw|kelompok)|lurah|camat|kepala (desa|kelurahan|dinas)|sekretaris)(\s|$)/i;
const placeAndDate = /^[\p{L} .]{3,40},\s*(tanggal|tgl\.?)?[\s\d.…_]*\p{L}{3,10}[\s.…_]*(\d{4}|20[.…_]+)$/iu;
const longestClosing = 80;

/** Whether the row begins what stands below the people, for instance "Mengetahui", or "Cilegon, 3 Januari 2026" alone. */
function closes({ texts }: SheetRow): boolean {
  const filled = filledTexts(texts).map((text) => text.trim());
  const [only = ''] = filled.length === 1 ? filled : [];
  return (
    placeAndDate.test(only) ||
    (only.length <= longestClosing && signer.test(only)) ||
    filled.some((text) => text.length <= longestClosing && closingWords.test(text))
  );
}

function isHeaderAgain({ texts }: SheetRow, nik: number, name: number): boolean {
  const isNamed = (column: number, field: ImportField) => fieldOfHeader(texts[column] ?? '') === field;
  return isNamed(nik, ImportField.NIK) || (!isFilled(texts[nik] ?? '') && isNamed(name, ImportField.NAME));
}

const groupWords =
  /^(kelurahan|kel\.|desa|ds\.|kecamatan|kec\.|kelompok|dusun|lingkungan|kampung|rt|rw|halaman|wilayah)[\s.:]/i;
const mostOfHeading = 2;

/** A line with hardly anything in it, and nobody named: a heading, or a line of the form that was not filled in. */
function isHeading({ texts, kinds }: SheetRow, nik: number, name: number): boolean {
  const filled = filledTexts(texts);
  const text = texts[nik] ?? '';
  if (filled.length > mostOfHeading || (/\d/.test(text) && lettersOf(text) <= mostLetters)) return false;
  const label = (texts[name] ?? '').trim();
  return (kinds[name] ?? '-') === '-' || (groupWords.test(label) && !isFilled(text));
}

function filledTexts(texts: readonly string[]): readonly string[] {
  return texts.filter(isFilled);
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}

function isNumber(word: string): boolean {
  return word !== '' && !Number.isNaN(Number(word));
}
