import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Queries that people keep and share, and what each of them ran through the console. */
export class SqlQueryTables1763683245700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sql_run; drop table saved_query;');
  }
}

const standard = `
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1`;

const tables = `
  create table saved_query (
    id uuid constraint saved_query_id_key primary key,
    staff_id uuid not null constraint saved_query_staff_fk references staff on delete restrict,
    name text not null constraint saved_query_name_length check (char_length(name) between 1 and 200),
    description text constraint saved_query_description_length check (char_length(description) <= 2000),
    sql_text text not null constraint saved_query_sql_text_length check (char_length(sql_text) between 1 and 20000),
    parameters jsonb not null default '[]',
    is_shared boolean not null default false,
    ${standard},
    constraint saved_query_name_unique unique (staff_id, name)
  );
  comment on table saved_query is 'Statements that people keep under a name; shared ones are read by everybody who asks in SQL.';
  comment on column saved_query.parameters is 'List of {name, value}: what $1, $2, … stand for, and what they usually are.';
  create index saved_query_name_index on saved_query (name, id);
  create index saved_query_updated_at_index on saved_query (updated_at, id);
  create index saved_query_search_index on saved_query using gin ((lower(name || ' ' || coalesce(description, ''))) gin_trgm_ops);

  create table sql_run (
    id uuid constraint sql_run_id_key primary key,
    staff_id uuid not null constraint sql_run_staff_fk references staff on delete restrict,
    saved_query_id uuid constraint sql_run_saved_query_fk references saved_query on delete set null,
    sql_text text not null,
    parameters text[] not null,
    state text not null constraint sql_run_state_check check (state in ('STARTED', 'DONE', 'REFUSED', 'FAILED')),
    reason text,
    cost numeric(18,0),
    row_count integer,
    is_truncated boolean,
    milliseconds integer,
    ${standard}
  );
  comment on table sql_run is 'Each statement that came to the console, also the refused ones; numbers of sixteen digits are masked.';
  comment on column sql_run.reason is 'Code of the refusal or failure; null: none.';
  create index sql_run_staff_index on sql_run (staff_id, created_at desc, id);
  create index sql_run_saved_query_index on sql_run (saved_query_id);
  create index sql_run_created_at_index on sql_run (created_at, id);
`;

const rights = `
  select app.keep('saved_query', 'saved_query');
  grant select, insert, delete, update (name, description, sql_text, parameters, is_shared) on saved_query to payung_app;
  create policy saved_query_read on saved_query for select to payung_app using (
    staff_id = (select app.actor_id()) or (is_shared and (select app.has_role('ADMIN', 'COORDINATOR', 'ANALYST', 'AUDITOR'))));
  create policy saved_query_insert on saved_query for insert to payung_app with check (staff_id = (select app.actor_id()));
  create policy saved_query_update on saved_query for update to payung_app using (staff_id = (select app.actor_id()));
  create policy saved_query_delete on saved_query for delete to payung_app using (staff_id = (select app.actor_id()));

  -- the audit row of an insert holds the text, in the same transaction and before the statement runs
  select app.keep('sql_run', 'sql_run');
  grant select, insert, update (state, reason, cost, row_count, is_truncated, milliseconds) on sql_run to payung_app;
  create policy sql_run_read on sql_run for select to payung_app using (staff_id = any (array(select app.visible_staff())));
  create policy sql_run_insert on sql_run for insert to payung_app with check (staff_id = (select app.actor_id()));
  create policy sql_run_update on sql_run for update to payung_app using (staff_id = (select app.actor_id()));
`;
