import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Filters of people whose matches are a handful or nearly everybody. The lists walk an index in their own order that
 * holds what the filters ask for, and look each row up in a hash of those who match; functions find these as the owner,
 * within the actor's regions or beside rows that row security has let through. A million people: refused before.
 */
export class ListsOfMillions1763683310400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [indexes, lives, facts, concerned, found]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(factsBefore);
    await runner.query(`
      drop function app.enrollments_like(text, text);
      drop function app.people_noted(text);
      drop function app.people_by_months(text, date);
      drop function app.unit_lives(date);
      drop index beneficiary_decile_index, beneficiary_sexless_index, beneficiary_finding_index, beneficiary_name_index;
      drop index enrollment_active_person_index, enrollment_entered_on_index;
      create index enrollment_entered_on_index on enrollment (entered_on, id);
      create index beneficiary_name_index on beneficiary (name, id) include (region_id);
    `);
  }
}

const indexes = `
  drop index enrollment_entered_on_index;
  create index enrollment_entered_on_index on enrollment (entered_on, id) include (region_id, state, person_id, beneficiary_id);
  create index enrollment_active_person_index on enrollment (region_id, person_id) where state = 'ACTIVE';
  drop index beneficiary_name_index;
  create index beneficiary_name_index on beneficiary (name, id) include (region_id, person_id);
  create index beneficiary_finding_index on beneficiary (region_id, id) where nik_findings <> '{}';
  create index beneficiary_sexless_index on beneficiary (region_id, id) where sex is null;
  create index beneficiary_decile_index on beneficiary (decile, region_id);
`;

// a cohort has one life; whoever changed since has a life of his or her own, by the id of the person
const lives = `
  create function app.unit_lives(as_of date)
    returns table (unit uuid, current_run integer, is_lapsed boolean, is_december_only boolean)
    language sql stable security definer set search_path = '' set work_mem = '32MB' rows 200 as $$
    with at as (select (extract(year from as_of) * 12 + extract(month from as_of) - 1)::integer as present, extract(year from as_of)::integer * 12 as january),
    entry as (
      select r.cohort_id as unit, r.is_paid, r.first_month, r.end_month from public.statistics_run r
      union all
      select e.person_id, e.is_paid, e.first_month, e.end_month from public.coverage_entry e
      where e.person_id in (select s.person_id from public.statistics_stale s)),
    life as (
      select e.unit, range_agg(int4range(e.first_month, least(e.end_month, a.present + 1))) filter (where e.is_paid and e.first_month <= a.present) as paid,
        bool_or(a.january - 1 >= e.first_month and a.january - 1 < e.end_month) as december,
        bool_or(e.first_month < a.january + 3 and e.end_month > a.january) as quarter
      from entry e cross join at a group by e.unit),
    judged as (
      select l.unit, upper(l.paid) - lower(x.last) as last_run, a.present + 1 - upper(l.paid) as unpaid, l.december and not l.quarter as is_december_only
      from life l cross join at a left join lateral (select r as last from unnest(l.paid) r order by r desc limit 1) x on true)
    -- three unpaid months are grace; with the fourth the membership has ended
    select j.unit, case when j.unpaid <= 3 then j.last_run else 0 end, coalesce(j.unpaid > 3, false), coalesce(j.is_december_only, false) from judged j
  $$;
  comment on function app.unit_lives(date) is
    'Paid months of each cohort, and of each person who changed since, as of a month, wherever; for functions only.';
  revoke execute on function app.unit_lives(date) from public;
`;

const facts = `
  create or replace function app.continuity_facts(regions uuid[], programs uuid[], as_of date)
    returns table (person_id uuid, is_active boolean, current_run integer, is_lapsed boolean, is_december_only boolean)
    language sql stable security definer set search_path = '' set work_mem = '64MB' as $$
    with entered as materialized (
      select e.person_id, bool_or(e.state = 'ACTIVE') as is_active
      from public.enrollment e
      where e.region_id in (select app.person_regions()) and e.state in ('ACTIVE', 'ENDED')
        and (regions is null or e.region_id in (select app.region_subtree(regions)))
        and (programs is null or e.program_id = any (programs))
      group by e.person_id),
    stale as materialized (select distinct s.person_id from public.statistics_stale s)
    select e.person_id, e.is_active, coalesce(l.current_run, 0), coalesce(l.is_lapsed, false), coalesce(l.is_december_only, false)
    from entered e left join public.statistics_member m on m.person_id = e.person_id left join stale s on s.person_id = e.person_id
    left join app.unit_lives(as_of) l on l.unit = coalesce(s.person_id, m.cohort_id)
  $$;
`;

const concerned = `
  create function app.people_by_months(concern text, as_of date) returns setof uuid
    language sql stable security definer set search_path = '' set work_mem = '64MB' rows 100000 as $$
    with stale as materialized (select distinct s.person_id from public.statistics_stale s),
    wanted as materialized (
      select l.unit from app.unit_lives(as_of) l
      where case concern when 'PAID_THREE' then l.current_run >= 3 when 'LAPSED' then l.is_lapsed when 'DECEMBER_ONLY' then l.is_december_only end)
    select m.person_id from wanted w join public.statistics_member m on m.cohort_id = w.unit
    where not exists (select from stale s where s.person_id = m.person_id)
    union all
    select s.person_id from wanted w join stale s on s.person_id = w.unit
  $$;
  comment on function app.people_by_months(text, date) is
    'Persons with three paid months in a row and more, more than three unpaid ones, or cover in December only, whoever paid and wherever: a condition on rows that the actor sees.';
  revoke execute on function app.people_by_months(text, date) from public;
  grant execute on function app.people_by_months(text, date) to payung_app;
`;

const found = `
  create function app.people_noted(finding text) returns setof uuid
    language sql stable security definer set search_path = '' rows 20000 as $$
    select b.id from public.beneficiary b
    where b.nik_findings <> '{}' and finding = any (b.nik_findings) and b.region_id in (select app.person_regions())
  $$;
  comment on function app.people_noted(text) is 'Registrations in the actor''s regions whose NIK has this finding.';

  create function app.enrollments_like(part text, pattern text) returns setof uuid
    language plpgsql stable security definer set search_path = '' rows 20000 as $$
  begin
    -- planned for this very pattern, as app.people_like
    return query execute format('select e.id from public.enrollment e where lower(e.%I) like $1 and e.region_id = any ($2)',
      case part when 'decree' then 'decree' when 'cohort' then 'cohort' end)
      using pattern, array(select app.person_regions());
  end $$;
  comment on function app.enrollments_like(text, text) is
    'Enrollments in the actor''s regions whose decree, or cohort, in small letters is like the pattern.';
  revoke execute on function app.people_noted(text), app.enrollments_like(text, text) from public;
  grant execute on function app.people_noted(text), app.enrollments_like(text, text) to payung_app;
`;

const factsBefore = `
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
    at as (select (extract(year from as_of) * 12 + extract(month from as_of) - 1)::integer as present, extract(year from as_of)::integer * 12 as january),
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
