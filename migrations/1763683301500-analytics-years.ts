import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of years and of what a region has ready, over the groups that coverage statistics are sums of. */
export class AnalyticsYears1763683301500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of views) await runner.query(viewSql(one));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...views].reverse()) await runner.query(`drop view analytics.${name}`);
  }
}

interface View {
  readonly name: string;
  /** What a row is: Indonesian | English. */
  readonly about: string;
  /** Name -> expression and meaning (Indonesian | English; unit; what null means). */
  readonly columns: Readonly<Record<string, readonly [sql: string, about: string]>>;
  readonly from: string;
}

function viewSql({ name, about, columns, from }: View): string {
  const list = Object.entries(columns).map(([column, [sql]]) => `${sql} as ${column}`);
  const comments = Object.entries(columns).map(
    ([column, [, text]]) =>
      `comment on column analytics.${name}.${column} is '${text.replaceAll("'", "''")}';`,
  );
  return `
    create view analytics.${name} with (security_barrier) as select ${list.join(',\n ')} ${from};
    comment on view analytics.${name} is '${about.replaceAll("'", "''")}';
    ${comments.join('\n')}
    grant select on analytics.${name} to payung_analyst;
  `;
}

const inScope = (region: string): string => `${region} = any (array(select app.analytics_regions()))`;

const regionOf: View['columns'] = {
  region_code: ['r.code', 'Kode wilayah Kemendagri. | Code of the region.'],
  region_name: ['r.display_name', 'Nama wilayah dengan jenisnya. | Name of the region with its kind.'],
};
const programOf: View['columns'] = {
  program_id: [
    'p.id',
    'Id program; kosong: terlalu sedikit orang. | Id of the program; null: too few persons.',
  ],
  program_name: [
    'p.name',
    'Nama program; kosong: terlalu sedikit orang. | Name of the program; null: too few persons.',
  ],
  ...regionOf,
};

/** Months of groups within each calendar year, which is the fiscal year. */
const monthsOf = `
    select t.region_id, t.program_id, y.fiscal_year, sum(y.person_months)::bigint as person_months,
      sum(y.person_months) filter (where t.is_paid)::bigint as paid_person_months, sum(y.person_months * t.monthly_rupiah) as contribution,
      sum(y.person_months * t.monthly_rupiah) filter (where t.office_id is not null) as billed,
      sum(y.person_months * t.monthly_rupiah) filter (where t.is_paid) as paid
    from public.statistics_group_run t join public.statistics_group g on g.id = t.group_id
    cross join lateral (
      select n as fiscal_year, g.persons * (least(t.end_month, n * 12 + 12) - greatest(t.first_month, n * 12)) as person_months
      from unnest(array(select generate_series(t.first_month / 12, (t.end_month - 1) / 12))) n) y
    where t.level = 5 group by 1, 2, 3`;

const views: readonly View[] = [
  {
    name: 'program_years',
    about:
      'Anggaran dan realisasi program per tahun anggaran. | Budget and realisation of programs by fiscal year.',
    columns: {
      ...programOf,
      fiscal_year: ['coalesce(m.fiscal_year, l.fiscal_year)', 'Tahun anggaran. | Fiscal year.'],
      budget_rupiah: [
        'l.budget',
        'Pagu yang berlaku, rupiah; kosong: tidak ada. | Ceiling, rupiah; null: none.',
      ],
      person_months: [
        'm.person_months',
        'Bulan-orang terlindungi; kosong: belum ada. | Person-months covered; null: none.',
      ],
      contribution_rupiah: [
        'm.contribution',
        'Iuran bulan terlindungi, rupiah; kosong: belum ada. | Contributions of covered months, rupiah; null: none.',
      ],
      billed_rupiah: ['m.billed', 'Sudah ditagih, rupiah; kosong: belum. | Billed, rupiah; null: none.'],
      paid_rupiah: ['m.paid', 'Sudah dibayar, rupiah; kosong: belum. | Paid, rupiah; null: none.'],
      absorption: [
        'round(m.paid / nullif(l.budget, 0), 4)',
        'Serapan 0-1: dibayar per pagu; kosong: tanpa pagu. | Absorption 0-1: paid per budget; null: no budget.',
      ],
      paid_person_months: [
        'm.paid_person_months',
        'Bulan-orang yang dibayar; kosong: belum ada. | Person-months paid; null: none.',
      ],
      cost_per_person_month_rupiah: [
        'round(m.paid / nullif(m.paid_person_months, 0))',
        'Rupiah per bulan-orang yang dibayar; kosong: belum ada. | Rupiah per paid person-month; null: none.',
      ],
      is_partial: [
        'coalesce(s.is_partial, false)',
        'Apakah sebagian orang wilayah itu masih menunggu kelompoknya, sehingga angkanya batas bawah. | Whether some people of the region still wait for a group, so that figures are lower bounds.',
      ],
    },
    from: `from (${monthsOf}) m
      full join (select b.program_id, x.region_id, b.fiscal_year, sum(coalesce(b.revised_rupiah, b.original_rupiah)) as budget
        from public.budget_line b join public.program x on x.id = b.program_id group by 1, 2, 3) l
        on l.program_id = m.program_id and l.fiscal_year = m.fiscal_year
      join public.region r on r.id = coalesce(m.region_id, l.region_id)
      left join public.program p on p.id = coalesce(m.program_id, l.program_id)
      left join public.statistics_release s on s.region_id = r.id
      where ${inScope('r.id')}`,
  },
  {
    name: 'readiness',
    about:
      'Lima syarat kesiapan tiap wilayah pada tahun ini (sudut pandang Paritrana). | Five tests of readiness of each region this year.',
    columns: {
      ...regionOf,
      level: ['r.level', 'PROVINCE, REGENCY, CITY. | Level.'],
      has_regulation: [
        't.regulation',
        'Perda atau Perkada berlaku. | Whether a regional regulation is in force.',
      ],
      has_umbrella: ['t.umbrella', 'Perjanjian payung berjalan. | Whether an umbrella agreement runs.'],
      has_pks: ['t.pks', 'PKS berjalan. | Whether a PKS runs.'],
      has_budget: ['t.budget', 'Ada anggaran tahun ini. | Whether there is a budget this year.'],
      has_active_people: [
        't.people',
        'Ada kelompok peserta aktif (paling sedikit lima). | Whether a group of five or more is active.',
      ],
      tests_passed: [
        't.regulation::integer + t.umbrella::integer + t.pks::integer + t.budget::integer + t.people::integer',
        'Syarat terpenuhi, 0-5. | Tests passed, 0 to 5.',
      ],
    },
    from: `from public.region r cross join lateral (select
        exists (select from public.regulation g join app.analytics_regulations() d on d.id = g.id
          where g.region_id = r.id and g.kind in ('PERDA', 'PERGUB', 'PERBUP', 'PERWAL') and d.phase = 'IN_FORCE') as regulation,
        exists (select from public.mou m join app.analytics_mous() d on d.id = m.id
          where m.region_id = r.id and m.kind = 'UMBRELLA' and d.phase in ('ACTIVE', 'EXPIRING', 'UNDATED')) as umbrella,
        exists (select from public.mou m join app.analytics_mous() d on d.id = m.id
          where m.region_id = r.id and m.kind = 'PKS' and d.phase in ('ACTIVE', 'EXPIRING', 'UNDATED')) as pks,
        exists (select from public.budget_line l join public.program p on p.id = l.program_id
          where p.region_id = r.id and p.state <> 'DRAFT' and l.fiscal_year = extract(year from app.today())
            and coalesce(l.revised_rupiah, l.original_rupiah) > 0) as budget,
        exists (select from public.statistics_group_trait c where c.region_id = r.id and c.status = 'ACTIVE') as people) t
      where r.level in ('PROVINCE', 'REGENCY', 'CITY') and ${inScope('r.id')}`,
  },
];
