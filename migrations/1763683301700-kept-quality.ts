import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The state of the data of a region's people is counted once and kept until something of them changes: counting a
 * million registrations takes longer than anybody waits. What changed is counted anew by the program within a minute,
 * and for whoever asks earlier at that very moment, so that an answer never lags.
 */
export class KeptQuality1763683301700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(marks);
    await runner.query(counting);
    await runner.query(keeping);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of watched)
      for (const event of events) await runner.query(`drop trigger ${table}_quality_${event} on ${table}`);
    await runner.query(`
      drop function app.data_quality(uuid[], uuid[]), app.keep_quality(), app.count_quality(uuid[], uuid[]),
        app.mark_registered(), app.mark_enrolled(), app.mark_checked();
      drop table quality_stale;
      drop table quality_count;
    `);
  }
}

const watched = [
  ['beneficiary', 'mark_registered'],
  ['enrollment', 'mark_enrolled'],
  ['verification', 'mark_checked'],
] as const;
const events = ['insert', 'update', 'delete'] as const;

const owned = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_owner on ${table} to payung_owner using (true) with check (true);
`;

const tables = `
  create table quality_count (
    region_id uuid constraint quality_count_region_key primary key constraint quality_count_region_fk references region on delete restrict,
    registrations integer not null,
    active integer not null,
    issues jsonb not null,
    checks jsonb not null,
    counted_on date not null
  );
  comment on table quality_count is 'State of the data of a region''s people when last counted; true unless the region is in quality_stale, or another day.';
  create table quality_stale (
    id bigint generated always as identity constraint quality_stale_id_key primary key,
    region_id uuid not null constraint quality_stale_region_fk references region on delete restrict
  );
  comment on table quality_stale is 'Regions in which something of people changed since they were counted; a region may stand here several times.';
  create index quality_stale_region_index on quality_stale (region_id);
  ${owned('quality_count')}
  ${owned('quality_stale')}
`;

const marking = (name: string, regions: string): string => `
  create function app.${name}() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.quality_stale (region_id) ${regions};
    return null;
  end $$;
  revoke execute on function app.${name}() from public;
`;

const marks = `
  ${marking(
    'mark_registered',
    // whoever else registered the same people has them elsewhere now
    `select n.region_id from changed n union select o.region_id from changed n join public.beneficiary o on o.person_id = n.person_id`,
  )}
  ${marking('mark_enrolled', 'select distinct n.region_id from changed n')}
  ${marking('mark_checked', 'select distinct b.region_id from changed n join public.beneficiary b on b.id = n.beneficiary_id')}
  ${watched
    .flatMap(([table, name]) =>
      events.map(
        (event) => `
  create trigger ${table}_quality_${event} after ${event} on ${table} referencing ${event === 'delete' ? 'old' : 'new'} table as changed
    for each statement execute function app.${name}();`,
      ),
    )
    .join('')}
`;

/** What is counted on registrations, and on active enrollments. */
const ofRegistrations = {
  NIK_PREFIX_ELSEWHERE: "'PREFIX_ELSEWHERE' = any (b.nik_findings)",
  NIK_BIRTH_DATE_DIFFERS: "'BIRTH_DATE_DIFFERS' = any (b.nik_findings)",
  NIK_SEX_DIFFERS: "'SEX_DIFFERS' = any (b.nik_findings)",
  NIK_DATE_IMPOSSIBLE: "'DATE_IMPOSSIBLE' = any (b.nik_findings)",
  AGE_OVER_100: "'AGE_OVER_100' = any (b.nik_findings)",
  BIRTH_DATE_MISSING: 'b.birth_date is null',
  SEX_MISSING: 'b.sex is null',
  DECILE_MISSING: 'b.decile is null',
  ADDRESS_REGION_MISSING: 'b.address_region_id is null',
};
const ofActive = {
  ACTIVE_AT_65: "b.birth_date <= (app.today() - interval '65 years')::date",
  ACTIVE_AFTER_DEATH: 'b.died_on is not null',
  KPJ_MISSING: 'e.kpj is null',
};
const counts = (conditions: Readonly<Record<string, string>>): string =>
  Object.entries(conditions)
    .map(([issue, condition]) => `'${issue}', count(*) filter (where ${condition})`)
    .join(', ');
const none = (conditions: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.fromEntries(Object.keys(conditions).map((issue) => [issue, 0])));

const counting = `
  create function app.count_quality(regions uuid[], programs uuid[])
    returns table (region_id uuid, registrations integer, active integer, issues jsonb, checks jsonb)
    language sql stable security definer set search_path = '' rows 20 as $$
    with person_of as not materialized (
      select b.* from public.beneficiary b
      where b.region_id = any (regions) and (programs is null
        or exists (select from public.enrollment o where o.beneficiary_id = b.id and o.program_id = any (programs)))),
    registered as (select b.region_id, count(*) as registrations, jsonb_build_object(${counts(ofRegistrations)}) as issues from person_of b group by 1),
    active_of as (
      select e.region_id, count(*) as active, jsonb_build_object(${counts(ofActive)}) as issues
      from public.enrollment e join public.beneficiary b on b.id = e.beneficiary_id
      where e.region_id = any (regions) and e.state = 'ACTIVE' and (programs is null or e.program_id = any (programs)) group by 1),
    alike as (
      select a.region_id, sum(a.persons) as persons from (
        select b.region_id, count(*) as persons from person_of b where b.birth_date is not null group by b.region_id, lower(b.name), b.birth_date having count(*) > 1) a group by 1),
    elsewhere as (
      select b.region_id, count(*) as persons from person_of b
      where exists (select from public.beneficiary o where o.person_id = b.person_id and o.region_id <> b.region_id) group by 1),
    latest as (
      select distinct on (v.beneficiary_id, v.check_kind) v.check_kind, v.result, b.region_id
      from public.verification v join person_of b on b.id = v.beneficiary_id
      order by v.beneficiary_id, v.check_kind, v.checked_on desc, v.id desc),
    checked as (
      select c.region_id, jsonb_object_agg(c.name, c.persons) as checks
      from (select l.region_id, l.check_kind || ' ' || l.result as name, count(*) as persons from latest l group by 1, 2) c group by 1)
    select g.region_id, g.registrations::integer, coalesce(a.active, 0)::integer,
      g.issues || coalesce(a.issues, '${none(ofActive)}')
        || jsonb_build_object('SAME_NAME_AND_BIRTH_DATE', coalesce(k.persons, 0), 'REGISTERED_ELSEWHERE', coalesce(w.persons, 0)),
      coalesce(c.checks, '{}')
    from registered g left join active_of a on a.region_id = g.region_id left join alike k on k.region_id = g.region_id
    left join elsewhere w on w.region_id = g.region_id left join checked c on c.region_id = g.region_id
  $$;
  comment on function app.count_quality(uuid[], uuid[]) is 'Counts the state of the data of regions'' people; null programs: all.';
`;

const keeping = `
  create function app.data_quality(regions uuid[], programs uuid[])
    returns table (region_id uuid, registrations integer, active integer, issues jsonb, checks jsonb)
    language sql stable security definer set search_path = '' rows 20 as $$
    with seen as materialized (
      select r.id, programs is null and exists (select from public.quality_count c where c.region_id = r.id and c.counted_on = app.today())
        and not exists (select from public.quality_stale s where s.region_id = r.id) as is_kept
      from unnest(regions) r(id) where r.id in (select app.person_regions()))
    select c.region_id, c.registrations, c.active, c.issues, c.checks from public.quality_count c
    where c.region_id in (select s.id from seen s where s.is_kept)
    union all
    select q.* from app.count_quality(array(select s.id from seen s where not s.is_kept), programs) q
  $$;
  comment on function app.data_quality(uuid[], uuid[]) is
    'State of the data of people in regions whose people the actor may see: as kept where nothing changed today, else counted now; null programs: all.';

  create function app.keep_quality() returns integer language plpgsql volatile security definer set search_path = '' as $$
  declare
    due uuid[];
    taken bigint[];
  begin
    perform pg_advisory_xact_lock(hashtextextended('app.keep_quality', 0));
    -- marks that come while this counts stay
    taken := array(select s.id from public.quality_stale s);
    due := array(
      select s.region_id from public.quality_stale s where s.id = any (taken)
      union select c.region_id from public.quality_count c where c.counted_on <> app.today());
    if cardinality(due) = 0 then
      return 0;
    end if;
    delete from public.quality_count c where c.region_id = any (due);
    insert into public.quality_count (region_id, registrations, active, issues, checks, counted_on)
      select q.region_id, q.registrations, q.active, q.issues, q.checks, app.today() from app.count_quality(due, null) q;
    delete from public.quality_stale s where s.id = any (taken);
    return cardinality(due);
  end $$;
  comment on function app.keep_quality() is 'Counts regions anew in which something changed, or the day; gives their number.';
  revoke execute on function app.data_quality(uuid[], uuid[]), app.keep_quality(), app.count_quality(uuid[], uuid[]) from public;
  grant execute on function app.data_quality(uuid[], uuid[]), app.keep_quality() to payung_app;
  insert into quality_stale (region_id) select distinct b.region_id from beneficiary b;
`;
