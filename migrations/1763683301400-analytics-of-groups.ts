import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of people and their months, over the groups that coverage statistics are sums of. */
export class AnalyticsOfGroups1763683301400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of views) await runner.query(viewSql(one));
    await runner.query(`comment on column analytics.freshness.as_of is
      'Hari orang terakhir dilihat semuanya; bulan yang berubah menyusul dalam beberapa menit. | Day on which all people were last looked at; months that change follow within minutes.'`);
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
const few = 'kosong: terlalu sedikit orang';

const groupOf: View['columns'] = {
  region_code: ['r.code', 'Kode wilayah Kemendagri. | Code of the region.'],
  region_name: ['r.display_name', 'Nama wilayah dengan jenisnya. | Name of the region with its kind.'],
  program_id: ['p.id', `Id program; ${few}. | Id of the program; null: too few persons.`],
  program_name: ['p.name', `Nama program; ${few}. | Name of the program; null: too few persons.`],
  status: ['t.status', `WAITING, ACTIVE, ENDED; ${few}. | Status; null: too few persons.`],
  category_family: [
    'c.family',
    `GOVERNMENT_ECOSYSTEM, VULNERABLE; ${few}. | Family of categories; null: too few persons.`,
  ],
  category_code: ['c.code', `Kode kategori; ${few}. | Code of the category; null: too few persons.`],
};
const demography: View['columns'] = {
  sex: ['t.sex', `FEMALE, MALE, UNKNOWN; ${few}. | Sex; null: too few persons.`],
  age_band: [
    't.age_band',
    `Umur: 0-19, 20-29, 30-39, 40-49, 50-59, 60-64, 65+, UNKNOWN; ${few}. | Age; null: too few persons.`,
  ],
  decile_band: [
    `case when t.decile = 0 then 'UNKNOWN' when t.decile <= 2 then '1-2' when t.decile <= 4 then '3-4' when t.decile is not null then '5-10' end`,
    `Desil: 1-2, 3-4, 5-10, UNKNOWN; ${few}. | Decile; null: too few persons.`,
  ],
};
const persons: View['columns'] = {
  persons: [
    'sum(g.persons)::integer',
    'Orang dalam kelompok, paling sedikit 5. | Persons in the group, at least 5.',
  ],
};
const groups = `from public.statistics_group_trait t join public.statistics_group g on g.id = t.group_id join public.region r on r.id = t.region_id
  left join public.program p on p.id = t.program_id left join public.category c on c.id = t.category_id`;

/** Sums over groups by the first columns. */
function counted(
  name: string,
  about: string,
  keys: View['columns'],
  { joined = '', sums = {} }: { readonly joined?: string; readonly sums?: View['columns'] } = {},
): View {
  const by = { ...groupOf, ...keys };
  const places = Object.keys(by).map((_, index) => index + 1);
  return {
    name,
    about,
    columns: { ...by, ...persons, ...sums },
    from: `${groups} ${joined} where ${inScope('t.region_id')} group by ${places.join(', ')}`,
  };
}

// from an array a run is planned as ten months; a series would be planned as a thousand, and refused as too costly
const month = 'make_date(m.month_number / 12, m.month_number % 12 + 1, 1)';
const monthFrom = `from public.statistics_group_run t join public.statistics_group g on g.id = t.group_id join public.region r on r.id = t.region_id
  left join public.program p on p.id = t.program_id left join public.category c on c.id = t.category_id`;
const { status: _, ...monthKeys } = groupOf;

const views: readonly View[] = [
  {
    name: 'people',
    about:
      'Satu baris per orang per program, dalam kelompok paling sedikit lima orang yang serupa. | One row per person and program; every combination of values is shared by at least five.',
    columns: {
      person_ref: [
        `t.id::text || ':' || n`,
        'Nama samaran baris, bukan orang: kelompoknya tampak sebagai orang-orang yang sama. | Pseudonym of a row, of nobody: the persons of a group look alike.',
      ],
      ...groupOf,
      ...demography,
    },
    from: `${groups} cross join lateral generate_series(1, g.persons) n where ${inScope('t.region_id')}`,
  },
  counted(
    'people_counts',
    'Orang menurut program, kategori, jenis kelamin, umur, desil. | Persons by program, category, sex, age, decile.',
    demography,
  ),
  counted(
    'enrollment_states',
    'Kepesertaan menurut keadaan dan sebab berakhir. | Enrollments by state and reason of their end.',
    {
      state: [
        't.state',
        `PROPOSED, VERIFIED, APPROVED, SUBMITTED, ACTIVE, ENDED, REJECTED; ${few}. | State; null: too few persons.`,
      ],
      end_reason: [
        't.end_reason',
        `Sebab berakhir, NONE bila belum; ${few}. | Reason of the end, NONE before it; null: too few persons.`,
      ],
      is_replaced: [
        't.is_replaced',
        `Digantikan orang lain: YES, NO, NOT_ENDED; ${few}. | Whether another took the place; null: too few persons.`,
      ],
    },
  ),
  counted(
    'enrollment_decrees',
    'Kepesertaan menurut SK penetapan. | Enrollments by the decree that names them.',
    {
      decree: [
        't.decree',
        `SK, NONE bila tanpa SK; ${few}. | Decree, NONE without one; null: too few persons.`,
      ],
      state: ['t.state', `Keadaan; ${few}. | State; null: too few persons.`],
    },
  ),
  counted(
    'enrollment_checks',
    'Mutu data: asal NIK, pemeriksaan Dukcapil, KPJ. | Quality of data: origin of the NIK, check by Dukcapil, KPJ.',
    {
      nik_origin: [
        't.nik_origin',
        `HERE, ELSEWHERE: awalan NIK dan wilayah; ${few}. | Whether the NIK begins as the region does; null: too few persons.`,
      ],
      dukcapil: [
        't.dukcapil',
        `PASSED, FAILED, NEEDS_REVIEW, NOT_CHECKED; ${few}. | Latest check by Dukcapil; null: too few persons.`,
      ],
      kpj: ['t.kpj', `KNOWN, MISSING; ${few}. | Whether the KPJ is known; null: too few persons.`],
    },
  ),
  counted(
    'continuity',
    'Kesinambungan iuran siapa pun pembayarnya; di bawah 3 bulan JKM hanya Rp10 juta. | Consecutive paid months, whoever paid; below 3 the JKM is Rp10 million only.',
    {
      membership: [
        't.membership',
        `NEVER_PAID, RUNNING, LAPSED (lebih dari 3 bulan menunggak); ${few}. | Membership; null: too few persons.`,
      ],
      paid_run: [
        't.paid_run',
        `Bulan berturut-turut terbayar: 0, 1-2, 3-11, 12+; ${few}. | Consecutive paid months; null: too few persons.`,
      ],
    },
  ),
  counted(
    'arrears',
    'Tunggakan menurut bulan terpanjang yang belum dibayar. | Arrears by the longest run of unpaid months.',
    {
      age: [
        `coalesce(a.age, 'NONE')`,
        'NONE, ONE_MONTH, TWO_MONTHS, THREE_MONTHS, MORE_THAN_THREE_MONTHS. | Age.',
      ],
    },
    {
      joined:
        'left join app.group_arrears(app.today()) a on a.group_id = t.group_id and a.program_id is not distinct from t.program_id',
      sums: {
        person_months: [
          'sum(g.persons * coalesce(a.months, 0))::bigint',
          'Bulan-orang menunggak. | Person-months in arrears.',
        ],
        rupiah: ['sum(g.persons * coalesce(a.rupiah, 0))', 'Tunggakan, rupiah. | Arrears, rupiah.'],
      },
    },
  ),
  counted(
    'double_funding',
    'Pembiayaan ganda menurut program yang meminta. | Double funding, by the program that asked for the month.',
    {
      kind: [
        't.overlap',
        `NONE, REFUSED (dicegah), PAID_TWICE (terbayar dua kali); ${few}. | Kind; null: too few persons.`,
      ],
    },
    {
      sums: {
        person_months: [
          'sum(g.persons * t.overlap_months)::bigint',
          `Bulan-orang yang tumpang tindih; ${few}. | Overlapping person-months; null: too few persons.`,
        ],
        rupiah: [
          'sum(g.persons * t.overlap_rupiah)',
          `Rupiah dicegah atau terbayar ganda; ${few}. | Rupiah saved, or paid twice; null: too few persons.`,
        ],
      },
    },
  ),
  counted(
    'deaths',
    'Peserta meninggal dan iuran setelahnya. | Deceased members, and months paid after their death.',
    {
      life: ['t.life', `ALIVE, DEAD_ENDED, DEAD_STILL_ENROLLED; ${few}. | Life; null: too few persons.`],
      paid_after_death: [
        't.paid_after_death',
        `YES, NO: ada bulan setelah meninggal; ${few}. | Whether a later month is covered; null: too few persons.`,
      ],
    },
  ),
  {
    name: 'program_months',
    about:
      'Bulan terlindungi per program, kelompok paling sedikit lima orang. | Protected months of programs, groups of at least five persons.',
    columns: {
      ...monthKeys,
      month: [month, 'Hari pertama bulan. | First day of the month.'],
      funding_source: ['t.funding_source', 'Sumber dana. | Funding source.'],
      payment_state: [
        `case when t.is_paid then 'PAID' when t.office_id is not null then 'BILLED' else 'NOT_BILLED' end`,
        'PAID, BILLED, NOT_BILLED. | State of payment.',
      ],
      persons: ['sum(g.persons)::bigint', 'Orang terlindungi bulan itu. | Persons covered in the month.'],
      contribution_rupiah: [
        'sum(g.persons * t.monthly_rupiah)',
        'Iuran mereka bulan itu, rupiah. | Their contributions of the month, rupiah.',
      ],
    },
    from: `${monthFrom} cross join lateral unnest(array(select generate_series(t.first_month, t.end_month - 1))) m(month_number)
      where t.level = 5 and ${inScope('t.region_id')} group by 1, 2, 3, 4, 5, 6, 7, 8, 9`,
  },
];
