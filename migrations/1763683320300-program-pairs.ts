import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is in two programs of a payer, and moves that are planned for the few spans that a group has. */
export class ProgramPairs1763683320300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(pairs);
    await runner.query(replacing(manySpans, fewSpans));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(fewSpans, manySpans));
    await runner.query('drop view analytics.program_pairs');
  }
}

const columns: Readonly<Record<string, readonly [sql: string, about: string]>> = {
  region_code: ['r.code', 'Kode wilayah Kemendagri. | Code of the region.'],
  region_name: ['r.display_name', 'Nama wilayah dengan jenisnya. | Name of the region with its kind.'],
  program_id: ['p.id', 'Id program. | Id of the program.'],
  program_name: ['p.name', 'Nama program. | Name of the program.'],
  status: [
    't.status',
    'Keadaan di program ini: WAITING, ACTIVE, ENDED; kosong: terlalu sedikit orang. | Status in this program; null: too few persons.',
  ],
  other_program_id: ['q.id', 'Id program lainnya. | Id of the other program.'],
  other_program_name: ['q.name', 'Nama program lainnya. | Name of the other program.'],
  other_status: [
    'o.status',
    'Keadaan di program lainnya; kosong: terlalu sedikit orang. | Status in the other program; null: too few persons.',
  ],
  persons: ['sum(g.persons)::integer', 'Orang, paling sedikit 5. | Persons, at least 5.'],
};
const comments = Object.entries(columns).map(
  ([column, [, text]]) => `comment on column analytics.program_pairs.${column} is '${text}';`,
);

const pairs = `
  create view analytics.program_pairs with (security_barrier) as
    select ${Object.entries(columns)
      .map(([column, [sql]]) => `${sql} as ${column}`)
      .join(', ')}
    from public.statistics_group_trait t
    join public.statistics_group_trait o on o.group_id = t.group_id and o.program_id <> t.program_id
    join public.statistics_group g on g.id = t.group_id join public.region r on r.id = t.region_id
    join public.program p on p.id = t.program_id join public.program q on q.id = o.program_id
    where t.region_id = any (array(select app.analytics_regions())) group by 1, 2, 3, 4, 5, 6, 7, 8;
  comment on view analytics.program_pairs is
    'Orang yang ada di dua program wilayah yang sama, serentak atau berturut-turut; tiap pasangan ada dua kali, sekali dari tiap program. | People who are in two programs of a region, at once or one after the other; each pair stands twice, once from either program.';
  ${comments.join('\n')}
  grant select on analytics.program_pairs to payung_analyst;
`;

// a multirange is planned as a hundred spans, an array as ten; a group has one or two
const manySpans = 'unnest(t.months)';
const fewSpans = 'unnest(ARRAY( SELECT unnest(t.months) AS unnest))';

/** A part of the view's definition for another; the rest of it is as 1763683320100 made it. */
const replacing = (before: string, after: string): string => `
  do $change$
  declare
    definition text := pg_get_viewdef('analytics.program_moves'::regclass);
  begin
    if position('LATERAL ${before}' in definition) = 0 then
      raise exception 'analytics.program_moves is not as expected';
    end if;
    execute 'create or replace view analytics.program_moves with (security_barrier) as ' || replace(definition, 'LATERAL ${before}', 'LATERAL ${after}');
  end $change$;
`;
