import { decimalsOf, minus, percentOf, rounded, size } from '../kernel/decimal.js';
import type { Words } from './words.rules.js';

export type FigureUnit = 'PERSON' | 'PERCENT' | 'RUPIAH' | 'MONTH' | 'FAMILY' | 'CASE';

/** Where a figure was read. */
export interface FigureSource {
  readonly publisher: string;
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
}

/** Figure as somebody reported it, or as the register holds it. */
export interface Figure {
  /** Public id of the observation; null: it is the register's own. */
  readonly id: string | null;
  /** Code of the indicator. */
  readonly indicator: string;
  readonly unit: FigureUnit;
  readonly value: string;
  /** Day of the figure; null: not stated. */
  readonly asOf: string | null;
  /** Period in words; null: none. */
  readonly period: string | null;
  readonly label: string;
  readonly sources: readonly FigureSource[];
}

/** Lowest contributions that the tariffs give for a month when a regional budget pays. */
export interface RateOfMonth {
  /** First day of the month. */
  readonly month: string;
  /** JKK and JKM of a BPU worker, rupiah a month. */
  readonly bpu: string;
  /** JKK and JKM of a PU worker together, percent of the wage; null: there is no such rate. */
  readonly puPercent: string | null;
}

/** What the register knows for one fiscal year, of one program or of all programs of a region. */
export interface RegisterOfYear {
  readonly year: number;
  readonly programs: number;
  /** Ceilings of the budget lines. */
  readonly budgetRupiah: string | null;
  /** Quota x tariff x months of the programs with a quota; null: none has one. */
  readonly requiredRupiah: string | null;
  readonly quota: string | null;
  /** Distinct persons in the ledger; null: none, or the caller may not see people. */
  readonly persons: string | null;
  readonly paidRupiah: string | null;
}

/** Everything that the checks look at. */
export interface FigureWorld {
  readonly figures: readonly Figure[];
  readonly rates: readonly RateOfMonth[];
  readonly register: readonly RegisterOfYear[];
  /** Today, for figures without any day. */
  readonly today: string;
}

export const checkKinds = [
  'BUDGET_FOR_PERSONS',
  'BUDGET_AT_REPORTED_RATE',
  'BUDGET_IMPLIED_RATE',
  'BUDGET_PARTS',
  'BUDGET_NOT_REPORTED',
  'CONTRIBUTION_RATE',
  'PERSONS_ADDED',
  'PERSONS_INCLUDED_OR_ADDED',
  'PERSONS_PARTS',
  'COVERAGE_RATE',
  'COVERAGE_OF_PARTS',
  'COVERAGE_TARGET_ACHIEVEMENT',
  'POPULATION_IMPLIED',
  'DTSEN_TOTAL',
  'DTSEN_POOR',
  'CONTRIBUTIONS_IN_PERSON_MONTHS',
  'BENEFIT_RATIO',
  'REGISTER_PERSONS',
  'REGISTER_BUDGET',
  'REGISTER_REQUIRED_BUDGET',
  'REGISTER_CONTRIBUTIONS',
] as const;
export type CheckKind = (typeof checkKinds)[number];

export const verdicts = ['AGREES', 'CLOSE', 'DIFFERS', 'NOT_REPORTED'] as const;
export type Verdict = (typeof verdicts)[number];

/** A reported figure beside what arithmetic makes of others. */
export interface FigureCheck {
  readonly kind: CheckKind;
  readonly unit: FigureUnit;
  /** Null: nobody reported it. */
  readonly reported: Figure | null;
  /** Figures that the computation stands on. */
  readonly basis: readonly Figure[];
  readonly computed: string;
  /** Reported less computed. */
  readonly difference: string | null;
  /** Computed as a percentage of reported. */
  readonly percent: string | null;
  readonly verdict: Verdict;
  readonly words: Words;
}

export type FigureRule = (world: FigureWorld) => readonly FigureCheck[];

/** A check with its difference and verdict worked out. */
export function checkOf(
  check: Pick<FigureCheck, 'kind' | 'unit' | 'reported' | 'basis' | 'computed' | 'words'>,
): FigureCheck {
  const { reported, computed } = check;
  if (reported === null) return { ...check, difference: null, percent: null, verdict: 'NOT_REPORTED' };
  return {
    ...check,
    difference: minus(reported.value, computed),
    percent: size(reported.value) === 0n ? null : percentOf(computed, reported.value),
    verdict: verdictOf(reported.value, computed),
  };
}

/** A figure is close when rounding explains it: to the decimals it was written with, or within one percent. */
function verdictOf(reported: string, computed: string): Verdict {
  if (minus(reported, computed) === '0') return 'AGREES';
  if (rounded(computed, decimalsOf(reported)) === reported) return 'CLOSE';
  return size(minus(reported, computed)) * 100n <= size(reported) ? 'CLOSE' : 'DIFFERS';
}

/** Figures of one of these indicators; a figure of zero has no share and divides nothing. */
export function figuresOf({ figures }: FigureWorld, ...indicators: readonly string[]): Figure[] {
  return figures.filter(({ indicator, value }) => indicators.includes(indicator) && size(value) > 0n);
}
