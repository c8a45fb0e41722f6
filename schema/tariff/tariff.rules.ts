import { lastDay, monthBefore } from '../kernel/calendar.js';
import { checkLength, checkRequired } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';

/** A rate with its references as database keys and its months as days, as the columns want them. */
export interface TariffFacts {
  readonly amountRupiah: string | null;
  readonly percent: string | null;
  readonly wageFromRupiah: string;
  readonly wageBelowRupiah: string | null;
  readonly sector: string | null;
  readonly excludedFunding: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly regulationId: string | null;
  readonly note: string | null;
}

/** What of a rate in force may still change. */
const openFacts: readonly string[] = ['validUntil', 'regulationId', 'note'];

/** Everything that is wrong with a rate, in the order of the form. */
export function checkTariff(kind: string, facts: TariffFacts): Problem[] {
  return [
    ...checkForm(kind, facts),
    ...checkWages(facts),
    ...checkRequired(facts, ['validFrom']),
    ...checkLength(facts, ['note'], 1000),
    ...checkPeriod(facts),
  ];
}

function checkForm(kind: string, { amountRupiah, percent }: TariffFacts): Problem[] {
  const needed = kind === 'FLAT' ? amountRupiah : percent;
  const surplus = kind === 'FLAT' ? percent : amountRupiah;
  if (needed === null || surplus !== null) return [problem(['input', 'kind'], 'TARIFF_FORM_INVALID')];
  if (amountRupiah !== null && BigInt(amountRupiah) < 0n) {
    return [problem(['input', 'amountRupiah'], 'TARIFF_AMOUNT_NEGATIVE', { value: amountRupiah })];
  }
  if (percent !== null && !(Number(percent) > 0 && Number(percent) <= 100)) {
    return [problem(['input', 'percent'], 'TARIFF_PERCENT_RANGE', { value: percent })];
  }
  return [];
}

function checkWages({ wageFromRupiah: from, wageBelowRupiah: below }: TariffFacts): Problem[] {
  if (BigInt(from) < 0n) {
    return [problem(['input', 'wageFromRupiah'], 'TARIFF_AMOUNT_NEGATIVE', { value: from })];
  }
  if (below === null || BigInt(below) > BigInt(from)) return [];
  return [problem(['input', 'wageBelowRupiah'], 'TARIFF_WAGE_BAND_EMPTY', { from, below })];
}

function checkPeriod({ validFrom, validUntil }: TariffFacts): Problem[] {
  if (validFrom === null || validUntil === null || validUntil >= validFrom) return [];
  const months = { from: validFrom.slice(0, 7), until: validUntil.slice(0, 7) };
  return [problem(['input', 'validUntil'], 'TARIFF_PERIOD_REVERSED', months)];
}

/** Months were paid at a rate in force: it stays, and so does the rate of every month that has passed. */
export function checkRevision({
  current,
  next,
  today,
}: {
  readonly current: TariffFacts;
  readonly next: TariffFacts;
  readonly today: string;
}): Problem[] {
  if (current.validFrom === null || current.validFrom > today) return [];
  const after = new Map<string, unknown>(Object.entries(next));
  const frozen = Object.entries(current)
    .filter(([name, value]) => !openFacts.includes(name) && !isSame(value, after.get(name)))
    .map(([name]) =>
      problem(['input', name], 'TARIFF_FROZEN', { from: (current.validFrom ?? '').slice(0, 7) }),
    );
  return [...frozen, ...checkPast(current.validUntil, next.validUntil, today)];
}

function checkPast(before: string | null, after: string | null, today: string): Problem[] {
  const earliest = monthBefore(today);
  const isTouched = (until: string | null) => until !== null && until < lastDay(earliest);
  if (before === after || !(isTouched(before) || isTouched(after))) return [];
  return [problem(['input', 'validUntil'], 'TARIFF_PAST_FROZEN', { earliest })];
}

/** PostgreSQL gives percentages with four decimals, people write fewer. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string' && /^[\d.]+$/.test(one + other)) {
    return Number(one) === Number(other);
  }
  return JSON.stringify(one) === JSON.stringify(other);
}
