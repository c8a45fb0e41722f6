import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Logins of the database for people who ask in SQL. Each is one person's own: what it may see follows from
 * session_user, which no statement can change, and not from a setting, which every statement can.
 */
export class SqlLoginTable1763683245000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(wardenBegins);
    await runner.query(warden);
    await runner.query(wardenEnds);
    await runner.query(decisions);
    await runner.query(endings);
    await runner.query(identity);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the logins themselves end with their rows
      update sql_login set revoked_at = now() where revoked_at is null;
      create or replace function app.end_access() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        delete from public.staff_session where staff_id = new.id;
        update public.access_token set revoked_at = now() where staff_id = new.id and revoked_at is null;
        return null;
      end $$;
      revoke execute on function app.today() from payung_analyst;
      drop function app.analytics_regions();
      drop function app.analytics_staff();
      drop function app.open_sql_login(uuid, uuid, text, text, text);
      drop function app.rotate_sql_login(uuid, text);
      drop table sql_login;
      drop function app.end_sql_login();
      set local role payung_warden;
      drop function app.make_login(text, text);
      drop function app.set_login_password(text, text);
      drop function app.drop_login(text);
      drop function app.end_overrunning_logins();
      set local role payung_owner;
      revoke usage on schema app from payung_warden;
    `);
  }
}

const table = `
  create table sql_login (
    id uuid constraint sql_login_id_key primary key,
    staff_id uuid not null constraint sql_login_staff_fk references staff on delete restrict,
    kind text not null constraint sql_login_kind_check check (kind in ('DIRECT', 'CONSOLE')),
    role_name text not null constraint sql_login_role_name_unique unique
      constraint sql_login_role_name_form check (role_name ~ '^payung_sql_[0-9a-f]{12}$'),
    rotated_at timestamptz not null default now(),
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  comment on table sql_login is 'Who asks in SQL under which name: with a password of the person (DIRECT), or through the program (CONSOLE).';
  comment on column sql_login.role_name is 'Role of PostgreSQL; what it may see follows from this row.';
  create unique index sql_login_active_unique on sql_login (staff_id, kind) where revoked_at is null;
  create index sql_login_staff_index on sql_login (staff_id);
  create index sql_login_created_at_index on sql_login (created_at, id);
`;

// what the warden owns runs with its right to make roles; the owner of the tables must not have that right
const wardenBegins = `
  grant usage, create on schema app to payung_warden;
  set local role payung_warden;
`;
const wardenEnds = `
  set local role payung_owner;
  revoke create on schema app from payung_warden;
`;

const warden = `
  create function app.make_login(login text, verifier text) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    if login !~ '^payung_sql_[0-9a-f]{12}$' or verifier !~ '^SCRAM-SHA-256[$][0-9]+:[A-Za-z0-9+/=]+[$][A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' then
      raise invalid_parameter_value using message = 'not a name or a verifier of a login for SQL';
    end if;
    execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole connection limit 3 password %L in role payung_analyst', login, verifier);
    -- so that the warden may end its sessions
    execute format('grant %I to payung_warden', login);
    execute format('alter role %I set search_path = analytics', login);
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
  comment on function app.make_login(text, text) is 'Makes a role that can sign in and read schema analytics. The verifier is SCRAM''s: the password itself never comes here.';

  create function app.set_login_password(login text, verifier text) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    if login !~ '^payung_sql_[0-9a-f]{12}$' or verifier !~ '^SCRAM-SHA-256[$][0-9]+:[A-Za-z0-9+/=]+[$][A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' then
      raise invalid_parameter_value using message = 'not a name or a verifier of a login for SQL';
    end if;
    execute format('alter role %I password %L', login, verifier);
    perform pg_terminate_backend(a.pid) from pg_stat_activity a where a.usename = login;
  end $$;

  create function app.drop_login(login text) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    if login !~ '^payung_sql_[0-9a-f]{12}$' then
      raise invalid_parameter_value using message = 'not a name of a login for SQL';
    end if;
    -- a database that was restored elsewhere remembers logins which that server never had
    if not exists (select from pg_roles r where r.rolname = login) then
      return;
    end if;
    execute format('alter role %I nologin', login);
    perform pg_terminate_backend(a.pid) from pg_stat_activity a where a.usename = login;
    perform lo_unlink(o.oid) from pg_largeobject_metadata o where pg_get_userbyid(o.lomowner) = login;
    begin
      execute format('drop role %I', login);
    exception when dependent_objects_still_exist then
      -- something of it lies in another database: it stays as a name that opens nothing
      execute format('revoke payung_analyst from %I', login);
    end;
  end $$;

  create function app.end_overrunning_logins() returns integer
    language plpgsql security definer set search_path = '' as $$
  begin
    -- without a superuser nobody can keep a login from making large objects; they do not stay
    perform lo_unlink(o.oid) from pg_largeobject_metadata o where pg_get_userbyid(o.lomowner) ~ '^payung_sql_[0-9a-f]{12}$';
    return (
      select count(pg_terminate_backend(a.pid))
      from pg_stat_activity a
      where a.datname = current_database() and a.usename ~ '^payung_sql_[0-9a-f]{12}$' and (
        (a.state = 'active' and a.query_start < clock_timestamp() - interval '17 seconds')
        or a.xact_start < clock_timestamp() - interval '75 seconds'
        or exists (select from pg_locks l where l.pid = a.pid and l.locktype = 'advisory')));
  end $$;
  comment on function app.end_overrunning_logins() is
    'Ends sessions of analysts that are past their limits. Their own settings cannot lift this: a session may set statement_timeout to 0, but not move its query_start.';

  revoke execute on function app.make_login(text, text), app.set_login_password(text, text), app.drop_login(text),
    app.end_overrunning_logins() from public;
  grant execute on function app.make_login(text, text), app.set_login_password(text, text), app.drop_login(text) to payung_owner;
  grant execute on function app.end_overrunning_logins() to payung_app;
`;

const decisions = `
  create function app.open_sql_login(login uuid, account uuid, login_kind text, login_name text, verifier text) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    if (case login_kind when 'CONSOLE' then account is distinct from app.actor_id()
      else account not in (select app.manageable_staff()) end) then
      raise insufficient_privilege using message = 'not allowed to open a login for this account';
    end if;
    if not exists (
      select from public.staff s join public.staff_grant g on g.staff_id = s.id
      where s.id = account and s.is_active and g.role in ('ADMIN', 'COORDINATOR', 'ANALYST', 'AUDITOR')) then
      raise exception 'sql_login: the account has no role that asks in SQL' using errcode = 'check_violation', constraint = 'sql_login_role_missing';
    end if;
    insert into public.sql_login (id, staff_id, kind, role_name) values (login, account, login_kind, login_name);
    perform app.make_login(login_name, verifier);
  end $$;
  comment on function app.open_sql_login(uuid, uuid, text, text, text) is
    'Opens a login of the database for an account that the actor manages; through the program (CONSOLE) only for the actor.';

  create function app.rotate_sql_login(login uuid, verifier text) returns void
    language plpgsql security definer set search_path = '' as $$
  declare
    found_name text;
  begin
    update public.sql_login l set rotated_at = now()
      where l.id = login and l.revoked_at is null
        and (l.staff_id = app.actor_id() or (l.kind = 'DIRECT' and l.staff_id in (select app.manageable_staff())))
      returning l.role_name into found_name;
    if found_name is null then
      raise insufficient_privilege using message = 'not allowed to change this login';
    end if;
    perform app.set_login_password(found_name, verifier);
  end $$;
  comment on function app.rotate_sql_login(uuid, text) is 'New password for a login; the old one and its sessions end.';
`;

const endings = `
  create function app.end_sql_login() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    perform app.drop_login(new.role_name);
    return null;
  end $$;
  comment on function app.end_sql_login() is 'A login that is revoked leaves PostgreSQL, and its sessions end.';
  create trigger sql_login_end after update on sql_login
    for each row when (old.revoked_at is null and new.revoked_at is not null) execute function app.end_sql_login();

  create or replace function app.end_access() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    delete from public.staff_session where staff_id = new.id;
    update public.access_token set revoked_at = now() where staff_id = new.id and revoked_at is null;
    update public.sql_login set revoked_at = now() where staff_id = new.id and revoked_at is null;
    return null;
  end $$;
  comment on function app.end_access() is 'A blocked account loses its sessions, tokens and logins, so that they do not come back with it.';
`;

const identity = `
  create function app.analytics_staff() returns uuid language sql stable security definer set search_path = '' as $$
    select l.staff_id from public.sql_login l join public.staff s on s.id = l.staff_id and s.is_active
    where l.role_name = session_user and l.revoked_at is null
  $$;
  comment on function app.analytics_staff() is 'Whose login this session came with; null: nobody''s, which sees no region.';

  create function app.analytics_regions() returns setof uuid language sql stable security definer set search_path = '' rows 20 as $$
    select r.id
    from public.staff_grant g
    join public.region r on r.level in ('PROVINCE', 'REGENCY', 'CITY')
      and (g.region_id is null or r.id = g.region_id or r.parent_id = g.region_id)
    where g.staff_id = app.analytics_staff() and g.role in ('ADMIN', 'COORDINATOR', 'ANALYST', 'AUDITOR')
  $$;
  comment on function app.analytics_regions() is 'Provinces, regencies and cities that the login of this session may see figures of.';
`;

const rights = `
  revoke execute on function app.open_sql_login(uuid, uuid, text, text, text), app.rotate_sql_login(uuid, text),
    app.end_sql_login(), app.analytics_staff(), app.analytics_regions() from public;
  grant execute on function app.open_sql_login(uuid, uuid, text, text, text), app.rotate_sql_login(uuid, text) to payung_app;
  -- without usage of the schema they can be reached through the views only
  grant execute on function app.analytics_staff(), app.analytics_regions(), app.today() to payung_analyst;

  select app.keep('sql_login', 'sql_login');
  grant select, update (revoked_at) on sql_login to payung_app;
  create policy sql_login_read on sql_login for select to payung_app using (staff_id = any (array(select app.visible_staff())));
  create policy sql_login_update on sql_login for update to payung_app
    using (staff_id = (select app.actor_id()) or staff_id = any (array(select app.manageable_staff())));
`;
