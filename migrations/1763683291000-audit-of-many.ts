import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail at the speed of rosters: one row in the trail for each row that is written, and most of the time of a
 * large insert went into taking rows apart column by column. The trail says the same.
 */
export class AuditOfMany1763683291000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(recordChange(quickly));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(recordChange(before));
  }
}

interface Way {
  /** How a new row, an old one, or both become fields with what they said before and after. */
  readonly changes: string;
  /** Region of the record that a part belongs to. */
  readonly region: string;
  /** Whether anything changed that the trail has to keep. */
  readonly differs: string;
}

const before: Way = {
  changes: `'app.changed_fields(p.o, p.n, %7$L::text[])'`,
  differs: "app.changed_fields(p.o, p.n, '{}') <> '{}'",
  region: `format('(select to_jsonb(r) ->> ''region_id'' from public.%I r where r.id = (coalesce(p.n, p.o) ->> %L)::uuid)', concept, key)`,
};

const quickly: Way = {
  // a row that is new or gone has one side only: its filled columns are the change
  changes: `case tg_op when 'UPDATE' then 'app.changed_fields(p.o, p.n, %7$L::text[])' else
      '(select coalesce(jsonb_object_agg(e.key, case when e.key = any (%7$L::text[]) then ''["***", "***"]''::jsonb
          when p.o is null then jsonb_build_array(null, e.value) else jsonb_build_array(e.value, null) end), ''{}'')
        from jsonb_each(coalesce(p.n, p.o)) e
        where e.value <> ''null'' and e.key not in (''id'', ''created_at'', ''updated_at'', ''version''))' end`,
  differs:
    "(p.o - array['created_at', 'updated_at', 'version']) <> (p.n - array['created_at', 'updated_at', 'version'])",
  region: `case when exists (
        select from pg_catalog.pg_attribute a
        where a.attrelid = format('public.%I', concept)::regclass and a.attname = 'region_id' and not a.attisdropped)
      then format('(select r.region_id::text from public.%I r where r.id = (coalesce(p.n, p.o) ->> %L)::uuid)', concept, key)
      else 'null' end`,
};

const recordChange = ({ changes, region, differs }: Way): string => `
  create or replace function app.record_change() returns trigger language plpgsql security definer set search_path = '' as $$
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
      else ${region} end;
    changes text := ${changes};
  begin
    execute format($sql$
      insert into public.audit_event (actor_id, request_id, verb, concept, subject_id, region_id, part, part_id, operation, changes)
      select app.actor_id(), coalesce(current_setting('app.request_id', true), ''),
        coalesce(nullif(current_setting('app.verb', true), ''), lower(%1$L)), %2$L,
        (coalesce(p.n, p.o) ->> %3$L)::uuid, (%4$s)::uuid, %5$L, (coalesce(p.n, p.o) ->> 'id')::uuid, %1$L,
        $sql$ || changes || $sql$
      from (%6$s) p
      where p.o is null or p.n is null or ${differs}
    $sql$, tg_op, concept, key, root, tg_table_name, pairs, hidden);
    return null;
  end $$;
`;
