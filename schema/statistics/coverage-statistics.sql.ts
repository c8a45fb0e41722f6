import { Statement } from '../kernel/statement.js';
import { type EntryPart, type EntrySources, entriesSql, scopeSql } from './coverage-entries.js';
import { factsSql } from './coverage-facts.js';
import { by, figuresSql } from './coverage-figures.js';
import { keyName, keys, shown } from './coverage-keys.js';
import { CoverageGrouping, type CoverageStatisticsFilter } from './coverage-statistics.inputs.js';

/** What is asked, checked. */
export interface CoverageQuestion extends EntrySources {
  readonly groupBy: readonly CoverageGrouping[];
}

/** Which rows of the answer: so many after the row with these sort keys. */
export interface RowPage {
  readonly limit: number;
  readonly after: readonly string[] | null;
}

/** A statement with its values. */
export interface CompiledQuestion {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Figures as they were kept at one moment, with which later answers are reckoned. */
export interface KeptFigures {
  /** JSON of rows by their keys; null: too many to be worth it. */
  readonly rows: string | null;
  /** The last move of cohorts that they know of. */
  readonly since: string;
}

/** Rows of the answer; one row without groupings. With kept figures only what changed since is looked at. */
export function rowsSql(
  question: CoverageQuestion,
  page: RowPage | null,
  kept: KeptFigures | null = null,
): CompiledQuestion {
  const statement = new Statement();
  const answer = kept ? correctedSql(question, kept, statement) : answerSql(question, statement);
  const text = `with ${answer} ${page ? pageSql(question.groupBy, page, statement) : `select ${measures}, ${isSuppressed()} as suppressed from answer a`}`;
  return { text, values: statement.values };
}

const mostKept = 1000;

/** All figures to be kept, of cohorts as they stand and of facts, as one row of `KeptFigures`. */
export function keptSql(question: CoverageQuestion): CompiledQuestion {
  const statement = new Statement();
  const text = `with ${answerSql(question, statement, 'KEPT')}
    select case when count(*) <= ${mostKept} then coalesce(json_agg(a), '[]')::text end as rows,
      (select max(m.id)::text from statistics_move m) as since
    from (select * from answer limit ${mostKept + 1}) a`;
  return { text, values: statement.values };
}

/** Common table expressions up to `answer`: one row per combination of keys. */
export function answerSql(question: CoverageQuestion, statement: Statement, part: EntryPart = 'ALL'): string {
  const parts = [
    scopeSql(question.filter, statement),
    entriesSql(question, statement, part),
    figuresSql(question),
  ];
  const facts = factsSql(question, statement);
  const all = ['select * from figures', ...facts].join(' union all ');
  return [...parts, `answer as (${summedSql(question.groupBy.map(keyName), all)})`].join(', ');
}

/** The same from kept figures and what changed since; rows of which nobody is left are gone. */
function correctedSql(
  question: CoverageQuestion,
  { rows, since }: KeptFigures,
  statement: Statement,
): string {
  const names = question.groupBy.map(keyName);
  const columns = question.groupBy
    .map((grouping) => `${keyName(grouping)} ${keys[grouping].type}, `)
    .join('');
  const kept = `select * from json_to_recordset(${statement.parameter(rows)}::json) as k(${columns}${keptColumns})`;
  const isLeft =
    'having sum(persons) <> 0 or bool_or(is_hidden) or bool_or(is_framed) or count(budget) + count(claims) > 0';
  return [
    scopeSql(question.filter, statement),
    entriesSql(question, statement, { since }),
    figuresSql(question),
    `added as (${summedSql(names, `${kept} union all select * from figures`)} ${names.length > 0 ? isLeft : ''})`,
    `answer as (
      select ${names.map((name) => `${name}, `).join('')}nullif(persons, 0) as persons, case when persons <> 0 then person_months end as person_months,
        case when persons <> 0 then contribution end as contribution, case when persons <> 0 then paid end as paid,
        case when persons <> 0 then paid_months end as paid_months, budget, claims, claims_rupiah, is_hidden, is_framed
      from added)`,
  ].join(', ');
}

const keptColumns = `persons integer, person_months integer, contribution numeric, paid numeric, paid_months integer, budget numeric,
  claims integer, claims_rupiah numeric, is_hidden boolean, is_framed boolean`;

const summedSql = (names: readonly string[], rows: string): string => `
    select ${names.map((name) => `${name}, `).join('')}sum(persons)::integer as persons, sum(person_months)::integer as person_months,
      sum(contribution) as contribution, sum(paid) as paid, sum(paid_months)::integer as paid_months, sum(budget) as budget,
      sum(claims)::integer as claims, sum(claims_rupiah) as claims_rupiah, coalesce(bool_or(is_hidden), false) as is_hidden,
      coalesce(bool_or(is_framed), false) as is_framed
    from (${rows}) part ${by(names)}`;

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
  { limit, after }: RowPage,
  statement: Statement,
): string {
  const parts = groupBy.map((grouping) => shown[grouping]);
  const sorts = parts.map(({ sort }) => `(${sort}) collate "C"`);
  const beyond = after
    ? `where (${sorts.join(', ')}) > (${after.map((key) => statement.parameter(key)).join(', ')})`
    : '';
  return `select ${parts.map(({ columns }) => `${columns}, `).join('')}${measures}, ${isSuppressed(parts.flatMap(({ isHidden }) => isHidden ?? []))} as suppressed, array[${sorts.join(', ')}] as sorts
    from answer a ${parts.map(({ join }) => join).join(' ')} ${beyond} order by ${sorts.join(', ')} limit ${statement.parameter(limit)}`;
}

/** Since when the figures hold, and how few persons the caller is told of. */
export function stateSql(filter: CoverageStatisticsFilter): CompiledQuestion {
  const statement = new Statement();
  const text = `with ${scopeSql(filter, statement)}
    select coalesce((select min(l.released_at) from statistics_release l join scope s on s.id = l.region_id where s.least > 0), now()) as "asOf",
      (select nullif(max(s.least), 0) from scope s) as "leastPersons"`;
  return { text, values: statement.values };
}

export function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

export function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
