import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Brings the groups to what is so: divides those whose people went different ways, and makes new ones of who waits.
 * Months and people that changed are looked at in between; everybody, whose age and checks change unseen, once a day.
 */
export class ReleaseEverybody1763683301200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.release_statistics()');
    await runner.query(release);
    await runner.query(`
      revoke execute on function app.release_statistics(boolean) from public;
      grant execute on function app.release_statistics(boolean) to payung_app;
    `);
  }

  /** Groups of months alone would be a second division of the same people. */
  down(): Promise<void> {
    return Promise.reject(
      new Error('what was told of groups cannot be taken back: restore a backup instead'),
    );
  }
}

/** Groups whose persons went different ways, in numbers that are large enough. */
const dividing = `
  create temporary table unit (block uuid, key uuid, labels text[], shown text[], persons bigint, first_number bigint, last_number bigint) on commit drop;
  insert into unit (block, key, labels, shown, persons)
    select l.group_id, md5(l.way::text)::uuid, l.way, l.way, count(*) from label l where l.group_id is not null group by 1, 2, 3, 4;
  perform app.coarsen_units(5, false);
  -- the largest part keeps the group, with those who are too few to leave it
  create temporary table part on commit drop as
    select p.block, p.shown, p.persons, gen_random_uuid() as id
    from (
      select u.block, u.shown, sum(u.persons) as persons,
        row_number() over (partition by u.block order by sum(u.persons) desc, u.shown) as place
      from unit u group by 1, 2) p
    where p.place > 1 and p.persons >= 5;
  insert into public.statistics_group (id, level, region_id, wide_id, labels, persons)
    select p.id, 5, o.region_id, o.wide_id, o.labels, p.persons from part p join public.statistics_group o on o.id = p.block;
  update public.statistics_group o set persons = o.persons - p.persons
    from (select x.block, sum(x.persons) as persons from part x group by 1) p where o.id = p.block;
  update public.statistics_group_member g set group_id = p.id
    from label l join unit u on u.block = l.group_id and u.key = md5(l.way::text)::uuid join part p on p.block = u.block and p.shown = u.shown
    where g.region_id = l.region_id and g.person_id = l.person_id;
  drop table part;
`;

const gathering = `
  truncate unit;
  create temporary table numbered on commit drop as
    select l.region_id, l.person_id, l.labels, md5(l.labels::text)::uuid as key,
      row_number() over (partition by l.region_id, l.labels order by l.person_id) as number
    from label l where l.group_id is null;
  insert into unit (block, key, labels, shown, persons, first_number, last_number)
    select n.region_id, n.key, n.labels, n.labels, count(*), 1, count(*) from numbered n group by 1, 2, 3, 4;
  perform app.coarsen_units(5, true);
  create temporary table made on commit drop as
    select u.block, u.shown, sum(u.persons) as persons, gen_random_uuid() as id from unit u group by 1, 2 having sum(u.persons) >= 5;
  insert into public.statistics_group (id, level, region_id, labels, persons) select m.id, 5, m.block, m.shown, m.persons from made m;
  insert into public.statistics_group_member (region_id, person_id, group_id)
    select n.region_id, n.person_id, m.id
    from numbered n
    join unit u on u.block = n.region_id and u.key = n.key and n.number between u.first_number and u.last_number
    join made m on m.block = u.block and m.shown = u.shown;
`;

/** Each small group shows one of those who are as most of it; only groups that changed are written. */
const showing = `
  create temporary table told on commit drop as
    select g.region_id, g.person_id, g.group_id, l.cohort_id, md5(app.told_labels(l.labels, o.labels)::text)::uuid as way
    from label l
    join public.statistics_group_member g on g.region_id = l.region_id and g.person_id = l.person_id
    join public.statistics_group o on o.id = g.group_id;
  create index on told (group_id);
  create index on trait (person_id);
  analyze told;
  update public.statistics_group_member g set cohort_id = t.cohort_id, way = t.way from told t
    where t.region_id = g.region_id and t.person_id = g.person_id and (g.cohort_id, g.way) is distinct from (t.cohort_id, t.way);
  create temporary table way on commit drop as
    select distinct on (t.group_id) t.group_id, t.cohort_id, t.way, t.person_id
    from (select x.*, count(*) over (partition by x.group_id, x.way) as alike from told x) t
    join public.statistics_group o on o.id = t.group_id
    order by t.group_id, t.alike desc, (t.way is not distinct from o.way) desc, t.way, t.person_id;
  create temporary table changed on commit drop as
    select w.group_id, w.cohort_id from way w join public.statistics_group o on o.id = w.group_id
    where (o.way, o.cohort_id) is distinct from (w.way, w.cohort_id);
  update public.statistics_group o set cohort_id = w.cohort_id, way = w.way
    from way w where o.id = w.group_id and o.id in (select c.group_id from changed c);
`;

/** The public's groups: the same over the small ones, by what the public is told of. */
const widening = `
  truncate unit;
  insert into unit (block, key, labels, shown, persons)
    select o.wide_id, o.id, x.labels, x.labels, o.persons
    from public.statistics_group o
    cross join lateral (select array[coalesce(o.cohort_id::text, 'NONE')] as labels) x
    where o.wide_id in (select distinct p.wide_id from public.statistics_group p join changed c on c.group_id = p.id);
  perform app.coarsen_units(10, false);
  create temporary table part on commit drop as
    select p.block, p.shown, p.persons, gen_random_uuid() as id
    from (
      select u.block, u.shown, sum(u.persons) as persons,
        row_number() over (partition by u.block order by sum(u.persons) desc, u.shown) as place
      from unit u group by 1, 2) p
    where p.place > 1 and p.persons >= 10;
  insert into public.statistics_group (id, level, region_id, labels, persons)
    select p.id, 10, o.region_id, o.labels, p.persons from part p join public.statistics_group o on o.id = p.block;
  update public.statistics_group o set persons = o.persons - p.persons
    from (select x.block, sum(x.persons) as persons from part x group by 1) p where o.id = p.block;
  update public.statistics_group o set wide_id = p.id
    from unit u join part p on p.block = u.block and p.shown = u.shown where o.id = u.key;

  truncate unit;
  insert into unit (block, key, labels, shown, persons)
    select o.region_id, o.id, x.labels, x.labels, o.persons from public.statistics_group o
    cross join lateral (
      -- programs, categories, months, sex and decile; the rest is not for the public
      select array(select case when o.labels[i] is null or i in (1, 4, 6, 9, 10) then o.labels[i] else '' end from generate_series(1, 10) i) as labels) x
    where o.level = 5 and o.wide_id is null and o.region_id in (select d.region_id from due d);
  perform app.coarsen_units(10, false);
  create temporary table wide on commit drop as
    select u.block, u.shown, sum(u.persons) as persons, gen_random_uuid() as id from unit u group by 1, 2 having sum(u.persons) >= 10;
  insert into public.statistics_group (id, level, region_id, labels, persons) select w.id, 10, w.block, w.shown, w.persons from wide w;
  update public.statistics_group o set wide_id = w.id
    from unit u join wide w on w.block = u.block and w.shown = u.shown where o.id = u.key;

  create temporary table wide_way on commit drop as
    select distinct on (g.wide_id) g.wide_id as group_id, g.cohort_id
    from (
      select o.wide_id, o.cohort_id, sum(o.persons) as persons from public.statistics_group o
      where o.wide_id in (select p.wide_id from public.statistics_group p join changed c on c.group_id = p.id union select w.id from wide w)
        or o.wide_id in (select n.id from public.statistics_group n where n.level = 10 and n.cohort_id is null)
      group by 1, 2) g
    order by g.wide_id, g.persons desc, g.cohort_id;
  insert into changed
    select w.group_id, w.cohort_id from wide_way w join public.statistics_group o on o.id = w.group_id where o.cohort_id is distinct from w.cohort_id;
  update public.statistics_group o set cohort_id = c.cohort_id from changed c where c.group_id = o.id and o.level = 10;
`;

const writing = `
  delete from public.statistics_group_run r where r.group_id in (select c.group_id from changed c);
  insert into public.statistics_group_run (group_id, level, region_id, program_id, category_id, sex, decile, funding_source, office_id,
      is_paid, monthly_rupiah, first_month, end_month)
    select o.id, o.level, o.region_id, case when o.labels[1] is not null then r.program_id end, case when o.labels[4] is not null then r.category_id end,
      case when o.labels[9] is not null then r.sex end, case when o.labels[10] is not null then r.decile end, r.funding_source, r.office_id,
      r.is_paid, r.monthly_rupiah, r.first_month, r.end_month
    from changed c join public.statistics_group o on o.id = c.group_id
    join public.statistics_run r on r.cohort_id = c.cohort_id and r.region_id = o.region_id;
  delete from public.statistics_group_trait t where t.group_id in (select c.group_id from changed c);
  insert into public.statistics_group_trait (group_id, region_id, program_id, status, state, end_reason, is_replaced, life, paid_after_death,
      overlap, overlap_months, overlap_rupiah, category_id, membership, paid_run, sex, decile, age_band, nik_origin, dukcapil, kpj, decree)
    select distinct on (o.id, m.program_id) o.id, o.region_id, m.program_id, case when o.labels[2] is not null then t.status end,
      case when m.fate then t.state end, case when m.fate then t.end_reason end, case when m.fate then t.is_replaced end,
      case when m.fate then t.life end, case when m.fate then t.paid_after_death end, case when m.fate then t.overlap end,
      case when m.fate then v.months end, case when m.fate then v.rupiah end,
      case when o.labels[4] is not null then t.category_id end,
      case when o.labels[7] is not null then t.membership end, case when o.labels[7] is not null then t.paid_run end,
      case when o.labels[9] is not null then t.sex end, case when o.labels[10] is not null then t.decile end,
      case when o.labels[11] is not null or (m.checks and t.age_band in ('60-64', '65+')) then t.age_band end, case when m.checks then t.nik_origin end,
      case when m.checks then t.dukcapil end, case when m.checks then t.kpj end, case when o.labels[5] is not null then t.decree end
    from way w join public.statistics_group o on o.id = w.group_id
    join trait t on t.region_id = o.region_id and t.person_id = w.person_id
    cross join lateral (select case when o.labels[1] is not null then t.program_id end as program_id, o.labels[3] is not null as fate,
      o.labels[8] is not null as checks) m
    cross join lateral (
      -- the middle of all of them, so that no single one stands for the others
      select percentile_disc(0.5) within group (order by x.overlap_months) as months, percentile_disc(0.5) within group (order by x.overlap_rupiah) as rupiah
      from told d join trait x on x.region_id = d.region_id and x.person_id = d.person_id and x.program_id = t.program_id
      where d.group_id = o.id and t.overlap <> 'NONE' and x.overlap = t.overlap
      having count(*) > 0
      union all select 0, 0 where t.overlap = 'NONE') v
    where o.id in (select c.group_id from changed c)
    order by o.id, m.program_id, t.program_id;
  insert into public.statistics_release (region_id, waiting, is_partial, is_partial_public, swept_on, released_at)
    select n.region_id, n.waiting, n.waiting > 0, n.waiting > 0 or n.has_narrow, coalesce(n.swept_on, today), now()
    from (
      select p.region_id, (select count(*) from waiting w where w.region_id = p.region_id and not exists (
          select from public.statistics_group_member g where g.region_id = w.region_id and g.person_id = w.person_id)) as waiting,
        exists (select from public.statistics_group o where o.region_id = p.region_id and o.level = 5 and o.wide_id is null) as has_narrow,
        case when p.region_id not in (select d.region_id from due d) then l.swept_on end as swept_on
      from (select distinct x.region_id from present x) p left join public.statistics_release l on l.region_id = p.region_id) n
    on conflict (region_id) do update set waiting = excluded.waiting, is_partial = excluded.is_partial,
      is_partial_public = excluded.is_partial_public, swept_on = excluded.swept_on, released_at = excluded.released_at;
`;

const temporary = [
  'present',
  'waiting',
  'due',
  'looked',
  'asked',
  'trait',
  'shape',
  'label',
  'unit',
  'numbered',
  'made',
  'told',
  'way',
  'changed',
  'part',
  'wide',
  'wide_way',
];

const release = `
  create function app.release_statistics(everybody boolean) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    today date := app.today();
    began timestamptz := clock_timestamp();
  begin
    perform pg_advisory_xact_lock(hashtextextended('app.refresh_statistics', 0));
    perform app.look_at_people(everybody);
    ${[dividing, gathering, showing, widening, writing].join('\n')}
    drop table ${temporary.map((table) => `pg_temp.${table}`).join(', ')};
    if everybody then
      delete from public.analytics_refresh;
      insert into public.analytics_refresh (as_of, milliseconds) values (today, extract(epoch from clock_timestamp() - began) * 1000);
    end if;
  end $$;
  comment on function app.release_statistics(boolean) is
    'Brings the groups of which the public and analysts are told to the cohorts and to what is said of people, of everybody or of those whose months changed; nobody leaves a group but with enough others.';
`;
