import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What may be told of coverage to those who may not see people: groups of at least ten for the public, divided into
 * groups of at least five for analysts. A person stays in a group for good; a group only divides into groups that are
 * large enough. All answers are sums over whole groups, and so is every difference between two answers, of today or
 * of different days: none is smaller than a group.
 */
export class StatisticsGroups1763683260200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rights);
    await runner.query(coarsening);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.coarsen_units(integer, boolean);
      drop table statistics_release;
      drop table statistics_group_run;
      drop table statistics_group_member;
      drop table statistics_group;
    `);
  }
}

const tables = `
  create table statistics_group (
    id uuid constraint statistics_group_id_key primary key default gen_random_uuid(),
    level smallint not null constraint statistics_group_level_check check (level in (5, 10)),
    region_id uuid not null constraint statistics_group_region_fk references region on delete restrict,
    wide_id uuid constraint statistics_group_wide_fk references statistics_group on delete restrict,
    labels text[] not null,
    persons integer not null,
    cohort_id uuid,
    constraint statistics_group_persons_least check (persons >= level),
    constraint statistics_group_wide_level check (wide_id is null or level = 5)
  );
  comment on column statistics_group.level is 'Least number of persons: 5 for analysts, 10 for the public.';
  comment on column statistics_group.wide_id is 'Public group of which this one is a part; null: it is the public one, or the public is not told yet.';
  comment on column statistics_group.labels is 'What is told of the group: programs, categories, months, sex, decile; null: too few persons share it.';
  comment on column statistics_group.cohort_id is 'Cohort whose months the group shows: the most common among its persons; null: no months any more.';
  create index statistics_group_region_index on statistics_group (region_id);
  create index statistics_group_wide_index on statistics_group (wide_id);

  create table statistics_group_member (
    region_id uuid not null constraint statistics_group_member_region_fk references region on delete restrict,
    person_id uuid not null,
    group_id uuid not null constraint statistics_group_member_group_fk references statistics_group on delete restrict,
    cohort_id uuid,
    constraint statistics_group_member_person_key primary key (region_id, person_id)
  );
  comment on column statistics_group_member.cohort_id is 'Cohort when last looked at; null: no months any more.';
  create index statistics_group_member_group_index on statistics_group_member (group_id);

  create table statistics_group_run (
    id uuid constraint statistics_group_run_id_key primary key default gen_random_uuid(),
    group_id uuid not null constraint statistics_group_run_group_fk references statistics_group on delete cascade,
    level smallint not null,
    region_id uuid not null constraint statistics_group_run_region_fk references region on delete restrict,
    program_id uuid constraint statistics_group_run_program_fk references program on delete restrict,
    category_id uuid constraint statistics_group_run_category_fk references category on delete restrict,
    sex text,
    decile smallint,
    funding_source text not null,
    office_id uuid constraint statistics_group_run_office_fk references office on delete restrict,
    is_paid boolean not null,
    monthly_rupiah numeric(18,0) not null,
    first_month integer not null,
    end_month integer not null
  );
  comment on table statistics_group_run is 'Months of a group, of one person each; null: not told.';
  create index statistics_group_run_group_index on statistics_group_run (group_id);
  create index statistics_group_run_region_index on statistics_group_run (region_id, level, first_month);
  create index statistics_group_run_program_index on statistics_group_run (program_id);
  create index statistics_group_run_category_index on statistics_group_run (category_id);
  create index statistics_group_run_office_index on statistics_group_run (office_id);

  create table statistics_release (
    region_id uuid constraint statistics_release_region_key primary key constraint statistics_release_region_fk references region on delete restrict,
    waiting integer not null,
    is_partial boolean not null,
    is_partial_public boolean not null,
    swept_on date not null,
    released_at timestamptz not null
  );
  comment on table statistics_release is 'How far the groups of a payer region are.';
  comment on column statistics_release.waiting is 'Persons in no group yet. Never told.';
  comment on column statistics_release.is_partial is 'Whether somebody is in no group of analysts yet; is_partial_public: of the public.';
`;

const kept = (table: string, policy: string, columns = ''): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_owner on ${table} to payung_owner using (true) with check (true);
  grant select ${columns} on ${table} to payung_app;
  create policy ${table}_read on ${table} for select to payung_app using (${policy});
`;

const analysts = 'level = 10 or region_id = any (array(select app.readable_regions()))';

const rights = `
  ${kept('statistics_group', analysts, '(id, level, region_id, persons)')}
  ${kept('statistics_group_run', analysts)}
  ${kept('statistics_release', 'true', '(region_id, is_partial, is_partial_public, released_at)')}
  alter table statistics_group_member enable row level security;
  alter table statistics_group_member force row level security;
  create policy statistics_group_member_owner on statistics_group_member to payung_owner using (true) with check (true);
`;

/**
 * Works on pg_temp.unit, which app.release_statistics fills: persons of a block, numbered, with their labels. Whoever
 * knows the whole of a block from elsewhere (analysts know bills) would know those who are left alone by subtraction:
 * then as many others beside them are not told either.
 */
const coarsening = `
  create function app.coarsen_units(least_persons integer, has_known_whole boolean) returns void language plpgsql volatile security definer set search_path = '' as $$
  declare
    depth integer := (select coalesce(max(cardinality(u.labels)), 0) from pg_temp.unit u);
    untold text[];
  begin
    for level in reverse depth .. 1 loop
      untold := array_fill(null::text, array[depth - level + 1]);
      -- what too few share is not told
      update pg_temp.unit u set shown = u.shown[1:level - 1] || untold
        from (
          select p.block, p.shown[1:level] as prefix from pg_temp.unit p where p.shown[level] is not null
          group by 1, 2 having sum(p.persons) < least_persons) poor
        where u.block = poor.block and u.shown[1:level] = poor.prefix;
      continue when not has_known_whole;
      -- as many of the largest group beside them
      with lonely as (
        select l.block, l.shown[1:level - 1] as parent from pg_temp.unit l where l.shown[level] is null
        group by 1, 2 having sum(l.persons) < least_persons),
      beside as (
        select u.ctid as place, u.*, u.shown[1:level - 1] as parent, sum(u.persons) over (partition by u.block, u.shown) as together
        from pg_temp.unit u where u.shown[level] is not null),
      picked as (
        select distinct on (b.block, b.parent) b.* from beside b join lonely l on l.block = b.block and l.parent = b.parent
        where b.persons >= least_persons and b.together >= 2 * least_persons
        order by b.block, b.parent, b.together desc, b.persons desc, b.key),
      fewer as (
        update pg_temp.unit u set persons = u.persons - least_persons, last_number = u.last_number - least_persons
        from picked p where u.ctid = p.place)
      insert into pg_temp.unit (block, key, labels, shown, persons, first_number, last_number)
        select p.block, p.key, p.labels, p.parent || untold, least_persons, p.last_number - least_persons + 1, p.last_number from picked p;
      delete from pg_temp.unit u where u.persons = 0;
      -- or, where no group can spare them, the whole of the smallest
      update pg_temp.unit u set shown = u.shown[1:level - 1] || untold
        from (
          select distinct on (g.block, g.parent) g.block, g.shown
          from (select n.block, n.shown[1:level - 1] as parent, n.shown, sum(n.persons) as persons from pg_temp.unit n
            where n.shown[level] is not null group by 1, 2, 3) g
          join (select l.block, l.shown[1:level - 1] as parent from pg_temp.unit l where l.shown[level] is null
            group by 1, 2 having sum(l.persons) < least_persons) lonely on lonely.block = g.block and lonely.parent = g.parent
          order by g.block, g.parent, g.persons, g.shown) taken
        where u.block = taken.block and u.shown = taken.shown;
    end loop;
  end $$;
  comment on function app.coarsen_units(integer, boolean) is
    'Takes labels away, from special to general, until all who share what is left of them are so many.';
  revoke execute on function app.coarsen_units(integer, boolean) from public;
`;
