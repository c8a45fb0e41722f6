import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the cells of analytics say, for callers of the program who may read figures of a region but not its people. */
export class StatisticsCells1763683260500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cells);
    await runner.query(`
      revoke execute on function ${functions.join(', ')} from public;
      grant execute on function ${functions.join(', ')} to payung_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of functions) await runner.query(`drop function ${name}`);
  }
}

const functions = ['app.cells_of(text, uuid[])', 'app.active_people(uuid[])', 'app.people_elsewhere(uuid[])'];

const cells = `
  create function app.cells_of(wanted text, regions uuid[])
    returns table (region_id uuid, program_id uuid, status text, category_code text, labels text[], persons integer, person_months bigint, rupiah numeric)
    language sql stable security definer set search_path = '' rows 500 as $$
    select c.region_id, c.program_id, c.status, c.category_code, c.labels, c.persons, c.person_months, c.rupiah
    from public.analytics_cell c
    where c.facet = wanted and c.region_id = any (regions)
      and c.region_id in (select app.readable_regions()) and c.region_id not in (select app.person_regions())
  $$;
  comment on function app.cells_of(text, uuid[]) is
    'Cells of a facet, the very ones that analysts read by SQL, of regions whose people the actor may not see.';

  create function app.active_people(regions uuid[]) returns table (region_id uuid, persons bigint, has_some boolean)
    language sql stable security definer set search_path = '' rows 100 as $$
    with asked as materialized (
      select r.id, r.id in (select app.person_regions()) as sees_people, r.id in (select app.readable_regions()) as sees_cells
      from unnest(regions) r(id)),
    counted as (
      select e.region_id, count(distinct e.person_id) as persons, 0 as least from public.enrollment e
      where e.state = 'ACTIVE' and e.region_id in (select a.id from asked a where a.sees_people) group by 1
      union all
      select c.region_id, sum(c.persons), case when a.sees_cells then 5 else 10 end
      from public.analytics_cell c join asked a on a.id = c.region_id
      where c.facet = 'PEOPLE' and c.status = 'ACTIVE' and not a.sees_people group by 1, 3)
    select a.id, case when a.sees_people then coalesce(c.persons, 0) when a.sees_cells then c.persons end,
      coalesce(c.persons > 0 and c.persons >= c.least, false)
    from asked a left join counted c on c.region_id = a.id
  $$;
  comment on function app.active_people(uuid[]) is
    'Persons with an active enrollment in programs of each region: exact, or by cells (null: too few, or for the public); whether there are some.';

  create function app.people_elsewhere(regions uuid[]) returns table (person_id uuid)
    language sql stable security definer set search_path = '' rows 1000 as $$
    select distinct b.person_id from public.beneficiary b
    join public.beneficiary o on o.person_id = b.person_id and o.region_id <> b.region_id
    where b.region_id = any (regions) and b.region_id in (select app.person_regions())
  $$;
  comment on function app.people_elsewhere(uuid[]) is
    'Persons of regions whose people the actor may see, whom another region registered too; never which.';
`;
