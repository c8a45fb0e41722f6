import type { ActorName } from '../support/actors.js';
import { type LedgerWorld, statistics } from './statistics-world.js';

/** What one answer says of one condition, for instance `SEX=FEMALE 2026-01..2026-03`. */
export type Known = ReadonlyMap<string, number>;

const dimensions = ['REGION', 'PROGRAM', 'CATEGORY', 'SEX', 'DECILE', 'FUNDING_SOURCE', 'MONTH'] as const;
type Dimension = (typeof dimensions)[number];

const windows = [
  ['2026-01', '2026-12'],
  ['2026-01', '2026-02'],
  ['2026-02', '2026-12'],
  ['2026-03', '2026-06'],
] as const;

// biome-ignore lint/suspicious/noExplicitAny: a row as it came
type Row = any;

const keyOf: Readonly<Record<Dimension, (row: Row) => string>> = {
  REGION: (row) => row.region?.code ?? '-',
  PROGRAM: (row) => row.program?.id ?? '-',
  CATEGORY: (row) => row.category?.code ?? '-',
  SEX: (row) => row.sex ?? (row.suppressed ? '-' : '?'),
  DECILE: (row) => String(row.decile ?? (row.suppressed ? '-' : '?')),
  FUNDING_SOURCE: (row) => row.fundingSource ?? '-',
  MONTH: (row) => row.month,
};

/** Asks everything up to two groupings in all windows, and by single filters; remembers every figure that it is told. */
export async function askEverything(world: LedgerWorld, who: ActorName | null): Promise<Known> {
  const known = new Map<string, number>();
  const categories = await world.app.sql(
    "select 'category_' || replace(id::text, '-', '') as id from category",
  );
  const filters: object[] = [
    {},
    ...categories.map(({ id }: { id: string }) => ({ categoryIds: [id] })),
    { sexes: ['FEMALE'] },
    { sexes: ['MALE'] },
    ...Array.from({ length: 4 }, (_, index) => ({ deciles: [2 * index + 1] })),
  ];
  for (const [from, until] of windows) {
    for (const filter of filters) {
      const isOpen = Object.keys(filter).length === 0;
      const groupings: readonly Dimension[][] = isOpen ? [[], ...singles, ...pairs] : [[], ['MONTH']];
      for (const groupBy of groupings) {
        const answer = await statistics(world, who, { filter: { ...filter, from, until }, groupBy });
        const context = `${JSON.stringify(filter)} ${from}..${until}`;
        remember(known, `${context}`, answer.totals);
        for (const row of answer.rows) {
          const keys = groupBy.map((name) => `${name}=${keyOf[name](row)}`).sort();
          remember(known, `${context} ${keys.join(' ')}`, row);
        }
      }
    }
  }
  return known;
}

const singles: readonly Dimension[][] = dimensions.map((name) => [name]);
const pairs: readonly Dimension[][] = dimensions.flatMap((one, index) =>
  dimensions.slice(index + 1).map((other) => [one, other]),
);

function remember(known: Map<string, number>, condition: string, row: Row): void {
  known.set(`${condition} persons`, row.persons ?? 0);
  known.set(`${condition} months`, row.personMonths ?? 0);
  known.set(`${condition} rupiah`, Number(row.contributionRupiah ?? 0) / 16_800);
}

/** Figures, and differences of figures, behind which stand fewer than `least` persons but somebody. */
export function isolated(known: Known, least: number): string[] {
  const isSmall = (count: number): boolean => count > 0 && count < least;
  const found: string[] = [];
  for (const [condition, count] of known) {
    if (isSmall(count)) found.push(`${condition}: ${count}`);
    for (const wider of widerThan(condition)) {
      const whole = known.get(wider);
      if (whole !== undefined && isSmall(Math.abs(whole - count)))
        found.push(`${wider} - ${condition}: ${whole - count}`);
    }
  }
  return found;
}

/** The same with one key dropped, without the filter, or over a longer window. */
function* widerThan(condition: string): Generator<string> {
  const [filter = '', window = '', ...rest] = condition.split(' ');
  const keys = rest.slice(0, -1);
  const measure = rest.at(-1) ?? '';
  for (const key of keys) yield [filter, window, ...keys.filter((other) => other !== key), measure].join(' ');
  if (filter !== '{}') yield ['{}', window, ...keys, measure].join(' ');
  for (const [from, until] of windows) {
    const [ownFrom = '', ownUntil = ''] = window.split('..');
    if (from <= ownFrom && until >= ownUntil && `${from}..${until}` !== window)
      yield [filter, `${from}..${until}`, ...keys, measure].join(' ');
  }
}

/**
 * What changed between two releases by fewer than `least`. Where the parts of a figure changed by more, up and down, the
 * small difference is of nobody: it is what two groups come to.
 */
export function changedLittle(before: Known, after: Known, least: number): string[] {
  const changes = new Map<string, number>();
  for (const condition of new Set([...before.keys(), ...after.keys()])) {
    const change = (after.get(condition) ?? 0) - (before.get(condition) ?? 0);
    if (change !== 0) changes.set(condition, change);
  }
  const parts = partsOf(changes);
  const isOfMany = (condition: string): boolean =>
    Math.abs(changes.get(condition) ?? 0) >= least ||
    [...(parts.get(condition)?.values() ?? [])].some(
      (division) => division.length > 1 && division.every(isOfMany),
    );
  // what has two keys is divided no further by what is asked: what changed in it little is looked for in what has one
  return [...changes.keys()]
    .filter((condition) => condition.split(' ').length < 5 && !isOfMany(condition))
    .map((condition) => `${condition}: ${changes.get(condition)}`);
}

/** Condition -> dimension that divides it further -> its parts that changed. */
function partsOf(changes: ReadonlyMap<string, number>): Map<string, Map<string, string[]>> {
  const parts = new Map<string, Map<string, string[]>>();
  for (const condition of changes.keys()) {
    const words = condition.split(' ');
    for (const word of words.slice(2, -1)) {
      const whole = words.filter((other) => other !== word).join(' ');
      const dimension = word.split('=')[0] ?? '';
      const divisions = parts.get(whole) ?? new Map<string, string[]>();
      divisions.set(dimension, [...(divisions.get(dimension) ?? []), condition]);
      parts.set(whole, divisions);
    }
  }
  return parts;
}
