import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The only ways to change the ledger. Each is one set-based statement over any number of enrollments, looks across all
 * regions (so that no month is paid twice), and checks itself whether the actor may do it.
 */
export class CoverageLedger1763683225000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cover);
    await runner.query(uncover);
    await runner.query(billing);
    await runner.query(settling);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functions.map((name) => `drop function ${name};`).join('\n'));
  }
}

const functions = [
  'app.cover(uuid, uuid[], date, date, text, boolean)',
  'app.uncover(uuid[], date, date)',
  'app.issue_bill(uuid, uuid, uuid, daterange, text, date, date)',
  'app.cancel_bill(uuid)',
  'app.credit_bill(uuid, uuid, uuid[], daterange, text, date)',
  'app.close_case(uuid, text, text)',
  'app.record_double_payment(uuid, uuid)',
  'app.settle_double_payment(uuid, numeric, text, text)',
  'app.program_rates(program, date, date, text)',
  'app.require_writer(uuid)',
];

const cover = `
  create function app.require_writer(region uuid) returns void language plpgsql stable security definer set search_path = '' as $$
  begin
    if region is null or region not in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')) then
      raise no_data_found using message = 'absent, or not visible';
    end if;
  end $$;

  create function app.program_rates(p program, month_from date, month_until date, funding text)
    returns table (is_transport boolean, budget_line_id uuid, months daterange, jkk numeric, jkm numeric, jht numeric)
    language plpgsql stable security definer set search_path = '' as $$
  declare
    fiscal record;
    found_months integer;
  begin
    for fiscal in
      select y.y as year, (array_agg(l.id))[1] as line, (array_agg(l.funding_source))[1] as source, count(l.id) as lines
      from generate_series(extract(year from month_from)::integer, extract(year from month_until)::integer) y
      left join public.budget_line l on l.program_id = p.id and l.fiscal_year = y.y and (funding is null or l.funding_source = funding)
      group by y.y order by y.y
    loop
      if fiscal.lines <> 1 then
        raise exception 'coverage: % budget lines for %', fiscal.lines, fiscal.year using errcode = 'check_violation',
          constraint = case when fiscal.lines = 0 then 'coverage_budget_line_missing' else 'coverage_budget_line_ambiguous' end;
      end if;
      return query
        with rates as (
          select s.sector, m.*
          from (values (true), (false)) as s(sector)
          cross join lateral app.monthly_contributions(p.segment, p.has_jht, s.sector, fiscal.source, p.wage_base_rupiah,
            coalesce((app.setting_of(p.region_id)).apbdes_counts_as_apbd, true),
            greatest(month_from, make_date(fiscal.year, 1, 1)), least(month_until, make_date(fiscal.year, 12, 1))) m),
        islands as (
          select r.*, extract(month from r.month) - row_number() over (partition by r.sector, r.jkk_rupiah, r.jkm_rupiah, r.jht_rupiah order by r.month) as island
          from rates r)
        select i.sector, fiscal.line, daterange(min(i.month), (max(i.month) + interval '1 month')::date), i.jkk_rupiah, i.jkm_rupiah, i.jht_rupiah
        from islands i group by i.sector, i.island, i.jkk_rupiah, i.jkm_rupiah, i.jht_rupiah;
    end loop;
  end $$;
  comment on function app.program_rates(program, date, date, text) is
    'Rates of a program for a span of months, as runs of equal amounts within one fiscal year and budget line.';

  create function app.cover(program uuid, enrollments uuid[], month_from date, month_until date, funding text, takes_partial boolean)
    returns table (enrollment_id uuid, added_months integer, added_rupiah numeric, own_months integer, refused_months integer, case_numbers text[])
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    p public.program;
    asked daterange := daterange(month_from, (month_until + interval '1 month')::date);
  begin
    select * into p from public.program x where x.id = cover.program;
    perform app.require_writer(p.region_id);
    if p.state <> 'APPROVED' then
      raise exception 'coverage: the program is %', p.state using errcode = 'check_violation', constraint = 'coverage_program_state';
    end if;
    if month_from < p.month_from or month_until > p.month_until or month_until < month_from then
      raise exception 'coverage: outside the program' using errcode = 'check_violation', constraint = 'coverage_outside_program';
    end if;
    -- one writer at a time for a person; in the order of ids, so that two never wait for each other
    perform from public.person x
      where x.id in (select e.person_id from public.enrollment e where e.id = any (enrollments) and e.program_id = p.id)
      order by x.id for no key update;
    return query
      with runs as materialized (select * from app.program_rates(p, month_from, month_until, funding)),
      wanted as materialized (
        select e.id, e.person_id, c.is_transport
        from public.enrollment e join public.category c on c.id = e.category_id
        where e.id = any (enrollments) and e.program_id = p.id and e.state = 'ACTIVE'),
      taken as materialized (
        select w.id, range_agg(c.months) as all_months,
          coalesce(range_agg(c.months * asked) filter (where c.enrollment_id = w.id), '{}') as own,
          coalesce(range_agg(c.months * asked) filter (where c.enrollment_id <> w.id), '{}') as others
        from wanted w join public.coverage c on c.person_id = w.person_id and c.credit_note_id is null and c.months && asked
        group by w.id),
      judged as materialized (
        select w.*, coalesce(t.all_months, '{}') as all_months, coalesce(t.own, '{}') as own, coalesce(t.others, '{}') as others
        from wanted w left join taken t on t.id = w.id),
      added as (
        insert into public.coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
        select j.person_id, j.id, p.id, p.region_id, r.budget_line_id, piece, r.jkk, r.jkm, r.jht
        from judged j join runs r on r.is_transport = j.is_transport
        cross join lateral unnest(datemultirange(r.months) - j.all_months) as piece
        where takes_partial or isempty(j.others)
        returning coverage.enrollment_id, coverage.months, coverage.jkk_rupiah + coverage.jkm_rupiah + coverage.jht_rupiah as monthly),
      refused as (
        insert into public.coverage_case (person_id, enrollment_id, program_id, region_id, holder_coverage_id, holder_program_id, holder_region_id, months, saved_rupiah)
        select j.person_id, j.id, p.id, p.region_id, c.id, c.program_id, c.region_id, c.months * asked,
          (select coalesce(sum(app.month_count(r.months * c.months) * (r.jkk + r.jkm + r.jht)), 0) from runs r
            where r.is_transport = j.is_transport and r.months && c.months)
        from judged j join public.coverage c on c.person_id = j.person_id and c.credit_note_id is null and c.months && asked and c.enrollment_id <> j.id
        where not isempty(j.others)
        on conflict on constraint coverage_case_unique do update set holder_coverage_id = excluded.holder_coverage_id
        returning coverage_case.enrollment_id, coverage_case.case_number)
      select j.id,
        coalesce((select sum(app.month_count(a.months))::integer from added a where a.enrollment_id = j.id), 0),
        coalesce((select sum(app.month_count(a.months) * a.monthly) from added a where a.enrollment_id = j.id), 0),
        coalesce((select sum(app.month_count(o))::integer from unnest(j.own) o), 0),
        coalesce((select sum(app.month_count(o))::integer from unnest(j.others) o), 0),
        coalesce((select array_agg(r.case_number order by r.case_number) from refused r where r.enrollment_id = j.id), '{}')
      from judged j;
  end $$;
  comment on function app.cover(uuid, uuid[], date, date, text, boolean) is
    'Covers the months of active enrollments that nobody covers yet; months of other payers are refused and kept as cases. One row per enrollment.';
`;

const uncover = `
  create function app.uncover(enrollments uuid[], month_from date, month_until date)
    returns table (enrollment_id uuid, removed_months integer, billed_months integer)
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    asked daterange := daterange(month_from, (month_until + interval '1 month')::date);
  begin
    perform app.require_writer(e.region_id) from (select distinct x.region_id from public.enrollment x where x.id = any (enrollments)) e;
    return query
      with before as materialized (
        select c.* from public.coverage c where c.enrollment_id = any (enrollments) and c.months && asked and c.credit_note_id is null order by c.id for update),
      pieces as materialized (
        select b.*, piece, row_number() over (partition by b.id order by piece) as number
        from before b cross join lateral unnest(datemultirange(b.months) - datemultirange(asked)) as piece
        where b.bill_id is null),
      removed as (
        delete from public.coverage c using before b where c.id = b.id and b.bill_id is null and b.months <@ asked returning c.id),
      shortened as (
        update public.coverage c set months = f.piece from pieces f where c.id = f.id and f.number = 1 returning c.id),
      rest as (
        insert into public.coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
        select f.person_id, f.enrollment_id, f.program_id, f.region_id, f.budget_line_id, f.piece, f.jkk_rupiah, f.jkm_rupiah, f.jht_rupiah
        from pieces f join shortened s on s.id = f.id where f.number > 1
        returning coverage.id)
      select b.enrollment_id,
        coalesce(sum(app.month_count(b.months * asked)) filter (where b.bill_id is null), 0)::integer,
        coalesce(sum(app.month_count(b.months * asked)) filter (where b.bill_id is not null), 0)::integer
      from before b group by b.enrollment_id;
  end $$;
  comment on function app.uncover(uuid[], date, date) is 'Takes back months that are not billed; billed ones are counted and left. One row per enrollment.';
`;

const billing = `
  create function app.issue_bill(new_bill uuid, program uuid, office uuid, period daterange, code text, issued date, due date) returns uuid
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    payer uuid := (select x.region_id from public.program x where x.id = issue_bill.program);
    total record;
  begin
    perform app.require_writer(payer);
    perform from public.coverage c
      where c.program_id = issue_bill.program and c.bill_id is null and c.months && period order by c.id for update;
    select count(distinct c.person_id) as heads, sum(app.month_count(c.months * period)) as person_months,
        sum(app.month_count(c.months * period) * c.jkk_rupiah) as jkk, sum(app.month_count(c.months * period) * c.jkm_rupiah) as jkm,
        sum(app.month_count(c.months * period) * c.jht_rupiah) as jht
      into total
      from public.coverage c where c.program_id = issue_bill.program and c.bill_id is null and c.months && period;
    if total.heads = 0 then
      raise exception 'bill: nothing to bill' using errcode = 'check_violation', constraint = 'bill_empty';
    end if;
    insert into public.bill (id, program_id, region_id, office_id, months, bill_code, heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, issued_on, due_on)
      values (new_bill, issue_bill.program, payer, office, period, code, total.heads, total.person_months, total.jkk, total.jkm, total.jht, issued, due);
    with before as materialized (
      select c.* from public.coverage c where c.program_id = issue_bill.program and c.bill_id is null and c.months && period),
    billed as (
      update public.coverage c set months = c.months * period, bill_id = new_bill from before b where c.id = b.id returning c.id)
    insert into public.coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
      select b.person_id, b.enrollment_id, b.program_id, b.region_id, b.budget_line_id, piece, b.jkk_rupiah, b.jkm_rupiah, b.jht_rupiah
      from before b join billed x on x.id = b.id
      cross join lateral unnest(datemultirange(b.months) - datemultirange(period)) as piece;
    return new_bill;
  end $$;
  comment on function app.issue_bill(uuid, uuid, uuid, daterange, text, date, date) is
    'Bills all unbilled months of a program within the period; heads and amounts are the ledger''s own sums.';

  create function app.cancel_bill(cancelled uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    payer uuid := (select b.region_id from public.bill b where b.id = cancelled for update);
  begin
    perform app.require_writer(payer);
    update public.bill b set state = 'CANCELLED' where b.id = cancelled;
    update public.coverage c set bill_id = null where c.bill_id = cancelled;
  end $$;

  create function app.credit_bill(new_note uuid, credited uuid, enrollments uuid[], period daterange, why text, on_day date) returns uuid
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    b public.bill;
    total record;
  begin
    select * into b from public.bill x where x.id = credited for update;
    perform app.require_writer(b.region_id);
    if b.state <> 'PAID' then
      raise exception 'credit: the bill is %', b.state using errcode = 'check_violation', constraint = 'credit_note_bill_state';
    end if;
    select count(*) as lines, sum(app.month_count(c.months * period)) as person_months,
        sum(app.month_count(c.months * period) * c.jkk_rupiah) as jkk, sum(app.month_count(c.months * period) * c.jkm_rupiah) as jkm,
        sum(app.month_count(c.months * period) * c.jht_rupiah) as jht
      into total
      from public.coverage c
      where c.bill_id = credited and c.credit_note_id is null and c.enrollment_id = any (enrollments) and c.months && period;
    if total.lines = 0 then
      raise exception 'credit: no such paid months' using errcode = 'check_violation', constraint = 'credit_note_empty';
    end if;
    insert into public.credit_note (id, bill_id, region_id, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, reason, credited_on)
      values (new_note, credited, b.region_id, total.person_months, total.jkk, total.jkm, total.jht, why, on_day);
    with before as materialized (
      select c.* from public.coverage c
      where c.bill_id = credited and c.credit_note_id is null and c.enrollment_id = any (enrollments) and c.months && period),
    taken_back as (
      update public.coverage c set months = c.months * period, credit_note_id = new_note from before x where c.id = x.id returning c.id)
    insert into public.coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah, bill_id)
      select x.person_id, x.enrollment_id, x.program_id, x.region_id, x.budget_line_id, piece, x.jkk_rupiah, x.jkm_rupiah, x.jht_rupiah, x.bill_id
      from before x join taken_back t on t.id = x.id
      cross join lateral unnest(datemultirange(x.months) - datemultirange(period)) as piece;
    return new_note;
  end $$;
  comment on function app.credit_bill(uuid, uuid, uuid[], daterange, text, date) is
    'Takes paid months back by a credit note; the months stay in the ledger, marked, and no longer count.';
`;

const settling = `
  create function app.close_case(closed uuid, new_state text, why text) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    c public.coverage_case;
  begin
    select * into c from public.coverage_case x where x.id = closed for update;
    if c.id is null or not (c.region_id in (select app.regions_of('ADMIN', 'COORDINATOR')) or c.holder_region_id in (select app.regions_of('ADMIN', 'COORDINATOR'))) then
      raise no_data_found using message = 'absent, or not visible';
    end if;
    update public.coverage_case x set state = new_state, resolution = why where x.id = closed;
  end $$;

  create function app.record_double_payment(new_payment uuid, of_case uuid) returns uuid language plpgsql volatile security definer set search_path = '' as $$
  declare
    c public.coverage_case;
  begin
    select * into c from public.coverage_case x where x.id = of_case for update;
    perform app.require_writer(c.region_id);
    insert into public.double_payment (id, coverage_id, case_id, person_id, enrollment_id, program_id, region_id, holder_region_id, months, paid_rupiah)
      values (new_payment, c.holder_coverage_id, c.id, c.person_id, c.enrollment_id, c.program_id, c.region_id, c.holder_region_id, c.months, c.saved_rupiah);
    update public.coverage_case x set state = 'PAID_TWICE' where x.id = of_case;
    return new_payment;
  end $$;
  comment on function app.record_double_payment(uuid, uuid) is
    'The register tells the truth: the months of the case were in fact paid a second time. The row of the other payer counts; this one is to be recovered.';

  create function app.settle_double_payment(settled uuid, recovered numeric, new_state text, how text) returns void
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    payer uuid := (select d.region_id from public.double_payment d where d.id = settled for update);
  begin
    perform app.require_writer(payer);
    update public.double_payment d set recovered_rupiah = recovered, state = new_state, ending = how where d.id = settled;
  end $$;
`;

const rights = functions
  .map((name) => `revoke execute on function ${name} from public;\n`)
  .concat(functions.slice(0, 8).map((name) => `grant execute on function ${name} to payung_app;\n`))
  .join('');
