import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One more column of two views: the year that a reported figure is about, and the distinct persons of a program's year. */
export class AnalyticsColumns1763683320200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, select, added, comments } of views) {
      await runner.query(
        `create or replace view analytics.${name} with (security_barrier) as ${select(`, ${added}`)}`,
      );
      for (const [of, text] of comments) await runner.query(`comment on ${of} is '${text}'`);
    }
  }

  /** A column cannot leave a view: it is made anew without it, with the comments that it has. */
  async down(runner: QueryRunner): Promise<void> {
    for (const { name, select } of views) {
      const comments: { readonly text: string }[] = await runner.query(`
        select format('comment on column analytics.${name}.%I is %L;', a.attname, col_description(a.attrelid, a.attnum)) as text
        from pg_attribute a where a.attrelid = 'analytics.${name}'::regclass and a.attnum > 0
          and a.attnum < (select max(l.attnum) from pg_attribute l where l.attrelid = a.attrelid)
        union all select format('comment on view analytics.${name} is %L;', obj_description('analytics.${name}'::regclass, 'pg_class'))`);
      await runner.query(`
        drop view analytics.${name};
        create view analytics.${name} with (security_barrier) as ${select('')};
        grant select on analytics.${name} to payung_analyst;
        ${comments.map(({ text }) => text).join('\n')}
      `);
    }
  }
}

interface WiderView {
  readonly name: string;
  /** The view with more columns at the end. */
  readonly select: (more: string) => string;
  readonly added: string;
  /** What is commented -> meaning (Indonesian | English). */
  readonly comments: readonly (readonly [of: string, text: string])[];
}

/** Months of groups within each calendar year, which is the fiscal year; a group has its persons once. */
const monthsOf = `
    select y.region_id, y.program_id, y.fiscal_year, sum(y.persons)::bigint as persons, sum(y.months * y.persons)::bigint as person_months,
      sum(y.paid_months * y.persons)::bigint as paid_person_months, sum(y.rupiah * y.persons) as contribution,
      sum(y.billed * y.persons) as billed, sum(y.paid * y.persons) as paid
    from (
      select t.region_id, t.program_id, n as fiscal_year, g.id, g.persons, sum(l.months) as months, sum(l.months) filter (where t.is_paid) as paid_months,
        sum(l.months * t.monthly_rupiah) as rupiah, sum(l.months * t.monthly_rupiah) filter (where t.office_id is not null) as billed,
        sum(l.months * t.monthly_rupiah) filter (where t.is_paid) as paid
      from public.statistics_group_run t join public.statistics_group g on g.id = t.group_id
      cross join lateral unnest(array(select generate_series(t.first_month / 12, (t.end_month - 1) / 12))) n
      cross join lateral (select least(t.end_month, n * 12 + 12) - greatest(t.first_month, n * 12) as months) l
      where t.level = 5 group by 1, 2, 3, 4) y
    group by 1, 2, 3`;

const programYears = (more: string): string => `
  select p.id as program_id, p.name as program_name, r.code as region_code, r.display_name as region_name,
    coalesce(m.fiscal_year, l.fiscal_year) as fiscal_year, l.budget as budget_rupiah, m.person_months, m.contribution as contribution_rupiah,
    m.billed as billed_rupiah, m.paid as paid_rupiah, round(m.paid / nullif(l.budget, 0), 4) as absorption, m.paid_person_months,
    round(m.paid / nullif(m.paid_person_months, 0)) as cost_per_person_month_rupiah, coalesce(s.is_partial, false) as is_partial${more}
  from (${monthsOf}) m
  full join (select b.program_id, x.region_id, b.fiscal_year, sum(coalesce(b.revised_rupiah, b.original_rupiah)) as budget
    from public.budget_line b join public.program x on x.id = b.program_id group by 1, 2, 3) l
    on l.program_id = m.program_id and l.fiscal_year = m.fiscal_year
  join public.region r on r.id = coalesce(m.region_id, l.region_id)
  left join public.program p on p.id = coalesce(m.program_id, l.program_id)
  left join public.statistics_release s on s.region_id = r.id
  where r.id = any (array(select app.analytics_regions()))`;

const observations = (more: string): string => `
  select o.id as observation_id, i.code as indicator, i.name as indicator_name, i.unit, r.code as region_code, r.display_name as region_name,
    o.value, o.as_of, o.period, o.label, o.denominator_kind${more}
  from public.observation o join public.indicator i on i.id = o.indicator_id left join public.region r on r.id = o.region_id
  where app.analytics_staff() is not null`;

const views: readonly WiderView[] = [
  {
    name: 'program_years',
    select: programYears,
    added: 'm.persons',
    comments: [
      [
        'column analytics.program_years.persons',
        'Orang yang terlindungi paling sedikit satu bulan tahun itu, masing-masing sekali; kosong: belum ada. | Persons with at least one month of cover in the year, each once; null: none.',
      ],
      [
        'view analytics.program_years',
        'Anggaran dan realisasi program per tahun anggaran. Pagu selalu terkini; orang, bulan, dan rupiah menurut kelompok yang terakhir dibentuk, beberapa menit setelah buku perlindungan berubah (refreshed_at pada freshness: pembaruan harian). | Budget and realisation of programs by fiscal year. Ceilings are live; persons, months and rupiah are those of the groups as last formed, some minutes behind the ledger (refreshed_at of freshness: the daily look).',
      ],
    ],
  },
  {
    name: 'observations',
    select: observations,
    added: `coalesce(substring(o.period from '\\m(20\\d\\d)\\M'), to_char(o.as_of, 'YYYY'))::integer as year`,
    comments: [
      [
        'column analytics.observations.year',
        'Tahun yang dibicarakan angka itu: dari masanya, kalau tidak dari tanggalnya; kosong: keduanya tidak disebut. | Year that the figure is about: of its period, else of its day; null: neither is stated.',
      ],
    ],
  },
];
