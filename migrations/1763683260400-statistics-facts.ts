import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts beside the months of people that statistics show to everybody: programs, budgets, and claims where they are many. */
export class StatisticsFacts1763683260400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(facts);
    await runner.query(`
      revoke execute on function ${functions.join(', ')} from public;
      grant execute on function ${functions.join(', ')} to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of functions) await runner.query(`drop function ${name}`);
  }
}

const functions = [
  'app.statistics_programs(uuid[])',
  'app.statistics_budgets(uuid[])',
  'app.statistics_frame(uuid[])',
  'app.statistics_claims(uuid[])',
];

const facts = `
  create function app.statistics_programs(regions uuid[]) returns table (id uuid, region_id uuid, name text)
    language sql stable security definer set search_path = '' rows 100 as $$
    select p.id, p.region_id, p.name from public.program p where p.region_id = any (regions) and p.state <> 'DRAFT'
  $$;
  comment on function app.statistics_programs(uuid[]) is 'Programs of payer regions, drafts aside; their names are public.';

  create function app.statistics_budgets(regions uuid[])
    returns table (program_id uuid, region_id uuid, fiscal_year integer, funding_source text, rupiah numeric)
    language sql stable security definer set search_path = '' rows 100 as $$
    select p.id, p.region_id, l.fiscal_year, l.funding_source, coalesce(l.revised_rupiah, l.original_rupiah)
    from public.budget_line l join public.program p on p.id = l.program_id
    where p.region_id = any (regions) and p.state <> 'DRAFT'
  $$;
  comment on function app.statistics_budgets(uuid[]) is 'Ceilings that hold, of programs of payer regions; budgets are public.';

  create function app.statistics_frame(regions uuid[])
    returns table (program_id uuid, region_id uuid, category_id uuid, fiscal_year integer, funding_source text)
    language sql stable security definer set search_path = '' rows 500 as $$
    select p.id, p.region_id, c.category_id, l.fiscal_year, l.funding_source
    from public.program p
    left join public.program_category c on c.program_id = p.id
    left join public.budget_line l on l.program_id = p.id
    where p.region_id = any (regions) and p.state <> 'DRAFT'
  $$;
  comment on function app.statistics_frame(uuid[]) is
    'Who could be there by what programs declare, not by who is: so that a group that is not told is named all the same.';

  create function app.statistics_claims(regions uuid[])
    returns table (program_id uuid, region_id uuid, month_number integer, cases bigint, rupiah numeric, is_hidden boolean)
    language sql stable security definer set search_path = '' rows 200 as $$
    select c.program_id, c.region_id, (extract(year from c.month) * 12 + extract(month from c.month) - 1)::integer,
      case when c.cases >= s.least_cases then c.cases end, case when c.cases >= s.least_cases then c.paid_rupiah end, c.cases < s.least_cases
    from public.claim c
    cross join lateral (select case when c.region_id = any (array(select app.person_regions())) then 0
      when c.region_id = any (array(select app.readable_regions())) then 5 else 10 end as least_cases) s
    where c.region_id = any (regions)
  $$;
  comment on function app.statistics_claims(uuid[]) is
    'Claims of regions as reported; of fewer than five an analyst is not told, of fewer than ten the public.';
`;
