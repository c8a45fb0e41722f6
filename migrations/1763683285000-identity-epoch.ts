import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number that counts changes of anybody's rights. App nodes remember for a few seconds who holds a token; every read
 * compares the number in its own round trip, so that what is remembered never outlives a block, a role or a session.
 */
export class IdentityEpoch1763683285000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(triggers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger staff_identity on staff;
      drop trigger staff_grant_identity on staff_grant;
      drop trigger staff_session_identity on staff_session;
      drop trigger staff_session_end_identity on staff_session;
      drop trigger access_token_identity on access_token;
      drop trigger access_token_end_identity on access_token;
      drop function app.count_identity_change();
      drop table identity_epoch;
    `);
  }
}

const table = `
  create table identity_epoch (
    id integer constraint identity_epoch_id_key primary key constraint identity_epoch_one_row check (id = 1),
    epoch bigint not null
  );
  comment on table identity_epoch is 'One row: how often a right, a session or a token of anybody has changed.';
  insert into identity_epoch values (1, 1);
  alter table identity_epoch enable row level security;
  alter table identity_epoch force row level security;
  create policy identity_epoch_owner on identity_epoch to payung_owner using (true) with check (true);
  create policy identity_epoch_read on identity_epoch for select to payung_app using (true);
  grant select on identity_epoch to payung_app;
`;

// deferred: the row is locked only while the transaction commits, so that nobody waits for anybody's work
const deferred = 'deferrable initially deferred for each row';
const counts = 'execute function app.count_identity_change()';

const triggers = `
  create function app.count_identity_change() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    update public.identity_epoch set epoch = epoch + 1;
    return null;
  end $$;
  revoke execute on function app.count_identity_change() from public;

  create constraint trigger staff_identity after update or delete on staff ${deferred} ${counts};
  create constraint trigger staff_grant_identity after insert or update or delete on staff_grant ${deferred} ${counts};
  -- a use moves last_seen_at forward, which changes nobody's rights
  create constraint trigger staff_session_identity after update on staff_session ${deferred}
    when (new.last_seen_at < old.last_seen_at or new.expires_at <> old.expires_at or new.staff_id <> old.staff_id
      or new.token_hash <> old.token_hash) ${counts};
  create constraint trigger staff_session_end_identity after delete on staff_session ${deferred} ${counts};
  create constraint trigger access_token_identity after update on access_token ${deferred}
    when (new.revoked_at is distinct from old.revoked_at or new.expires_at <> old.expires_at or new.access <> old.access
      or new.staff_id <> old.staff_id or new.token_hash <> old.token_hash) ${counts};
  create constraint trigger access_token_end_identity after delete on access_token ${deferred} ${counts};
`;
