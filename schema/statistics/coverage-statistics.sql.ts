import { Statement } from '../kernel/statement.js';
import { type EntrySources, entriesSql, scopeSql } from './coverage-entries.js';
import { factsSql } from './coverage-facts.js';
import { figuresSql, summedSql } from './coverage-figures.js';
import { correctedSql, type Kept } from './coverage-kept.js';
import { keyName, shown } from './coverage-keys.js';
import { CoverageGrouping } from './coverage-statistics.inputs.js';

/** What is asked, checked. */
export interface CoverageQuestion extends EntrySources {
  readonly groupBy: readonly CoverageGrouping[];
}

/** Which parts of an answer are asked for: so many rows after the one with these sort keys, and what else. */
export interface Wanted {
  readonly limit: number;
  readonly after: readonly string[] | null;
  readonly rows: boolean;
  readonly totals: boolean;
  readonly state: boolean;
}

/** A statement with its values. */
export interface CompiledQuestion {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Planning a correction takes longer than making it, and it looks at few rows whatever the values are: one plan for all. */
export const plannedOnceSql = `select set_config('plan_cache_mode', 'force_generic_plan', true)`;

/**
 * An answer as one row: rows, totals, since when the figures hold, and how few persons the caller is told of. Its parts
 * share who is asked about and who changed. With kept figures only what changed since is looked at.
 */
export function answerSql(question: CoverageQuestion, wanted: Wanted, kept: Kept | null): CompiledQuestion {
  const statement = new Statement();
  const entries = entriesSql(question, statement, kept ? { since: kept.people.since } : 'ALL');
  const sources = [scopeSql(question.filter, statement, kept?.people.hasGroups), entries];
  const parts: string[] = [];
  if (wanted.rows) parts.push(`(${rowsSql(question, wanted, kept, statement)}) as rows`);
  if (wanted.totals) parts.push(`(${totalsSql(question, kept, statement)}) as totals`);
  if (wanted.state) parts.push(stateColumns);
  if (kept) parts.push(isCorrectedSql(statement.parameter(kept.people.since)));
  if (kept) parts.push(`set_config('plan_cache_mode', 'auto', true)`); // for what the request reads next
  return { text: `with ${sources.join(', ')} select ${parts.join(', ')}`, values: statement.values };
}

/** With more moves than this, reckoning anew is no slower than correcting. */
const mostMoves = 2000;

/** Whether all moves since are still known, and not too many. */
const isCorrectedSql = (since: string): string => `(
  select coalesce(min(x.id) <= ${since}::bigint and max(x.id) - ${since}::bigint <= ${mostMoves}, true) from statistics_move x) as "isCorrected"`;

/** Common table expressions up to `answer`: one row per combination of keys, of all that hold now. */
export function summedAnswerSql(question: CoverageQuestion, statement: Statement): string {
  const sources = [scopeSql(question.filter, statement), entriesSql(question, statement)];
  return [...sources, figuresSql(question), sumsSql(question, statement)].join(', ');
}

function sumsSql(question: CoverageQuestion, statement: Statement): string {
  const parts = ['select * from figures', ...factsSql(question, statement)];
  return `answer as (${summedSql(question.groupBy.map(keyName), parts)})`;
}

function rowsSql(
  question: CoverageQuestion,
  wanted: Wanted,
  kept: Kept | null,
  statement: Statement,
): string {
  const sums = kept
    ? correctedSql(question.groupBy, [kept.people.rows, kept.facts.rows], statement)
    : sumsSql(question, statement);
  return `select coalesce(json_agg(r), '[]') from (
    with ${figuresSql(question)}, ${sums} ${pageSql(question.groupBy, wanted, statement)}) r`;
}

function totalsSql(question: CoverageQuestion, kept: Kept | null, statement: Statement): string {
  const whole = { ...question, groupBy: [] };
  const sums = kept
    ? correctedSql([], [kept.people.totals, kept.facts.totals], statement)
    : sumsSql(whole, statement);
  return `select row_to_json(t) from (
    with ${figuresSql(whole)}, ${sums} select ${measures}, ${isSuppressed()} as suppressed from answer a) t`;
}

/** Figures of a row: what nobody may be told is null, what nobody has is 0. */
const measures = `
  case when a.persons is null and not (a.is_hidden or a.is_framed) then 0 else a.persons end as persons,
  case when a.persons is null and not (a.is_hidden or a.is_framed) then 0 else a.person_months end as "personMonths",
  case when a.persons is null and not (a.is_hidden or a.is_framed) then '0' else a.contribution::text end as "contributionRupiah",
  case when a.persons is null and not (a.is_hidden or a.is_framed) then '0' else a.paid::text end as "paidRupiah",
  case when a.persons is null and not (a.is_hidden or a.is_framed) then 0 else a.paid_months end as "paidPersonMonths",
  a.budget::text as "budgetRupiah", trim_scale(round(a.paid / nullif(a.budget, 0), 4))::text as absorption,
  a.claims, a.claims_rupiah::text as "claimsRupiah", trim_scale(round(a.claims_rupiah / nullif(a.paid, 0), 4))::text as "benefitRatio"`;

/** Whether somebody is left out: by the filter, by a key that is not told, or altogether. */
const isSuppressed = (hiddenKeys: readonly string[] = []): string =>
  ['a.is_hidden', ...hiddenKeys.map((key) => `(${key})`), 'a.is_framed and a.persons is null'].join(' or ');

function pageSql(
  groupBy: readonly CoverageGrouping[],
  { limit, after }: Wanted,
  statement: Statement,
): string {
  const parts = groupBy.map((grouping) => shown[grouping]);
  const sorts = parts.map(({ sort }) => `(${sort}) collate "C"`);
  const beyond = after
    ? `where (${sorts.join(', ')}) > (${after.map((key) => statement.parameter(key)).join(', ')})`
    : '';
  return `select ${parts.map(({ columns }) => `${columns}, `).join('')}${measures}, ${isSuppressed(parts.flatMap(({ isHidden }) => isHidden ?? []))} as suppressed, array[${sorts.join(', ')}] as sorts
    from answer a ${parts.map(({ join }) => join).join(' ')} ${beyond} order by ${sorts.join(', ')} limit ${statement.parameter(limit + 1)}`;
}

const stateColumns = `
  coalesce((select min(l.released_at) from statistics_release l join scope s on s.id = l.region_id where s.least > 0), now()) as "asOf",
  (select nullif(max(s.least), 0) from scope s) as "leastPersons"`;

export function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

export function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
