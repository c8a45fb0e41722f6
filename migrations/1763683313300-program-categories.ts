import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever may not be of this category is told of which one, by the forms and by a roster alike; and sheets of one file are rosters of their own. */
export class ProgramCategories1763683313300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(names);
    await runner.query(replacing(withoutNames, withNames));
    await runner.query(fileUnique("program_id, sha256, coalesce(sheet ->> 'sheetName', '')"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(fileUnique('program_id, sha256'));
    await runner.query(replacing(withNames, withoutNames));
    await runner.query('drop function app.program_categories(uuid)');
  }
}

const names = `
  create function app.program_categories(program uuid) returns text
    language sql stable set search_path = '' as $$
    select string_agg(c.name, ', ' order by c.name)
    from public.program_category l join public.category c on c.id = l.category_id where l.program_id = program
  $$;
  comment on function app.program_categories(uuid) is 'Names of the categories that a program takes; null: it takes all.';
  revoke execute on function app.program_categories(uuid) from public;
  grant execute on function app.program_categories(uuid) to payung_app;
`;

/** The same file again is the same batch, until that one is gone; of a workbook, the same sheet. */
const fileUnique = (columns: string): string => `
  drop index import_batch_file_unique;
  create unique index import_batch_file_unique on import_batch (${columns}) where state not in ('UNDONE', 'DISCARDED', 'FAILED');
`;

type Parts = readonly [lists: string, params: string];

const withoutNames: Parts = [
  '    paid as materialized (',
  "'code', code, 'params', '{}'::jsonb)) from unnest(k.codes) code)",
];
const withNames: Parts = [
  `    allowed as materialized (
      select jsonb_build_object('allowed', app.program_categories((batch).program_id)) as names),
    paid as materialized (`,
  "'code', code, 'params', case code when 'ENROLLMENT_CATEGORY_OUTSIDE' then (select a.names from allowed a) else '{}' end)) from unnest(k.codes) code)",
];

/** Judging says otherwise what it found; the rest of it is as 1763683313000 made it. */
const replacing = (before: Parts, after: Parts): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('app.import_verdicts(import_batch, integer, integer)'::regprocedure);
  begin
    ${before
      .map(
        (part, index) => `
    if position($before$${part}$before$ in definition) = 0 then
      raise exception 'app.import_verdicts() is not as expected';
    end if;
    definition := replace(definition, $before$${part}$before$, $after$${after[index] ?? ''}$after$);`,
      )
      .join('')}
    execute definition;
  end $change$;
`;
