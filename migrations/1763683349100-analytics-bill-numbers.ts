import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payment is checked against papers: the codes under which the office and the treasury know it stand with the bill. */
export class AnalyticsBillNumbers1763683349100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view analytics.bills with (security_barrier) as ${bills(', b.bill_code, b.disbursement_number')};
      comment on column analytics.bills.bill_code is 'Kode tagihan; kosong: tidak tercatat. | Code of the bill; null: not recorded.';
      comment on column analytics.bills.disbursement_number is 'Nomor SP2D; kosong: belum dibayar. | Number of the disbursement order; null: not paid.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const comments: { readonly text: string }[] = await runner.query(`
      select format('comment on column analytics.bills.%I is %L;', a.attname, col_description(a.attrelid, a.attnum)) as text
      from pg_attribute a where a.attrelid = 'analytics.bills'::regclass and a.attnum > 0
        and a.attname not in ('bill_code', 'disbursement_number')
      union all select format('comment on view analytics.bills is %L;', obj_description('analytics.bills'::regclass, 'pg_class'))`);
    await runner.query(`
      drop view analytics.bills;
      create view analytics.bills with (security_barrier) as ${bills('')};
      grant select on analytics.bills to payung_analyst;
      ${comments.map(({ text }) => text).join('\n')}
    `);
  }
}

const bills = (more: string): string => `
  select b.id as bill_id, p.id as program_id, p.name as program_name, r.code as region_code, r.display_name as region_name, b.office_id,
    lower(b.months) as month_from, (upper(b.months) - interval '1 month')::date as month_until, b.state,
    t.heads, t.person_months, t.jkk_rupiah, t.jkm_rupiah, t.jht_rupiah, t.jkk_rupiah + t.jkm_rupiah + t.jht_rupiah as total_rupiah,
    b.issued_on, b.due_on, b.paid_on, t.bill_id is null as is_suppressed${more}
  from public.bill b join public.program p on p.id = b.program_id join public.region r on r.id = p.region_id
  left join public.statistics_bill t on t.bill_id = b.id
  where b.region_id = any (array(select app.analytics_regions()))`;
