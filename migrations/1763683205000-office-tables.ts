import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices of BPJS Ketenagakerjaan and the regions that each of them served, from when until when. */
export class OfficeTables1763683205000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guards);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- together: the policies of each name the other
      drop table office_service_area, office;
      drop function app.coordinated_offices();
      drop function app.require_main_region();
      drop function app.fill_office_parent_level();
      drop function app.office_title(text, text);
      drop function app.office_place(text);
      drop function app.office_rank(text);
    `);
  }
}

const tables = `
  create function app.office_rank(level text) returns integer language sql immutable set search_path = '' as $$
    select case level when 'HEAD_OFFICE' then 1 when 'KANWIL' then 2 when 'KC' then 3 when 'KCP' then 4 end
  $$;
  create function app.office_place(name text) returns text language sql immutable set search_path = '' as $$
    select regexp_replace(name,
      '^((kantor|wilayah|kanwil|cabang|pembantu|perintis|kc|kcp|bpjs|bpjamsostek|ketenagakerjaan)[[:space:]]+)+', '', 'i')
  $$;
  comment on function app.office_place(text) is 'Name of an office without the words for its level: "Kantor Cabang Serang" gives "Serang".';
  create function app.office_title(level text, name text) returns text language sql immutable set search_path = '' as $$
    select case level
      when 'HEAD_OFFICE' then 'Kantor Pusat'
      when 'KANWIL' then 'Kanwil ' || app.office_place(name)
      when 'KC' then 'Kantor Cabang ' || app.office_place(name)
      else 'KCP ' || app.office_place(name) end
  $$;
  revoke execute on function app.office_rank(text), app.office_place(text), app.office_title(text, text) from public;
  grant execute on function app.office_rank(text), app.office_place(text), app.office_title(text, text) to payung_app;

  create table office (
    id uuid constraint office_id_key primary key,
    level text not null constraint office_level_check check (level in ('HEAD_OFFICE', 'KANWIL', 'KC', 'KCP')),
    name text not null constraint office_name_length check (char_length(name) between 1 and 200),
    display_name text not null generated always as (app.office_title(level, name)) stored,
    code text constraint office_code_unique unique constraint office_code_length check (char_length(code) between 1 and 20),
    parent_id uuid,
    parent_level text,
    region_id uuid constraint office_region_fk references region on delete restrict,
    address text constraint office_address_length check (char_length(address) <= 1000),
    opened_from date,
    closed_until date,
    note text constraint office_note_length check (char_length(note) <= 4000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint office_level_unique unique (id, level),
    constraint office_parent_fk foreign key (parent_id, parent_level) references office (id, level)
      on update cascade on delete restrict,
    constraint office_parent_known check ((parent_id is null) = (parent_level is null)),
    constraint office_parent_level check (parent_level is null or app.office_rank(parent_level) < app.office_rank(level)),
    constraint office_period_order check (opened_from <= closed_until)
  );
  comment on table office is 'Offices of BPJS Ketenagakerjaan for which there is evidence.';
  comment on column office.parent_level is
    'Level of the office above, kept equal to it by the foreign key: a chain of offices only ever rises, so it has no cycle.';
  comment on column office.opened_from is 'First day of the office; null: not known.';
  comment on column office.closed_until is 'Last day of the office, included; null: it is open.';
  create index office_parent_index on office (parent_id, parent_level);
  create index office_region_index on office (region_id);
  create index office_level_index on office (level);
  create index office_name_index on office (display_name, id);
  create index office_code_index on office ((coalesce(code, '')), id);
  create index office_opened_from_index on office (opened_from, closed_until);
  create index office_search_index on office
    using gin ((lower(name || ' ' || display_name || ' ' || coalesce(code, ''))) gin_trgm_ops);

  create table office_service_area (
    id uuid constraint office_service_area_id_key primary key,
    -- checked at the end: the areas of an office without a known seat are written before the office itself
    office_id uuid not null constraint office_service_area_office_fk references office on delete restrict
      deferrable initially deferred,
    region_id uuid not null constraint office_service_area_region_fk references region on delete restrict,
    valid_from date,
    valid_until date,
    note text constraint office_service_area_note_length check (char_length(note) <= 4000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint office_service_area_period_order check (valid_from <= valid_until),
    -- checked at the end: a revision writes the new areas before it removes the old ones
    constraint office_service_area_period_exclusion exclude using gist
      (office_id with =, region_id with =, daterange(valid_from, valid_until, '[]') with &&) deferrable initially deferred
  );
  comment on table office_service_area is 'Regions that an office serves or served, each with its period; both days are included.';
  comment on column office_service_area.valid_from is 'First day of the service; null: not known.';
  comment on column office_service_area.valid_until is 'Last day of the service, included; null: it goes on.';
  create index office_service_area_office_index on office_service_area (office_id, region_id);
  create index office_service_area_region_index on office_service_area (region_id, valid_from, valid_until);
`;

const guards = `
  create function app.fill_office_parent_level() returns trigger language plpgsql set search_path = '' as $$
  begin
    new.parent_level := (select o.level from public.office o where o.id = new.parent_id);
    return new;
  end $$;
  create trigger office_parent before insert or update of parent_id on office
    for each row execute function app.fill_office_parent_level();

  create function app.require_main_region() returns trigger language plpgsql set search_path = '' as $$
  begin
    if new.region_id is not null and not exists (
      select from public.region r where r.id = new.region_id and r.level in ('PROVINCE', 'REGENCY', 'CITY')) then
      raise check_violation using message = 'region is no province, regency or city',
        table = tg_table_name, constraint = tg_table_name || '_region_level';
    end if;
    return new;
  end $$;
  comment on function app.require_main_region() is 'Refuses districts and villages where only provinces, regencies and cities make sense.';
  create trigger office_region before insert or update of region_id on office
    for each row execute function app.require_main_region();
  create trigger office_service_area_region before insert or update of region_id on office_service_area
    for each row execute function app.require_main_region();
  create trigger office_announce after insert or update on office for each row execute function app.announce('office');
`;

const rights = `
  create function app.coordinated_offices() returns setof uuid
    language sql stable security definer set search_path = '' rows 20 as $$
    select o.id from public.office o
    where o.level <> 'HEAD_OFFICE' and o.region_id in (select app.regions_of('COORDINATOR'))
    union
    select o.id from public.office o join public.office_service_area a on a.office_id = o.id
    where o.level <> 'HEAD_OFFICE' and a.region_id in (select app.regions_of('COORDINATOR'))
  $$;
  comment on function app.coordinated_offices() is
    'Offices that have their seat or a service area in a province where the actor is coordinator; never the head office.';
  revoke execute on function app.coordinated_offices() from public;
  grant execute on function app.coordinated_offices() to payung_app;

  select app.keep('office', 'office');
  grant select, insert, update on office to payung_app;
  create policy office_read on office for select to payung_app using (true);
  create policy office_insert on office for insert to payung_app with check (
    (select app.has_role('ADMIN'))
    or (level <> 'HEAD_OFFICE' and (
      region_id in (select app.regions_of('COORDINATOR'))
      or (region_id is null and exists (
        select from office_service_area a where a.office_id = office.id and a.region_id in (select app.regions_of('COORDINATOR')))))));
  create policy office_update on office for update to payung_app using (
    (select app.has_role('ADMIN'))
    or (level <> 'HEAD_OFFICE' and (
      region_id in (select app.regions_of('COORDINATOR'))
      or exists (
        select from office_service_area a where a.office_id = office.id and a.region_id in (select app.regions_of('COORDINATOR'))))));

  select app.keep('office', 'office_service_area', 'office_id');
  grant select, insert, delete on office_service_area to payung_app;
  create policy office_service_area_read on office_service_area for select to payung_app using (true);
  -- an area may be added to an office of one's own, or to one that is being written in the same transaction
  create policy office_service_area_insert on office_service_area for insert to payung_app with check (
    (select app.has_role('ADMIN'))
    or (region_id in (select app.regions_of('COORDINATOR')) and (
      office_id in (select app.coordinated_offices())
      or not exists (select from office o where o.id = office_id))));
  create policy office_service_area_delete on office_service_area for delete to payung_app using (
    (select app.has_role('ADMIN'))
    or (region_id in (select app.regions_of('COORDINATOR')) and office_id in (select app.coordinated_offices())));
`;
