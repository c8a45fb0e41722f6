import { publicId } from '../../schema/kernel/identifier.js';
import { type Life, owing } from './lives.js';

type Month = Life['months'][number];

/** Keys on months; all others are on the person. */
const ofMonth: Readonly<Record<string, (month: Month, value: string) => boolean>> = {
  MONTH: ({ month }, value) => month === value,
  BILL: ({ bill }, value) => bill !== null && publicId('bill', bill) === value,
  PAID: ({ paid }, value) => String(paid) === value,
  PAYMENT: ({ bill, paid }, value) => (paid ? 'PAID' : bill === null ? 'NOT_BILLED' : 'BILLED') === value,
  YEAR: ({ month }, value) => month.startsWith(value),
  FUNDING_SOURCE: () => true,
};

/** Keys on a person that are more than one fact. */
const ofLife: Readonly<Record<string, (life: Life, value: string) => boolean>> = {
  // as of which month, and how old
  ARREARS: (life, value) => owing(life, value.slice(0, 7)).age === value.slice(8),
  BELOW_THREE: ({ facts }) => facts.PAID_RUN === '0' || facts.PAID_RUN === '1-2',
  MOVE: () => true,
  OTHER: () => true,
};

const ofFilter: Readonly<Record<string, string>> = {
  categoryIds: 'CATEGORY_ID',
  sexes: 'SEX',
  deciles: 'DECILE',
};

/** A condition of the attacker, taken apart: which filter, which window, which keys, which measure. */
interface Condition {
  readonly window: string;
  readonly keys: readonly (readonly [name: string, value: string])[];
  readonly measure: string;
}

function conditionOf(text: string): Condition {
  const [filter = '', window = '', ...rest] = text.split(' ');
  const measure = rest.pop() ?? '';
  const filters = Object.entries(JSON.parse(filter) as Record<string, unknown[]>);
  return {
    window,
    measure,
    keys: [
      ...rest.map((key): [string, string] => [
        key.slice(0, key.indexOf('=')),
        key.slice(key.indexOf('=') + 1),
      ]),
      ...filters.map(([name, values]): [string, string] => [ofFilter[name] ?? '', String(values[0])]),
    ],
  };
}

/** The people of a condition, as a sum of weights; null: the condition says what nobody can know of them here. */
export function aboutOf(text: string, lives: readonly Life[]): number | null {
  const condition = conditionOf(text);
  const isKnown = condition.keys.every(
    ([name, value]) =>
      value !== '-' &&
      value !== '?' &&
      (name in ofMonth || name in ofLife || name in (lives[0]?.facts ?? {})),
  );
  if (!isKnown) return null;
  const isOfPersons = /^(quality|continuity|readiness)\./.test(condition.measure);
  const counted = new Set<string>();
  let sum = 0;
  for (const life of lives) {
    const times = timesOf(life, condition);
    if (times === 0 || (isOfPersons && counted.has(life.person))) continue;
    counted.add(life.person);
    sum += life.weight * times;
  }
  return sum;
}

/** How often a figure counts a person. */
function timesOf(life: Life, { window, keys, measure }: Condition): number {
  const isSuch = keys.every(
    ([name, value]) => name in ofMonth || (ofLife[name]?.(life, value) ?? life.facts[name] === value),
  );
  if (!isSuch) return 0;
  const asked = (wanted: string): string | undefined => keys.find(([name]) => name === wanted)?.[1];
  if (window === 'moved')
    return life.moves.filter(
      ({ month, move }) => month === asked('MONTH') && move === asked('MOVE') && month <= '2026-12',
    ).length;
  if (window === 'pairs') return life.others.filter((other) => (asked('OTHER') ?? other) === other).length;
  if (/^(arrears|owed)\.(months|rupiah)/.test(measure))
    return owing(life, asked('ARREARS')?.slice(0, 7) ?? '2026-12').months;
  if (/^double_funding\.(months|rupiah)/.test(measure)) return life.overlapMonths;
  if (window === 'enrolled') return 1;
  if (window === 'active') return life.facts.STATUS === 'ACTIVE' ? 1 : 0;
  return monthsOf(life, window, keys, measure);
}

function monthsOf({ months }: Life, window: string, keys: Condition['keys'], measure: string): number {
  const [from = '', until = ''] = window.includes('..') ? window.split('..') : ['2026-01', '2026-12'];
  const counted = months.filter(
    (month) =>
      month.month >= from &&
      month.month <= until &&
      keys.every(([name, value]) => ofMonth[name]?.(month, value) ?? true),
  ).length;
  return measure.endsWith('persons') ? Math.min(counted, 1) : counted;
}
