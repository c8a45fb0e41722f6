import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The reckoning of a program's money from the sums beside the ledger: a page of programs of 100,000 people each read
 * half a million rows of the ledger for every line, and gave up after five seconds. What it says is the same.
 */
export class ProgramFiguresKept1763683306100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(entries);
    await replace(runner, fromLedger, fromSums);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, fromSums, fromLedger);
    await runner.query('drop function app.kept_entries(uuid[]); drop function app.month_of(integer)');
  }
}

/** Puts other passages into app.program_figures as it stands, each of which has to be there. */
async function replace(runner: QueryRunner, old: readonly string[], other: readonly string[]): Promise<void> {
  const [row] = await runner.query(
    `select pg_get_functiondef('app.program_figures(program, integer, boolean)'::regprocedure) as text`,
  );
  const text = old.reduce((before: string, passage, index) => {
    if (!before.includes(passage)) throw new Error(`app.program_figures is not as expected: ${passage}`);
    return before.replace(passage, () => other[index] ?? '');
  }, row.text);
  await runner.query(text);
}

const entries = `
  create function app.kept_entries(programs uuid[])
    returns table (unit uuid, persons integer, region_id uuid, program_id uuid, funding_source text, is_billed boolean, is_paid boolean,
      monthly_rupiah numeric, first_month integer, end_month integer)
    language sql stable set search_path = '' rows 2000 as $$
    with stale as materialized (select distinct s.person_id from public.statistics_stale s),
    moved as materialized (
      select m.cohort_id, count(*)::integer as persons
      from stale s join public.statistics_member m on m.person_id = s.person_id group by 1)
    select r.cohort_id, c.persons - coalesce(m.persons, 0), r.region_id, r.program_id, r.funding_source, r.office_id is not null, r.is_paid,
      r.monthly_rupiah, r.first_month, r.end_month
    from public.statistics_run r join public.statistics_cohort c on c.id = r.cohort_id left join moved m on m.cohort_id = c.id
    where r.program_id = any (programs) and c.persons > coalesce(m.persons, 0)
    union all
    select e.person_id, 1, e.region_id, e.program_id, e.funding_source, e.office_id is not null, e.is_paid, e.monthly_rupiah, e.first_month, e.end_month
    from stale s join public.coverage_entry e on e.person_id = s.person_id
    where e.program_id = any (programs)
  $$;
  comment on function app.kept_entries(uuid[]) is
    'Months of programs that count, of whom the caller may see: each row stands for so many persons of one unit, from the cohorts, and from the ledger for whoever changed since. Months are numbered from year 0; the end is excluded.';
  revoke execute on function app.kept_entries(uuid[]) from public;
  grant execute on function app.kept_entries(uuid[]) to payung_app;

  create function app.month_of(month_number integer) returns date language sql immutable set search_path = '' as $$
    select make_date(month_number / 12, month_number % 12 + 1, 1)
  $$;
  comment on function app.month_of(integer) is 'First day of a month numbered from year 0.';
  revoke execute on function app.month_of(integer) from public;
`;

const fromLedger = [
  `select c.months * span as months, b.state, app.month_count(c.months * span) as length, count(*) as people,
        sum(c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah) as monthly
      from public.coverage c left join public.bill b on b.id = c.bill_id
      where c.program_id = p.id and c.credit_note_id is null and c.months && span
      group by c.months * span, b.state),`,
  'select count(distinct e.person_id) from public.enrollment e',
  `select min(y.people) < 5 from (
          select count(distinct c.person_id) as people
          from public.coverage c join public.budget_line l on l.id = c.budget_line_id
          where c.program_id = p.id and c.credit_note_id is null and (fiscal is null or l.fiscal_year = fiscal)
          group by l.fiscal_year) y), false);`,
];

const fromSums = [
  `select k.months * span as months, k.state, app.month_count(k.months * span) as length, sum(k.persons)::bigint as people,
        sum(k.persons * k.monthly_rupiah) as monthly
      from (
        select e.persons, e.monthly_rupiah, daterange(app.month_of(e.first_month), app.month_of(e.end_month)) as months,
          case when e.is_paid then 'PAID' when e.is_billed then 'ISSUED' end as state
        from app.kept_entries(array[p.id]) e) k
      where k.months && span
      group by k.months * span, k.state),`,
  // a person has one place in a program that is not ended
  'select count(*) from public.enrollment e',
  // four people have 480 rows at most in ten years of months: whoever finds 481 has found five people
  `select bool_or(n.people between 1 and 4)
        from (select distinct l.fiscal_year from public.budget_line l where l.program_id = p.id and (fiscal is null or l.fiscal_year = fiscal)) y
        cross join lateral (
          select count(distinct f.person_id) as people from (
            select c.person_id from public.coverage c join public.budget_line l on l.id = c.budget_line_id
            where l.program_id = p.id and l.fiscal_year = y.fiscal_year and c.program_id = p.id and c.credit_note_id is null limit 481) f) n), false);`,
];
