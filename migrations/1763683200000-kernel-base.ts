import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every table stands on: who acts (transaction-local settings that only the app's own login may use), which
 * regions that opens, counting of versions, and the audit trail written by the database itself.
 */
export class KernelBase1763683200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(identity);
    await runner.query(touch);
    await runner.query(audit);
    await runner.query(idempotency);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table idempotency_key;
      drop table audit_event;
      drop schema app cascade;
      alter default privileges for role payung_owner grant execute on functions to public;
    `);
  }
}

const identity = `
  -- PostgreSQL lets everybody run a new function; here each one is granted by name
  alter default privileges for role payung_owner revoke execute on functions from public;

  create schema app;
  grant usage on schema app to payung_app;

  create function app.actor_id() returns uuid language sql stable security definer set search_path = '' as $$
    select case when session_user = 'payung_app' then nullif(current_setting('app.actor_id', true), '')::uuid end
  $$;
  comment on function app.actor_id() is 'Staff member who acts in this transaction; null: nobody. Believed only from the login of the app.';

  create function app.today() returns date language sql stable set search_path = '' as $$
    select coalesce(nullif(current_setting('app.today', true), '')::date, (now() at time zone 'Asia/Jakarta')::date)
  $$;
  comment on function app.today() is 'Calendar day in Jakarta; the app sets it so that tests can stop the clock.';

  -- plpgsql on purpose: the tables of staff and regions come with later migrations
  create function app.has_role(variadic wanted text[]) returns boolean
    language plpgsql stable security definer set search_path = '' as $$
  begin
    return exists (
      select from public.staff_grant g join public.staff s on s.id = g.staff_id
      where g.staff_id = app.actor_id() and s.is_active and g.role = any (wanted));
  end $$;
  comment on function app.has_role(text[]) is 'Whether the actor holds one of these roles anywhere.';

  create function app.regions_of(variadic wanted text[]) returns setof uuid
    language plpgsql stable security definer set search_path = '' rows 20 as $$
  begin
    return query
      select r.id
      from public.staff_grant g
      join public.staff s on s.id = g.staff_id and s.is_active
      join public.region r on r.level in ('PROVINCE', 'REGENCY', 'CITY')
        and (g.region_id is null or r.id = g.region_id or r.parent_id = g.region_id)
      where g.staff_id = app.actor_id() and g.role = any (wanted);
  end $$;
  comment on function app.regions_of(text[]) is 'Provinces, regencies and cities in which the actor holds one of these roles.';

  create function app.readable_regions() returns setof uuid language sql stable security definer set search_path = '' rows 20 as $$
    select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'ANALYST', 'AUDITOR')
  $$;
  create function app.writable_regions() returns setof uuid language sql stable security definer set search_path = '' rows 20 as $$
    select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER')
  $$;

  revoke execute on all functions in schema app from public;
  grant execute on all functions in schema app to payung_app;
`;

const touch = `
  create function app.touch() returns trigger language plpgsql set search_path = '' as $$
  begin
    new.created_at := old.created_at;
    new.updated_at := now();
    new.version := old.version + 1;
    return new;
  end $$;
  comment on function app.touch() is 'Before every update: counts the version and notes the time, whatever the statement says.';

  create function app.announce() returns trigger language plpgsql set search_path = '' as $$
  begin
    perform pg_notify('payung_change', tg_argv[0] || ':' || new.id || ':' || new.version);
    return null;
  end $$;
  comment on function app.announce() is 'After commit: tells the app nodes that a record changed (id and version, no content).';
`;

const audit = `
  create table audit_event (
    id uuid constraint audit_event_id_key primary key default gen_random_uuid(),
    occurred_at timestamptz not null default now(),
    actor_id uuid,
    request_id text not null,
    verb text not null,
    concept text not null,
    subject_id uuid not null,
    region_id uuid,
    part text not null,
    part_id uuid not null,
    operation text not null constraint audit_event_operation_check check (operation in ('INSERT', 'UPDATE', 'DELETE', 'EVENT')),
    changes jsonb not null
  );
  comment on table audit_event is 'Who changed, saw or exported what; written in the transaction of the change, never changed.';
  comment on column audit_event.subject_id is 'Record that a person would name (the MoU); part and part_id say which row of it changed (the party).';
  create index audit_event_subject_index on audit_event (subject_id, occurred_at desc);
  create index audit_event_occurred_at_index on audit_event (occurred_at desc, id desc);
  create index audit_event_region_index on audit_event (region_id, occurred_at desc);
  create index audit_event_actor_index on audit_event (actor_id, occurred_at desc);

  alter table audit_event enable row level security;
  alter table audit_event force row level security;
  grant select on audit_event to payung_app;
  create policy audit_event_owner on audit_event to payung_owner using (true) with check (true);
  create policy audit_event_read on audit_event for select to payung_app using (
    (region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR')))
    or (region_id is null and (
      (select app.has_role('ADMIN'))
      or (concept <> 'staff' and (select app.has_role('COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR')))
      or (concept = 'staff' and subject_id = (select app.actor_id())))));

  create function app.changed_fields(old_row jsonb, new_row jsonb, hidden text[]) returns jsonb
    language sql immutable set search_path = '' as $$
    select coalesce(jsonb_object_agg(field, case when field = any (hidden) then '["***", "***"]'::jsonb
        else jsonb_build_array(old_row -> field, new_row -> field) end), '{}')
    from (select jsonb_object_keys(coalesce(new_row, old_row)) as field) fields
    where field not in ('id', 'created_at', 'updated_at', 'version')
      and coalesce(old_row -> field, 'null') is distinct from coalesce(new_row -> field, 'null')
  $$;

  create function app.record_change() returns trigger language plpgsql security definer set search_path = '' as $$
  -- arguments: concept, column that holds the concept's id, then columns whose values are personal or secret
  declare
    concept text := tg_argv[0];
    key text := tg_argv[1];
    hidden text[] := coalesce(tg_argv[2:], '{}');
    pairs text := case tg_op
      when 'INSERT' then 'select null::jsonb as o, to_jsonb(n) as n from new_rows n'
      when 'DELETE' then 'select to_jsonb(o) as o, null::jsonb as n from old_rows o'
      else 'select to_jsonb(o) as o, to_jsonb(n) as n from new_rows n join old_rows o on o.id = n.id' end;
    root text := case when tg_table_name = concept
      then 'coalesce(p.n, p.o) ->> ''region_id'''
      else format('(select to_jsonb(r) ->> ''region_id'' from public.%I r where r.id = (coalesce(p.n, p.o) ->> %L)::uuid)', concept, key) end;
  begin
    execute format($sql$
      insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
      select app.actor_id(), coalesce(current_setting('app.request_id', true), ''),
        coalesce(nullif(current_setting('app.verb', true), ''), lower(%L)), %L,
        (coalesce(p.n, p.o) ->> %L)::uuid, (%s)::uuid, %L, (coalesce(p.n, p.o) ->> 'id')::uuid, %L,
        app.changed_fields(p.o, p.n, %L::text[])
      from (%s) p
      where p.o is null or p.n is null or app.changed_fields(p.o, p.n, '{}') <> '{}'
    $sql$, tg_op, concept, key, root, tg_table_name, tg_op, hidden, pairs);
    return null;
  end $$;

  create function app.record_event(concept text, subject uuid, region uuid, event text, details jsonb) returns void
    language sql security definer set search_path = '' as $$
    insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
    values (app.actor_id(), coalesce(current_setting('app.request_id', true), ''), event, concept, subject, region, concept, subject, 'EVENT', details)
  $$;
  comment on function app.record_event(text, uuid, uuid, text, jsonb) is 'Notes what is no change of a row: a sign-in, a download, an export.';
  revoke execute on function app.record_event(text, uuid, uuid, text, jsonb) from public;
  grant execute on function app.record_event(text, uuid, uuid, text, jsonb) to payung_app;

  -- One call per table: versions, audit trail, announcement, forced row security, rights of the owner.
  create function app.keep(concept text, table_name text, key text default 'id', hidden text[] default '{}') returns void
    language plpgsql set search_path = '' as $$
  declare
    arguments text := (select string_agg(quote_literal(argument), ', ')
      from unnest(array[concept, key] || hidden) as argument);
    statement text;
  begin
    foreach statement in array array[
      'alter table public.%1$I enable row level security',
      'alter table public.%1$I force row level security',
      'create policy %1$I on public.%1$I to payung_owner using (true) with check (true)',
      'create trigger %1$I_touch before update on public.%1$I for each row execute function app.touch()',
      'create trigger %1$I_audit_insert after insert on public.%1$I referencing new table as new_rows for each statement execute function app.record_change(%2$s)',
      'create trigger %1$I_audit_update after update on public.%1$I referencing old table as old_rows new table as new_rows for each statement execute function app.record_change(%2$s)',
      'create trigger %1$I_audit_delete after delete on public.%1$I referencing old table as old_rows for each statement execute function app.record_change(%2$s)'
    ] loop
      execute format(statement, table_name, arguments);
    end loop;
  end $$;
  revoke execute on function app.keep(text, text, text, text[]) from public;
`;

const idempotency = `
  create table idempotency_key (
    actor_id uuid not null,
    verb text not null,
    key text not null constraint idempotency_key_key_length check (char_length(key) between 1 and 200),
    content_hash text not null,
    subject_id uuid not null,
    created_at timestamptz not null default now(),
    constraint idempotency_key_key primary key (actor_id, verb, key)
  );
  comment on table idempotency_key is 'Creates that were made, so that a repeated request gives the same record.';
  alter table idempotency_key enable row level security;
  alter table idempotency_key force row level security;
  grant select, insert on idempotency_key to payung_app;
  create policy idempotency_key_owner on idempotency_key to payung_owner using (true) with check (true);
  create policy idempotency_key_own on idempotency_key to payung_app
    using (actor_id = (select app.actor_id())) with check (actor_id = (select app.actor_id()));
`;
