import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A bill in whole fives beside exact sums over groups gives bounds on who is in no group yet, and bounds of several
 * months narrow down to a number. Its mean gave away one person at another rate, or one who joined late, and hiding a bill
 * that a few of its months were credited. So what is told of a bill is a sum over the same groups: its people are those of
 * the groups with months at its office in its time, and no door knows more than another.
 */
export class BillsOfGroups1763683330200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(marking);
    await runner.query(rates);
    await runner.query(telling);
    await runner.query(untold);
    await runner.query(view);
    await runner.query(`
      drop function app.told_share(numeric, integer, daterange);
      drop function app.told_heads(integer);
      insert into statistics_bill_stale select distinct b.program_id from bill b;
    `);
  }

  /** Two divisions of the same people, told one after the other, would tell them apart. */
  down(): Promise<void> {
    return Promise.reject(
      new Error('what was told of bills by groups cannot be taken back: restore a backup instead'),
    );
  }
}

const tables = `
  create table statistics_bill (
    bill_id uuid constraint statistics_bill_bill_key primary key constraint statistics_bill_bill_fk references bill on delete cascade,
    region_id uuid not null constraint statistics_bill_region_fk references region on delete restrict,
    heads integer not null,
    person_months integer not null,
    jkk_rupiah numeric not null,
    jkm_rupiah numeric not null,
    jht_rupiah numeric not null
  );
  comment on table statistics_bill is
    'What is told of bills to those who may not see people: sums over groups, brought to them by app.tell_bills.';
  create index statistics_bill_region_index on statistics_bill (region_id);
  alter table statistics_bill enable row level security;
  alter table statistics_bill force row level security;
  create policy statistics_bill_owner on statistics_bill to payung_owner using (true) with check (true);
  create policy statistics_bill_read on statistics_bill for select to payung_app using (region_id = any (array(select app.readable_regions())));
  grant select on statistics_bill to payung_app;

  create table statistics_bill_stale (
    program_id uuid constraint statistics_bill_stale_program_key primary key
      constraint statistics_bill_stale_program_fk references program on delete cascade
  );
  comment on table statistics_bill_stale is 'Programs whose bills or groups have changed since app.tell_bills looked at them.';
  alter table statistics_bill_stale enable row level security;
  alter table statistics_bill_stale force row level security;
  create policy statistics_bill_stale_owner on statistics_bill_stale to payung_owner using (true) with check (true);
`;

const marks = (table: string, event: string): string => `
  create trigger ${table}_${event}_told_bills after ${event} on ${table}
    referencing ${event === 'delete' ? 'old' : 'new'} table as changed for each statement execute function app.mark_told_bills();
`;

const marking = `
  create function app.mark_told_bills() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if tg_table_name = 'statistics_group' then
      insert into public.statistics_bill_stale
        select distinct r.program_id from changed c join public.statistics_group_run r on r.group_id = c.id where r.program_id is not null
        on conflict do nothing;
    else
      insert into public.statistics_bill_stale select distinct c.program_id from changed c where c.program_id is not null
        on conflict do nothing;
    end if;
    return null;
  end $$;
  comment on function app.mark_told_bills() is 'Notes programs of which something else is to be told of bills.';
  revoke execute on function app.mark_told_bills() from public;
  ${marks('statistics_group_run', 'insert')} ${marks('statistics_group_run', 'delete')} ${marks('statistics_group', 'update')}
  ${marks('bill', 'insert')} ${marks('bill', 'update')}
`;

const rates = `
  create function app.told_rates(bill uuid) returns numeric[] language sql stable security definer set search_path = '' as $$
    select coalesce((
      select array[x.jkk_rupiah, x.jkm_rupiah, x.jht_rupiah]
      from (select c.jkk_rupiah, c.jkm_rupiah, c.jht_rupiah from public.coverage c where c.bill_id = bill limit 100) x
      group by x.jkk_rupiah, x.jkm_rupiah, x.jht_rupiah order by count(*) desc, 1 limit 1), '{0,0,0}')
  $$;
  comment on function app.told_rates(uuid) is
    'JKK, JKM and JHT of a month that most people of a bill pay, of a hundred where it has more.';
  revoke execute on function app.told_rates(uuid) from public;
`;

const monthNumber = (day: string): string =>
  `(extract(year from ${day}) * 12 + extract(month from ${day}) - 1)::integer`;

const telling = `
  create function app.tell_bills() returns integer language plpgsql volatile security definer set search_path = '' as $$
  declare
    taken uuid[];
  begin
    perform pg_advisory_xact_lock(hashtextextended('app.refresh_statistics', 0));
    with gone as (delete from public.statistics_bill_stale returning program_id) select array_agg(g.program_id) into taken from gone g;
    delete from public.statistics_bill t using public.bill b where b.id = t.bill_id and b.program_id = any (taken);
    insert into public.statistics_bill (bill_id, region_id, heads, person_months, jkk_rupiah, jkm_rupiah, jht_rupiah)
      with asked as materialized (
        select b.id, b.region_id, b.program_id, b.office_id, ${monthNumber('lower(b.months)')} as first_month, ${monthNumber('upper(b.months)')} as end_month
        from public.bill b
        where b.program_id = any (taken) and b.state <> 'CANCELLED' and b.heads >= 5
          -- groups do not say by which of two bills of the same months they are billed: all of it is told with the first
          and not exists (select from public.bill o where o.program_id = b.program_id and o.office_id = b.office_id and o.state <> 'CANCELLED'
            and o.heads >= 5 and o.months && b.months and (o.issued_on, o.id) < (b.issued_on, b.id))),
      part as (
        select a.id, g.persons, sum(m.months) as months, sum(m.months * r.monthly_rupiah) as rupiah
        from asked a
        join public.statistics_group_run r on r.program_id = a.program_id and r.office_id = a.office_id and r.level = 5
          and r.first_month < a.end_month and r.end_month > a.first_month
        join public.statistics_group g on g.id = r.group_id
        cross join lateral (select least(r.end_month, a.end_month) - greatest(r.first_month, a.first_month) as months) m
        group by a.id, r.group_id, g.persons),
      summed as (
        select p.id, sum(p.persons)::integer as heads, sum(p.persons * p.months)::integer as months, sum(p.persons * p.rupiah) as rupiah
        from part p group by p.id),
      divided as (
        select s.*, round(s.rupiah * x.rates[1] / x.whole) as jkk, round(s.rupiah * x.rates[2] / x.whole) as jkm
        from summed s
        cross join lateral (select t.rates, greatest(t.rates[1] + t.rates[2] + t.rates[3], 1) as whole from (select app.told_rates(s.id) as rates) t) x)
      select d.id, a.region_id, d.heads, d.months, d.jkk, d.jkm, d.rupiah - d.jkk - d.jkm
      from divided d join asked a on a.id = d.id;
    return coalesce(cardinality(taken), 0);
  end $$;
  comment on function app.tell_bills() is
    'Brings what is told of bills to the groups, of programs of which one of both changed; gives how many. Schemes are divided as most people of the bill pay them.';
  revoke execute on function app.tell_bills() from public;
  grant execute on function app.tell_bills() to payung_app;
`;

const untold = `
  create or replace function app.untold_bills() returns setof uuid language sql stable security definer set search_path = '' rows 10 as $$
    select b.id from public.bill b
    where b.region_id in (select app.readable_regions()) and b.region_id not in (select app.person_regions())
      and (b.heads < 5 or b.state <> 'CANCELLED' and not exists (select from public.statistics_bill t where t.bill_id = b.id))
  $$;
  comment on function app.untold_bills() is
    'Bills of which nothing is told to an analyst: of fewer than five people, and those whose people are in no group that says so.';
`;

const about = (name: string, nameEn: string): string =>
  `${name} dari orang itu, rupiah; kosong: terlalu sedikit orang, atau dibatalkan. | ${nameEn} of these persons, rupiah; null: too few persons, or cancelled.`;

const view = `
  create or replace view analytics.bills with (security_barrier) as
    select b.id as bill_id, p.id as program_id, p.name as program_name, r.code as region_code, r.display_name as region_name, b.office_id,
      lower(b.months) as month_from, (upper(b.months) - interval '1 month')::date as month_until, b.state,
      t.heads, t.person_months, t.jkk_rupiah, t.jkm_rupiah, t.jht_rupiah, t.jkk_rupiah + t.jkm_rupiah + t.jht_rupiah as total_rupiah,
      b.issued_on, b.due_on, b.paid_on, t.bill_id is null as is_suppressed
    from public.bill b join public.program p on p.id = b.program_id join public.region r on r.id = p.region_id
    left join public.statistics_bill t on t.bill_id = b.id
    where b.region_id = any (array(select app.analytics_regions()));
  comment on view analytics.bills is
    'Tagihan iuran program; orang dan rupiah adalah jumlah atas kelompok paling sedikit lima orang. | Contribution bills of programs; persons and rupiah are sums over groups of at least five.';
  comment on column analytics.bills.heads is
    'Orang dalam kelompok yang ditagih; kosong: terlalu sedikit, atau dibatalkan. Tagihan lain untuk bulan dan kantor yang sama terhitung pada yang pertama. | Persons in groups that are billed; null: too few, or cancelled. Another bill for the same months and office counts with the first.';
  comment on column analytics.bills.person_months is
    'Bulan-orang mereka; kosong: terlalu sedikit orang, atau dibatalkan. | Their person-months; null: too few persons, or cancelled.';
  comment on column analytics.bills.jkk_rupiah is '${about('JKK', 'JKK')}';
  comment on column analytics.bills.jkm_rupiah is '${about('JKM', 'JKM')}';
  comment on column analytics.bills.jht_rupiah is '${about('JHT', 'JHT')}';
  comment on column analytics.bills.total_rupiah is '${about('Jumlah', 'Sum')}';
`;
