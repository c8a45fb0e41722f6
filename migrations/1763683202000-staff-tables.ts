import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who sign in, what they may do where, their sessions and personal access tokens. */
export class StaffTables1763683202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(visibility);
    await runner.query(rights);
    await runner.query(guards);
    await runner.query(signIn);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.authenticate(bytea, interval, interval);
      drop function app.credentials_of(text);
      drop function app.open_session(uuid, uuid, bytea, interval, text);
      drop function app.set_password(uuid, text, uuid);
      drop table login_limit;
      drop table access_token;
      drop table staff_session;
      drop table staff_grant;
      drop table staff;
      drop function app.keep_an_admin();
      drop function app.end_access();
      drop function app.note_revoked_token();
      drop function app.visible_staff();
      drop function app.manageable_staff();
      drop function app.staff_name(uuid);
    `);
  }
}

const tables = `
  create table staff (
    id uuid constraint staff_id_key primary key,
    email citext not null constraint staff_email_unique unique
      constraint staff_email_form check (email ~ '^[^@\\s]+@[^@\\s]+$' and char_length(email) <= 254),
    name text not null constraint staff_name_length check (char_length(name) between 1 and 200),
    locale text not null default 'id' constraint staff_locale_check check (locale in ('id', 'en')),
    is_active boolean not null default true,
    password_hash text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  create index staff_search_index on staff using gin ((lower(name || ' ' || email::text)) gin_trgm_ops);
  create index staff_name_index on staff (name, id);
  create index staff_created_at_index on staff (created_at, id);
  comment on column staff.password_hash is 'argon2id; the app reads it only through app.credentials_of. Null: cannot sign in yet.';

  create table staff_grant (
    id uuid constraint staff_grant_id_key primary key,
    staff_id uuid not null constraint staff_grant_staff_fk references staff on delete restrict,
    role text not null constraint staff_grant_role_check
      check (role in ('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'ANALYST', 'AUDITOR')),
    region_id uuid constraint staff_grant_region_fk references region on delete restrict,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint staff_grant_unique unique nulls not distinct (staff_id, role, region_id),
    -- app.has_role('ADMIN') asks for no region: an administrator of one region would be one of all
    constraint staff_grant_admin_national check (role <> 'ADMIN' or region_id is null)
  );
  comment on column staff_grant.region_id is 'Province, regency or city in which (and below which) the role holds; null: all of Indonesia.';
  create index staff_grant_region_index on staff_grant (region_id);

  create table staff_session (
    id uuid constraint staff_session_id_key primary key,
    staff_id uuid not null constraint staff_session_staff_fk references staff on delete cascade,
    token_hash bytea not null constraint staff_session_token_unique unique,
    opened_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    client text
  );
  create index staff_session_staff_index on staff_session (staff_id);
  create index staff_session_expires_index on staff_session (expires_at);
  comment on column staff_session.token_hash is 'SHA-256 of the token in the cookie or the Authorization header.';

  create table access_token (
    id uuid constraint access_token_id_key primary key,
    staff_id uuid not null constraint access_token_staff_fk references staff on delete cascade,
    name text not null constraint access_token_name_length check (char_length(name) between 1 and 100),
    token_hash bytea not null constraint access_token_hash_unique unique,
    access text not null constraint access_token_access_check check (access in ('READ', 'WRITE')),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1
  );
  create index access_token_staff_index on access_token (staff_id);

  -- the table of rate-limiter-flexible; its keys are hashes of addresses and accounts
  create table login_limit (
    key text constraint login_limit_key primary key,
    points integer not null default 0,
    expire bigint
  );
  create index login_limit_expire_index on login_limit (expire);
`;

const visibility = `
  create function app.visible_staff() returns setof uuid language sql stable security definer set search_path = '' as $$
    select app.actor_id()
    union
    select s.id from public.staff s where app.has_role('ADMIN')
    union
    select g.staff_id from public.staff_grant g where g.region_id in (select app.regions_of('COORDINATOR', 'AUDITOR'))
    union
    select s.id from public.staff s where exists (
      select from public.staff_grant g join public.staff a on a.id = g.staff_id and a.is_active
      where g.staff_id = app.actor_id() and g.role in ('COORDINATOR', 'AUDITOR') and g.region_id is null)
  $$;
  comment on function app.visible_staff() is
    'The actor; for coordinators and auditors who has a role in their regions (everyone, when theirs is the whole country); for administrators everyone.';
  create function app.manageable_staff() returns setof uuid language sql stable security definer set search_path = '' as $$
    select s.id from public.staff s where app.has_role('ADMIN')
    union
    select s.id from public.staff s
    where app.has_role('COORDINATOR') and s.id <> app.actor_id() and not exists (
      select from public.staff_grant g where g.staff_id = s.id
        and (g.role = 'ADMIN' or g.region_id is null or g.region_id not in (select app.regions_of('COORDINATOR'))))
      -- without any grant an account is nobody's but the administrators', save while it is being made
      and (s.created_at = now() or exists (select from public.staff_grant g where g.staff_id = s.id))
  $$;
  comment on function app.manageable_staff() is 'An administrator manages everyone; a coordinator those whose every grant lies in the own province.';
  create function app.staff_name(staff uuid) returns text language sql stable security definer set search_path = '' as $$
    select s.name from public.staff s where s.id = staff and app.actor_id() is not null
  $$;
  revoke execute on function app.visible_staff(), app.manageable_staff(), app.staff_name(uuid) from public;
  grant execute on function app.visible_staff(), app.manageable_staff(), app.staff_name(uuid) to payung_app;
`;

const rights = `
  select app.keep('staff', 'staff', 'id', '{password_hash}');
  grant select (id, email, name, locale, is_active, created_at, updated_at, version),
    insert (id, email, name, locale, is_active), update (name, locale, is_active) on staff to payung_app;
  create policy staff_read on staff for select to payung_app using (id in (select app.visible_staff()));
  create policy staff_insert on staff for insert to payung_app with check ((select app.has_role('ADMIN', 'COORDINATOR')));
  create policy staff_update on staff for update to payung_app using (id in (select app.manageable_staff()));

  select app.keep('staff', 'staff_grant', 'staff_id');
  grant select, insert (id, staff_id, role, region_id), delete on staff_grant to payung_app;
  create policy staff_grant_read on staff_grant for select to payung_app using (staff_id in (select app.visible_staff()));
  create policy staff_grant_insert on staff_grant for insert to payung_app with check (
    (select app.has_role('ADMIN'))
    or (role <> 'ADMIN' and region_id in (select app.regions_of('COORDINATOR')) and staff_id in (select app.manageable_staff())));
  create policy staff_grant_delete on staff_grant for delete to payung_app using (
    (select app.has_role('ADMIN'))
    or (role <> 'ADMIN' and region_id in (select app.regions_of('COORDINATOR')) and staff_id in (select app.manageable_staff())));

  alter table staff_session enable row level security;
  alter table staff_session force row level security;
  create policy staff_session on staff_session to payung_owner using (true) with check (true);
  grant select (id, staff_id, opened_at, last_seen_at, expires_at, client), delete on staff_session to payung_app;
  create policy staff_session_read on staff_session for select to payung_app using (staff_id in (select app.visible_staff()));
  create policy staff_session_end on staff_session for delete to payung_app
    using (staff_id = (select app.actor_id()) or staff_id in (select app.manageable_staff()));

  select app.keep('staff', 'access_token', 'staff_id', '{token_hash}');
  -- last_used_at changes every minute of use; of the changes only a revocation is worth an audit row (see guards)
  drop trigger access_token_audit_update on access_token;
  grant select (id, staff_id, name, access, expires_at, last_used_at, revoked_at, created_at, updated_at, version),
    insert (id, staff_id, name, token_hash, access, expires_at), update (revoked_at) on access_token to payung_app;
  create policy access_token_read on access_token for select to payung_app using (staff_id = (select app.actor_id()));
  create policy access_token_insert on access_token for insert to payung_app with check (staff_id = (select app.actor_id()));
  create policy access_token_update on access_token for update to payung_app
    using (staff_id = (select app.actor_id()) or staff_id in (select app.manageable_staff()));

  alter table login_limit enable row level security;
  alter table login_limit force row level security;
  grant select, insert, update, delete on login_limit to payung_app;
  create policy login_limit on login_limit using (true) with check (true);
`;

const guards = `
  create function app.keep_an_admin() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if tg_table_name = 'staff' and not exists (select from public.staff_grant g where g.staff_id = old.id and g.role = 'ADMIN') then
      return null;
    end if;
    -- two administrators who block each other at the same time must not both succeed
    perform pg_advisory_xact_lock(hashtextextended('app.keep_an_admin', 0));
    if not exists (
      select from public.staff_grant g join public.staff s on s.id = g.staff_id where g.role = 'ADMIN' and s.is_active) then
      raise exception using message = 'no active administrator would remain', constraint = 'staff_last_admin';
    end if;
    return null;
  end $$;
  comment on function app.keep_an_admin() is 'The last active administrator cannot be blocked and cannot lose the role.';
  create trigger staff_last_admin after update on staff
    for each row when (old.is_active and not new.is_active) execute function app.keep_an_admin();
  create trigger staff_grant_last_admin after delete on staff_grant
    for each row when (old.role = 'ADMIN') execute function app.keep_an_admin();

  create function app.end_access() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    delete from public.staff_session where staff_id = new.id;
    update public.access_token set revoked_at = now() where staff_id = new.id and revoked_at is null;
    return null;
  end $$;
  comment on function app.end_access() is 'A blocked account loses its sessions and tokens, so that they do not come back with it.';
  create trigger staff_block after update on staff
    for each row when (old.is_active and not new.is_active) execute function app.end_access();

  create function app.note_revoked_token() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    perform app.record_event('staff', new.staff_id, null, 'token.revoke', jsonb_build_object('name', new.name));
    return null;
  end $$;
  create trigger access_token_revoke after update on access_token
    for each row when (old.revoked_at is null and new.revoked_at is not null) execute function app.note_revoked_token();

  revoke execute on function app.keep_an_admin(), app.end_access(), app.note_revoked_token() from public;
  create trigger staff_announce after insert or update on staff for each row execute function app.announce('staff');
`;

const signIn = `
  -- Everything before there is an actor runs through these functions; each does one thing.
  create function app.credentials_of(login text) returns table (staff_id uuid, password_hash text)
    language sql stable security definer set search_path = '' as $$
    select s.id, s.password_hash from public.staff s where s.email operator(public.=) login::public.citext and s.is_active
  $$;

  create function app.open_session(session uuid, account uuid, hash bytea, lifetime interval, client text) returns timestamptz
    language sql security definer set search_path = '' as $$
    delete from public.staff_session where expires_at < now();
    insert into public.staff_session (id, staff_id, token_hash, expires_at, client)
    select session, s.id, hash, now() + least(lifetime, interval '12 hours'), left(client, 200)
    from public.staff s where s.id = account and s.is_active
    returning expires_at
  $$;
  comment on function app.open_session(uuid, uuid, bytea, interval, text) is
    'Opens a session of at most 12 hours; null: the account is blocked or does not exist.';

  create function app.set_password(account uuid, hash text, kept_session uuid) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    if account is distinct from app.actor_id() and account not in (select app.manageable_staff()) then
      raise insufficient_privilege using message = 'not allowed to set this password';
    end if;
    update public.staff set password_hash = hash where id = account;
    delete from public.staff_session where staff_id = account and id is distinct from kept_session;
  end $$;
  comment on function app.set_password(uuid, text, uuid) is
    'Sets a password and ends the sessions of the account, save the one named (null: all).';

  create function app.authenticate(hash bytea, idle interval, touch_after interval)
    returns table (staff_id uuid, session_id uuid, name text, locale text, access text, grants jsonb)
    language plpgsql security definer set search_path = '' as $$
  declare
    found_staff uuid;
    found_session uuid;
    found_access text := 'WRITE';
  begin
    update public.staff_session s set last_seen_at = now()
      where s.token_hash = hash and s.expires_at > now() and s.last_seen_at > now() - idle and s.last_seen_at < now() - touch_after;
    select s.staff_id, s.id into found_staff, found_session from public.staff_session s
      where s.token_hash = hash and s.expires_at > now() and s.last_seen_at > now() - idle;
    if found_staff is null then
      update public.access_token t set last_used_at = now()
        where t.token_hash = hash and t.revoked_at is null and t.expires_at > now()
          and coalesce(t.last_used_at, '-infinity') < now() - touch_after;
      select t.staff_id, t.access into found_staff, found_access from public.access_token t
        where t.token_hash = hash and t.revoked_at is null and t.expires_at > now();
    end if;
    return query
      select s.id, found_session, s.name, s.locale, found_access, coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'regionIds',
          case when g.region_id is not null then (
            select jsonb_agg(r.id) from public.region r where r.id = g.region_id or (r.parent_id = g.region_id and r.level in ('REGENCY', 'CITY'))) end))
          filter (where g.id is not null), '[]')
      from public.staff s left join public.staff_grant g on g.staff_id = s.id
      where s.id = found_staff and s.is_active
      group by s.id;
  end $$;
  comment on function app.authenticate(bytea, interval, interval) is
    'Who holds this session or access token, with the rights of this very moment: a block or a changed role counts at once.';

  revoke execute on function app.credentials_of(text), app.open_session(uuid, uuid, bytea, interval, text),
    app.set_password(uuid, text, uuid), app.authenticate(bytea, interval, interval) from public;
  grant execute on function app.credentials_of(text), app.open_session(uuid, uuid, bytea, interval, text),
    app.set_password(uuid, text, uuid), app.authenticate(bytea, interval, interval) to payung_app;
`;
