const calendarDay = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `value` is a day that exists, `YYYY-MM-DD` from year 1900 to 2200. */
export function isCalendarDate(value: string): boolean {
  if (!calendarDay.test(value)) return false;
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))];
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  // every month has 28 days: most are told without making a date
  return day <= 28 || new Date(Date.UTC(year, month, 0)).getUTCDate() >= day;
}

/** First day of a month such as "2026-01". */
export function firstDay(month: string): string {
  return `${month}-01`;
}

/** Last day of a month such as "2026-02". */
export function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).toISOString().slice(0, 10);
}

/** First day of a year and of the next one; years that no register knows stand for the nearest that one could. */
export function yearBounds(year: number): readonly [from: string, until: string] {
  const known = Math.min(Math.max(year, 1900), 2200);
  return [`${known}-01-01`, `${known + 1}-01-01`];
}

/** Month before the one in which `day` lies. */
export function monthBefore(day: string): string {
  const [year, number] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (number ?? 0) - 2, 1)).toISOString().slice(0, 7);
}
