import type { Span } from './coverage-entries.js';
import { keyName, keys } from './coverage-keys.js';
import { CoverageGrouping } from './coverage-statistics.inputs.js';

interface FiguresRequest {
  readonly groupBy: readonly CoverageGrouping[];
  readonly span: Span;
}

const by = (names: readonly string[]): string => (names.length > 0 ? `group by ${names.join(', ')}` : '');

/** Rows in the columns of `figures`, summed up per combination of keys. */
export const summedSql = (names: readonly string[], parts: readonly string[]): string => `
    select ${names.map((name) => `${name}, `).join('')}sum(persons)::integer as persons, sum(person_months)::integer as person_months,
      sum(contribution) as contribution, sum(paid) as paid, sum(paid_months)::integer as paid_months, sum(budget) as budget,
      sum(claims)::integer as claims, sum(claims_rupiah) as claims_rupiah, coalesce(bool_or(is_hidden), false) as is_hidden,
      coalesce(bool_or(is_framed), false) as is_framed
    from (${parts.join(' union all ')}) part ${by(names)}`;

/** Columns of `Sums`, of rows `a`. */
export const sumColumns = `a.persons, a.person_months as "personMonths", a.contribution::text, a.paid::text, a.paid_months as "paidMonths",
  a.budget::text, a.claims, a.claims_rupiah::text as "claimsRupiah", coalesce(a.is_hidden, false) as "isHidden", coalesce(a.is_framed, false) as "isFramed"`;

/** Figures per combination of keys, from `entry`, as the common table expression `figures`. */
export function figuresSql(request: FiguresRequest): string {
  return request.groupBy.includes(CoverageGrouping.MONTH) ? monthlySql(request) : wholeSql(request);
}

const facts =
  'null::numeric as budget, null::bigint as claims, null::numeric as claims_rupiah, is_hidden, false as is_framed';

/** Months are first put together per unit and key, so that the unit counts once. */
function wholeSql({ groupBy }: FiguresRequest): string {
  const entries = groupBy.map((name) => `${keys[name].entry} as ${keyName(name)}, `).join('');
  const list = groupBy.map((name) => `${keyName(name)}, `).join('');
  const divided = groupBy.includes(CoverageGrouping.YEAR) ? yearsSql : undividedSql;
  return `piece as (${divided}),
    unit_figures as (
      select ${entries}x.unit, max(x.persons) filter (where x.is_told) as persons,
        sum(x.months * x.persons) filter (where x.is_told) as person_months,
        sum(x.months * x.persons * x.monthly_rupiah) filter (where x.is_told) as contribution,
        sum(case when x.is_paid then x.months * x.persons * x.monthly_rupiah else 0 end) filter (where x.is_told) as paid,
        sum(case when x.is_paid then x.months * x.persons else 0 end) filter (where x.is_told) as paid_months,
        bool_or(not x.is_told) as is_hidden
      from piece x join scope p on p.id = x.region_id
      group by ${[...groupBy.map((_, index) => String(index + 1)), 'x.unit'].join(', ')}),
    summed as (
      select ${list}sum(persons) as persons, sum(person_months) as person_months, sum(contribution) as contribution, sum(paid) as paid,
        sum(paid_months) as paid_months, bool_or(is_hidden) as is_hidden
      from unit_figures ${by(groupBy.map(keyName))}),
    figures as (select ${list}persons, person_months, contribution, paid, paid_months, ${facts} from summed)`;
}

const undividedSql =
  'select e.*, e.end_month - e.first_month as months, e.first_month as month_number from entry e';
const yearsSql = `select e.*, least(e.end_month, y * 12 + 12) - greatest(e.first_month, y * 12) as months, y * 12 as month_number
  from entry e cross join lateral generate_series(e.first_month / 12, (e.end_month - 1) / 12) y`;

/**
 * By months a person has at most one, so persons are months. Only where a run begins and ends does a month differ from
 * the one before: the differences are summed up, instead of each run being written out month by month.
 */
function monthlySql({ groupBy, span }: FiguresRequest): string {
  const others = groupBy.filter((name) => name !== CoverageGrouping.MONTH && name !== CoverageGrouping.YEAR);
  const entries = others.map((name) => `${keys[name].entry} as ${keyName(name)}, `).join('');
  const list = others.map((name) => `${keyName(name)}, `).join('');
  const partition = others.length > 0 ? `partition by ${others.map(keyName).join(', ')} ` : '';
  const shown = groupBy.map((name) => `${monthKeys[name] ?? keyName(name)} as ${keyName(name)}, `).join('');
  return `turn as (
      select ${entries}v.month_number as at_month, sum(v.sign * x.persons) filter (where x.is_told) as persons,
        sum(v.sign * x.persons * x.monthly_rupiah) filter (where x.is_told) as contribution,
        sum(case when x.is_paid then v.sign * x.persons * x.monthly_rupiah else 0 end) filter (where x.is_told) as paid,
        sum(case when x.is_paid then v.sign * x.persons else 0 end) filter (where x.is_told) as paid_months,
        sum(v.sign) filter (where not x.is_told) as hidden
      from entry x join scope p on p.id = x.region_id
      cross join lateral (values (x.first_month, 1), (x.end_month, -1)) v(month_number, sign)
      group by ${[...others.map((_, index) => String(index + 1)), 'v.month_number'].join(', ')}),
    level as (
      select ${list}t.at_month, lead(t.at_month, 1, ${span.end}) over w as until_month, sum(t.persons) over w as persons,
        sum(t.contribution) over w as contribution, sum(t.paid) over w as paid, sum(t.paid_months) over w as paid_months,
        coalesce(sum(t.hidden) over w, 0) > 0 as is_hidden
      from turn t window w as (${partition}order by t.at_month)),
    figures as (
      select ${shown}nullif(l.persons, 0) as persons, nullif(l.persons, 0) as person_months, l.contribution, l.paid, l.paid_months, ${facts}
      from level l cross join lateral generate_series(l.at_month, l.until_month - 1) s(month_number)
      where l.persons <> 0 or l.contribution <> 0 or l.paid <> 0 or l.paid_months <> 0 or l.is_hidden)`;
}

const monthKeys: Partial<Record<CoverageGrouping, string>> = {
  MONTH: 's.month_number',
  YEAR: 's.month_number / 12',
};
