import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a region has a recap of a month, from the sums: where none has, the rule read the whole ledger of the region. */
export class RecapFromSums1763683306500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, fromLedger, fromSums);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, fromSums, fromLedger);
  }
}

async function replace(runner: QueryRunner, old: string, other: string): Promise<void> {
  const [row] = await runner.query(
    `select pg_get_functiondef('app.due_program_alerts(date)'::regprocedure) as text`,
  );
  if (!row.text.includes(old)) throw new Error('app.due_program_alerts is not as expected');
  await runner.query(row.text.replace(old, () => other));
}

const fromLedger = `where r.last_day - 5 <= until and not exists (
      select from public.coverage c
      where c.region_id = r.region_id and c.credit_note_id is null and c.months @> r.month)`;

const fromSums = `where r.last_day - 5 <= until and (r.region_id, extract(year from r.month) * 12 + extract(month from r.month) - 1) not in (
      select e.region_id, generate_series(e.first_month, e.end_month - 1)
      from app.kept_entries(array(
        select q.id from public.program q where q.month_until >= date_trunc('month', app.today()) - interval '1 month')) e)`;
