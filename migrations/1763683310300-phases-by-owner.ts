import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Phases are read by the owner: what they stand on (signed addenda and successors, regulations that are no drafts) is
 * public, and under row security each of three thousand agreements asked anew which regions the actor may read. Last
 * days are looked up once for each agreement instead of up to four times. Counts of the start page: a third of the time.
 */
export class PhasesByOwner1763683310300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter function app.mou_ends_on(mou) security definer;
      alter function app.regulation_phase(regulation, date) security definer;
      create or replace function app.mou_phase(m mou) returns text language sql stable security definer set search_path = '' as $$
        select case
          when m.state <> 'SIGNED' then null
          when coalesce(m.effective_from, m.signed_on) > d.today then 'UPCOMING'
          when coalesce(d.ends_on <= d.today + 90, true)
            and exists (select from public.mou s where s.predecessor_id = m.id and s.state = 'SIGNED') then 'RENEWED'
          when d.ends_on is null then 'UNDATED'
          when d.ends_on < d.today then 'EXPIRED'
          when d.ends_on <= d.today + 90 then 'EXPIRING'
          else 'ACTIVE' end
        -- the offset keeps both from being asked wherever they are named
        from (select app.today() as today, app.mou_ends_on(m) as ends_on offset 0) d
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter function app.mou_phase(mou) security invoker;
      alter function app.regulation_phase(regulation, date) security invoker;
      alter function app.mou_ends_on(mou) security invoker;
    `);
  }
}
