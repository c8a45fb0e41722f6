import { divided, percentOf, sum, times } from '../kernel/decimal.js';
import { checkOf, type Figure, type FigureCheck, type FigureWorld, figuresOf } from './figure.rules.js';
import { dayOf, daysApart, hasMonth, isSameOccasion, yearOf } from './occasion.rules.js';
import { inBoth } from './words.rules.js';

/** A rate and the numbers behind it may be reported two months apart at most. */
const nearby = 62;
const poorestDeciles = ['DTSEN_DECILE_1', 'DTSEN_DECILE_2'];
const dtsenParts = [
  ...poorestDeciles,
  'DTSEN_DECILE_3',
  'DTSEN_DECILE_4',
  'DTSEN_DECILE_5',
  'DTSEN_DECILE_6_10',
  'DTSEN_UNRANKED',
  'DTSEN_INACTIVE',
];

/** Coverage rate against active participants / workforce, the pair that was reported nearest to it. */
export function coverageRate(world: FigureWorld): FigureCheck[] {
  const pairs = figuresOf(world, 'ACTIVE_PARTICIPANTS').flatMap((active) =>
    figuresOf(world, 'WORKFORCE')
      .filter((workforce) => isSameOccasion(workforce, active))
      .map((workforce) => ({ active, workforce })),
  );
  return figuresOf(world, 'COVERAGE_RATE').flatMap((reported) => {
    const [found] = pairs
      .filter(({ active }) => gap(reported, active) <= nearby)
      .sort((one, other) => gap(reported, one.active) - gap(reported, other.active));
    if (!found) return [];
    const { active, workforce } = found;
    return [share({ kind: 'COVERAGE_RATE', reported, part: active, whole: workforce })];
  });
}

/** Coverage rate against active / (active + not covered), for each number of active participants that was reported. */
export function coverageOfParts(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'COVERAGE_RATE').flatMap((reported) =>
    figuresOf(world, 'UNCOVERED_WORKERS')
      .filter((uncovered) => isSameOccasion(uncovered, reported))
      .flatMap((uncovered) =>
        figuresOf(world, 'ACTIVE_PARTICIPANTS')
          .filter((active) => isSameOccasion(active, reported))
          .map((active) => {
            const whole = sum([active.value, uncovered.value]);
            const computed = percentOf(active.value, whole);
            const arithmetic = (n: { number(value: string): string; percent(value: string): string }) =>
              `${n.number(active.value)} : (${n.number(active.value)} + ${n.number(uncovered.value)}) = ${n.number(active.value)} : ${n.number(whole)} = ${n.percent(computed)}.`;
            const words = inBoth(arithmetic, arithmetic);
            const basis = [active, uncovered];
            return checkOf({ kind: 'COVERAGE_OF_PARTS', unit: 'PERCENT', reported, basis, computed, words });
          }),
      ),
  );
}

/** Achievement of the target against coverage / target of that year. */
export function targetAchievement(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'COVERAGE_TARGET_ACHIEVEMENT').flatMap((reported) =>
    figuresOf(world, 'COVERAGE_RATE')
      .filter((rate) => rate.asOf !== null && rate.asOf === reported.asOf)
      .flatMap((part) =>
        figuresOf(world, 'COVERAGE_TARGET')
          .filter((target) => yearOf(target) === yearOf(reported))
          .map((whole) => share({ kind: 'COVERAGE_TARGET_ACHIEVEMENT', reported, part, whole })),
      ),
  );
}

/** Population that the number of poor people and their share imply, against every population of that time. */
export function populationImplied(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'POVERTY_RATE').flatMap((rate) =>
    figuresOf(world, 'POOR_POPULATION')
      .filter((poor) => isSameOccasion(poor, rate))
      .flatMap((poor) => populationsOf(world, rate).map((reported) => impliedBy({ poor, rate, reported }))),
  );
}

/** Individuals in DTSEN against the sum of its deciles. */
export function dtsenTotal(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'DTSEN_INDIVIDUALS').flatMap((reported) => {
    const basis = figuresOf(world, ...dtsenParts).filter((part) => part.period === reported.period);
    return basis.length < dtsenParts.length ? [] : [total({ kind: 'DTSEN_TOTAL', reported, basis })];
  });
}

/** Poor people by DTSEN against its deciles 1 and 2. */
export function dtsenPoor(world: FigureWorld): FigureCheck[] {
  return figuresOf(world, 'POOR_POPULATION').flatMap((reported) => {
    const basis = figuresOf(world, ...poorestDeciles).filter((part) => isSameOccasion(part, reported));
    return basis.length < poorestDeciles.length ? [] : [total({ kind: 'DTSEN_POOR', reported, basis })];
  });
}

function gap(one: Figure, other: Figure): number {
  const [day, otherDay] = [dayOf(one), dayOf(other)];
  if (day === null || otherDay === null || !hasMonth(one) || !hasMonth(other))
    return Number.POSITIVE_INFINITY;
  return daysApart(day, otherDay);
}

interface Share {
  readonly kind: 'COVERAGE_RATE' | 'COVERAGE_TARGET_ACHIEVEMENT';
  readonly reported: Figure;
  readonly part: Figure;
  readonly whole: Figure;
}

function share({ kind, reported, part, whole }: Share): FigureCheck {
  const computed = percentOf(part.value, whole.value);
  const arithmetic = (n: { number(value: string): string; percent(value: string): string }) =>
    `${n.number(part.value)} : ${n.number(whole.value)} = ${n.percent(computed)}`;
  const words = inBoth(
    (n) => `${arithmetic(n)}; yang dilaporkan ${n.percent(reported.value)}.`,
    (n) => `${arithmetic(n)}; reported is ${n.percent(reported.value)}.`,
  );
  return checkOf({ kind, unit: 'PERCENT', reported, basis: [part, whole], computed, words });
}

/** Populations of the year of the rate, or of the year before: counts come out late. */
function populationsOf(world: FigureWorld, rate: Figure): Figure[] {
  const year = yearOf(rate);
  return figuresOf(world, 'POPULATION').filter((population) => {
    const counted = yearOf(population);
    return year !== null && counted !== null && (counted === year || counted === year - 1);
  });
}

function impliedBy({
  poor,
  rate,
  reported,
}: {
  readonly poor: Figure;
  readonly rate: Figure;
  readonly reported: Figure;
}) {
  const computed = divided(times(poor.value, '100'), rate.value, 0);
  const other = percentOf(poor.value, reported.value);
  const words = inBoth(
    (n) =>
      `${n.number(poor.value)} orang = ${n.percent(rate.value)} menyiratkan penduduk ${n.number(computed)}; dari ${n.number(reported.value)} penduduk, ${n.number(poor.value)} orang adalah ${n.percent(other)}.`,
    (n) =>
      `${n.number(poor.value)} persons = ${n.percent(rate.value)} imply a population of ${n.number(computed)}; of ${n.number(reported.value)} people, ${n.number(poor.value)} are ${n.percent(other)}.`,
  );
  return checkOf({
    kind: 'POPULATION_IMPLIED',
    unit: 'PERSON',
    reported,
    basis: [poor, rate],
    computed,
    words,
  });
}

interface Total {
  readonly kind: 'DTSEN_TOTAL' | 'DTSEN_POOR';
  readonly reported: Figure;
  readonly basis: readonly Figure[];
}

function total({ kind, reported, basis }: Total): FigureCheck {
  const computed = sum(basis.map(({ value }) => value));
  const arithmetic = (n: { number(value: string): string }) =>
    `${basis.map(({ value }) => n.number(value)).join(' + ')} = ${n.number(computed)}`;
  const words = inBoth(
    (n) => `${arithmetic(n)}; yang dilaporkan ${n.number(reported.value)}.`,
    (n) => `${arithmetic(n)}; reported are ${n.number(reported.value)}.`,
  );
  return checkOf({ kind, unit: 'PERSON', reported, basis, computed, words });
}
