import { Statement } from '../kernel/statement.js';
import { type EntrySources, entriesSql, scopeSql } from './coverage-entries.js';
import { factsSql } from './coverage-facts.js';
import { figuresSql, sumColumns, summedSql } from './coverage-figures.js';
import { keyName, namedSql } from './coverage-keys.js';
import type { CoverageGrouping } from './coverage-statistics.inputs.js';

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

/**
 * An answer as one row: rows, totals, since when the figures hold, and how few persons the caller is told of. Its parts
 * share who is asked about and who changed.
 */
export function answerSql(question: CoverageQuestion, wanted: Wanted): CompiledQuestion {
  const statement = new Statement();
  const sources = [scopeSql(question.filter, statement), entriesSql(question, statement)];
  const parts: string[] = [];
  if (wanted.rows) parts.push(`(${rowsSql(question, wanted, statement)}) as rows`);
  if (wanted.totals) parts.push(`(${totalsSql(question, statement)}) as totals`);
  if (wanted.state) parts.push(`coalesce(${releasedAt}, now()) as "asOf", ${leastPersons} as "leastPersons"`);
  return { text: `with ${sources.join(', ')} select ${parts.join(', ')}`, values: statement.values };
}

/** When the groups in the answer were last brought to the ledger; null: there are none. */
export const releasedAt =
  '(select min(l.released_at) from statistics_release l join scope s on s.id = l.region_id where s.least > 0)';
/** Null: everybody is told. */
export const leastPersons = '(select nullif(max(s.least), 0) from scope s)';

/** Common table expressions up to `answer`: one row per combination of keys, of all that hold now. */
export function summedAnswerSql(question: CoverageQuestion, statement: Statement): string {
  const sources = [scopeSql(question.filter, statement), entriesSql(question, statement)];
  return [...sources, figuresSql(question), sumsSql(question, statement)].join(', ');
}

function sumsSql(question: CoverageQuestion, statement: Statement): string {
  const parts = ['select * from figures', ...factsSql(question, statement)];
  return `answer as (${summedSql(question.groupBy.map(keyName), parts)})`;
}

function rowsSql(question: CoverageQuestion, { limit, after }: Wanted, statement: Statement): string {
  const { columns, joins, sorts } = namedSql(question.groupBy);
  const sums = sumsSql(question, statement);
  const beyond = after
    ? `where (${sorts}) > (${after.map((key) => statement.parameter(key)).join(', ')})`
    : '';
  return `select coalesce(json_agg(r), '[]') from (
    with ${figuresSql(question)}, ${sums} select ${columns}, ${sumColumns}
    from answer a ${joins} ${beyond} order by ${sorts} limit ${statement.parameter(limit + 1)}) r`;
}

function totalsSql(question: CoverageQuestion, statement: Statement): string {
  const whole = { ...question, groupBy: [] };
  return `select row_to_json(t) from (with ${figuresSql(whole)}, ${sumsSql(whole, statement)} select ${sumColumns} from answer a) t`;
}

export function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

export function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
