/** Days of a term, both included; null: unknown. */
export interface Term {
  readonly from: string | null;
  readonly until: string | null;
}

const dayMs = 24 * 3600 * 1000;

/** Term that follows: it begins the day after, and is as long, in whole months where the former was. */
export function nextTerm({ from, until }: Term): Term {
  if (!until) return { from: null, until: null };
  const begin = dayAfter(until);
  if (!from) return { from: begin, until: null };
  const months = wholeMonths(from, begin);
  if (months !== null) return { from: begin, until: dayBefore(monthsLater(begin, months)) };
  return { from: begin, until: ofInstant(instant(until) + (instant(begin) - instant(from))) };
}

/** Months from one day to another when it is a number without days left over. */
function wholeMonths(from: string, to: string): number | null {
  const [start, end] = [new Date(instant(from)), new Date(instant(to))];
  if (start.getUTCDate() !== end.getUTCDate()) return null;
  return (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
}

/** The same day so many months later; the last day of the month where it is shorter. */
function monthsLater(day: string, months: number): string {
  const date = new Date(instant(day));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return ofInstant(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), last)),
  );
}

const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const ofInstant = (time: number): string => new Date(time).toISOString().slice(0, 10);
const dayAfter = (day: string): string => ofInstant(instant(day) + dayMs);
const dayBefore = (day: string): string => ofInstant(instant(day) - dayMs);
