import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A report of claims that is told exactly says by its next revision that one person was added. So claims are told in
 * whole fives, to the public in whole tens; to the nearest, because reports are small: of 61 deaths in months of five to
 * thirteen, rounding down left 40.
 */
export class ClaimsInFives1763683330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cases);
    await runner.query(statisticsClaims(toldClaims, aboutToldClaims));
    await runner.query(claimsView(toldCases));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(claimsView(exactCases));
    await runner.query(statisticsClaims(exactClaims, aboutExactClaims));
    await runner.query(`
      drop function app.told_benefit(numeric, integer, integer);
      drop function app.told_cases(integer, integer);
    `);
  }
}

const cases = `
  create function app.told_cases(cases integer, fewest integer) returns integer language sql immutable parallel safe set search_path = '' as $$
    select case when fewest = 0 then cases when cases >= fewest then (cases + fewest / 2) / fewest * fewest end
  $$;
  comment on function app.told_cases(integer, integer) is
    'Claims of a report as they are told to those who are told of no fewer than so many persons: to the nearest multiple; null: too few.';

  -- of the definer: an analyst, who comes by a view, may not look into the schema app
  create function app.told_benefit(rupiah numeric, cases integer, fewest integer) returns numeric
    language sql immutable parallel safe security definer set search_path = '' as $$
    select case when fewest = 0 then rupiah
      else round(rupiah / cases, 1 - floor(log(greatest(rupiah / cases, 1)))::integer) * app.told_cases(cases, fewest) end
  $$;
  comment on function app.told_benefit(numeric, integer, integer) is
    'Rupiah of as many claims as are told, at the mean of the report to two digits, so that it does not tell how many there are.';

  revoke execute on function app.told_cases(integer, integer), app.told_benefit(numeric, integer, integer) from public;
  grant execute on function app.told_cases(integer, integer), app.told_benefit(numeric, integer, integer) to payung_app, payung_analyst;
`;

const toldClaims = [
  'app.told_cases(c.cases, s.least_cases)',
  'app.told_benefit(c.paid_rupiah, c.cases, s.least_cases)',
] as const;
const exactClaims = [
  'case when c.cases >= s.least_cases then c.cases end',
  'case when c.cases >= s.least_cases then c.paid_rupiah end',
] as const;
const aboutExactClaims =
  'Claims of regions as reported; of fewer than five an analyst is not told, of fewer than ten the public.';
const aboutToldClaims =
  'Claims of regions: as reported to those who may see people, to analysts in whole fives, to the public in whole tens.';

const statisticsClaims = ([count, rupiah]: readonly [string, string], about: string): string => `
  create or replace function app.statistics_claims(regions uuid[])
    returns table (program_id uuid, region_id uuid, month_number integer, cases bigint, rupiah numeric, is_hidden boolean)
    language sql stable security definer set search_path = '' rows 200 as $$
    select c.program_id, c.region_id, (extract(year from c.month) * 12 + extract(month from c.month) - 1)::integer,
      ${count}, ${rupiah}, c.cases < s.least_cases
    from public.claim c
    cross join lateral (select case when c.region_id = any (array(select app.person_regions())) then 0
      when c.region_id = any (array(select app.readable_regions())) then 5 else 10 end as least_cases) s
    where c.region_id = any (regions)
  $$;
  comment on function app.statistics_claims(uuid[]) is '${about}';
`;

interface Cases {
  readonly cases: string;
  readonly rupiah: string;
  readonly aboutCases: string;
  readonly aboutRupiah: string;
}
const toldCases: Cases = {
  cases: 'app.told_cases(c.cases, 5)',
  rupiah: 'app.told_benefit(c.paid_rupiah, c.cases, 5)',
  aboutCases:
    'Kasus, dibulatkan ke kelipatan lima terdekat; kosong: kurang dari lima. | Cases, to the nearest multiple of five; null: fewer than five.',
  aboutRupiah:
    'Dibayarkan untuk kasus sebanyak itu menurut rata-ratanya (dua angka), rupiah; kosong: kurang dari lima kasus. | Paid for so many cases at their mean (to two digits), rupiah; null: fewer than five cases.',
};
const exactCases: Cases = {
  cases: 'case when c.cases >= 5 then c.cases end',
  rupiah: 'case when c.cases >= 5 then c.paid_rupiah end',
  aboutCases: 'Kasus; kosong: kurang dari lima. | Cases; null: fewer than five.',
  aboutRupiah:
    'Dibayarkan, rupiah; kosong: kurang dari lima kasus. | Paid, rupiah; null: fewer than five cases.',
};

const claimsView = (told: Cases): string => `
  create or replace view analytics.claims with (security_barrier) as
    select c.id as claim_id, r.code as region_code, r.display_name as region_name, c.program_id, c.kind, c.month,
      ${told.cases} as cases, ${told.rupiah} as paid_rupiah, c.cases < 5 as is_suppressed
    from public.claim c join public.region r on r.id = c.region_id where c.region_id = any (array(select app.analytics_regions()));
  comment on column analytics.claims.cases is '${told.aboutCases}';
  comment on column analytics.claims.paid_rupiah is '${told.aboutRupiah}';
`;
