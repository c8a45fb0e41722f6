import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of people: cells of at least five, never a row of a person; and what a region has ready. */
export class AnalyticsPeople1763683245500 implements MigrationInterface {
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

const regionOf = (alias: string): View['columns'] => ({
  region_code: [`${alias}.code`, 'Kode wilayah Kemendagri. | Code of the region.'],
  region_name: [`${alias}.display_name`, 'Nama wilayah dengan jenisnya. | Name of the region with its kind.'],
});

const cellOf: View['columns'] = {
  ...regionOf('r'),
  program_id: ['p.id', 'Id program. | Id of the program.'],
  program_name: ['p.name', 'Nama program. | Name of the program.'],
  status: [
    'c.status',
    'WAITING, ACTIVE, ENDED; kosong: terlalu sedikit orang. | Status; null: too few persons.',
  ],
  category_family: [
    'c.family',
    'GOVERNMENT_ECOSYSTEM, VULNERABLE; kosong: terlalu sedikit orang. | Family of categories; null: too few persons.',
  ],
  category_code: [
    'c.category_code',
    'Kode kategori; kosong: terlalu sedikit orang. | Code of the category; null: too few persons.',
  ],
};
const few = 'kosong: terlalu sedikit orang';
const persons: View['columns'] = {
  persons: ['c.persons', 'Orang dalam kelompok, paling sedikit 5. | Persons in the group, at least 5.'],
};
const cells = (facet: string): string =>
  `from public.analytics_cell c join public.program p on p.id = c.program_id join public.region r on r.id = c.region_id where c.facet = '${facet}' and ${inScope('c.region_id')}`;
const demography: View['columns'] = {
  sex: ['c.labels[1]', `FEMALE, MALE, UNKNOWN; ${few}. | Sex; null: too few persons.`],
  age_band: [
    'c.labels[2]',
    `Umur hari ini: 0-19, 20-29, 30-39, 40-49, 50-59, 60-64, 65+, UNKNOWN; ${few}. | Age today; null: too few persons.`,
  ],
  decile_band: ['c.labels[3]', `Desil: 1-2, 3-4, 5-10, UNKNOWN; ${few}. | Decile; null: too few persons.`],
};

const views: readonly View[] = [
  {
    name: 'people',
    about:
      'Satu baris per orang per program, dalam kelompok paling sedikit lima orang yang serupa. | One row per person and program; every combination of values is shared by at least five.',
    columns: {
      person_ref: [
        `c.id::text || ':' || n`,
        'Nama samaran, baru pada setiap pembaruan, hanya di tampilan ini. | Pseudonym, new at each refresh, of this view only.',
      ],
      ...cellOf,
      ...demography,
    },
    from: `from public.analytics_cell c join public.program p on p.id = c.program_id join public.region r on r.id = c.region_id
      cross join lateral generate_series(1, c.persons) n where c.facet = 'PEOPLE' and ${inScope('c.region_id')}`,
  },
  {
    name: 'people_counts',
    about:
      'Orang menurut program, kategori, jenis kelamin, umur, desil. | Persons by program, category, sex, age, decile.',
    columns: { ...cellOf, ...demography, ...persons },
    from: cells('PEOPLE'),
  },
  {
    name: 'enrollment_states',
    about: 'Kepesertaan menurut keadaan dan sebab berakhir. | Enrollments by state and reason of their end.',
    columns: {
      ...cellOf,
      state: [
        'c.labels[1]',
        `PROPOSED, VERIFIED, APPROVED, SUBMITTED, ACTIVE, ENDED, REJECTED; ${few}. | State; null: too few persons.`,
      ],
      end_reason: [
        'c.labels[2]',
        `Sebab berakhir, NONE bila belum; ${few}. | Reason of the end, NONE before it; null: too few persons.`,
      ],
      is_replaced: [
        'c.labels[3]',
        `Digantikan orang lain: YES, NO, NOT_ENDED; ${few}. | Whether another took the place; null: too few persons.`,
      ],
      ...persons,
    },
    from: cells('STATES'),
  },
  {
    name: 'enrollment_decrees',
    about: 'Kepesertaan menurut SK penetapan. | Enrollments by the decree that names them.',
    columns: {
      ...cellOf,
      decree: [
        'c.labels[1]',
        `SK, NONE bila tanpa SK; ${few}. | Decree, NONE without one; null: too few persons.`,
      ],
      state: ['c.labels[2]', `Keadaan; ${few}. | State; null: too few persons.`],
      ...persons,
    },
    from: cells('DECREES'),
  },
  {
    name: 'enrollment_checks',
    about:
      'Mutu data: asal NIK, pemeriksaan Dukcapil, KPJ. | Quality of data: origin of the NIK, check by Dukcapil, KPJ.',
    columns: {
      ...cellOf,
      nik_origin: [
        'c.labels[1]',
        `HERE, ELSEWHERE: awalan NIK dan wilayah; ${few}. | Whether the NIK begins as the region does; null: too few persons.`,
      ],
      dukcapil: [
        'c.labels[2]',
        `PASSED, FAILED, NEEDS_REVIEW, NOT_CHECKED; ${few}. | Latest check by Dukcapil; null: too few persons.`,
      ],
      kpj: ['c.labels[3]', `KNOWN, MISSING; ${few}. | Whether the KPJ is known; null: too few persons.`],
      ...persons,
    },
    from: cells('CHECKS'),
  },
  {
    name: 'continuity',
    about:
      'Kesinambungan iuran siapa pun pembayarnya; di bawah 3 bulan JKM hanya Rp10 juta. | Consecutive paid months, whoever paid; below 3 the JKM is Rp10 million only.',
    columns: {
      ...cellOf,
      membership: [
        'c.labels[1]',
        `NEVER_PAID, RUNNING, LAPSED (lebih dari 3 bulan menunggak); ${few}. | Membership; null: too few persons.`,
      ],
      paid_run: [
        'c.labels[2]',
        `Bulan berturut-turut terbayar: 0, 1-2, 3-11, 12+; ${few}. | Consecutive paid months; null: too few persons.`,
      ],
      ...persons,
    },
    from: cells('CONTINUITY'),
  },
  {
    name: 'arrears',
    about:
      'Tunggakan menurut bulan terpanjang yang belum dibayar. | Arrears by the longest run of unpaid months.',
    columns: {
      ...cellOf,
      age: [
        'c.labels[1]',
        `NONE, ONE_MONTH, TWO_MONTHS, THREE_MONTHS, MORE_THAN_THREE_MONTHS; ${few}. | Age; null: too few persons.`,
      ],
      ...persons,
      person_months: ['c.person_months', 'Bulan-orang menunggak. | Person-months in arrears.'],
      rupiah: ['c.rupiah', 'Tunggakan, rupiah. | Arrears, rupiah.'],
    },
    from: cells('ARREARS'),
  },
  {
    name: 'double_funding',
    about:
      'Pembiayaan ganda menurut program yang meminta. | Double funding, by the program that asked for the month.',
    columns: {
      ...cellOf,
      kind: [
        'c.labels[1]',
        `NONE, REFUSED (dicegah), PAID_TWICE (terbayar dua kali); ${few}. | Kind; null: too few persons.`,
      ],
      ...persons,
      person_months: ['c.person_months', 'Bulan-orang yang tumpang tindih. | Overlapping person-months.'],
      rupiah: ['c.rupiah', 'Rupiah dicegah atau terbayar ganda. | Rupiah saved, or paid twice.'],
    },
    from: cells('DOUBLE_FUNDING'),
  },
  {
    name: 'deaths',
    about: 'Peserta meninggal dan iuran setelahnya. | Deceased members, and months paid after their death.',
    columns: {
      ...cellOf,
      life: ['c.labels[1]', `ALIVE, DEAD_ENDED, DEAD_STILL_ENROLLED; ${few}. | Life; null: too few persons.`],
      paid_after_death: [
        'c.labels[2]',
        `YES, NO: ada bulan setelah meninggal; ${few}. | Whether a later month is covered; null: too few persons.`,
      ],
      ...persons,
    },
    from: cells('DEATHS'),
  },
  {
    name: 'readiness',
    about:
      'Lima syarat kesiapan tiap wilayah pada tahun ini (sudut pandang Paritrana). | Five tests of readiness of each region this year.',
    columns: {
      ...regionOf('r'),
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
        exists (select from public.analytics_cell c where c.facet = 'PEOPLE' and c.region_id = r.id and c.status = 'ACTIVE') as people) t
      where r.level in ('PROVINCE', 'REGENCY', 'CITY') and ${inScope('r.id')}`,
  },
  {
    name: 'freshness',
    about:
      'Kapan angka tentang orang dan bulan diperbarui. | When the figures of people and months were last made.',
    columns: {
      as_of: ['f.as_of', 'Hari yang digambarkan. | Day that they describe.'],
      refreshed_at: ['f.refreshed_at', 'Saat pembaruan. | Time of the refresh.'],
    },
    from: 'from public.analytics_refresh f',
  },
];
