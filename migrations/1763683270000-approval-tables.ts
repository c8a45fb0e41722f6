import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approvals: who is asked to agree to what, who did, and to which content. How many it takes, a province decides. */
export class ApprovalTables1763683270000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(settings);
    await runner.query(tables);
    await runner.query(content);
    await runner.query(people);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.approval_eligible(approval);
      drop function app.approval_obstacle(approval);
      drop function app.approval_voters(approval, text);
      drop function app.approval_editors(approval);
      drop function app.record_editors(text, uuid);
      drop function app.last_editor(text, uuid);
      drop function app.may_approve(uuid, uuid);
      drop function app.approval_digest(approval);
      drop function app.list_digest(uuid);
      drop function app.program_digest(program);
      drop function app.mou_digest(mou);
      drop function app.passing_fields();
      drop table approval_vote;
      drop table approval_item;
      drop table approval;
      drop function app.approvers_needed(uuid, text);
      alter table province_setting drop column mou_approvers, drop column program_approvers, drop column enrollment_approvers;
    `);
  }
}

const standard = `
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1`;

const settings = `
  alter table province_setting
    add column mou_approvers integer not null default 1
      constraint province_setting_mou_approvers_range check (mou_approvers between 0 and 5),
    add column program_approvers integer not null default 1
      constraint province_setting_program_approvers_range check (program_approvers between 0 and 5),
    add column enrollment_approvers integer not null default 1
      constraint province_setting_enrollment_approvers_range check (enrollment_approvers between 0 and 5);
  comment on column province_setting.mou_approvers is
    'People who have to agree before an agreement is signed, never counting who edited it last; 0: one person may write and sign.';

  create function app.approvers_needed(region uuid, subject text) returns integer
    language sql stable security definer set search_path = '' as $$
    select coalesce((
      select case subject when 'mou' then s.mou_approvers when 'program' then s.program_approvers else s.enrollment_approvers end
      from public.province_setting s where s.region_id in (select app.region_ancestors(region))), 1)
  $$;
  comment on function app.approvers_needed(uuid, text) is
    'People other than the last editor who have to agree there; one while the province has decided nothing.';
  revoke execute on function app.approvers_needed(uuid, text) from public;
  grant execute on function app.approvers_needed(uuid, text) to payung_app;
`;

const tables = `
  create table approval (
    id uuid constraint approval_id_key primary key,
    concept text not null constraint approval_concept_check check (concept in ('mou', 'program', 'enrollment')),
    record_id uuid not null,
    region_id uuid not null constraint approval_region_fk references region on delete restrict,
    decree text constraint approval_decree_length check (char_length(decree) between 1 and 200),
    state text not null default 'OPEN' constraint approval_state_check check (state in ('OPEN', 'APPROVED', 'RETURNED')),
    requested_by uuid,
    returned_by uuid,
    return_reason text constraint approval_return_reason_length check (char_length(return_reason) between 1 and 4000),
    settled_at timestamptz,
    ${standard}
  );
  comment on table approval is 'Requests to agree to an agreement, a program with its budget, or a list of people.';
  comment on column approval.record_id is 'Agreement or program; of a list of people, the program that they enter.';
  comment on column approval.decree is 'Decree whose people the list holds; null: of a list, everyone verified; else no list.';
  comment on column approval.requested_by is 'Null: loaded with the data of the installation.';
  create unique index approval_open_unique on approval (concept, record_id) where state = 'OPEN' and concept <> 'enrollment';
  create index approval_record_index on approval (concept, record_id);
  create index approval_region_index on approval (region_id);
  create index approval_state_index on approval (state, created_at, id);
  create index approval_created_at_index on approval (created_at, id);

  create table approval_item (
    id uuid constraint approval_item_id_key primary key default gen_random_uuid(),
    approval_id uuid not null constraint approval_item_approval_fk references approval on delete restrict,
    enrollment_id uuid not null constraint approval_item_enrollment_fk references enrollment on delete restrict,
    ${standard},
    constraint approval_item_unique unique (approval_id, enrollment_id)
  );
  create index approval_item_enrollment_index on approval_item (enrollment_id);

  create table approval_vote (
    id uuid constraint approval_vote_id_key primary key,
    approval_id uuid not null constraint approval_vote_approval_fk references approval on delete restrict,
    staff_id uuid not null constraint approval_vote_staff_fk references staff on delete restrict,
    digest text not null constraint approval_vote_digest_form check (digest ~ '^[0-9a-f]{64}$'),
    ${standard},
    constraint approval_vote_unique unique (approval_id, staff_id, digest)
  );
  comment on column approval_vote.digest is 'SHA-256 of the content that the person saw; the vote counts while the content is that.';
  create index approval_vote_staff_index on approval_vote (staff_id);

  select app.keep('approval', 'approval');
  create trigger approval_announce after insert or update on approval for each row execute function app.announce('approval');
  grant select, insert (id, concept, record_id, region_id, decree), update (state, return_reason) on approval to payung_app;
  create policy approval_read on approval for select to payung_app using (region_id = any (array(select app.person_regions())));
  create policy approval_insert on approval for insert to payung_app with check (
    region_id = any (array(select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR'))));
  create policy approval_update on approval for update to payung_app using (
    region_id = any (array(select app.regions_of('ADMIN', 'COORDINATOR', 'APPROVER'))));

  select app.keep('approval', 'approval_item', 'approval_id');
  grant select, insert (approval_id, enrollment_id) on approval_item to payung_app;
  create policy approval_item_read on approval_item for select to payung_app using (exists (select from approval a where a.id = approval_id));
  create policy approval_item_insert on approval_item for insert to payung_app with check (exists (
    select from approval a join enrollment e on e.program_id = a.record_id
    where a.id = approval_id and a.concept = 'enrollment' and a.state = 'OPEN' and a.requested_by = (select app.actor_id())
      and e.id = enrollment_id));

  select app.keep('approval', 'approval_vote', 'approval_id');
  grant select, insert (id, approval_id, staff_id, digest) on approval_vote to payung_app;
  create policy approval_vote_read on approval_vote for select to payung_app using (exists (select from approval a where a.id = approval_id));
  create policy approval_vote_insert on approval_vote for insert to payung_app with check (
    staff_id = (select app.actor_id()) and exists (select from approval a where a.id = approval_id));
`;

const content = `
  create function app.passing_fields() returns text[] language sql immutable set search_path = '' as $$
    select '{version,created_at,updated_at,state,note,signed_on,signed_place,submitted_at,returned_reason,terminated_on,
      termination_reason,termination_document_id,closed_on,kpj,ended_on,end_reason}'::text[]
  $$;
  comment on function app.passing_fields() is 'What moves along while a record goes its way; nobody approves it, and changing it is no edit.';

  create function app.mou_digest(m mou) returns text language sql stable security definer set search_path = '' as $$
    select encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(m) - app.passing_fields() || jsonb_build_object(
      'parties', (select jsonb_agg(to_jsonb(p) - '{id,mou_id,version,created_at,updated_at}'::text[] order by p.position)
        from public.mou_party p where p.mou_id = m.id),
      'legal_bases', (select jsonb_agg(b.regulation_id order by b.regulation_id) from public.mou_legal_basis b where b.mou_id = m.id),
      'texts', (select jsonb_agg(d.sha256 order by d.sha256) from public.document d
        where d.concept = 'mou' and d.record_id = m.id and d.kind in ('DRAFT_TEXT', 'ATTACHMENT'))))::text, 'UTF8')), 'hex')
  $$;

  create function app.program_digest(p program) returns text language sql stable security definer set search_path = '' as $$
    select encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(p) - app.passing_fields() || jsonb_build_object(
      'budget_lines', (select jsonb_agg(to_jsonb(l) - '{id,program_id,version,created_at,updated_at}'::text[] order by l.fiscal_year, l.funding_source)
        from public.budget_line l where l.program_id = p.id),
      'categories', (select jsonb_agg(c.category_id order by c.category_id) from public.program_category c where c.program_id = p.id),
      'legal_bases', (select jsonb_agg(b.regulation_id order by b.regulation_id) from public.program_legal_basis b where b.program_id = p.id),
      'mous', (select jsonb_agg(a.mou_id order by a.mou_id) from public.program_mou a where a.program_id = p.id)))::text, 'UTF8')), 'hex')
  $$;

  create function app.list_digest(list uuid) returns text language sql stable security definer set search_path = '' as $$
    select encode(sha256(convert_to(coalesce(string_agg(jsonb_strip_nulls(to_jsonb(e) - app.passing_fields() || jsonb_build_object(
      'nik', b.nik_mask, 'name', b.name, 'birth_date', b.birth_date, 'sex', b.sex, 'address', b.address,
      'address_region', b.address_region_id, 'decile', b.decile))::text, E'\\n' order by e.id), ''), 'UTF8')), 'hex')
    from public.approval_item i
    join public.enrollment e on e.id = i.enrollment_id join public.beneficiary b on b.id = e.beneficiary_id
    where i.approval_id = list
  $$;

  create function app.approval_digest(a approval) returns text language sql stable security definer set search_path = '' as $$
    select case a.concept
      when 'mou' then (select app.mou_digest(m) from public.mou m where m.id = a.record_id)
      when 'program' then (select app.program_digest(p) from public.program p where p.id = a.record_id)
      else app.list_digest(a.id) end
  $$;
  comment on function app.approval_digest(approval) is 'SHA-256 of what is to be approved as it is now.';
  revoke execute on function app.passing_fields(), app.mou_digest(mou), app.program_digest(program), app.list_digest(uuid),
    app.approval_digest(approval) from public;
  grant execute on function app.approval_digest(approval) to payung_app;
`;

const people = `
  create function app.may_approve(person uuid, region uuid) returns boolean language sql stable security definer set search_path = '' as $$
    select exists (
      select from public.staff_grant g
      join public.staff s on s.id = g.staff_id and s.is_active
      join public.region r on r.id = region
      where g.staff_id = person and g.role in ('ADMIN', 'COORDINATOR', 'APPROVER')
        and (g.region_id is null or g.region_id in (r.id, r.parent_id)))
  $$;

  -- the audit trail says who edited: the database writes it, and nobody else can
  create function app.last_editor(subject text, record uuid) returns uuid language sql stable security definer set search_path = '' as $$
    select e.actor_id from public.audit_event e
    where e.subject_id = record and e.concept = subject and e.operation <> 'EVENT'
      and (e.part <> subject or e.operation <> 'UPDATE' or e.changes - app.passing_fields() <> '{}')
    order by e.occurred_at desc, e.id desc limit 1
  $$;

  create function app.record_editors(subject text, record uuid) returns uuid[] language sql stable security definer set search_path = '' as $$
    select array_remove(array[app.last_editor(subject, record), (
      select d.uploaded_by from public.document d
      where subject = 'mou' and d.concept = 'mou' and d.record_id = record and d.kind = 'DRAFT_TEXT'
      order by d.created_at desc, d.id desc limit 1)], null)
  $$;

  create function app.approval_editors(a approval) returns uuid[] language sql stable security definer set search_path = '' as $$
    select case when a.concept <> 'enrollment' then app.record_editors(a.concept, a.record_id) else array_remove(array(
      select a.requested_by
      union select app.last_editor('enrollment', i.enrollment_id) from public.approval_item i where i.approval_id = a.id
      union select app.last_editor('beneficiary', e.beneficiary_id)
        from public.approval_item i join public.enrollment e on e.id = i.enrollment_id where i.approval_id = a.id), null) end
  $$;
  comment on function app.approval_editors(approval) is
    'Whose agreement does not count: who edited it last; of a list, also who put it together, and the last editor of each person.';

  create function app.approval_voters(a approval, content text) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    select distinct v.staff_id
    from public.approval x join public.approval_vote v on v.approval_id = x.id
    where x.concept = a.concept and x.record_id = a.record_id and (x.id = a.id or a.concept <> 'enrollment')
      and x.state <> 'RETURNED' and v.digest = content and app.may_approve(v.staff_id, x.region_id)
      and v.staff_id <> all (app.approval_editors(a))
  $$;
  comment on function app.approval_voters(approval, text) is
    'Who agreed to exactly this content, still holds the role and is not its last editor.';

  create function app.approval_obstacle(a approval) returns text language sql stable security definer set search_path = '' as $$
    select case
      when a.state <> 'OPEN' then 'SETTLED'
      when app.actor_id() is null or not app.may_approve(app.actor_id(), a.region_id) then 'NOT_ENTITLED'
      when exists (select from public.approval_vote v where v.approval_id = a.id and v.staff_id = app.actor_id()
        and v.digest = app.approval_digest(a)) then 'ALREADY_GIVEN'
      when app.actor_id() = any (app.approval_editors(a)) then 'OWN_EDIT' end
  $$;
  comment on function app.approval_obstacle(approval) is 'What keeps the actor from agreeing now; null: nothing does.';

  create function app.approval_eligible(a approval) returns integer language sql stable security definer set search_path = '' as $$
    select count(*)::integer from public.staff s
    where app.may_approve(s.id, a.region_id) and s.id <> all (app.approval_editors(a))
  $$;
  revoke execute on function app.may_approve(uuid, uuid), app.last_editor(text, uuid), app.record_editors(text, uuid),
    app.approval_editors(approval), app.approval_voters(approval, text), app.approval_obstacle(approval), app.approval_eligible(approval)
    from public;
  grant execute on function app.approval_voters(approval, text), app.approval_obstacle(approval), app.approval_eligible(approval) to payung_app;
`;
