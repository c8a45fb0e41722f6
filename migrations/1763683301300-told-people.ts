import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What callers of the program may know of people whom they may not see: sums over the groups, the very ones of the views
 * of analysts and of coverage statistics. The daily cells, a second division of the same people, are gone.
 */
export class ToldPeople1763683301300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view analytics.people, analytics.people_counts, analytics.enrollment_states, analytics.enrollment_decrees,
        analytics.enrollment_checks, analytics.continuity, analytics.arrears, analytics.double_funding, analytics.deaths,
        analytics.readiness, analytics.program_months, analytics.program_years;
      drop function app.cells_of(text, uuid[]), app.active_people(uuid[]), app.people_elsewhere(uuid[]);
      drop function app.refresh_analytics(), app.coarsen_analytics();
      drop table analytics_cell;
    `);
    await runner.query(people);
    await runner.query(debts);
    await runner.query(rights);
  }

  /** Two divisions of the same people, told one after the other, would tell them apart. */
  down(): Promise<void> {
    return Promise.reject(
      new Error('what was told of groups cannot be taken back: restore a backup instead'),
    );
  }
}

const people = `
  create function app.told_people(regions uuid[])
    returns table (group_id uuid, persons integer, region_id uuid, program_id uuid, status text, life text, overlap text, overlap_months integer,
      overlap_rupiah numeric, membership text, paid_run text, sex text, decile smallint, age_band text, nik_origin text, dukcapil text, kpj text)
    language sql stable security definer set search_path = '' rows 500 as $$
    select g.id, g.persons, t.region_id, t.program_id, t.status, t.life, t.overlap, t.overlap_months, t.overlap_rupiah, t.membership, t.paid_run,
      t.sex, t.decile, t.age_band, t.nik_origin, t.dukcapil, t.kpj
    from public.statistics_group_trait t join public.statistics_group g on g.id = t.group_id
    where t.region_id = any (regions) and t.region_id in (select app.readable_regions()) and t.region_id not in (select app.person_regions())
  $$;
  comment on function app.told_people(uuid[]) is
    'What groups of at least five say of their persons, by program, in regions whose people the actor may not see but whose figures.';

  create function app.active_people(regions uuid[]) returns table (region_id uuid, persons bigint, has_some boolean)
    language sql stable security definer set search_path = '' rows 100 as $$
    with asked as materialized (
      select r.id, r.id in (select app.person_regions()) as sees_people, r.id in (select app.readable_regions()) as sees_groups
      from unnest(regions) r(id)),
    counted as (
      select e.region_id, count(distinct e.person_id) as persons, 0 as least from public.enrollment e
      where e.state = 'ACTIVE' and e.region_id in (select a.id from asked a where a.sees_people) group by 1
      union all
      select g.region_id, sum(g.persons), case when a.sees_groups then 5 else 10 end
      from public.statistics_group g join asked a on a.id = g.region_id
      where not a.sees_people and exists (select from public.statistics_group_trait t where t.group_id = g.id and t.status = 'ACTIVE') group by 1, 3)
    select a.id, case when a.sees_people then coalesce(c.persons, 0) when a.sees_groups then c.persons end,
      coalesce(c.persons > 0 and c.persons >= c.least, false)
    from asked a left join counted c on c.region_id = a.id
  $$;
  comment on function app.active_people(uuid[]) is
    'Persons with an active enrollment in programs of each region: exact, or by groups (null: too few, or for the public); whether there are some.';
`;

const debts = `
  create function app.group_arrears(as_of date) returns table (group_id uuid, region_id uuid, program_id uuid, age text, months integer, rupiah numeric)
    language sql stable security definer set search_path = '' rows 1000 as $$
    with unpaid as (
      select r.group_id, r.region_id, r.program_id, r.monthly_rupiah, r.first_month, least(r.end_month, n.month_number) as end_month
      from public.statistics_group_run r
      cross join (select (extract(year from as_of) * 12 + extract(month from as_of) - 1)::integer as month_number) n
      where r.level = 5 and not r.is_paid and r.first_month < n.month_number)
    select s.group_id, s.region_id, s.program_id,
      case (select least(max(upper(x) - lower(x)), 4) from unnest(s.spans) x)
        when 1 then 'ONE_MONTH' when 2 then 'TWO_MONTHS' when 3 then 'THREE_MONTHS' else 'MORE_THAN_THREE_MONTHS' end,
      s.months::integer, s.rupiah
    from (
      select u.group_id, u.region_id, u.program_id, range_agg(int4range(u.first_month, u.end_month)) as spans, sum(u.end_month - u.first_month) as months,
        sum((u.end_month - u.first_month) * u.monthly_rupiah) as rupiah
      from unpaid u group by 1, 2, 3) s
  $$;
  comment on function app.group_arrears(date) is
    'Of each group by its longest run of unpaid months that have ended before the month of the day: months and rupiah of one person. Null program: not told.';

  create or replace function app.arrears(programs uuid[], regions uuid[], as_of date)
    returns table (program_id uuid, region_id uuid, age text, persons integer, person_months integer, rupiah numeric, is_suppressed boolean)
    language sql stable security definer set search_path = '' as $$
    with visible as materialized (
      select p.id, p.region_id, p.region_id in (select app.person_regions()) as shows_people from public.program p
      where p.region_id in (select app.readable_regions()) and p.state <> 'DRAFT'
        and (programs is null or p.id = any (programs)) and (regions is null or p.region_id = any (regions))),
    owed as (
      select a.program_id, a.age, sum(g.persons)::integer as persons, sum(g.persons * a.months)::integer as person_months, sum(g.persons * a.rupiah) as rupiah
      from app.group_arrears(as_of) a join public.statistics_group g on g.id = a.group_id
      where a.region_id in (select v.region_id from visible v where not v.shows_people) group by 1, 2),
    rows as (
      select e.program_id, e.region_id, e.age, e.persons, e.person_months, e.rupiah, false as is_suppressed
      from app.exact_arrears(array(select v.id from visible v where v.shows_people), null, as_of) e
      union all
      select v.id, v.region_id, a.age, o.persons, o.person_months, o.rupiah, o.persons is null
      from visible v cross join unnest(array['ONE_MONTH', 'TWO_MONTHS', 'THREE_MONTHS', 'MORE_THAN_THREE_MONTHS']) a(age)
      left join owed o on o.program_id = v.id and o.age = a.age where not v.shows_people)
    select r.* from rows r
    order by r.program_id, array_position(array['ONE_MONTH', 'TWO_MONTHS', 'THREE_MONTHS', 'MORE_THAN_THREE_MONTHS'], r.age)
  $$;
  comment on function app.arrears(uuid[], uuid[], date) is
    'Persons by their longest run of unpaid months that have ended before the month of the day, per program; null arrays: all that the actor may read. Analysts get sums over groups, suppressed where there are none.';
`;

const rights = `
  revoke execute on function app.told_people(uuid[]), app.active_people(uuid[]), app.group_arrears(date) from public;
  grant execute on function app.told_people(uuid[]), app.active_people(uuid[]) to payung_app;
  -- without usage of the schema it can be reached through the views only
  grant execute on function app.group_arrears(date) to payung_analyst;
`;
