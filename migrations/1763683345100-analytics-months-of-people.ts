import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was covered month by month, by sex and decile, and for how many months of a year; what can be reported at all;
 * and since when an agreement waits. People are sums over the very groups that answer coverageStatistics.
 */
export class AnalyticsMonthsOfPeople1763683345100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(peopleMonths);
    await runner.query(regionYears);
    await runner.query(indicators);
    await runner.query(`create or replace view analytics.mous with (security_barrier) as ${mous(inReview)}`);
    await runner.query(`comment on column analytics.mous.in_review_since is
      'Tanggal diajukan ke telaah hukum; kosong: tidak sedang ditelaah. | Day of submission to legal review; null: not in review.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const comments: { readonly text: string }[] = await runner.query(`
      select format('comment on column analytics.mous.%I is %L;', a.attname, col_description(a.attrelid, a.attnum)) as text
      from pg_attribute a where a.attrelid = 'analytics.mous'::regclass and a.attnum > 0 and a.attname <> 'in_review_since'
      union all select format('comment on view analytics.mous is %L;', obj_description('analytics.mous'::regclass, 'pg_class'))`);
    await runner.query(`
      drop view analytics.people_months, analytics.region_years, analytics.indicators, analytics.mous;
      create view analytics.mous with (security_barrier) as ${mous('')};
      grant select on analytics.mous to payung_analyst;
      ${comments.map(({ text }) => text).join('\n')}
    `);
  }
}

const inScope = 'e.region_id = any (array(select app.analytics_regions()))';

const peopleMonths = `
  create view analytics.people_months with (security_barrier) as
    select r.code as region_code, r.display_name as region_name, p.id as program_id, p.name as program_name,
      c.family as category_family, c.code as category_code, make_date(m.month_number / 12, m.month_number % 12 + 1, 1) as month,
      e.sex, case when e.decile = 0 then 'UNKNOWN' when e.decile <= 2 then '1-2' when e.decile <= 4 then '3-4'
        when e.decile is not null then '5-10' end as decile_band,
      sum(g.persons)::bigint as persons
    from public.statistics_group_run e join public.statistics_group g on g.id = e.group_id join public.region r on r.id = e.region_id
    left join public.program p on p.id = e.program_id left join public.category c on c.id = e.category_id
    cross join lateral unnest(array(select generate_series(e.first_month, e.end_month - 1))) m(month_number)
    where e.level = 5 and ${inScope}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
  comment on view analytics.people_months is 'Orang terlindungi tiap bulan menurut program, jenis kelamin, dan desil. | Persons covered in each month by program, sex and decile.';
  comment on column analytics.people_months.region_code is 'Kode wilayah Kemendagri. | Code of the region.';
  comment on column analytics.people_months.region_name is 'Nama wilayah dengan jenisnya. | Name of the region with its kind.';
  comment on column analytics.people_months.program_id is 'Id program; kosong: terlalu sedikit orang. | Id of the program; null: too few persons.';
  comment on column analytics.people_months.program_name is 'Nama program; kosong: terlalu sedikit orang. | Name of the program; null: too few persons.';
  comment on column analytics.people_months.category_family is 'GOVERNMENT_ECOSYSTEM, VULNERABLE; kosong: terlalu sedikit orang. | Family of categories; null: too few persons.';
  comment on column analytics.people_months.category_code is 'Kode kategori; kosong: terlalu sedikit orang. | Code of the category; null: too few persons.';
  comment on column analytics.people_months.month is 'Hari pertama bulan. | First day of the month.';
  comment on column analytics.people_months.sex is 'FEMALE, MALE, UNKNOWN; kosong: terlalu sedikit orang. | Sex; null: too few persons.';
  comment on column analytics.people_months.decile_band is 'Desil: 1-2, 3-4, 5-10, UNKNOWN; kosong: terlalu sedikit orang. | Decile; null: too few persons.';
  comment on column analytics.people_months.persons is 'Orang terlindungi bulan itu, paling sedikit 5; orang yang dilindungi dua program terhitung pada keduanya. | Persons covered in the month, at least 5; who is covered by two programs counts with both.';
  grant select on analytics.people_months to payung_analyst;
`;

const regionYears = `
  create view analytics.region_years with (security_barrier) as
    select r.code as region_code, r.display_name as region_name, y.fiscal_year, y.months, sum(g.persons)::bigint as persons
    from (
      select e.region_id, e.group_id, n as fiscal_year,
        sum(least(e.end_month, n * 12 + 12) - greatest(e.first_month, n * 12))::integer as months
      from public.statistics_group_run e
      cross join lateral unnest(array(select generate_series(e.first_month / 12, (e.end_month - 1) / 12))) n
      where e.level = 5 and ${inScope}
      group by 1, 2, 3) y
    join public.statistics_group g on g.id = y.group_id join public.region r on r.id = y.region_id
    group by 1, 2, 3, 4;
  comment on view analytics.region_years is 'Orang berbeda yang dilindungi tiap wilayah dalam setahun, di program mana pun, menurut banyaknya bulan. | Distinct persons whom each region covered in a year, by whatever program, by the number of months.';
  comment on column analytics.region_years.region_code is 'Kode wilayah Kemendagri. | Code of the region.';
  comment on column analytics.region_years.region_name is 'Nama wilayah dengan jenisnya. | Name of the region with its kind.';
  comment on column analytics.region_years.fiscal_year is 'Tahun. | Year.';
  comment on column analytics.region_years.months is 'Bulan terlindungi dalam tahun itu, 1-12. | Months of cover in the year, 1 to 12.';
  comment on column analytics.region_years.persons is 'Orang berbeda, paling sedikit 5. | Distinct persons, at least 5.';
  grant select on analytics.region_years to payung_analyst;
`;

const indicators = `
  create view analytics.indicators with (security_barrier) as
    select i.code as indicator, i.name as indicator_name, i.name_en as indicator_name_en, i.unit, i.description
    from public.indicator i;
  comment on view analytics.indicators is 'Angka yang dapat dilaporkan, juga yang belum pernah. | What can be reported, also what never was.';
  comment on column analytics.indicators.indicator is 'Kode indikator. | Code of the indicator.';
  comment on column analytics.indicators.indicator_name is 'Nama indikator. | Name in Indonesian.';
  comment on column analytics.indicators.indicator_name_en is 'Nama dalam bahasa Inggris. | Name in English.';
  comment on column analytics.indicators.unit is 'PERSON, PERCENT, RUPIAH, MONTH, FAMILY, CASE. | Unit.';
  comment on column analytics.indicators.description is 'Apa yang dihitungnya. | What it counts, in Indonesian.';
  grant select on analytics.indicators to payung_analyst;
`;

const inReview =
  ", case when m.state = 'LEGAL_REVIEW' then (m.submitted_at at time zone 'Asia/Jakarta')::date end as in_review_since";

const mous = (more: string): string => `
  select m.id as mou_id, m.kind, m.title_as_written as title, r.code as region_code, r.display_name as region_name, m.parent_id,
    m.predecessor_id, m.state, d.phase, m.signed_on, m.effective_from, d.ends_on, d.has_successor, m.is_auto_renewed, m.notice_days,
    m.segments, m.planned_beneficiaries, m.terminated_on, d.missing, d.concerns${more}
  from public.mou m
  join app.analytics_mous() d(id, ends_on, phase, missing, concerns, has_successor) on d.id = m.id
  join public.region r on r.id = m.region_id`;
