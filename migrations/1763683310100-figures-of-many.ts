import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The reckoning of programs' money in one pass. Program by program, each read anew who changed since the sums were made,
 * and asked for its rates: right after rosters were taken in, the alerts of sixty programs kept a core busy for minutes.
 */
export class FiguresOfMany1763683310100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ofMany);
    await runner.query(ofOne);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(before);
    await runner.query('drop function app.programs_reckoned(uuid[], integer)');
  }
}

// plpgsql on purpose: its plan is kept between calls
const ofMany = `
  create function app.programs_reckoned(programs uuid[], fiscal integer)
    returns table (program_id uuid, span daterange, month_total integer, required numeric, budget numeric, person_months numeric,
      paid_person_months numeric, billed numeric, paid numeric, runs_out date)
    language plpgsql stable security definer set search_path = '' as $$
  begin
    return query
    with wanted as materialized (
      select p.id, p.region_id, p.quota, p.segment, p.has_jht, p.wage_base_rupiah, s.span, coalesce(app.month_count(s.span), 0) as month_total
      from public.program p
      -- without a year both sides are the program's own
      cross join lateral (
        select case when make_date(fiscal, 1, 1) > p.month_until or make_date(fiscal, 12, 1) < p.month_from then 'empty'::daterange
          else daterange(greatest(p.month_from, make_date(fiscal, 1, 1)), (least(p.month_until, make_date(fiscal, 12, 1)) + interval '1 month')::date)
          end as span) s
      where p.id = any (programs)),
    budgets as (
      select l.program_id, sum(coalesce(l.revised_rupiah, l.original_rupiah)) as budget
      from public.budget_line l
      where l.program_id = any (programs) and (fiscal is null or l.fiscal_year = fiscal) group by l.program_id),
    settings as (
      select g.region_id, coalesce((app.setting_of(g.region_id)).apbdes_counts_as_apbd, true) as counts_as_apbd
      from (select distinct w.region_id from wanted w) g),
    asked as materialized (
      select w.id, w.segment, w.has_jht, s.is_transport, coalesce(l.funding_source, 'APBD_REGENCY') as funding, w.wage_base_rupiah as wage, g.counts_as_apbd,
        greatest(lower(w.span), make_date(y.year, 1, 1)) as month_from, least(upper(w.span) - 1, make_date(y.year, 12, 31)) as month_until
      from wanted w join settings g on g.region_id = w.region_id
      cross join lateral generate_series(extract(year from lower(w.span))::integer, extract(year from upper(w.span) - 1)::integer) as y(year)
      left join public.budget_line l on l.program_id = w.id and l.fiscal_year = y.year
      cross join lateral (
        select distinct c.is_transport from public.program_category x join public.category c on c.id = x.category_id where x.program_id = w.id
        union
        select b from (values (true), (false)) v(b) where not exists (select from public.program_category x where x.program_id = w.id)) s
      where w.month_total > 0),
    -- few answers serve many programs
    rates as (
      select q.*, c.month, c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah as rupiah
      from (select distinct a.segment, a.has_jht, a.is_transport, a.funding, a.wage, a.counts_as_apbd, a.month_from, a.month_until from asked a) q
      cross join lateral app.monthly_contributions(q.segment, q.has_jht, q.is_transport, q.funding, q.wage, q.counts_as_apbd, q.month_from, q.month_until) c),
    -- a mixed program is reckoned at the highest of its rates, so that the budget suffices
    needs as (
      select n.id, count(*) as months, sum(n.rupiah) as rupiah
      from (
        select a.id, r.month, max(r.rupiah) as rupiah
        from asked a join rates r on r.segment = a.segment and r.has_jht = a.has_jht and r.is_transport = a.is_transport and r.funding = a.funding
          and r.wage is not distinct from a.wage and r.counts_as_apbd = a.counts_as_apbd and r.month_from = a.month_from and r.month_until = a.month_until
        group by a.id, r.month) n
      group by n.id),
    runs as materialized (
      select k.id, k.months, k.state, app.month_count(k.months) as length, sum(k.persons)::bigint as people, sum(k.persons * k.monthly_rupiah) as monthly
      from (
        select w.id, e.persons, e.monthly_rupiah, daterange(app.month_of(e.first_month), app.month_of(e.end_month)) * w.span as months,
          case when e.is_paid then 'PAID' when e.is_billed then 'ISSUED' end as state
        from app.kept_entries(programs) e join wanted w on w.id = e.program_id) k
      where not isempty(k.months)
      group by k.id, k.months, k.state),
    sums as (
      select r.id, sum(r.length * r.people) as person_months, sum(r.length * r.people) filter (where r.state = 'PAID') as paid_person_months,
        sum(r.length * r.monthly) filter (where r.state is not null) as billed, sum(r.length * r.monthly) filter (where r.state = 'PAID') as paid
      from runs r group by r.id),
    billed_in as (
      select r.id, m::date as month, sum(r.monthly) as rupiah, row_number() over (partition by r.id order by m::date desc) as place,
        sum(sum(r.monthly)) over (partition by r.id order by m::date) as total
      from runs r cross join lateral generate_series(lower(r.months), upper(r.months) - 1, interval '1 month') m
      where r.state is not null group by r.id, m::date),
    course as (
      select x.id, min(x.month) filter (where x.total > b.budget) as overrun, max(x.month) as last_month,
        nullif(avg(x.rupiah) filter (where x.place <= 3), 0) as pace
      from billed_in x left join budgets b on b.program_id = x.id group by x.id),
    judged as (
      select w.*, b.budget, coalesce(s.person_months, 0) as person_months, coalesce(s.paid_person_months, 0) as paid_person_months,
        coalesce(s.billed, 0) as billed, coalesce(s.paid, 0) as paid, c.overrun, c.last_month, floor((b.budget - coalesce(s.billed, 0)) / c.pace) as months_left
      from wanted w left join budgets b on b.program_id = w.id left join sums s on s.id = w.id left join course c on c.id = w.id)
    select j.id, j.span, j.month_total,
      case when j.month_total = 0 then j.quota * 0::numeric when n.months = j.month_total then j.quota * n.rupiah end,
      j.budget, j.person_months, j.paid_person_months, j.billed, j.paid,
      coalesce(j.overrun, case when j.months_left between 0 and 1200 then (j.last_month + (j.months_left + 1)::integer * interval '1 month')::date end)
    from judged j left join needs n on n.id = j.id;
  end $$;
  comment on function app.programs_reckoned(uuid[], integer) is
    'Money of programs in a fiscal year (null: all), from budget lines, rates and the ledger, whoever asks; for functions only.';
  revoke execute on function app.programs_reckoned(uuid[], integer) from public;
`;

const ofOne = `
  create or replace function app.program_figures(p program, fiscal integer, shows_people boolean) returns json
    language plpgsql stable security definer set search_path = '' as $$
  declare
    r record;
    enrolled bigint;
    hides_heads boolean := false;
    hides_ledger boolean := false;
  begin
    select x.* into r from app.programs_reckoned(array[p.id], fiscal) x;
    enrolled := (select count(*) from public.enrollment e where e.program_id = p.id and e.state = 'ACTIVE');

    if not shows_people then
      hides_heads := enrolled between 1 and 4;
      hides_ledger := coalesce((
        select bool_or(n.people between 1 and 4)
        from (select distinct l.fiscal_year from public.budget_line l where l.program_id = p.id and (fiscal is null or l.fiscal_year = fiscal)) y
        cross join lateral (
          select count(distinct f.person_id) as people from (
            select c.person_id from public.coverage c join public.budget_line l on l.id = c.budget_line_id
            where l.program_id = p.id and l.fiscal_year = y.fiscal_year and c.program_id = p.id and c.credit_note_id is null limit 481) f) n), false);
    end if;

    return json_build_object(
      'fiscalYear', fiscal, 'months', r.month_total,
      'requiredRupiah', r.required::text, 'budgetRupiah', r.budget::text, 'adequacy', app.ratio(r.budget, r.required),
      'billedRupiah', case when not hides_ledger then r.billed::text end,
      'paidRupiah', case when not hides_ledger then r.paid::text end,
      'absorption', case when not hides_ledger then app.ratio(r.paid, r.budget) end,
      'personMonths', case when not hides_ledger then r.person_months end,
      'paidPersonMonths', case when not hides_ledger then r.paid_person_months end,
      'costPerPersonMonthRupiah', case when not hides_ledger then round(r.paid / nullif(r.paid_person_months, 0))::text end,
      'enrolledCount', case when not hides_heads then enrolled end,
      'quotaFulfilment', case when not hides_heads then app.ratio(enrolled, p.quota) end,
      'runsOutOn', case when not hides_ledger and r.runs_out < upper(r.span) then r.runs_out end,
      'isSuppressed', hides_heads or hides_ledger);

  end $$;
`;

const before = `
  create or replace function app.program_figures(p program, fiscal integer, shows_people boolean) returns json
    language plpgsql stable security definer set search_path = '' as $$
  declare
    span daterange;
    month_total integer;
    required numeric;
    budget numeric;
    ledger record;
    enrolled bigint;
    hides_heads boolean := false;
    hides_ledger boolean := false;
    months_left numeric;
    runs_out date;
  begin
    -- without a year both sides are the program's own
    span := case when make_date(fiscal, 1, 1) > p.month_until or make_date(fiscal, 12, 1) < p.month_from then 'empty'::daterange
      else daterange(greatest(p.month_from, make_date(fiscal, 1, 1)), (least(p.month_until, make_date(fiscal, 12, 1)) + interval '1 month')::date) end;
    month_total := coalesce(app.month_count(span), 0);
    budget := (select sum(coalesce(l.revised_rupiah, l.original_rupiah)) from public.budget_line l
      where l.program_id = p.id and (fiscal is null or l.fiscal_year = fiscal));

    if month_total = 0 then
      required := p.quota * 0;
    else
      -- a mixed program is reckoned at the highest of its rates, so that the budget suffices
      with rates as (
        select c.month, max(c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah) as rupiah
        from generate_series(extract(year from lower(span))::integer, extract(year from upper(span) - 1)::integer) as y(year)
        left join public.budget_line l on l.program_id = p.id and l.fiscal_year = y.year
        cross join (
          select distinct c.is_transport from public.program_category x join public.category c on c.id = x.category_id where x.program_id = p.id
          union
          select b from (values (true), (false)) v(b) where not exists (select from public.program_category x where x.program_id = p.id)) s
        cross join lateral app.monthly_contributions(p.segment, p.has_jht, s.is_transport, coalesce(l.funding_source, 'APBD_REGENCY'),
          p.wage_base_rupiah, coalesce((app.setting_of(p.region_id)).apbdes_counts_as_apbd, true),
          greatest(lower(span), make_date(y.year, 1, 1)), least(upper(span) - 1, make_date(y.year, 12, 31))) c
        group by c.month)
      select case when count(*) = month_total then p.quota * sum(r.rupiah) end into required from rates r;
    end if;

    with runs as materialized (
      select k.months * span as months, k.state, app.month_count(k.months * span) as length, sum(k.persons)::bigint as people,
        sum(k.persons * k.monthly_rupiah) as monthly
      from (
        select e.persons, e.monthly_rupiah, daterange(app.month_of(e.first_month), app.month_of(e.end_month)) as months,
          case when e.is_paid then 'PAID' when e.is_billed then 'ISSUED' end as state
        from app.kept_entries(array[p.id]) e) k
      where k.months && span
      group by k.months * span, k.state),
    billed as (
      select m::date as month, sum(r.monthly) as rupiah
      from runs r cross join lateral generate_series(lower(r.months), upper(r.months) - 1, interval '1 month') m
      where r.state is not null group by m),
    latest as (select x.month, x.rupiah from billed x order by x.month desc limit 3),
    running as (select x.month, sum(x.rupiah) over (order by x.month) as total from billed x)
    select coalesce(sum(r.length * r.people), 0) as person_months,
      coalesce(sum(r.length * r.people) filter (where r.state = 'PAID'), 0) as paid_person_months,
      coalesce(sum(r.length * r.monthly) filter (where r.state is not null), 0) as billed,
      coalesce(sum(r.length * r.monthly) filter (where r.state = 'PAID'), 0) as paid,
      (select min(x.month) from running x where x.total > budget) as overrun,
      (select max(x.month) from latest x) as last_month,
      (select nullif(avg(x.rupiah), 0) from latest x) as pace
      into ledger from runs r;
    enrolled := (select count(*) from public.enrollment e where e.program_id = p.id and e.state = 'ACTIVE');

    if not shows_people then
      hides_heads := enrolled between 1 and 4;
      hides_ledger := coalesce((
        select bool_or(n.people between 1 and 4)
        from (select distinct l.fiscal_year from public.budget_line l where l.program_id = p.id and (fiscal is null or l.fiscal_year = fiscal)) y
        cross join lateral (
          select count(distinct f.person_id) as people from (
            select c.person_id from public.coverage c join public.budget_line l on l.id = c.budget_line_id
            where l.program_id = p.id and l.fiscal_year = y.fiscal_year and c.program_id = p.id and c.credit_note_id is null limit 481) f) n), false);
    end if;

    months_left := floor((budget - ledger.billed) / ledger.pace);
    runs_out := coalesce(ledger.overrun,
      case when months_left between 0 and 1200 then (ledger.last_month + (months_left + 1)::integer * interval '1 month')::date end);

    return json_build_object(
      'fiscalYear', fiscal, 'months', month_total,
      'requiredRupiah', required::text, 'budgetRupiah', budget::text, 'adequacy', app.ratio(budget, required),
      'billedRupiah', case when not hides_ledger then ledger.billed::text end,
      'paidRupiah', case when not hides_ledger then ledger.paid::text end,
      'absorption', case when not hides_ledger then app.ratio(ledger.paid, budget) end,
      'personMonths', case when not hides_ledger then ledger.person_months end,
      'paidPersonMonths', case when not hides_ledger then ledger.paid_person_months end,
      'costPerPersonMonthRupiah', case when not hides_ledger then round(ledger.paid / nullif(ledger.paid_person_months, 0))::text end,
      'enrolledCount', case when not hides_heads then enrolled end,
      'quotaFulfilment', case when not hides_heads then app.ratio(enrolled, p.quota) end,
      'runsOutOn', case when not hides_ledger and runs_out < upper(span) then runs_out end,
      'isSuppressed', hides_heads or hides_ledger);

  end $$;
`;
