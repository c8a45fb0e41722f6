import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What changed since sums were kept, by a function of its own: it asks for the right once, and its plans are kept for all
 * questions. Of many persons the plan is made for just these.
 */
export class EntriesSince1763683341100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.entries_since(since bigint, regions uuid[], first integer, after integer)
        returns table (unit uuid, persons integer, region_id uuid, program_id uuid, category_id uuid, sex text, decile integer,
          funding_source text, office_id uuid, is_paid boolean, monthly_rupiah numeric, first_month integer, end_month integer)
        language plpgsql stable security definer set search_path = '' rows 100 as $$
      declare
        people uuid[] := array(select distinct s.person_id from public.statistics_stale s);
        allowed uuid[] := array(select app.person_regions() intersect select unnest(regions));
      begin
        return query select m.cohort_id, m.persons, ${columns('e')}
          from (
            select x.cohort_id, sum(x.persons)::integer as persons
            from (
              select v.cohort_id, v.persons from public.statistics_move v where v.id > since
              union all select b.cohort_id, -1 from public.statistics_member b where b.person_id = any (people)) x
            group by 1 having sum(x.persons) <> 0) m
          -- few moved: their rows by the index, whatever the planner thinks of how many there are
          cross join lateral (select r.* from public.statistics_run r where r.cohort_id = m.cohort_id offset 0) e
          where e.region_id = any (allowed) and e.first_month < after and e.end_month > first;
        if cardinality(people) > 100 then
          return query execute $query$ ${ledger({ people: '$1', regions: '$2', first: '$3', after: '$4' })} $query$
            using people, allowed, first, after;
        elsif cardinality(people) > 0 then
          return query ${ledger({ people: 'people', regions: 'allowed', first: 'first', after: 'after' })};
        end if;
      end $$;
      comment on function app.entries_since(bigint, uuid[], integer, integer) is
        'Months of people to be added to sums that know of moves up to this one: of cohorts, by how many persons they moved, and of persons who are marked, in regions whose people the actor may see.';
      revoke execute on function app.entries_since(bigint, uuid[], integer, integer) from public;
      grant execute on function app.entries_since(bigint, uuid[], integer, integer) to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.entries_since(bigint, uuid[], integer, integer)');
  }
}

const columns = (alias: string): string =>
  [
    'region_id',
    'program_id',
    'category_id',
    'sex',
    'decile::integer',
    'funding_source',
    'office_id',
    'is_paid',
    'monthly_rupiah',
    'first_month',
    'end_month',
  ]
    .map((column) => `${alias}.${column}`)
    .join(', ');

interface LedgerNames {
  readonly people: string;
  readonly regions: string;
  readonly first: string;
  readonly after: string;
}

const ledger = ({ people, regions, first, after }: LedgerNames): string => `
          select e.person_id, 1, ${columns('e')} from public.coverage_entry e
          where e.person_id = any (${people}) and e.region_id = any (${regions}) and e.first_month < ${after} and e.end_month > ${first}`;
