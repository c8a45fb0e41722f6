import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nearly every policy asks for the actor's regions, some several times a statement: found by index, they cost a third. */
export class RegionsByIndex1763683315000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "create index region_payers_index on region (parent_id) include (id) where level in ('REGENCY', 'CITY')",
    );
    await runner.query(
      regionsOf(`
        cross join lateral (
          select x.id from public.region x where x.id = g.region_id and x.level in ('PROVINCE', 'REGENCY', 'CITY')
          union all select x.id from public.region x where x.parent_id = g.region_id and x.level in ('REGENCY', 'CITY')
          union all select x.id from public.region x where g.region_id is null and x.level in ('PROVINCE', 'REGENCY', 'CITY')) r`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      regionsOf(`
        join public.region r on r.level in ('PROVINCE', 'REGENCY', 'CITY')
          and (g.region_id is null or r.id = g.region_id or r.parent_id = g.region_id)`),
    );
    await runner.query('drop index region_payers_index');
  }
}

const regionsOf = (regions: string): string => `
  create or replace function app.regions_of(variadic wanted text[]) returns setof uuid
    language plpgsql stable security definer set search_path = '' rows 20 as $$
  begin
    return query
      select r.id
      from public.staff_grant g
      join public.staff s on s.id = g.staff_id and s.is_active
      ${regions.trim()}
      where g.staff_id = app.actor_id() and g.role = any (wanted);
  end $$;
`;
