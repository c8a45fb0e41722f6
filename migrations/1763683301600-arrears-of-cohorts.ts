import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Arrears and continuity from the cohorts: who shares all months shares these too. Those whose months changed since are
 * read from the ledger itself, as everywhere, so that the answer is of this moment.
 */
export class ArrearsOfCohorts1763683301600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(arrears);
    await runner.query(continuity);
  }

  /** What answers the same, only slower, is not brought back. */
  async down(): Promise<void> {}
}

const monthNumber = (day: string): string =>
  `(extract(year from ${day}) * 12 + extract(month from ${day}) - 1)::integer`;

const arrears = `
  create or replace function app.exact_arrears(programs uuid[], regions uuid[], as_of date)
    returns table (program_id uuid, region_id uuid, age text, persons integer, person_months integer, rupiah numeric, is_suppressed boolean)
    language sql stable security definer set search_path = '' as $$
    with visible as materialized (
      select p.id, p.region_id from public.program p
      where p.region_id in (select app.person_regions())
        and (programs is null or p.id = any (programs)) and (regions is null or p.region_id = any (regions))),
    stale as materialized (select distinct s.person_id from public.statistics_stale s),
    moved as materialized (
      select m.cohort_id, count(*)::integer as persons from stale s join public.statistics_member m on m.person_id = s.person_id group by 1),
    -- a month is in arrears when it has ended and its contribution is not paid, billed or not
    owed as (
      select r.cohort_id as unit, c.persons - coalesce(m.persons, 0) as persons, r.program_id, r.monthly_rupiah, r.first_month, r.end_month
      from public.statistics_run r join public.statistics_cohort c on c.id = r.cohort_id left join moved m on m.cohort_id = r.cohort_id
      where r.program_id in (select v.id from visible v) and not r.is_paid and c.persons > coalesce(m.persons, 0)
      union all
      select e.person_id, 1, e.program_id, e.monthly_rupiah, e.first_month, e.end_month from public.coverage_entry e
      where e.person_id in (select s.person_id from stale s) and e.program_id in (select v.id from visible v) and not e.is_paid),
    of_unit as (
      select o.program_id, o.unit, o.persons, range_agg(int4range(o.first_month, least(o.end_month, n.month_number))) as spans,
        sum(least(o.end_month, n.month_number) - o.first_month) as months,
        sum((least(o.end_month, n.month_number) - o.first_month) * o.monthly_rupiah) as rupiah
      from owed o cross join (select ${monthNumber('as_of')} as month_number) n
      where o.first_month < n.month_number group by 1, 2, 3),
    aged as (
      select u.*, case (select least(max(upper(s) - lower(s)), 4) from unnest(u.spans) s)
        when 1 then 'ONE_MONTH' when 2 then 'TWO_MONTHS' when 3 then 'THREE_MONTHS' else 'MORE_THAN_THREE_MONTHS' end as age
      from of_unit u)
    select a.program_id, v.region_id, a.age, sum(a.persons)::integer, sum(a.persons * a.months)::integer, sum(a.persons * a.rupiah), false
    from aged a join visible v on v.id = a.program_id group by 1, 2, 3
  $$;
  comment on function app.exact_arrears(uuid[], uuid[], date) is
    'Persons by their longest run of unpaid months that have ended before the month of the day, per program whose people the actor may see; null arrays: all of them.';
`;

const continuity = `
  create or replace function app.continuity_facts(regions uuid[], programs uuid[], as_of date)
    returns table (person_id uuid, is_active boolean, current_run integer, is_lapsed boolean, is_december_only boolean)
    language sql stable security definer set search_path = '' as $$
    with entered as materialized (
      select e.person_id, bool_or(e.state = 'ACTIVE') as is_active
      from public.enrollment e
      where e.region_id in (select app.person_regions()) and e.state in ('ACTIVE', 'ENDED')
        and (regions is null or e.region_id in (select app.region_subtree(regions)))
        and (programs is null or e.program_id = any (programs))
      group by e.person_id),
    stale as materialized (select distinct s.person_id from public.statistics_stale s),
    at as (select ${monthNumber('as_of')} as present, extract(year from as_of)::integer * 12 as january),
    entry as (
      select r.cohort_id as unit, r.is_paid, r.first_month, r.end_month from public.statistics_run r
      union all
      select e.person_id, e.is_paid, e.first_month, e.end_month from public.coverage_entry e
      where e.person_id in (select s.person_id from stale s join entered x on x.person_id = s.person_id)),
    life as (
      select e.unit, range_agg(int4range(e.first_month, least(e.end_month, a.present + 1))) filter (where e.is_paid and e.first_month <= a.present) as paid,
        bool_or(a.january - 1 >= e.first_month and a.january - 1 < e.end_month) as december,
        bool_or(e.first_month < a.january + 3 and e.end_month > a.january) as quarter
      from entry e cross join at a group by e.unit),
    facts as (
      select l.unit, upper(l.paid) - lower(x.last) as last_run, a.present + 1 - upper(l.paid) as unpaid, l.december and not l.quarter as is_december_only
      from life l cross join at a left join lateral (select r as last from unnest(l.paid) r order by r desc limit 1) x on true),
    unit_of as (
      select e.person_id, e.is_active, case when s.person_id is null then m.cohort_id else e.person_id end as unit
      from entered e left join stale s on s.person_id = e.person_id left join public.statistics_member m on m.person_id = e.person_id)
    -- three unpaid months are grace; with the fourth the membership has ended
    select u.person_id, u.is_active, case when f.unpaid <= 3 then f.last_run else 0 end, coalesce(f.unpaid > 3, false), coalesce(f.is_december_only, false)
    from unit_of u left join facts f on f.unit = u.unit
  $$;
`;
