import type pg from 'pg';

/** How many rows of each kind are made up. */
export interface Amounts {
  readonly offices: number;
  readonly regulations: number;
  readonly mous: number;
  readonly observations: number;
  readonly programs: number;
  readonly beneficiaries: number;
  /** Every so-manieth beneficiary has a second enrollment. */
  readonly secondEnrollmentEvery: number;
  /** Code of the province whose regencies and cities pay; null: all of Indonesia. */
  readonly province: string | null;
}

/** `scale` 1 gives 200,000 beneficiaries with 240,000 enrollments, 5 the 1,000,000 with 1,200,000 of the design. */
export function amountsOf(scale: number): Amounts {
  return {
    offices: 400,
    regulations: 1500,
    mous: 3000,
    observations: 20_000,
    programs: 3000,
    beneficiaries: Math.round(200_000 * scale),
    secondEnrollmentEvery: 5,
    province: null,
  };
}

/**
 * Fills a migrated database that has its regions. Set by set, without triggers: the rows are the same at every run,
 * and nobody needs an audit trail of invented agreements.
 */
export async function writeSyntheticData(client: pg.Client, amounts: Amounts): Promise<void> {
  await client.query('set session_replication_role = replica; set synchronous_commit = off');
  await client.query(helpers(amounts));
  for (const statement of statementsOf(amounts)) await client.query(statement);
  await client.query('reset session_replication_role');
  await client.query('vacuum (analyze)');
}

const helpers = ({ province }: Amounts): string => `
  create function pg_temp.key(kind text, i bigint) returns uuid language sql immutable as $$
    select overlay(overlay(md5(kind || ':' || i) placing '7' from 13) placing '8' from 17)::uuid
  $$;
  create temporary table payer as
    select id, display_name, level, row_number() over (order by code) - 1 as n
    from region where level in ('REGENCY', 'CITY') and code like '${province ?? ''}%';
  create unique index on payer (n);
  analyze payer;
`;

function statementsOf(amounts: Amounts): readonly string[] {
  return [...people(amounts), ...papers(amounts), ...money(amounts)];
}

const payers = '(select count(*) from payer)';

function people({ offices }: Amounts): readonly string[] {
  return [
    `insert into office (id, level, name, parent_id, parent_level, region_id, opened_from)
     select pg_temp.key('office', i), case when i = 0 then 'HEAD_OFFICE' when i < 12 then 'KANWIL' else 'KC' end, 'Contoh ' || i,
       case when i = 0 then null when i < 12 then pg_temp.key('office', 0) else pg_temp.key('office', 1 + i % 11) end,
       case when i = 0 then null when i < 12 then 'HEAD_OFFICE' else 'KANWIL' end, p.id, '2014-01-01'
     from generate_series(0, ${offices - 1}) i join payer p on p.n = i % ${payers}`,
    `insert into office_service_area (id, office_id, region_id, valid_from)
     select pg_temp.key('area', p.n), pg_temp.key('office', 12 + p.n % ${offices - 12}), p.id, '2014-01-01' from payer p`,
    `insert into official (id, name, post, organisation_kind, region_id, term_from, term_until)
     select pg_temp.key('head', p.n), 'Kepala Daerah ' || p.n, case p.level when 'CITY' then 'Wali Kota' else 'Bupati' end,
       'REGION_GOVERNMENT', p.id, '2018-01-01', '2030-01-01' from payer p`,
    `insert into official (id, name, post, organisation_kind, office_id, term_from)
     select pg_temp.key('manager', i), 'Kepala Cabang ' || i, 'Kepala Kantor Cabang', 'OFFICE', pg_temp.key('office', i), '2018-01-01'
     from generate_series(0, ${offices - 1}) i`,
    `insert into category (id, code, name, name_en, family)
     select pg_temp.key('category', i), 'BENCH_' || i, 'Kelompok ' || i, 'Group ' || i, 'VULNERABLE' from generate_series(0, 11) i`,
  ];
}

function papers({ offices, regulations, mous, observations }: Amounts): readonly string[] {
  return [
    `insert into regulation (id, kind, region_id, number, year, title, state, enacted_on, display_title)
     select pg_temp.key('regulation', i), k.kind, k.region_id, i::text, 2015 + i % 10, 'Perlindungan pekerja rentan ' || i, 'ENACTED',
       make_date(2015 + i % 10, 3, 1), app.regulation_title(k.kind, null, k.region, 'ENACTED', i::text, 2015 + i % 10)
     from generate_series(0, ${regulations - 1}) i join payer p on p.n = i % ${payers}
     cross join lateral (select case when i < 60 then 'PP' when p.level = 'CITY' then 'PERWAL' else 'PERBUP' end,
       case when i >= 60 then p.id end, case when i >= 60 then p.display_name end) k(kind, region_id, region)`,
    `insert into mou (id, kind, title_as_written, subject, region_id, state, signed_on, signed_place, effective_from, effective_until, segments)
     select pg_temp.key('mou', i), 'UMBRELLA', 'Nota Kesepakatan "Perlindungan" ' || i, 'Jaminan sosial ketenagakerjaan', p.id,
       case when i % 20 = 0 then 'DRAFT' else 'SIGNED' end, d.day, p.display_name, d.day, d.day + 1095, '{BPU}'
     from generate_series(0, ${mous - 1}) i join payer p on p.n = i % ${payers}
     cross join lateral (select date '2019-01-01' + i * 37 % 2500) d(day)`,
    `insert into mou_party (id, mou_id, position, kind, region_id, agency, office_id, number, signatory_id)
     select pg_temp.key('party' || s, i), pg_temp.key('mou', i), s, (array['REGION_GOVERNMENT', 'OFFICE', 'AGENCY'])[s],
       case when s <> 2 then p.id end, case when s = 3 then 'Dinas Tenaga Kerja' end,
       case when s = 2 then pg_temp.key('office', 12 + p.n % ${offices - 12}) end, '180/' || i || '/' || s,
       case s when 1 then pg_temp.key('head', p.n) when 2 then pg_temp.key('manager', 12 + p.n % ${offices - 12}) end
     from generate_series(0, ${mous - 1}) i join payer p on p.n = i % ${payers} cross join generate_series(1, 3) s
     where s < 3 or i % 2 = 0`,
    `insert into mou_legal_basis (id, mou_id, regulation_id)
     select pg_temp.key('basis' || s, i), pg_temp.key('mou', i),
       pg_temp.key('regulation', case s when 1 then i % 60 else 60 + i % ${regulations - 60} end)
     from generate_series(0, ${mous - 1}) i cross join generate_series(1, 2) s`,
    `insert into source (id, publisher, title, published_on)
     select pg_temp.key('source', i), 'Harian Contoh', 'Berita ' || i, date '2020-01-01' + i from generate_series(0, 299) i`,
    `insert into indicator (id, code, name, name_en, unit, description)
     select pg_temp.key('indicator', i), 'BENCH_' || i, 'Indikator ' || i, 'Indicator ' || i, 'PERSON', 'Contoh' from generate_series(0, 9) i`,
    `insert into observation (id, indicator_id, region_id, value, as_of, label)
     select pg_temp.key('observation', i), pg_temp.key('indicator', i % 10), p.id, i, date '2020-01-01' + i % 2000, 'Angka ' || i
     from generate_series(0, ${observations - 1}) i join payer p on p.n = i % ${payers}`,
    `insert into citation (id, source_id, concept, record_id)
     select pg_temp.key('cited', i), pg_temp.key('source', i % 300), 'observation', pg_temp.key('observation', i)
     from generate_series(0, ${observations - 1}) i
     union all
     select pg_temp.key('citedmou', i), pg_temp.key('source', i % 300), 'mou', pg_temp.key('mou', i) from generate_series(0, ${mous - 1}) i`,
  ];
}

function money({ mous, programs, beneficiaries, secondEnrollmentEvery }: Amounts): readonly string[] {
  return [
    `insert into program (id, region_id, name, state, month_from, month_until, segment, planned_tariff_rupiah)
     select pg_temp.key('program', i), p.id, 'Program ' || i, 'APPROVED', make_date(2020 + i / ${payers}::integer, 1, 1),
       make_date(2020 + i / ${payers}::integer, 12, 1), 'BPU', 16800
     from generate_series(0, ${programs - 1}) i join payer p on p.n = i % ${payers}`,
    `insert into budget_line (id, program_id, fiscal_year, funding_source, original_rupiah)
     select pg_temp.key('line', i), pg_temp.key('program', i), 2020 + i / ${payers}, 'APBD_REGENCY', 1000000::numeric * (100 + i)
     from generate_series(0, ${programs - 1}) i`,
    `insert into program_mou (id, program_id, mou_id)
     select pg_temp.key('programmou', i), pg_temp.key('program', i), pg_temp.key('mou', i % ${mous}) from generate_series(0, ${programs - 1}) i`,
    `insert into program_legal_basis (id, program_id, regulation_id)
     select pg_temp.key('programbasis' || s, i), pg_temp.key('program', i), pg_temp.key('regulation', s * 7 + i % 40)
     from generate_series(0, ${programs - 1}) i cross join generate_series(1, 2) s`,
    `insert into person (id, nik_index)
     select pg_temp.key('person', i), decode('00000001' || md5('nik' || i) || md5('salt' || i), 'hex') from generate_series(0, ${beneficiaries - 1}) i`,
    `insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name, birth_date, sex, category_id)
     select pg_temp.key('beneficiary', i), p.id, pg_temp.key('person', i), decode(md5('nik' || i), 'hex'), 1,
       '36••••••••••' || lpad((i % 10000)::text, 4, '0'),
       (array['Ahmad', 'Siti', 'Budi', 'Dewi', 'Eko', 'Fitri', 'Hasan', 'Indah', 'Joko', 'Lestari'])[1 + i % 10] || ' '
         || (array['Saputra', 'Wulandari', 'Hidayat', 'Nugroho', 'Rahman', 'Siregar', 'Wijaya'])[1 + i % 7] || ' ' || i,
       date '1965-01-01' + i % 14000, case when i % 2 = 0 then 'MALE' else 'FEMALE' end, pg_temp.key('category', i % 12)
     from generate_series(0, ${beneficiaries - 1}) i join payer p on p.n = i % ${payers}`,
    `insert into enrollment (id, program_id, beneficiary_id, person_id, region_id, category_id, state, entered_on)
     select pg_temp.key('enrollment' || s, i), pg_temp.key('program', p.n + ${payers} * ((i / ${payers} + s) % 5)),
       pg_temp.key('beneficiary', i), pg_temp.key('person', i), p.id, pg_temp.key('category', i % 12), 'ACTIVE', '2024-01-15'
     from generate_series(0, ${beneficiaries - 1}) i join payer p on p.n = i % ${payers} cross join generate_series(1, 2) s
     where s = 1 or i % ${secondEnrollmentEvery} = 0`,
  ];
}
