import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Laws, regulations, instructions, circulars and decisions with the relations between them. */
export class RegulationTables1763683207000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(regulation);
    await runner.query(title);
    await runner.query(facts);
    await runner.query(relation);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger region_regulation_title on region;
      drop table regulation_relation;
      drop table regulation;
      drop function app.lock_regulation_relations();
      drop function app.check_regulation_relation();
      drop function app.keep_regulation_relation();
      drop function app.keep_regulation_facts();
      drop function app.retitle_regulations();
      drop function app.name_regulation();
      drop function app.regulation_title(text, text, text, text, text, integer);
    `);
  }
}

const regulation = `
  create table regulation (
    id uuid constraint regulation_id_key primary key,
    kind text not null constraint regulation_kind_check check (kind in ('UU', 'PP', 'PERPRES', 'INPRES', 'PERMEN', 'PERBAN',
      'PERDIR', 'SE', 'PERDA', 'PERGUB', 'PERBUP', 'PERWAL', 'KEPGUB', 'KEPBUP', 'KEPWAL')),
    region_id uuid constraint regulation_region_fk references region on delete restrict,
    issuer_name text constraint regulation_issuer_name_length check (char_length(issuer_name) between 1 and 200),
    number text constraint regulation_number_length check (char_length(number) between 1 and 100),
    year integer constraint regulation_year_range check (year between 1945 and 2200),
    title text constraint regulation_title_length check (char_length(title) between 1 and 1000),
    subject text constraint regulation_subject_length check (char_length(subject) between 1 and 4000),
    note text constraint regulation_note_length check (char_length(note) between 1 and 4000),
    state text not null default 'DRAFT' constraint regulation_state_check check (state in ('DRAFT', 'ENACTED', 'REVOKED')),
    enacted_on date,
    promulgated_on date,
    effective_from date,
    effective_until date,
    revoked_on date,
    revocation_reason text constraint regulation_revocation_reason_length check (char_length(revocation_reason) between 1 and 4000),
    in_force_from date generated always as (coalesce(effective_from, promulgated_on, enacted_on, make_date(year, 1, 1))) stored,
    display_title text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint regulation_issuer_place check (case
      when kind in ('UU', 'PP', 'PERPRES', 'INPRES', 'PERMEN', 'PERBAN', 'PERDIR') then region_id is null
      when kind = 'SE' then true
      else region_id is not null end),
    constraint regulation_draft_dates check (state <> 'DRAFT' or (enacted_on is null and promulgated_on is null)),
    constraint regulation_enacted_year check (state = 'DRAFT' or year is not null),
    constraint regulation_revocation_state check (state = 'REVOKED' or (revoked_on is null and revocation_reason is null)),
    constraint regulation_promulgated_order check (promulgated_on >= enacted_on),
    constraint regulation_effective_order check (effective_until >= effective_from),
    constraint regulation_revoked_order check (revoked_on >= enacted_on)
  );
  comment on column regulation.region_id is 'Region that issued it; null: a national instrument.';
  comment on column regulation.effective_until is 'Last day in force, included; null: no end is known.';
  comment on column regulation.revoked_on is 'First day on which it is no longer in force; null: not revoked, or day unknown.';
  comment on column regulation.in_force_from is 'First day in force as far as known; with only the year known, its 1 January.';
  -- ministers number their regulations each for themselves, a region all of one kind together
  create unique index regulation_number_unique on regulation (kind, region_id,
    (case when kind in ('PERMEN', 'PERBAN', 'PERDIR', 'SE') then lower(issuer_name) end), lower(number), year)
    nulls not distinct where number is not null;
  create index regulation_region_index on regulation (region_id, kind);
  create index regulation_kind_index on regulation (kind);
  create index regulation_state_index on regulation (state, in_force_from);
  create index regulation_year_index on regulation (year);
  create index regulation_in_force_from_index on regulation ((coalesce(in_force_from, 'infinity'::date)), id);
  create index regulation_display_title_index on regulation (display_title, id);
  create index regulation_search_index on regulation using gin ((lower(display_title || ' ' || coalesce(number, '') || '/'
    || coalesce(year::text, '') || ' ' || coalesce(title, '') || ' ' || coalesce(subject, ''))) gin_trgm_ops);
`;

const title = `
  create function app.regulation_title(kind text, issuer text, region text, state text, number text, year integer) returns text
    language sql immutable set search_path = '' as $$
    select case when state = 'DRAFT' then 'Rancangan ' else '' end
      || case
        when kind in ('PERMEN', 'PERBAN', 'PERDIR') and issuer is not null then 'Peraturan ' || issuer
        when kind in ('UU', 'PP', 'SE') then kind
        else initcap(kind) end
      || case
        when kind = 'SE' then coalesce(' ' || coalesce(issuer, region), '')
        when kind in ('PERGUB', 'KEPGUB') then ' ' || regexp_replace(region, '^Provinsi ', '')
        else coalesce(' ' || region, '') end
      || case when number is not null then ' Nomor ' || number when state <> 'DRAFT' then ' (nomor belum diketahui)' else '' end
      || coalesce(' Tahun ' || year, '')
  $$;

  create function app.name_regulation() returns trigger language plpgsql set search_path = '' as $$
  declare
    issuer public.region;
  begin
    select * into issuer from public.region r where r.id = new.region_id;
    if issuer.id is not null and issuer.level <> all (case
        when new.kind in ('PERGUB', 'KEPGUB') then '{PROVINCE}'::text[]
        when new.kind in ('PERBUP', 'KEPBUP') then '{REGENCY}'
        when new.kind in ('PERWAL', 'KEPWAL') then '{CITY}'
        else '{PROVINCE,REGENCY,CITY}' end) then
      raise check_violation using constraint = 'regulation_issuer_level', message = 'this region issues no regulation of this kind';
    end if;
    new.display_title := app.regulation_title(new.kind, new.issuer_name, issuer.display_name, new.state, new.number, new.year);
    return new;
  end $$;
  create trigger regulation_name before insert or update on regulation for each row execute function app.name_regulation();

  create function app.retitle_regulations() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    update public.regulation r set region_id = r.region_id where r.region_id = new.id;
    return null;
  end $$;
  create trigger region_regulation_title after update on region for each row
    when (old.display_name is distinct from new.display_name) execute function app.retitle_regulations();
`;

const facts = `
  create function app.keep_regulation_facts() returns trigger language plpgsql set search_path = '' as $$
  declare
    known jsonb := to_jsonb(old);
    wanted jsonb := to_jsonb(new);
    fact text;
  begin
    if (old.state, new.state) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'ENACTED'), ('ENACTED', 'ENACTED'), ('ENACTED', 'REVOKED'),
        ('REVOKED', 'REVOKED')) then
      raise check_violation using constraint = 'regulation_state_move', message = 'a regulation does not move this way';
    end if;
    if old.state = 'DRAFT' then
      return new;
    end if;
    foreach fact in array array['kind', 'issuer_name', 'number', 'year', 'title', 'subject', 'enacted_on', 'promulgated_on',
        'effective_from', 'effective_until', 'revoked_on', 'revocation_reason'] loop
      if known -> fact <> 'null' and known -> fact <> wanted -> fact then
        raise check_violation using constraint = 'regulation_enacted_facts', message = 'known facts of an enacted regulation stay';
      end if;
    end loop;
    if old.region_id is distinct from new.region_id then
      raise check_violation using constraint = 'regulation_enacted_facts', message = 'the issuer of an enacted regulation stays';
    end if;
    return new;
  end $$;
  create trigger regulation_facts before update on regulation for each row execute function app.keep_regulation_facts();
`;

const relation = `
  create table regulation_relation (
    id uuid constraint regulation_relation_id_key primary key,
    regulation_id uuid not null constraint regulation_relation_regulation_fk references regulation on delete restrict,
    kind text not null constraint regulation_relation_kind_check
      check (kind in ('AMENDS', 'REVOKES', 'IMPLEMENTS', 'BASED_ON', 'REFERS_TO')),
    target_id uuid not null constraint regulation_relation_target_fk references regulation on delete restrict,
    note text constraint regulation_relation_note_length check (char_length(note) between 1 and 4000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint regulation_relation_unique unique (regulation_id, kind, target_id),
    constraint regulation_relation_self check (regulation_id <> target_id)
  );
  create index regulation_relation_target_index on regulation_relation (target_id, kind);

  create function app.lock_regulation_relations() returns void language sql set search_path = '' as $$
    select pg_advisory_xact_lock(hashtextextended('regulation_relation', 0))
  $$;
  comment on function app.lock_regulation_relations() is
    'One writer of relations at a time: two changes that see nothing of each other could close a cycle together. Take it before any row.';

  -- with the owner's eyes: a cycle through a draft that the actor cannot see is a cycle all the same
  create function app.check_regulation_relation() returns trigger language plpgsql security definer set search_path = '' as $$
  declare
    source public.regulation;
    target public.regulation;
  begin
    perform app.lock_regulation_relations();
    select * into source from public.regulation r where r.id = new.regulation_id;
    select * into target from public.regulation r where r.id = new.target_id;
    if new.kind = 'REVOKES' and source.region_id is not null
        and (target.region_id is null or source.region_id not in (select app.region_ancestors(target.region_id))) then
      raise check_violation using constraint = 'regulation_relation_rank', message = 'a region revokes only its own regulations';
    end if;
    if exists (
      with recursive onward as (
        select l.target_id from public.regulation_relation l where l.regulation_id = new.target_id and l.kind = new.kind
        union
        select l.target_id from public.regulation_relation l join onward o on l.regulation_id = o.target_id where l.kind = new.kind)
      select from onward o where o.target_id = new.regulation_id) then
      raise check_violation using constraint = 'regulation_relation_cycle', message = 'the relation would close a cycle';
    end if;
    return new;
  end $$;
  create trigger regulation_relation_check before insert on regulation_relation
    for each row execute function app.check_regulation_relation();

  create function app.keep_regulation_relation() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if exists (select from public.regulation r where r.id = old.regulation_id and r.state <> 'DRAFT') then
      raise check_violation using constraint = 'regulation_relation_kept', message = 'relations of an enacted regulation stay';
    end if;
    return old;
  end $$;
  create trigger regulation_relation_keep before delete on regulation_relation
    for each row execute function app.keep_regulation_relation();
`;

const rights = `
  revoke execute on function app.regulation_title(text, text, text, text, text, integer), app.lock_regulation_relations() from public;
  grant execute on function app.regulation_title(text, text, text, text, text, integer), app.lock_regulation_relations() to payung_app;

  select app.keep('regulation', 'regulation');
  create trigger regulation_announce after insert or update on regulation for each row execute function app.announce('regulation');
  grant select, insert, update on regulation to payung_app;
  create policy regulation_read on regulation for select to payung_app using (
    state <> 'DRAFT'
    or region_id in (select app.readable_regions())
    or (region_id is null and (select app.has_role('ADMIN'))));
  create policy regulation_insert on regulation for insert to payung_app with check (
    state = 'DRAFT' and (
      region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))
      or (region_id is null and (select app.has_role('ADMIN')))));
  create policy regulation_update on regulation for update to payung_app using (
    region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))
    or (region_id is null and (select app.has_role('ADMIN'))));

  select app.keep('regulation', 'regulation_relation', 'regulation_id');
  grant select, insert, delete on regulation_relation to payung_app;
  create policy regulation_relation_read on regulation_relation for select to payung_app using (
    exists (select from regulation r where r.id = regulation_id) and exists (select from regulation r where r.id = target_id));
  -- whoever keeps a regulation also records which other one revokes it
  create policy regulation_relation_insert on regulation_relation for insert to payung_app with check (
    exists (select from regulation r where r.id = regulation_id)
    and exists (select from regulation r where r.id = target_id)
    and exists (select from regulation r
      where (r.id = regulation_id or (regulation_relation.kind = 'REVOKES' and r.id = target_id))
        and (r.region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))
          or (r.region_id is null and (select app.has_role('ADMIN'))))));
  create policy regulation_relation_delete on regulation_relation for delete to payung_app using (
    exists (select from regulation r where r.id = regulation_id
      and (r.region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))
        or (r.region_id is null and (select app.has_role('ADMIN'))))));
`;
