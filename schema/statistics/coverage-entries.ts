import type { Statement } from '../kernel/statement.js';
import type { CoverageStatisticsFilter } from './coverage-statistics.inputs.js';

/** Months since year 0, the end excluded. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** Where figures of people come from: the caller's right decides per region, row security has the last word. */
export interface EntrySources {
  readonly span: Span;
  readonly filter: CoverageStatisticsFilter;
  /** Whether the caller may see people somewhere. */
  readonly seesPeople: boolean;
  /** Whether the ledger itself is read instead of the cohorts. */
  readonly isLive: boolean;
}

/**
 * Which months: all that hold now; those of the cohorts as they are kept (`KEPT`), however old; or what has to be added
 * to kept ones and taken away from them, by the moves of cohorts after this number.
 */
export type EntryPart = 'ALL' | 'KEPT' | { readonly since: string };

const leastSql = `case when r.id = any(array(select app.person_regions())) then 0
        when r.id = any(array(select app.readable_regions())) then 5 else 10 end`;

/** Payer regions asked for, each with the least number of persons that the caller is told of there; 0: everybody. */
export function scopeSql(
  { regionIds }: Pick<CoverageStatisticsFilter, 'regionIds'>,
  statement: Statement,
): string {
  const ids = regionIds ? statement.ids('region', regionIds) : null;
  const asked = ids ? ` and (r.id = any(${ids}) or r.parent_id = any(${ids}))` : '';
  return `scope as materialized (
    select r.id, case when r.level = 'PROVINCE' then r.id else r.parent_id end as province_id,
      ${leastSql} as least
    from region r where r.level in ('PROVINCE', 'REGENCY', 'CITY')${asked})`;
}

/**
 * Months to be counted: each row stands for `persons` persons of one `unit`, who are counted together once. Columns
 * as in the view coverage_entry; null: not told. `is_told` is false where the filter asks for what is not told.
 */
export function entriesSql(sources: EntrySources, statement: Statement, wanted: EntryPart = 'ALL'): string {
  const { span, filter, seesPeople, isLive } = sources;
  const conditions = conditionsOf(filter, statement);
  const bounds = { first: statement.parameter(span.first), end: statement.parameter(span.end) };
  const part = { bounds, conditions };
  if (typeof wanted === 'object')
    return `entry as materialized (${sinceSql(part, statement.parameter(wanted.since))})`;
  const groups = [groupsSql(part, 5), groupsSql(part, 10)];
  if (!seesPeople) return entriesOf(groups);
  if (isLive) return entriesOf([ledgerSql(part, wholeLedger), ...groups]);
  if (wanted === 'KEPT') return entriesOf([cohortsSql(part, keptCohorts), ...groups]);
  const ledger = ledgerSql(part, staleLedger);
  return `${staleSql}, ${markedSql}, ${entriesOf([cohortsSql(part, currentCohorts), ledger, ...groups])}`;
}

interface Part {
  readonly bounds: { readonly first: string; readonly end: string };
  readonly conditions: Conditions;
}

interface Conditions {
  /** On what is always known. */
  readonly known: readonly string[];
  /** On what a group may not tell: column and condition. */
  readonly tellable: readonly (readonly [column: string, condition: string])[];
}

function conditionsOf(filter: CoverageStatisticsFilter, statement: Statement): Conditions {
  const { programIds, fundingSources, categoryIds, sexes, deciles } = filter;
  const tellable: [string, string][] = [];
  if (programIds)
    tellable.push(['program_id', `e.program_id = any(${statement.ids('program', programIds)})`]);
  if (categoryIds) {
    const ids = statement.ids('category', categoryIds);
    tellable.push([
      'category_id',
      `e.category_id = any(array(select c.id from category c where c.id = any(${ids}) or c.parent_id = any(${ids})))`,
    ]);
  }
  if (sexes) tellable.push(['sex', `e.sex = any(${statement.parameter(sexes)}::text[])`]);
  if (deciles) tellable.push(['decile', `e.decile = any(${statement.parameter(deciles)}::smallint[])`]);
  const known = fundingSources
    ? [`e.funding_source = any(${statement.parameter(fundingSources)}::text[])`]
    : [];
  return { known, tellable };
}

/** Conditions where everything is told. */
function wantedOf({ known, tellable }: Conditions): string[] {
  return [...known, ...tellable.map(([, condition]) => condition)];
}

const staleSql = `stale as materialized (select distinct s.person_id from statistics_stale s),
  stale_people as (select array_agg(s.person_id) as people from stale s having count(*) > 0)`;
const markedSql = `moved as materialized (
    select m.cohort_id, count(*)::integer as persons from stale s join statistics_member m on m.person_id = s.person_id group by 1)`;
/** Each part of an answer reads them for itself: written down once, they would be too many. */
function entriesOf(parts: readonly string[]): string {
  return `entry as not materialized (${parts.join(' union all ')})`;
}

/** Columns of an entry, its months clipped to those asked for. */
function columns({ first, end }: Part['bounds']): string {
  return `e.region_id, e.program_id, e.category_id, e.sex, e.decile, e.funding_source, e.office_id, e.is_paid, e.monthly_rupiah,
    greatest(e.first_month, ${first}::integer) as first_month, least(e.end_month, ${end}::integer) as end_month`;
}

function overlapping({ first, end }: Part['bounds']): string {
  return `e.first_month < ${end}::integer and e.end_month > ${first}::integer`;
}

const regionsOf = (least: number): string =>
  `e.region_id = any(array(select s.id from scope s where s.least = ${least}))`;

/** With how many persons each cohort stands in the answer, and from where that is. */
interface Cohorts {
  readonly persons: string;
  readonly from: string;
  readonly where: string;
}
const keptCohorts: Cohorts = {
  persons: 'c.persons',
  from: 'statistics_cohort c join statistics_run e on e.cohort_id = c.id',
  where: 'c.persons > 0',
};
const currentCohorts: Cohorts = {
  persons: 'c.persons - coalesce(m.persons, 0)',
  from: 'statistics_run e join statistics_cohort c on c.id = e.cohort_id left join moved m on m.cohort_id = c.id',
  where: 'c.persons > coalesce(m.persons, 0)',
};
function cohortsSql({ bounds, conditions }: Part, { persons, from, where }: Cohorts): string {
  const wanted = wantedOf(conditions);
  return `select e.cohort_id as unit, ${persons} as persons, true as is_told, ${columns(bounds)}
    from ${from} where ${[regionsOf(0), overlapping(bounds), where, ...wanted].join(' and ')}`;
}

function sinceSql({ bounds, conditions }: Part, since: string): string {
  const regions = 'array(select s.id from scope s where s.least = 0)';
  return `select e.unit, e.persons, true as is_told, ${columns(bounds)}
    from app.entries_since(${since}::bigint, ${regions}, ${bounds.first}::integer, ${bounds.end}::integer) e
    where ${['true', ...wantedOf(conditions)].join(' and ')}`;
}

interface Ledger {
  /** What comes before it in FROM: nothing is read where it has no row. */
  readonly after: string;
  readonly people: string;
}
const wholeLedger: Ledger = { after: '', people: 'null' };
const staleLedger: Ledger = { after: 'stale_people p cross join lateral ', people: 'p.people' };

function ledgerSql({ bounds, conditions }: Part, { after, people }: Ledger): string {
  const regions = 'array(select s.id from scope s where s.least = 0)';
  return `select e.person_id as unit, 1 as persons, true as is_told, ${columns(bounds)}
    from ${after}app.ledger_entries(${regions}, ${bounds.first}::integer, ${bounds.end}::integer, ${people}) e
    where ${['true', ...wantedOf(conditions)].join(' and ')}`;
}

/** Groups of one level, in the regions of which the caller is told no less. */
function groupsSql({ bounds, conditions }: Part, level: 5 | 10): string {
  const told = conditions.tellable.map(([column]) => `e.${column} is not null`);
  const wanted = conditions.tellable.map(([column, condition]) => `(e.${column} is null or ${condition})`);
  const regions = `e.level = ${level} and ${regionsOf(level)}`;
  return `select g.id as unit, g.persons, ${told.join(' and ') || 'true'} as is_told, ${columns(bounds)}
    from statistics_group_run e join statistics_group g on g.id = e.group_id
    where ${[regions, overlapping(bounds), ...conditions.known, ...wanted].join(' and ')}`;
}
