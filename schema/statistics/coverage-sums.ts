import { divided, sum } from '../kernel/decimal.js';
import { shown } from './coverage-keys.js';
import type { CoverageGrouping } from './coverage-statistics.inputs.js';
import type { CoverageFigures } from './coverage-statistics.types.js';

/** Sums of one combination of keys, as PostgreSQL gives them; null: of nobody, or not told. */
export interface Sums {
  readonly persons: number | null;
  readonly personMonths: number | null;
  readonly contribution: string | null;
  readonly paid: string | null;
  readonly paidMonths: number | null;
  readonly budget: string | null;
  readonly claims: number | null;
  readonly claimsRupiah: string | null;
  /** Whether somebody is left out. */
  readonly isHidden: boolean;
  /** Whether programs declare that there may be somebody. */
  readonly isFramed: boolean;
}

export interface SummedRow extends Sums {
  readonly keys: readonly (string | number | null)[];
}

/** How the keys of a row are shown, and the texts it is sorted by. */
export interface RowNames {
  readonly names: object;
  readonly sorts: readonly string[];
}

export interface NamedRow {
  readonly row: SummedRow;
  readonly name: RowNames;
}

/** Rows of several parts together, by `keyOf`; rows of which nobody is left are gone. */
export function addedRows(parts: readonly (readonly SummedRow[])[]): Map<string, SummedRow> {
  const rows = new Map<string, SummedRow>();
  for (const row of parts.flat()) {
    const known = rows.get(keyOf(row));
    rows.set(keyOf(row), known ? { ...row, ...plus(known, row) } : row);
  }
  for (const [key, row] of rows) {
    if (isLeft(row)) rows.set(key, settled(row));
    else rows.delete(key);
  }
  return rows;
}

export const keyOf = ({ keys }: Pick<SummedRow, 'keys'>): string => JSON.stringify(keys);

/** All parts as one. */
export const addedTotals = (parts: readonly Sums[]): Sums => settled(parts.reduce(plus));

const plus = (one: Sums, other: Sums): Sums => ({
  persons: plusNumber(one.persons, other.persons),
  personMonths: plusNumber(one.personMonths, other.personMonths),
  contribution: plusDecimal(one.contribution, other.contribution),
  paid: plusDecimal(one.paid, other.paid),
  paidMonths: plusNumber(one.paidMonths, other.paidMonths),
  budget: plusDecimal(one.budget, other.budget),
  claims: plusNumber(one.claims, other.claims),
  claimsRupiah: plusDecimal(one.claimsRupiah, other.claimsRupiah),
  isHidden: one.isHidden || other.isHidden,
  isFramed: one.isFramed || other.isFramed,
});

function plusNumber(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : one + other;
}

function plusDecimal(one: string | null, other: string | null): string | null {
  return one === null || other === null ? (one ?? other) : sum([one, other]);
}

function isLeft({ persons, isHidden, isFramed, budget, claims }: Sums): boolean {
  return Boolean(persons) || isHidden || isFramed || budget !== null || claims !== null;
}

/** Who came and went is nobody. */
function settled<Row extends Sums>(sums: Row): Row {
  if (sums.persons) return sums;
  return { ...sums, persons: null, personMonths: null, contribution: null, paid: null, paidMonths: null };
}

/** Figures as they are shown: what nobody may be told is null, what nobody has is 0. */
export function figuresOf(sums: Sums): CoverageFigures {
  const { contribution, paid, budget, claims, claimsRupiah, isHidden, isFramed } = sums;
  const isNobody = sums.persons === null && !isHidden && !isFramed;
  return {
    persons: isNobody ? 0 : sums.persons,
    personMonths: isNobody ? 0 : sums.personMonths,
    contributionRupiah: isNobody ? '0' : contribution,
    paidRupiah: isNobody ? '0' : paid,
    paidPersonMonths: isNobody ? 0 : sums.paidMonths,
    budgetRupiah: budget,
    absorption: shareOf(paid, budget),
    claims,
    claimsRupiah,
    benefitRatio: shareOf(claimsRupiah, paid),
    suppressed: isHidden || (isFramed && sums.persons === null),
  };
}

/** A row as it is shown: somebody is left out also where a key is not told. */
export function rowOf({ row, name }: NamedRow, groupBy: readonly CoverageGrouping[]): object {
  const figures = figuresOf(row);
  if (groupBy.some((grouping, index) => row.keys[index] === null && hides(grouping, row)))
    figures.suppressed = true;
  return Object.assign(figures, name.names); // spreading both into a third takes three times as long
}

function hides(grouping: CoverageGrouping, { persons }: Sums): boolean {
  const { untold } = shown[grouping];
  return untold === 'EVERYWHERE' || (untold === 'OF_PEOPLE' && persons !== null);
}

function shareOf(part: string | null, whole: string | null): string | null {
  return part === null || whole === null || Number(whole) === 0 ? null : divided(part, whole, 4);
}
