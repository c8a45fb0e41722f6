import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever knows that all but a few of a program live in one district had the few: the exact sum of the program grows from
 * month to month, and where the district's tens change says what is left over, to one. So each area of a program is rounded
 * at a place of its own, which is a secret. And areas told nothing of have their rows where no view goes, because EXPLAIN
 * ANALYZE counts the rows that a filter removes.
 */
export class AreasShifted1763683344200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(shift);
    await runner.query(release(shifted));
    await runner.query(anew);
    await runner.query(fewest('persons > 0'));
    await runner.query(comments(aboutShifted));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(comments(aboutTens));
    await runner.query(release(tens));
    await runner.query(anew);
    await runner.query(fewest('persons >= 0'));
    await runner.query(
      'drop function app.area_shift(uuid, uuid); drop table statistics_area_below; drop table statistics_secret;',
    );
  }
}

const owned = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_owner on ${table} to payung_owner using (true) with check (true);
`;

const tables = `
  create table statistics_secret (
    id integer constraint statistics_secret_id_key primary key constraint statistics_secret_one_row check (id = 1),
    value uuid not null
  );
  comment on table statistics_secret is 'One row: what the places at which areas are rounded follow from. Whoever knows it can undo them.';
  insert into statistics_secret values (1, gen_random_uuid());
  ${owned('statistics_secret')}

  create table statistics_area_below (
    id uuid constraint statistics_area_below_id_key primary key default gen_random_uuid(),
    program_id uuid not null constraint statistics_area_below_program_fk references program on delete cascade,
    area_id uuid not null constraint statistics_area_below_area_fk references region on delete restrict,
    first_month integer not null,
    end_month integer not null,
    counted integer not null,
    constraint statistics_area_below_months_order check (end_month > first_month)
  );
  comment on table statistics_area_below is 'As statistics_area, where nothing is told: too few. No view reaches it.';
  comment on column statistics_area_below.counted is 'Persons when it was last looked at closely. Never told.';
  create index statistics_area_below_program_index on statistics_area_below (program_id);
  create index statistics_area_below_area_index on statistics_area_below (area_id);
  ${owned('statistics_area_below')}
`;

const shift = `
  create function app.area_shift(program uuid, area uuid) returns integer language sql stable security definer set search_path = '' as $$
    select (('x' || substr(md5(s.value::text || program || area), 1, 8))::bit(32)::bigint % 10)::integer from public.statistics_secret s
  $$;
  comment on function app.area_shift(uuid, uuid) is
    'By how many fewer persons, 0 to 9, an area of a program is rounded: always the same, and not to be guessed.';
  revoke execute on function app.area_shift(uuid, uuid) from public;
`;

// of other tens nobody was told before
const anew = `
  delete from statistics_area;
  delete from analytics_refresh;
`;

const fewest = (condition: string): string => `
  alter table statistics_area drop constraint statistics_area_persons_tens,
    add constraint statistics_area_persons_tens check (${condition} and persons % 10 = 0);
`;

/** How an area is told, and where what is not told is kept. */
interface Telling {
  readonly shift: string;
  readonly formerly: string;
  readonly keeping: string;
}

const spans = (condition: string): string => `
      from (select x.program_id, x.area_id, x.counted, x.persons, range_agg(int4range(x.first_month, x.end_month)) as months
        from area x ${condition} group by 1, 2, 3, 4) a cross join lateral unnest(a.months) s;`;

const shifted: Telling = {
  shift: 'app.area_shift(l.program_id, l.area_id)',
  formerly: `select f.program_id, f.area_id, f.first_month, f.end_month, f.counted, f.persons from public.statistics_area f
      union all select f.program_id, f.area_id, f.first_month, f.end_month, f.counted, 0 from public.statistics_area_below f`,
  keeping: `delete from public.statistics_area;
    insert into public.statistics_area (program_id, area_id, first_month, end_month, counted, persons)
      select a.program_id, a.area_id, lower(s), upper(s), a.counted, a.persons ${spans('where x.persons > 0')}
    delete from public.statistics_area_below;
    insert into public.statistics_area_below (program_id, area_id, first_month, end_month, counted)
      select a.program_id, a.area_id, lower(s), upper(s), a.counted ${spans('where x.persons = 0')}`,
};
const tens: Telling = {
  shift: '0',
  formerly: 'select * from public.statistics_area',
  keeping: `delete from public.statistics_area;
    insert into public.statistics_area (program_id, area_id, first_month, end_month, counted, persons)
      select a.program_id, a.area_id, lower(s), upper(s), a.counted, a.persons ${spans('')}`,
};

/** Only those of whom groups tell, with the months that their group shows, as 1763683320000 has it. */
const present = (shift: string): string => `
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
      select l.*, ${shift} as shift, f.counted as former_counted, f.persons as former_told from level l
      left join formerly f on f.program_id = l.program_id and f.area_id = l.area_id and l.first_month >= f.first_month and l.first_month < f.end_month
      where l.end_month is not null
      order by l.program_id, l.area_id, l.first_month`;

const release = (how: Telling): string => `
  create or replace function app.release_areas() returns void language plpgsql volatile security definer set search_path = '' set work_mem = '64MB' as $$
  declare
    at record;
    place text := '';
    counted integer;
    told integer;
  begin
    create temporary table formerly on commit drop as ${how.formerly};
    create temporary table area on commit drop as select f.program_id, f.area_id, f.first_month, f.end_month, f.counted, f.persons from formerly f where false;
    for at in ${present(how.shift)} loop
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
        told := greatest(at.persons - at.shift, 0);
        told := told - told % 10;
      end if;
      if counted > 0 then
        insert into area values (at.program_id, at.area_id, at.first_month, at.end_month, counted, told);
      end if;
    end loop;
    ${how.keeping}
    drop table pg_temp.formerly, pg_temp.area;
  end $$;
`;

/** Texts of a view of areas: Indonesian | English. */
interface About {
  readonly district: string;
  readonly village: string;
  readonly persons: string;
}

const aboutShifted: About = {
  district:
    'Orang terlindungi menurut kecamatan alamatnya, program, dan bulan, dalam kelipatan sepuluh; yang kurang dari sepuluh atau tanpa alamat tidak ada barisnya, yang kurang dari dua puluh dapat tidak ada. | People covered by district of their address, program and month, in whole tens; fewer than ten, or no address: no row; fewer than twenty may have none.',
  village:
    'Orang terlindungi menurut desa/kelurahan alamatnya, program, dan bulan, dalam kelipatan sepuluh; yang kurang dari sepuluh tidak ada barisnya, yang kurang dari dua puluh dapat tidak ada. | People covered by ward or village of their address, program and month, in whole tens; fewer than ten: no row; fewer than twenty may have none.',
  persons:
    'Orang terlindungi bulan itu, dibulatkan ke bawah ke kelipatan sepuluh setelah dikurangi 0 sampai 9, tetap untuk daerah dan program itu dan dirahasiakan: 0 sampai 18 di bawah yang sebenarnya; berubah hanya bila selisihnya lima orang atau lebih. | Persons covered in the month, rounded down to a multiple of ten after taking off 0 to 9, always the same for this area and program and a secret: 0 to 18 below the truth; changes only where five people or more make the difference.',
};
const aboutTens: About = {
  district:
    'Orang terlindungi menurut kecamatan alamatnya, program, dan bulan, dalam kelipatan sepuluh; yang kurang dari sepuluh atau tanpa alamat tidak ada barisnya. | People covered by district of their address, program and month, in whole tens; fewer than ten, or no address: no row.',
  village:
    'Orang terlindungi menurut desa/kelurahan alamatnya, program, dan bulan, dalam kelipatan sepuluh; yang kurang dari sepuluh tidak ada barisnya. | People covered by ward or village of their address, program and month, in whole tens; fewer than ten: no row.',
  persons:
    'Orang terlindungi bulan itu, dibulatkan ke bawah ke kelipatan sepuluh; berubah hanya bila selisihnya lima orang atau lebih. | Persons covered in the month, rounded down to a multiple of ten; changes only where five people or more make the difference.',
};

const comments = ({ district, village, persons }: About): string => `
  comment on view analytics.district_months is '${district}';
  comment on view analytics.village_months is '${village}';
  comment on column analytics.district_months.persons is '${persons}';
  comment on column analytics.village_months.persons is '${persons}';
`;
