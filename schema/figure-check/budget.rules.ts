import { divided, isMultiple, minus, percentOf, size, sum, times, wholeTimes } from '../kernel/decimal.js';
import { checkOf, type Figure, type FigureCheck, type FigureWorld, figuresOf } from './figure.rules.js';
import { isSameOccasion, rateFor } from './occasion.rules.js';
import { inBoth } from './words.rules.js';

/** Budgets for contributions with what one occasion says of persons, months and the rate. */
interface BudgetOccasion {
  readonly budget: Figure;
  readonly persons: Figure;
  /** Months as reported; a figure of the register's own making when none were: a year. */
  readonly months: Figure | null;
}

export const headCounts = ['FUNDED_WORKERS_PLANNED', 'FUNDED_WORKERS', 'FUNDED_WORKERS_ADDED'];
export const headCountParts = [
  'FUNDED_RT_RW',
  'FUNDED_CADRES',
  'FUNDED_ADHOC_KPU',
  'FUNDED_ADHOC_BAWASLU',
  'FUNDED_FISHERS',
  'FUNDED_CLEANERS',
  'FUNDED_LINMAS',
  'FUNDED_FARMERS',
  'FUNDED_OJOL',
  'FUNDED_VILLAGE_HEADS',
];

/** Budget against persons x tariff x months, for each number of months that was reported. */
export function budgetForPersons(world: FigureWorld): FigureCheck[] {
  return occasions(world).flatMap(({ budget, persons, months }) => {
    const rate = rateFor(world, budget);
    if (rate === null) return [];
    const count = months?.value ?? '12';
    const computed = times(persons.value, rate.bpu, count);
    const share = percentOf(computed, budget.value);
    const enough = wholeTimes(budget.value, times(rate.bpu, count));
    return [
      checkOf({
        kind: 'BUDGET_FOR_PERSONS',
        unit: 'RUPIAH',
        reported: budget,
        basis: months ? [persons, months] : [persons],
        computed,
        words: inBoth(
          (n) =>
            `${n.number(persons.value)} orang x ${n.rupiah(rate.bpu)} x ${n.number(count)} bulan = ${n.rupiah(computed)}, yaitu ${n.percent(share)} dari ${n.rupiah(budget.value)} yang dilaporkan; ${n.rupiah(budget.value)} cukup untuk ${n.number(enough)} orang selama ${n.number(count)} bulan.`,
          (n) =>
            `${n.number(persons.value)} persons x ${n.rupiah(rate.bpu)} x ${n.number(count)} months = ${n.rupiah(computed)}, which is ${n.percent(share)} of the ${n.rupiah(budget.value)} reported; ${n.rupiah(budget.value)} pays for ${n.number(enough)} persons for ${n.number(count)} months.`,
        ),
      }),
    ];
  });
}

/** Budget against persons x the rate that was reported with it, when that is not the statutory one. */
export function budgetAtReportedRate(world: FigureWorld): FigureCheck[] {
  return occasions(world).flatMap(({ budget, persons, months }) => {
    const count = months?.value ?? '12';
    const reportedRates = figuresOf(world, 'MONTHLY_CONTRIBUTION').filter((rate) =>
      isSameOccasion(rate, budget),
    );
    return reportedRates
      .filter(({ value }) => value !== rateFor(world, budget)?.bpu)
      .map((rate) => {
        const computed = times(persons.value, rate.value, count);
        return checkOf({
          kind: 'BUDGET_AT_REPORTED_RATE',
          unit: 'RUPIAH',
          reported: budget,
          basis: [persons, rate, ...(months ? [months] : [])],
          computed,
          words: inBoth(
            (n) =>
              `Dengan iuran yang dilaporkan: ${n.number(persons.value)} orang x ${n.rupiah(rate.value)} x ${n.number(count)} bulan = ${n.rupiah(computed)}.`,
            (n) =>
              `At the rate reported: ${n.number(persons.value)} persons x ${n.rupiah(rate.value)} x ${n.number(count)} months = ${n.rupiah(computed)}.`,
          ),
        });
      });
  });
}

/** Budget that divides exactly by persons and months: the rate that it was made with, and the PU wage behind it. */
export function budgetImpliedRate(world: FigureWorld): FigureCheck[] {
  return occasions(world).flatMap(({ budget, persons, months }) => {
    const count = months?.value ?? '12';
    const rate = rateFor(world, budget);
    const personMonths = times(persons.value, count);
    if (rate === null || !isMultiple(budget.value, personMonths)) return [];
    const implied = divided(budget.value, personMonths, 0);
    // a rate far from any tariff only shows that the division happens to come out even
    if (implied === rate.bpu || size(minus(implied, rate.bpu)) * 10n > size(rate.bpu)) return [];
    const wage = rate.puPercent === null ? null : divided(times(implied, '100'), rate.puPercent, 0);
    const isWholeWage = wage !== null && isMultiple(wage, '100000');
    const percent = rate.puPercent ?? '0';
    return [
      checkOf({
        kind: 'BUDGET_IMPLIED_RATE',
        unit: 'RUPIAH',
        reported: budget,
        basis: months ? [persons, months] : [persons],
        computed: times(personMonths, implied),
        words: inBoth(
          (n) =>
            `${n.rupiah(budget.value)} : (${n.number(persons.value)} orang x ${n.number(count)} bulan) = tepat ${n.rupiah(implied)} per orang per bulan, bukan ${n.rupiah(rate.bpu)}${isWholeWage ? `; itu tarif PU ${n.percent(percent)} dari upah ${n.rupiah(wage)}` : ''}.`,
          (n) =>
            `${n.rupiah(budget.value)} : (${n.number(persons.value)} persons x ${n.number(count)} months) = exactly ${n.rupiah(implied)} per person and month, not ${n.rupiah(rate.bpu)}${isWholeWage ? `; that is the PU rate of ${n.percent(percent)} of a wage of ${n.rupiah(wage)}` : ''}.`,
        ),
      }),
    ];
  });
}

/** Budget in all against its parts. */
export function budgetParts(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'CONTRIBUTION_BUDGET').flatMap((budget) => {
    const parts = figuresOf(world, 'PREMIUM_BUDGET', 'NON_PREMIUM_BUDGET').filter((part) =>
      isSameOccasion(part, budget),
    );
    if (parts.length < 2) return [];
    const values = parts.map(({ value }) => value);
    const computed = sum(values);
    const words = inBoth(
      (n) => `${values.map(n.rupiah).join(' + ')} = ${n.rupiah(computed)}.`,
      (n) => `${values.map(n.rupiah).join(' + ')} = ${n.rupiah(computed)}.`,
    );
    return [
      checkOf({ kind: 'BUDGET_PARTS', unit: 'RUPIAH', reported: budget, basis: parts, computed, words }),
    ];
  });
}

/** What a head count would cost for a year when no budget was reported with it. */
export function budgetNotReported(world: FigureWorld): FigureCheck[] {
  const counts = figuresOf(world, ...headCounts, ...headCountParts);
  return counts.flatMap((persons) => {
    const rate = rateFor(world, persons);
    const isAlone = !counts.some((other) => other !== persons && isSameOccasion(other, persons));
    const hasBudget = figuresOf(world, 'CONTRIBUTION_BUDGET', 'PREMIUM_BUDGET').some((budget) =>
      isSameOccasion(budget, persons),
    );
    if (rate === null || !isAlone || hasBudget || (persons.asOf === null && persons.period === null))
      return [];
    const computed = times(persons.value, rate.bpu, '12');
    return [
      checkOf({
        kind: 'BUDGET_NOT_REPORTED',
        unit: 'RUPIAH',
        reported: null,
        basis: [persons],
        computed,
        words: inBoth(
          (n) =>
            `${n.number(persons.value)} orang x ${n.rupiah(rate.bpu)} x 12 bulan = ${n.rupiah(computed)} setahun; anggarannya tidak disebut.`,
          (n) =>
            `${n.number(persons.value)} persons x ${n.rupiah(rate.bpu)} x 12 months = ${n.rupiah(computed)} a year; no budget was reported.`,
        ),
      }),
    ];
  });
}

/** Contribution as reported against the tariff of the month. */
export function contributionRate(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'MONTHLY_CONTRIBUTION').flatMap((reported) => {
    const rate = rateFor(world, reported);
    if (rate === null) return [];
    const month = rate.month.slice(0, 7);
    const words = inBoth(
      (n) => `Tarif terendah BPU (JKK dan JKM) bulan ${month}: ${n.rupiah(rate.bpu)}.`,
      (n) => `Lowest BPU rate (JKK and JKM) in ${month}: ${n.rupiah(rate.bpu)}.`,
    );
    return [
      checkOf({ kind: 'CONTRIBUTION_RATE', unit: 'RUPIAH', reported, basis: [], computed: rate.bpu, words }),
    ];
  });
}

/** Budgets with the head count of the same occasion that comes nearest to them. */
function occasions(world: FigureWorld): BudgetOccasion[] {
  const premiums = figuresOf(world, 'PREMIUM_BUDGET');
  const totals = figuresOf(world, 'CONTRIBUTION_BUDGET').filter(
    (total) => !premiums.some((premium) => isSameOccasion(premium, total)),
  );
  return [...totals, ...premiums].flatMap((budget) => {
    const reported = figuresOf(world, 'PROTECTION_MONTHS').filter((months) => isSameOccasion(months, budget));
    const spans: readonly (Figure | null)[] = reported.length > 0 ? reported : [null];
    const persons = nearest(world, { budget, spans });
    return persons === null ? [] : spans.map((months) => ({ budget, persons, months }));
  });
}

function nearest(
  world: FigureWorld,
  { budget, spans }: { readonly budget: Figure; readonly spans: readonly (Figure | null)[] },
): Figure | null {
  const rate = rateFor(world, budget);
  if (rate === null) return null;
  const distance = ({ value }: Figure): bigint =>
    spans
      .map((months) => size(minus(times(value, rate.bpu, months?.value ?? '12'), budget.value)))
      .reduce((least, found) => (found < least ? found : least));
  const counts = figuresOf(world, ...headCounts, ...headCountParts).filter((count) =>
    isSameOccasion(count, budget),
  );
  return counts.reduce<Figure | null>(
    (best, count) => (best === null || distance(count) < distance(best) ? count : best),
    null,
  );
}
