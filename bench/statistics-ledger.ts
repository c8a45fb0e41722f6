import type pg from 'pg';

/**
 * Two runs of months for each enrollment, the first half-year paid and the second not: most people from January to
 * December of their program's year, every tenth from a later month, every seventeenth until an earlier one.
 */
export async function writeLedger(client: pg.Client): Promise<void> {
  await client.query('set session_replication_role = replica; set synchronous_commit = off');
  for (const statement of statements) await client.query(statement);
  await client.query('reset session_replication_role');
  await client.query('vacuum (analyze)');
}

const statements = [
  `update beneficiary b set decile = 1 + n.place % 10, decile_source = 'DTSEN', decile_on = '2024-01-01'
   from (select x.id, row_number() over (order by x.id) as place from beneficiary x) n where n.id = b.id`,
  `create temporary table run as
   select e.id, e.person_id, e.program_id, e.region_id, l.id as line_id, p.month_from as half,
     (p.month_from + make_interval(months => case when x.place % 10 = 0 then (x.place / 10 % 9)::integer else 0 end))::date as first,
     (p.month_from + make_interval(months => case when x.place % 17 = 0 then 4 + (x.place / 17 % 8)::integer else 12 end))::date as after
   from (select e.*, row_number() over (order by e.id) as place from enrollment e) x join enrollment e on e.id = x.id
   join program p on p.id = e.program_id join budget_line l on l.program_id = p.id`,
  `insert into bill (id, program_id, region_id, office_id, months, heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah, issued_on, due_on, state, paid_on, disbursement_number)
   select gen_random_uuid(), p.id, p.region_id, (select o.id from office o where o.level = 'KC' order by o.id limit 1),
     daterange(p.month_from, (p.month_from + interval '6 months')::date), 1, 6, 60000, 40800, 0, p.month_from, p.month_from + 30, 'PAID', p.month_from + 20, 'SP2D-' || p.id
   from program p`,
  `insert into coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah, bill_id)
   select r.person_id, r.id, r.program_id, r.region_id, r.line_id, m.months, 10000, 6800, 0, b.id
   from run r join bill b on b.program_id = r.program_id cross join lateral (select daterange(r.first, r.after) * b.months as months) m
   where r.first < r.after and not isempty(m.months)`,
  `insert into coverage (person_id, enrollment_id, program_id, region_id, budget_line_id, months, jkk_rupiah, jkm_rupiah, jht_rupiah)
   select r.person_id, r.id, r.program_id, r.region_id, r.line_id, m.months, 10000, 6800, 0
   from run r cross join lateral (
     select daterange(r.first, r.after) * daterange((r.half + interval '6 months')::date, (r.half + interval '12 months')::date) as months) m
   where r.first < r.after and not isempty(m.months)`,
  'insert into statistics_stale (person_id) select distinct c.person_id from coverage c',
];

/** The same by SQL that somebody would write by hand for one question, over the ledger. */
export const plainSql = `
  select c.region_id, e.category_id, m::date as month, count(distinct c.person_id) as persons, count(*) as person_months,
    sum(c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah) as contribution,
    sum(case when b.state = 'PAID' then c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah else 0 end) as paid
  from coverage c join enrollment e on e.id = c.enrollment_id left join bill b on b.id = c.bill_id
  cross join lateral generate_series(greatest(lower(c.months), $1::date), least(upper(c.months) - 1, $2::date), interval '1 month') m
  where c.credit_note_id is null and c.months && daterange($1::date, $2::date, '[]')
  group by 1, 2, 3`;
