import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People in posts of region governments, their agencies, and offices of BPJS Ketenagakerjaan. */
export class OfficialTable1763683206000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table official;
      drop function app.official_search(text, text[], text);
      drop function app.official_title(text, text, uuid, text, uuid);
    `);
  }
}

const table = `
  create function app.official_search(name text, variants text[], post text) returns text
    language sql immutable set search_path = '' as $$
    select lower(name || ' ' || array_to_string(variants, ' ') || ' ' || post)
  $$;
  comment on function app.official_search(text, text[], text) is 'Text that a search of officials looks through.';

  create table official (
    id uuid constraint official_id_key primary key,
    name text not null constraint official_name_length check (char_length(name) between 1 and 200),
    name_variants text[] not null default '{}' constraint official_name_variants_count check (cardinality(name_variants) <= 20),
    post text not null constraint official_post_length check (char_length(post) between 1 and 200),
    organisation_kind text not null constraint official_organisation_kind_check
      check (organisation_kind in ('REGION_GOVERNMENT', 'AGENCY', 'OFFICE')),
    region_id uuid constraint official_region_fk references region on delete restrict,
    agency text constraint official_agency_length check (char_length(agency) between 1 and 200),
    office_id uuid constraint official_office_fk references office on delete restrict,
    is_acting boolean not null default false,
    term_from date,
    term_until date,
    evidenced_from date,
    evidenced_until date,
    note text constraint official_note_length check (char_length(note) <= 4000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint official_organisation_fit check (case organisation_kind
      when 'REGION_GOVERNMENT' then region_id is not null and agency is null and office_id is null
      when 'AGENCY' then region_id is not null and agency is not null and office_id is null
      else office_id is not null and region_id is null and agency is null end),
    constraint official_term_order check (term_from <= term_until),
    constraint official_evidenced_order check (evidenced_from <= evidenced_until)
  );
  comment on table official is 'One row per person and post: who holds two posts has two rows.';
  comment on column official.name is 'Name as corrected; name_variants are the spellings of the sources that differ.';
  comment on column official.term_from is 'First day of the term; null: not known.';
  comment on column official.term_until is 'Last day of the term, included; null: not known.';
  comment on column official.evidenced_from is 'Earliest day on which a source names the person in the post; null: none is recorded.';
  comment on column official.evidenced_until is 'Latest such day; null: none is recorded.';
  create index official_region_index on official (region_id);
  create index official_office_index on official (office_id);
  create index official_name_index on official (name, id);
  create index official_start_index on official ((coalesce(term_from, evidenced_from, '0001-01-01'::date)), id);
  create index official_post_days_index on official (
    (coalesce(term_from, evidenced_from, evidenced_until, '-infinity'::date)),
    (coalesce(term_until, evidenced_until, evidenced_from, 'infinity'::date)));
  create index official_search_index on official using gin ((app.official_search(name, name_variants, post)) gin_trgm_ops);
  create trigger official_region before insert or update of region_id on official
    for each row execute function app.require_main_region();
  create trigger official_announce after insert or update on official for each row execute function app.announce('official');

  create function app.official_title(name text, post text, region uuid, agency text, office uuid) returns text
    language sql stable set search_path = '' as $$
    with place as (
      select r.name as short, case
        when agency is null and post ~* '(gubernur|bupati|wali ?kota)' then r.name
        when agency is null or position(lower(agency) in lower(post)) > 0 then r.display_name
        else agency || ' ' || r.display_name end as long
      from public.region r where r.id = region
      union all
      select p.name, p.name from public.office o
      cross join lateral (select case o.level when 'HEAD_OFFICE' then 'BPJS Ketenagakerjaan' else app.office_place(o.name) end) p(name)
      where o.id = office)
    select name || ', ' || post || coalesce((
      select case when position(lower(place.short) in lower(post)) > 0 then '' else ' ' || place.long end from place), '')
  $$;
  comment on function app.official_title(text, text, uuid, text, uuid) is
    'Name, post and place, for instance "Ahmad Fatoni, Kepala Kantor Cabang Serang"; the place is not said twice.';
  revoke execute on function app.official_search(text, text[], text), app.official_title(text, text, uuid, text, uuid) from public;
  grant execute on function app.official_search(text, text[], text), app.official_title(text, text, uuid, text, uuid) to payung_app;
`;

const rights = `
  select app.keep('official', 'official');
  grant select, insert, update on official to payung_app;
  create policy official_read on official for select to payung_app using (true);
  create policy official_insert on official for insert to payung_app with check (
    (select app.has_role('ADMIN'))
    or region_id in (select app.regions_of('COORDINATOR', 'OPERATOR'))
    or office_id in (select app.coordinated_offices()));
  create policy official_update on official for update to payung_app using (
    (select app.has_role('ADMIN'))
    or region_id in (select app.regions_of('COORDINATOR', 'OPERATOR'))
    or office_id in (select app.coordinated_offices()));
`;
