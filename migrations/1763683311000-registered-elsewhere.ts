import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The start page counts people whom another region registered too; this names them. It looks beyond the caller's rows,
 * so it belongs to the owner, gives back registrations of the caller's own regions only, and says nothing of the other.
 */
export class RegisteredElsewhere1763683311000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.registered_elsewhere() returns setof uuid
        language sql stable security definer set search_path = '' rows 1000 as $$
        select b.id from public.beneficiary b
        where b.region_id = any (array(select app.person_regions()))
          and exists (select from public.beneficiary o where o.person_id = b.person_id and o.region_id <> b.region_id)
      $$;
      comment on function app.registered_elsewhere() is
        'Registrations that the actor may see of persons whom another region registered too; not which region.';
      revoke execute on function app.registered_elsewhere() from public;
      grant execute on function app.registered_elsewhere() to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.registered_elsewhere()');
  }
}
