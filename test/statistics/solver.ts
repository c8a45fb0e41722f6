import { createHash } from 'node:crypto';
import { publicId } from '../../schema/kernel/identifier.js';
import type { Known } from './attacker.js';
import type { LedgerWorld } from './statistics-world.js';

/** What is true of one person, against which the attacker's arithmetic is judged. */
export interface Life {
  readonly person: string;
  /** A number of its own, so that the sum of a set of people tells which people they are. */
  readonly weight: number;
  /** Enrollment and registration by the names of the attacker's conditions. */
  readonly facts: Readonly<Record<string, string>>;
  readonly months: readonly {
    readonly month: string;
    readonly bill: string | null;
    readonly paid: boolean;
  }[];
}

/** What one who asks was told on a day, and what was true then. */
export interface Told {
  readonly known: Known;
  readonly lives: readonly Life[];
}

/** An answer and the people whom it is about. */
interface Figure {
  readonly told: number;
  /** Sum of the weights of those it is about, once for each person or month. */
  readonly about: number;
  /** How it was asked for, without the values. */
  readonly kind: string;
}

/** A small group as somebody who should not know it would reckon it. */
export interface Solution {
  /** What was subtracted from what. */
  readonly method: string;
  readonly group: number;
  readonly isRight: boolean;
}

export async function livesOf({ app }: Pick<LedgerWorld, 'app'>): Promise<Life[]> {
  const rows = await app.sql(
    `select e.person_id as person, e.program_id as program, r.code as region, c.id as category_id, c.code as category, e.state,
       b.sex, b.decile, (select coalesce(json_agg(json_build_object('month', to_char(m, 'YYYY-MM'), 'bill', v.bill_id, 'paid', coalesce(i.state = 'PAID', false))), '[]')
         from coverage v left join bill i on i.id = v.bill_id
         cross join lateral generate_series(lower(v.months), upper(v.months) - 1, interval '1 month') m
         where v.enrollment_id = e.id and v.credit_note_id is null) as months
     from enrollment e join beneficiary b on b.id = e.beneficiary_id join region r on r.id = e.region_id join category c on c.id = e.category_id`,
  );
  return rows.map((row) => ({
    person: row.person,
    weight: Number.parseInt(createHash('sha256').update(row.person).digest('hex').slice(0, 9), 16),
    facts: {
      PROGRAM: publicId('program', row.program),
      REGION: row.region,
      CATEGORY: row.category,
      CATEGORY_ID: publicId('category', row.category_id),
      SEX: row.sex,
      DECILE: String(row.decile),
      DECILE_BAND: row.decile <= 2 ? '1-2' : row.decile <= 4 ? '3-4' : '5-10',
      STATE: row.state,
      STATUS: row.state === 'ACTIVE' ? 'ACTIVE' : 'WAITING',
    },
    months: row.months,
  }));
}

/** Keys on months; all others are on the person. */
const ofMonth: Readonly<Record<string, (month: Life['months'][number], value: string) => boolean>> = {
  MONTH: ({ month }, value) => month === value,
  BILL: ({ bill }, value) => bill !== null && publicId('bill', bill) === value,
  PAID: ({ paid }, value) => String(paid) === value,
  UNPAID: ({ month, paid }, value) => month === value && !paid,
  YEAR: ({ month }, value) => month.startsWith(value),
  FUNDING_SOURCE: () => true,
};
const ofFilter: Readonly<Record<string, string>> = {
  categoryIds: 'CATEGORY_ID',
  sexes: 'SEX',
  deciles: 'DECILE',
};

/** The people of a condition, as a sum of weights; null: the condition says what is not known of them here. */
function aboutOf(condition: string, lives: readonly Life[]): number | null {
  const [filter = '', window = '', ...rest] = condition.split(' ');
  const measure = rest.pop() ?? '';
  const wanted = [
    ...rest.map((key) => key.split('=') as [string, string]),
    ...Object.entries(JSON.parse(filter) as Record<string, unknown[]>).map(
      ([name, values]): [string, string] => [ofFilter[name] ?? '', String(values[0])],
    ),
  ];
  const isKnown =
    !/^(pairs|moved)$/.test(window) &&
    wanted.every(
      ([name, value]) =>
        value !== '-' && value !== '?' && (name in ofMonth || name in (lives[0]?.facts ?? {})),
    );
  if (!isKnown || /^(arrears|double_funding)\./.test(measure)) return null;
  const [from = '', until = ''] = window.includes('..') ? window.split('..') : ['2026-01', '2026-12'];
  const counts = (life: Life): number => {
    if (wanted.some(([name, value]) => !(name in ofMonth) && life.facts[name] !== value)) return 0;
    if (window === 'enrolled') return 1;
    if (window === 'active') return life.facts.STATE === 'ACTIVE' ? 1 : 0;
    const months = life.months.filter(
      (month) =>
        month.month >= from &&
        month.month <= until &&
        wanted.every(([name, value]) => ofMonth[name]?.(month, value) ?? true),
    ).length;
    return measure.endsWith('persons') ? Math.min(months, 1) : months;
  };
  return lives.reduce((sum, life) => sum + life.weight * counts(life), 0);
}

function figuresOf({ known, lives }: Told): Figure[] {
  return [...known].flatMap(([condition, told]) => {
    if (condition.startsWith('between')) return [];
    const about = aboutOf(condition, lives);
    const kind = `${condition.replace(/"[^"]*"(?=\])|(?<=\[)\d+|(?<==)\S+|\d{4}-\d\d/g, '*')}`;
    return about === null ? [] : [{ told, about, kind }];
  });
}

/** The same value about the same people, asked for alike, says nothing new. */
function distinct(figures: readonly Figure[], byKind: boolean): Figure[] {
  return [
    ...new Map(
      figures.map((figure) => [`${figure.about} ${figure.told} ${byKind ? figure.kind : ''}`, figure]),
    ).values(),
  ];
}

const nothing: Figure = { told: 0, about: 0, kind: 'nothing' };

/**
 * Every difference of two answers that is about a planted group and nobody else, for one month or several, and of broad
 * ones every difference of three: what it comes to, and whether that is the truth.
 */
export function solutions(all: readonly Told[], groups: readonly (readonly string[])[]): Solution[] {
  const figures = distinct(all.flatMap(figuresOf), true);
  const byPeople = new Map<number, Figure[]>([[0, [nothing]]]);
  for (const figure of figures) {
    const alike = byPeople.get(figure.about);
    if (alike) alike.push(figure);
    else byPeople.set(figure.about, [figure]);
  }
  const broad = distinct(
    figures.filter(({ kind }) => /^\{\} \S+ (\S+ )?\S*persons$/.test(kind)),
    false,
  );
  const pairs = broad.flatMap((one) => broad.map((other) => [one, other] as const));
  const weights = new Map(
    all.flatMap(({ lives }) => lives.map(({ person, weight }) => [person, weight] as const)),
  );
  const found: Solution[] = [];

  for (const [group, people] of groups.entries()) {
    const weight = people.reduce((sum, person) => sum + (weights.get(person) ?? 0), 0);
    for (let months = 1; months <= 12; months += 1)
      for (const one of figures)
        for (const other of byPeople.get(one.about - weight * months) ?? [])
          found.push({
            method: `${one.kind} - ${other.kind}`,
            group,
            isRight: one.told - other.told === people.length * months,
          });
    for (const [one, other] of pairs)
      for (const third of byPeople.get(one.about - other.about - weight) ?? [])
        found.push({
          method: `${one.kind} - ${other.kind} - ${third.kind}`,
          group,
          isRight: one.told - other.told - third.told === people.length,
        });
  }
  return found;
}

/**
 * What an attacker can rely on: one way of subtracting that comes to the truth of several groups, and no less often to it
 * than to something else; or most ways to one group. Now and then one difference of many is right by chance, which nobody
 * tells from those that are wrong.
 */
export function reliable(found: readonly Solution[]): string[] {
  const [byMethod, byGroup] = [new Map<string, Solution[]>(), new Map<string, Solution[]>()];
  for (const solution of found) {
    gather(byMethod, solution.method, solution);
    gather(byGroup, `group ${solution.group}`, solution);
  }
  const shareOf = (tried: readonly Solution[]): number =>
    tried.filter(({ isRight }) => isRight).length / tried.length;
  const groupsOf = (tried: readonly Solution[]): number =>
    new Set(tried.filter(({ isRight }) => isRight).map(({ group }) => group)).size;
  return [
    ...[...byMethod].filter(([, tried]) => groupsOf(tried) > 1 && shareOf(tried) >= 0.5),
    ...[...byGroup].filter(([, tried]) => shareOf(tried) > 0.5),
  ].map(([name]) => name);
}

function gather(all: Map<string, Solution[]>, key: string, solution: Solution): void {
  const known = all.get(key);
  if (known) known.push(solution);
  else all.set(key, [solution]);
}
