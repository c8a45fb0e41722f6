import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing is made, not even temporary tables, where nobody is marked: the program asks every ten seconds. */
export class StatisticsIdle1763683260900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(always, marked));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(marked, always));
  }
}

const always = `perform pg_advisory_xact_lock(hashtextextended('app.refresh_statistics', 0));
    create temporary table taken`;
const marked = `perform pg_advisory_xact_lock(hashtextextended('app.refresh_statistics', 0));
    if not exists (select from public.statistics_stale) then
      return 0;
    end if;
    create temporary table taken`;

/** A part of the function's body for another; the rest of it is as 1763683260100 made it. */
const replacing = (before: string, after: string): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('app.refresh_statistics(integer)'::regprocedure);
  begin
    if position($before$${before}$before$ in definition) = 0 then
      raise exception 'app.refresh_statistics() is not as expected';
    end if;
    execute replace(definition, $before$${before}$before$, $after$${after}$after$);
  end $change$;
`;
