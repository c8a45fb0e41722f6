const calendarDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `value` is a day that exists, `YYYY-MM-DD` from year 1900 to 2200. */
export function isCalendarDate(value: string): boolean {
  const [, year, month, day] = calendarDay.exec(value) ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2200) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}
