import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a record open at this moment: a row per session and record, gone within minutes. */
export class PresenceTable1763683304000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(note);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.note_presence(uuid, uuid, text); drop table presence');
  }
}

const table = `
  create table presence (
    session_id uuid not null constraint presence_session_fk references staff_session on delete cascade,
    staff_id uuid not null constraint presence_staff_fk references staff on delete cascade,
    record_id uuid not null,
    is_editing boolean not null,
    since timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    constraint presence_key primary key (session_id, record_id)
  );
  comment on table presence is 'Records that people have open at this moment. Written and told by app.note_presence alone.';
  comment on column presence.seen_at is 'When the page last said so; after 75 seconds it no longer counts, after ten minutes the row goes.';
  create index presence_record_index on presence (record_id, seen_at);
  create index presence_staff_index on presence (staff_id);
  create index presence_seen_index on presence (seen_at);
  alter table presence enable row level security;
  alter table presence force row level security;
  create policy presence_owner on presence to payung_owner using (true) with check (true);
`;

const note = `
  create function app.note_presence(own_session uuid, record uuid, stage text)
    returns table (name text, is_editing boolean, since timestamptz)
    language plpgsql security definer set search_path = '' as $$
  #variable_conflict use_column
  declare
    own_regions constant uuid[] := array(select app.readable_regions());
  begin
    delete from public.presence where (session_id, record_id) in (
      select p.session_id, p.record_id from public.presence p where p.seen_at < now() - interval '10 minutes'
      order by p.seen_at limit 100 for update skip locked);
    if stage = 'LEFT' then
      delete from public.presence where session_id = own_session and record_id = record and staff_id = app.actor_id();
      return;
    end if;
    -- a session that is not the actor's own notes nothing
    insert into public.presence as p (session_id, staff_id, record_id, is_editing)
    select s.id, s.staff_id, record, stage = 'EDITING' from public.staff_session s
    where s.id = own_session and s.staff_id = app.actor_id()
    on conflict (session_id, record_id) do update
      set is_editing = excluded.is_editing, seen_at = now(),
        since = case when p.seen_at < now() - interval '75 seconds' then now() else p.since end;
    return query
      select case when bool_or(here.is_near) then min(s.name) end, bool_or(p.is_editing), min(p.since)
      from public.presence p
      join public.staff s on s.id = p.staff_id and s.is_active
      cross join lateral (
        select exists (
          select from public.staff_grant g where g.staff_id = p.staff_id and (
            g.region_id is null or g.region_id = any (own_regions)
            or exists (select from public.region r where r.id = any (own_regions) and r.parent_id = g.region_id))
        ) as is_near) here
      where p.record_id = record and p.seen_at >= now() - interval '75 seconds' and p.staff_id <> app.actor_id()
      group by p.staff_id
      order by 3, 1
      limit 20;
  end $$;
  comment on function app.note_presence(uuid, uuid, text) is
    'Notes that the actor has the record open (READING, EDITING) or LEFT, and tells who else has: by name those who work in a region of the actor''s, the others without. Whether the actor may see the record is the caller''s to know.';
  revoke execute on function app.note_presence(uuid, uuid, text) from public;
  grant execute on function app.note_presence(uuid, uuid, text) to payung_app;
`;
