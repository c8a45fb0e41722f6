import { filterSql } from '../kernel/page-request.js';
import { Refusal } from '../kernel/problem.js';
import type { Selection } from '../kernel/selection.js';
import { Statement } from '../kernel/statement.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { type MouFilter, mouList } from '../mou/index.js';
import { recordSql } from './coverage-keys.js';
import { MouGrouping } from './mou-statistics.types.js';

interface MouQuestion {
  readonly filter: MouFilter | null | undefined;
  readonly groupBy: readonly MouGrouping[];
}

interface MouKey {
  /** Grouped by this expression. */
  readonly sql: string;
  readonly shown: string;
  readonly join?: string;
  readonly sort: string;
}

const mostRows = 2000;

const keys: Readonly<Record<MouGrouping, MouKey>> = {
  PHASE: { sql: 'x.phase', shown: 'a.k_phase as phase', sort: 'a.k_phase' },
  KIND: { sql: 'x.kind', shown: 'a.k_kind as kind', sort: 'a.k_kind' },
  STATE: { sql: 'x.state', shown: 'a.k_state as state', sort: 'a.k_state' },
  REGION: {
    sql: 'x.region_id',
    shown: recordSql('region', 'region', 'kr.code', 'kr.display_name', 'kr'),
    join: 'left join region kr on kr.id = a.k_region',
    sort: 'kr.code',
  },
  PROVINCE: {
    sql: 'x.province_id',
    shown: recordSql('province', 'region', 'kv.code', 'kv.display_name', 'kv'),
    join: 'left join region kv on kv.id = a.k_province',
    sort: 'kv.code',
  },
  OFFICE: {
    sql: 'x.office_id',
    shown: recordSql('office', 'office', 'ko.code', 'ko.display_name', 'ko'),
    join: 'left join office ko on ko.id = a.k_office',
    sort: 'ko.display_name',
  },
  DAYS_TO_EXPIRY: {
    sql: `case when x.state <> 'SIGNED' then null when x.ends_on is null then 'UNKNOWN' when x.ends_on < app.today() then 'EXPIRED'
      when x.ends_on <= app.today() + 30 then 'WITHIN_30' when x.ends_on <= app.today() + 60 then 'WITHIN_60'
      when x.ends_on <= app.today() + 90 then 'WITHIN_90' when x.ends_on <= app.today() + 180 then 'WITHIN_180' else 'LATER' end`,
    shown: 'a.k_days_to_expiry as "daysToExpiry"',
    sort: `array_position(array['EXPIRED', 'WITHIN_30', 'WITHIN_60', 'WITHIN_90', 'WITHIN_180', 'LATER', 'UNKNOWN'], a.k_days_to_expiry)`,
  },
};

/** Agreements counted; at most 2,000 rows, in one snapshot. */
export async function mouStatisticsOf(
  caller: Caller,
  question: MouQuestion,
  selection: Selection,
): Promise<{ readonly rows: readonly object[]; readonly totals: object | undefined }> {
  const wants = (name: string): boolean => selection.get(name)?.below?.has('incomplete') ?? false;
  const [rows, [totals]] = await Promise.all([
    question.groupBy.length > 0 && selection.has('rows') ? read(caller, question, wants('rows')) : [],
    selection.has('totals') ? read(caller, { ...question, groupBy: [] }, wants('totals')) : [],
  ]);
  if (rows.length > mostRows)
    throw new Refusal('BAD_USER_INPUT', 'STATISTICS_ROWS_TOO_MANY', { limit: mostRows });
  return { rows, totals };
}

function read(
  caller: Caller,
  { filter, groupBy }: MouQuestion,
  isCompletenessWanted: boolean,
): Promise<object[]> {
  const statement = new Statement();
  const where = filterSql(mouList, { filter }, 'm', statement).map((condition) => ` and (${condition})`);
  const parts = groupBy.map((name) => ({ ...keys[name], name: `k_${name.toLowerCase()}` }));
  const byOffice = groupBy.includes(MouGrouping.OFFICE);
  const sorts = parts.map(({ sort }) => `${sort} nulls last`);
  // what follows from dates is reckoned once per agreement
  const text = `with x as materialized (
      select m.id, m.kind, m.state, m.region_id, case when r.level = 'PROVINCE' then r.id else r.parent_id end as province_id,
        app.mou_phase(m) as phase, app.mou_ends_on(m) as ends_on,
        exists (select from mou s where s.predecessor_id = m.id and s.state = 'SIGNED') as has_successor,
        ${isCompletenessWanted ? 'app.mou_missing(m) <> array[]::text[]' : 'false'} as is_incomplete,
        ${byOffice ? 'o.office_id' : 'null::uuid'} as office_id
      from mou m join region r on r.id = m.region_id
      ${byOffice ? 'left join lateral (select distinct p.office_id from mou_party p where p.mou_id = m.id and p.office_id is not null) o on true' : ''}
      where true${where.join('')}),
    a as (
      select ${parts.map(({ sql, name }) => `${sql} as ${name}, `).join('')}count(*)::integer as agreements,
        (count(*) filter (where not x.has_successor))::integer as without_successor, (count(*) filter (where x.is_incomplete))::integer as incomplete
      from x ${parts.length > 0 ? `group by ${parts.map((_, index) => index + 1).join(', ')}` : ''})
    select ${parts.map(({ shown }) => `${shown}, `).join('')}a.agreements, a.without_successor as "withoutSuccessor", a.incomplete
    from a ${parts.map(({ join }) => join ?? '').join(' ')} ${sorts.length > 0 ? `order by ${sorts.join(', ')}` : ''} limit ${mostRows + 1}`;
  return caller.reads.rows<object>(text, statement.values);
}
