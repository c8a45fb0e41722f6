import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks at the people of whom groups tell, and says all that can be told of each, from general to special. */
export class PeopleLabels1763683301100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(looking);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.look_at_people(boolean)');
  }
}

/** Temporary tables are found without a schema: nobody but the owner can make one in this session. */
const look = `
  create temporary table present on commit drop as
    select m.person_id, r.region_id, m.cohort_id
    from public.statistics_member m
    join (select distinct x.cohort_id, x.region_id from public.statistics_run x) r on r.cohort_id = m.cohort_id;
  -- those without months; whose months are not looked at yet comes later
  insert into present
    select distinct e.person_id, e.region_id, null::uuid
    from public.enrollment e left join present p on p.person_id = e.person_id and p.region_id = e.region_id
    where p.person_id is null and e.person_id not in (select s.person_id from public.statistics_stale s);
  analyze present;
  create temporary table waiting on commit drop as
    select p.* from present p
    where not exists (select from public.statistics_group_member g where g.region_id = p.region_id and g.person_id = p.person_id);
  -- a region that is quiet, has waited a day, or is told for the first time
  create temporary table due on commit drop as
    select w.region_id from (select x.region_id, count(*) as persons from waiting x group by 1) w
    left join public.statistics_release l on l.region_id = w.region_id
    where l.region_id is null or l.swept_on < today or (w.persons = l.waiting and w.persons >= 30);
  create temporary table looked on commit drop as
    select distinct g.group_id from public.statistics_group_member g
    left join present p on p.region_id = g.region_id and p.person_id = g.person_id
    where everybody or g.cohort_id is distinct from p.cohort_id;
  create temporary table asked on commit drop as
    select w.region_id, w.person_id, w.cohort_id, null::uuid as group_id from waiting w where w.region_id in (select d.region_id from due d)
    union all
    select g.region_id, g.person_id, p.cohort_id, g.group_id from public.statistics_group_member g
    left join present p on p.region_id = g.region_id and p.person_id = g.person_id
    where g.group_id in (select l.group_id from looked l);
  analyze asked;
`;

/** What is said of each person of a program: of the enrollment that runs, else of the latest. */
const traits = `
  create temporary table trait on commit drop as
    select x.*, coalesce(d.kind, k.kind, 'NONE') as overlap, coalesce(d.months, k.months, 0)::integer as overlap_months,
      coalesce(d.rupiah, k.rupiah, 0) as overlap_rupiah, p.membership, p.paid_run
    from (
      select distinct on (e.region_id, e.program_id, e.person_id) e.region_id, e.program_id, e.person_id, e.category_id,
        case when e.state in ('ENDED', 'REJECTED') then 'ENDED' when e.state = 'ACTIVE' then 'ACTIVE' else 'WAITING' end as status,
        e.state, coalesce(e.end_reason, 'NONE') as end_reason,
        case when e.state <> 'ENDED' then 'NOT_ENDED' when exists (select from public.enrollment n where n.replaces_id = e.id) then 'YES' else 'NO' end as is_replaced,
        case when b.died_on is null then 'ALIVE' when e.state in ('ENDED', 'REJECTED') then 'DEAD_ENDED' else 'DEAD_STILL_ENROLLED' end as life,
        case when b.died_on is null then 'NO' when exists (
          select from public.coverage c where c.enrollment_id = e.id and c.credit_note_id is null
            and upper(c.months) > (date_trunc('month', b.died_on) + interval '1 month')::date) then 'YES' else 'NO' end as paid_after_death,
        coalesce(b.sex, 'UNKNOWN') as sex, coalesce(b.decile, 0) as decile,
        case when b.birth_date is null then 'UNKNOWN' else (
          case width_bucket(extract(year from age(today, b.birth_date)), array[20, 30, 40, 50, 60, 65])
            when 0 then '0-19' when 1 then '20-29' when 2 then '30-39' when 3 then '40-49' when 4 then '50-59' when 5 then '60-64' else '65+' end) end as age_band,
        case when 'PREFIX_ELSEWHERE' = any (b.nik_findings) then 'ELSEWHERE' else 'HERE' end as nik_origin,
        coalesce((select v.result from public.verification v where v.beneficiary_id = b.id and v.check_kind = 'DUKCAPIL'
          order by v.checked_on desc, v.id desc limit 1), 'NOT_CHECKED') as dukcapil,
        case when e.kpj is null then 'MISSING' else 'KNOWN' end as kpj, coalesce(e.decree, 'NONE') as decree
      from asked a join public.enrollment e on e.person_id = a.person_id and e.region_id = a.region_id
      join public.beneficiary b on b.id = e.beneficiary_id
      order by e.region_id, e.program_id, e.person_id, (e.state not in ('ENDED', 'REJECTED')) desc, e.entered_on desc, e.id desc) x
    left join (
      select t.program_id, t.person_id, 'PAID_TWICE' as kind, sum(app.month_count(t.months)) as months, sum(t.paid_rupiah) as rupiah
      from public.double_payment t group by 1, 2) d on d.program_id = x.program_id and d.person_id = x.person_id
    left join (
      select c.program_id, c.person_id, 'REFUSED' as kind, sum(app.month_count(c.months)) as months, sum(c.saved_rupiah) as rupiah
      from public.coverage_case c where c.state <> 'PAID_TWICE' group by 1, 2) k on k.program_id = x.program_id and k.person_id = x.person_id
    left join (
      select c.person_id, case when c.current_run = 0 then '0' when c.current_run < 3 then '1-2' when c.current_run < 12 then '3-11' else '12+' end as paid_run,
        case when c.longest_run = 0 then 'NEVER_PAID' when c.unpaid_months > 3 then 'LAPSED' else 'RUNNING' end as membership
      from app.paid_continuity(array(select distinct a.person_id from asked a), date_trunc('month', today)::date) c) p on p.person_id = x.person_id;
  analyze trait;
`;

/** All that is said of a person, from general to special. */
const labelling = `
  create temporary table shape on commit drop as
    select r.cohort_id, r.region_id,
      md5(string_agg(distinct r.program_id::text, '' order by r.program_id::text)) as programs,
      md5(string_agg(distinct r.program_id::text || r.category_id, '' order by r.program_id::text || r.category_id)) as categories,
      md5(string_agg(concat_ws(' ', r.program_id, r.funding_source, coalesce(r.office_id::text, '-'), r.is_paid, r.monthly_rupiah, r.first_month, r.end_month),
        ',' order by r.program_id, r.first_month, r.end_month, r.funding_source)) as history,
      min(r.sex) as sex, min(r.decile)::text as decile
    from public.statistics_run r where r.cohort_id in (select a.cohort_id from asked a)
    group by 1, 2;
  analyze shape;
  create temporary table label on commit drop as
    select a.region_id, a.person_id, a.cohort_id, a.group_id, x.labels,
      case when o.id is not null then app.told_labels(x.labels, o.labels) end as way
    from asked a
    join (
      select t.region_id, t.person_id, min(t.sex) as sex, min(t.decile)::text as decile, min(t.age_band) as age_band,
        min(t.membership) || min(t.paid_run) as continuity,
        md5(string_agg(t.program_id::text, '' order by t.program_id)) as programs,
        md5(string_agg(t.program_id || t.status, '' order by t.program_id)) as status,
        md5(string_agg(concat_ws(' ', t.program_id, t.state, t.end_reason, t.is_replaced, t.life, t.paid_after_death, t.overlap), ',' order by t.program_id)) as fate,
        md5(string_agg(t.program_id::text || t.category_id, '' order by t.program_id)) as categories,
        md5(string_agg(concat_ws(' ', t.nik_origin, t.dukcapil, t.kpj, case when t.age_band in ('60-64', '65+') then t.age_band end), ',' order by t.program_id)) as checks,
        md5(string_agg(t.decree, ',' order by t.program_id)) as decree
      from trait t group by 1, 2) t on t.region_id = a.region_id and t.person_id = a.person_id
    left join shape s on s.cohort_id = a.cohort_id and s.region_id = a.region_id
    left join public.statistics_group o on o.id = a.group_id
    cross join lateral (select array[t.programs || coalesce(s.programs, ''), t.status, t.fate, t.categories || coalesce(s.categories, ''), t.decree,
      coalesce(s.history, 'NONE'), t.continuity, t.checks, coalesce(s.sex, t.sex), coalesce(s.decile, t.decile), t.age_band] as labels) x;
  create index on label (region_id, person_id);
  analyze label;
`;

const looking = `
  create function app.look_at_people(everybody boolean) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    today date := app.today();
  begin
    ${[look, traits, labelling].join('\n')}
  end $$;
  comment on function app.look_at_people(boolean) is
    'Puts down in temporary tables who is there, who waits for a group, and what is said of those who have to be looked at; for app.release_statistics.';
  revoke execute on function app.look_at_people(boolean) from public;
`;
