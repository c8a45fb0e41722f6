import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the cells from the ledger: one statement per facet over one snapshot of people. */
export class AnalyticsRefresh1763683245200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(refresh);
    await runner.query(`
      revoke execute on function app.refresh_analytics() from public;
      grant execute on function app.refresh_analytics() to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.refresh_analytics()');
  }
}

// a person stands once in a program, with the enrollment that runs, else the latest
const members = `
  create temporary table member on commit drop as
    select distinct on (e.program_id, e.person_id)
      e.program_id, e.region_id, e.person_id, e.state, coalesce(e.end_reason, 'NONE') as end_reason,
      case when e.state in ('ENDED', 'REJECTED') then 'ENDED' when e.state = 'ACTIVE' then 'ACTIVE' else 'WAITING' end as status,
      case when e.state <> 'ENDED' then 'NOT_ENDED' when exists (select from public.enrollment n where n.replaces_id = e.id) then 'YES' else 'NO' end as is_replaced,
      coalesce(e.decree, 'NONE') as decree, case when e.kpj is null then 'MISSING' else 'KNOWN' end as kpj,
      c.family, c.code as category_code,
      coalesce(b.sex, 'UNKNOWN') as sex,
      case when b.birth_date is null then 'UNKNOWN' else (
        case width_bucket(extract(year from age(today, b.birth_date)), array[20, 30, 40, 50, 60, 65])
          when 0 then '0-19' when 1 then '20-29' when 2 then '30-39' when 3 then '40-49' when 4 then '50-59' when 5 then '60-64' else '65+' end) end as age_band,
      case when b.decile is null then 'UNKNOWN' when b.decile <= 2 then '1-2' when b.decile <= 4 then '3-4' else '5-10' end as decile_band,
      case when 'PREFIX_ELSEWHERE' = any (b.nik_findings) then 'ELSEWHERE' else 'HERE' end as nik_origin,
      coalesce((select v.result from public.verification v where v.beneficiary_id = b.id and v.check_kind = 'DUKCAPIL'
        order by v.checked_on desc, v.id desc limit 1), 'NOT_CHECKED') as dukcapil,
      case when b.died_on is null then 'ALIVE' when e.state in ('ENDED', 'REJECTED') then 'DEAD_ENDED' else 'DEAD_STILL_ENROLLED' end as life,
      case when b.died_on is null then 'NO' when exists (
        select from public.coverage x where x.enrollment_id = e.id and x.credit_note_id is null
          and upper(x.months) > (date_trunc('month', b.died_on) + interval '1 month')::date) then 'YES' else 'NO' end as paid_after_death,
      null::text[] as block
    from public.enrollment e
    join public.beneficiary b on b.id = e.beneficiary_id
    join public.category c on c.id = e.category_id
    order by e.program_id, e.person_id, (e.state not in ('ENDED', 'REJECTED')) desc, e.entered_on desc, e.id desc;
  create index on pg_temp.member (program_id, person_id);
  analyze pg_temp.member;
`;

// All facets share these blocks and only divide them further, so that two views never differ in a block's size.
const blocks = `
  create temporary table fine_cell (block text[], labels text[], shown text[], persons bigint, person_months bigint, rupiah numeric) on commit drop;
  insert into pg_temp.fine_cell
    select array[m.region_id, m.program_id]::text[], x.labels, x.labels, count(*), 0, 0
    from pg_temp.member m cross join lateral (select array[m.status, m.family, m.category_code] as labels) x
    group by 1, 2;
  perform app.coarsen_analytics();
  create temporary table block_of on commit drop as
    select f.block[1]::uuid as region_id, f.block[2]::uuid as program_id, f.labels, f.block || f.shown as block
    from (select f.*, sum(f.persons) over (partition by f.block, f.shown) as together from pg_temp.fine_cell f) f
    -- fewer than five in the whole program: nothing is told of them
    where f.together >= 5;
  update pg_temp.member m set block = b.block from pg_temp.block_of b
    where b.program_id = m.program_id and b.labels = array[m.status, m.family, m.category_code];
  delete from pg_temp.member m where m.block is null;
  analyze pg_temp.member;
  truncate pg_temp.fine_cell;
`;

/** One facet: what it says of a member, from general to special; a figure, where it has one. */
const facet = (name: string, labels: string, from = '', months = '0', rupiah = '0'): string => `
  insert into pg_temp.fine_cell
    select array['${name}', null] || m.block, x.labels, x.labels, count(*), sum(${months}), sum(${rupiah})
    from pg_temp.member m ${from}
    cross join lateral (select array[${labels}]::text[] as labels) x
    group by 1, 2;
`;

const unpaid = `
  left join (
    -- longest run of months that have ended and are not paid, as app.arrears has it
    select p.program_id, p.person_id, p.months, p.rupiah,
      case (select least(max(upper(s) - lower(s)), 4) from unnest(p.spans) s)
        when 1 then 'ONE_MONTH' when 2 then 'TWO_MONTHS' when 3 then 'THREE_MONTHS' else 'MORE_THAN_THREE_MONTHS' end as age
    from (
      select n.program_id, n.person_id, range_agg(int4range(n.first, n.after)) as spans, sum(n.after - n.first) as months,
        sum((n.after - n.first) * n.monthly) as rupiah
      from (
        select c.program_id, c.person_id, c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah as monthly,
          (extract(year from lower(o.months)) * 12 + extract(month from lower(o.months)))::integer as first,
          (extract(year from upper(o.months)) * 12 + extract(month from upper(o.months)))::integer as after
        from public.coverage c left join public.bill b on b.id = c.bill_id
        cross join lateral (select c.months * daterange(null, this_month) as months) o
        where c.credit_note_id is null and b.state is distinct from 'PAID' and not isempty(o.months)) n
      group by n.program_id, n.person_id) p) u on u.program_id = m.program_id and u.person_id = m.person_id`;

const overlap = `
  left join (
    select d.program_id, d.person_id, sum(app.month_count(d.months)) as months, sum(d.paid_rupiah) as rupiah
    from public.double_payment d group by 1, 2) d on d.program_id = m.program_id and d.person_id = m.person_id
  left join (
    select k.program_id, k.person_id, sum(app.month_count(k.months)) as months, sum(k.saved_rupiah) as rupiah
    from public.coverage_case k where k.state <> 'PAID_TWICE' group by 1, 2) k on k.program_id = m.program_id and k.person_id = m.person_id`;

const continuity = `
  join (select p.person_id, case when p.current_run = 0 then '0' when p.current_run < 3 then '1-2' when p.current_run < 12 then '3-11' else '12+' end as run,
      case when p.longest_run = 0 then 'NEVER_PAID' when p.unpaid_months > 3 then 'LAPSED' else 'RUNNING' end as membership
    from app.paid_continuity(array(select distinct m.person_id from pg_temp.member m), this_month) p) p on p.person_id = m.person_id`;

// the month belongs to the block: of a month that fewer than five share, only the program as a whole is told
const months = `
  insert into pg_temp.fine_cell
    select array['MONTHS', g.month::text, g.region_id::text, g.program_id::text, null, null, null], g.labels, g.labels, sum(g.persons), sum(g.persons), sum(g.persons * g.monthly)
    from (
      select r.region_id, r.program_id, s.month::date as month, r.labels, r.persons, r.monthly
      from (
        select c.region_id, c.program_id, c.months, c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah as monthly, count(*) as persons,
          array[l.funding_source, case when b.state = 'PAID' then 'PAID' when b.state = 'ISSUED' then 'BILLED' else 'NOT_BILLED' end,
            coalesce(m.block[4], 'NOT_TOLD'), coalesce(m.block[5], 'NOT_TOLD')] as labels
        from public.coverage c
        join pg_temp.member m on m.program_id = c.program_id and m.person_id = c.person_id
        join public.budget_line l on l.id = c.budget_line_id
        left join public.bill b on b.id = c.bill_id
        where c.credit_note_id is null
        group by 1, 2, 3, 4, 6) r
      cross join lateral generate_series(lower(r.months), upper(r.months) - 1, interval '1 month') s(month)) g
    group by 1, 2;
`;

const facets = [
  facet('PEOPLE', 'm.sex, m.age_band, m.decile_band'),
  facet('STATES', 'm.state, m.end_reason, m.is_replaced'),
  facet('DECREES', 'm.decree, m.state'),
  facet('CHECKS', 'm.nik_origin, m.dukcapil, m.kpj'),
  facet('CONTINUITY', 'p.membership, p.run', continuity),
  facet('ARREARS', `coalesce(u.age, 'NONE')`, unpaid, 'coalesce(u.months, 0)', 'coalesce(u.rupiah, 0)'),
  facet(
    'DOUBLE_FUNDING',
    `case when d.person_id is not null then 'PAID_TWICE' when k.person_id is not null then 'REFUSED' else 'NONE' end`,
    overlap,
    'coalesce(d.months, k.months, 0)',
    'coalesce(d.rupiah, k.rupiah, 0)',
  ),
  facet('DEATHS', 'm.life, m.paid_after_death'),
  months,
].join('\n');

const refresh = `
  create function app.refresh_analytics() returns integer language plpgsql volatile security definer set search_path = '' as $$
  declare
    began timestamptz := clock_timestamp();
    today date := app.today();
    this_month date := date_trunc('month', today);
  begin
    -- one at a time, whichever server asks
    perform pg_advisory_xact_lock(hashtextextended('app.refresh_analytics', 0));
    ${members}
    ${blocks}
    ${facets}
    analyze pg_temp.fine_cell;
    perform app.coarsen_analytics();
    delete from public.analytics_cell;
    insert into public.analytics_cell (facet, region_id, program_id, month, status, family, category_code, labels, persons, person_months, rupiah)
      select f.block[1], f.block[3]::uuid, f.block[4]::uuid, f.block[2]::date, f.block[5],
        case when f.block[1] = 'MONTHS' then nullif(f.shown[3], 'NOT_TOLD') else f.block[6] end,
        case when f.block[1] = 'MONTHS' then nullif(f.shown[4], 'NOT_TOLD') else f.block[7] end,
        f.shown, sum(f.persons), sum(f.person_months), sum(f.rupiah)
      from pg_temp.fine_cell f
      group by f.block, f.shown
      having sum(f.persons) >= 5;
    delete from public.analytics_refresh;
    insert into public.analytics_refresh (as_of, milliseconds)
      values (today, extract(epoch from clock_timestamp() - began) * 1000);
    drop table pg_temp.member, pg_temp.block_of, pg_temp.fine_cell;
    return (select count(*) from public.analytics_cell);
  end $$;
  comment on function app.refresh_analytics() is
    'Makes the cells of analytics anew from today''s ledger, for every region; gives their number.';
`;
