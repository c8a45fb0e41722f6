import type { Figure, FigureWorld, RateOfMonth } from './figure.rules.js';

const months = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
];

/** Whether two figures were reported on one occasion: the same day, or the same period when neither has a day. */
export function isSameOccasion(one: Figure, other: Figure): boolean {
  if (one.asOf !== null || other.asOf !== null) return one.asOf === other.asOf;
  return one.period !== null && one.period === other.period;
}

/** Year that the figure is about: of its period ("TA 2026"), else of its day; null: neither is stated. */
export function yearOf({ asOf, period }: Figure): number | null {
  const text = /\b(20\d\d)\b/.exec(period ?? '')?.[1] ?? asOf?.slice(0, 4);
  return text === undefined ? null : Number(text);
}

/** Day of the figure, as near as it was stated: its day, the first of the month named, or the first of its year. */
export function dayOf(figure: Figure): string | null {
  if (figure.asOf !== null) return figure.asOf;
  const year = yearOf(figure);
  if (year === null) return null;
  const named = months.findIndex((name) => figure.period?.toLowerCase().includes(name));
  return `${year}-${String(Math.max(named, 0) + 1).padStart(2, '0')}-01`;
}

/** Whether the figure says its day or its month, not only its year. */
export function hasMonth({ asOf, period }: Figure): boolean {
  return asOf !== null || months.some((name) => period?.toLowerCase().includes(name));
}

/** Days between two days. */
export function daysApart(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

/** Months that a period names, "Januari-Juli 2024" is 7; null: it names no span. */
export function monthsNamed({ period }: Figure): number | null {
  const found = (period?.toLowerCase().match(/[a-z]+/g) ?? [])
    .map((word) => months.indexOf(word))
    .filter((at) => at >= 0);
  const first = found[0];
  const last = found.at(-1);
  return first === undefined || last === undefined || last < first ? null : last - first + 1;
}

/** Rates of the month that the figure is about: a fiscal year begins in January; a figure without a day is judged today. */
export function rateFor({ rates, today }: FigureWorld, figure: Figure): RateOfMonth | null {
  const year = yearOf(figure);
  const isOtherYear = figure.asOf !== null && year !== null && !figure.asOf.startsWith(String(year));
  const day = isOtherYear ? `${year}-01-01` : (dayOf(figure) ?? today);
  return rates.find(({ month, bpu }) => month === `${day.slice(0, 7)}-01` && bpu !== '0') ?? null;
}
