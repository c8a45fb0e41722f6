import { billTotalSql } from '../bill/index.js';
import { databaseId } from '../kernel/identifier.js';
import { filterSql } from '../kernel/page-request.js';
import { Refusal } from '../kernel/problem.js';
import type { Concept } from '../kernel/readable.js';
import type { Selection } from '../kernel/selection.js';
import { Statement } from '../kernel/statement.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { Program } from '../program/index.js';
import { Region } from '../region/index.js';
import { toldBenefitSql, toldCasesSql } from './claim.entity.js';
import { ClaimGrouping } from './claim.enums.js';
import { type ClaimFilter, claimList } from './claim.list.js';

export interface ClaimStatisticsRequest {
  readonly filter?: ClaimFilter | null | undefined;
  readonly groupBy: readonly ClaimGrouping[];
}

/** Months and payers of a ratio. */
export interface RatioRequest {
  readonly regionIds: readonly string[];
  readonly from: string;
  readonly until: string;
}

interface CountedRow {
  readonly regionKey: string | null;
  readonly programKey: string | null;
}

const groupColumns: Readonly<Record<ClaimGrouping, { readonly name: string; readonly sql: string }>> = {
  [ClaimGrouping.KIND]: { name: 'kind', sql: 'c.kind' },
  [ClaimGrouping.REGION]: { name: 'regionKey', sql: 'c.region_id' },
  [ClaimGrouping.PROGRAM]: { name: 'programKey', sql: 'c.program_id' },
  [ClaimGrouping.MONTH]: { name: 'month', sql: 'c.month::text' },
  [ClaimGrouping.YEAR]: { name: 'year', sql: 'extract(year from c.month)::integer' },
};
const mostRows = 2000;

/** Claims counted by what is asked for; regions and programs are read once each. */
export async function claimStatisticsOf(
  caller: Caller,
  { filter, groupBy }: ClaimStatisticsRequest,
  selection: Selection,
): Promise<object[]> {
  const statement = new Statement();
  const groups = [...new Set(groupBy)].map((name) => groupColumns[name]);
  const columns = groups.map(({ name, sql }) => `${sql} as "${name}", `).join('');
  const by =
    groups.length === 0
      ? ''
      : `group by ${groups.map(({ sql }) => sql).join(', ')} order by ${groups.map(({ sql }) => sql).join(', ')}`;
  const where = filterSql(claimList, { filter }, 'c', statement).map((condition) => ` and (${condition})`);
  const rows = await caller.reads.rows<CountedRow>(
    `select ${columns}coalesce(sum(${toldCasesSql('c')}), 0)::integer as cases, coalesce(sum(${toldBenefitSql('c')}), 0)::text as "paidRupiah"
     from claim c where true${where.join('')} ${by} limit ${mostRows + 1}`,
    statement.values,
  );
  if (rows.length > mostRows) throw new Refusal('BAD_USER_INPUT', 'CLAIM_ROWS_TOO_MANY', { limit: mostRows });
  const regions = await recordsOf(
    caller,
    Region,
    rows.map(({ regionKey }) => regionKey),
    selection.get('region')?.below,
  );
  const programs = await recordsOf(
    caller,
    Program,
    rows.map(({ programKey }) => programKey),
    selection.get('program')?.below,
  );
  return rows.map((row) => ({
    ...row,
    region: regions.get(row.regionKey) ?? null,
    program: programs.get(row.programKey) ?? null,
  }));
}

/** Claims paid : contributions paid, with both numbers, of what the caller may see. One statement. */
export async function benefitRatioOf(
  caller: Caller,
  { regionIds, from, until }: RatioRequest,
): Promise<object> {
  const keys = regionIds.flatMap((regionId) => databaseId('region', regionId) ?? []);
  const [row] = await caller.reads.rows<object>(ratioSql, [keys, `${from}-01`, `${until}-01`]);
  return { from, until, ...row };
}

const ratioSql = `
  with payer as materialized (select app.region_subtree($1::uuid[]) as id),
  span as (select daterange($2::date, ($3::date + interval '1 month')::date) as days),
  claims as (
    select coalesce(sum(${toldCasesSql('c')}), 0) as cases, coalesce(sum(${toldBenefitSql('c')}), 0) as rupiah
    from claim c, span s where c.region_id in (select id from payer) and s.days @> c.month),
  contributions as (
    select coalesce((select sum(${billTotalSql('b')}) from bill b, span s where b.region_id in (select id from payer) and b.state = 'PAID' and s.days @> b.paid_on), 0)
      - coalesce((select sum(n.total_rupiah) from credit_note n, span s where n.region_id in (select id from payer) and s.days @> n.credited_on), 0) as rupiah)
  select k.cases::integer as "claimCases", k.rupiah::text as "claimsRupiah", p.rupiah::text as "contributionsRupiah",
    case when p.rupiah > 0 then trim_scale(round(k.rupiah * 100 / p.rupiah, 2))::text end as percent,
    exists (select from payer y where y.id = any(array(select app.readable_regions())) and y.id <> all(array(select app.person_regions()))) as suppressed
  from claims k, contributions p`;

async function recordsOf(
  caller: Caller,
  concept: Concept,
  keys: readonly (string | null)[],
  selection: Selection | null | undefined,
): Promise<ReadonlyMap<string | null, object | null>> {
  const distinct = [...new Set(keys)].filter((key) => typeof key === 'string');
  if (!selection || distinct.length === 0) return new Map();
  const records = await caller.reads.many(concept, distinct, selection);
  return new Map(distinct.map((key, index) => [key, records[index] ?? null]));
}
