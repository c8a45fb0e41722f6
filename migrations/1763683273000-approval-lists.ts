import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The editors of a long list are found once for a question, in one pass over its people. */
export class ApprovalLists1763683273000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(inOnePass);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(byPerson);
  }
}

const inOnePass = `
  create or replace function app.approval_editors(a approval) returns uuid[] language sql stable security definer set search_path = '' as $$
    select case when a.concept <> 'enrollment' then app.record_editors(a.concept, a.record_id) else array_remove(array(
      select a.requested_by
      union
      select l.actor_id
      from public.approval_item i join public.enrollment n on n.id = i.enrollment_id
      cross join lateral (values ('enrollment', n.id), ('beneficiary', n.beneficiary_id)) r(concept, id)
      cross join lateral (
        select e.actor_id from public.audit_event e
        where e.subject_id = r.id and e.concept = r.concept and e.operation <> 'EVENT'
          and (e.part <> r.concept or e.operation <> 'UPDATE' or e.changes - app.passing_fields() <> '{}')
        order by e.occurred_at desc, e.id desc limit 1) l
      where i.approval_id = a.id), null) end
  $$;

  create or replace function app.approval_voters(a approval, content text) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    select distinct v.staff_id
    from public.approval x join public.approval_vote v on v.approval_id = x.id
    where x.concept = a.concept and x.record_id = a.record_id and (x.id = a.id or a.concept <> 'enrollment')
      and x.state <> 'RETURNED' and v.digest = content and app.may_approve(v.staff_id, x.region_id)
      and v.staff_id <> all (select unnest(app.approval_editors(a)))
  $$;

  create or replace function app.approval_eligible(a approval) returns integer language sql stable security definer set search_path = '' as $$
    select count(*)::integer from public.staff s
    where app.may_approve(s.id, a.region_id) and s.id <> all (select unnest(app.approval_editors(a)))
  $$;
`;

const byPerson = `
  create or replace function app.approval_editors(a approval) returns uuid[] language sql stable security definer set search_path = '' as $$
    select case when a.concept <> 'enrollment' then app.record_editors(a.concept, a.record_id) else array_remove(array(
      select a.requested_by
      union select app.last_editor('enrollment', i.enrollment_id) from public.approval_item i where i.approval_id = a.id
      union select app.last_editor('beneficiary', e.beneficiary_id)
        from public.approval_item i join public.enrollment e on e.id = i.enrollment_id where i.approval_id = a.id), null) end
  $$;

  create or replace function app.approval_voters(a approval, content text) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    select distinct v.staff_id
    from public.approval x join public.approval_vote v on v.approval_id = x.id
    where x.concept = a.concept and x.record_id = a.record_id and (x.id = a.id or a.concept <> 'enrollment')
      and x.state <> 'RETURNED' and v.digest = content and app.may_approve(v.staff_id, x.region_id)
      and v.staff_id <> all (app.approval_editors(a))
  $$;

  create or replace function app.approval_eligible(a approval) returns integer language sql stable security definer set search_path = '' as $$
    select count(*)::integer from public.staff s
    where app.may_approve(s.id, a.region_id) and s.id <> all (app.approval_editors(a))
  $$;
`;
