import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Half of the time of writing a roster went into taking each new row apart as JSON, four times over. Rows that are new or
 * gone have one side only: of many rows the filled columns are read as they are, which a statement of its own makes quick;
 * of a few it would take longer to write that statement. The trail says the same, to the letter.
 */
export class AuditByColumn1763683303100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(filledColumns);
    await runner.query(recordChange(byColumn));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(recordChange(byPairs));
    await runner.query('drop function app.filled_columns(regclass, text, text[]);');
  }
}

const filledColumns = `
  create function app.filled_columns(kept regclass, side text, hidden text[]) returns text
    language plpgsql stable set search_path = '' as $$
  begin
    return (with field as (
      select a.attname as name, a.attnum as place, format('%I.%I', side, a.attname) as value,
        -- inside these a null says something: it stays
        t.typcategory in ('A', 'C') or t.typname in ('json', 'jsonb') as is_nested,
        case when a.attname = any (hidden) then '''["***", "***"]''::jsonb'
          when side = 'n' then format('jsonb_build_array(null, n.%I)', a.attname)
          else format('jsonb_build_array(o.%I, null)', a.attname) end as change,
        -- a function takes a hundred arguments at most
        a.attnum / 40 as part
      from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
      where a.attrelid = kept and a.attnum > 0 and not a.attisdropped
        and a.attname not in ('id', 'created_at', 'updated_at', 'version')),
    piece as (
      select f.part as place, format('jsonb_strip_nulls(jsonb_build_object(%s))',
        string_agg(format('%L, case when %s is not null then %s end', f.name, f.value, f.change), ', ' order by f.place)) as expression
      from field f where not f.is_nested group by f.part
      union all
      select 1000 + f.place, format('case when coalesce(to_jsonb(%s), ''null'') <> ''null'' then jsonb_build_object(%L, %s) else ''{}'' end',
        f.value, f.name, f.change)
      from field f where f.is_nested)
    select coalesce(string_agg(p.expression, ' || ' order by p.place), '''{}''::jsonb') from piece p);
  end $$;
  comment on function app.filled_columns(regclass, text, text[]) is
    'Expression for the filled columns of a new row (side n) or of one that is gone (side o), as the audit trail keeps them.';
  revoke execute on function app.filled_columns(regclass, text, text[]) from public;
`;

const byColumn = `
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

const byPairs = `
  -- arguments: concept, column that holds the concept's id, then columns whose values are personal or secret
  declare
    concept text := tg_argv[0];
    key text := tg_argv[1];
    hidden text[] := coalesce(tg_argv[2:], '{}');
    pairs text := case tg_op
      when 'INSERT' then 'select null::jsonb as o, to_jsonb(n) as n from new_rows n'
      when 'DELETE' then 'select to_jsonb(o) as o, null::jsonb as n from old_rows o'
      else 'select to_jsonb(o) as o, to_jsonb(n) as n from new_rows n join old_rows o on o.id = n.id' end;
    root text := case when tg_table_name = concept
      then 'coalesce(p.n, p.o) ->> ''region_id'''
      else case when exists (
        select from pg_catalog.pg_attribute a
        where a.attrelid = format('public.%I', concept)::regclass and a.attname = 'region_id' and not a.attisdropped)
      then format('(select r.region_id::text from public.%I r where r.id = (coalesce(p.n, p.o) ->> %L)::uuid)', concept, key)
      else 'null' end end;
    changes text := case tg_op when 'UPDATE' then 'app.changed_fields(p.o, p.n, %7$L::text[])' else
      '(select coalesce(jsonb_object_agg(e.key, case when e.key = any (%7$L::text[]) then ''["***", "***"]''::jsonb
          when p.o is null then jsonb_build_array(null, e.value) else jsonb_build_array(e.value, null) end), ''{}'')
        from jsonb_each(coalesce(p.n, p.o)) e
        where e.value <> ''null'' and e.key not in (''id'', ''created_at'', ''updated_at'', ''version''))' end;
  begin
    execute format($sql$
      insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
      select app.actor_id(), coalesce(current_setting('app.request_id', true), ''),
        coalesce(nullif(current_setting('app.verb', true), ''), lower(%1$L)), %2$L,
        (coalesce(p.n, p.o) ->> %3$L)::uuid, (%4$s)::uuid, %5$L, (coalesce(p.n, p.o) ->> 'id')::uuid, %1$L,
        $sql$ || changes || $sql$
      from (%6$s) p
      where p.o is null or p.n is null or (p.o - array['created_at', 'updated_at', 'version']) <> (p.n - array['created_at', 'updated_at', 'version'])
    $sql$, tg_op, concept, key, root, tg_table_name, pairs, hidden);
    return null;
  end`;

const recordChange = (body: string): string => `
  create or replace function app.record_change() returns trigger language plpgsql security definer set search_path = '' as $$${body} $$;
`;
