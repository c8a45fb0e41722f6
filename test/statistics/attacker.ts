import type { ActorName } from '../support/actors.js';
import { type LedgerWorld, statistics } from './statistics-world.js';

/** What one answer says of one condition, for instance `SEX=FEMALE 2026-01..2026-03`. */
type Known = ReadonlyMap<string, number>;

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
      const groupings: readonly Dimension[][] = isOpen
        ? [[], ...singles, ...(until === '2026-12' ? pairs : [])]
        : [[], ['MONTH']];
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

/** What changed between two releases by fewer than `least`. */
export function changedLittle(before: Known, after: Known, least: number): string[] {
  const conditions = new Set([...before.keys(), ...after.keys()]);
  return [...conditions].flatMap((condition) => {
    const difference = Math.abs((after.get(condition) ?? 0) - (before.get(condition) ?? 0));
    return difference > 0 && difference < least ? [`${condition}: ${difference}`] : [];
  });
}
