import { divided, percentOf } from '../kernel/decimal.js';
import { checkOf, type Figure, type FigureCheck, type FigureWorld, figuresOf } from './figure.rules.js';
import { isSameOccasion, monthsNamed, rateFor, yearOf } from './occasion.rules.js';
import { inBoth } from './words.rules.js';

/** Persons that the contributions paid stand for, against every head count of that year. */
export function contributionsInPersonMonths(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'CONTRIBUTIONS_PAID').flatMap((paid) => {
    const rate = rateFor(world, paid);
    if (rate === null) return [];
    const months = String(monthsNamed(paid) ?? 12);
    const personMonths = divided(paid.value, rate.bpu, 0);
    const computed = divided(personMonths, months, 0);
    const words = inBoth(
      (n) =>
        `${n.rupiah(paid.value)} : ${n.rupiah(rate.bpu)} = ${n.number(personMonths)} orang-bulan; selama ${n.number(months)} bulan rata-rata ${n.number(computed)} orang (tarifnya mungkin lain).`,
      (n) =>
        `${n.rupiah(paid.value)} : ${n.rupiah(rate.bpu)} = ${n.number(personMonths)} person-months; over ${n.number(months)} months ${n.number(computed)} persons on average (the rate may have been another).`,
    );
    const counts = figuresOf(world, 'FUNDED_WORKERS').filter((count) => yearOf(count) === yearOf(paid));
    const reported: readonly (Figure | null)[] = counts.length > 0 ? counts : [null];
    return reported.map((count) =>
      checkOf({
        kind: 'CONTRIBUTIONS_IN_PERSON_MONTHS',
        unit: 'PERSON',
        reported: count,
        basis: [paid],
        computed,
        words,
      }),
    );
  });
}

/** Claims paid as a share of the contributions paid, as reported for the same time. */
export function benefitRatio(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'CLAIMS_PAID').flatMap((claims) =>
    figuresOf(world, 'CONTRIBUTIONS_PAID')
      .filter((paid) => isSameOccasion(paid, claims))
      .map((paid) => {
        const computed = percentOf(claims.value, paid.value);
        const words = inBoth(
          (n) => `Klaim ${n.rupiah(claims.value)} : iuran ${n.rupiah(paid.value)} = ${n.percent(computed)}.`,
          (n) =>
            `Claims ${n.rupiah(claims.value)} : contributions ${n.rupiah(paid.value)} = ${n.percent(computed)}.`,
        );
        const basis = [claims, paid];
        return checkOf({ kind: 'BENEFIT_RATIO', unit: 'PERCENT', reported: null, basis, computed, words });
      }),
  );
}
