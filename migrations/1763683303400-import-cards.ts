import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Card numbers that come twice are looked for among rows that have one: every row used to be sorted by a number it has not. */
export class ImportCards1763683303400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replacing('known as (', twice));
    await runner.query(replacing(sorted, looked));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(looked, sorted));
    await runner.query(replacing(twice, 'known as ('));
  }
}

const sorted = '(count(*) over (partition by r.kpj) > 1 or exists (';
const looked = '(r.kpj in (select t.kpj from twice t) or exists (';
const twice = `twice as materialized (
      select x.kpj from r x where x.kpj is not null group by x.kpj having count(*) > 1),
    known as (`;

/** A part of the function's body for another; the rest of it is as 1763683290200 made it. */
const replacing = (before: string, after: string): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('app.import_verdicts(import_batch, integer, integer)'::regprocedure);
  begin
    if position($before$${before}$before$ in definition) = 0 then
      raise exception 'app.import_verdicts() is not as expected';
    end if;
    execute replace(definition, $before$${before}$before$, $after$${after}$after$);
  end $change$;
`;
