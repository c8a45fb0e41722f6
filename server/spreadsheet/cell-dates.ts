/** Numbers of the formats that every program knows and does not write into the file: ECMA-376, 18.8.30. */
const builtInDates = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const dayMilliseconds = 86_400_000;
/** 31 December 9999. */
const lastSerial = 2_958_465;
/** 1 January 1904 as a serial of the other count. */
const daysTo1904 = 1462;

/** Whether a number in this format is shown as a date; `code` is the format's own text, for instance "dd/mm/yyyy". */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return builtInDates.has(id);
  // what stands in quotation marks, brackets or after \ _ * is shown as it is
  const signs = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';')[0] ?? '';
  if (/general/i.test(signs)) return false;
  return /[yd]/i.test(signs) || (/m/i.test(signs) && !/[hs]/i.test(signs));
}

/** The day of a serial number, `YYYY-MM-DD`; null when it is none: a time of the day, or beyond the calendar. */
export function dateOfSerial(serial: number, countsFrom1904: boolean): string | null {
  const day = Math.floor(serial) + (countsFrom1904 ? daysTo1904 : 0);
  if (!Number.isFinite(serial) || day < 1 || day > lastSerial) return null;
  // Excel counts a 29 February 1900, which never was
  if (day === 60) return '1900-02-29';
  const start = Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(start + day * dayMilliseconds).toISOString().slice(0, 10);
}
