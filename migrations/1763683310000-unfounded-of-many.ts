import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Months that nothing supports, for any number of programs in one pass: asked program by program, month by month and
 * decree by decree, three thousand programs took two and a half seconds, for the alerts and for the filter of the list.
 */
export class UnfoundedOfMany1763683310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(force);
    await runner.query(ofMany);
    await runner.query(ofOne);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(before);
    await runner.query(`
      drop function app.programs_unfounded(uuid[]);
      drop function app.regulation_days(regulation);
    `);
  }
}

const force = `
  create function app.regulation_days(regulation public.regulation) returns daterange
    language sql stable set search_path = '' as $$
    select case
      when regulation.state = 'DRAFT' or (regulation.state = 'REVOKED' and revocation.day is null)
        or regulation.in_force_from > least(regulation.effective_until, revocation.day - 1) then 'empty'::daterange
      else daterange(regulation.in_force_from, least(regulation.effective_until, revocation.day - 1), '[]') end
    from (select coalesce(regulation.revoked_on, (
      select min(s.in_force_from) from public.regulation_relation l join public.regulation s on s.id = l.regulation_id
      where l.target_id = regulation.id and l.kind = 'REVOKES' and s.state <> 'DRAFT')) as day) revocation
  $$;
  comment on function app.regulation_days(regulation) is 'Days on which app.regulation_phase says IN_FORCE.';
  revoke execute on function app.regulation_days(regulation) from public;
`;

// Security definer: what is in force is public, and the policies of five tables are not asked for each month again.
const ofMany = `
  create function app.programs_unfounded(programs uuid[])
    returns table (program_id uuid, reason text, month_from date, month_until date)
    language sql stable security definer set search_path = '' as $$
    with agreed as (
      select b.program_id, range_agg(daterange(coalesce(u.effective_from, u.signed_on, '-infinity'),
        greatest(least(app.mou_ends_on(u), u.terminated_on, 'infinity'), coalesce(u.effective_from, u.signed_on, '-infinity')), '[]')) as days
      from public.program_mou b join public.mou u on u.id = b.mou_id
      where b.program_id = any (programs) and u.state in ('SIGNED', 'TERMINATED')
      group by b.program_id),
    based as (
      select b.program_id, range_agg(app.regulation_days(g)) as days
      from public.program_legal_basis b join public.regulation g on g.id = b.regulation_id
      where b.program_id = any (programs)
      group by b.program_id),
    months as (
      select p.id as program_id, m::date as month, (m + interval '1 month')::date - 1 as last_day
      from public.program p cross join lateral generate_series(p.month_from, p.month_until, interval '1 month') m
      where p.id = any (programs)),
    judged as (
      select m.program_id, m.month, coalesce(b.days @> m.month or b.days @> m.last_day, false) as is_based,
        coalesce(a.days @> m.month or a.days @> m.last_day, false) as is_agreed
      from months m left join based b on b.program_id = m.program_id left join agreed a on a.program_id = m.program_id),
    missing as (
      select j.program_id, 'LEGAL_BASIS' as reason, j.month from judged j where not j.is_based
      union all
      select j.program_id, 'MOU', j.month from judged j where not j.is_agreed),
    islands as (
      select m.program_id, m.reason, m.month, extract(year from m.month) * 12 + extract(month from m.month)
        - row_number() over (partition by m.program_id, m.reason order by m.month) as island
      from missing m)
    select i.program_id, i.reason, min(i.month), max(i.month) from islands i group by i.program_id, i.reason, i.island
  $$;
  comment on function app.programs_unfounded(uuid[]) is
    'Months of programs in which, on neither the first nor the last day, a legal basis is in force or an agreement runs, whoever asks; for functions only.';
  revoke execute on function app.programs_unfounded(uuid[]) from public;
`;

const ofOne = `
  create or replace function app.program_unfounded(p program) returns table (reason text, month_from date, month_until date)
    language sql stable security definer set search_path = '' rows 2 as $$
    select u.reason, u.month_from, u.month_until from app.programs_unfounded(array[p.id]) u
  $$;
`;

const before = `
  create or replace function app.program_unfounded(p program) returns table (reason text, month_from date, month_until date)
    language sql stable security definer set search_path = '' rows 2 as $$
    with agreements as materialized (
      select daterange(coalesce(u.effective_from, u.signed_on, '-infinity'),
        greatest(least(app.mou_ends_on(u), u.terminated_on, 'infinity'), coalesce(u.effective_from, u.signed_on, '-infinity')), '[]') as days
      from public.program_mou b join public.mou u on u.id = b.mou_id
      where b.program_id = p.id and u.state in ('SIGNED', 'TERMINATED')),
    months as (
      select m::date as month, (m + interval '1 month')::date - 1 as last_day
      from generate_series(p.month_from, p.month_until, interval '1 month') m),
    judged as (
      select 'LEGAL_BASIS' as reason, m.month from months m
      where not exists (
        select from public.program_legal_basis b join public.regulation g on g.id = b.regulation_id
        where b.program_id = p.id
          and (app.regulation_phase(g, m.month) = 'IN_FORCE' or app.regulation_phase(g, m.last_day) = 'IN_FORCE'))
      union all
      select 'MOU', m.month from months m
      where not exists (select from agreements a where a.days @> m.month or a.days @> m.last_day)),
    islands as (
      select j.reason, j.month,
        extract(year from j.month) * 12 + extract(month from j.month) - row_number() over (partition by j.reason order by j.month) as island
      from judged j)
    select i.reason, min(i.month), max(i.month) from islands i group by i.reason, i.island
  $$;
`;
