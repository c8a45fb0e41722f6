import { isCalendarDate } from '../kernel/calendar.js';
import type { Fault } from './cell.js';

/** A date as it was written, with the words in front of it. */
export interface DateReading {
  /** YYYY-MM-DD; null when it is none. */
  readonly date: string | null;
  /** Words in front of the date, for instance the place of birth. Null: none. */
  readonly before: string | null;
  readonly fault: Fault | null;
}

/** What decides the century of a year of two digits. */
export interface DateContext {
  /** Last day that makes sense, YYYY-MM-DD. */
  readonly latest: string;
}

const monthByWord: ReadonlyMap<string, number> = new Map(
  [
    ['januari', 'jan', 'january'],
    ['februari', 'pebruari', 'feb', 'peb', 'february', 'febuari'],
    ['maret', 'mar', 'mrt', 'march'],
    ['april', 'apr'],
    ['mei', 'may'],
    ['juni', 'jun', 'june'],
    ['juli', 'jul', 'july'],
    ['agustus', 'agt', 'ags', 'agu', 'agst', 'agus', 'agust', 'aug', 'august'],
    ['september', 'sep', 'sept'],
    ['oktober', 'okt', 'oct', 'october'],
    ['november', 'nov', 'nop', 'nopember'],
    ['desember', 'des', 'dec', 'december'],
  ].flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])),
);
const weekdays: ReadonlySet<string> = new Set([
  'senin',
  'selasa',
  'rabu',
  'kamis',
  'jumat',
  'sabtu',
  'minggu',
]);

const clockTime = /(^|[\sT])\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[AP]M|WIB)?$/i;
const parts = /\d+|\p{L}+/gu;
const digits = /^\d+$/;
const trailingSigns = /[\s,.;:/-]+$/;

/** Reads a date as people write it: day, month, year is the order, unless the year stands in front or a word is the month. */
export function readDate(text: string, context: DateContext): DateReading {
  const written = text.replace(clockTime, '');
  const found = [...written.matchAll(parts)];
  const only = found[0]?.[0] ?? '';
  if (found.length === 1 && digits.test(only)) return compactDate(only, text);
  if (found.length < 3) return faulty('IMPORT_DATE_UNREADABLE', text);
  const last = found.slice(-3);
  const before = written.slice(0, last[0]?.index).replace(trailingSigns, '').trim();
  if (/\d/.test(before)) return faulty('IMPORT_DATE_UNREADABLE', text);
  const [first = '', second = '', third = ''] = last.map(([part]) => part.toLowerCase());
  const reading = fromParts([first, second, third], text, context);
  const isPlace = before !== '' && !weekdays.has(before.toLowerCase().replace('’', '').replace("'", ''));
  return isPlace ? { ...reading, before } : reading;
}

/** Day of an Excel serial: 1 is 1 January 1900, and 60 the 29 February that 1900 did not have. */
export function dateOfSerial(serial: number, text: string): DateReading {
  const day = Math.floor(serial);
  // 1900 to 2100 are days of 1905: nobody means them, a year alone was written
  if (day < 1 || day > 80_000 || (day >= 1900 && day <= 2100)) return faulty('IMPORT_DATE_UNREADABLE', text);
  if (day === 60) return faulty('IMPORT_DATE_INVALID', text);
  const sinceEpoch = day - (day < 60 ? 25_568 : 25_569);
  return good(new Date(sinceEpoch * 86_400_000).toISOString().slice(0, 10));
}

function compactDate(text: string, written: string): DateReading {
  if (text.length === 5) return dateOfSerial(Number(text), written);
  if (text.length !== 8) return faulty('IMPORT_DATE_UNREADABLE', written);
  const yearFirst = iso(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  if (isCalendarDate(yearFirst)) return good(yearFirst);
  return checked(iso(text.slice(4), text.slice(2, 4), text.slice(0, 2)), written);
}

type Parts = readonly [string, string, string];

function fromParts([first, second, third]: Parts, written: string, context: DateContext): DateReading {
  const month = monthByWord.get(second);
  if (month !== undefined) return dayFirst([first, String(month), third], written, context);
  const leading = monthByWord.get(first);
  if (leading !== undefined) return dayFirst([second, String(leading), third], written, context);
  if (!digits.test(first) || !digits.test(second)) return faulty('IMPORT_DATE_UNREADABLE', written);
  if (first.length === 4 && second.length <= 2 && third.length <= 2 && digits.test(third))
    return ordered(iso(first, second, third), iso(first, third, second), written);
  return dayFirst([first, second, third], written, context);
}

function dayFirst([day, month, year]: Parts, written: string, { latest }: DateContext): DateReading {
  if (!digits.test(day) || !digits.test(year) || day.length > 2 || month.length > 2)
    return faulty('IMPORT_DATE_UNREADABLE', written);
  if (year.length !== 2 && year.length !== 4) return faulty('IMPORT_DATE_UNREADABLE', written);
  const inCentury = (century: string) => iso(century + year, month, day);
  if (year.length === 4) return ordered(inCentury(''), iso(year, day, month), written);
  const century = inCentury('20') > latest ? '19' : '20';
  return ordered(inCentury(century), iso(century + year, day, month), written);
}

/** Never swaps by itself: a date that only the other order makes possible is refused with that reading. */
function ordered(date: string, swapped: string, written: string): DateReading {
  if (isCalendarDate(date)) return good(date);
  if (!isCalendarDate(swapped)) return faulty('IMPORT_DATE_INVALID', written);
  const params = { value: written, suggestion: swapped };
  return { date: null, before: null, fault: { code: 'IMPORT_DATE_ORDER', params } };
}

function checked(date: string, written: string): DateReading {
  return isCalendarDate(date) ? good(date) : faulty('IMPORT_DATE_INVALID', written);
}

function good(date: string): DateReading {
  return { date, before: null, fault: null };
}

function faulty(code: string, written: string): DateReading {
  return { date: null, before: null, fault: { code, params: { value: written } } };
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
