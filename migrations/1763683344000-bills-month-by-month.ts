import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of two bills with a month in common the later was not told at all, its other months neither. Now each month of a program
 * and office is told with the first bill that has it: still a sum over whole groups, which says nothing of its own, since
 * the months of bills are no secret.
 */
export class BillsMonthByMonth1763683344000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(telling(eachMonthOnce));
    await runner.query(about(ofMonths));
    await runner.query(
      'insert into statistics_bill_stale select distinct b.program_id from bill b on conflict do nothing',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(about(ofBills));
    await runner.query(telling(firstBillOnly));
    await runner.query(
      'insert into statistics_bill_stale select distinct b.program_id from bill b on conflict do nothing',
    );
  }
}

/** Bills as spans of months of which they tell. */
interface Asked {
  readonly bills: string;
}

const monthNumber = (day: string): string =>
  `(extract(year from ${day}) * 12 + extract(month from ${day}) - 1)::integer`;

const earlier = `from public.bill o where o.program_id = b.program_id and o.office_id = b.office_id and o.state <> 'CANCELLED'
            and o.heads >= 5 and o.months && b.months and (o.issued_on, o.id) < (b.issued_on, b.id)`;
const fromBills = `from public.bill b
        cross join lateral (select coalesce(range_agg(o.months), '{}') as months ${earlier}) e
        cross join lateral unnest(datemultirange(b.months) - e.months) s
        where b.program_id = any (taken) and b.state <> 'CANCELLED' and b.heads >= 5`;

// groups do not say by which of two bills of a month they are billed: it is told with the first
const eachMonthOnce: Asked = {
  bills: `select b.id, b.region_id, b.program_id, b.office_id, ${monthNumber('lower(s)')} as first_month, ${monthNumber('upper(s)')} as end_month
        ${fromBills}`,
};
const firstBillOnly: Asked = {
  bills: `select b.id, b.region_id, b.program_id, b.office_id, ${monthNumber('lower(b.months)')} as first_month, ${monthNumber('upper(b.months)')} as end_month
        from public.bill b
        where b.program_id = any (taken) and b.state <> 'CANCELLED' and b.heads >= 5 and not exists (select ${earlier})`,
};

const telling = ({ bills }: Asked): string => `
  create or replace function app.tell_bills() returns integer language plpgsql volatile security definer set search_path = '' as $$
  declare
    taken uuid[];
  begin
    perform pg_advisory_xact_lock(hashtextextended('app.refresh_statistics', 0));
    with gone as (delete from public.statistics_bill_stale returning program_id) select array_agg(g.program_id) into taken from gone g;
    delete from public.statistics_bill t using public.bill b where b.id = t.bill_id and b.program_id = any (taken);
    insert into public.statistics_bill (bill_id, region_id, heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah)
      with asked as materialized (
        ${bills}),
      part as (
        select a.id, a.region_id, g.persons, sum(m.months) as months, sum(m.months * r.monthly_rupiah) as rupiah
        from asked a
        join public.statistics_group_run r on r.program_id = a.program_id and r.office_id = a.office_id and r.level = 5
          and r.first_month < a.end_month and r.end_month > a.first_month
        join public.statistics_group g on g.id = r.group_id
        cross join lateral (select least(r.end_month, a.end_month) - greatest(r.first_month, a.first_month) as months) m
        group by a.id, a.region_id, r.group_id, g.persons),
      summed as (
        select p.id, p.region_id, sum(p.persons)::integer as heads, sum(p.persons * p.months)::integer as months, sum(p.persons * p.rupiah) as rupiah
        from part p group by p.id, p.region_id),
      divided as (
        select s.*, round(s.rupiah * x.rates[1] / x.whole) as jkk, round(s.rupiah * x.rates[2] / x.whole) as jkm
        from summed s
        cross join lateral (select t.rates, greatest(t.rates[1] + t.rates[2] + t.rates[3], 1) as whole from (select app.told_rates(s.id) as rates) t) x)
      select d.id, d.region_id, d.heads, d.months, d.jkk, d.jkm, d.rupiah - d.jkk - d.jkm from divided d;
    return coalesce(cardinality(taken), 0);
  end $$;
`;

const ofMonths =
  'Orang dalam kelompok yang ditagih; kosong: terlalu sedikit, atau dibatalkan. Bulan yang ada di beberapa tagihan kantor itu terhitung pada yang pertama; tagihan tanpa bulan lain: kosong. | Persons in groups that are billed; null: too few, or cancelled. A month on several bills of the office counts with the first of them; a bill that has no other month is null.';
const ofBills =
  'Orang dalam kelompok yang ditagih; kosong: terlalu sedikit, atau dibatalkan. Tagihan lain untuk bulan dan kantor yang sama terhitung pada yang pertama. | Persons in groups that are billed; null: too few, or cancelled. Another bill for the same months and office counts with the first.';
const about = (heads: string): string => `comment on column analytics.bills.heads is '${heads}'`;
