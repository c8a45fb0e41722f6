import type { Figure, FigureWorld, RateOfMonth, RegisterOfYear } from './figure.rules.js';

/** Answer of `worldSql`: one row, whose JSON has the shape of the checks' world. */
export interface WorldRow {
  readonly figures: readonly Figure[];
  readonly rates: readonly RateOfMonth[];
  readonly register: readonly RegisterOfYear[];
  readonly today: string;
  /** Years of the program; null: the checks are of a whole region. */
  readonly years: readonly number[] | null;
}

const figures = `
  select coalesce(json_agg(json_build_object(
      'id', 'observation_' || replace(o.id::text, '-', ''), 'indicator', i.code, 'unit', i.unit,
      'value', trim_scale(o.value)::text, 'asOf', o.as_of, 'period', o.period, 'label', o.label,
      'sources', (
        select coalesce(json_agg(json_build_object('publisher', s.publisher, 'title', s.title, 'publishedOn', s.published_on, 'url', s.url)
          order by s.published_on, s.id), '[]')
        from citation c join source s on s.id = c.source_id where c.concept = 'observation' and c.record_id = o.id))
    order by o.as_of, o.period, o.value, o.id), '[]')
  from observation o join indicator i on i.id = o.indicator_id
  where o.region_id = (select subject.region_id from subject)`;

// what a regional budget pays for a worker of the lowest wage band; figures reach back to the first years of the program
const rates = `
  select coalesce(json_agg(json_build_object(
      'month', m.month, 'bpu', (m.jkk_rupiah + m.jkm_rupiah)::text, 'puPercent', (
        select trim_scale(sum(t.percent))::text from tariff t
        where t.segment = 'PU' and t.scheme in ('JKK', 'JKM') and t.kind = 'PERCENT_OF_WAGE' and t.wage_from_rupiah = 0
          and (t.sector is null or t.sector = 'OTHER') and m.month between t.valid_from and coalesce(t.valid_until, 'infinity')
        having count(*) = 2)) order by m.month), '[]')
  from app.monthly_contributions('BPU', false, false, 'APBD_REGENCY', null, true, date '2016-01-01',
    (date_trunc('year', app.today()) + interval '2 years' - interval '1 month')::date) m`;

const yearsOfPrograms = `
  select p.*, y as year, greatest(p.month_from, make_date(y, 1, 1)) as year_from, least(p.month_until, make_date(y, 12, 1)) as year_until
  from program p
  cross join generate_series(extract(year from p.month_from)::integer, extract(year from p.month_until)::integer) y
  where p.region_id = (select subject.region_id from subject) and p.state <> 'DRAFT'
    and ((select subject.program_id from subject) is null or p.id = (select subject.program_id from subject))`;

const required = `
  select sum(p.quota * (m.jkk_rupiah + m.jkm_rupiah + m.jht_rupiah))
  from app.monthly_contributions(p.segment, p.has_jht, false, coalesce((
      select l.funding_source from budget_line l where l.program_id = p.id and l.fiscal_year = p.year
      order by coalesce(l.revised_rupiah, l.original_rupiah) desc, l.id limit 1), 'APBD_REGENCY'),
    p.wage_base_rupiah, true, p.year_from, p.year_until) m`;

// people and what was paid for them are compared for those who may see people: to others they are told in groups and fives
const register = `
  select coalesce(json_agg(json_build_object(
      'year', y.year, 'programs', y.programs, 'budgetRupiah', y.budget::text, 'requiredRupiah', y.required::text, 'quota', y.quota::text,
      'persons', y.persons::text, 'paidRupiah', y.paid::text) order by y.year), '[]')
  from (
    select p.year, count(*) as programs, sum(p.quota) as quota, sum((${required})) as required,
      sum((select sum(coalesce(l.revised_rupiah, l.original_rupiah)) from budget_line l where l.program_id = p.id and l.fiscal_year = p.year)) as budget,
      (select nullif(count(distinct c.person_id), 0) from coverage c
        where c.program_id = any (array_agg(p.id)) and c.credit_note_id is null
          and c.months && daterange(make_date(p.year, 1, 1), make_date(p.year + 1, 1, 1))) as persons,
      (select sum(b.total_rupiah - coalesce((select sum(n.total_rupiah) from credit_note n where n.bill_id = b.id), 0)) from bill b
        where b.program_id = any (array_agg(p.id)) and b.state = 'PAID' and extract(year from b.paid_on) = p.year
          and b.region_id = any (array(select app.person_regions()))) as paid
    from (${yearsOfPrograms}) p group by p.year) y`;

/** Everything that the checks look at, in one statement. $1: database key of a region; $2: of a program; one is null. */
export const worldSql = `
  with subject as materialized (
    select coalesce($1::uuid, (select p.region_id from program p where p.id = $2::uuid)) as region_id, $2::uuid as program_id)
  select (${figures}) as figures, (${rates}) as rates, (${register}) as register, app.today()::text as today,
    (select array_agg(y) from program p
      cross join generate_series(extract(year from p.month_from)::integer, extract(year from p.month_until)::integer) y
      where p.id = $2::uuid) as years`;

export function worldOf({ figures: known, rates: found, register: held, today }: WorldRow): FigureWorld {
  return { figures: known, rates: found, register: held, today };
}
