import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Beneficiaries in programs, from proposal to end. */
export class EnrollmentTable1763683223000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(guard);
    await runner.query(quota);
    await runner.query(entry);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.entry_problems(enrollment[]);
      drop table enrollment;
      drop function app.guard_enrollment();
      drop function app.guard_quota();
    `);
  }
}

const table = `
  create table enrollment (
    id uuid constraint enrollment_id_key primary key,
    program_id uuid not null constraint enrollment_program_fk references program on delete restrict,
    beneficiary_id uuid not null constraint enrollment_beneficiary_fk references beneficiary on delete restrict,
    person_id uuid not null constraint enrollment_person_fk references person on delete restrict,
    region_id uuid not null constraint enrollment_region_fk references region on delete restrict,
    category_id uuid not null constraint enrollment_category_fk references category on delete restrict,
    post text constraint enrollment_post_length check (char_length(post) between 1 and 200),
    decree text constraint enrollment_decree_length check (char_length(decree) between 1 and 200),
    cohort text constraint enrollment_cohort_length check (char_length(cohort) between 1 and 100),
    kpj text constraint enrollment_kpj_form check (kpj ~ '^[0-9]{11}$'),
    state text not null default 'PROPOSED' constraint enrollment_state_check
      check (state in ('PROPOSED', 'VERIFIED', 'APPROVED', 'SUBMITTED', 'ACTIVE', 'ENDED', 'REJECTED')),
    entered_on date not null,
    ended_on date,
    end_reason text constraint enrollment_end_reason_check check (end_reason in (
      'DECEASED', 'MOVED_OUT', 'BECAME_EMPLOYEE', 'OVER_AGE', 'POST_ENDED', 'NO_LONGER_VULNERABLE', 'DUPLICATE', 'INVALID_DATA',
      'BUDGET_ENDED', 'PROGRAM_ENDED', 'SELF_CONTINUED', 'ARREARS_LAPSED', 'WITHDRAWN', 'REJECTED_BY_BRANCH', 'NOT_ELIGIBLE')),
    replaces_id uuid constraint enrollment_replaces_fk references enrollment on delete restrict
      constraint enrollment_replaces_unique unique,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version integer not null default 1,
    constraint enrollment_kpj_unique unique (program_id, kpj),
    constraint enrollment_end_complete check ((state in ('ENDED', 'REJECTED')) = (ended_on is not null and end_reason is not null)),
    constraint enrollment_end_order check (ended_on >= entered_on or state = 'REJECTED')
  );
  comment on column enrollment.person_id is 'As in the registration; here so that the ledger needs no look-up.';
  comment on column enrollment.region_id is 'Payer region of the program; whose staff see the row.';
  comment on column enrollment.entered_on is 'Day of entry; the age limit is judged on it.';
  comment on column enrollment.replaces_id is 'Ended enrollment whose place in the quota this one takes; null: none.';
  -- one place in a program for a person at a time
  create unique index enrollment_person_unique on enrollment (program_id, person_id) where state not in ('ENDED', 'REJECTED');
  create index enrollment_program_index on enrollment (program_id, state, id);
  create index enrollment_beneficiary_index on enrollment (beneficiary_id);
  create index enrollment_person_index on enrollment (person_id);
  create index enrollment_region_index on enrollment (region_id, state);
  create index enrollment_category_index on enrollment (category_id);
  create index enrollment_entered_on_index on enrollment (entered_on, id);
  create index enrollment_created_at_index on enrollment (created_at, id);
`;

const guard = `
  create function app.guard_enrollment() returns trigger language plpgsql set search_path = '' as $$
  begin
    if tg_op = 'INSERT' then
      -- the program and the registration decide these, never the caller
      select p.region_id into new.region_id from public.program p where p.id = new.program_id;
      select b.person_id into new.person_id from public.beneficiary b where b.id = new.beneficiary_id and b.region_id = new.region_id;
      if new.person_id is null then
        raise exception 'enrollment: the registration belongs to another region' using errcode = 'check_violation', constraint = 'enrollment_beneficiary_region';
      end if;
      if new.replaces_id is not null and not exists (
        select from public.enrollment o where o.id = new.replaces_id and o.program_id = new.program_id and o.state = 'ENDED') then
        raise exception 'enrollment: only an ended one of the program is replaced' using errcode = 'check_violation', constraint = 'enrollment_replaces_ended';
      end if;
      return new;
    end if;
    -- final, save that a corrected NIK brings its person here too (see app.follow_person)
    if old.state in ('ENDED', 'REJECTED') and new.person_id = old.person_id then
      raise exception 'enrollment: % is final', old.state using errcode = 'check_violation', constraint = 'enrollment_state_move';
    end if;
    -- a corrected NIK is another person; app.follow_person brings it here
    if (new.program_id, new.beneficiary_id, new.region_id) is distinct from (old.program_id, old.beneficiary_id, old.region_id)
      or (new.person_id <> old.person_id and not exists (
        select from public.beneficiary b where b.id = new.beneficiary_id and b.person_id = new.person_id)) then
      raise exception 'enrollment: person and program do not change' using errcode = 'check_violation', constraint = 'enrollment_identity_frozen';
    end if;
    if old.state <> new.state and (old.state, new.state) not in (
      ('PROPOSED', 'VERIFIED'), ('VERIFIED', 'APPROVED'), ('APPROVED', 'SUBMITTED'), ('SUBMITTED', 'ACTIVE'), ('APPROVED', 'ACTIVE'),
      ('PROPOSED', 'REJECTED'), ('VERIFIED', 'REJECTED'), ('APPROVED', 'REJECTED'), ('SUBMITTED', 'REJECTED'), ('ACTIVE', 'ENDED')) then
      raise exception 'enrollment: % does not lead to %', old.state, new.state using errcode = 'check_violation', constraint = 'enrollment_state_move';
    end if;
    return new;
  end $$;
  create trigger enrollment_guard before insert or update on enrollment for each row execute function app.guard_enrollment();
`;

const quota = `
  create function app.guard_quota() returns trigger language plpgsql security definer set search_path = '' as $$
  declare
    full_program record;
  begin
    -- one counts at a time; in the order of ids, so that two never wait for each other
    perform pg_advisory_xact_lock(hashtextextended('enrollment.quota:' || n.program_id, 0))
      from (select distinct r.program_id from new_rows r order by r.program_id) n;
    select p.id into full_program from public.program p
      where p.id in (select r.program_id from new_rows r) and p.quota < (
        select count(*) from public.enrollment e where e.program_id = p.id and e.state not in ('ENDED', 'REJECTED'))
      limit 1;
    if found then
      raise exception 'enrollment: the quota is used up' using errcode = 'check_violation', constraint = 'enrollment_quota_exceeded';
    end if;
    return null;
  end $$;
  create trigger enrollment_quota after insert on enrollment
    referencing new table as new_rows for each statement execute function app.guard_quota();
`;

const entry = `
  -- As the caller, who sees the program and the registration, or gets no answer for that candidate.
  create function app.entry_problems(candidates enrollment[]) returns table (enrollment_id uuid, codes text[])
    language sql stable set search_path = '' as $$
    with candidate as materialized (select c.* from unnest(candidates) c),
    resident as materialized (
      select a.address_region_id, array(select app.region_ancestors(a.address_region_id)) as within
      from (select distinct b.address_region_id from candidate c join public.beneficiary b on b.id = c.beneficiary_id
        where b.address_region_id is not null) a)
    select e.id, array_remove(array[
      case when p.state <> 'APPROVED' then 'ENROLLMENT_PROGRAM_NOT_OPEN' end,
      case when not exists (select from public.program_category l where l.program_id = p.id and l.category_id in (c.id, c.parent_id))
        and exists (select from public.program_category l where l.program_id = p.id) then 'ENROLLMENT_CATEGORY_OUTSIDE' end,
      case when c.is_post_holder and e.post is null then 'ENROLLMENT_POST_MISSING' end,
      case when e.entered_on < p.month_from or e.entered_on >= p.month_until + interval '1 month' then 'ENROLLMENT_ENTRY_OUTSIDE_PROGRAM' end,
      case when b.birth_date + interval '65 years' <= e.entered_on then 'ENROLLMENT_OVER_AGE' end,
      case when b.died_on is not null then 'ENROLLMENT_PERSON_DECEASED' end,
      case when b.decile < p.lowest_decile or b.decile > p.highest_decile then 'ENROLLMENT_DECILE_OUTSIDE' end,
      case when b.moved_out_on <= e.entered_on or not p.region_id = any (r.within) then 'ENROLLMENT_NOT_RESIDENT' end,
      case when exists (select from public.enrollment o where o.program_id = p.id and o.person_id = b.person_id
        and o.id <> e.id and o.state not in ('ENDED', 'REJECTED')) then 'ENROLLMENT_PERSON_TAKEN' end
    ], null)
    from candidate e
    join public.program p on p.id = e.program_id
    join public.beneficiary b on b.id = e.beneficiary_id
    join public.category c on c.id = e.category_id
    left join resident r on r.address_region_id = b.address_region_id
  $$;
  comment on function app.entry_problems(enrollment[]) is
    'Rules of entry that each candidate breaks: up to 64 years and 11 months of age, decile, residence, category, post, one place per person. What is unknown breaks nothing.';
  revoke execute on function app.guard_quota(), app.entry_problems(enrollment[]) from public;
  grant execute on function app.entry_problems(enrollment[]) to payung_app;
`;

const rights = `
  select app.keep('enrollment', 'enrollment', 'id', '{person_id,beneficiary_id,kpj}');
  create trigger enrollment_announce after update on enrollment for each row execute function app.announce('enrollment');
  grant select, insert, update on enrollment to payung_app;
  create policy enrollment_read on enrollment for select to payung_app using (region_id in (select app.person_regions()));
  create policy enrollment_insert on enrollment for insert to payung_app with check (
    state = 'PROPOSED' and region_id in (select app.regions_of('ADMIN', 'COORDINATOR', 'OPERATOR')));
  create policy enrollment_update on enrollment for update to payung_app using (region_id in (select app.writable_regions()));
`;
