import { Statement } from '../kernel/statement.js';
import { entriesSql, scopeSql } from './coverage-entries.js';
import { factsSql } from './coverage-facts.js';
import { figuresSql, sumColumns, summedSql } from './coverage-figures.js';
import { keyName, keys, keysColumn, namedSql } from './coverage-keys.js';
import type { CoverageGrouping } from './coverage-statistics.inputs.js';
import {
  type CompiledQuestion,
  type CoverageQuestion,
  leastPersons,
  releasedAt,
  type Wanted,
} from './coverage-statistics.sql.js';
import type { SummedRow, Sums } from './coverage-sums.js';

/** Sums as they were kept at one moment; absent where they were not asked for. */
export interface KeptSums {
  /** Null: too many to be worth it. */
  readonly rows?: readonly SummedRow[] | null;
  readonly totals?: Sums;
}

/** Sums over the months of people. */
export interface KeptFigures extends KeptSums {
  /** The last move of cohorts that they know of. */
  readonly since: string;
  /** Payers of whom the caller is told everybody, and the province of each. */
  readonly regions: readonly string[];
  readonly provinces: readonly string[];
  /** Of the groups that stand for people elsewhere. */
  readonly releasedAt: Date | null;
  /** Null: there are no groups. */
  readonly leastPersons: number | null;
}

/** What has to be added to kept figures. */
export interface Changes {
  readonly rows?: readonly SummedRow[];
  readonly totals?: Sums;
  readonly now: Date;
  /** Whether all moves since are still known, and not too many. */
  readonly isWhole: boolean;
}

const mostKept = 1000;

/** With more moves than this, reckoning anew is no slower than correcting. */
const mostMoves = 2000;

/** All sums over people to be kept, of cohorts as they stand, as one row of `KeptFigures`. */
export function keptFiguresSql(question: CoverageQuestion, wanted: Wanted): CompiledQuestion {
  const statement = new Statement();
  const sources = [scopeSql(question.filter, statement), entriesSql(question, statement, 'KEPT')];
  const told = (column: string): string =>
    `array(select s.${column} from scope s where s.least = 0 order by s.id)`;
  const columns = [
    ...sumsSql(question, wanted, keptJson, summedFiguresSql),
    '(select max(m.id)::text from statistics_move m) as since',
    `${told('id')} as regions, ${told('province_id')} as provinces`,
    `${releasedAt} as "releasedAt", ${leastPersons} as "leastPersons"`,
  ];
  return { text: `with ${sources.join(', ')} select ${columns.join(', ')}`, values: statement.values };
}

/** All facts beside them to be kept, as one row of `KeptSums`. */
export function keptFactsSql(question: CoverageQuestion, wanted: Wanted): CompiledQuestion {
  const statement = new Statement();
  const scope = scopeSql(question.filter, statement);
  const sums = sumsSql(question, wanted, keptJson, (one) =>
    summedSql(one.groupBy.map(keyName), [noneSql(one.groupBy), ...factsSql(one, statement)]),
  );
  return { text: `with ${scope} select ${sums.join(', ')}`, values: statement.values };
}

/** What changed since sums over people were kept, as one row of `Changes`: of few persons, whoever is asked about. */
export function changesSql(
  question: CoverageQuestion,
  wanted: Wanted,
  { since, regions, provinces }: KeptFigures,
): CompiledQuestion {
  const statement = new Statement();
  const places = [regions, provinces].map((ids) => `${statement.parameter(ids)}::uuid[]`);
  const scope = `scope as (select s.id, s.province_id, 0 as least from unnest(${places.join(', ')}) s(id, province_id))`;
  const sources = [scope, entriesSql(question, statement, { since })];
  const after = `${statement.parameter(since)}::bigint`;
  const columns = [
    ...sumsSql(question, wanted, json, summedFiguresSql),
    'now() as now',
    `(select coalesce(min(m.id) <= ${after} and max(m.id) - ${after} <= ${mostMoves}, true) from statistics_move m) as "isWhole"`,
  ];
  return { text: `with ${sources.join(', ')} select ${columns.join(', ')}`, values: statement.values };
}

/** How these keys are shown, in the order of their rows. */
export function namesSql(
  { filter, groupBy }: CoverageQuestion,
  rows: readonly SummedRow[],
): CompiledQuestion {
  const statement = new Statement();
  const scope = scopeSql(filter, statement);
  const { columns, joins, sorts } = namedSql(groupBy);
  const columnsOfKeys = groupBy.map(
    (grouping, index) =>
      `${statement.parameter(rows.map((row) => row.keys[index]))}::${keys[grouping].type}[]`,
  );
  const text = `with ${scope} select ${columns}
    from unnest(${columnsOfKeys.join(', ')}) a(${groupBy.map(keyName).join(', ')}) ${joins} order by ${sorts}`;
  return { text, values: statement.values };
}

function sumsSql(
  question: CoverageQuestion,
  wanted: Wanted,
  written: (rows: string) => string,
  summed: (question: CoverageQuestion) => string,
): string[] {
  const sums: string[] = [];
  if (wanted.rows)
    sums.push(
      `${written(`select ${keysColumn(question.groupBy)}, ${sumColumns} from (${summed(question)}) a`)} as rows`,
    );
  if (wanted.totals)
    sums.push(
      `(select row_to_json(t) from (select ${sumColumns} from (${summed({ ...question, groupBy: [] })}) a) t) as totals`,
    );
  return sums;
}

const json = (rows: string): string => `(select coalesce(json_agg(r), '[]') from (${rows}) r)`;
const keptJson = (rows: string): string =>
  `(select case when count(*) <= ${mostKept} then coalesce(json_agg(r), '[]') end from (${rows} limit ${mostKept + 1}) r)`;

const summedFiguresSql = (question: CoverageQuestion): string =>
  `with ${figuresSql(question)} select * from figures`;

/** No row, which gives names and types to those that follow it. */
function noneSql(groupBy: readonly CoverageGrouping[]): string {
  const columns = groupBy
    .map((grouping) => `null::${keys[grouping].type} as ${keyName(grouping)}, `)
    .join('');
  return `select ${columns}null::integer as persons, null::integer as person_months, null::numeric as contribution, null::numeric as paid,
    null::integer as paid_months, null::numeric as budget, null::integer as claims, null::numeric as claims_rupiah, false as is_hidden,
    false as is_framed where false`;
}
