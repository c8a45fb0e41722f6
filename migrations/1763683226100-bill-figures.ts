import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures over the ledger for those who may know its sums but not its people: arrears by age, and where approved,
 * active, covered, billed and paid part ways in a month. Counts only; no row of a person leaves these functions.
 */
export class BillFigures1763683226100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(arrears);
    await runner.query(reconciliation);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function app.reconciliation(uuid, date); drop function app.arrears(uuid[], uuid[], date);',
    );
  }
}

const arrears = `
  create function app.arrears(programs uuid[], regions uuid[], as_of date)
    returns table (program_id uuid, region_id uuid, age text, persons integer, person_months integer, rupiah numeric, is_suppressed boolean)
    language sql stable security definer set search_path = '' as $$
    with visible as materialized (
      select p.id, p.region_id, p.region_id in (select app.person_regions()) as shows_people
      from public.program p
      where p.region_id in (select app.readable_regions())
        and (programs is null or p.id = any (programs)) and (regions is null or p.region_id = any (regions))),
    -- a month is in arrears when it has ended and its contribution is not paid, billed or not
    owed as (
      select c.program_id, c.person_id, c.months * daterange(null, date_trunc('month', as_of)::date) as months,
        c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah as monthly
      from public.coverage c
      left join public.bill b on b.id = c.bill_id
      where c.program_id in (select v.id from visible v) and c.credit_note_id is null and b.state is distinct from 'PAID'
        and c.months && daterange(null, date_trunc('month', as_of)::date)),
    -- months counted from year 0 here: app.month_count for each of a million rows would take seconds
    numbered as (
      select o.program_id, o.person_id, o.monthly,
        (extract(year from lower(o.months)) * 12 + extract(month from lower(o.months)))::integer as first,
        (extract(year from upper(o.months)) * 12 + extract(month from upper(o.months)))::integer as after
      from owed o),
    of_person as (
      select n.program_id, n.person_id, range_agg(int4range(n.first, n.after)) as spans, sum(n.after - n.first) as months,
        sum((n.after - n.first) * n.monthly) as rupiah
      from numbered n group by n.program_id, n.person_id),
    aged as (
      select p.program_id, p.months, p.rupiah,
        case (select least(max(upper(s) - lower(s)), 4) from unnest(p.spans) s)
          when 1 then 'ONE_MONTH' when 2 then 'TWO_MONTHS' when 3 then 'THREE_MONTHS' else 'MORE_THAN_THREE_MONTHS' end as age
      from of_person p),
    counted as (
      select a.program_id, a.age, count(*)::integer as persons, sum(a.months)::integer as person_months, sum(a.rupiah) as rupiah
      from aged a group by a.program_id, a.age)
    select n.program_id, v.region_id, n.age,
      case when shown.yes then n.persons end, case when shown.yes then n.person_months end, case when shown.yes then n.rupiah end, not shown.yes
    from counted n join visible v on v.id = n.program_id
    -- fewer than five persons might be recognised by those who may not see people
    cross join lateral (select v.shows_people or n.persons >= 5 as yes) shown
    order by n.program_id, case n.age when 'ONE_MONTH' then 1 when 'TWO_MONTHS' then 2 when 'THREE_MONTHS' then 3 else 4 end
  $$;
  comment on function app.arrears(uuid[], uuid[], date) is
    'Persons by their longest run of unpaid months that have ended before the month of the day, per program; null arrays: all that the actor may read.';
`;

const reconciliation = `
  create function app.reconciliation(wanted uuid, in_month date)
    returns table (step text, heads integer, rupiah numeric)
    language sql stable security definer set search_path = '' as $$
    with p as materialized (
      select x.* from public.program x where x.id = wanted and x.region_id in (select app.readable_regions())),
    source as (
      select l.funding_source from public.budget_line l join p on p.id = l.program_id
      where l.fiscal_year = extract(year from in_month) order by coalesce(l.revised_rupiah, l.original_rupiah) desc, l.id limit 1),
    rate as materialized (
      select s.sector as is_transport, m.jkk_rupiah + m.jkm_rupiah + m.jht_rupiah as monthly
      from p cross join (values (true), (false)) as s(sector)
      cross join lateral app.monthly_contributions(p.segment, p.has_jht, s.sector, coalesce((select funding_source from source), 'APBD_REGENCY'),
        p.wage_base_rupiah, coalesce((app.setting_of(p.region_id)).apbdes_counts_as_apbd, true), in_month, in_month) m),
    due as (
      select e.id, coalesce(r.monthly, 0) as expected, e.state in ('ACTIVE', 'ENDED') as is_active
      from public.enrollment e join p on p.id = e.program_id
      join public.category c on c.id = e.category_id
      left join rate r on r.is_transport = c.is_transport
      where e.entered_on < in_month + interval '1 month'
        and (e.state in ('APPROVED', 'SUBMITTED', 'ACTIVE') or (e.state = 'ENDED' and e.ended_on >= in_month))),
    ledger as (
      select c.enrollment_id as id, c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah as monthly, c.credit_note_id is not null as is_credited,
        c.bill_id is not null as is_billed, coalesce(b.state = 'PAID', false) as is_paid
      from public.coverage c join p on p.id = c.program_id left join public.bill b on b.id = c.bill_id
      where c.months @> in_month),
    counting as (select l.* from ledger l where not l.is_credited),
    lines as (
      select d.id, d.expected, d.is_active, c.monthly as covered, coalesce(c.is_billed, false) as is_billed, coalesce(c.is_paid, false) as is_paid,
        d.id is null as is_extra,
        exists (select from ledger x where x.id = d.id and x.is_credited) as was_credited,
        exists (select from public.coverage_case k where k.enrollment_id = d.id and k.months @> in_month) as has_case
      from due d full join counting c on c.id = d.id),
    steps as (
      select 'APPROVED' as step, count(*) filter (where not l.is_extra) as heads, sum(l.expected) filter (where not l.is_extra) as rupiah from lines l
      union all select 'WAITING_FOR_ACTIVATION', count(*) filter (where not l.is_active), sum(l.expected) filter (where not l.is_active) from lines l where not l.is_extra and l.covered is null
      union all select 'ACTIVE', count(*), sum(l.expected) from lines l where l.is_active
      union all select 'COVERED_BY_ANOTHER_PAYER', count(*), sum(l.expected) from lines l where l.is_active and l.covered is null and not l.was_credited and l.has_case
      union all select 'CREDITED', count(*), sum(l.expected) from lines l where l.is_active and l.covered is null and l.was_credited
      union all select 'NOT_COVERED', count(*), sum(l.expected) from lines l where l.is_active and l.covered is null and not l.was_credited and not l.has_case
      union all select 'COVERED_WITHOUT_ENTITLEMENT', count(*), sum(l.covered) from lines l where l.covered is not null and (l.is_extra or not l.is_active)
      union all select 'RATE_DIFFERS', count(*), sum(l.covered - l.expected) from lines l where l.is_active and l.covered <> l.expected
      union all select 'COVERED', count(*), sum(l.covered) from lines l where l.covered is not null
      union all select 'NOT_BILLED', count(*), sum(l.covered) from lines l where l.covered is not null and not l.is_billed
      union all select 'BILLED', count(*), sum(l.covered) from lines l where l.is_billed
      union all select 'BILL_NOT_PAID', count(*), sum(l.covered) from lines l where l.is_billed and not l.is_paid
      union all select 'PAID', count(*), sum(l.covered) from lines l where l.is_paid)
    select s.step, s.heads::integer, coalesce(s.rupiah, 0) from steps s where exists (select from p)
  $$;
  comment on function app.reconciliation(uuid, date) is
    'Enrollments of a program in a month at each step from approved to paid, and the reasons why the steps differ; no row: not visible.';
`;

const rights = `
  revoke execute on function app.arrears(uuid[], uuid[], date), app.reconciliation(uuid, date) from public;
  grant execute on function app.arrears(uuid[], uuid[], date), app.reconciliation(uuid, date) to payung_app;
`;
