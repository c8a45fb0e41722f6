import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Brings the groups to the cohorts: divides those whose months went apart, and makes new ones of who waits. */
export class StatisticsRelease1763683260300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(release);
    await runner.query(`
      revoke execute on function app.release_statistics() from public;
      grant execute on function app.release_statistics() to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.release_statistics()');
  }
}

/** Temporary tables are found without a schema: nobody but the owner can make one in this session. */
const look = `
  create temporary table present on commit drop as
    select m.person_id, r.region_id, m.cohort_id
    from public.statistics_member m
    join (select distinct x.cohort_id, x.region_id from public.statistics_run x) r on r.cohort_id = m.cohort_id;
  create temporary table waiting on commit drop as
    select p.* from present p
    where not exists (select from public.statistics_group_member g where g.region_id = p.region_id and g.person_id = p.person_id);
  create temporary table touched on commit drop as
    select g.group_id, g.region_id, g.person_id, p.cohort_id
    from public.statistics_group_member g
    left join present p on p.region_id = g.region_id and p.person_id = g.person_id
    where g.cohort_id is distinct from p.cohort_id;
  update public.statistics_group_member g set cohort_id = t.cohort_id
    from touched t where t.region_id = g.region_id and t.person_id = g.person_id;
  -- a region that is quiet, has waited a day, or is told for the first time
  create temporary table due on commit drop as
    select w.region_id from (select x.region_id, count(*) as persons from waiting x group by 1) w
    left join public.statistics_release l on l.region_id = w.region_id
    where l.region_id is null or l.swept_on < app.today() or (w.persons = l.waiting and w.persons >= 30);

  create temporary table shape on commit drop as
    select r.cohort_id, r.region_id,
      md5(string_agg(distinct r.program_id::text, '' order by r.program_id::text)) as programs,
      md5(string_agg(distinct r.program_id::text || r.category_id, '' order by r.program_id::text || r.category_id)) as categories,
      md5(string_agg(concat_ws(' ', r.program_id, r.funding_source, coalesce(r.office_id::text, '-'), r.is_paid, r.monthly_rupiah, r.first_month, r.end_month),
        ',' order by r.program_id, r.first_month, r.end_month, r.funding_source)) as history,
      min(r.sex) as sex, min(r.decile)::text as decile
    from public.statistics_run r
    where r.cohort_id in (select w.cohort_id from waiting w)
      or r.cohort_id in (select g.cohort_id from public.statistics_group_member g where g.group_id in (select t.group_id from touched t))
    group by 1, 2;
  analyze shape;
`;

/** Groups whose persons went different ways, in numbers that are large enough. */
const dividing = `
  create temporary table unit (block uuid, key uuid, labels text[], shown text[], persons bigint, first_number bigint, last_number bigint) on commit drop;
  -- a person's way: the months, and the categories where they are told
  insert into unit (block, key, labels, shown, persons)
    select g.group_id, g.cohort_id, x.labels, x.labels, count(*)
    from public.statistics_group_member g
    join public.statistics_group o on o.id = g.group_id
    left join shape s on s.cohort_id = g.cohort_id and s.region_id = g.region_id
    cross join lateral (select array[coalesce(s.history, 'NONE') || case when o.labels[2] is not null then coalesce(s.categories, '') else '' end] as labels) x
    where g.group_id in (select t.group_id from touched t)
    group by 1, 2, 3, 4;
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
    from unit u join part p on p.block = u.block and p.shown = u.shown
    where g.group_id = u.block and g.cohort_id is not distinct from u.key;
  drop table part;
`;

const gathering = `
  truncate unit;
  create temporary table numbered on commit drop as
    select w.*, row_number() over (partition by w.region_id, w.cohort_id order by w.person_id) as number
    from waiting w where w.region_id in (select d.region_id from due d);
  insert into unit (block, key, labels, shown, persons, first_number, last_number)
    select w.region_id, w.cohort_id, x.labels, x.labels, count(*), 1, count(*)
    from numbered w join shape s on s.cohort_id = w.cohort_id and s.region_id = w.region_id
    cross join lateral (select array[s.programs, s.categories, s.history, s.sex, s.decile] as labels) x
    group by 1, 2, 3, 4;
  perform app.coarsen_units(5, true);
  create temporary table made on commit drop as
    select u.block, u.shown, sum(u.persons) as persons, gen_random_uuid() as id from unit u group by 1, 2 having sum(u.persons) >= 5;
  insert into public.statistics_group (id, level, region_id, labels, persons) select m.id, 5, m.block, m.shown, m.persons from made m;
  insert into public.statistics_group_member (region_id, person_id, group_id, cohort_id)
    select w.region_id, w.person_id, m.id, w.cohort_id
    from numbered w
    join unit u on u.block = w.region_id and u.key = w.cohort_id and w.number between u.first_number and u.last_number
    join made m on m.block = u.block and m.shown = u.shown;
`;

/** What each small group shows now; only groups that changed are written. */
const showing = `
  create temporary table way on commit drop as
    select distinct on (g.group_id) g.group_id, g.cohort_id
    from (
      select m.group_id, m.cohort_id, coalesce(s.history, 'NONE') as history, count(*) as persons,
        sum(count(*)) over (partition by m.group_id, coalesce(s.history, 'NONE')) as alike
      from public.statistics_group_member m
      left join shape s on s.cohort_id = m.cohort_id and s.region_id = m.region_id
      where m.group_id in (select t.group_id from touched t union select x.id from made x)
        or m.group_id in (select o.id from public.statistics_group o where o.level = 5 and o.cohort_id is null)
      group by 1, 2, 3) g
    order by g.group_id, g.alike desc, g.history, g.persons desc, g.cohort_id;
  create temporary table changed on commit drop as
    select w.group_id, w.cohort_id from way w join public.statistics_group o on o.id = w.group_id where o.cohort_id is distinct from w.cohort_id;
  update public.statistics_group o set cohort_id = c.cohort_id from changed c where c.group_id = o.id;
`;

/** The public's groups: the same over the small ones. */
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
    select o.region_id, o.id, o.labels, o.labels, o.persons from public.statistics_group o
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
    select o.id, o.level, o.region_id, case when o.labels[1] is not null then r.program_id end, case when o.labels[2] is not null then r.category_id end,
      case when o.labels[4] is not null then r.sex end, case when o.labels[5] is not null then r.decile end, r.funding_source, r.office_id,
      r.is_paid, r.monthly_rupiah, r.first_month, r.end_month
    from changed c join public.statistics_group o on o.id = c.group_id
    join public.statistics_run r on r.cohort_id = c.cohort_id and r.region_id = o.region_id;
  insert into public.statistics_release (region_id, waiting, is_partial, is_partial_public, swept_on, released_at)
    select n.region_id, n.waiting, n.waiting > 0, n.waiting > 0 or n.has_narrow, coalesce(n.swept_on, app.today()), now()
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
  'numbered',
  'touched',
  'due',
  'shape',
  'unit',
  'made',
  'way',
  'changed',
  'part',
  'wide',
  'wide_way',
];

const release = `
  create function app.release_statistics() returns void language plpgsql volatile security definer set search_path = '' as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('app.refresh_statistics', 0));
    ${[look, dividing, gathering, showing, widening, writing].join('\n')}
    drop table ${temporary.map((table) => `pg_temp.${table}`).join(', ')};
  end $$;
  comment on function app.release_statistics() is
    'Brings the groups that the public and analysts are told of to the cohorts; nobody leaves a group but with enough others.';
`;
