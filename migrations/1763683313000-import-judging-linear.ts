import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Judging a roster takes the same time for each row, however long the roster is. PostgreSQL knows nothing of rows that
 * came in within the same transaction, took them for a handful, and compared every row with every village and with
 * everybody who is covered elsewhere: 20,000 rows took 4 s, 60,000 took 14. Each row now asks an index or a hashed list.
 */
export class ImportJudgingLinear1763683313000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(verdicts, judging));
    await runner.query(replacing(staging, steps));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(staging, reversed(steps)));
    await runner.query(replacing(verdicts, reversed(judging)));
  }
}

const verdicts = 'app.import_verdicts(import_batch, integer, integer)';
const staging = 'app.stage_import(uuid, integer[])';

type Change = readonly [before: string, after: string];

const judging: readonly Change[] = [
  // lists that are asked by `in` are hashed, whatever their size is taken for
  [
    'coalesce(a.is_admitted, true), coalesce(h.is_inside, true), false)',
    `r.category_id is null or r.category_id in (select a.id from admitted a where a.is_admitted),
          r.address_region_id is null or r.address_region_id in (select h.address_region_id from resident h where h.is_inside), false)`,
  ],
  [
    `
      left join admitted a on a.id = r.category_id
      left join resident h on h.address_region_id = r.address_region_id
      left join public.beneficiary b`,
    `
      left join public.beneficiary b`,
  ],
  [
    `
    -- cover by somebody else in the months that this program pays; of other regions it is said that it is so, not whose
    elsewhere as (
      select distinct on (o.person_id) o.person_id, o.region_id = (batch).region_id as is_own, op.name
      from known k
      join public.enrollment o on o.person_id = k.person_id and o.program_id <> (batch).program_id and o.state in ('APPROVED', 'SUBMITTED', 'ACTIVE')
      join public.program op on op.id = o.program_id and op.state <> 'CLOSED'
      join public.program p on p.id = (batch).program_id
        and op.month_until >= greatest(p.month_from, date_trunc('month', app.today())) and op.month_from <= p.month_until
      where not k.is_enrolled
      order by o.person_id, o.region_id = (batch).region_id desc, o.id)
`,
    `
    paid as materialized (
      select greatest(p.month_from, date_trunc('month', app.today())) as month_from, p.month_until
      from public.program p where p.id = (batch).program_id)
`,
  ],
  [
    '    from known k left join elsewhere e on e.person_id = k.person_id\n',
    `    from known k
    -- cover by somebody else in the months that this program pays; of other regions it is said that it is so, not whose
    left join lateral (
      select o.person_id, o.region_id = (batch).region_id as is_own, op.name
      from public.enrollment o
      join public.program op on op.id = o.program_id and op.state <> 'CLOSED'
      join paid on op.month_until >= paid.month_from and op.month_from <= paid.month_until
      where o.person_id = k.person_id and o.program_id <> (batch).program_id and o.state in ('APPROVED', 'SUBMITTED', 'ACTIVE')
      order by o.region_id = (batch).region_id desc, o.id limit 1) e on not k.is_enrolled
`,
  ],
];

/** The steps are found at once: each of them used to look for its end among all rows that were left. */
const steps: readonly Change[] = [
  [
    `    loop
      until_row := (select max(n.row_number) from (
        select s.row_number from public.import_staging s where s.batch_id = staged and s.row_number > at_row order by s.row_number limit 20000) n);
      exit when until_row is null;
`,
    `    for at_row, until_row in
      select min(n.row_number) - 1, max(n.row_number) from (
        select s.row_number, (row_number() over (order by s.row_number) - 1) / 20000 as step
        from public.import_staging s where s.batch_id = staged) n
      group by n.step order by n.step
    loop
`,
  ],
  [
    `      at_row := until_row;
    end loop;`,
    '    end loop;',
  ],
];

function reversed(changes: readonly Change[]): Change[] {
  return changes.map(([before, after]): Change => [after, before]).reverse();
}

/** Parts of the function's body for others; the rest of it is as 1763683290200 and 1763683303400 made it. */
const replacing = (name: string, changes: readonly Change[]): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('${name}'::regprocedure);
  begin
    ${changes
      .map(
        ([before, after]) => `
    if position($before$${before}$before$ in definition) = 0 then
      raise exception '${name} is not as expected';
    end if;
    definition := replace(definition, $before$${before}$before$, $after$${after}$after$);`,
      )
      .join('')}
    execute definition;
  end $change$;
`;
