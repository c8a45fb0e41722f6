import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures as somebody reported them; figures that contradict each other stand side by side. */
export class ObservationTables1763683209000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guards);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger citation_observation_last on citation;
      drop trigger observation_source_value_unique on citation;
      delete from citation where concept = 'observation';
      drop table observation;
      drop table indicator;
      drop function app.refuse_unsourced_observation();
      drop function app.refuse_last_observation_source();
      drop function app.refuse_repeated_observation();
      drop function app.refuse_broken_count();
    `);
  }
}

const tables = `
  create table indicator (
    id uuid constraint indicator_id_key primary key,
    code text not null constraint indicator_code_unique unique
      constraint indicator_code_form check (code ~ '^[A-Z][A-Z0-9_]{1,49}$'),
    name text not null constraint indicator_name_length check (char_length(name) between 1 and 200),
    name_en text not null constraint indicator_name_en_length check (char_length(name_en) between 1 and 200),
    unit text not null constraint indicator_unit_check
      check (unit in ('PERSON', 'PERCENT', 'RUPIAH', 'MONTH', 'FAMILY', 'CASE')),
    description text not null constraint indicator_description_length check (char_length(description) between 1 and 1000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  comment on table indicator is 'What can be reported; its unit is the unit of all its observations.';

  create table observation (
    id uuid constraint observation_id_key primary key,
    indicator_id uuid not null constraint observation_indicator_fk references indicator on delete restrict,
    region_id uuid constraint observation_region_fk references region on delete restrict,
    value numeric(24,6) not null constraint observation_value_range check (value > -1e18 and value < 1e18),
    as_of date,
    period text constraint observation_period_length check (char_length(period) between 1 and 100),
    label text not null constraint observation_label_length check (char_length(label) between 1 and 500),
    denominator_kind text constraint observation_denominator_check
      check (denominator_kind in ('POPULATION', 'LABOUR_FORCE', 'WORKERS')),
    note text constraint observation_note_length check (char_length(note) between 1 and 4000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  comment on column observation.region_id is 'Region that the figure is about; null: Indonesia as a whole.';
  comment on column observation.as_of is 'Day for which, or on which, the figure was reported; null: not stated.';
  create index observation_indicator_index on observation (indicator_id, region_id);
  create index observation_region_index on observation (region_id);
  create index observation_as_of_index on observation (coalesce(as_of, date '-infinity'), id);
  create index observation_value_index on observation (value, id);
  create index observation_search_index on observation using gin (lower(label) gin_trgm_ops);
`;

const guards = `
  create function app.refuse_broken_count() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if new.value <> trunc(new.value) and exists (select from public.indicator i
        where i.id = new.indicator_id and i.unit in ('PERSON', 'RUPIAH', 'FAMILY', 'CASE')) then
      raise check_violation using constraint = 'observation_value_whole', message = 'a count or an amount in rupiah is whole';
    end if;
    return null;
  end $$;
  create constraint trigger observation_value_whole after insert or update of value, indicator_id on observation
    for each row execute function app.refuse_broken_count();

  -- deferred: the citation needs the observation's row first
  create function app.refuse_unsourced_observation() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if not exists (select from public.citation c where c.concept = 'observation' and c.record_id = new.id) then
      raise check_violation using constraint = 'observation_source_required', message = 'a reported figure has a source';
    end if;
    return null;
  end $$;
  create constraint trigger observation_source_required after insert on observation deferrable initially deferred
    for each row execute function app.refuse_unsourced_observation();

  create function app.refuse_last_observation_source() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    -- two removals at once would each see the other's citation
    perform from public.observation o where o.id = old.record_id for update;
    if found and not exists (select from public.citation c where c.concept = 'observation' and c.record_id = old.record_id) then
      raise check_violation using constraint = 'citation_observation_last', message = 'a reported figure keeps one source';
    end if;
    return null;
  end $$;
  create constraint trigger citation_observation_last after delete on citation
    for each row when (old.concept = 'observation') execute function app.refuse_last_observation_source();

  create function app.refuse_repeated_observation() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('observation:' || new.source_id, 0));
    if exists (
      select from public.observation this
      join public.observation other on other.indicator_id = this.indicator_id and other.id <> this.id
        and other.region_id is not distinct from this.region_id and other.value = this.value
        and other.as_of is not distinct from this.as_of and other.period is not distinct from this.period
      join public.citation c on c.concept = 'observation' and c.record_id = other.id and c.source_id = new.source_id
      where this.id = new.record_id) then
      raise unique_violation using constraint = 'observation_source_value_unique', message = 'this source is already cited for the same figure';
    end if;
    return null;
  end $$;
  create constraint trigger observation_source_value_unique after insert on citation
    for each row when (new.concept = 'observation') execute function app.refuse_repeated_observation();

  revoke execute on function app.refuse_broken_count(), app.refuse_unsourced_observation(),
    app.refuse_last_observation_source(), app.refuse_repeated_observation() from public;
`;

const rights = `
  select app.keep('indicator', 'indicator');
  grant select on indicator to payung_app;
  create policy indicator_read on indicator for select to payung_app using (true);

  select app.keep('observation', 'observation');
  create trigger observation_announce after insert or update on observation for each row execute function app.announce('observation');
  grant select, insert, update on observation to payung_app;
  create policy observation_read on observation for select to payung_app using ((select app.actor_id()) is not null);
  create policy observation_insert on observation for insert to payung_app with check (
    case when region_id is null then app.has_role('ADMIN') else app.holds_role_in(region_id, 'ADMIN', 'COORDINATOR', 'OPERATOR') end);
  create policy observation_update on observation for update to payung_app using (
    case when region_id is null then app.has_role('ADMIN') else app.holds_role_in(region_id, 'ADMIN', 'COORDINATOR', 'OPERATOR') end);
`;
