import type { AnalystView } from '../../schema/kernel/analyst-database.js';

export interface HonestQuery {
  readonly sql: string;
  readonly parameters: readonly (string | null)[];
}

/** Questions of people, and what one does first with every view: look at it and count. */
export function honestQueries(views: readonly AnalystView[]): readonly HonestQuery[] {
  const looks = views.flatMap(({ name, columns }) => [
    `select * from analytics.${name} limit 3`,
    `select ${columns[1]?.name ?? '1'}, count(*) from ${name} group by 1 order by 2 desc limit 10`,
  ]);
  return [...questions, ...looks].map((sql) => ({
    sql,
    // the values stand in a comment behind the statement
    parameters: JSON.parse(/-- (\[.*\])$/.exec(sql)?.[1] ?? '[]'),
  }));
}

/** Questions as people ask them (those of coordinators, and others of the same kinds), one statement each. */
const questions: readonly string[] = `
select region_name, title, ends_on, ends_on - current_date as hari from mous where ends_on between current_date and current_date + 90 and not has_successor order by ends_on;
select m.region_name, p.organisation, count(*) from mous m join mou_parties p using (mou_id) where p.kind = 'OFFICE' and m.phase = 'EXPIRING' and not m.has_successor group by 1, 2 order by 3 desc;
select region_name, title, missing from mous where missing && array['NUMBER', 'SIGNATORY', 'EFFECTIVE_UNTIL'] order by cardinality(missing) desc;
select unnest(missing) as fakta, count(*) from analytics.mous group by 1 order by 2 desc;
select title, concerns from mous where 'OFFICE_NO_LONGER_SERVES' = any (concerns);
select m.title, p.signatory_post from mous m join mou_parties p on p.mou_id = m.mou_id where p.is_signatory_in_post is false and m.phase in ('ACTIVE', 'EXPIRING');
select r.region_name, bool_or(g.kind in ('PERDA', 'PERBUP', 'PERWAL') and g.phase = 'IN_FORCE') as punya, string_agg(distinct g.kind, ', ' order by g.kind) as jenis from regions r left join regulations g on g.region_code = r.region_code where r.is_in_scope group by 1 order by 1;
select region_name from readiness where not has_regulation and level <> 'PROVINCE';
select p.program_name, g.title, g.phase from program_legal_bases l join programs p using (program_id) join regulations g using (regulation_id) where g.phase in ('REVOKED', 'EXPIRED');
select region_name, sum(budget_rupiah) as pagu, sum(paid_rupiah) as bayar, round(100 * sum(paid_rupiah) / nullif(sum(budget_rupiah), 0), 1) as persen from program_years where fiscal_year = 2026 group by 1 order by 4 desc nulls last;
select program_name, cost_per_person_month_rupiah, statutory_tariff_rupiah, cost_per_person_month_rupiah - statutory_tariff_rupiah as selisih from program_years join programs using (program_id, program_name) where fiscal_year = 2026;
select c.region_name, k.category_name, c.sex, sum(c.persons) as orang from people_counts c left join categories k using (category_code) where c.status = 'ACTIVE' group by 1, 2, 3 order by 1, 4 desc;
select region_name, sum(persons) filter (where k.is_transport) as transportasi, sum(persons) as semua from people_counts c left join categories k using (category_code) where status = 'ACTIVE' group by 1;
select region_name, sum(persons) filter (where paid_run in ('0', '1-2')) as di_bawah_tiga, sum(persons) as aktif from continuity where status = 'ACTIVE' group by 1;
select kind, sum(persons) as orang, sum(person_months) as bulan_orang, sum(rupiah) as rupiah from double_funding where kind <> 'NONE' group by 1;
select region_name, round(100.0 * sum(persons) filter (where nik_origin = 'ELSEWHERE') / sum(persons), 2) as persen_luar, sum(persons) filter (where nik_origin = 'ELSEWHERE' and dukcapil = 'PASSED') as terverifikasi from enrollment_checks group by 1;
select p.program_name, p.quota, sum(s.persons) filter (where s.state in ('APPROVED', 'SUBMITTED', 'ACTIVE')) as disetujui, sum(s.persons) filter (where s.state = 'ACTIVE') as aktif, p.quota - sum(s.persons) filter (where s.state = 'ACTIVE') as sisa from programs p join enrollment_states s using (program_id) group by 1, 2;
select decree, state, sum(persons) from enrollment_decrees group by 1, 2 order by 1 nulls last, 2;
select region_name, indicator_name, value, unit, denominator_kind, as_of from observations where indicator ilike '%coverage%' or indicator like '%UCJ%' order by region_name, as_of desc nulls last;
with orang as (select region_code, sum(persons) as terlindungi from people_counts where status = 'ACTIVE' group by 1), miskin as (select distinct on (region_code) region_code, region_name, value from observations where indicator like '%POOR%' order by region_code, as_of desc nulls last) select m.region_name, o.terlindungi, m.value, round(1000 * o.terlindungi / nullif(m.value, 0), 1) as per_seribu from miskin m left join orang o using (region_code) order by 4 desc nulls last;
select region_name, life, paid_after_death, sum(persons) from deaths where life <> 'ALIVE' group by 1, 2, 3;
select r.valid_from, r.valid_until, r.percent, r.excluded_funding from tariffs r where r.kind = 'RELIEF' and current_date between r.valid_from and coalesce(r.valid_until, date '2999-12-31');
select p.region_name, sum(c.persons) as bisa_8400 from people_counts c join programs p using (program_id) join categories k using (category_code) where k.is_transport and exists (select 1 from budget_lines b where b.program_id = p.program_id and b.funding_source = 'CSR') group by 1;
select category_code, sum(persons) from enrollment_states where end_reason = 'POST_ENDED' and is_replaced = 'NO' group by 1;
select o.region_name, o.indicator, o.value as dilaporkan, s.orang as sistem, o.value - s.orang as selisih from observations o join (select region_code, sum(persons) as orang from people_counts where status = 'ACTIVE' group by 1) s using (region_code) where o.unit = 'PERSON';
select region_name, tests_passed, has_regulation, has_umbrella, has_pks, has_budget, has_active_people from readiness order by tests_passed desc, region_name;
select region_name, concat_ws(', ', case when not has_regulation then 'regulasi' end, case when not has_umbrella then 'payung' end, case when not has_pks then 'PKS' end, case when not has_budget then 'anggaran' end, case when not has_active_people then 'peserta' end) as belum from readiness where tests_passed < 5;
select m.region_name, p.organisation, p.signatory_post from mou_parties p join mous m using (mou_id) order by 1, p.position;
select to_char(month, 'YYYY-MM') as bulan, sum(persons) as orang, sum(contribution_rupiah) as iuran from program_months group by 1 order by 1;
select month, payment_state, sum(persons) from program_months where month >= date '2026-01-01' group by 1, 2 order by 1, 2;
select month, sum(persons) as orang, sum(persons) - lag(sum(persons)) over (order by month) as naik from program_months group by month order by month;
select region_name, month, sum(contribution_rupiah) as iuran, sum(sum(contribution_rupiah)) over (partition by region_name order by month) as kumulatif from program_months group by 1, 2 order by 1, 2;
select program_name, month, persons, rank() over (partition by month order by persons desc) as urutan from program_months where category_code is not null order by month, urutan;
select funding_source, sum(budget_rupiah) as pagu from budget_lines where fiscal_year = extract(year from current_date) group by 1 order by 2 desc;
select fiscal_year, funding_source, sum(original_rupiah) as murni, sum(coalesce(revised_rupiah, original_rupiah)) as perubahan from budget_lines group by rollup (fiscal_year, funding_source) order by 1, 2;
select b.program_name, b.state, b.total_rupiah, b.due_on, current_date - b.due_on as terlambat from bills b where b.state = 'ISSUED' and b.due_on < current_date order by 5 desc;
select state, count(*) as tagihan, sum(total_rupiah) as rupiah, avg(paid_on - issued_on) as hari_bayar from bills group by state;
select date_trunc('month', paid_on)::date as bulan, sum(total_rupiah) from bills where state = 'PAID' group by 1 order by 1;
select o.office_name, count(*) as tagihan, sum(b.total_rupiah) as rupiah from bills b join offices o using (office_id) group by 1 order by 3 desc nulls last;
select age, sum(persons) as orang, sum(rupiah) as tunggakan from arrears where age <> 'NONE' group by age order by sum(rupiah) desc;
select region_name, sum(rupiah) as tunggakan from arrears where age in ('THREE_MONTHS', 'MORE_THAN_THREE_MONTHS') group by 1 having sum(rupiah) > 0;
select kind, date_part('year', month) as tahun, sum(cases) as kasus, sum(paid_rupiah) as manfaat from claims group by 1, 2 order by 2, 1;
select c.region_name, sum(c.paid_rupiah) as manfaat, sum(y.paid_rupiah) as iuran, round(sum(c.paid_rupiah) / nullif(sum(y.paid_rupiah), 0), 2) as rasio from (select region_name, sum(paid_rupiah) as paid_rupiah from claims group by 1) c join (select region_name, sum(paid_rupiah) as paid_rupiah from program_years group by 1) y using (region_name) group by 1;
select count(*) filter (where is_suppressed) as disembunyikan, count(*) as semua from claims;
select region_name, award_name, edition_year, rank from awards where level = 'PROVINCE' order by edition_year desc, rank nulls last;
select a.region_name, count(*) from awards a where a.award_name ilike 'paritrana%' group by 1 order by 2 desc limit 10;
select r.province_name, count(*) filter (where r.level = 'REGENCY') as kabupaten, count(*) filter (where r.level = 'CITY') as kota from regions r group by 1 order by 1;
select level, count(*) from regions where province_code = '36' group by level order by 2;
with recursive turun as (select region_code, region_name, level, 1 as dalam from regions where region_code = '36.72' union all select r.region_code, r.region_name, r.level, t.dalam + 1 from regions r join turun t on r.parent_code = t.region_code) select level, count(*) from turun group by 1;
select o.office_name, string_agg(a.region_name, ', ' order by a.region_name) as wilayah from offices o join office_service_areas a using (office_id) where a.valid_until is null or a.valid_until >= current_date group by 1;
select region_name, count(distinct office_id) as kantor from office_service_areas group by 1 having count(distinct office_id) > 1;
select kind, phase, count(*) from regulations group by grouping sets ((kind, phase), (kind), ()) order by 1, 2;
select g.title, t.title as mencabut from regulations g join regulation_relations l on l.regulation_id = g.regulation_id and l.kind = 'REVOKES' join regulations t on t.regulation_id = l.target_id;
with recursive dasar as (select l.target_id, 1 as langkah from regulation_relations l where l.kind = 'BASED_ON' union select l.target_id, d.langkah + 1 from regulation_relations l join dasar d on d.target_id = l.regulation_id where d.langkah < 10) select g.title, min(d.langkah) from dasar d join regulations g on g.regulation_id = d.target_id group by 1;
select m.title, string_agg(g.title, '; ') as dasar from mous m left join mou_legal_bases b using (mou_id) left join regulations g using (regulation_id) group by m.mou_id, m.title;
select u.title as payung, count(k.mou_id) as pks from mous u left join mous k on k.parent_id = u.mou_id and k.kind = 'PKS' where u.kind = 'UMBRELLA' group by 1 order by 2;
select u.region_name, u.title from mous u where u.kind = 'UMBRELLA' and u.phase = 'ACTIVE' and not exists (select from mous k where k.parent_id = u.mou_id and k.kind = 'PKS');
select extract(year from signed_on) as tahun, count(*) from mous where signed_on is not null group by 1 order by 1;
select region_name, max(ends_on) - min(effective_from) as hari from mous group by 1 having count(*) > 1;
select phase, count(*) as banyak, round(100.0 * count(*) / sum(count(*)) over (), 1) as persen from mous where phase is not null group by 1;
select p.program_name, count(m.mou_id) as perjanjian from programs p left join program_mous m using (program_id) group by 1 having count(m.mou_id) = 0;
select program_name, month_from, month_until, (extract(year from age(month_until, month_from)) * 12 + extract(month from age(month_until, month_from)) + 1)::integer as bulan from programs order by bulan desc;
select program_name, quota * 12 * statutory_tariff_rupiah as kebutuhan_setahun from programs where quota is not null;
select p.program_name, p.quota * p.statutory_tariff_rupiah * 12 as perlu, sum(b.budget_rupiah) as pagu, sum(b.budget_rupiah) >= p.quota * p.statutory_tariff_rupiah * 12 as cukup from programs p join budget_lines b using (program_id) where b.fiscal_year = 2026 group by p.program_id, p.program_name, p.quota, p.statutory_tariff_rupiah;
select segment, count(*), avg(quota)::numeric(12, 1) as rata_kuota, percentile_cont(0.5) within group (order by quota) as median from programs group by 1;
select status, sex, sum(persons) from people_counts group by cube (status, sex) order by 1, 2;
select age_band, sum(persons) filter (where sex = 'FEMALE') as perempuan, sum(persons) filter (where sex = 'MALE') as laki from people_counts group by 1 order by 1;
select decile_band, sum(persons) as orang, sum(sum(persons)) over (order by decile_band) as kumulatif from people_counts where status = 'ACTIVE' and decile_band is not null group by 1;
select count(*) as orang, count(*) filter (where age_band = '65+') as lansia from people where status = 'ACTIVE';
select sex, count(distinct person_ref) from people group by sex;
select region_name, sex, count(*) from people where category_family = 'VULNERABLE' group by 1, 2 order by 3 desc;
select category_family, category_code, sum(persons) from people_counts where status = $1 group by 1, 2 -- ["ACTIVE"];
select region_name, sum(persons) from people_counts where region_code = $1 group by 1 -- ["36.72"];
select * from program_months where month between $1::date and $2::date and region_code = any (string_to_array($3, ',')) limit 50 -- ["2026-01-01", "2026-12-01", "36.72,36.04"];
select region_name, sum(persons) from people_counts where ($1::text is null or sex = $1) and ($2 = '' or category_code = $2) group by 1 -- [null, ""];
select end_reason, sum(persons) as orang from enrollment_states where status = 'ENDED' and end_reason <> 'NONE' group by 1 order by 2 desc;
select dukcapil, kpj, sum(persons) as orang from enrollment_checks group by 1, 2 order by 3 desc;
select round(100.0 * sum(persons) filter (where kpj = 'MISSING') / nullif(sum(persons), 0), 2) as tanpa_kpj from enrollment_checks where status = 'ACTIVE';
select membership, paid_run, sum(persons) from continuity group by 1, 2 order by 1, 2;
select region_name, sum(persons) filter (where membership = 'LAPSED') as gugur from continuity group by 1 order by 2 desc nulls last;
select as_of, refreshed_at, age(now(), refreshed_at) as usia from freshness;
select i.indicator, count(*), min(i.as_of), max(i.as_of) from observations i group by 1 having count(*) >= 1;
select o.region_name, o.indicator, o.value, avg(o.value) over (partition by o.indicator) as rata from observations o;
select region_name, value, ntile(4) over (order by value desc) as kuartil from observations where unit = 'PERSON';
select t.segment, t.scheme, t.kind, t.amount_rupiah, t.percent from tariffs t where t.valid_until is null order by 1, 2;
select sum(amount_rupiah) as iuran_minimal from tariffs where segment = 'BPU' and scheme in ('JKK', 'JKM') and kind = 'FLAT' and wage_from_rupiah = 0 and valid_until is null;
select distinct on (region_code) region_name, title, ends_on from mous where kind = 'UMBRELLA' order by region_code, ends_on desc nulls last;
select coalesce(sector, 'SEMUA') as sektor, count(*) from tariffs group by 1;
select program_name, absorption, case when absorption >= 0.9 then 'tinggi' when absorption >= 0.5 then 'sedang' else 'rendah' end as kelas from program_years where absorption is not null order by absorption desc;
select y.fiscal_year, corr(y.budget_rupiah, y.paid_rupiah) as korelasi from program_years y group by 1;
select stddev_pop(persons), variance(persons), min(persons), max(persons) from program_months;
select string_agg(distinct region_name, ', ') from programs;
select region_name || ': ' || sum(persons)::text as kalimat from people_counts group by region_name;
select lower(region_name), upper(program_name), length(program_name), initcap(program_name) from programs limit 5;
select replace(region_name, 'Kabupaten ', 'Kab. ') as singkat, sum(persons) from people_counts group by 1;
select lpad(extract(month from month)::text, 2, '0') as bulan, sum(persons) from program_months group by 1 order by 1;
select split_part(region_code, '.', 1) as provinsi, count(*) from programs group by 1;
select region_name from programs where region_name ~* 'serang$' group by 1;
select regexp_replace(title, '\\s+', ' ', 'g') as judul from mous where title like '%Kerja%' limit 20;
select row_number() over (order by sum(persons) desc) as no, region_name, sum(persons) from people_counts group by region_name;
select first_value(region_name) over (order by tests_passed desc, region_name) as terbaik, region_name from readiness;
select generate_series(1, 12) as bulan;
select g.bulan::date, coalesce(sum(p.persons), 0) as orang from generate_series(date '2026-01-01', date '2026-12-01', interval '1 month') as g(bulan) left join program_months p on p.month = g.bulan group by 1 order by 1;
select s.sumber, coalesce(sum(b.budget_rupiah), 0) from (values ('APBD_REGENCY'), ('CSR'), ('DBHCHT')) as s(sumber) left join budget_lines b on b.funding_source = s.sumber group by 1;
values (1, 'satu'), (2, 'dua');
select region_code from programs intersect select region_code from readiness;
select region_code from readiness except select region_code from programs order by 1;
(select region_name, 'MoU' as jenis, count(*) from mous group by 1) union all (select region_name, 'Program', count(*) from programs group by 1) order by 1, 2;
select p.*, r.tests_passed from programs p join readiness r using (region_code, region_name) fetch first 5 rows only;
select p.program_name, x.bulan_terakhir from programs p left join lateral (select max(m.month) as bulan_terakhir from program_months m where m.program_id = p.program_id) x on true;
select p.program_name from programs p where p.program_id in (select program_id from program_months group by 1 having sum(persons) > 10) and p.region_code <> all (array['32.75']);
select array_agg(distinct funding_source order by funding_source) as sumber, array_length(array_agg(funding_source), 1) from budget_lines;
select nullif(sum(persons), 0), greatest(sum(persons), 100), least(sum(persons), 100), abs(-1), mod(7, 3), power(2, 3), sqrt(9), 7 / 2.0, 7 % 4 from people_counts;
select to_char(sum(budget_rupiah), 'FM999G999G999G999') as rupiah, to_char(current_date, 'DD Mon YYYY') as hari from budget_lines;
select make_date(2026, 1, 1), date_trunc('quarter', current_date)::date, current_date + interval '3 months', now() at time zone 'Asia/Jakarta';
select (current_date - interval '1 year')::date <= current_date as ya, current_date is distinct from null as beda, true and not false as benar;
select region_name, (tests_passed >= 3) is true as siap from readiness;
select m.month, count(*) from program_months m group by m.month having count(*) > 0;
select month, avg(sum(persons)) over w as rata_tiga_bulan from program_months group by month window w as (order by month rows between 2 preceding and current row);
select min(month) over () as awal, month, persons, dense_rank() over (order by persons desc) from program_months where payment_state = 'PAID';
select grouping(region_name) as jumlah, region_name, sum(persons) from people_counts group by rollup (region_name);
select bool_and(has_budget), bool_or(has_pks), every(has_regulation) from readiness;
select mode() within group (order by age_band) from people;
select width_bucket(value, 0, 1000000, 10) as kotak, count(*) from observations group by 1 order by 1;
select cast(sum(budget_rupiah) as numeric(18, 0)) / 1000000 as juta, round(sum(budget_rupiah)::numeric, -6) from budget_lines;
select "region_name" as "Nama Wilayah", sum(persons) as "Jumlah Orang" from "people_counts" group by "region_name" order by "Jumlah Orang" desc;
select -- komentar
  region_name /* wilayah */ from readiness;
select region_name from analytics.readiness as r(kode, region_name) where r.kode like '36%';
select md5(region_code) as kunci from readiness limit 1;
select starts_with(region_code, '36.7'), left(region_code, 2), right(region_code, 2), position('.' in region_code), substring(region_code from 1 for 2), trim(both ' ' from region_name) from readiness;
select overlay(region_code placing '**' from 1 for 2), reverse(region_code), ascii('a'), chr(65), concat(region_code, '-', region_name) from readiness limit 3;
select count(*) from mous where (effective_from, ends_on) overlaps (date '2026-01-01', date '2026-12-31');
select region_name, title from mous where 'BPU' = any (segments) and segments @> array['PU'];
select unnest(string_to_array('36.72,36.04', ',')) as kode;
select x.kode, x.urut from unnest(array['36.72', '36.04']) with ordinality as x(kode, urut);
select count(*) from program_months where month = (select max(month) from program_months);
select region_name, sum(persons)::float / (select sum(persons) from people_counts) as bagian from people_counts group by 1;
select exists (select 1 from mous where phase = 'EXPIRING') as ada;
select not exists (select from bills where state = 'ISSUED') as lunas;
select case sex when 'FEMALE' then 'Perempuan' when 'MALE' then 'Laki-laki' else 'Tidak diketahui' end as jenis_kelamin, sum(persons) from people_counts group by 1;
select kode, nama from (select region_code, region_name from programs) as p(kode, nama) group by kode, nama;
with a as (select 1 as x), b as materialized (select x + 1 as y from a) select a.x, b.y from a cross join b;
with pagu as (select region_name, sum(budget_rupiah) as rp from budget_lines group by 1), orang as (select region_name, sum(persons) as n from people_counts where status = 'ACTIVE' group by 1) select p.region_name, p.rp / nullif(o.n, 0) as rupiah_per_orang from pagu p full join orang o on o.region_name = p.region_name;
select region_name, sum(persons) from people_counts group by region_name order by sum(persons) desc nulls last offset 1 limit 3;
select distinct status, category_family from people_counts order by 1, 2;
select all region_name from programs;
select coalesce(category_code, '(terlalu sedikit)') as kategori, sum(persons) as orang from people_counts group by 1;
select count(*), count(category_code), count(distinct category_code) from people_counts;
select 'Rp' || to_char(coalesce(sum(contribution_rupiah), 0), 'FM999,999,999,999') from program_months;
select person_ref from people order by random() limit 5;
select region_name, round(avg(persons), 1) as rata, round(stddev_samp(persons), 1) as simpangan from program_months group by 1;
select extract(isodow from due_on) as hari, count(*) from bills group by 1;
select due_on, due_on + 30 as tenggang, justify_days(interval '45 days') from bills limit 5;
select regr_slope(persons, extract(epoch from month)) from program_months;
select program_name, jsonlike from (select program_name, format('%s orang di %s', quota, region_name) as jsonlike from programs) x;
select num_nonnulls(signed_on, effective_from, ends_on) as diketahui, count(*) from mous group by 1 order by 1;
select json_agg(json_build_object('wilayah', region_name, 'orang', n)) from (select region_name, sum(persons) n from people_counts group by 1) s;
with t as (select program_name, sum(total_rupiah) as rp from bills group by 1) select *, rank() over (order by rp desc) as peringkat, round(100.0 * rp / sum(rp) over (), 1) as persen from t;
select date_trunc('quarter', month)::date as triwulan, sum(persons) from program_months group by rollup (1) order by 1;
select percentile_cont(array[0.25, 0.5, 0.75]) within group (order by paid_on - issued_on) from bills where paid_on is not null;
select a.region_name, a.edition_year, lag(a.rank) over (partition by a.region_name order by a.edition_year) as sebelumnya, a.rank from awards a;
select region_name, persons, ntile(4) over (order by persons) as kuartil from (select region_name, sum(persons) as persons from people_counts where status = 'ACTIVE' group by 1) x;
select region_name from regions where level in ('REGENCY', 'CITY') and region_code like '36%' except select region_name from programs;
with recursive n(i) as (select 1 union all select i + 1 from n where i < 12) select make_date(2026, i, 1) as bulan from n;
select first_value(program_name) over w, nth_value(program_name, 2) over w from programs window w as (partition by region_name order by program_name rows between unbounded preceding and unbounded following);
select p.program_name, l.* from programs p cross join lateral (select sum(b.total_rupiah) as tagihan, max(b.due_on) as terakhir from bills b where b.program_id = p.program_id) l order by l.tagihan desc nulls last;
select a.region_name, b.region_name, abs(a.n - b.n) from (select region_name, sum(persons) n from people_counts group by 1) a join (select region_name, sum(persons) n from people_counts group by 1) b on a.region_name < b.region_name;
select sum(persons) over (order by month range between interval '3 months' preceding and current row) from program_months limit 3;
select m.title, count(c.source_id) as sumber from mous m left join citations c on c.concept = 'mou' and c.record_id = m.mou_id group by m.mou_id, 1 order by 2;
select s.publisher, count(distinct c.record_id) from sources s join citations c using (source_id) group by 1 order by 2 desc fetch first 3 rows with ties;
select district_name, month, persons, persons - lag(persons) over (partition by district_code, program_id order by month) as selisih from district_months order by 1, 2;
select region_code from regions where level = 'DISTRICT' and province_code = '36' except all select district_code from district_months;
select district_name, village_name, sum(persons) from village_months where month = (select date_trunc('month', as_of) from freshness) group by grouping sets ((district_name, village_name), (district_name));
select month, move, sum(persons), sum(sum(persons)) over (partition by move order by month) as kumulatif from program_moves group by 1, 2;
select program_name, other_program_name, sum(persons) from program_pairs where program_name < other_program_name group by 1, 2;
select sex, paid_run, sum(persons) from people_groups where status = 'ACTIVE' group by cube (sex, paid_run);
with recursive r(kode, induk) as (select region_code, parent_code from regions where region_code = '36' union all select g.region_code, g.parent_code from regions g join r on g.parent_code = r.kode) search breadth first by kode set urut select kode from r order by urut limit 5;
with recursive r(a, b) as (select regulation_id, target_id from regulation_relations union all select r.a, l.target_id from r join regulation_relations l on l.regulation_id = r.b) cycle b set berputar using jalan select count(*) from r where not berputar;
select view_name, column_name, data_type, meaning from dictionary where column_name like '%rupiah' order by view_name, ordinal;
select month, sex, sum(persons) from people_months group by cube (month, sex) order by 1, 2;
select region_name, fiscal_year, sum(persons) as orang, sum(persons) filter (where months = 12) as setahun from region_years group by 1, 2;
select i.indicator_name from indicators i where i.indicator not in (select o.indicator from observations o);
select json_object_agg(region_code, region_name), json_build_array(count(*), min(region_name)) from readiness;
select pg_typeof(sum(persons)), bit_length('é'), bit_or(persons) from people_counts;
select region_name, range_agg(daterange(month_from, (month_until + interval '1 month')::date)) from programs group by 1;
SELECT CAST(DATE_TRUNC('quarter', "source"."month") AS DATE) AS "month", COUNT(*) AS "count" FROM (SELECT "analytics"."program_months"."month" AS "month" FROM "analytics"."program_months") AS "source" GROUP BY CAST(DATE_TRUNC('quarter', "source"."month") AS DATE) ORDER BY "month" ASC;
SELECT FLOOR(("analytics"."program_months"."persons" / 250.0)) * 250.0 AS "persons", COUNT(*) AS "count" FROM "analytics"."program_months" GROUP BY 1 ORDER BY 1 LIMIT 1048575;
SELECT COUNT(*) FROM (SELECT x.* FROM analytics.bills x ORDER BY x.due_on DESC) dbvrcnt;
select m1.title, m2.title from mous m1 join mous m2 on m1.region_code = m2.region_code and m1.mou_id < m2.mou_id and daterange(m1.effective_from, m1.ends_on, '[]') && daterange(m2.effective_from, m2.ends_on, '[]');
select b.program_name, concat_ws(' ', extract(day from b.due_on), m.month_label) as jatuh_tempo, 'Rp' || replace(to_char(b.total_rupiah, 'FM999,999,999,999'), ',', '.') as jumlah from bills b join months m on m.month = date_trunc('month', b.due_on);
select m.month_label, coalesce(sum(p.persons), 0) as orang from months m left join program_months p using (month) where m.year = 2026 group by m.month, m.month_label order by m.month;
select program_name, (array_agg(month order by persons desc))[1] as puncak, (array_agg(persons order by persons desc))[1:3] as terbanyak from program_months group by 1;
SELECT DATE_TRUNC('month', CAST("analytics"."program_months"."month" AS timestamp)) AS "month", SUM("analytics"."program_months"."contribution_rupiah") AS "sum" FROM "analytics"."program_months" WHERE "analytics"."program_months"."month" >= timestamp with time zone '2026-01-01 00:00:00.000Z' AND "analytics"."program_months"."month" < CAST((NOW() + INTERVAL '1 month') AS date) GROUP BY 1 ORDER BY 1;
with laju as (select program_id, avg(rp) as rata from (select program_id, month, sum(contribution_rupiah) as rp from program_months group by 1, 2) x group by 1) select y.program_name, floor((y.budget_rupiah - y.contribution_rupiah) / nullif(l.rata, 0)) as bulan_lagi from program_years y join laju l using (program_id);
table freshness
`
  .split(/;\n/)
  .map((text) => text.trim())
  .filter((text) => text !== '');
