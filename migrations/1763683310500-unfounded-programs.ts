import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The programs with months that nothing supports, found once for a list: asked row by row, three thousand took four seconds. */
export class UnfoundedPrograms1763683310500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.unfounded_programs() returns setof uuid
        language sql stable security definer set search_path = '' as $$
        select distinct u.program_id from app.programs_unfounded(array(
          select p.id from public.program p where p.region_id in (select app.readable_regions()))) u
      $$;
      comment on function app.unfounded_programs() is
        'Programs, in regions that the actor may read, with months that no legal basis or no agreement supports.';
      revoke execute on function app.unfounded_programs() from public;
      grant execute on function app.unfounded_programs() to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.unfounded_programs()');
  }
}
