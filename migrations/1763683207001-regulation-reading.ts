import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows from the facts: where a regulation stands on a day, and the chain of those it belongs to. */
export class RegulationReading1763683207001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reading);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.regulation_dependents(uuid);
      drop function app.regulation_basis(uuid);
      drop function app.regulation_phase(regulation, date);
    `);
  }
}

const reading = `
  create function app.regulation_phase(regulation public.regulation, on_day date) returns text
    language sql stable set search_path = '' as $$
    select case
      when regulation.state = 'DRAFT' then 'DRAFT'
      when revocation.day <= on_day then 'REVOKED'
      when regulation.in_force_from > on_day then 'NOT_YET_IN_FORCE'
      when regulation.state = 'REVOKED' and revocation.day is null then 'REVOKED'
      when regulation.effective_until < on_day then 'EXPIRED'
      else 'IN_FORCE' end
    from (select coalesce(regulation.revoked_on, (
      select min(s.in_force_from) from public.regulation_relation l join public.regulation s on s.id = l.regulation_id
      where l.target_id = regulation.id and l.kind = 'REVOKES' and s.state <> 'DRAFT')) as day) revocation
  $$;
  comment on function app.regulation_phase(regulation, date) is
    'Where the regulation stands on a day. Revoked from its own day of revocation, else from the first day of an enacted revoker; a revoker that ends later does not revive it.';

  create function app.regulation_basis(start uuid) returns table (regulation_id uuid, kind text, depth integer)
    language sql stable set search_path = '' rows 10 as $$
    with recursive up as (
      select l.target_id, l.kind, 1 as depth from public.regulation_relation l
      where l.regulation_id = start and l.kind in ('IMPLEMENTS', 'BASED_ON', 'AMENDS')
      union
      select l.target_id, l.kind, up.depth + 1 from up join public.regulation_relation l on l.regulation_id = up.target_id
      where l.kind in ('IMPLEMENTS', 'BASED_ON', 'AMENDS') and up.depth < 10)
    select distinct on (up.target_id) up.target_id, up.kind, up.depth from up
    where up.target_id <> start order by up.target_id, up.depth, up.kind
  $$;
  comment on function app.regulation_basis(uuid) is 'What a regulation stands on, through ten steps, each at its nearest; with the rights of the reader.';

  create function app.regulation_dependents(start uuid) returns table (regulation_id uuid, kind text, depth integer)
    language sql stable set search_path = '' rows 10 as $$
    with recursive down as (
      select l.regulation_id, l.kind, 1 as depth from public.regulation_relation l
      where l.target_id = start and l.kind in ('IMPLEMENTS', 'BASED_ON', 'AMENDS')
      union
      select l.regulation_id, l.kind, down.depth + 1 from down join public.regulation_relation l on l.target_id = down.regulation_id
      where l.kind in ('IMPLEMENTS', 'BASED_ON', 'AMENDS') and down.depth < 10)
    select distinct on (down.regulation_id) down.regulation_id, down.kind, down.depth from down
    where down.regulation_id <> start order by down.regulation_id, down.depth, down.kind
  $$;
  comment on function app.regulation_dependents(uuid) is 'What stands on a regulation, through ten steps, each at its nearest; with the rights of the reader.';

  revoke execute on function app.regulation_phase(regulation, date), app.regulation_basis(uuid), app.regulation_dependents(uuid) from public;
  grant execute on function app.regulation_phase(regulation, date), app.regulation_basis(uuid), app.regulation_dependents(uuid) to payung_app;
`;
