import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * To write down one new row took 0.25 ms, most of it for reading and planning a statement made for the occasion: more than
 * everything else that an insert costs. PL/pgSQL keeps the plans of a trigger function for each trigger by itself, so one
 * statement, with rows as JSON, serves all tables and is planned once. Only of many rows is a statement still made, since it
 * reads them faster (1763683303100). Creating a program with its parts takes PostgreSQL half of the time that it took. The
 * trail says the same, to the letter.
 */
export class TrailWithKeptPlans1763683343000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(regionOf);
    await runner.query(recordChange(keptPlans));
    await runner.query(awaitDecision(lockedByPlan));
    await runner.query(
      actorId(
        "stable return (case when session_user = 'payung_app' then nullif(current_setting('app.actor_id', true), '')::uuid end)",
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      actorId(`stable security definer set search_path = '' as $$
    select case when session_user = 'payung_app' then nullif(current_setting('app.actor_id', true), '')::uuid end
  $$`),
    );
    await runner.query(awaitDecision(lockedByText));
    await runner.query(recordChange(byText));
    await runner.query('drop function app.region_of(text, uuid);');
  }
}

/** Without a search path of its own, which a body read at its making does not need, PostgreSQL writes it into the query. */
const actorId = (rest: string): string =>
  `create or replace function app.actor_id() returns uuid language sql ${rest};`;

const regionOf = `
  create function app.region_of(concept text, record_id uuid) returns uuid language plpgsql stable set search_path = '' as $$
  declare
    region uuid;
  begin
    -- what is written most with its parts, by plans that are kept
    if concept = 'program' then
      return (select p.region_id from public.program p where p.id = record_id);
    elsif concept = 'mou' then
      return (select m.region_id from public.mou m where m.id = record_id);
    end if;
    if exists (
      select from pg_catalog.pg_attribute a
      where a.attrelid = format('public.%I', concept)::regclass and a.attname = 'region_id' and not a.attisdropped) then
      execute format('select r.region_id from public.%I r where r.id = $1', concept) into region using record_id;
    end if;
    return region;
  end $$;
  comment on function app.region_of(text, uuid) is 'Region of a record of any concept; null: it has none.';
  revoke execute on function app.region_of(text, uuid) from public;
`;

const recordChange = (body: string): string => `
  create or replace function app.record_change() returns trigger language plpgsql security definer set search_path = '' as $$${body} $$;
`;

const keptPlans = `
  -- arguments: concept, column that holds the concept's id, then columns whose values are personal or secret
  declare
    concept text := tg_argv[0];
    key text := tg_argv[1];
    hidden text[] := coalesce(tg_argv[2:], '{}');
    olds jsonb[];
    news jsonb[];
    is_many boolean;
  begin
    if tg_op = 'INSERT' then
      news := array(select to_jsonb(n) from new_rows n limit 21);
      is_many := cardinality(news) > 20;
    elsif tg_op = 'DELETE' then
      olds := array(select to_jsonb(o) from old_rows o limit 21);
      is_many := cardinality(olds) > 20;
    else
      is_many := (select count(*) > 20 from (select from new_rows limit 21) r);
      if not is_many then
        select array_agg(p.o), array_agg(p.n) into olds, news
        from (select to_jsonb(o) as o, to_jsonb(n) as n from new_rows n join old_rows o on o.id = n.id) p
        where p.o - array['created_at', 'updated_at', 'version'] <> p.n - array['created_at', 'updated_at', 'version'];
      end if;
    end if;
    if not is_many then
      insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
      select app.actor_id(), coalesce(current_setting('app.request_id', true), ''),
        coalesce(nullif(current_setting('app.verb', true), ''), lower(tg_op)), concept, (r.side ->> key)::uuid,
        case when tg_table_name = concept then (r.side ->> 'region_id')::uuid else app.region_of(concept, (r.side ->> key)::uuid) end,
        tg_table_name, (r.side ->> 'id')::uuid, tg_op, app.changed_fields(r.o, r.n, hidden)
      from (select c.o, c.n, coalesce(c.n, c.o) as side from unnest(olds, news) as c(o, n)) r;
      return null;
    end if;
    declare
      side text := case tg_op when 'DELETE' then 'o' else 'n' end;
      has_region boolean := exists (
        select from pg_catalog.pg_attribute a
        where a.attrelid = format('public.%I', concept)::regclass and a.attname = 'region_id' and not a.attisdropped);
      region text := case when not has_region then 'null'
        when tg_table_name = concept then format('%I.region_id', side)
        else format('(select r.region_id from public.%I r where r.id = %I.%I)', concept, side, key) end;
      changes text := case tg_op when 'UPDATE' then format('app.changed_fields(to_jsonb(o), to_jsonb(n), %L::text[])', hidden)
        else app.filled_columns(tg_relid, side, hidden) end;
      changed text := case tg_op when 'INSERT' then 'new_rows n' when 'DELETE' then 'old_rows o'
        else 'new_rows n join old_rows o on o.id = n.id
          where (to_jsonb(o) - array[''created_at'', ''updated_at'', ''version'']) <> (to_jsonb(n) - array[''created_at'', ''updated_at'', ''version''])' end;
    begin
      execute format($sql$
        insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
        select (select app.actor_id()), (select coalesce(current_setting('app.request_id', true), '')),
          (select coalesce(nullif(current_setting('app.verb', true), ''), lower(%1$L))), %2$L, %6$I.%3$I, %4$s, %5$L, %6$I.id, %1$L, $sql$,
        tg_op, concept, key, region, tg_table_name, side) || changes || ' from ' || changed;
      return null;
    end;
  end`;

const byText = `
  -- arguments: concept, column that holds the concept's id, then columns whose values are personal or secret
  declare
    concept text := tg_argv[0];
    key text := tg_argv[1];
    hidden text[] := coalesce(tg_argv[2:], '{}');
    side text := case tg_op when 'DELETE' then 'o' else 'n' end;
    has_region boolean := exists (
      select from pg_catalog.pg_attribute a
      where a.attrelid = format('public.%I', concept)::regclass and a.attname = 'region_id' and not a.attisdropped);
    region text := case when not has_region then 'null'
      when tg_table_name = concept then format('%I.region_id', side)
      else format('(select r.region_id from public.%I r where r.id = %I.%I)', concept, side, key) end;
    is_many boolean := false;
    changes text;
    changed text := case tg_op when 'INSERT' then 'new_rows n' when 'DELETE' then 'old_rows o'
      else 'new_rows n join old_rows o on o.id = n.id
        where (to_jsonb(o) - array[''created_at'', ''updated_at'', ''version'']) <> (to_jsonb(n) - array[''created_at'', ''updated_at'', ''version''])' end;
  begin
    if tg_op = 'INSERT' then
      is_many := (select count(*) > 20 from (select from new_rows limit 21) r);
    elsif tg_op = 'DELETE' then
      is_many := (select count(*) > 20 from (select from old_rows limit 21) r);
    end if;
    changes := case
      when tg_op = 'UPDATE' then format('app.changed_fields(to_jsonb(o), to_jsonb(n), %L::text[])', hidden)
      when is_many then app.filled_columns(tg_relid, side, hidden)
      else format('(select coalesce(jsonb_object_agg(e.key, case when e.key = any (%L::text[]) then ''["***", "***"]''::jsonb
          else %s end), ''{}'')
        from jsonb_each(to_jsonb(%I)) e
        where e.value <> ''null'' and e.key not in (''id'', ''created_at'', ''updated_at'', ''version''))',
        hidden, case tg_op when 'INSERT' then 'jsonb_build_array(null, e.value)' else 'jsonb_build_array(e.value, null)' end, side) end;
    execute format($sql$
      insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
      select (select app.actor_id()), (select coalesce(current_setting('app.request_id', true), '')),
        (select coalesce(nullif(current_setting('app.verb', true), ''), lower(%1$L))), %2$L, %6$I.%3$I, %4$s, %5$L, %6$I.id, %1$L, $sql$,
      tg_op, concept, key, region, tg_table_name, side) || changes || ' from ' || changed;
    return null;
  end`;

const awaitDecision = (body: string): string => `
  create or replace function app.await_decision() returns trigger language plpgsql security definer set search_path = '' as $$${body} $$;
`;

const lockedByPlan = `
  begin
    if tg_argv[0] = 'mou' then
      perform from public.mou m where m.id = case tg_op when 'DELETE' then old.mou_id else new.mou_id end for share;
    else
      perform from public.program p where p.id = case tg_op when 'DELETE' then old.program_id else new.program_id end for share;
    end if;
    return coalesce(new, old);
  end`;

const lockedByText = `
  begin
    execute format('select from public.%I where id = $1 for share', tg_argv[0])
      using (to_jsonb(coalesce(new, old)) ->> (tg_argv[0] || '_id'))::uuid;
    return coalesce(new, old);
  end`;
