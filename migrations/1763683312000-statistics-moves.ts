import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An answer that was kept is corrected instead of reckoned anew when people changed: by how many persons each cohort
 * gained or lost since, and by those who are marked at the moment. For that the moves of the last minutes are kept, and
 * the cohorts they speak of; and a note says whether people changed or what else answers stand on.
 */
export class StatisticsMoves1763683312000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(moves);
    await runner.query(replacing(plain, noted));
    await runner.query(notes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(replacing(noted, plain));
    await runner.query(notesBefore);
    await runner.query('drop table statistics_move');
  }
}

const moves = `
  create table statistics_move (
    id bigint generated always as identity constraint statistics_move_id_key primary key,
    cohort_id uuid constraint statistics_move_cohort_fk references statistics_cohort on delete cascade,
    persons integer not null,
    made_at timestamptz not null default now()
  );
  comment on table statistics_move is
    'By how many persons cohorts grew or shrank in the last minutes. Runs of app.refresh_statistics follow each other, so that their moves come in the order of their numbers.';
  comment on column statistics_move.cohort_id is 'Null: the first row of all, which moves nobody.';
  create index statistics_move_cohort_index on statistics_move (cohort_id);
  alter table statistics_move enable row level security;
  alter table statistics_move force row level security;
  create policy statistics_move_owner on statistics_move to payung_owner using (true) with check (true);
  grant select on statistics_move to payung_app;
  create policy statistics_move_read on statistics_move for select to payung_app using ((select app.actor_id()) is not null);
  insert into statistics_move (persons) values (0);
`;

const notes = `
  alter table statistics_change add column is_of_people boolean not null default false;
  comment on column statistics_change.is_of_people is 'Whether months of people changed, by which kept answers are corrected, and nothing else.';
  create or replace function app.note_statistics_change() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.statistics_change (is_of_people) values (tg_table_name = 'statistics_stale');
    return null;
  end $$;
  create or replace function app.forget_statistics_changes() returns void language sql volatile security definer set search_path = '' as $$
    delete from public.statistics_change c where c.made_at < now() - interval '10 minutes'
      and c.id < (select max(x.id) from public.statistics_change x where x.is_of_people = c.is_of_people);
    delete from public.statistics_move m where m.made_at < now() - interval '10 minutes'
      and m.id < (select max(x.id) from public.statistics_move x)
  $$;
  comment on function app.forget_statistics_changes() is
    'Removes old notes and moves; the last ones stay, so that their numbers go on.';
`;

const notesBefore = `
  create or replace function app.note_statistics_change() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.statistics_change default values;
    return null;
  end $$;
  create or replace function app.forget_statistics_changes() returns void language sql volatile security definer set search_path = '' as $$
    delete from public.statistics_change c where c.made_at < now() - interval '10 minutes'
      and c.id < (select max(x.id) from public.statistics_change x)
  $$;
  comment on function app.forget_statistics_changes() is 'Removes old notes; the last one stays, so that their numbers go on.';
  alter table statistics_change drop column is_of_people;
`;

const emptied = `delete from public.statistics_cohort c where c.persons = 0;`;
const asked = `analyze pg_temp.asked;
`;
const joining = `insert into public.statistics_member (person_id, cohort_id) select f.person_id, f.cohort_id from pg_temp.found f;
    `;

const plain = [asked, joining + emptied];
const noted = [
  `${asked}    create temporary table formerly on commit drop as
      select m.person_id, m.cohort_id from public.statistics_member m where m.person_id in (select a.person_id from pg_temp.asked a);
`,
  `${joining}insert into public.statistics_move (cohort_id, persons)
      select x.cohort_id, sum(x.persons) from (
        select f.cohort_id, 1 as persons from pg_temp.found f union all select l.cohort_id, -1 from pg_temp.formerly l) x
      group by 1 having sum(x.persons) <> 0;
    drop table pg_temp.formerly;
    -- those of whom a kept answer may still have to take away stay until their moves are forgotten
    delete from public.statistics_cohort c where c.persons = 0
      and not exists (select from public.statistics_move m where m.cohort_id = c.id);`,
];

/** Parts of the function's body for others; the rest of it is as 1763683260100 made it. */
const replacing = (before: readonly string[], after: readonly string[]): string => `
  do $change$
  declare
    definition text := pg_get_functiondef('app.refresh_statistics(integer)'::regprocedure);
  begin
    ${before
      .map(
        (part, index) => `
    if position($before$${part}$before$ in definition) = 0 then
      raise exception 'app.refresh_statistics() is not as expected';
    end if;
    definition := replace(definition, $before$${part}$before$, $after$${after[index] ?? ''}$after$);`,
      )
      .join('')}
    execute definition;
  end $change$;
`;
