import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of programs and their money: budgets, months, bills, claims, rates. */
export class AnalyticsMoney1763683245400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rates);
    for (const one of views) await runner.query(viewSql(one));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...views].reverse()) await runner.query(`drop view analytics.${name}`);
    await runner.query('drop function app.analytics_programs()');
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

const rates = `
  create function app.analytics_programs() returns table (id uuid, statutory_rupiah numeric)
    language sql stable security definer set search_path = '' rows 1000 as $$
    select p.id, (
      -- a mixed program at the highest of its rates, as everywhere
      select max(c.jkk_rupiah + c.jkm_rupiah + c.jht_rupiah)
      from (
        select distinct c.is_transport from public.program_category x join public.category c on c.id = x.category_id where x.program_id = p.id
        union select b from (values (true), (false)) v(b) where not exists (select from public.program_category x where x.program_id = p.id)) s
      cross join lateral app.monthly_contributions(p.segment, p.has_jht, s.is_transport,
        coalesce((select l.funding_source from public.budget_line l where l.program_id = p.id and l.fiscal_year = extract(year from t.month)
          order by coalesce(l.revised_rupiah, l.original_rupiah) desc, l.id limit 1), 'APBD_REGENCY'),
        p.wage_base_rupiah, coalesce((app.setting_of(p.region_id)).apbdes_counts_as_apbd, true), t.month, t.month) c)
    from public.program p
    cross join lateral (select least(greatest(date_trunc('month', app.today())::date, p.month_from), p.month_until) as month) t
    where p.region_id in (select app.analytics_regions())
  $$;
  comment on function app.analytics_programs() is 'Contribution of one person and month that the law asks of each program of the login''s regions.';
  revoke execute on function app.analytics_programs() from public;
  grant execute on function app.analytics_programs() to payung_analyst;
`;

const regionOf = (alias: string): View['columns'] => ({
  region_code: [`${alias}.code`, 'Kode wilayah Kemendagri. | Code of the region.'],
  region_name: [`${alias}.display_name`, 'Nama wilayah dengan jenisnya. | Name of the region with its kind.'],
});

const programOf: View['columns'] = {
  program_id: ['p.id', 'Id program. | Id of the program.'],
  program_name: ['p.name', 'Nama program. | Name of the program.'],
  ...regionOf('r'),
};
const programs = 'public.program p join public.region r on r.id = p.region_id';

// a small bill could be had from a large one of the same months by subtraction, a small credit from the months themselves
const billShown = `cross join lateral (select b.heads >= 5
    and not exists (select from public.bill o where o.program_id = b.program_id and o.months && b.months and o.heads < 5)
    and (select count(distinct c.person_id) from public.coverage c where c.bill_id = b.id and c.credit_note_id is not null) not between 1 and 4 as yes) shown`;
const monthsOf = `
    select c.program_id, extract(year from c.month)::integer as fiscal_year, sum(c.person_months)::bigint as person_months,
      sum(c.person_months) filter (where c.labels[2] = 'PAID') as paid_person_months, sum(c.rupiah) as contribution,
      sum(c.rupiah) filter (where c.labels[2] in ('BILLED', 'PAID')) as billed, sum(c.rupiah) filter (where c.labels[2] = 'PAID') as paid,
      bool_or(c.labels[2] is null) as is_partial
    from public.analytics_cell c where c.facet = 'MONTHS' group by 1, 2`;

const views: readonly View[] = [
  {
    name: 'categories',
    about: 'Kategori pekerja. | Worker categories.',
    columns: {
      category_code: ['c.code', 'Kode kategori. | Code of the category.'],
      category_name: ['c.name', 'Nama. | Name in Indonesian.'],
      category_name_en: ['c.name_en', 'Nama dalam bahasa Inggris. | Name in English.'],
      family: ['c.family', 'GOVERNMENT_ECOSYSTEM, VULNERABLE. | Family.'],
      parent_code: ['p.code', 'Kategori di atasnya; kosong: tidak ada. | Category above; null: none.'],
      is_transport: [
        'c.is_transport',
        'Apakah sektor transportasi (PP 50/2025). | Whether of the transport sector.',
      ],
      is_post_holder: ['c.is_post_holder', 'Apakah melekat pada jabatan. | Whether it goes with a post.'],
    },
    from: 'from public.category c left join public.category p on p.id = c.parent_id',
  },
  {
    name: 'tariffs',
    about: 'Iuran menurut peraturan. | Contribution rates as the law has them.',
    columns: {
      tariff_id: ['t.id', 'Id tarif. | Id of the rate.'],
      segment: ['t.segment', 'PU atau BPU. | Segment.'],
      scheme: ['t.scheme', 'JKK, JKM, JHT. | Scheme.'],
      kind: ['t.kind', 'FLAT, PERCENT_OF_WAGE, RELIEF. | Kind; RELIEF lowers the others by its percent.'],
      amount_rupiah: [
        't.amount_rupiah',
        'Rupiah per orang per bulan; kosong: persentase. | Rupiah per person and month; null: a percentage.',
      ],
      percent: ['t.percent', 'Persen; kosong: nilai tetap. | Percent; null: a flat amount.'],
      wage_from_rupiah: ['t.wage_from_rupiah', 'Upah mulai, rupiah. | Wage from, rupiah.'],
      wage_below_rupiah: [
        't.wage_below_rupiah',
        'Upah di bawah, rupiah; kosong: tanpa batas. | Wage below, rupiah; null: no limit.',
      ],
      sector: ['t.sector', 'TRANSPORT atau OTHER; kosong: semua. | Sector; null: all.'],
      excluded_funding: [
        't.excluded_funding',
        'Sumber dana yang tidak mendapatkannya. | Funding sources that do not get it.',
      ],
      valid_from: ['t.valid_from', 'Hari pertama. | First day.'],
      valid_until: ['t.valid_until', 'Hari terakhir; kosong: berlaku terus. | Last day; null: no end.'],
      regulation_id: [
        't.regulation_id',
        'Dasar hukum; kosong: tidak tercatat. | Regulation; null: not recorded.',
      ],
    },
    from: 'from public.tariff t',
  },
  {
    name: 'programs',
    about: 'Program perlindungan pemerintah daerah. | Coverage programs of payer regions.',
    columns: {
      ...programOf,
      agency: ['p.agency', 'Perangkat daerah; kosong: tidak disebut. | Agency; null: not stated.'],
      state: ['p.state', 'DRAFT, APPROVED, CLOSED. | State.'],
      month_from: ['p.month_from', 'Bulan pertama. | First month.'],
      month_until: ['p.month_until', 'Bulan terakhir, termasuk. | Last month, included.'],
      quota: ['p.quota', 'Kuota orang; kosong: tidak ditetapkan. | Quota of persons; null: not fixed.'],
      lowest_decile: ['p.lowest_decile', 'Desil terendah; kosong: semua. | Lowest decile; null: all.'],
      highest_decile: ['p.highest_decile', 'Desil tertinggi; kosong: semua. | Highest decile; null: all.'],
      segment: ['p.segment', 'PU atau BPU. | Segment.'],
      wage_base_rupiah: [
        'p.wage_base_rupiah',
        'Upah dasar, rupiah; kosong: terendah. | Wage base, rupiah; null: the lowest.',
      ],
      has_jht: ['p.has_jht', 'Apakah termasuk JHT. | Whether with JHT.'],
      planned_tariff_rupiah: [
        'p.planned_tariff_rupiah',
        'Iuran rencana per orang per bulan, rupiah; kosong: tidak disebut. | Planned rupiah per person and month; null: not stated.',
      ],
      statutory_tariff_rupiah: [
        'd.statutory_rupiah',
        'Iuran menurut peraturan per orang per bulan, rupiah; kosong: tidak ada tarif. | Rupiah per person and month by law; null: no rate.',
      ],
      closed_on: ['p.closed_on', 'Tanggal ditutup; kosong: belum. | Date of closing; null: not closed.'],
    },
    from: `from ${programs} join app.analytics_programs() d on d.id = p.id where ${inScope('p.region_id')}`,
  },
  {
    name: 'program_categories',
    about: 'Kategori yang dilindungi program. | Categories that a program covers.',
    columns: { ...programOf, category_code: ['c.code', 'Kode kategori. | Code of the category.'] },
    from: `from public.program_category x join ${programs} on p.id = x.program_id join public.category c on c.id = x.category_id where ${inScope('p.region_id')}`,
  },
  {
    name: 'program_mous',
    about: 'Perjanjian di balik program. | Agreements behind programs.',
    columns: { ...programOf, mou_id: ['x.mou_id', 'Id perjanjian. | Id of the agreement.'] },
    from: `from public.program_mou x join ${programs} on p.id = x.program_id where ${inScope('p.region_id')}`,
  },
  {
    name: 'program_legal_bases',
    about: 'Dasar hukum program. | Legal bases of programs.',
    columns: { ...programOf, regulation_id: ['x.regulation_id', 'Id peraturan. | Id of the regulation.'] },
    from: `from public.program_legal_basis x join ${programs} on p.id = x.program_id where ${inScope('p.region_id')}`,
  },
  {
    name: 'budget_lines',
    about:
      'Pagu anggaran program per tahun dan sumber dana. | Budget of programs by fiscal year and funding source.',
    columns: {
      budget_line_id: ['l.id', 'Id baris anggaran. | Id of the line.'],
      ...programOf,
      fiscal_year: ['l.fiscal_year', 'Tahun anggaran. | Fiscal year.'],
      funding_source: [
        'l.funding_source',
        'APBD_REGENCY, APBD_PROVINCE, APBN, APBDES, DBHCHT, CSR, BAZNAS, DONOR, OTHER. | Funding source.',
      ],
      original_rupiah: ['l.original_rupiah', 'Pagu murni, rupiah. | Original ceiling, rupiah.'],
      revised_rupiah: [
        'l.revised_rupiah',
        'Pagu perubahan, rupiah; kosong: tidak berubah. | Revised ceiling, rupiah; null: not revised.',
      ],
      budget_rupiah: [
        'coalesce(l.revised_rupiah, l.original_rupiah)',
        'Pagu yang berlaku, rupiah. | Ceiling that holds, rupiah.',
      ],
      account_code: [
        'l.account_code',
        'Kode rekening; kosong: tidak disebut. | Account code; null: not stated.',
      ],
    },
    from: `from public.budget_line l join ${programs} on p.id = l.program_id where ${inScope('p.region_id')}`,
  },
  {
    name: 'program_months',
    about:
      'Bulan terlindungi per program, kelompok paling sedikit lima orang. | Protected months of programs, groups of at least five persons.',
    columns: {
      ...programOf,
      month: ['c.month', 'Hari pertama bulan. | First day of the month.'],
      funding_source: [
        'c.labels[1]',
        'Sumber dana; kosong: terlalu sedikit orang. | Funding source; null: too few persons.',
      ],
      payment_state: [
        'c.labels[2]',
        'PAID, BILLED, NOT_BILLED; kosong: terlalu sedikit orang. | State of payment; null: too few persons.',
      ],
      category_family: [
        'c.family',
        'Rumpun kategori; kosong: terlalu sedikit orang. | Family of categories; null: too few persons.',
      ],
      category_code: [
        'c.category_code',
        'Kategori; kosong: terlalu sedikit orang. | Category; null: too few persons.',
      ],
      persons: ['c.persons', 'Orang terlindungi bulan itu. | Persons covered in the month.'],
      contribution_rupiah: [
        'c.rupiah',
        'Iuran mereka bulan itu, rupiah. | Their contributions of the month, rupiah.',
      ],
    },
    from: `from public.analytics_cell c join ${programs} on p.id = c.program_id where c.facet = 'MONTHS' and ${inScope('c.region_id')}`,
  },
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
        'coalesce(m.is_partial, false)',
        'Apakah keadaan bayar sebagian orang tidak disebut. | Whether the state of payment of some is not told: billed and paid are then lower bounds.',
      ],
    },
    from: `from (${monthsOf}) m
      full join (select b.program_id, b.fiscal_year, sum(coalesce(b.revised_rupiah, b.original_rupiah)) as budget from public.budget_line b group by 1, 2) l
        on l.program_id = m.program_id and l.fiscal_year = m.fiscal_year
      join public.program p on p.id = coalesce(m.program_id, l.program_id) join public.region r on r.id = p.region_id
      where ${inScope('p.region_id')}`,
  },
  {
    name: 'bills',
    about: 'Tagihan iuran program. | Contribution bills of programs.',
    columns: {
      bill_id: ['b.id', 'Id tagihan. | Id of the bill.'],
      ...programOf,
      office_id: ['b.office_id', 'Kantor BPJS Ketenagakerjaan. | Office.'],
      month_from: ['lower(b.months)', 'Bulan pertama. | First month.'],
      month_until: [
        `(upper(b.months) - interval '1 month')::date`,
        'Bulan terakhir, termasuk. | Last month, included.',
      ],
      state: ['b.state', 'ISSUED, PAID, CANCELLED. | State.'],
      heads: [
        'case when shown.yes then b.heads end',
        'Orang; kosong: terlalu sedikit. | Persons; null: too few.',
      ],
      person_months: [
        'case when shown.yes then b.person_months end',
        'Bulan-orang; kosong: terlalu sedikit. | Person-months; null: too few.',
      ],
      jkk_rupiah: [
        'case when shown.yes then b.jkk_rupiah end',
        'JKK, rupiah; kosong: terlalu sedikit orang. | JKK, rupiah; null: too few persons.',
      ],
      jkm_rupiah: [
        'case when shown.yes then b.jkm_rupiah end',
        'JKM, rupiah; kosong: terlalu sedikit orang. | JKM, rupiah; null: too few persons.',
      ],
      jht_rupiah: [
        'case when shown.yes then b.jht_rupiah end',
        'JHT, rupiah; kosong: terlalu sedikit orang. | JHT, rupiah; null: too few persons.',
      ],
      total_rupiah: [
        'case when shown.yes then b.total_rupiah end',
        'Jumlah, rupiah; kosong: terlalu sedikit orang. | Total, rupiah; null: too few persons.',
      ],
      issued_on: ['b.issued_on', 'Tanggal terbit. | Date of issue.'],
      due_on: ['b.due_on', 'Jatuh tempo. | Due date.'],
      paid_on: ['b.paid_on', 'Tanggal dibayar; kosong: belum. | Date of payment; null: not paid.'],
      is_suppressed: [
        'not shown.yes',
        'Apakah angkanya disembunyikan. | Whether its figures are suppressed.',
      ],
    },
    from: `from public.bill b join ${programs} on p.id = b.program_id ${billShown} where ${inScope('b.region_id')}`,
  },
  {
    name: 'claims',
    about: 'Manfaat yang dibayarkan, hanya jumlah. | Benefits paid out, counts and sums only.',
    columns: {
      claim_id: ['c.id', 'Id catatan. | Id of the record.'],
      ...regionOf('r'),
      program_id: ['c.program_id', 'Program; kosong: seluruh wilayah. | Program; null: the whole region.'],
      kind: ['c.kind', 'JKK, JKM, SCHOLARSHIP. | Kind.'],
      month: ['c.month', 'Hari pertama bulan. | First day of the month.'],
      cases: [
        'case when c.cases >= 5 then c.cases end',
        'Kasus; kosong: kurang dari lima. | Cases; null: fewer than five.',
      ],
      paid_rupiah: [
        'case when c.cases >= 5 then c.paid_rupiah end',
        'Dibayarkan, rupiah; kosong: kurang dari lima kasus. | Paid, rupiah; null: fewer than five cases.',
      ],
      is_suppressed: ['c.cases < 5', 'Apakah angkanya disembunyikan. | Whether its figures are suppressed.'],
    },
    from: `from public.claim c join public.region r on r.id = c.region_id where ${inScope('c.region_id')}`,
  },
];
