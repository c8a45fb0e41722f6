import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever may see the people of all regions reads as payung_nationwide. Of `region_id = any (array(select …))` the planner
 * thinks that there are ten, and fetches and sorts the people of the whole country for a page of a hundred; each row is
 * compared with 552 regions besides. The policies of that role ask once per statement, and of the actor, not of the role.
 */
export class NationwideReading1763683309000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(question);
    await runner.query(rights);
    await runner.query(mirror);
    await runner.query('select app.mirror_reading()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(forgetting);
    await runner.query(`
      drop function app.mirror_reading();
      drop function app.mirrored_policies();
      drop function app.reading_rights(text);
      drop function app.reads_everywhere();
      revoke usage on schema app from payung_nationwide;
    `);
  }
}

const question = `
  create function app.reads_everywhere() returns boolean
    language plpgsql stable security definer set search_path = '' as $$
  begin
    return exists (
      select from public.staff_grant g join public.staff s on s.id = g.staff_id and s.is_active
      where g.staff_id = app.actor_id() and g.region_id is null
        and g.role in ('ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'));
  end $$;
  comment on function app.reads_everywhere() is
    'Whether app.person_regions() and app.readable_regions() are all regions for the actor.';
  revoke execute on function app.reads_everywhere() from public;
  grant execute on function app.reads_everywhere() to payung_app;
`;

const rights = `
  create function app.reading_rights(reader text) returns setof text
    language sql stable set search_path = '' as $$
    select 'usage on schema app' where exists (
      select from pg_catalog.pg_namespace n cross join pg_catalog.aclexplode(n.nspacl) g
      where n.nspname = 'app' and g.grantee = reader::regrole and g.privilege_type = 'USAGE')
    union all
    select 'select on table ' || c.oid::regclass
    from pg_catalog.pg_class c cross join pg_catalog.aclexplode(c.relacl) g
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and g.grantee = reader::regrole and g.privilege_type = 'SELECT'
    union all
    select pg_catalog.format('select (%I) on table %s', a.attname, c.oid::regclass)
    from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    cross join pg_catalog.aclexplode(a.attacl) g
    where c.relnamespace = 'public'::regnamespace and g.grantee = reader::regrole and g.privilege_type = 'SELECT'
    union all
    select 'execute on routine ' || p.oid::regprocedure
    from pg_catalog.pg_proc p cross join pg_catalog.aclexplode(p.proacl) g
    where p.pronamespace in ('app'::regnamespace, 'public'::regnamespace)
      and p.proowner = 'payung_owner'::regrole and g.grantee = reader::regrole and g.privilege_type = 'EXECUTE'
  $$;
  comment on function app.reading_rights(text) is 'What a role of ours has been granted of what reading takes, as words of GRANT.';
  revoke execute on function app.reading_rights(text) from public;
`;

const mirror = `
  create function app.mirrored_policies()
    returns table (relation text, source text, twin text, question text, twin_question text, twin_now text, is_shared boolean)
    language sql stable set search_path = '' as $$
    select r.relation, p.policyname, p.policyname || '_nationwide', p.qual,
      case when a.attname is not null then pg_catalog.regexp_replace(p.qual,
        '\\(region_id = ANY \\(ARRAY\\( SELECT app\\.(person|readable)_regions\\(\\) AS \\1_regions\\)\\)\\)',
        '( SELECT app.reads_everywhere() AS reads_everywhere)', 'g') else p.qual end,
      t.qual, 'payung_nationwide' = any (p.roles)
    from pg_catalog.pg_policies p
    cross join lateral (select pg_catalog.format('%I.%I', p.schemaname, p.tablename)) r(relation)
    left join pg_catalog.pg_attribute a on a.attrelid = r.relation::regclass and a.attname = 'region_id' and a.attnotnull
    left join pg_catalog.pg_policies t on t.schemaname = p.schemaname and t.tablename = p.tablename
      and t.policyname = p.policyname || '_nationwide'
    where p.schemaname = 'public' and 'payung_app' = any (p.roles) and p.cmd in ('SELECT', 'ALL')
  $$;
  comment on function app.mirrored_policies() is
    'Policies by which payung_app reads, and what payung_nationwide is asked instead: where that is the same, both share the policy.';
  revoke execute on function app.mirrored_policies() from public;

  create function app.mirror_reading() returns void language plpgsql set search_path = '' as $$
  declare
    statement text;
  begin
    foreach statement in array array(
      select 'grant ' || r || ' to payung_nationwide' from (
        select app.reading_rights('payung_app') except select app.reading_rights('payung_nationwide')) missing(r)
      union all
      select 'revoke ' || r || ' from payung_nationwide' from (
        select app.reading_rights('payung_nationwide') except select app.reading_rights('payung_app')) extra(r)
      union all
      select pg_catalog.format('alter policy %I on %s to payung_app, payung_nationwide', m.source, m.relation)
      from app.mirrored_policies() m where m.twin_question = m.question and not m.is_shared
      union all
      select pg_catalog.format(case when m.twin_now is null then 'create policy %I on %s for select to payung_nationwide using (%s)'
        else 'alter policy %I on %s using (%s)' end, m.twin, m.relation, m.twin_question)
      from app.mirrored_policies() m
      where m.twin_question <> m.question and m.twin_now is distinct from m.twin_question
      union all
      select pg_catalog.format('drop policy %I on public.%I', p.policyname, p.tablename)
      from pg_catalog.pg_policies p
      where p.schemaname = 'public' and p.roles = array['payung_nationwide']::name[] and not exists (
        select from app.mirrored_policies() m
        where m.twin = p.policyname and m.relation = pg_catalog.format('public.%I', p.tablename) and m.twin_question <> m.question))
    loop
      execute statement;
    end loop;
  end $$;
  comment on function app.mirror_reading() is
    'Brings what payung_nationwide may read to what payung_app may read; after every run of migrations, changes nothing where nothing differs.';
  revoke execute on function app.mirror_reading() from public;
`;

const forgetting = `
  do $$
  declare
    statement text;
  begin
    for statement in
      select 'revoke ' || r || ' from payung_nationwide' from app.reading_rights('payung_nationwide') r
      union all
      select format(case when p.roles = array['payung_nationwide']::name[] then 'drop policy %I on public.%I'
        else 'alter policy %I on public.%I to payung_app' end, p.policyname, p.tablename)
      from pg_policies p where p.schemaname = 'public' and 'payung_nationwide' = any (p.roles)
    loop
      execute statement;
    end loop;
  end $$;
`;
