import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of entry in one place for both who asks: enrollments that are proposed, and rows of a roster before they are anybody's. */
export class EntryCodes1763683290100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(codes);
    await runner.query(problems);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(problemsBefore);
    await runner.query(
      'drop function app.entry_codes(program, category, text, date, date, date, date, integer, boolean, boolean, boolean)',
    );
  }
}

const codes = `
  create function app.entry_codes(
    p program, c category, post text, entered_on date, birth_date date, died_on date, moved_out_on date, decile integer,
    is_admitted boolean, is_resident boolean, is_taken boolean) returns text[]
    language sql stable set search_path = '' as $$
    select array_remove(array[
      case when (p).state <> 'APPROVED' then 'ENROLLMENT_PROGRAM_NOT_OPEN' end,
      case when not is_admitted then 'ENROLLMENT_CATEGORY_OUTSIDE' end,
      case when (c).is_post_holder and post is null then 'ENROLLMENT_POST_MISSING' end,
      case when entered_on < (p).month_from or entered_on >= (p).month_until + interval '1 month' then 'ENROLLMENT_ENTRY_OUTSIDE_PROGRAM' end,
      case when birth_date + interval '65 years' <= entered_on then 'ENROLLMENT_OVER_AGE' end,
      case when died_on is not null then 'ENROLLMENT_PERSON_DECEASED' end,
      case when decile < (p).lowest_decile or decile > (p).highest_decile then 'ENROLLMENT_DECILE_OUTSIDE' end,
      case when moved_out_on <= entered_on or not is_resident then 'ENROLLMENT_NOT_RESIDENT' end,
      case when is_taken then 'ENROLLMENT_PERSON_TAKEN' end
    ], null)
  $$;
  comment on function app.entry_codes(program, category, text, date, date, date, date, integer, boolean, boolean, boolean) is
    'Rules of entry that a person with these facts breaks: up to 64 years and 11 months of age, decile, residence, category, post, one place per person. What is unknown (null) breaks nothing.';
  revoke execute on function app.entry_codes(program, category, text, date, date, date, date, integer, boolean, boolean, boolean) from public;
  grant execute on function app.entry_codes(program, category, text, date, date, date, date, integer, boolean, boolean, boolean) to payung_app;
`;

const problems = `
  create or replace function app.entry_problems(candidates enrollment[]) returns table (enrollment_id uuid, codes text[])
    language sql stable set search_path = '' as $$
    with candidate as materialized (select c.* from unnest(candidates) c),
    resident as materialized (
      select a.address_region_id, array(select app.region_ancestors(a.address_region_id)) as within
      from (select distinct b.address_region_id from candidate c join public.beneficiary b on b.id = c.beneficiary_id
        where b.address_region_id is not null) a)
    select e.id, app.entry_codes(p, c, e.post, e.entered_on, b.birth_date, b.died_on, b.moved_out_on, b.decile,
      not exists (select from public.program_category l where l.program_id = p.id)
        or exists (select from public.program_category l where l.program_id = p.id and l.category_id in (c.id, c.parent_id)),
      p.region_id = any (r.within),
      exists (select from public.enrollment o where o.program_id = p.id and o.person_id = b.person_id
        and o.id <> e.id and o.state not in ('ENDED', 'REJECTED')))
    from candidate e
    join public.program p on p.id = e.program_id
    join public.beneficiary b on b.id = e.beneficiary_id
    join public.category c on c.id = e.category_id
    left join resident r on r.address_region_id = b.address_region_id
  $$;
`;

const problemsBefore = `
  create or replace function app.entry_problems(candidates enrollment[]) returns table (enrollment_id uuid, codes text[])
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
`;
