import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The reckoning of a program's money, apart from who may see it: alerts reckon for every program, without an actor. */
export class ProgramFigures1763683250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(figures);
    await runner.query(asSeen);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(asBefore);
    await runner.query('drop function app.program_figures(program, integer, boolean)');
  }
}

const variables = `
    span daterange;
    month_total integer;
    required numeric;
    budget numeric;
    ledger record;
    enrolled bigint;
    hides_heads boolean := false;
    hides_ledger boolean := false;
    months_left numeric;
    runs_out date;`;

const reckoning = `
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
      select c.months * span as months, b.state, app.month_count(c.months * span) as length, count(*) as people,
        sum(c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah) as monthly
      from public.coverage c left join public.bill b on b.id = c.bill_id
      where c.program_id = p.id and c.credit_note_id is null and c.months && span
      group by c.months * span, b.state),
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
    enrolled := (select count(distinct e.person_id) from public.enrollment e where e.program_id = p.id and e.state = 'ACTIVE');

    if not shows_people then
      hides_heads := enrolled between 1 and 4;
      hides_ledger := coalesce((
        select min(y.people) < 5 from (
          select count(distinct c.person_id) as people
          from public.coverage c join public.budget_line l on l.id = c.budget_line_id
          where c.program_id = p.id and c.credit_note_id is null and (fiscal is null or l.fiscal_year = fiscal)
          group by l.fiscal_year) y), false);
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
`;

const figures = `
  create function app.program_figures(p program, fiscal integer, shows_people boolean) returns json
    language plpgsql stable security definer set search_path = '' as $$
  declare ${variables}
  begin ${reckoning}
  end $$;
  comment on function app.program_figures(program, integer, boolean) is
    'Money and people of a program in a fiscal year (null: all), from budget lines, rates and the ledger, whoever asks; for functions only.';
  revoke execute on function app.program_figures(program, integer, boolean) from public;
`;

const asSeen = `
  create or replace function app.program_money(program uuid, fiscal integer) returns json
    language sql stable security definer set search_path = '' as $$
    select app.program_figures(p, fiscal, p.region_id in (select app.person_regions()))
    from public.program p
    where p.id = program_money.program and p.region_id in (select app.readable_regions()) and coalesce(fiscal between 2000 and 2100, true)
  $$;
`;

const asBefore = `
  create or replace function app.program_money(program uuid, fiscal integer) returns json
    language plpgsql stable security definer set search_path = '' as $$
  declare
    p public.program;
    shows_people boolean; ${variables}
  begin
    select x.* into p from public.program x where x.id = program_money.program and x.region_id in (select app.readable_regions());
    if p.id is null or fiscal not between 2000 and 2100 then
      return null;
    end if;
    shows_people := p.region_id in (select app.person_regions());
    ${reckoning}
  end $$;
`;
