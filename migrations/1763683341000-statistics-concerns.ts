import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A note says what changed, so that sums over the months of people are kept where a program, a budget, a claim or an
 * office changed, none of which they stand on.
 */
export class StatisticsConcerns1763683341000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statistics_change add column concern text not null default 'GROUND'
        constraint statistics_change_concern_check check (concern in ('PEOPLE', 'FACTS', 'GROUPS', 'GROUND'));
      update statistics_change set concern = 'PEOPLE' where is_of_people;
      alter table statistics_change drop column is_of_people;
      comment on column statistics_change.concern is
        'PEOPLE: months of people. FACTS: what is told beside them. GROUPS: the groups of those who may not see people. GROUND: what months are chosen and divided by.';
    `);
    await runner.query(
      noting(`concern) values (case
      when tg_table_name = 'statistics_stale' then 'PEOPLE'
      when tg_table_name = 'statistics_release' then 'GROUPS'
      when tg_table_name in ('program', 'program_category', 'budget_line', 'claim', 'office') then 'FACTS'
      else 'GROUND' end)`),
    );
    await runner.query(forgetting('concern'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statistics_change add column is_of_people boolean not null default false;
      update statistics_change set is_of_people = true where concern = 'PEOPLE';
      alter table statistics_change drop column concern;
      comment on column statistics_change.is_of_people is 'Whether months of people changed, by which kept answers are corrected, and nothing else.';
    `);
    await runner.query(noting(`is_of_people) values (tg_table_name = 'statistics_stale')`));
    await runner.query(forgetting('is_of_people'));
  }
}

const noting = (columnAndValue: string): string => `
  create or replace function app.note_statistics_change() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into public.statistics_change (${columnAndValue};
    return null;
  end $$;
`;

const forgetting = (kind: string): string => `
  create or replace function app.forget_statistics_changes() returns void language sql volatile security definer set search_path = '' as $$
    delete from public.statistics_change c where c.made_at < now() - interval '10 minutes'
      and c.id < (select max(x.id) from public.statistics_change x where x.${kind} = c.${kind});
    delete from public.statistics_move m where m.made_at < now() - interval '10 minutes'
      and m.id < (select max(x.id) from public.statistics_move x)
  $$;
`;
