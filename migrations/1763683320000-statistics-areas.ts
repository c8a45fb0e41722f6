import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People by district and village of their address. A group of five with an equal life has no address in common, and
 * groups by address would be a second division of the same people, whose differences to the first tell of few. So areas
 * are told in whole tens: what is missing to the sum of a program may be anywhere in what is left over of its areas, up to
 * nine of each. And what is told changes, from month to month and from day to day, only where five people and more make
 * the difference.
 */
export class StatisticsAreas1763683320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(release);
    await runner.query(replacing(alone, withAreas));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(withAreas, alone));
    await runner.query('drop function app.release_areas(); drop table statistics_area;');
  }
}

const table = `
  create table statistics_area (
    id uuid constraint statistics_area_id_key primary key default gen_random_uuid(),
    program_id uuid not null constraint statistics_area_program_fk references program on delete cascade,
    area_id uuid not null constraint statistics_area_area_fk references region on delete restrict,
    first_month integer not null,
    end_month integer not null,
    counted integer not null,
    persons integer not null,
    constraint statistics_area_persons_tens check (persons >= 0 and persons % 10 = 0),
    constraint statistics_area_months_order check (end_month > first_month)
  );
  comment on table statistics_area is
    'Persons of a program with cover in each of these months, by the district and by the ward or village of their address. Months are numbered from year 0; the end is excluded.';
  comment on column statistics_area.counted is 'Persons when what is told of them last changed. Never told.';
  comment on column statistics_area.persons is 'What is told: whole tens of these, rounded down; 0: nothing.';
  create index statistics_area_program_index on statistics_area (program_id);
  create index statistics_area_area_index on statistics_area (area_id);
  alter table statistics_area enable row level security;
  alter table statistics_area force row level security;
  create policy statistics_area_owner on statistics_area to payung_owner using (true) with check (true);
`;

/**
 * Only those of whom groups tell, with the months that their group shows: what an area has is a part of what groups tell,
 * and says nothing of whoever waits for a group or lives otherwise than theirs.
 */
const present = `
      with home as (
        select m.region_id, g.cohort_id, b.address_region_id, count(*) as persons
        from public.statistics_group_member m
        join public.statistics_group g on g.id = m.group_id
        join public.beneficiary b on b.region_id = m.region_id and b.person_id = m.person_id
        where g.cohort_id is not null and b.address_region_id is not null group by 1, 2, 3),
      place as (
        select h.region_id, h.cohort_id, a.id as area_id, sum(h.persons) as persons
        from home h
        join public.region v on v.id = h.address_region_id
        join public.region a on a.code in (v.code, left(v.code, 8)) and a.level in ('DISTRICT', 'WARD', 'VILLAGE') group by 1, 2, 3),
      life as (
        select r.region_id, r.cohort_id, r.program_id, range_agg(int4range(r.first_month, r.end_month)) as months
        from public.statistics_run r group by 1, 2, 3),
      change as (
        select l.program_id, p.area_id, x.month, x.persons
        from place p join life l on l.region_id = p.region_id and l.cohort_id = p.cohort_id
        cross join lateral unnest(l.months) s
        cross join lateral (values (lower(s), p.persons), (upper(s), -p.persons)) x(month, persons)
        -- what was told is looked at month by month as well
        union all select f.program_id, f.area_id, x.month, 0 from formerly f cross join lateral (values (f.first_month), (f.end_month)) x(month)),
      level as (
        select c.program_id, c.area_id, c.month as first_month, lead(c.month) over by_area as end_month,
          sum(sum(c.persons)) over by_area as persons
        from change c group by 1, 2, 3 window by_area as (partition by c.program_id, c.area_id order by c.month))
      select l.*, f.counted as former_counted, f.persons as former_told from level l
      left join formerly f on f.program_id = l.program_id and f.area_id = l.area_id and l.first_month >= f.first_month and l.first_month < f.end_month
      where l.end_month is not null
      order by l.program_id, l.area_id, l.first_month`;

const release = `
  create function app.release_areas() returns void language plpgsql volatile security definer set search_path = '' set work_mem = '64MB' as $$
  declare
    at record;
    place text := '';
    counted integer;
    told integer;
  begin
    create temporary table formerly on commit drop as select * from public.statistics_area;
    create temporary table area on commit drop as select f.program_id, f.area_id, f.first_month, f.end_month, f.counted, f.persons from formerly f where false;
    for at in ${present} loop
      if place <> at.program_id::text || at.area_id then
        place := at.program_id::text || at.area_id;
        counted := 0;
        told := 0;
      end if;
      if abs(at.persons - at.former_counted) < 5 then
        counted := at.former_counted;
        told := at.former_told;
      elsif abs(at.persons - counted) >= 5 then
        counted := at.persons;
        told := at.persons - at.persons % 10;
      end if;
      if counted > 0 then
        insert into area values (at.program_id, at.area_id, at.first_month, at.end_month, counted, told);
      end if;
    end loop;
    delete from public.statistics_area;
    insert into public.statistics_area (program_id, area_id, first_month, end_month, counted, persons)
      select a.program_id, a.area_id, lower(s), upper(s), a.counted, a.persons
      from (select x.program_id, x.area_id, x.counted, x.persons, range_agg(int4range(x.first_month, x.end_month)) as months
        from area x group by 1, 2, 3, 4) a cross join lateral unnest(a.months) s;
    drop table pg_temp.formerly, pg_temp.area;
  end $$;
  comment on function app.release_areas() is 'Brings what is told of areas to their people, once a day; for app.release_statistics.';
  revoke execute on function app.release_areas() from public;
`;

const alone = `if everybody then
`;
const withAreas = `if everybody then
      perform app.release_areas();
`;

/** A part of the function's body for another; the rest of it is as 1763683301200 made it. */
const replacing = (before: string, after: string): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('app.release_statistics(boolean)'::regprocedure);
  begin
    if position($before$${before}$before$ in definition) = 0 then
      raise exception 'app.release_statistics(boolean) is not as expected';
    end if;
    execute replace(definition, $before$${before}$before$, $after$${after}$after$);
  end $change$;
`;
