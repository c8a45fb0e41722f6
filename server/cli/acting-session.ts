import pg from 'pg';
import { newId } from '../../schema/kernel/identifier.js';
import { tokenHash } from '../../schema/staff/index.js';
import { bilingual, StartupError } from '../startup-error.js';

/** A session of an hour for the person in whose name the command acts; whoever may read the owner's password may do that. */
export async function openSession(ownerUrl: string, email: string, token: string): Promise<string> {
  const id = newId();
  const { rowCount } = await asOwner(
    ownerUrl,
    `insert into staff_session (id, staff_id, token_hash, expires_at, client)
     select $1, s.id, $2, now() + interval '1 hour', 'npm run import' from staff s where lower(s.email) = lower($3) and s.is_active`,
    [id, tokenHash(token), email],
  );
  if (rowCount === 1) return id;
  throw new StartupError(
    bilingual({
      id: `Tidak ada petugas aktif dengan surel ${email}`,
      en: `There is no active staff member ${email}`,
    }),
  );
}

/** Ends it at once. */
export function endSession(ownerUrl: string, id: string): Promise<pg.QueryResult> {
  return asOwner(ownerUrl, 'delete from staff_session where id = $1', [id]);
}

async function asOwner(ownerUrl: string, text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}
