import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step of a roster asks what day it is once, not for each of its rows. */
export class ImportDay1763683303300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(forEachRow, once));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(once, forEachRow));
  }
}

const forEachRow = `else 'PASSED' end, app.today(),`;
const once = `else 'PASSED' end, (select app.today()),`;

/** A part of the function's body for another; the rest of it is as 1763683290400 made it. */
const replacing = (before: string, after: string): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('app.commit_import(uuid, integer, integer[])'::regprocedure);
  begin
    if position($before$${before}$before$ in definition) = 0 then
      raise exception 'app.commit_import() is not as expected';
    end if;
    execute replace(definition, $before$${before}$before$, $after$${after}$after$);
  end $change$;
`;
