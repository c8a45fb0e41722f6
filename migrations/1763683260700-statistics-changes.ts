import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notes, in the transaction of every change, that answers of statistics may be others now: an answer is kept in memory
 * as long as nothing is noted. Rows are appended and never updated, so that nobody waits for another's transaction.
 */
export class StatisticsChanges1763683260700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(triggers);
    await runner.query(entries);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of watched) await runner.query(`drop trigger ${table}_statistics_change on ${table}`);
    await runner.query(`
      drop function app.ledger_entries(uuid[], integer, integer, uuid[]);
      drop function app.forget_statistics_changes();
      drop function app.note_statistics_change();
      drop table statistics_change;
    `);
  }
}

/** What answers stand on beside the ledger, whose changes are marked in statistics_stale. */
const watched = [
  ['statistics_stale', 'insert or delete'],
  ['statistics_release', 'insert or update'],
  ['program', 'insert or update'],
  ['program_category', 'insert or update or delete'],
  ['budget_line', 'insert or update or delete'],
  ['claim', 'insert or update'],
  ['region', 'insert or update'],
  ['category', 'insert or update'],
  ['office', 'insert or update'],
  ['staff', 'update'],
  ['staff_grant', 'insert or update or delete'],
] as const;

const table = `
  create table statistics_change (
    id bigint generated always as identity constraint statistics_change_id_key primary key,
    made_at timestamptz not null default now()
  );
  comment on table statistics_change is 'Statements of the last minutes after which answers of statistics may be others; of what, is not said.';
  alter table statistics_change enable row level security;
  alter table statistics_change force row level security;
  create policy statistics_change_owner on statistics_change to payung_owner using (true) with check (true);
  grant select on statistics_change to payung_app;
  create policy statistics_change_read on statistics_change for select to payung_app using (true);

  create function app.note_statistics_change() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.statistics_change default values;
    return null;
  end $$;
  create function app.forget_statistics_changes() returns void language sql volatile security definer set search_path = '' as $$
    delete from public.statistics_change c where c.made_at < now() - interval '10 minutes'
      and c.id < (select max(x.id) from public.statistics_change x)
  $$;
  comment on function app.forget_statistics_changes() is 'Removes old notes; the last one stays, so that their numbers go on.';
  revoke execute on function app.note_statistics_change(), app.forget_statistics_changes() from public;
  grant execute on function app.forget_statistics_changes() to payung_app;
`;

const triggers = watched
  .map(
    ([name, events]) => `
  create trigger ${name}_statistics_change after ${events} on ${name} for each statement execute function app.note_statistics_change();`,
  )
  .join('');

const entries = `
  create function app.ledger_entries(regions uuid[], first integer, after integer, people uuid[]) returns setof coverage_entry
    language sql stable security definer set search_path = '' rows 10000 as $$
    select e.* from public.coverage_entry e
    where e.region_id = any (regions) and e.region_id in (select app.person_regions())
      and e.first_month < after and e.end_month > first and (people is null or e.person_id = any (people))
  $$;
  comment on function app.ledger_entries(uuid[], integer, integer, uuid[]) is
    'Months of the ledger in regions whose people the actor may see, between two months, of these persons (null: all). The right is asked once, not for each of the tables joined.';
  revoke execute on function app.ledger_entries(uuid[], integer, integer, uuid[]) from public;
  grant execute on function app.ledger_entries(uuid[], integer, integer, uuid[]) to payung_app;
`;
