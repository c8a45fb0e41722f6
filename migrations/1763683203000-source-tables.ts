import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where facts were read, and which record (or field of it) cites which source. */
export class SourceTables1763683203000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(visibility);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table citation;
      drop table source;
      drop function app.is_citable(text, uuid);
      drop function app.is_visible(text, uuid);
      drop function app.holds_role_in(uuid, text[]);
    `);
  }
}

const tables = `
  create table source (
    id uuid constraint source_id_key primary key,
    publisher text not null constraint source_publisher_length check (char_length(publisher) between 1 and 300),
    title text constraint source_title_length check (char_length(title) between 1 and 500),
    author text constraint source_author_length check (char_length(author) between 1 and 300),
    published_on date,
    url text constraint source_url_form check (url ~* '^https?://[^/[:space:]]+[^[:space:]]*$' and char_length(url) <= 2000),
    accessed_on date,
    note text constraint source_note_length check (char_length(note) between 1 and 4000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint source_dates_order check (accessed_on >= published_on)
  );
  comment on table source is 'Publication in which a fact was read; shared by all regions.';
  comment on column source.title is 'Title as printed; null: not recorded.';
  comment on column source.accessed_on is 'Day on which somebody last read it there; null: not recorded.';
  create index source_publisher_index on source (lower(publisher), id);
  create index source_published_index on source (coalesce(published_on, date '-infinity'), id);
  create index source_created_index on source (created_at, id);
  create index source_search_index on source using gin (
    (lower(publisher || ' ' || coalesce(title, '') || ' ' || coalesce(author, '') || ' ' || coalesce(url, ''))) gin_trgm_ops);

  create table citation (
    id uuid constraint citation_id_key primary key,
    source_id uuid not null constraint citation_source_fk references source on delete restrict,
    concept text not null constraint citation_concept_check
      check (concept in ('region', 'office', 'official', 'regulation', 'mou', 'category', 'observation', 'award', 'document')),
    record_id uuid not null,
    field text constraint citation_field_form check (field ~ '^[a-z][A-Za-z0-9]{0,99}$'),
    note text constraint citation_note_length check (char_length(note) between 1 and 4000),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint citation_source_record_field_unique unique nulls not distinct (source_id, concept, record_id, field)
  );
  comment on table citation is 'That a record, or one field of it, was read in a source. A citation is added or removed, never changed.';
  comment on column citation.record_id is 'Key in the table named by concept; the insert policy checks that the row is there.';
  comment on column citation.field is 'Field of the record by its API name, for instance signing; null: the whole record.';
  create index citation_record_index on citation (concept, record_id);
`;

// plpgsql on purpose: bound late (the tables come with later migrations) and run as the caller, so that the policies of
// the record's own table decide
const visibility = `
  create function app.holds_role_in(region uuid, variadic wanted text[]) returns boolean
    language sql stable set search_path = '' as $$
    select exists (select from app.region_ancestors(region) a where a in (select app.regions_of(variadic wanted)))
  $$;
  comment on function app.holds_role_in(uuid, text[]) is 'Whether the actor holds one of these roles in the region or in one above it.';

  create function app.is_visible(concept text, record uuid) returns boolean
    language plpgsql stable security invoker set search_path = '' as $$
  declare
    found_row boolean;
  begin
    execute format('select exists (select from public.%I r where r.id = $1)', concept) into found_row using record;
    return found_row;
  end $$;
  comment on function app.is_visible(text, uuid) is 'Whether the caller may read this record, as the policies of its own table say.';

  create function app.is_citable(concept text, record uuid) returns boolean
    language plpgsql stable security invoker set search_path = '' as $$
  declare
    region uuid;
    found_row boolean;
  begin
    execute format('select true, (to_jsonb(r) ->> %L)::uuid from public.%I r where r.id = $1',
      case concept when 'region' then 'id' else 'region_id' end, concept) into found_row, region using record;
    if found_row is null then
      return false;
    end if;
    if region is null then
      return app.has_role('ADMIN', 'COORDINATOR', 'OPERATOR');
    end if;
    return app.holds_role_in(region, 'ADMIN', 'COORDINATOR', 'OPERATOR');
  end $$;
  comment on function app.is_citable(text, uuid) is
    'Whether the actor may add and remove sources of this record: it is visible and in the own region, or of no region at all.';

  revoke execute on function app.holds_role_in(uuid, text[]), app.is_visible(text, uuid), app.is_citable(text, uuid) from public;
  grant execute on function app.holds_role_in(uuid, text[]), app.is_visible(text, uuid), app.is_citable(text, uuid) to payung_app;
`;

const rights = `
  select app.keep('source', 'source');
  create trigger source_announce after insert or update on source for each row execute function app.announce('source');
  grant select, insert, update on source to payung_app;
  create policy source_read on source for select to payung_app using (true);
  create policy source_insert on source for insert to payung_app
    with check ((select app.has_role('ADMIN', 'COORDINATOR', 'OPERATOR')));
  create policy source_update on source for update to payung_app using ((select app.has_role('ADMIN', 'COORDINATOR')));

  select app.keep('source', 'citation', 'source_id');
  grant select, insert, delete on citation to payung_app;
  create policy citation_read on citation for select to payung_app using (app.is_visible(concept, record_id));
  create policy citation_insert on citation for insert to payung_app with check (app.is_citable(concept, record_id));
  create policy citation_delete on citation for delete to payung_app using (app.is_citable(concept, record_id));
`;
