import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who sign in, what they may do where, their sessions and personal access tokens. */
export class StaffTables1763683202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(visibility);
    await runner.query(signIn);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.authenticate(bytea, interval, interval);
      drop function app.credentials_of(text);
      drop function app.open_session(uuid, uuid, bytea, interval, text);
      drop function app.close_session(bytea);
      drop function app.set_password(uuid, text);
      drop table login_limit;
      drop table access_token;
      drop table staff_session;
      drop table staff_grant;
      drop table staff;
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
    constraint staff_grant_unique unique nulls not distinct (staff_id, role, region_id)
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
  $$;
  create function app.manageable_staff() returns setof uuid language sql stable security definer set search_path = '' as $$
    select s.id from public.staff s where app.has_role('ADMIN')
    union
    select s.id from public.staff s
    where app.has_role('COORDINATOR') and s.id <> app.actor_id() and not exists (
      select from public.staff_grant g where g.staff_id = s.id
        and (g.role = 'ADMIN' or g.region_id is null or g.region_id not in (select app.regions_of('COORDINATOR'))))
  $$;
  comment on function app.manageable_staff() is 'An administrator manages everyone; a coordinator those whose every grant lies in the own province.';
  create function app.staff_name(staff uuid) returns text language sql stable security definer set search_path = '' as $$
    select s.name from public.staff s where s.id = staff and app.actor_id() is not null
  $$;
  revoke execute on function app.visible_staff(), app.manageable_staff(), app.staff_name(uuid) from public;
  grant execute on function app.visible_staff(), app.manageable_staff(), app.staff_name(uuid) to payung_app;

  select app.keep('staff', 'staff', 'id', '{password_hash}');
  grant select (id, email, name, locale, is_active, created_at, updated_at, version),
    insert (id, email, name, locale, is_active), update (email, name, locale, is_active) on staff to payung_app;
  create policy staff_read on staff for select to payung_app using (id in (select app.visible_staff()));
  create policy staff_insert on staff for insert to payung_app with check ((select app.has_role('ADMIN', 'COORDINATOR')));
  create policy staff_update on staff for update to payung_app using (id in (select app.manageable_staff()));

  select app.keep('staff', 'staff_grant', 'staff_id');
  grant select, insert, delete on staff_grant to payung_app;
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

const signIn = `
  -- Everything before there is an actor runs through these functions; each does one thing.
  create function app.credentials_of(login text) returns table (staff_id uuid, password_hash text)
    language sql stable security definer set search_path = '' as $$
    select s.id, s.password_hash from public.staff s where s.email operator(public.=) login::public.citext and s.is_active
  $$;

  create function app.open_session(session uuid, staff uuid, hash bytea, lifetime interval, client text) returns timestamptz
    language sql security definer set search_path = '' as $$
    insert into public.staff_session (id, staff_id, token_hash, expires_at, client)
    values (session, staff, hash, now() + lifetime, left(client, 200)) returning expires_at
  $$;

  create function app.close_session(hash bytea) returns void language sql security definer set search_path = '' as $$
    delete from public.staff_session where token_hash = hash
  $$;

  create function app.set_password(staff uuid, hash text) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    if staff is distinct from app.actor_id() and staff not in (select app.manageable_staff()) then
      raise insufficient_privilege using message = 'not allowed to set this password';
    end if;
    update public.staff set password_hash = hash where id = staff;
    delete from public.staff_session where staff_id = staff;
  end $$;
  comment on function app.set_password(uuid, text) is 'Sets a password and ends all sessions of the account.';

  create function app.authenticate(hash bytea, idle interval, touch_after interval)
    returns table (staff_id uuid, name text, locale text, access text, grants jsonb)
    language plpgsql security definer set search_path = '' as $$
  declare
    found_staff uuid;
    found_access text := 'WRITE';
  begin
    update public.staff_session s set last_seen_at = now()
      where s.token_hash = hash and s.expires_at > now() and s.last_seen_at > now() - idle and s.last_seen_at < now() - touch_after;
    select s.staff_id into found_staff from public.staff_session s
      where s.token_hash = hash and s.expires_at > now() and s.last_seen_at > now() - idle;
    if found_staff is null then
      update public.access_token t set last_used_at = now()
        where t.token_hash = hash and t.revoked_at is null and t.expires_at > now()
          and coalesce(t.last_used_at, '-infinity') < now() - touch_after;
      select t.staff_id, t.access into found_staff, found_access from public.access_token t
        where t.token_hash = hash and t.revoked_at is null and t.expires_at > now();
    end if;
    return query
      select s.id, s.name, s.locale, found_access, coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'regionIds',
          case when g.region_id is not null then (
            select jsonb_agg(r.id) from public.region r where r.id = g.region_id or (r.parent_id = g.region_id and r.level in ('REGENCY', 'CITY'))) end))
          filter (where g.id is not null), '[]')
      from public.staff s left join public.staff_grant g on g.staff_id = s.id
      where s.id = found_staff and s.is_active
      group by s.id;
  end $$;
  comment on function app.authenticate(bytea, interval, interval) is
    'Who holds this session or access token, with the rights of this very moment: a block or a changed role counts at once.';

  revoke execute on function app.credentials_of(text), app.open_session(uuid, uuid, bytea, interval, text), app.close_session(bytea),
    app.set_password(uuid, text), app.authenticate(bytea, interval, interval) from public;
  grant execute on function app.credentials_of(text), app.open_session(uuid, uuid, bytea, interval, text), app.close_session(bytea),
    app.set_password(uuid, text), app.authenticate(bytea, interval, interval) to payung_app;
`;
