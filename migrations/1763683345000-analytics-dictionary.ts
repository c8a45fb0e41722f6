import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What there is to ask, as a view: the console opens no catalogue. And what Metabase needs of PostgreSQL's to list
 * the views at all: it joins them with pg_stat_user_tables, whose counters are closed to analysts.
 */
export class AnalyticsDictionary1763683345000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(dictionary);
    await runner.query(standIn);
    const logins: { name: string }[] = await runner.query(
      'select l.role_name as name from sql_login l where l.revoked_at is null',
    );
    await runner.query('grant create on schema app to payung_warden; set local role payung_warden');
    await runner.query(makeLogin('analytics, stand_in, pg_catalog'));
    for (const { name } of logins)
      await runner.query(`alter role ${name} set search_path = analytics, stand_in, pg_catalog`);
    await runner.query('set local role payung_owner; revoke create on schema app from payung_warden');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema app to payung_warden; set local role payung_warden');
    await runner.query(makeLogin('analytics'));
    await runner.query(`
      set local role payung_owner;
      revoke create on schema app from payung_warden;
      drop schema stand_in cascade;
      drop view analytics.dictionary;
    `);
  }
}

const meaningOf = (about: string): string =>
  `split_part(${about}, ' | ', 1) as meaning, split_part(${about}, ' | ', 2) as meaning_en`;

const dictionary = `
  create view analytics.dictionary with (security_barrier) as
    select c.relname::text as view_name, null::text as column_name, 0 as ordinal, null::text as data_type,
      ${meaningOf("obj_description(c.oid, 'pg_class')")}
    from pg_catalog.pg_class c
    where c.relnamespace = 'analytics'::regnamespace and c.relkind = 'v'
    union all
    select c.relname::text, a.attname::text, a.attnum::integer, format_type(a.atttypid, a.atttypmod),
      ${meaningOf('col_description(c.oid, a.attnum)')}
    from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'analytics'::regnamespace and c.relkind = 'v';
  comment on view analytics.dictionary is 'Tampilan dan kolom yang dapat ditanyakan, dengan artinya. | Views and columns that can be asked, with what they mean.';
  comment on column analytics.dictionary.view_name is 'Nama tampilan. | Name of the view.';
  comment on column analytics.dictionary.column_name is 'Nama kolom; kosong: baris ini tentang tampilannya. | Name of the column; null: the row is about the view itself.';
  comment on column analytics.dictionary.ordinal is 'Urutan kolom dari 1; 0: tampilannya. | Place of the column, from 1; 0: the view itself.';
  comment on column analytics.dictionary.data_type is 'Tipe PostgreSQL; kosong: tampilannya. | Type in PostgreSQL; null: the view itself.';
  comment on column analytics.dictionary.meaning is 'Artinya, dengan satuan dan arti kosong. | What it means in Indonesian, with unit and the meaning of null.';
  comment on column analytics.dictionary.meaning_en is 'Artinya dalam bahasa Inggris. | What it means in English.';
  grant select on analytics.dictionary to payung_analyst;
`;

// PostgreSQL's own view calls functions that nobody but monitoring may call; without their names Metabase finds no view
const standIn = `
  create schema stand_in;
  comment on schema stand_in is 'Kosong: pengganti tampilan statistik PostgreSQL yang dicari Metabase. | Empty: stands in for a view of statistics that Metabase looks for.';
  create view stand_in.pg_stat_user_tables as
    select null::oid as relid, null::name as schemaname, null::name as relname, null::bigint as n_live_tup where false;
  comment on view stand_in.pg_stat_user_tables is 'Selalu kosong. | Always empty.';
  grant usage on schema stand_in to payung_analyst;
  grant select on stand_in.pg_stat_user_tables to payung_analyst;
`;

const makeLogin = (searchPath: string): string => `
  create or replace function app.make_login(login text, verifier text) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    if login !~ '^payung_sql_[0-9a-f]{12}$' or verifier !~ '^SCRAM-SHA-256[$][0-9]+:[A-Za-z0-9+/=]+[$][A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' then
      raise invalid_parameter_value using message = 'not a name or a verifier of a login for SQL';
    end if;
    execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole connection limit 3 password %L in role payung_analyst', login, verifier);
    -- so that the warden may end its sessions
    execute format('grant %I to payung_warden', login);
    execute format('alter role %I set search_path = ${searchPath}', login);
    execute format('alter role %I set default_transaction_read_only = on', login);
    execute format('alter role %I set statement_timeout = ''15s''', login);
    execute format('alter role %I set lock_timeout = ''3s''', login);
    execute format('alter role %I set idle_in_transaction_session_timeout = ''60s''', login);
    execute format('alter role %I set work_mem = ''16MB''', login);
    execute format('alter role %I set max_parallel_workers_per_gather = 0', login);
    begin
      execute format('alter role %I set temp_file_limit = ''256MB''', login);
    exception when insufficient_privilege then
      null; -- a superuser has to grant this parameter, or to set it for the whole server
    end;
  end $$;
`;
