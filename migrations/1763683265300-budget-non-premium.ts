import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a budget does not go into contributions, so that the cost of a person-month can be told apart from it. */
export class BudgetNonPremium1763683265300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table budget_line add column non_premium_rupiah numeric(18,0) constraint budget_line_non_premium_range
        check (non_premium_rupiah between 0 and coalesce(revised_rupiah, original_rupiah));
      comment on column budget_line.non_premium_rupiah is
        'Part of the ceiling that is not for contributions (collecting data, outreach), whole rupiah; null: not known.';
      ${view(', l.non_premium_rupiah')}
      comment on column analytics.budget_lines.non_premium_rupiah is
        'Bagian pagu yang bukan untuk iuran (pendataan, sosialisasi), rupiah; kosong: tidak diketahui. | Part of the ceiling not for contributions, rupiah; null: not known.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // a view cannot lose a column otherwise
    await runner.query(`
      create temporary table kept_comments on commit drop as
        select a.attname, col_description(a.attrelid, a.attnum) as about, obj_description(a.attrelid, 'pg_class') as whole
        from pg_attribute a where a.attrelid = 'analytics.budget_lines'::regclass and a.attnum > 0;
      drop view analytics.budget_lines;
      ${view('')}
      grant select on analytics.budget_lines to payung_analyst;
      do $$
      declare
        kept record;
      begin
        for kept in select * from kept_comments k where k.attname <> 'non_premium_rupiah' loop
          execute format('comment on column analytics.budget_lines.%I is %L', kept.attname, kept.about);
          execute format('comment on view analytics.budget_lines is %L', kept.whole);
        end loop;
      end $$;
      alter table budget_line drop column non_premium_rupiah;
    `);
  }
}

const view = (more: string): string => `
  create or replace view analytics.budget_lines with (security_barrier) as
    select l.id as budget_line_id, p.id as program_id, p.name as program_name, r.code as region_code, r.display_name as region_name,
      l.fiscal_year, l.funding_source, l.original_rupiah, l.revised_rupiah,
      coalesce(l.revised_rupiah, l.original_rupiah) as budget_rupiah, l.account_code${more}
    from public.budget_line l
    join public.program p on p.id = l.program_id join public.region r on r.id = p.region_id
    where p.region_id = any (array(select app.analytics_regions()));
`;
