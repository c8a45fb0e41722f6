import type { impactSubjects } from './impact.subjects.js';

type Subject = (typeof impactSubjects)[string];

/** Records and programs that are named; all are counted. */
const mostNamed = 100;

/**
 * The impact as one statement, with the rights of the reader. Ended programs are left out: what is gone tomorrow takes
 * nothing from them. A month is one of the ledger's, and that of the day counts as ahead.
 */
export function impactStatement({ title, records, programs, isLeftWithout, ledger }: Subject): string {
  return `
  with subject as (${title}),
  hanging as materialized (${records}),
  found as materialized (
    select p.id, p.region_id, p.name, p.state, p.month_until, f.is_direct, ${isLeftWithout} as is_left_without,
      p.region_id = any (array(select app.person_regions())) as shows_people
    from (${programs}) f join program p on p.id = f.id
    where p.state <> 'CLOSED' and p.month_until >= date_trunc('month', $2::date)),
  rows as (
    select c.program_id, c.unit, c.persons, c.monthly_rupiah as monthly,
      greatest(c.end_month - greatest(c.first_month, s.month), 0) as ahead, greatest(least(c.end_month, s.month) - c.first_month, 0) as behind
    from (${ledger}) c
    cross join (select (extract(year from $2::date) * 12 + extract(month from $2::date) - 1)::integer as month) s),
  -- a unit of several programs is counted once among all
  lives as (
    select r.program_id, r.unit, r.persons, ${months('ahead')}, ${months('behind')}
    from rows r group by grouping sets ((r.program_id, r.unit, r.persons), (r.unit, r.persons))),
  sums as materialized (
    select r.program_id, ${figures('ahead')} as ahead, ${figures('behind')} as behind from lives r group by r.program_id),
  active as materialized (
    select e.program_id, count(distinct e.person_id) as persons from enrollment e
    where e.state = 'ACTIVE' and e.program_id = any (array(select f.id from found f where f.shows_people))
    group by grouping sets ((e.program_id), ()))
  select json_build_object(
    'title', s.title,
    'records', (select coalesce(json_agg(h order by h.concept desc, h.title), '[]') from (
      select h.concept || '_' || replace(h.id::text, '-', '') as id, h.concept, h.title from hanging h
      order by h.concept desc, h.title limit ${mostNamed}) h),
    'recordCount', (select count(*) from hanging),
    'programs', (select coalesce(json_agg(n order by n."isLeftWithout" desc, n.name), '[]') from (
      select 'program_' || replace(f.id::text, '-', '') as id, f.name, r.display_name as "regionName", f.state,
        f.month_until as "lastMonth", f.is_direct as "isDirect", f.is_left_without as "isLeftWithout",
        case when f.shows_people then coalesce(a.persons, 0) end as "activePersons",
        case when f.shows_people then coalesce(x.ahead, ${none}) end as ahead,
        case when f.shows_people then coalesce(x.behind, ${none}) end as behind
      from found f join region r on r.id = f.region_id
      left join sums x on x.program_id = f.id left join active a on a.program_id = f.id
      order by f.is_left_without desc, f.name, f.id limit ${mostNamed}) n),
    'programCount', (select count(*) from found),
    'leftWithoutCount', (select count(*) from found f where f.is_left_without),
    'activePersons', case when p.shows_people then (select a.persons from active a where a.program_id is null) end,
    'ahead', case when p.shows_people then (select x.ahead from sums x where x.program_id is null) end,
    'behind', case when p.shows_people then (select x.behind from sums x where x.program_id is null) end) as impact
  from subject s cross join (select not exists (select from found f where not f.shows_people) as shows_people) p`;
}

const none = `json_build_object('persons', 0, 'personMonths', 0, 'rupiah', '0')`;

/** `side` is one of our own two column names. */
function months(side: 'ahead' | 'behind'): string {
  return `sum(r.${side}) as ${side}, sum(r.${side} * r.monthly) as ${side}_rupiah`;
}

function figures(side: 'ahead' | 'behind'): string {
  return `json_build_object('persons', coalesce(sum(r.persons) filter (where r.${side} > 0), 0),
      'personMonths', coalesce(sum(r.persons * r.${side}), 0), 'rupiah', coalesce(sum(r.persons * r.${side}_rupiah), 0)::text)`;
}
