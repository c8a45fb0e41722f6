import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * With one mark for a program, whoever marked it again waited for the transaction that had marked it first: to pay a bill
 * waited for a whole release of groups, and failed after three seconds. And a mark that stood there already went with the
 * next look, which did not see yet what the second transaction had changed. So each change leaves a mark of its own, as
 * in statistics_stale.
 */
export class BillMarks1763683340100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statistics_bill_stale drop constraint statistics_bill_stale_program_key,
        add column id bigint generated always as identity constraint statistics_bill_stale_id_key primary key;
      create index statistics_bill_stale_program_index on statistics_bill_stale (program_id);
      comment on table statistics_bill_stale is
        'Programs whose bills or groups have changed since app.tell_bills looked at them; a program may stand here several times.';
    `);
    await runner.query(marking(''));
    await runner.query(replacing('array_agg(g.program_id)', 'array_agg(distinct g.program_id)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replacing('array_agg(distinct g.program_id)', 'array_agg(g.program_id)'));
    await runner.query(marking('on conflict do nothing'));
    await runner.query(`
      delete from statistics_bill_stale s using statistics_bill_stale o where o.program_id = s.program_id and o.id < s.id;
      drop index statistics_bill_stale_program_index;
      alter table statistics_bill_stale drop column id, add constraint statistics_bill_stale_program_key primary key (program_id);
      comment on table statistics_bill_stale is 'Programs whose bills or groups have changed since app.tell_bills looked at them.';
    `);
  }
}

const marking = (once: string): string => `
  create or replace function app.mark_told_bills() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if tg_table_name = 'statistics_group' then
      insert into public.statistics_bill_stale (program_id)
        select distinct r.program_id from changed c join public.statistics_group_run r on r.group_id = c.id where r.program_id is not null
        ${once};
    else
      insert into public.statistics_bill_stale (program_id) select distinct c.program_id from changed c where c.program_id is not null
        ${once};
    end if;
    return null;
  end $$;
`;

/** A part of the function's body for another; the rest of it is as 1763683330200 made it. */
const replacing = (before: string, after: string): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('app.tell_bills()'::regprocedure);
  begin
    if position('${before}' in definition) = 0 then
      raise exception 'app.tell_bills() is not as expected';
    end if;
    execute replace(definition, '${before}', '${after}');
  end $change$;
`;
