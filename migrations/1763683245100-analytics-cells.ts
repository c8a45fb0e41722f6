import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What analysts may know of people: not the people but cells, groups of at least five that share everything that is
 * said of them. A view of analytics never touches a row of a person, so no plan, error or timing of a query can.
 */
export class AnalyticsCells1763683245100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(coarsening);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.coarsen_analytics();
      drop table analytics_cell;
      drop table analytics_refresh;
    `);
  }
}

const tables = `
  create table analytics_cell (
    id uuid constraint analytics_cell_id_key primary key default gen_random_uuid(),
    facet text not null constraint analytics_cell_facet_check check (facet in (
      'PEOPLE', 'STATES', 'DECREES', 'CHECKS', 'CONTINUITY', 'ARREARS', 'DOUBLE_FUNDING', 'DEATHS', 'MONTHS')),
    region_id uuid not null constraint analytics_cell_region_fk references region on delete restrict,
    program_id uuid not null constraint analytics_cell_program_fk references program on delete restrict,
    month date,
    status text,
    family text,
    category_code text,
    labels text[] not null,
    persons integer not null constraint analytics_cell_persons_least check (persons >= 5),
    person_months bigint not null,
    rupiah numeric(18,0) not null
  );
  comment on table analytics_cell is
    'Groups of at least five persons of a program: everything that analysts are told of people. Made anew at each refresh.';
  comment on column analytics_cell.labels is 'What the facet says of the group, from general to special; null: too few persons to be told.';
  create index analytics_cell_region_index on analytics_cell (facet, region_id);
  create index analytics_cell_region_fk_index on analytics_cell (region_id);
  create index analytics_cell_program_index on analytics_cell (program_id);

  create table analytics_refresh (
    id uuid constraint analytics_refresh_id_key primary key default gen_random_uuid(),
    as_of date not null,
    refreshed_at timestamptz not null default clock_timestamp(),
    milliseconds integer not null
  );
  comment on table analytics_refresh is 'When the cells were last made; one row.';
`;

/**
 * Works on pg_temp.fine_cell, one row per combination that occurs, which app.refresh_analytics fills. A combination
 * with fewer than five persons loses its last label and joins its neighbours, until it is large enough; what is left
 * alone takes the smallest group of its block with it, so that nothing comes out by subtracting the others.
 */
const coarsening = `
  create function app.coarsen_analytics() returns void language plpgsql security definer set search_path = '' as $$
  declare
    level integer;
  begin
    for level in reverse (select coalesce(max(cardinality(f.labels)), 0) from pg_temp.fine_cell f) .. 1 loop
      update pg_temp.fine_cell f set shown = f.shown[1:level - 1] || array_fill(null::text, array[cardinality(f.labels) - level + 1])
      from (select c.block, c.shown from pg_temp.fine_cell c where c.shown[level] is not null
        group by c.block, c.shown having sum(c.persons) < 5) poor
      where f.block = poor.block and f.shown = poor.shown;
    end loop;
    loop
      with summed as (
        select c.block, c.shown, sum(c.persons) as persons, c.shown = array_fill(null::text, array[cardinality(c.shown)]) as is_rest
        from pg_temp.fine_cell c group by c.block, c.shown),
      smallest as (
        select distinct on (s.block) s.block, s.shown from summed s
        where not s.is_rest and exists (select from summed r where r.block = s.block and r.is_rest and r.persons < 5)
        order by s.block, s.persons, s.shown)
      update pg_temp.fine_cell f set shown = array_fill(null::text, array[cardinality(f.labels)])
      from smallest v where f.block = v.block and f.shown = v.shown;
      exit when not found;
    end loop;
  end $$;
  comment on function app.coarsen_analytics() is
    'Coarsens the labels of each block until every group that is shown has five persons or is its whole block.';
`;

const excuse = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_owner on ${table} to payung_owner using (true) with check (true);
`;

const rights = `
  revoke execute on function app.coarsen_analytics() from public;
  ${excuse('analytics_cell')}
  ${excuse('analytics_refresh')}
  grant select on analytics_refresh to payung_app;
  create policy analytics_refresh_read on analytics_refresh for select to payung_app using (true);
`;
