import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What holds of approvals for every door: nobody agrees to an own edit, a vote is bound to the content that was seen,
 * and no agreement is signed, no program and no person approved without enough of them.
 */
export class ApprovalGuards1763683270100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(requests);
    await runner.query(votes);
    await runner.query(records);
    await runner.query(lists);
    // what already lies in legal review is asked for too
    await runner.query(`
      insert into approval (id, concept, record_id, region_id)
      select gen_random_uuid(), 'mou', m.id, m.region_id from mou m where m.state = 'LEGAL_REVIEW'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger enrollment_approvals on enrollment;
      drop trigger program_approvals_end on program;
      drop trigger program_approvals on program;
      drop trigger mou_approvals_end on mou;
      drop trigger mou_approvals_open on mou;
      drop trigger mou_approvals_open_new on mou;
      drop trigger mou_approvals on mou;
      ${parts.map((name) => `drop trigger ${name}_await on ${name};`).join(' ')}
      drop function app.guard_enrollment_approvals();
      drop function app.unapproved_enrollments(uuid[]);
      drop function app.guard_mou_approvals();
      drop function app.guard_program_approvals();
      drop function app.open_mou_approval();
      drop function app.end_approvals();
      drop function app.await_decision();
      drop function app.is_approved(text, uuid, uuid, text);
      drop trigger approval_vote_settle on approval_vote;
      drop trigger approval_vote_guard on approval_vote;
      drop trigger approval_guard on approval;
      drop function app.settle_approval();
      drop function app.guard_approval_vote();
      drop function app.guard_approval();
    `);
  }
}

const parts = [
  'mou_party',
  'mou_legal_basis',
  'program_category',
  'program_legal_basis',
  'program_mou',
  'budget_line',
];

const requests = `
  create function app.guard_approval() returns trigger language plpgsql set search_path = '' as $$
  begin
    if tg_op = 'INSERT' then
      -- the record and the session decide these, never the caller
      new.requested_by := app.actor_id();
      new.region_id := case new.concept
        when 'mou' then (select m.region_id from public.mou m where m.id = new.record_id and m.state = 'LEGAL_REVIEW')
        when 'program' then (select p.region_id from public.program p where p.id = new.record_id and p.state = 'DRAFT')
        else (select p.region_id from public.program p where p.id = new.record_id and p.state = 'APPROVED') end;
      if new.region_id is null then
        raise exception 'approval: nothing is to be approved there' using errcode = 'check_violation', constraint = 'approval_record_state';
      end if;
      return new;
    end if;
    -- only enough votes approve, and they are counted by the owner of the tables
    if old.state = 'RETURNED' or (old.state = 'APPROVED' and new.state <> 'RETURNED')
      or (new.state = 'APPROVED' and current_user = 'payung_app') then
      raise exception 'approval: % is settled', old.state using errcode = 'check_violation', constraint = 'approval_settled';
    end if;
    if new.state = 'RETURNED' and app.actor_id() is not null then
      new.returned_by := app.actor_id();
    end if;
    if new.state <> old.state then new.settled_at := now(); end if;
    return new;
  end $$;
  create trigger approval_guard before insert or update on approval for each row execute function app.guard_approval();
`;

const votes = `
  create function app.guard_approval_vote() returns trigger language plpgsql security definer set search_path = '' as $$
  declare
    asked public.approval;
  begin
    select * into asked from public.approval a where a.id = new.approval_id for update;
    if asked.state is distinct from 'OPEN' then
      raise exception 'approval: it is settled' using errcode = 'check_violation', constraint = 'approval_settled';
    end if;
    if new.staff_id is distinct from app.actor_id() or not app.may_approve(new.staff_id, asked.region_id) then
      raise exception 'approval: not theirs to give' using errcode = 'check_violation', constraint = 'approval_not_entitled';
    end if;
    if new.staff_id = any (app.approval_editors(asked)) then
      raise exception 'approval: own edit' using errcode = 'check_violation', constraint = 'approval_own_edit';
    end if;
    if new.digest is distinct from app.approval_digest(asked) then
      raise exception 'approval: the content is another one by now' using errcode = 'check_violation', constraint = 'approval_content_changed';
    end if;
    return new;
  end $$;
  create trigger approval_vote_guard before insert on approval_vote for each row execute function app.guard_approval_vote();

  create function app.settle_approval() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    update public.approval a set state = 'APPROVED'
    where a.id = new.approval_id
      and (select count(*) from app.approval_voters(a, new.digest)) >= app.approvers_needed(a.region_id, a.concept);
    return null;
  end $$;
  create trigger approval_vote_settle after insert on approval_vote for each row execute function app.settle_approval();
  revoke execute on function app.guard_approval_vote(), app.settle_approval() from public;
`;

const records = `
  create function app.is_approved(subject text, record uuid, region uuid, content text) returns boolean
    language sql stable security definer set search_path = '' as $$
    select app.actor_id() is null or app.approvers_needed(region, subject) <= (
      select count(*) from (
        select v.staff_id from public.approval a join public.approval_vote v on v.approval_id = a.id
        where a.concept = subject and a.record_id = record and a.state <> 'RETURNED' and v.digest = content
          and app.may_approve(v.staff_id, region)
        union select app.actor_id() where app.may_approve(app.actor_id(), region)) s(staff_id)
      where s.staff_id <> all (app.record_editors(subject, record)))
  $$;
  comment on function app.is_approved(text, uuid, uuid, text) is
    'Whether enough people agree to this content; whoever decides now is one of them. Without an actor the installation loads data.';

  create function app.guard_mou_approvals() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if not app.is_approved('mou', new.id, new.region_id, app.mou_digest(new)) then
      raise exception 'mou: not enough approvals' using errcode = 'check_violation', constraint = 'mou_approvals_missing';
    end if;
    return new;
  end $$;
  create trigger mou_approvals before update on mou for each row
    when (old.state = 'LEGAL_REVIEW' and new.state = 'SIGNED') execute function app.guard_mou_approvals();

  create function app.guard_program_approvals() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if not app.is_approved('program', new.id, new.region_id, app.program_digest(new)) then
      raise exception 'program: not enough approvals' using errcode = 'check_violation', constraint = 'program_approvals_missing';
    end if;
    return new;
  end $$;
  create trigger program_approvals before update on program for each row
    when (old.state = 'DRAFT' and new.state = 'APPROVED') execute function app.guard_program_approvals();

  create function app.open_mou_approval() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if app.approvers_needed(new.region_id, 'mou') > 0 then
      insert into public.approval (id, concept, record_id, region_id) values (gen_random_uuid(), 'mou', new.id, new.region_id);
    end if;
    return null;
  end $$;
  create trigger mou_approvals_open after update on mou for each row
    when (old.state = 'DRAFT' and new.state = 'LEGAL_REVIEW') execute function app.open_mou_approval();
  create trigger mou_approvals_open_new after insert on mou for each row
    when (new.state = 'LEGAL_REVIEW') execute function app.open_mou_approval();

  create function app.end_approvals() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    update public.approval a
    set state = case new.state when 'DRAFT' then 'RETURNED' else 'APPROVED' end,
      return_reason = case new.state when 'DRAFT' then to_jsonb(new) ->> 'returned_reason' end
    where a.concept = tg_table_name and a.record_id = new.id
      and (a.state = 'OPEN' or (a.state = 'APPROVED' and new.state = 'DRAFT'));
    return null;
  end $$;
  create trigger mou_approvals_end after update on mou for each row
    when (old.state = 'LEGAL_REVIEW' and new.state <> 'LEGAL_REVIEW') execute function app.end_approvals();
  create trigger program_approvals_end after update on program for each row
    when (old.state = 'DRAFT' and new.state = 'APPROVED') execute function app.end_approvals();

  -- whoever changes a part waits for whoever decides about the whole, and the other way round
  create function app.await_decision() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    execute format('select from public.%I where id = $1 for share', tg_argv[0])
      using (to_jsonb(coalesce(new, old)) ->> (tg_argv[0] || '_id'))::uuid;
    return coalesce(new, old);
  end $$;
  ${parts
    .map(
      (name) =>
        `create trigger ${name}_await before insert or update or delete on ${name} for each row execute function app.await_decision('${name.startsWith('mou') ? 'mou' : 'program'}');`,
    )
    .join('\n  ')}
  revoke execute on function app.is_approved(text, uuid, uuid, text), app.guard_mou_approvals(), app.guard_program_approvals(),
    app.open_mou_approval(), app.end_approvals(), app.await_decision() from public;
`;

const lists = `
  create function app.unapproved_enrollments(ids uuid[]) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    with chosen as materialized (
      select e.id, e.region_id, e.beneficiary_id from public.enrollment e where e.id = any (ids) and app.actor_id() is not null),
    place as materialized (
      select r.region_id, app.approvers_needed(r.region_id, 'enrollment') as needed,
        app.may_approve(app.actor_id(), r.region_id) as is_own
      from (select distinct c.region_id from chosen c) r),
    list as materialized (
      select a.id, a.region_id, a.requested_by, app.list_digest(a.id) as content from public.approval a
      where a.state <> 'RETURNED' and a.id in (select i.approval_id from public.approval_item i where i.enrollment_id = any (ids))
        and exists (select from public.approval_vote v where v.approval_id = a.id)),
    vote as materialized (
      select l.id as approval_id, v.staff_id from list l join public.approval_vote v on v.approval_id = l.id and v.digest = l.content
      where app.may_approve(v.staff_id, l.region_id) and v.staff_id is distinct from l.requested_by)
    select c.id from chosen c join place p on p.region_id = c.region_id
    where p.needed > 0 and p.needed > (
      select count(*) from (
        select v.staff_id from public.approval_item i join vote v on v.approval_id = i.approval_id where i.enrollment_id = c.id
        union select app.actor_id() where p.is_own) s(staff_id)
      where not exists (
        select from (values ('enrollment', c.id), ('beneficiary', c.beneficiary_id)) r(concept, id)
        cross join lateral (
          select e.actor_id from public.audit_event e
          where e.subject_id = r.id and e.concept = r.concept and e.operation <> 'EVENT'
            and (e.part <> r.concept or e.operation <> 'UPDATE' or e.changes - app.passing_fields() <> '{}')
          order by e.occurred_at desc, e.id desc limit 1) l
        where l.actor_id = s.staff_id))
  $$;
  comment on function app.unapproved_enrollments(uuid[]) is
    'Those to whose entry not enough people agree: by a list whose content is what they saw, or by deciding now; never their last editors.';

  create function app.guard_enrollment_approvals() returns trigger language plpgsql security definer set search_path = '' as $$
  declare
    moved uuid[];
  begin
    select array_agg(n.id) into moved from new_rows n join old_rows o on o.id = n.id
      where o.state = 'VERIFIED' and n.state = 'APPROVED';
    if exists (select from app.unapproved_enrollments(moved)) then
      raise exception 'enrollment: not enough approvals' using errcode = 'check_violation', constraint = 'enrollment_approvals_missing';
    end if;
    -- a list of whom nobody waits any more is settled
    update public.approval a set state = 'APPROVED'
    where a.state = 'OPEN' and a.concept = 'enrollment'
      and a.id in (select i.approval_id from public.approval_item i join new_rows n on n.id = i.enrollment_id where n.state <> 'VERIFIED')
      and not exists (select from public.approval_item i join public.enrollment e on e.id = i.enrollment_id
        where i.approval_id = a.id and e.state = 'VERIFIED');
    return null;
  end $$;
  create trigger enrollment_approvals after update on enrollment
    referencing old table as old_rows new table as new_rows for each statement execute function app.guard_enrollment_approvals();
  revoke execute on function app.unapproved_enrollments(uuid[]), app.guard_enrollment_approvals() from public;
  grant execute on function app.unapproved_enrollments(uuid[]) to payung_app;
`;
