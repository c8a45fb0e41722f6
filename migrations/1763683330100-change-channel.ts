import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Any login may listen to any channel whose name it knows, and the body of a function is everybody's to read: an analyst
 * heard by `listen payung_change` of every enrollment that moved, one by one. So the channel has a name of its own in each
 * installation, kept where analysts cannot read.
 */
export class ChangeChannel1763683330100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(announce('security definer', `(select c.name from public.change_channel c)`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(announce('security invoker', `'payung_change'`));
    await runner.query('drop table change_channel');
  }
}

const table = `
  create table change_channel (
    id integer constraint change_channel_id_key primary key constraint change_channel_one_row check (id = 1),
    name text not null
  );
  comment on table change_channel is 'One row: the channel on which app nodes hear of changes; a secret, because whoever knows it may listen.';
  insert into change_channel values (1, 'payung_' || replace(gen_random_uuid()::text, '-', ''));
  alter table change_channel enable row level security;
  alter table change_channel force row level security;
  create policy change_channel_owner on change_channel to payung_owner using (true) with check (true);
  create policy change_channel_read on change_channel for select to payung_app using (true);
  grant select on change_channel to payung_app;
`;

const announce = (security: string, channel: string): string => `
  create or replace function app.announce() returns trigger language plpgsql ${security} set search_path = '' as $$
  begin
    perform pg_notify(${channel}, tg_argv[0] || ':' || new.id || ':' || new.version);
    return null;
  end $$;
`;
