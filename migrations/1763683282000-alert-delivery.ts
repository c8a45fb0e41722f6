import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How alerts reach people outside the panel: a mail a day at most, and a calendar at a secret address. */
export class AlertDelivery1763683282000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [tables, everybody, digests, feeds, rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.feed_reader(bytea);
      drop function app.settle_digest(uuid, text, integer);
      drop function app.claim_digest(uuid);
      drop function app.digest_readers();
      drop trigger staff_alert_delivery on staff;
      drop function app.prepare_alert_delivery();
      drop table alert_digest;
      drop table alert_delivery;
    `);
  }
}

const standard = `
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1`;

const tables = `
  create table alert_delivery (
    id uuid constraint alert_delivery_id_key primary key default gen_random_uuid(),
    staff_id uuid not null constraint alert_delivery_staff_unique unique constraint alert_delivery_staff_fk references staff on delete cascade,
    wants_digest boolean not null default true,
    feed_hash bytea constraint alert_delivery_feed_unique unique,
    feed_made_at timestamptz,
    ${standard},
    constraint alert_delivery_feed_complete check ((feed_hash is null) = (feed_made_at is null))
  );
  comment on table alert_delivery is 'How the alerts of a staff member reach them outside the panel; a row for each.';
  comment on column alert_delivery.feed_hash is 'SHA-256 of the secret in the address of the calendar; null: no calendar.';

  create table alert_digest (
    id uuid constraint alert_digest_id_key primary key default gen_random_uuid(),
    staff_id uuid not null constraint alert_digest_staff_fk references staff on delete cascade,
    day date not null,
    state text not null constraint alert_digest_state_check check (state in ('SENDING', 'SENT', 'EMPTY', 'FAILED', 'UNSURE')),
    alert_count integer constraint alert_digest_alert_count_range check (alert_count >= 0),
    attempts integer not null default 1,
    ${standard},
    constraint alert_digest_day_unique unique (staff_id, day)
  );
  comment on table alert_digest is 'The mail of a day to a staff member, claimed before it is sent: at most one, whichever server sends it.';
  comment on column alert_digest.state is
    'FAILED: the mail server has not taken it, another attempt follows. UNSURE: it may have, so none follows. SENDING: under way, or a server ended meanwhile.';
`;

const everybody = `
  create function app.prepare_alert_delivery() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.alert_delivery (staff_id) values (new.id);
    return null;
  end $$;
  insert into alert_delivery (staff_id) select s.id from staff s;
  create trigger staff_alert_delivery after insert on staff for each row execute function app.prepare_alert_delivery();
`;

const digests = `
  create function app.digest_readers() returns table (staff_id uuid, email text, name text, locale text)
    language sql stable security definer set search_path = '' as $$
    select s.id, s.email::text, s.name, s.locale from public.staff s
    join public.alert_delivery d on d.staff_id = s.id and d.wants_digest
    where s.is_active
      and exists (select from public.staff_grant g where g.staff_id = s.id and g.role in ('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'))
      and not exists (select from public.alert_digest x where x.staff_id = s.id and x.day = app.today()
        and (x.state <> 'FAILED' or x.attempts >= 5))
    order by s.id
  $$;
  comment on function app.digest_readers() is 'Whom the mail of today may still be sent to; five attempts at most.';

  create function app.claim_digest(reader uuid) returns boolean language sql volatile security definer set search_path = '' as $$
    with claimed as (
      insert into public.alert_digest as x (staff_id, day, state)
      select r.staff_id, app.today(), 'SENDING' from app.digest_readers() r where r.staff_id = reader
      on conflict on constraint alert_digest_day_unique
        do update set state = 'SENDING', attempts = x.attempts + 1 where x.state = 'FAILED'
      returning 1)
    select exists (select from claimed)
  $$;
  comment on function app.claim_digest(uuid) is 'True for exactly one of those who ask; it has to be committed before anything is sent.';

  create function app.settle_digest(reader uuid, outcome text, alerts integer) returns void
    language sql volatile security definer set search_path = '' as $$
    update public.alert_digest x set state = outcome, alert_count = alerts
    where x.staff_id = reader and x.day = app.today() and x.state = 'SENDING'
  $$;
`;

const feeds = `
  create function app.feed_reader(hash bytea) returns table (staff_id uuid, locale text)
    language sql stable security definer set search_path = '' rows 1 as $$
    select s.id, s.locale from public.alert_delivery d join public.staff s on s.id = d.staff_id and s.is_active
    where d.feed_hash = hash
  $$;
  comment on function app.feed_reader(bytea) is 'Whose calendar lies at an address; blocked accounts have none.';
`;

const rights = `
  revoke execute on function app.prepare_alert_delivery(), app.digest_readers(), app.claim_digest(uuid),
    app.settle_digest(uuid, text, integer), app.feed_reader(bytea) from public;
  grant execute on function app.digest_readers(), app.claim_digest(uuid), app.settle_digest(uuid, text, integer),
    app.feed_reader(bytea) to payung_app;

  select app.keep('alert_delivery', 'alert_delivery', 'id', '{feed_hash}');
  grant select (id, staff_id, wants_digest, feed_made_at, created_at, updated_at, version),
    update (wants_digest, feed_hash, feed_made_at) on alert_delivery to payung_app;
  create policy alert_delivery_own on alert_delivery to payung_app
    using (staff_id = (select app.actor_id())) with check (staff_id = (select app.actor_id()));

  select app.keep('alert_digest', 'alert_digest');
  grant select on alert_digest to payung_app;
  create policy alert_digest_read on alert_digest for select to payung_app using (staff_id = (select app.actor_id()));
`;
