import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Brings cohorts to the ledger: set by set, only for people who were marked. */
export class StatisticsRefresh1763683260100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(refresh);
    await runner.query(`
      revoke execute on function app.refresh_statistics(integer) from public;
      grant execute on function app.refresh_statistics(integer) to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.refresh_statistics(integer)');
  }
}

// What changes while this runs leaves a mark that is not taken here, and is read from the ledger until the next run.
const refresh = `
  create function app.refresh_statistics(most integer) returns integer language plpgsql volatile security definer set search_path = '' as $$
  declare
    people integer;
  begin
    -- one at a time, whichever server asks
    perform pg_advisory_xact_lock(hashtextextended('app.refresh_statistics', 0));
    create temporary table taken on commit drop as select s.id, s.person_id from public.statistics_stale s order by s.id limit most;
    create temporary table asked on commit drop as select distinct t.person_id from pg_temp.taken t;
    get diagnostics people = row_count;
    analyze pg_temp.asked;

    create temporary table life on commit drop as
      select e.person_id, e.region_id, e.program_id, e.category_id, e.sex, e.decile, e.funding_source, e.office_id, e.is_paid,
        e.monthly_rupiah, range_agg(int4range(e.first_month, e.end_month)) as months
      from public.coverage_entry e where e.person_id in (select a.person_id from pg_temp.asked a)
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    create temporary table found on commit drop as
      select l.person_id, md5(string_agg(l.line, '' order by l.line))::uuid as cohort_id
      from (
        select x.person_id, md5(concat_ws(' ', x.region_id, x.program_id, x.category_id, x.sex, x.decile, x.funding_source,
          coalesce(x.office_id::text, '-'), x.is_paid, x.monthly_rupiah, x.months)) as line
        from pg_temp.life x) l
      group by l.person_id;
    analyze pg_temp.life;
    analyze pg_temp.found;

    with left_behind as (
      delete from public.statistics_member m where m.person_id in (select a.person_id from pg_temp.asked a) returning m.cohort_id),
    fewer as (select l.cohort_id, count(*) as persons from left_behind l group by 1)
    update public.statistics_cohort c set persons = c.persons - f.persons from fewer f where f.cohort_id = c.id;

    with new_cohort as (
      insert into public.statistics_cohort (id, persons) select distinct f.cohort_id, 0 from pg_temp.found f
      on conflict do nothing returning id),
    example as (
      select f.cohort_id, min(f.person_id::text)::uuid as person_id from pg_temp.found f
      where f.cohort_id in (select n.id from new_cohort n) group by 1)
    insert into public.statistics_run (cohort_id, region_id, program_id, category_id, sex, decile, funding_source, office_id, is_paid,
        monthly_rupiah, first_month, end_month)
      select x.cohort_id, l.region_id, l.program_id, l.category_id, l.sex, l.decile, l.funding_source, l.office_id, l.is_paid,
        l.monthly_rupiah, lower(s), upper(s)
      from example x join pg_temp.life l on l.person_id = x.person_id cross join lateral unnest(l.months) s;

    update public.statistics_cohort c set persons = c.persons + f.persons
      from (select x.cohort_id, count(*) as persons from pg_temp.found x group by 1) f where f.cohort_id = c.id;
    insert into public.statistics_member (person_id, cohort_id) select f.person_id, f.cohort_id from pg_temp.found f;
    delete from public.statistics_cohort c where c.persons = 0;
    delete from public.statistics_stale s where s.id in (select t.id from pg_temp.taken t);
    drop table pg_temp.taken, pg_temp.asked, pg_temp.life, pg_temp.found;
    return people;
  end $$;
  comment on function app.refresh_statistics(integer) is
    'Finds the cohort of at most so many marked persons anew; gives the number of persons.';
`;
