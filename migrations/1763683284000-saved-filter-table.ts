import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people narrow a list of the panel to, kept under a name for themselves or for everybody who signs in. */
export class SavedFilterTable1763683284000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table saved_filter');
  }
}

const table = `
  create table saved_filter (
    id uuid constraint saved_filter_id_key primary key,
    staff_id uuid not null constraint saved_filter_staff_fk references staff on delete cascade,
    concept text not null constraint saved_filter_concept_form check (concept ~ '^[a-z][A-Za-z]{1,39}$'),
    name text not null constraint saved_filter_name_length check (char_length(name) between 1 and 100),
    query text not null constraint saved_filter_query_length check (char_length(query) between 1 and 2000),
    is_shared boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint saved_filter_name_unique unique (staff_id, concept, name),
    constraint saved_filter_nik_absent check (query !~ '[0-9]{16}')
  );
  comment on table saved_filter is 'Filters of lists of the panel under a name; shared ones are seen by everybody who signs in.';
  comment on column saved_filter.query is 'Part of the address after the question mark. Never a NIK.';
  create index saved_filter_concept_index on saved_filter (concept, name, id);
`;

const rights = `
  select app.keep('saved_filter', 'saved_filter');
  grant select, insert, delete, update (name, query, is_shared) on saved_filter to payung_app;
  create policy saved_filter_read on saved_filter for select to payung_app
    using (staff_id = (select app.actor_id()) or (is_shared and (select app.actor_id()) is not null));
  create policy saved_filter_insert on saved_filter for insert to payung_app with check (staff_id = (select app.actor_id()));
  create policy saved_filter_update on saved_filter for update to payung_app using (staff_id = (select app.actor_id()));
  create policy saved_filter_delete on saved_filter for delete to payung_app using (staff_id = (select app.actor_id()));
`;
