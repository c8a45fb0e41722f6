import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Provinces, regencies, cities, districts, wards and villages of Indonesia as one tree. */
export class RegionTable1763683201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function app.region_ancestors(uuid); drop function app.region_subtree(uuid[]); drop table region;',
    );
  }
}

const table = `
  create table region (
    id uuid constraint region_id_key primary key,
    code text not null constraint region_code_unique unique
      constraint region_code_form check (code ~ '^[0-9]{2}([.][0-9]{2}([.][0-9]{2}([.][0-9]{4})?)?)?$'),
    name text not null constraint region_name_length check (char_length(name) between 1 and 100),
    level text not null constraint region_level_check
      check (level in ('PROVINCE', 'REGENCY', 'CITY', 'DISTRICT', 'WARD', 'VILLAGE')),
    parent_id uuid constraint region_parent_fk references region on delete restrict,
    ended_on date,
    display_name text not null generated always as (case level
      when 'PROVINCE' then 'Provinsi ' when 'REGENCY' then 'Kabupaten ' when 'CITY' then 'Kota '
      when 'DISTRICT' then 'Kecamatan ' when 'WARD' then 'Kelurahan ' else 'Desa ' end || name) stored,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint region_parent_level check ((level = 'PROVINCE') = (parent_id is null))
  );
  comment on table region is 'Regions as the Ministry of Home Affairs numbers them. Source: idn-area-data (data ODbL).';
  comment on column region.ended_on is 'Last day on which the region existed; null: it exists.';
  create index region_parent_index on region (parent_id);
  create index region_level_index on region (level, code);
  create index region_search_index on region using gin ((lower(code || ' ' || display_name)) gin_trgm_ops);
  create index region_name_index on region (display_name, id);

  create function app.region_ancestors(start uuid) returns setof uuid language sql stable set search_path = '' rows 4 as $$
    with recursive up as (
      select r.id, r.parent_id from public.region r where r.id = start
      union all
      select r.id, r.parent_id from public.region r join up on r.id = up.parent_id)
    select id from up
  $$;
  comment on function app.region_ancestors(uuid) is 'The region and all regions above it.';

  create function app.region_subtree(roots uuid[]) returns setof uuid language sql stable set search_path = '' rows 200 as $$
    with recursive down as (
      select r.id from public.region r where r.id = any (roots)
      union
      select r.id from public.region r join down on r.parent_id = down.id)
    select id from down
  $$;
  comment on function app.region_subtree(uuid[]) is 'The regions and all regions below them.';
  revoke execute on function app.region_ancestors(uuid), app.region_subtree(uuid[]) from public;
  grant execute on function app.region_ancestors(uuid), app.region_subtree(uuid[]) to payung_app;
`;

const rights = `
  select app.keep('region', 'region');
  create trigger region_announce after update on region for each row execute function app.announce('region');
  -- 91,000 rows of reference data are loaded at once; only what people change afterwards is worth an audit row
  drop trigger region_audit_insert on region;
  grant select, insert, update on region to payung_app;
  create policy region_read on region for select to payung_app using (true);
  create policy region_insert on region for insert to payung_app with check (
    (select app.has_role('ADMIN')) or exists (select from app.region_ancestors(parent_id) a where a in (select app.regions_of('COORDINATOR'))));
  create policy region_update on region for update to payung_app using (
    (select app.has_role('ADMIN')) or exists (select from app.region_ancestors(id) a where a in (select app.regions_of('COORDINATOR'))));
`;
