import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Covering and uncovering: one set-based statement over any number of enrollments each, looking across all regions. */
export class CoverageLedger1763683225000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(guards);
    await runner.query(rates);
    await runner.query(cover);
    await runner.query(uncover);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functions.map((name) => `drop function ${name};`).join('\n'));
  }
}

const functions = [
  'app.cover(uuid, uuid[], date, date, text, boolean)',
  'app.uncover(uuid[], date, date)',
  'app.month_count(datemultirange)',
  'app.program_rates(program, date, date, text)',
  'app.lock_ledger(uuid[])',
  'app.require_writer(uuid)',
];

const guards = `
  create function app.month_count(months datemultirange) returns integer language sql immutable set search_path = '' as $$
    select coalesce(sum(app.month_count(m)), 0)::integer from unnest(months) m
  $$;
  create function app.require_writer(region uuid) returns void language plpgsql stable security definer set search_path = '' as $$
  begin
    if region is null or region not in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')) then
      raise no_data_found using message = 'absent, or not visible';
    end if;
  end $$;

  create function app.lock_ledger(enrollments uuid[]) returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    -- Program, enrollment, person, each in the order of ids: everyone who locks several does it so, and two never wait
    -- for each other. A bill takes its program alone (no key update), so that no month comes or goes while it adds up.
    perform from public.program x
      where x.id in (select e.program_id from public.enrollment e where e.id = any (enrollments)) order by x.id for share;
    perform from public.enrollment x where x.id = any (enrollments) order by x.id for share;
    perform from public.person x
      where x.id in (select e.person_id from public.enrollment e where e.id = any (enrollments)) order by x.id for no key update;
  end $$;
  comment on function app.lock_ledger(uuid[]) is 'One writer at a time for the months of a person; the enrollments do not end meanwhile.';
`;

const rates = `
  create function app.program_rates(p program, month_from date, month_until date, funding text)
    returns table (is_transport boolean, budget_line_id uuid, months daterange, jkk numeric, jkm numeric, jht numeric)
    language plpgsql stable security definer set search_path = '' as $$
  declare
    fiscal record;
    first_month date;
    last_month date;
  begin
    for fiscal in
      select y.y as year, (array_agg(l.id))[1] as line, (array_agg(l.funding_source))[1] as source, count(l.id) as lines
      from generate_series(extract(year from month_from)::integer, extract(year from month_until)::integer) y
      left join public.budget_line l on l.program_id = p.id and l.fiscal_year = y.y and (funding is null or l.funding_source = funding)
      group by y.y order by y.y
    loop
      if fiscal.lines = 0 then
        raise exception 'coverage: no budget line for %', fiscal.year using errcode = 'check_violation', constraint = 'coverage_budget_line_missing';
      end if;
      if fiscal.lines > 1 then
        raise exception 'coverage: % budget lines for %', fiscal.lines, fiscal.year using errcode = 'check_violation', constraint = 'coverage_budget_line_ambiguous';
      end if;
      first_month := greatest(month_from, make_date(fiscal.year, 1, 1));
      last_month := least(month_until, make_date(fiscal.year, 12, 1));
      return query
        with rates as (
          select s.sector, m.*
          from (values (true), (false)) as s(sector)
          cross join lateral app.monthly_contributions(p.segment, p.has_jht, s.sector, fiscal.source, p.wage_base_rupiah,
            coalesce((app.setting_of(p.region_id)).apbdes_counts_as_apbd, true), first_month, last_month) m),
        islands as (
          select r.*, extract(month from r.month) - row_number() over (partition by r.sector, r.jkk_rupiah, r.jkm_rupiah, r.jht_rupiah order by r.month) as island
          from rates r)
        select i.sector, fiscal.line, daterange(min(i.month), (max(i.month) + interval '1 month')::date), i.jkk_rupiah, i.jkm_rupiah, i.jht_rupiah
        from islands i group by i.sector, i.island, i.jkk_rupiah, i.jkm_rupiah, i.jht_rupiah;
    end loop;
  end $$;
  comment on function app.program_rates(program, date, date, text) is
    'Rates of a program for a span of months, as runs of equal amounts within one fiscal year and budget line; a month without a tariff is left out.';
`;

const cover = `
  create function app.cover(program uuid, enrollments uuid[], month_from date, month_until date, funding text, takes_partial boolean)
    returns table (enrollment_id uuid, added_months integer, added_rupiah numeric, own_months integer, refused_months integer,
      outside_months integer, case_numbers text[])
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    p public.program;
    asked daterange := daterange(month_from, (month_until + interval '1 month')::date);
  begin
    select * into p from public.program x where x.id = cover.program for share;
    perform app.require_writer(p.region_id);
    if p.state <> 'APPROVED' then
      raise exception 'coverage: the program is %', p.state using errcode = 'check_violation', constraint = 'coverage_program_state';
    end if;
    if (month_from >= p.month_from and month_until <= p.month_until and month_until >= month_from) is not true then
      raise exception 'coverage: outside the program' using errcode = 'check_violation', constraint = 'coverage_outside_program';
    end if;
    perform app.lock_ledger(array(select e.id from public.enrollment e where e.id = any (enrollments) and e.program_id = p.id));
    if exists (
      select from (values (true), (false)) s(is_transport)
      where s.is_transport in (select c.is_transport from public.enrollment e join public.category c on c.id = e.category_id where e.id = any (enrollments))
        and (select range_agg(r.months) from app.program_rates(p, month_from, month_until, funding) r where r.is_transport = s.is_transport)
          is distinct from datemultirange(asked)) then
      raise exception 'coverage: a month has no tariff' using errcode = 'check_violation', constraint = 'coverage_tariff_missing';
    end if;
    return query
      with runs as materialized (select * from app.program_rates(p, month_from, month_until, funding)),
      wanted as materialized (
        -- from the month of entry to the month of the end, both included
        select e.id, e.person_id, c.is_transport, e.entered_on,
          asked * daterange(date_trunc('month', e.entered_on)::date, (date_trunc('month', e.ended_on) + interval '1 month')::date) as present
        from public.enrollment e join public.category c on c.id = e.category_id
        where e.id = any (enrollments) and e.program_id = p.id and e.state in ('ACTIVE', 'ENDED')),
      wished as materialized (
        -- who left and came back within one month has it once, in the earlier enrollment
        select w.*, datemultirange(w.present) - coalesce(range_agg(w.present) over (
          partition by w.person_id order by w.entered_on, w.id rows between unbounded preceding and 1 preceding), '{}') as months
        from wanted w),
      judged as materialized (
        select w.*, w.months - coalesce(t.all_months, '{}') as free, w.months * coalesce(t.own, '{}') as own, w.months * coalesce(t.others, '{}') as others
        from wished w cross join lateral (
          select range_agg(c.months) as all_months, range_agg(c.months) filter (where c.program_id = p.id) as own,
            range_agg(c.months) filter (where c.program_id <> p.id) as others
          from public.coverage c where c.person_id = w.person_id and c.credit_note_id is null and c.months && asked) t),
      added as (
        insert into public.coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
        select j.person_id, j.id, p.id, p.region_id, r.budget_line_id, piece, r.jkk, r.jkm, r.jht
        from judged j join runs r on r.is_transport = j.is_transport
        cross join lateral unnest(datemultirange(r.months) * j.free) as piece
        where takes_partial or isempty(j.others)
        returning coverage.enrollment_id, coverage.months, coverage.jkk_rupiah + coverage.jkm_rupiah + coverage.jht_rupiah as monthly),
      conflicts as materialized (
        select j.id, j.person_id, j.is_transport, h.program_id as holder_program_id, h.region_id as holder_region_id, h.months * j.others as months
        from judged j cross join lateral (
          select c.program_id, c.region_id, range_agg(c.months) as months
          from public.coverage c
          where c.person_id = j.person_id and c.credit_note_id is null and c.months && asked and c.program_id <> p.id
          group by c.program_id, c.region_id) h
        where not isempty(j.others)),
      raised as (
        insert into public.coverage_case (person_id, enrollment_id, program_id, region_id, holder_program_id, holder_region_id, months, saved_rupiah)
        select k.person_id, k.id, p.id, p.region_id, k.holder_program_id, k.holder_region_id, piece,
          (select coalesce(sum(app.month_count(r.months * piece) * (r.jkk + r.jkm + r.jht)), 0) from runs r
            where r.is_transport = k.is_transport and r.months && piece)
        from conflicts k
        cross join lateral unnest(k.months - coalesce((select range_agg(x.months) from public.coverage_case x
          where x.enrollment_id = k.id and x.holder_program_id = k.holder_program_id), '{}')) as piece
        returning coverage_case.enrollment_id, coverage_case.case_number),
      -- gathered by grouping, not by joining one intermediate result to another: that stays linear whatever the planner guesses
      facts as (
        select j.id, 0 as added, 0::numeric as rupiah, app.month_count(j.own) as own, app.month_count(j.others) as others,
          app.month_count(datemultirange(asked)) - app.month_count(j.months) as outside, null as case_number
        from judged j
        union all
        select a.enrollment_id, app.month_count(a.months), app.month_count(a.months) * a.monthly, 0, 0, 0, null from added a
        union all
        select r.enrollment_id, 0, 0, 0, 0, 0, r.case_number from raised r
        union all
        select k.id, 0, 0, 0, 0, 0, x.case_number
        from conflicts k join public.coverage_case x on x.enrollment_id = k.id and x.holder_program_id = k.holder_program_id and k.months && x.months)
      select f.id, sum(f.added)::integer, sum(f.rupiah), sum(f.own)::integer, sum(f.others)::integer, sum(f.outside)::integer,
        coalesce(array_agg(f.case_number order by f.case_number) filter (where f.case_number is not null), '{}')
      from facts f group by f.id;
  end $$;
  comment on function app.cover(uuid, uuid[], date, date, text, boolean) is
    'Covers the months of active or ended enrollments, within their time, that nobody covers yet; months of other payers are refused and kept as cases. One row per enrollment.';
`;

const uncover = `
  create function app.uncover(enrollments uuid[], month_from date, month_until date)
    returns table (enrollment_id uuid, removed_months integer, removed_rupiah numeric, billed_months integer)
    language plpgsql volatile security definer set search_path = '' as $$
  declare
    asked daterange := daterange(month_from, (month_until + interval '1 month')::date);
  begin
    perform app.require_writer(e.region_id) from (select distinct x.region_id from public.enrollment x where x.id = any (enrollments)) e;
    perform app.lock_ledger(enrollments);
    return query
      with removed as (
        delete from public.coverage c
        where c.enrollment_id = any (enrollments) and c.bill_id is null and c.months <@ asked returning c.*),
      shortened as (
        update public.coverage c set months = (
          select piece from unnest(datemultirange(c.months) - datemultirange(asked)) piece order by piece limit 1)
        from public.coverage o
        where o.id = c.id and c.enrollment_id = any (enrollments) and c.bill_id is null and c.months && asked and not c.months <@ asked
        returning c.*, o.months as whole),
      rest as (
        insert into public.coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
        select s.person_id, s.enrollment_id, s.program_id, s.region_id, s.budget_line_id, piece, s.jkk_rupiah, s.jkm_rupiah, s.jht_rupiah
        from shortened s cross join lateral unnest(datemultirange(s.whole) - datemultirange(asked)) as piece
        where piece <> s.months),
      facts as (
        select r.enrollment_id, app.month_count(r.months) as removed, r.jkk_rupiah + r.jkm_rupiah + r.jht_rupiah as monthly, 0 as billed from removed r
        union all
        select s.enrollment_id, app.month_count(s.whole * asked), s.jkk_rupiah + s.jkm_rupiah + s.jht_rupiah, 0 from shortened s
        union all
        select c.enrollment_id, 0, 0, app.month_count(c.months * asked) from public.coverage c
        where c.enrollment_id = any (enrollments) and c.bill_id is not null and c.credit_note_id is null and c.months && asked)
      select f.enrollment_id, sum(f.removed)::integer, sum(f.removed * f.monthly), sum(f.billed)::integer
      from facts f group by f.enrollment_id;
  end $$;
  comment on function app.uncover(uuid[], date, date) is 'Takes back months that are not billed; billed ones are counted and left. One row per enrollment that had some.';
`;

const rights = functions
  .map((name) => `revoke execute on function ${name} from public;\n`)
  .concat(functions.slice(0, 3).map((name) => `grant execute on function ${name} to payung_app;\n`))
  .join('');
