import { plainPhone, readNik } from '../beneficiary/index.js';
import { type Cells, digitsOf } from './cell.js';
import { type DateContext, type DateReading, dateOfSerial, readDate } from './date-words.js';
import { ImportField } from './import-field.js';
import { plainWords } from './sheet-row.js';

/** What NIKs of a file are read with. */
export interface NikContext {
  readonly knownProvinces: readonly string[];
  /** Whether a spreadsheet took all NIKs of the file for numbers before they were written as text. */
  readonly areNiksRounded: boolean;
}

/** The NIK of the row when it can be one, by the rule of the form. */
export function nikOf(cells: Cells, { knownProvinces, areNiksRounded }: NikContext): string | null {
  const text = cells.text(ImportField.NIK);
  if (text === null) {
    if (!cells.hasFailed(ImportField.NIK)) cells.fail(ImportField.NIK, { code: 'VALUE_MISSING', params: {} });
    return null;
  }
  const isNumber = cells.isNumber(ImportField.NIK);
  const digits = isNumber ? digitsOf(text) : text;
  // Excel keeps 15 digits of a number: a sixteenth that is 0 was another one nine times in ten
  if ((isNumber || areNiksRounded) && digits.length === 16 && digits.endsWith('0')) {
    cells.fail(ImportField.NIK, { code: 'IMPORT_NIK_DIGIT_LOST', params: {} });
    return null;
  }
  const { nik, problems } = readNik(digits, [], knownProvinces);
  for (const problem of problems) cells.fail(ImportField.NIK, problem);
  return nik;
}

const wholeNik = /^'?(\d{15})(\d)$/;
const enoughNiks = 5;

/** Whether every NIK ends in 0, as all do once Excel took them for numbers and wrote them out again. */
export function areRounded(niks: readonly string[]): boolean {
  const last = niks.flatMap((nik) => wholeNik.exec(nik.trim())?.[2] ?? []);
  return last.length >= enoughNiks && last.every((digit) => digit === '0');
}

/** The date in a cell, with the words in front of it. */
export function dateOf(cells: Cells, field: ImportField, context: DateContext): DateReading | null {
  const text = cells.text(field);
  if (text === null) return null;
  const reading = readingOf(cells, field, text, context);
  if (reading.fault) cells.fail(field, reading.fault);
  return reading;
}

function readingOf(cells: Cells, field: ImportField, text: string, context: DateContext): DateReading {
  const digits = cells.isNumber(field) ? digitsOf(text) : text;
  const serial = Number(digits);
  const isSerial = cells.isNumber(field) && digits.length !== 8 && !Number.isNaN(serial);
  return isSerial ? dateOfSerial(serial, text) : readDate(digits, context);
}

const sexByWord: ReadonlyMap<string, 'FEMALE' | 'MALE'> = new Map([
  ...[
    'l',
    'lk',
    'laki',
    'laki laki',
    'lelaki',
    'pria',
    'm',
    'male',
    '1',
    'laki2',
    'laki laki l',
    'l laki laki',
  ].map((word): [string, 'MALE'] => [word, 'MALE']),
  ...['p', 'pr', 'perempuan', 'wanita', 'w', 'f', 'female', '2', 'perempuan p', 'p perempuan', 'prp'].map(
    (word): [string, 'FEMALE'] => [word, 'FEMALE'],
  ),
]);

export function sexOf(cells: Cells): 'FEMALE' | 'MALE' | null {
  const text = cells.text(ImportField.SEX);
  if (text === null) return markedSex(cells);
  const sex = sexByWord.get(plainWords(cells.isNumber(ImportField.SEX) ? digitsOf(text) : text)) ?? null;
  if (sex === null) refused(cells, ImportField.SEX, 'IMPORT_SEX_UNKNOWN', text);
  return sex;
}

/** Forms with a column for each sex have a tick in one of them. */
function markedSex(cells: Cells): 'FEMALE' | 'MALE' | null {
  const marks = [ImportField.MALE_MARK, ImportField.FEMALE_MARK].map((field) => cells.text(field));
  const [isMale, isFemale] = marks.map((mark) => mark !== null && mark !== '0');
  if (isMale && isFemale) refused(cells, ImportField.FEMALE_MARK, 'IMPORT_SEX_UNKNOWN', marks.join(' '));
  if (isMale === isFemale) return null;
  return isMale ? 'MALE' : 'FEMALE';
}

const decileForm = /^(?:desil|decile|d)?\s*[-:.]?\s*(\d{1,2})(?:[.,]0+)?$/i;

export function decileOf(cells: Cells): number | null {
  const text = cells.text(ImportField.DECILE);
  if (text === null) return null;
  const digits = decileForm.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  refused(cells, ImportField.DECILE, 'IMPORT_NUMBER_UNREADABLE', text);
  return null;
}

const lostZero = /^8\d{7,11}$/;

/** A mobile number begins with 08; where a spreadsheet took it for a number, the zero is put back. */
export function phoneOf(cells: Cells): string | null {
  const text = cells.text(ImportField.PHONE);
  if (text === null || text === '0') return null;
  const phone = plainPhone(withoutApostrophe(cells.isNumber(ImportField.PHONE) ? digitsOf(text) : text));
  return phone !== null && lostZero.test(phone) ? `0${phone}` : phone;
}

/** Digits of a card number, without spaces and Excel's apostrophe. */
export function kpjOf(cells: Cells): string | null {
  const text = cells.text(ImportField.KPJ);
  if (text === null) return null;
  return withoutApostrophe(cells.isNumber(ImportField.KPJ) ? digitsOf(text) : text).replace(spaces, '');
}

const hasRt = /\bRT\b/i;
const shortDigits = /^\d{1,2}$/;
const longestPart = 20;

/** Address with RT and RW behind it, as the identity card writes them. */
export function addressOf(cells: Cells): string | null {
  const address = cells.text(ImportField.ADDRESS);
  const [rt, rw] = [neighbourhood(cells, ImportField.RT), neighbourhood(cells, ImportField.RW)];
  if (address !== null && hasRt.test(address)) return address;
  const unit = [rt === null ? null : `RT ${rt}`, rw === null ? null : `RW ${rw}`].filter(
    (part) => part !== null,
  );
  return [address, unit.join('/')].filter((part) => part !== null && part !== '').join(', ') || null;
}

const neighbourhoodWord = /\b(?:RT|RW)\b[\s.:]*/gi;

/** Excel takes "2/5" for a day in May: which of the two was the RT cannot be told any more. */
function neighbourhood(cells: Cells, field: ImportField): string | null {
  const text = cells.text(field);
  if (text === null) return null;
  if (cells.isDate(field) || text.length > longestPart) {
    refused(cells, field, 'IMPORT_NUMBER_UNREADABLE', text);
    return null;
  }
  const number = (cells.isNumber(field) ? digitsOf(text) : text).replace(neighbourhoodWord, '').trim();
  return shortDigits.test(number) ? number.padStart(3, '0') : number || null;
}

const spaces = /\s/g;
const apostrophe = /^['’‘`]/;

function withoutApostrophe(text: string): string {
  return text.replace(apostrophe, '');
}

/** Notes a word that means nothing to us. */
export function refused(cells: Cells, field: ImportField, code: string, value: string): void {
  cells.fail(field, { code, params: { value } });
}
