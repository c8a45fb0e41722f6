const calendarDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `value` is a day that exists, `YYYY-MM-DD` from year 1900 to 2200. */
export function isCalendarDate(value: string): boolean {
  const [, year, month, day] = calendarDay.exec(value) ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2200) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
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

/** Month before the one in which `day` lies. */
export function monthBefore(day: string): string {
  const [year, number] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (number ?? 0) - 2, 1)).toISOString().slice(0, 7);
}
