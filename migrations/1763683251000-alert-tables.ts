import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of what is due: one row per rule, subject, lead time and day on which the thing falls. The row stays when
 * it was settled, so that nothing is told twice, and is written for days on which no server ran, so that nothing is missed.
 */
export class AlertTables1763683251000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(guard);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table alert;
      drop function app.guard_alert();
      drop function app.works_in(uuid, uuid);
      drop function app.alert_regions();
    `);
  }
}

const table = `
  create table alert (
    id uuid constraint alert_id_key primary key default gen_random_uuid(),
    rule text not null constraint alert_rule_check check (rule in (
      'MOU_ENDING', 'MOU_NOTICE', 'MOU_DRAFT_IDLE', 'MOU_OFFICE_NOT_SERVING', 'UMBRELLA_WITHOUT_PKS', 'PKS_WITHOUT_PROGRAM',
      'PROGRAM_WITHOUT_LEGAL_BASIS', 'PROGRAM_WITHOUT_MOU', 'BUDGET_SHORT', 'BILL_DUE', 'MONTHS_NOT_BILLED', 'PEOPLE_TURNING_65',
      'REGION_WITHOUT_RECAP')),
    concept text not null constraint alert_concept_check check (concept in ('mou', 'program', 'bill', 'region')),
    subject_id uuid not null,
    region_id uuid not null constraint alert_region_fk references region on delete restrict,
    lead_days integer not null,
    due_on date,
    fires_on date not null,
    facts jsonb not null default '{}',
    state text not null default 'OPEN' constraint alert_state_check check (state in ('OPEN', 'ACKNOWLEDGED', 'RESOLVED', 'SUPERSEDED')),
    note text constraint alert_note_length check (char_length(note) <= 1000),
    acknowledged_by uuid constraint alert_acknowledged_by_fk references staff on delete restrict,
    acknowledged_at timestamptz,
    snoozed_until date,
    assignee_id uuid constraint alert_assignee_fk references staff on delete restrict,
    escalated_on date,
    resolved_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint alert_once_unique unique nulls not distinct (rule, subject_id, lead_days, due_on),
    constraint alert_acknowledgement_complete check ((acknowledged_by is null) = (acknowledged_at is null))
  );
  comment on table alert is 'What is due or broken, once per rule, subject, lead time and day.';
  comment on column alert.lead_days is 'Days before due_on on which the rule speaks; negative: after it.';
  comment on column alert.due_on is 'Day on which the thing falls; null: it holds now, without a day.';
  comment on column alert.fires_on is 'Day on which the alert was due to be raised; earlier than created_at when no server ran.';
  comment on column alert.facts is 'Numbers and days for the text. Never anything of a person.';
  comment on column alert.state is 'SUPERSEDED: a nearer lead time of the same thing has spoken. RESOLVED: what it told no longer holds.';
  create index alert_region_index on alert (region_id, state);
  create index alert_subject_index on alert (subject_id);
  create index alert_fires_on_index on alert (fires_on desc, id);
  create index alert_due_on_index on alert ((coalesce(due_on, fires_on)), id);
  create index alert_assignee_index on alert (assignee_id);
  create index alert_acknowledged_by_index on alert (acknowledged_by);
`;

const guard = `
  create function app.alert_regions() returns setof uuid language sql stable security definer set search_path = '' rows 20 as $$
    select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR')
  $$;
  comment on function app.alert_regions() is 'Regions whose alerts the actor sees; analysts see aggregates only.';

  create function app.works_in(worker uuid, region uuid) returns boolean language sql stable security definer set search_path = '' as $$
    select exists (
      select from public.staff_grant g join public.staff s on s.id = g.staff_id and s.is_active
      where g.staff_id = worker and g.role in ('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER')
        and (g.region_id is null or g.region_id in (select app.region_ancestors(region))))
  $$;
  comment on function app.works_in(uuid, uuid) is 'Whether a staff member may change things in a region.';

  create function app.guard_alert() returns trigger language plpgsql set search_path = '' as $$
  begin
    -- whether a thing still holds is for app.refresh_alerts to say, never for a person
    if current_user = 'payung_app' and old.state <> new.state
      and (old.state, new.state) not in (('OPEN', 'ACKNOWLEDGED'), ('ACKNOWLEDGED', 'OPEN')) then
      raise exception 'alert: % does not lead to %', old.state, new.state using errcode = 'check_violation', constraint = 'alert_state_move';
    end if;
    if new.assignee_id is distinct from old.assignee_id and new.assignee_id is not null and not app.works_in(new.assignee_id, new.region_id) then
      raise exception 'alert: the assignee has no role there' using errcode = 'check_violation', constraint = 'alert_assignee_region';
    end if;
    return new;
  end $$;
  create trigger alert_guard before update on alert for each row execute function app.guard_alert();
  revoke execute on function app.alert_regions(), app.works_in(uuid, uuid), app.guard_alert() from public;
  grant execute on function app.alert_regions(), app.works_in(uuid, uuid) to payung_app;
`;

const rights = `
  select app.keep('alert', 'alert');
  create trigger alert_announce after insert or update on alert for each row execute function app.announce('alert');
  grant select, update (state, note, acknowledged_by, acknowledged_at, snoozed_until, assignee_id, escalated_on) on alert to payung_app;
  create policy alert_read on alert for select to payung_app using (region_id = any (array(select app.alert_regions())));
  create policy alert_update on alert for update to payung_app using (region_id = any (array(select app.writable_regions())));
`;
