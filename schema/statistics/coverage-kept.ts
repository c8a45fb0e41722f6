import { Statement } from '../kernel/statement.js';
import { entriesSql, scopeSql } from './coverage-entries.js';
import { factsSql } from './coverage-facts.js';
import { figuresSql, summedSql } from './coverage-figures.js';
import { keyName, keys } from './coverage-keys.js';
import type { CoverageGrouping } from './coverage-statistics.inputs.js';
import type { CompiledQuestion, CoverageQuestion, Wanted } from './coverage-statistics.sql.js';

/** Sums as they were kept at one moment, as JSON by their keys; absent where they were not asked for. */
export interface KeptSums {
  /** Null: too many to be worth it. */
  readonly rows?: string | null;
  readonly totals?: string;
}

/** Sums over the months of people. */
export interface KeptFigures extends KeptSums {
  /** The last move of cohorts that they know of. */
  readonly since: string;
  /** Whether groups stand for people somewhere: who may not see all of them. */
  readonly hasGroups: boolean;
}

/** What an answer is reckoned from where people changed, or facts beside them, but not both. */
export interface Kept {
  readonly people: KeptFigures;
  /** Budgets, claims, and what programs declare. */
  readonly facts: KeptSums;
}

const mostKept = 1000;

/** All sums over people to be kept, of cohorts as they stand, as one row of `KeptFigures`. */
export function keptFiguresSql(question: CoverageQuestion, wanted: Wanted): CompiledQuestion {
  const statement = new Statement();
  const sources = [scopeSql(question.filter, statement), entriesSql(question, statement, 'KEPT')];
  const sums = sumsSql(question, wanted, (one) => `with ${figuresSql(one)} select * from figures`);
  const hasGroups = `exists (select from scope s where s.least > 0) as "hasGroups"`;
  const columns = [...sums, '(select max(m.id)::text from statistics_move m) as since', hasGroups];
  return { text: `with ${sources.join(', ')} select ${columns.join(', ')}`, values: statement.values };
}

/** All facts beside them to be kept, as one row of `KeptSums`. */
export function keptFactsSql(question: CoverageQuestion, wanted: Wanted): CompiledQuestion {
  const statement = new Statement();
  const scope = scopeSql(question.filter, statement);
  const sums = sumsSql(question, wanted, (one) => {
    const none = recordsSql(one.groupBy, `'[]'`); // names and types for those that follow
    return summedSql(one.groupBy.map(keyName), [none, ...factsSql(one, statement)]);
  });
  return { text: `with ${scope} select ${sums.join(', ')}`, values: statement.values };
}

function sumsSql(
  question: CoverageQuestion,
  wanted: Wanted,
  summed: (question: CoverageQuestion) => string,
): string[] {
  const sums: string[] = [];
  if (wanted.rows) sums.push(`${jsonSql(summed(question))} as rows`);
  if (wanted.totals) sums.push(`${jsonSql(summed({ ...question, groupBy: [] }))} as totals`);
  return sums;
}

const jsonSql = (rows: string): string =>
  `(select case when count(*) <= ${mostKept} then coalesce(json_strip_nulls(json_agg(a)), '[]')::text end from (${rows} limit ${mostKept + 1}) a)`;

/** Common table expressions up to `answer` from kept sums and `figures` that changed since; rows of which nobody is left are gone. */
export function correctedSql(
  groupBy: readonly CoverageGrouping[],
  kept: readonly (string | null | undefined)[],
  statement: Statement,
): string {
  const names = groupBy.map(keyName);
  const parts = kept.map((rows) => recordsSql(groupBy, statement.parameter(rows)));
  const isLeft =
    'having sum(persons) <> 0 or bool_or(is_hidden) or bool_or(is_framed) or count(budget) + count(claims) > 0';
  const summed = `${summedSql(names, [...parts, 'select * from figures'])} ${names.length > 0 ? isLeft : ''}`;
  return `added as (${summed}), answer as (
      select ${names.map((name) => `${name}, `).join('')}nullif(persons, 0) as persons, case when persons <> 0 then person_months end as person_months,
        case when persons <> 0 then contribution end as contribution, case when persons <> 0 then paid end as paid,
        case when persons <> 0 then paid_months end as paid_months, budget, claims, claims_rupiah, is_hidden, is_framed
      from added)`;
}

function recordsSql(groupBy: readonly CoverageGrouping[], json: string): string {
  const columns = groupBy.map((grouping) => `${keyName(grouping)} ${keys[grouping].type}, `).join('');
  return `select * from json_to_recordset(${json}::json) as k(${columns}persons integer, person_months integer, contribution numeric,
    paid numeric, paid_months integer, budget numeric, claims integer, claims_rupiah numeric, is_hidden boolean, is_framed boolean)`;
}
