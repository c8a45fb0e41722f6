import type { Statement } from '../kernel/statement.js';
import type { Span } from './coverage-entries.js';
import { keys } from './coverage-keys.js';
import { CoverageGrouping, type CoverageStatisticsFilter } from './coverage-statistics.inputs.js';

interface FactsRequest {
  readonly groupBy: readonly CoverageGrouping[];
  readonly filter: CoverageStatisticsFilter;
  readonly span: Span;
}

type Kind = 'budget' | 'claim' | 'frame';

const payers = 'array(select s.id from scope s)';

/** Facts beside the months of people, in the columns of `figures`, where they are divided as asked. */
export function factsSql(request: FactsRequest, statement: Statement): string[] {
  const { sexes, deciles, categoryIds, fundingSources } = request.filter;
  const isPersonal = Boolean(sexes ?? deciles);
  const parts: string[] = [];
  const can = (kind: Kind): boolean =>
    !isPersonal && request.groupBy.every((name) => keys[name][kind] !== null);
  if (can('budget') && !categoryIds) parts.push(budgetSql(request, statement));
  if (can('claim') && !categoryIds && !fundingSources) parts.push(claimsSql(request, statement));
  if (can('frame')) parts.push(frameSql(request, statement));
  if (request.groupBy.every((name) => name === CoverageGrouping.REGION || name === CoverageGrouping.PROVINCE))
    parts.push(partialSql(request));
  return parts;
}

function budgetSql(request: FactsRequest, statement: Statement): string {
  return `select ${columnsOf(request, 'budget')}null, null, null, null, null, x.rupiah, null, null, false, false
    from app.statistics_budgets(${payers}) x join scope p on p.id = x.region_id
    where ${[...yearsOf(request, statement), ...programOf(request, statement), ...fundingOf(request, statement)].join(' and ')}`;
}

function claimsSql(request: FactsRequest, statement: Statement): string {
  const { first, end } = request.span;
  const months = `x.month_number >= ${statement.parameter(first)}::integer and x.month_number < ${statement.parameter(end)}::integer`;
  return `select ${columnsOf(request, 'claim')}null, null, null, null, null, null, x.cases, x.rupiah, x.is_hidden, false
    from app.statistics_claims(${payers}) x join scope p on p.id = x.region_id
    where ${[months, ...programOf(request, statement)].join(' and ')}`;
}

/** Those whose figures may be too few to be told, from what programs declare and not from who is there. */
function frameSql(request: FactsRequest, statement: Statement): string {
  const { categoryIds } = request.filter;
  const categories = categoryIds
    ? [
        `x.category_id = any(array(select c.id from category c where c.id = any(${statement.ids('category', categoryIds)})))`,
      ]
    : [];
  const declared = request.groupBy.map((name) => `${keys[name].frame} is not null`);
  return `select ${columnsOf(request, 'frame')}null, null, null, null, null, null, null, null, false, true
    from app.statistics_frame(array(select s.id from scope s where s.least > 0)) x join scope p on p.id = x.region_id
    where ${[...yearsOf(request, statement), ...programOf(request, statement), ...fundingOf(request, statement), ...categories, ...declared].join(' and ')}`;
}

/** Regions where somebody is in no group yet. */
function partialSql(request: FactsRequest): string {
  return `select ${columnsOf(request, 'frame')}null, null, null, null, null, null, null, null, true, false
    from statistics_release x join scope p on p.id = x.region_id
    where p.least = 10 and x.is_partial_public or p.least = 5 and x.is_partial`;
}

function columnsOf({ groupBy }: FactsRequest, kind: Kind): string {
  return groupBy.map((name) => `${keys[name][kind]}, `).join('');
}

function yearsOf({ span }: FactsRequest, statement: Statement): string[] {
  return [
    `x.fiscal_year between ${statement.parameter(Math.floor(span.first / 12))}::integer and ${statement.parameter(Math.floor((span.end - 1) / 12))}::integer`,
  ];
}

function programOf({ filter }: FactsRequest, statement: Statement): string[] {
  return filter.programIds ? [`x.program_id = any(${statement.ids('program', filter.programIds)})`] : [];
}

function fundingOf({ filter }: FactsRequest, statement: Statement): string[] {
  return filter.fundingSources
    ? [`x.funding_source = any(${statement.parameter(filter.fundingSources)}::text[])`]
    : [];
}
