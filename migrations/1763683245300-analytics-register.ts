import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the register: regions, offices, law, agreements. They tell facts of governments, never of a person. */
export class AnalyticsRegister1763683245300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema analytics;
      comment on schema analytics is 'Pandangan untuk analis, tanpa data pribadi. | Views for analysts, without personal data.';
      revoke all on schema analytics from public;
      grant usage on schema analytics to payung_analyst;
    `);
    await runner.query(derived);
    for (const one of views) await runner.query(viewSql(one));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...views].reverse()) await runner.query(`drop view analytics.${name}`);
    await runner.query('drop schema analytics');
    await runner.query('drop function app.analytics_mous(); drop function app.analytics_regulations();');
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

// what follows from the facts is reckoned by the functions that the other doors use, for whoever's login it is
const derived = `
  create function app.analytics_mous()
    returns table (id uuid, ends_on date, phase text, missing text[], concerns text[], has_successor boolean)
    language sql stable security definer set search_path = '' rows 1000 as $$
    select m.id, app.mou_ends_on(m), app.mou_phase(m), array_remove(app.mou_missing(m), 'DOCUMENT'), app.mou_concerns(m),
      exists (select from public.mou s where s.predecessor_id = m.id and s.state = 'SIGNED')
    from public.mou m
    where m.state in ('SIGNED', 'TERMINATED') or m.region_id in (select app.analytics_regions())
  $$;
  comment on function app.analytics_mous() is 'What follows from the facts of each agreement that the login may read.';
  create function app.analytics_regulations() returns table (id uuid, phase text)
    language sql stable security definer set search_path = '' rows 1000 as $$
    select r.id, app.regulation_phase(r, app.today()) from public.regulation r
    where r.state <> 'DRAFT' or r.region_id in (select app.analytics_regions())
  $$;
  comment on function app.analytics_regulations() is 'Where each regulation that the login may read stands today.';
  revoke execute on function app.analytics_mous(), app.analytics_regulations() from public;
  grant execute on function app.analytics_mous(), app.analytics_regulations() to payung_analyst;
`;

const regionOf = (alias: string): View['columns'] => ({
  region_code: [`${alias}.code`, 'Kode wilayah Kemendagri. | Code of the region.'],
  region_name: [`${alias}.display_name`, 'Nama wilayah dengan jenisnya. | Name of the region with its kind.'],
});

const views: readonly View[] = [
  {
    name: 'regions',
    about:
      'Wilayah Indonesia sampai desa/kelurahan. | Regions of Indonesia down to villages. Source: idn-area-data (ODbL).',
    columns: {
      region_code: [
        'r.code',
        'Kode wilayah Kemendagri, misalnya 36.72. | Code of the region, for instance 36.72.',
      ],
      region_name: ['r.display_name', 'Nama dengan jenisnya. | Name with its kind.'],
      level: ['r.level', 'PROVINCE, REGENCY, CITY, DISTRICT, WARD, VILLAGE. | Level.'],
      parent_code: [
        'p.code',
        'Kode wilayah di atasnya; kosong: provinsi. | Code of the region above; null: a province.',
      ],
      province_code: ['left(r.code, 2)', 'Kode provinsi. | Code of the province.'],
      province_name: ['v.display_name', 'Nama provinsi. | Name of the province.'],
      is_in_scope: [inScope('r.id'), 'Apakah angkanya boleh Anda lihat. | Whether you may see its figures.'],
      ended_on: [
        'r.ended_on',
        'Hari terakhir wilayah ini ada; kosong: masih ada. | Last day of the region; null: it exists.',
      ],
    },
    from: 'from public.region r left join public.region p on p.id = r.parent_id join public.region v on v.code = left(r.code, 2)',
  },
  {
    name: 'offices',
    about: 'Kantor BPJS Ketenagakerjaan. | Offices of BPJS Ketenagakerjaan.',
    columns: {
      office_id: ['o.id', 'Id kantor. | Id of the office.'],
      office_name: ['o.display_name', 'Nama kantor. | Name of the office.'],
      level: ['o.level', 'HEAD_OFFICE, KANWIL, KC, KCP. | Level.'],
      office_code: ['o.code', 'Kode kantor; kosong: tidak diketahui. | Code; null: not known.'],
      parent_office_id: [
        'o.parent_id',
        'Kantor di atasnya; kosong: kantor pusat. | Office above; null: the head office.',
      ],
      ...regionOf('r'),
      opened_from: ['o.opened_from', 'Hari pertama; kosong: tidak diketahui. | First day; null: not known.'],
      closed_until: ['o.closed_until', 'Hari terakhir; kosong: masih buka. | Last day; null: it is open.'],
    },
    from: 'from public.office o left join public.region r on r.id = o.region_id',
  },
  {
    name: 'office_service_areas',
    about:
      'Wilayah layanan kantor dengan masa berlakunya. | Regions that an office serves, with their validity.',
    columns: {
      office_id: ['o.id', 'Id kantor. | Id of the office.'],
      office_name: ['o.display_name', 'Nama kantor. | Name of the office.'],
      ...regionOf('r'),
      valid_from: ['a.valid_from', 'Hari pertama; kosong: tidak diketahui. | First day; null: not known.'],
      valid_until: [
        'a.valid_until',
        'Hari terakhir; kosong: masih dilayani. | Last day; null: still served.',
      ],
    },
    from: `from public.office_service_area a join public.office o on o.id = a.office_id join public.region r on r.id = a.region_id`,
  },
  {
    name: 'regulations',
    about: 'Peraturan pusat dan daerah. | National and regional regulations.',
    columns: {
      regulation_id: ['g.id', 'Id peraturan. | Id of the regulation.'],
      kind: [
        'g.kind',
        'Jenis: UU, PP, PERPRES, INPRES, PERMEN, PERBAN, PERDIR, SE, PERDA, PERGUB, PERBUP, PERWAL, KEPGUB, KEPBUP, KEPWAL. | Kind.',
      ],
      ...regionOf('r'),
      number: ['g.number', 'Nomor; kosong: tidak diketahui. | Number; null: not known.'],
      year: ['g.year', 'Tahun; kosong: tidak diketahui. | Year; null: not known.'],
      title: ['g.display_title', 'Judul lengkap. | Full title.'],
      state: ['g.state', 'DRAFT, ENACTED, REVOKED. | State.'],
      phase: [
        'd.phase',
        'Keadaan hari ini: DRAFT, NOT_YET_IN_FORCE, IN_FORCE, EXPIRED, REVOKED. | Where it stands today.',
      ],
      enacted_on: [
        'g.enacted_on',
        'Tanggal ditetapkan; kosong: tidak diketahui. | Date of enactment; null: not known.',
      ],
      in_force_from: [
        'g.in_force_from',
        'Hari pertama berlaku; kosong: tidak diketahui. | First day in force; null: not known.',
      ],
      effective_until: [
        'g.effective_until',
        'Hari terakhir berlaku; kosong: tidak dibatasi. | Last day; null: no end.',
      ],
      revoked_on: [
        'g.revoked_on',
        'Tanggal dicabut; kosong: tidak dicabut. | Date of revocation; null: not revoked.',
      ],
    },
    from: `from public.regulation g join app.analytics_regulations() d on d.id = g.id left join public.region r on r.id = g.region_id`,
  },
  {
    name: 'regulation_relations',
    about: 'Hubungan antarperaturan. | How regulations relate.',
    columns: {
      regulation_id: ['l.regulation_id', 'Peraturan yang menyebut. | Regulation that says so.'],
      kind: ['l.kind', 'AMENDS, REVOKES, IMPLEMENTS, BASED_ON, REFERS_TO. | Kind of the relation.'],
      target_id: ['l.target_id', 'Peraturan yang disebut. | Regulation that it is about.'],
    },
    from: `from public.regulation_relation l
      join app.analytics_regulations() f on f.id = l.regulation_id join app.analytics_regulations() t on t.id = l.target_id`,
  },
  {
    name: 'mous',
    about:
      'Perjanjian dengan BPJS Ketenagakerjaan: payung, PKS, adendum. | Agreements: umbrella, PKS, addendum.',
    columns: {
      mou_id: ['m.id', 'Id perjanjian. | Id of the agreement.'],
      kind: ['m.kind', 'UMBRELLA, PKS, ADDENDUM. | Kind.'],
      title: ['m.title_as_written', 'Judul seperti tertulis. | Title as written.'],
      ...regionOf('r'),
      parent_id: [
        'm.parent_id',
        'Perjanjian induk; kosong: tidak ada atau tidak diketahui. | Agreement above; null: none or not known.',
      ],
      predecessor_id: [
        'm.predecessor_id',
        'Perjanjian yang digantikan; kosong: tidak ada. | Agreement that it follows; null: none.',
      ],
      state: ['m.state', 'DRAFT, LEGAL_REVIEW, SIGNED, TERMINATED. | State.'],
      phase: [
        'd.phase',
        'Hari ini: UPCOMING, ACTIVE, EXPIRING (90 hari), EXPIRED, RENEWED, UNDATED; kosong: konsep atau diakhiri. | Today; null: a draft, or terminated.',
      ],
      signed_on: [
        'm.signed_on',
        'Tanggal ditandatangani; kosong: tidak diketahui. | Date of signing; null: not known.',
      ],
      effective_from: [
        'm.effective_from',
        'Hari pertama; kosong: tidak diketahui. | First day; null: not known.',
      ],
      ends_on: [
        'd.ends_on',
        'Hari terakhir menurut adendum terakhir; kosong: tidak diketahui. | Last day as the latest addendum has it; null: not known.',
      ],
      has_successor: ['d.has_successor', 'Apakah sudah ada penggantinya. | Whether a signed one follows it.'],
      is_auto_renewed: [
        'm.is_auto_renewed',
        'Apakah diperpanjang otomatis; kosong: tidak diketahui. | Whether it renews itself; null: not known.',
      ],
      notice_days: [
        'm.notice_days',
        'Hari pemberitahuan sebelum berakhir; kosong: tidak diketahui. | Days of notice; null: not known.',
      ],
      segments: ['m.segments', 'Segmen: PU, BPU, CONSTRUCTION, MIGRANT. | Segments.'],
      planned_beneficiaries: [
        'm.planned_beneficiaries',
        'Sasaran orang; kosong: tidak disebut. | Planned persons; null: not stated.',
      ],
      terminated_on: [
        'm.terminated_on',
        'Tanggal diakhiri; kosong: tidak. | Date of termination; null: not terminated.',
      ],
      missing: [
        'd.missing',
        'Fakta yang belum diketahui: PARTY, NUMBER, SIGNATORY, SIGNED_ON, EFFECTIVE_FROM, EFFECTIVE_UNTIL, LEGAL_BASIS, PARENT. | Facts that nobody knows yet.',
      ],
      concerns: [
        'd.concerns',
        'Hal yang perlu dilihat, misalnya OFFICE_NO_LONGER_SERVES. | What needs a look.',
      ],
    },
    from: 'from public.mou m join app.analytics_mous() d on d.id = m.id join public.region r on r.id = m.region_id',
  },
  {
    name: 'mou_parties',
    about:
      'Para pihak perjanjian, tanpa nama penanda tangan. | Parties of agreements, without names of signatories.',
    columns: {
      mou_id: ['p.mou_id', 'Id perjanjian. | Id of the agreement.'],
      position: ['p.position', 'Urutan, mulai 1. | Position, from 1.'],
      kind: ['p.kind', 'REGION_GOVERNMENT, AGENCY, OFFICE, OTHER. | Kind.'],
      ...regionOf('r'),
      organisation: [
        'coalesce(p.agency, o.display_name, p.other_name, r.display_name)',
        'Nama lembaga. | Name of the organisation.',
      ],
      office_id: [
        'p.office_id',
        'Kantor BPJS Ketenagakerjaan; kosong: pihak lain. | Office; null: another party.',
      ],
      number: [
        'p.number',
        'Nomor dari pihak ini; kosong: tidak diketahui. | Number that this party gave; null: not known.',
      ],
      signatory_post: [
        'f.post',
        'Jabatan penanda tangan; kosong: tidak diketahui. | Post of the signatory; null: not known.',
      ],
      is_signatory_acting: [
        'f.is_acting',
        'Apakah penjabat sementara; kosong: tidak diketahui. | Whether acting; null: not known.',
      ],
      is_signatory_in_post: [
        `case when f.term_until < app.today() then false when f.term_from is not null then true end`,
        'Apakah masih menjabat; kosong: masa jabatan tidak diketahui. | Whether still in post; null: term not known.',
      ],
    },
    from: `from public.mou_party p join app.analytics_mous() d on d.id = p.mou_id
      left join public.region r on r.id = p.region_id left join public.office o on o.id = p.office_id left join public.official f on f.id = p.signatory_id`,
  },
  {
    name: 'mou_legal_bases',
    about: 'Dasar hukum perjanjian. | Legal bases of agreements.',
    columns: {
      mou_id: ['b.mou_id', 'Id perjanjian. | Id of the agreement.'],
      regulation_id: ['b.regulation_id', 'Id peraturan. | Id of the regulation.'],
    },
    from: `from public.mou_legal_basis b join app.analytics_mous() d on d.id = b.mou_id join app.analytics_regulations() g on g.id = b.regulation_id`,
  },
  {
    name: 'awards',
    about:
      'Penghargaan kepada pemerintah daerah, tanpa nama orang. | Awards to regional governments, without names of persons.',
    columns: {
      award_id: ['a.id', 'Id penghargaan. | Id of the award.'],
      award_name: ['a.name', 'Nama penghargaan. | Name of the award.'],
      edition_year: ['a.edition_year', 'Tahun edisi. | Year of the edition.'],
      level: ['a.level', 'PROVINCE, NATIONAL. | Level.'],
      category: ['a.category', 'Kategori; kosong: tidak disebut. | Category; null: not stated.'],
      rank: [
        'a.rank',
        'Peringkat, 1 tertinggi; kosong: tidak disebut. | Rank, 1 is first; null: not stated.',
      ],
      ...regionOf('r'),
      ceremony_on: [
        'a.ceremony_on',
        'Tanggal acara; kosong: tidak diketahui. | Date of the ceremony; null: not known.',
      ],
    },
    from: 'from public.award a join public.region r on r.id = a.region_id',
  },
  {
    name: 'observations',
    about:
      'Angka yang dilaporkan (BPS, BPJS Ketenagakerjaan, pers), di samping angka sistem. | Reported figures, beside those of the system.',
    columns: {
      observation_id: ['o.id', 'Id angka. | Id of the figure.'],
      indicator: ['i.code', 'Kode indikator. | Code of the indicator.'],
      indicator_name: ['i.name', 'Nama indikator. | Name of the indicator in Indonesian.'],
      unit: ['i.unit', 'PERSON, PERCENT, RUPIAH, MONTH, FAMILY, CASE. | Unit.'],
      ...regionOf('r'),
      value: ['o.value', 'Nilai dalam satuannya. | Value in its unit.'],
      as_of: ['o.as_of', 'Tanggal nilai; kosong: tidak disebut. | Day of the value; null: not stated.'],
      period: [
        'o.period',
        'Masa seperti tertulis; kosong: tidak disebut. | Period as written; null: not stated.',
      ],
      label: ['o.label', 'Bunyi angka di sumbernya. | What the source calls it.'],
      denominator_kind: [
        'o.denominator_kind',
        'Penyebut cakupan: POPULATION, LABOUR_FORCE, WORKERS; kosong: bukan cakupan. | Denominator of a coverage; null: none.',
      ],
    },
    from: `from public.observation o join public.indicator i on i.id = o.indicator_id left join public.region r on r.id = o.region_id
      where app.analytics_staff() is not null`,
  },
];
