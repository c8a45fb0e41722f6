import type pg from 'pg';
import { publicId } from '../../schema/kernel/identifier.js';
import type { Known } from './attacker.js';
import type { LedgerWorld } from './statistics-world.js';

/** Columns of a view by the names that the attacker knows them by in statistics; those of `always` stay in every question. */
interface Target {
  readonly view: string;
  readonly window: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly always?: Readonly<Record<string, string>>;
  /** Other figures than persons, in person-months. */
  readonly measures?: Readonly<Record<string, string>>;
  /** An analyst may say which day it is: what was planned is told then. */
  readonly today?: string;
}

const shared = { PROGRAM: 'program_id::text', STATUS: 'status', CATEGORY: 'category_code' };
const enrolled = (view: string, own: Readonly<Record<string, string>>, measures = {}): Target => ({
  view,
  window: 'enrolled',
  dimensions: { ...shared, ...own },
  measures,
});
const rupiahMonths = { rupiah: 'sum(rupiah) / 16800' };

const targets: readonly Target[] = [
  enrolled('people_counts', { SEX: 'sex', AGE: 'age_band', DECILE_BAND: 'decile_band' }),
  enrolled('enrollment_states', { STATE: 'state', END_REASON: 'end_reason', REPLACED: 'is_replaced' }),
  enrolled('enrollment_decrees', { DECREE: 'decree', STATE: 'state' }),
  enrolled('enrollment_checks', { NIK_ORIGIN: 'nik_origin', DUKCAPIL: 'dukcapil', KPJ: 'kpj' }),
  enrolled('continuity', { MEMBERSHIP: 'membership', PAID_RUN: 'paid_run' }),
  {
    ...enrolled(
      'arrears',
      { ARREARS: "'2026-12/' || age" },
      { months: 'sum(person_months)', ...rupiahMonths },
    ),
    today: '2026-12-15',
  },
  enrolled('double_funding', { KIND: 'kind' }, { months: 'sum(person_months)', ...rupiahMonths }),
  enrolled('people_groups', { SEX: 'sex', DECREE: 'decree', KPJ: 'kpj', PAID_RUN: 'paid_run' }),
  enrolled('deaths', { LIFE: 'life', PAID_AFTER_DEATH: 'paid_after_death' }),
  {
    view: 'program_months',
    window: 'covered',
    always: { MONTH: "to_char(month, 'YYYY-MM')" },
    dimensions: {
      PROGRAM: 'program_id::text',
      CATEGORY: 'category_code',
      FUNDING_SOURCE: 'funding_source',
      PAYMENT: 'payment_state',
    },
    measures: { rupiah: 'sum(contribution_rupiah) / 16800' },
  },
  {
    view: 'people_months',
    window: 'covered',
    always: { MONTH: "to_char(month, 'YYYY-MM')" },
    dimensions: {
      PROGRAM: 'program_id::text',
      CATEGORY: 'category_code',
      SEX: 'sex',
      DECILE_BAND: 'decile_band',
    },
  },
  {
    view: 'region_years',
    window: 'years',
    always: { YEAR: 'fiscal_year::text' },
    dimensions: { MONTHS: 'months::text' },
    measures: { months: 'sum(persons * months)' },
  },
  {
    view: 'program_moves',
    window: 'moved',
    always: { MONTH: "to_char(month, 'YYYY-MM')", MOVE: 'move' },
    dimensions: { PROGRAM: 'program_id::text', CATEGORY: 'category_code', END_REASON: 'end_reason' },
    today: '2026-12-15',
  },
  {
    view: 'program_pairs',
    window: 'pairs',
    dimensions: { PROGRAM: 'program_id::text', OTHER: 'other_program_id::text', STATUS: 'status' },
  },
  {
    view: 'program_years',
    window: 'years',
    always: { YEAR: 'fiscal_year::text' },
    dimensions: { PROGRAM: 'program_id::text' },
    measures: { months: 'sum(person_months)' },
  },
];

/** Asks every view by every combination of its columns; remembers every figure under the names of statistics. */
export async function askBySql(client: pg.Client): Promise<Known> {
  const known = new Map<string, number>();
  for (const target of targets) {
    if (target.today) await client.query(`set app.today = '${target.today}'`);
    for (const row of (await client.query(questionOf(target))).rows) {
      const { persons, grouped, ...rest } = row;
      const names = [...Object.keys(target.always ?? {}), ...Object.keys(target.dimensions)];
      const keys = names
        .filter((name) => !grouped.includes(name))
        .map(
          (name) =>
            `${name}=${name === 'PROGRAM' && rest[name] ? publicId('program', rest[name]) : (rest[name] ?? '-')}`,
        )
        .sort();
      const condition = ['{}', target.window, ...keys].join(' ');
      remember(known, `${condition} persons`, Number(persons));
      for (const measure of Object.keys(target.measures ?? {}))
        known.set(`${condition} ${target.view}.${measure}`, Number(rest[measure]));
    }
    await client.query('reset app.today');
  }
  return known;
}

function questionOf({ view, always = {}, dimensions, measures = {} }: Target): string {
  const all = { ...always, ...dimensions };
  const list = Object.entries({ ...all, ...measures }).map(([name, sql]) => `${sql} as "${name}"`);
  const summed = Object.entries(dimensions).map(
    ([name, sql]) => `case when grouping(${sql}) = 1 then '${name}' end`,
  );
  const sets = [...Object.values(always), `cube (${Object.values(dimensions).join(', ')})`];
  return `select ${list.join(', ')}, sum(persons) as persons, array_remove(array[${summed.join(', ')}], null) as grouped
    from analytics.${view} group by ${sets.join(', ')}`;
}

/** Two views that say the same of different numbers give away who makes the difference. */
function remember(known: Map<string, number>, condition: string, persons: number): void {
  const before = known.get(condition);
  if (before !== undefined && before !== persons)
    known.set(`between views: ${condition}`, Math.abs(before - persons));
  known.set(condition, persons);
}

/** What two doors tell of one program: its months and money beside the same figure of statistics. */
export interface ProgramFigures {
  readonly bills: readonly { readonly program: string; readonly heads: number; readonly rupiah: number }[];
  readonly money: ReadonlyMap<string, number>;
}

const programs = `{
  bills(first: 100) { nodes { heads personMonths totalRupiah creditedRupiah creditNotes { id } program { id } } }
  programs(first: 100) { nodes { id money(fiscalYear: 2026) { personMonths } } } }`;

/** Bills and money of programs, as an analyst is told of them. */
export async function askOfPrograms({ app, tokens }: LedgerWorld): Promise<ProgramFigures> {
  const { data } = await app.graphql(tokens.analystBanten, programs, {});
  for (const { creditedRupiah, creditNotes } of data.bills.nodes)
    if (creditedRupiah !== null || creditNotes.length > 0) throw new Error('a credit note is told');
  return {
    // biome-ignore lint/suspicious/noExplicitAny: rows as they came
    bills: data.bills.nodes.map(({ program, heads, totalRupiah }: any) => ({
      program: program.id,
      heads,
      rupiah: Number(totalRupiah),
    })),
    // biome-ignore lint/suspicious/noExplicitAny: rows as they came
    money: new Map(data.programs.nodes.map(({ id, money }: any) => [id, money.personMonths ?? 0])),
  };
}

/** Differences of bills of one program, of today and of other days, and of both doors, that fewer than five people make. */
export function isolatedByBills(days: readonly ProgramFigures[], known: readonly Known[]): string[] {
  const bills = days.flatMap((day) => day.bills);
  const found = bills.flatMap((one) => [
    ...bills
      .filter(({ program }) => program === one.program)
      .flatMap((other) => [other.heads - one.heads, (other.rupiah - one.rupiah) / 16_800])
      .filter((difference) => difference > 0 && difference < 5)
      .map((difference) => `bills of ${one.program}: ${difference}`),
    ...(one.rupiah === one.heads * 16_800 ? [] : [`rupiah tell of other heads than ${one.heads}`]),
  ]);
  for (const [day, { money }] of days.entries())
    for (const [program, months] of money) {
      const told = known[day]?.get(`{} 2026-01..2026-12 PROGRAM=${program} months`) ?? 0;
      if (told !== months) found.push(`money - statistics of ${program}: ${months - told}`);
    }
  return found;
}
