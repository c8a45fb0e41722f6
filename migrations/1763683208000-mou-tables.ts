import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements with BPJS Ketenagakerjaan, their parties and legal bases, and what must hold of them for every door. */
export class MouTables1763683208000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(guards);
    await runner.query(derived);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.mou_concerns(mou);
      drop function app.mou_missing(mou);
      drop function app.mou_phase(mou);
      drop function app.mou_ends_on(mou);
      drop table mou_legal_basis;
      drop table mou_party;
      drop table mou;
      drop function app.guard_mou();
      drop function app.guard_mou_part();
    `);
  }
}

const tables = `
  create table mou (
    id uuid constraint mou_id_key primary key,
    kind text not null constraint mou_kind_check check (kind in ('UMBRELLA', 'PKS', 'ADDENDUM')),
    title_as_written text not null constraint mou_title_as_written_length check (char_length(title_as_written) between 1 and 300),
    subject text constraint mou_subject_length check (char_length(subject) <= 1000),
    region_id uuid not null constraint mou_region_fk references region on delete restrict,
    parent_id uuid constraint mou_parent_fk references mou on delete restrict,
    predecessor_id uuid constraint mou_predecessor_fk references mou on delete restrict,
    state text not null default 'DRAFT' constraint mou_state_check check (state in ('DRAFT', 'LEGAL_REVIEW', 'SIGNED', 'TERMINATED')),
    signed_on date,
    signed_place text constraint mou_signed_place_length check (char_length(signed_place) <= 300),
    effective_from date,
    effective_until date,
    term_text text constraint mou_term_text_length check (char_length(term_text) <= 300),
    is_auto_renewed boolean,
    notice_days integer constraint mou_notice_days_range check (notice_days between 0 and 730),
    segments text[] not null default '{}' constraint mou_segments_check
      check (segments <@ array['PU', 'BPU', 'CONSTRUCTION', 'MIGRANT']),
    scope text[] not null default '{}',
    planned_beneficiaries integer constraint mou_planned_beneficiaries_range check (planned_beneficiaries between 1 and 50000000),
    note text constraint mou_note_length check (char_length(note) <= 4000),
    submitted_at timestamptz,
    returned_reason text constraint mou_returned_reason_length check (char_length(returned_reason) <= 4000),
    terminated_on date,
    termination_reason text constraint mou_termination_reason_length check (char_length(termination_reason) <= 4000),
    termination_document_id uuid constraint mou_termination_document_fk references document on delete restrict,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint mou_period_order check (effective_until >= effective_from),
    constraint mou_parent_presence check (case kind when 'UMBRELLA' then parent_id is null when 'ADDENDUM' then parent_id is not null else true end),
    constraint mou_predecessor_other check (predecessor_id <> id),
    constraint mou_termination_complete check ((state = 'TERMINATED') = (terminated_on is not null)
      and (state <> 'TERMINATED' or termination_reason is not null)),
    constraint mou_termination_order check (terminated_on >= signed_on)
  );
  comment on column mou.effective_until is 'Last day of the term, included; null: nobody knows it yet.';
  create index mou_region_index on mou (region_id);
  create index mou_parent_index on mou (parent_id);
  create index mou_predecessor_index on mou (predecessor_id);
  create index mou_termination_document_index on mou (termination_document_id);
  create index mou_state_index on mou (state);
  create index mou_signed_on_index on mou ((coalesce(signed_on, '0001-01-01'::date)), id);
  create index mou_effective_until_index on mou ((coalesce(effective_until, '9999-12-31'::date)), id);
  create index mou_title_index on mou (title_as_written, id);
  create index mou_search_index on mou using gin ((lower(title_as_written || ' ' || coalesce(subject, ''))) gin_trgm_ops);

  create table mou_party (
    id uuid constraint mou_party_id_key primary key,
    mou_id uuid not null constraint mou_party_mou_fk references mou on delete restrict,
    position integer not null constraint mou_party_position_range check (position between 1 and 20),
    kind text not null constraint mou_party_kind_check check (kind in ('REGION_GOVERNMENT', 'AGENCY', 'OFFICE', 'OTHER')),
    region_id uuid constraint mou_party_region_fk references region on delete restrict,
    agency text constraint mou_party_agency_length check (char_length(agency) between 1 and 200),
    office_id uuid constraint mou_party_office_fk references office on delete restrict,
    other_name text constraint mou_party_other_name_length check (char_length(other_name) between 1 and 200),
    number text constraint mou_party_number_length check (char_length(number) between 1 and 100),
    signatory_id uuid constraint mou_party_signatory_fk references official on delete restrict,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint mou_party_position_unique unique (mou_id, position) deferrable initially deferred,
    constraint mou_party_organisation_check check (case kind
      when 'REGION_GOVERNMENT' then region_id is not null and num_nonnulls(agency, office_id, other_name) = 0
      when 'AGENCY' then region_id is not null and agency is not null and num_nonnulls(office_id, other_name) = 0
      when 'OFFICE' then office_id is not null and num_nonnulls(region_id, agency, other_name) = 0
      else other_name is not null and num_nonnulls(region_id, agency, office_id) = 0 end)
  );
  comment on column mou_party.number is 'Number that this party gave to the agreement; null: nobody knows it yet.';
  create index mou_party_region_index on mou_party (region_id);
  create index mou_party_office_index on mou_party (office_id);
  create index mou_party_signatory_index on mou_party (signatory_id);
  create index mou_party_number_index on mou_party using gin (lower(number) gin_trgm_ops);
  -- a government numbers its own papers; offices serve many regions, whose drafts must not betray one another
  create unique index mou_party_number_unique on mou_party (region_id, coalesce(agency, ''), lower(number))
    where number is not null and region_id is not null;

  create table mou_legal_basis (
    id uuid constraint mou_legal_basis_id_key primary key,
    mou_id uuid not null constraint mou_legal_basis_mou_fk references mou on delete restrict,
    regulation_id uuid not null constraint mou_legal_basis_regulation_fk references regulation on delete restrict,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint mou_legal_basis_unique unique (mou_id, regulation_id)
  );
  create index mou_legal_basis_regulation_index on mou_legal_basis (regulation_id);
`;

const guards = `
  create function app.guard_mou() returns trigger language plpgsql set search_path = '' as $$
  declare
    frozen text;
  begin
    if tg_op = 'UPDATE' and old.state <> new.state
      and (old.state, new.state) not in (('DRAFT', 'LEGAL_REVIEW'), ('LEGAL_REVIEW', 'DRAFT'), ('LEGAL_REVIEW', 'SIGNED'), ('SIGNED', 'TERMINATED')) then
      raise exception 'mou: % does not lead to %', old.state, new.state using errcode = 'check_violation', constraint = 'mou_state_move';
    end if;
    if tg_op = 'UPDATE' and old.state in ('SIGNED', 'TERMINATED') then
      -- what was signed stays; what nobody knew may become known
      select string_agg(o.key, ', ') into frozen
      from jsonb_each(to_jsonb(old)) o join jsonb_each(to_jsonb(new)) n using (key)
      where o.key not in ('note', 'state', 'terminated_on', 'termination_reason', 'termination_document_id', 'version', 'updated_at')
        and o.value not in ('null', '[]') and o.value is distinct from n.value;
      if frozen is not null then
        raise exception 'mou: signed content is frozen: %', frozen using errcode = 'check_violation', constraint = 'mou_signed_content_frozen';
      end if;
    end if;
    if new.predecessor_id is not null and exists (
      with recursive chain as (
        select m.id, m.predecessor_id from public.mou m where m.id = new.predecessor_id
        union
        select m.id, m.predecessor_id from public.mou m join chain on m.id = chain.predecessor_id)
      select from chain where id = new.id) then
      raise exception 'mou: succession runs in a circle' using errcode = 'check_violation', constraint = 'mou_predecessor_cycle';
    end if;
    return new;
  end $$;
  create trigger mou_guard before insert or update on mou for each row execute function app.guard_mou();

  create function app.guard_mou_part() returns trigger language plpgsql set search_path = '' as $$
  declare
    is_frozen boolean := (select m.state in ('SIGNED', 'TERMINATED') from public.mou m where m.id = coalesce(new.mou_id, old.mou_id));
    overwritten text;
  begin
    if not is_frozen or (tg_op = 'INSERT' and tg_table_name = 'mou_legal_basis') then
      return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE' then
      select string_agg(o.key, ', ') into overwritten
      from jsonb_each(to_jsonb(old)) o join jsonb_each(to_jsonb(new)) n using (key)
      where o.key not in ('version', 'updated_at') and o.value <> 'null' and o.value is distinct from n.value;
      if overwritten is null then return new; end if;
    end if;
    raise exception 'mou: signed content is frozen' using errcode = 'check_violation', constraint = 'mou_signed_content_frozen';
  end $$;
  create trigger mou_party_guard before update or delete on mou_party for each row execute function app.guard_mou_part();
  create trigger mou_legal_basis_guard before update or delete on mou_legal_basis for each row execute function app.guard_mou_part();
`;

const derived = `
  create function app.mou_ends_on(m mou) returns date language sql stable set search_path = '' as $$
    select coalesce(
      (select a.effective_until from public.mou a
        where a.parent_id = m.id and a.kind = 'ADDENDUM' and a.state = 'SIGNED' and a.effective_until is not null
        order by a.signed_on desc nulls last, a.id desc limit 1),
      m.effective_until)
  $$;
  comment on function app.mou_ends_on(mou) is 'Last day of the term as the latest signed addendum has it, else as signed; null: unknown.';

  create function app.mou_phase(m mou) returns text language sql stable set search_path = '' as $$
    select case
      when m.state <> 'SIGNED' then null
      when coalesce(m.effective_from, m.signed_on) > app.today() then 'UPCOMING'
      when exists (select from public.mou s where s.predecessor_id = m.id and s.state = 'SIGNED')
        and coalesce(app.mou_ends_on(m) <= app.today() + 90, true) then 'RENEWED'
      when app.mou_ends_on(m) is null then 'UNDATED'
      when app.mou_ends_on(m) < app.today() then 'EXPIRED'
      when app.mou_ends_on(m) <= app.today() + 90 then 'EXPIRING'
      else 'ACTIVE' end
  $$;
  comment on function app.mou_phase(mou) is 'Phase of a signed agreement on app.today(); null: it is a draft, or it was terminated.';

  create function app.mou_missing(m mou) returns text[] language sql stable set search_path = '' as $$
    select array_remove(array[
      case when (select count(*) from public.mou_party p where p.mou_id = m.id) < 2 then 'PARTY' end,
      case when exists (select from public.mou_party p where p.mou_id = m.id and p.number is null) then 'NUMBER' end,
      case when exists (select from public.mou_party p where p.mou_id = m.id and p.signatory_id is null) then 'SIGNATORY' end,
      case when m.signed_on is null then 'SIGNED_ON' end,
      case when m.effective_from is null then 'EFFECTIVE_FROM' end,
      case when app.mou_ends_on(m) is null then 'EFFECTIVE_UNTIL' end,
      case when not exists (select from public.mou_legal_basis b where b.mou_id = m.id) then 'LEGAL_BASIS' end,
      case when m.kind = 'PKS' and m.parent_id is null then 'PARENT' end,
      case when m.region_id in (select app.readable_regions())
        and not exists (select from public.document d where d.concept = 'mou' and d.record_id = m.id) then 'DOCUMENT' end
    ], null)
  $$;
  comment on function app.mou_missing(mou) is 'Facts that nobody knows yet; of documents only those speak who may see them.';

  create function app.mou_concerns(m mou) returns text[] language sql stable set search_path = '' as $$
    select array_remove(array[
      case when app.mou_phase(m) in ('ACTIVE', 'EXPIRING', 'UNDATED') and exists (
        select from public.mou_party p where p.mou_id = m.id and p.office_id is not null and not exists (
          select from public.office_service_area a
          where a.office_id = p.office_id and a.region_id in (select app.region_ancestors(m.region_id))
            and coalesce(a.valid_from, '-infinity') <= app.today() and coalesce(a.valid_until, 'infinity') >= app.today()))
        then 'OFFICE_NO_LONGER_SERVES' end
    ], null)
  $$;
  comment on function app.mou_concerns(mou) is 'What about an agreement needs a person to look at.';
  revoke execute on function app.mou_ends_on(mou), app.mou_phase(mou), app.mou_missing(mou), app.mou_concerns(mou) from public;
  grant execute on function app.mou_ends_on(mou), app.mou_phase(mou), app.mou_missing(mou), app.mou_concerns(mou) to payung_app;
`;

const rights = `
  select app.keep('mou', 'mou');
  create trigger mou_announce after insert or update on mou for each row execute function app.announce('mou');
  grant select, insert, update on mou to payung_app;
  create policy mou_read on mou for select to payung_app using (
    state in ('SIGNED', 'TERMINATED') or region_id in (select app.readable_regions()));
  create policy mou_insert on mou for insert to payung_app with check (state = 'DRAFT' and region_id in (select app.writable_regions()));
  create policy mou_update on mou for update to payung_app using (region_id in (select app.writable_regions()));

  select app.keep('mou', 'mou_party', 'mou_id');
  grant select, insert, update, delete on mou_party to payung_app;
  create policy mou_party_read on mou_party for select to payung_app using (exists (select from mou m where m.id = mou_id));
  create policy mou_party_insert on mou_party for insert to payung_app with check (
    exists (select from mou m where m.id = mou_id and m.region_id in (select app.writable_regions())
      and m.state in ('DRAFT', 'LEGAL_REVIEW')));
  create policy mou_party_update on mou_party for update to payung_app using (
    exists (select from mou m where m.id = mou_id and m.region_id in (select app.writable_regions())));
  create policy mou_party_delete on mou_party for delete to payung_app using (
    exists (select from mou m where m.id = mou_id and m.region_id in (select app.writable_regions())));

  select app.keep('mou', 'mou_legal_basis', 'mou_id');
  grant select, insert, delete on mou_legal_basis to payung_app;
  create policy mou_legal_basis_read on mou_legal_basis for select to payung_app using (exists (select from mou m where m.id = mou_id));
  create policy mou_legal_basis_insert on mou_legal_basis for insert to payung_app with check (
    exists (select from mou m where m.id = mou_id and m.region_id in (select app.writable_regions())));
  create policy mou_legal_basis_delete on mou_legal_basis for delete to payung_app using (
    exists (select from mou m where m.id = mou_id and m.region_id in (select app.writable_regions())));
`;
