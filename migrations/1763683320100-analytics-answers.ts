import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views for questions that the others leave open: who says so, who came and went, where people live, and what goes together. */
export class AnalyticsAnswers1763683320100 implements MigrationInterface {
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
const isStaff = 'app.analytics_staff() is not null';
const few = 'kosong: terlalu sedikit orang';

const regionOf: View['columns'] = {
  region_code: ['r.code', 'Kode wilayah Kemendagri. | Code of the region.'],
  region_name: ['r.display_name', 'Nama wilayah dengan jenisnya. | Name of the region with its kind.'],
};
const payerOf: View['columns'] = {
  region_code: ['r.code', 'Kode wilayah pembayar. | Code of the region that pays.'],
  region_name: ['r.display_name', 'Wilayah pembayar dengan jenisnya. | Region that pays, with its kind.'],
  program_id: ['p.id', 'Id program. | Id of the program.'],
  program_name: ['p.name', 'Nama program. | Name of the program.'],
};

const groupOf: View['columns'] = {
  ...regionOf,
  program_id: ['p.id', `Id program; ${few}. | Id of the program; null: too few persons.`],
  program_name: ['p.name', `Nama program; ${few}. | Name of the program; null: too few persons.`],
  category_family: [
    'c.family',
    `GOVERNMENT_ECOSYSTEM, VULNERABLE; ${few}. | Family of categories; null: too few persons.`,
  ],
  category_code: ['c.code', `Kode kategori; ${few}. | Code of the category; null: too few persons.`],
};

/** Everything that a group says of its people; every sum over rows is one over whole groups. */
const traits: View['columns'] = {
  status: ['t.status', 'WAITING, ACTIVE, ENDED. | Status.'],
  state: ['t.state', 'PROPOSED, VERIFIED, APPROVED, SUBMITTED, ACTIVE, ENDED, REJECTED. | State.'],
  end_reason: ['t.end_reason', 'Sebab berakhir, NONE bila belum. | Reason of the end, NONE before it.'],
  is_replaced: [
    't.is_replaced',
    'Digantikan orang lain: YES, NO, NOT_ENDED. | Whether another took the place.',
  ],
  decree: ['t.decree', 'SK penetapan, NONE bila tanpa SK. | Decree, NONE without one.'],
  life: ['t.life', 'ALIVE, DEAD_ENDED, DEAD_STILL_ENROLLED. | Life.'],
  paid_after_death: [
    't.paid_after_death',
    'YES, NO: ada bulan setelah meninggal. | Whether a month after the death is covered.',
  ],
  overlap: [
    't.overlap',
    'Pembiayaan ganda: NONE, REFUSED (dicegah), PAID_TWICE (terbayar dua kali). | Double funding.',
  ],
  membership: [
    't.membership',
    'NEVER_PAID, RUNNING, LAPSED (lebih dari 3 bulan menunggak). | Membership; LAPSED: more than three months unpaid.',
  ],
  paid_run: ['t.paid_run', 'Bulan berturut-turut terbayar: 0, 1-2, 3-11, 12+. | Consecutive paid months.'],
  nik_origin: ['t.nik_origin', 'HERE, ELSEWHERE: awalan NIK dan wilayah. | Whether NIK and region agree.'],
  dukcapil: ['t.dukcapil', 'PASSED, FAILED, NEEDS_REVIEW, NOT_CHECKED. | Latest check by Dukcapil.'],
  kpj: ['t.kpj', 'KNOWN, MISSING. | Whether the KPJ is known.'],
  sex: ['t.sex', 'FEMALE, MALE, UNKNOWN. | Sex.'],
  age_band: ['t.age_band', 'Umur: 0-19, 20-29, 30-39, 40-49, 50-59, 60-64, 65+, UNKNOWN. | Age.'],
  decile_band: [
    `case when t.decile = 0 then 'UNKNOWN' when t.decile <= 2 then '1-2' when t.decile <= 4 then '3-4' when t.decile is not null then '5-10' end`,
    'Desil: 1-2, 3-4, 5-10, UNKNOWN. | Decile.',
  ],
};

/** The cited records, by kind; an analyst sees a citation where the record itself may be seen. */
const cited: Readonly<Record<string, string>> = {
  region: 'select x.id, x.display_name as name, x.id as region_id from public.region x',
  office: 'select x.id, x.display_name, x.region_id from public.office x',
  regulation: `select x.id, x.display_title, x.region_id from public.regulation x join app.analytics_regulations() d on d.id = x.id`,
  mou: `select x.id, x.title_as_written, x.region_id from public.mou x join app.analytics_mous() d on d.id = x.id`,
  category: 'select x.id, x.name, null::uuid from public.category x',
  observation: `select x.id, x.label, x.region_id from public.observation x where ${isStaff}`,
  award: 'select x.id, x.name, x.region_id from public.award x',
  tariff: `select x.id, concat_ws(' ', x.segment, x.scheme, x.kind), null::uuid from public.tariff x`,
  program: `select x.id, x.name, x.region_id from public.program x where ${inScope('x.region_id')}`,
};
const citations = Object.entries(cited).map(
  ([concept, records]) => `
    select c.source_id, c.concept, c.record_id, c.field, x.name, x.region_id
    from public.citation c join (${records}) x(id, name, region_id) on x.id = c.record_id where c.concept = '${concept}'`,
);

const month = 'make_date(m.month_number / 12, m.month_number % 12 + 1, 1)';
const tens: View['columns'] = {
  month: [month, 'Hari pertama bulan. | First day of the month.'],
  persons: [
    't.persons',
    'Orang terlindungi bulan itu, dibulatkan ke bawah ke kelipatan sepuluh; berubah hanya bila selisihnya lima orang atau lebih. | Persons covered in the month, rounded down to a multiple of ten; changes only where five people or more make the difference.',
  ],
};
// from an array a run is planned as ten months; a series would be planned as a thousand, and refused as too costly
const areas = `from public.statistics_area t join public.program p on p.id = t.program_id join public.region r on r.id = p.region_id
  join public.region a on a.id = t.area_id`;
const areaMonths = `cross join lateral unnest(array(select generate_series(t.first_month, t.end_month - 1))) m(month_number)`;

/** Spans of months without a gap, by group: each begins with people who come and ends with people who go. */
const moves = `from (
    select t.region_id, t.program_id, t.category_id, x.end_reason, g.persons, range_agg(int4range(t.first_month, t.end_month)) as months
    from public.statistics_group_run t join public.statistics_group g on g.id = t.group_id
    left join public.statistics_group_trait x on x.group_id = t.group_id and x.program_id is not distinct from t.program_id
    where t.level = 5 and ${inScope('t.region_id')} group by t.region_id, t.program_id, t.category_id, x.end_reason, g.id) t
  cross join lateral unnest(t.months) s
  cross join lateral (values
    (lower(s), case when lower(s) = lower(t.months) then 'ENTERED' else 'RETURNED' end), (upper(s), 'LEFT')) m(month_number, move)
  join public.region r on r.id = t.region_id
  left join public.program p on p.id = t.program_id left join public.category c on c.id = t.category_id
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9`;

const views: readonly View[] = [
  {
    name: 'sources',
    about: 'Sumber: berita, siaran pers, dokumen. | Sources: articles, press releases, documents.',
    columns: {
      source_id: ['s.id', 'Id sumber. | Id of the source.'],
      publisher: ['s.publisher', 'Penerbit. | Publisher.'],
      title: ['s.title', 'Judul; kosong: tidak tercatat. | Title; null: not recorded.'],
      published_on: ['s.published_on', 'Tanggal terbit; kosong: tidak diketahui. | Date; null: not known.'],
      url: ['s.url', 'Alamat; kosong: tidak ada. | Address; null: none.'],
      accessed_on: ['s.accessed_on', 'Dibaca pada; kosong: tidak tercatat. | Read on; null: not recorded.'],
    },
    from: `from public.source s where ${isStaff}`,
  },
  {
    name: 'citations',
    about:
      'Data mana bersandar pada sumber mana; record_id adalah mou_id, regulation_id, observation_id, dan seterusnya. | Which record stands on which source; record_id is mou_id, regulation_id, observation_id and so on.',
    columns: {
      source_id: ['x.source_id', 'Id sumber. | Id of the source.'],
      concept: ['x.concept', `Jenis data: ${Object.keys(cited).join(', ')}. | Kind of the record.`],
      record_id: ['x.record_id', 'Id data. | Id of the record.'],
      record_name: [
        'x.name',
        'Judul atau nama data; angka: bunyinya di sumber. | Title or name of the record; of a figure what the source says.',
      ],
      region_code: [
        'r.code',
        'Kode wilayahnya; kosong: nasional, atau tanpa wilayah. | Its region; null: national, or of no region.',
      ],
      region_name: [
        'r.display_name',
        'Nama wilayahnya; kosong: sama. | Name of its region; null: as before.',
      ],
      field: [
        'x.field',
        'Bagian data yang disebut sumber itu, misalnya signing; kosong: seluruhnya. | Field that was read there; null: the whole record.',
      ],
    },
    from: `from (${citations.join(' union all ')}) x left join public.region r on r.id = x.region_id`,
  },
  {
    name: 'people_groups',
    about:
      'Semua yang diceritakan tentang orang, dalam satu tampilan, untuk pertanyaan yang menggabungkannya; kolom kosong: terlalu sedikit orang. | All that is told of people in one view, for questions that combine it; null in any column: too few persons.',
    columns: {
      ...groupOf,
      ...traits,
      persons: [
        'sum(g.persons)::integer',
        'Orang dalam kelompok, paling sedikit 5. | Persons in the group, at least 5.',
      ],
    },
    from: `from public.statistics_group_trait t join public.statistics_group g on g.id = t.group_id join public.region r on r.id = t.region_id
      left join public.program p on p.id = t.program_id left join public.category c on c.id = t.category_id
      where ${inScope('t.region_id')} group by ${[...Object.keys(groupOf), ...Object.keys(traits)].map((_, index) => index + 1).join(', ')}`,
  },
  {
    name: 'program_moves',
    about:
      'Orang yang masuk, kembali, dan keluar dari perlindungan program, menurut bulan. | People who come under the cover of programs, come back, and leave, by month.',
    columns: {
      ...groupOf,
      month: [
        month,
        'Bulan terlindungi pertama; LEFT: bulan pertama tanpa perlindungan. | First month with cover; LEFT: first month without.',
      ],
      move: [
        'm.move',
        'ENTERED (pertama kali), RETURNED (setelah terputus), LEFT (tidak lagi). | Kind of the move.',
      ],
      end_reason: [
        `case when m.move = 'LEFT' then t.end_reason end`,
        `Sebab berakhirnya kepesertaan orang yang keluar, NONE bila belum berakhir; ${few}, atau bukan LEFT. | Reason why the enrollment of those who left ended, NONE where it did not; null: too few persons, or not LEFT.`,
      ],
      persons: ['sum(t.persons)::bigint', 'Orang, paling sedikit 5. | Persons, at least 5.'],
    },
    from: moves,
  },
  {
    name: 'district_months',
    about:
      'Orang terlindungi menurut kecamatan alamatnya, program, dan bulan, dalam kelipatan sepuluh; yang kurang dari sepuluh atau tanpa alamat tidak ada barisnya. | People covered by district of their address, program and month, in whole tens; fewer than ten, or no address: no row.',
    columns: {
      ...payerOf,
      district_code: ['a.code', 'Kode kecamatan alamat. | Code of the district of the address.'],
      district_name: ['a.display_name', 'Nama kecamatan. | Name of the district.'],
      ...tens,
    },
    from: `${areas} ${areaMonths} where t.persons > 0 and a.level = 'DISTRICT' and ${inScope('p.region_id')}`,
  },
  {
    name: 'village_months',
    about:
      'Orang terlindungi menurut desa/kelurahan alamatnya, program, dan bulan, dalam kelipatan sepuluh; yang kurang dari sepuluh tidak ada barisnya. | People covered by ward or village of their address, program and month, in whole tens; fewer than ten: no row.',
    columns: {
      ...payerOf,
      district_code: ['d.code', 'Kode kecamatan. | Code of the district.'],
      district_name: ['d.display_name', 'Nama kecamatan. | Name of the district.'],
      village_code: ['a.code', 'Kode desa/kelurahan alamat. | Code of the ward or village of the address.'],
      village_name: ['a.display_name', 'Nama desa/kelurahan. | Name of the ward or village.'],
      ...tens,
    },
    from: `${areas} join public.region d on d.id = a.parent_id ${areaMonths} where t.persons > 0 and a.level in ('WARD', 'VILLAGE') and ${inScope('p.region_id')}`,
  },
];
