import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of people as they were attached to a decree: frozen, hashed, and confirmed to anybody by a code. */
export class AnnexTables1763683272000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guards);
    await runner.query(reading);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.annex_certificate(text);
      drop function app.annex_is_intact(annex);
      drop function app.annex_draft(uuid, uuid, text);
      drop function app.seal_annex(uuid, uuid, text, date, text);
      drop function app.annex_digest(uuid);
      drop function app.annex_line(annex_person);
      drop table annex_person;
      drop table annex;
      drop function app.guard_annex();
      drop function app.guard_annex_person();
    `);
  }
}

const standard = `
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1`;

const tables = `
  create table annex (
    id uuid constraint annex_id_key primary key,
    program_id uuid not null constraint annex_program_fk references program on delete restrict,
    region_id uuid not null constraint annex_region_fk references region on delete restrict,
    decree text not null constraint annex_decree_length check (char_length(decree) between 1 and 200),
    decreed_on date not null,
    people_count integer not null constraint annex_people_count_range check (people_count between 1 and 20000),
    digest text not null constraint annex_digest_form check (digest ~ '^[0-9a-f]{64}$'),
    code text not null constraint annex_code_unique unique constraint annex_code_form check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
    state text not null default 'SEALED' constraint annex_state_check check (state in ('SEALED', 'WITHDRAWN')),
    sealed_by uuid,
    withdrawn_at timestamptz,
    withdrawal_reason text constraint annex_withdrawal_reason_length check (char_length(withdrawal_reason) between 1 and 1000),
    ${standard},
    constraint annex_withdrawal_complete check ((state = 'WITHDRAWN') = (withdrawn_at is not null and withdrawal_reason is not null))
  );
  comment on table annex is 'Lists of people as they were attached to a decree. Sealed ones never change; a wrong one is withdrawn.';
  comment on column annex.digest is 'SHA-256 of the lines of the list in their order, each as app.annex_line has it, parted by line feeds, in UTF-8.';
  comment on column annex.code is '80 random bits in the alphabet of Crockford; whoever holds the paper confirms it by this.';
  create index annex_program_index on annex (program_id);
  create index annex_region_index on annex (region_id);
  create index annex_created_at_index on annex (created_at, id);
  create unique index annex_decree_unique on annex (program_id, lower(decree)) where state = 'SEALED';

  create table annex_person (
    id uuid constraint annex_person_id_key primary key default gen_random_uuid(),
    annex_id uuid not null constraint annex_person_annex_fk references annex on delete restrict,
    region_id uuid not null constraint annex_person_region_fk references region on delete restrict,
    person_id uuid not null constraint annex_person_person_fk references person on delete restrict,
    enrollment_id uuid not null constraint annex_person_enrollment_fk references enrollment on delete restrict,
    position integer not null,
    name text not null,
    nik_mask text not null,
    birth_date date,
    address text,
    category text not null,
    post text,
    ${standard},
    constraint annex_person_position_unique unique (annex_id, position)
  );
  create index annex_person_region_index on annex_person (region_id);
  create index annex_person_person_index on annex_person (person_id);
  create index annex_person_enrollment_index on annex_person (enrollment_id);

  select app.keep('annex', 'annex');
  create trigger annex_announce after insert or update on annex for each row execute function app.announce('annex');
  grant select, update (state, withdrawal_reason) on annex to payung_app;
  create policy annex_read on annex for select to payung_app using (region_id = any (array(select app.person_regions())));
  create policy annex_update on annex for update to payung_app using (
    region_id = any (array(select app.regions_of('ADMIN', 'COORDINATOR', 'APPROVER'))));

  select app.keep('annex', 'annex_person', 'annex_id', '{person_id,enrollment_id,name,nik_mask,birth_date,address,category,post}');
  grant select on annex_person to payung_app;
  create policy annex_person_read on annex_person for select to payung_app using (region_id = any (array(select app.person_regions())));
`;

const guards = `
  create function app.guard_annex() returns trigger language plpgsql set search_path = '' as $$
  begin
    if tg_op = 'DELETE' or old.state = 'WITHDRAWN' or new.state <> 'WITHDRAWN'
      or (to_jsonb(new) - '{state,withdrawn_at,withdrawal_reason,version,updated_at}'::text[])
        <> (to_jsonb(old) - '{state,withdrawn_at,withdrawal_reason,version,updated_at}'::text[]) then
      raise exception 'annex: it is sealed' using errcode = 'check_violation', constraint = 'annex_sealed';
    end if;
    new.withdrawn_at := now();
    return new;
  end $$;
  create trigger annex_guard before update or delete on annex for each row execute function app.guard_annex();

  create function app.guard_annex_person() returns trigger language plpgsql set search_path = '' as $$
  begin
    if tg_op = 'INSERT' and not exists (
      select from public.annex a where a.id = new.annex_id and a.created_at < now()) then
      return new;
    end if;
    raise exception 'annex: it is sealed' using errcode = 'check_violation', constraint = 'annex_sealed';
  end $$;
  create trigger annex_person_guard before insert or update or delete on annex_person
    for each row execute function app.guard_annex_person();
`;

const reading = `
  create function app.annex_line(p annex_person) returns text language sql immutable set search_path = '' as $$
    select concat_ws(E'\\t', p.position::text, p.name, p.nik_mask, coalesce(to_char(p.birth_date, 'YYYY-MM-DD'), ''),
      coalesce(p.address, ''), p.category, coalesce(p.post, ''))
  $$;
  comment on function app.annex_line(annex_person) is 'Line of a list as it is hashed: the printed columns, parted by tabs.';

  create function app.annex_digest(list uuid) returns text language sql stable security definer set search_path = '' as $$
    select encode(sha256(convert_to(coalesce(string_agg(app.annex_line(p), E'\\n' order by p.position), ''), 'UTF8')), 'hex')
    from public.annex_person p where p.annex_id = list
  $$;

  -- people are in whom the region approved and nobody ended; in the order of their names, as decrees list them
  create function app.seal_annex(annex uuid, program uuid, decree_number text, decree_day date, confirmation text) returns integer
    language plpgsql security definer set search_path = '' as $$
  declare
    place uuid := (select p.region_id from public.program p where p.id = program);
    found_people integer;
  begin
    if place is null or place not in (select app.regions_of('ADMIN', 'COORDINATOR', 'APPROVER')) then
      raise insufficient_privilege using message = 'not allowed to seal lists of this program';
    end if;
    perform from public.program p where p.id = program for share;
    select count(*) into found_people from public.enrollment e
      where e.program_id = program and e.decree = decree_number and e.state in ('APPROVED', 'SUBMITTED', 'ACTIVE');
    if found_people = 0 then
      raise exception 'annex: nobody is on it' using errcode = 'check_violation', constraint = 'annex_empty';
    end if;
    insert into public.annex (id, program_id, region_id, decree, decreed_on, people_count, digest, code, sealed_by)
      select seal_annex.annex, program, place, decree_number, decree_day, found_people,
        encode(sha256(convert_to(string_agg(app.annex_line(l), E'\\n' order by l.position), 'UTF8')), 'hex'), confirmation, app.actor_id()
      from app.annex_draft(seal_annex.annex, program, decree_number) l;
    insert into public.annex_person select l.* from app.annex_draft(seal_annex.annex, program, decree_number) l;
    if not (select app.annex_is_intact(a) from public.annex a where a.id = seal_annex.annex) then
      raise exception 'annex: its people changed meanwhile' using errcode = 'serialization_failure';
    end if;
    return found_people;
  end $$;

  create function app.annex_draft(annex uuid, program uuid, decree_number text) returns setof annex_person
    language sql stable security definer set search_path = '' as $$
    select gen_random_uuid(), annex_draft.annex, e.region_id, e.person_id, e.id,
      (row_number() over (order by lower(b.name), b.nik_mask, e.id))::integer,
      translate(b.name, E'\\t\\n\\r', '   '), b.nik_mask, b.birth_date, translate(b.address, E'\\t\\n\\r', '   '),
      translate(c.name, E'\\t\\n\\r', '   '), translate(e.post, E'\\t\\n\\r', '   '), now(), now(), 1
    from public.enrollment e
    join public.beneficiary b on b.id = e.beneficiary_id join public.category c on c.id = e.category_id
    where e.program_id = program and e.decree = decree_number and e.state in ('APPROVED', 'SUBMITTED', 'ACTIVE')
  $$;

  create function app.annex_is_intact(a annex) returns boolean language sql stable security definer set search_path = '' as $$
    select a.digest = app.annex_digest(a.id)
      and a.people_count = (select count(*) from public.annex_person p where p.annex_id = a.id)
  $$;
  comment on function app.annex_is_intact(annex) is 'Whether the list still has the hash that it was sealed with.';

  create function app.annex_certificate(confirmation text) returns json language sql stable security definer set search_path = '' as $$
    select json_build_object('programName', p.name, 'regionName', r.display_name, 'decree', a.decree, 'decreedOn', a.decreed_on,
      'peopleCount', a.people_count, 'digest', a.digest, 'sealedAt', a.created_at, 'isWithdrawn', a.state = 'WITHDRAWN',
      'withdrawnAt', a.withdrawn_at, 'isIntact', app.annex_is_intact(a))
    from public.annex a join public.program p on p.id = a.program_id join public.region r on r.id = a.region_id
    where a.code = confirmation
  $$;
  comment on function app.annex_certificate(text) is 'What anybody who holds the paper may know of it: never a person.';
  revoke execute on function app.guard_annex(), app.guard_annex_person(), app.annex_line(annex_person), app.annex_digest(uuid),
    app.annex_draft(uuid, uuid, text), app.seal_annex(uuid, uuid, text, date, text), app.annex_is_intact(annex),
    app.annex_certificate(text) from public;
  grant execute on function app.seal_annex(uuid, uuid, text, date, text), app.annex_is_intact(annex), app.annex_certificate(text) to payung_app;
`;
