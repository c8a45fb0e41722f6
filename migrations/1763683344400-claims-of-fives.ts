import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * To the nearest five for analysts and to the nearest ten for the public: who has both knew a report to two or three cases.
 * So the public's tens are made of the analysts' fives, a five in the middle to the even ten; and of eight to twelve, which
 * are one five, the public is told nothing, because some of them are fewer than ten.
 */
export class ClaimsOfFives1763683344400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cases(ofFives));
    await runner.query(claims('app.told_cases(c.cases, s.least_cases) is null'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(claims('c.cases < s.least_cases'));
    await runner.query(cases(ofCases));
  }
}

const ofFives = `case when fewest = 0 then cases when cases < 5 then null when fewest = 5 then (cases + 2) / 5 * 5
      when cases >= 13 then (round(((cases + 2) / 5 * 5) / 10.0::float8) * 10)::integer end`;
const ofCases = `case when fewest = 0 then cases when cases >= fewest then (cases + fewest / 2) / fewest * fewest end`;

const cases = (told: string): string => `
  create or replace function app.told_cases(cases integer, fewest integer) returns integer language sql immutable parallel safe set search_path = '' as $$
    select ${told}
  $$;
`;

const claims = (isHidden: string): string => `
  create or replace function app.statistics_claims(regions uuid[])
    returns table (program_id uuid, region_id uuid, month_number integer, cases bigint, rupiah numeric, is_hidden boolean)
    language sql stable security definer set search_path = '' rows 200 as $$
    select c.program_id, c.region_id, (extract(year from c.month) * 12 + extract(month from c.month) - 1)::integer,
      app.told_cases(c.cases, s.least_cases), app.told_benefit(c.paid_rupiah, c.cases, s.least_cases), ${isHidden}
    from public.claim c
    cross join lateral (select case when c.region_id = any (array(select app.person_regions())) then 0
      when c.region_id = any (array(select app.readable_regions())) then 5 else 10 end as least_cases) s
    where c.region_id = any (regions)
  $$;
`;
