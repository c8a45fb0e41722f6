import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Most records belong to a government: a province, a regency or a city. Finding those of a province walked through all
 * its villages (6,800 in Jawa Barat: 9 ms) and compared every one of them.
 */
export class GovernmentsWithin1763683285500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.governments_within(roots uuid[]) returns setof uuid language sql stable set search_path = '' rows 30 as $$
        select r.id from public.region r where r.id = any (roots)
        union
        select r.id from public.region r where r.parent_id = any (roots) and r.level in ('REGENCY', 'CITY')
      $$;
      comment on function app.governments_within(uuid[]) is
        'The regions and the regencies and cities directly below them: all that app.region_subtree has for records of governments.';
      revoke execute on function app.governments_within(uuid[]) from public;
      grant execute on function app.governments_within(uuid[]) to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.governments_within(uuid[])');
  }
}
