import pg from 'pg';
import { pendingMigrations } from './migrations-runner.js';
import { OWNER_ROLE } from './roles.js';
import { bilingual, StartupError } from './startup-error.js';

const oldest = 150_000;
const newestMajor = 18;

/**
 * Looks at the database that the operator gave before anything is served.
 * @throws StartupError when it cannot be reached, is too old, the login has too many rights, or migrations are pending.
 */
export async function refuseUnfitDatabase(databaseUrl: string): Promise<void> {
  const { isTooPowerful, version } = await lookedAt(databaseUrl);
  if (version < oldest) {
    throw refused(
      `PostgreSQL terlalu lama; perlu 15 sampai ${newestMajor}`,
      `PostgreSQL is too old; 15 to ${newestMajor} are needed`,
    );
  }
  if (isTooPowerful) {
    throw refused(
      'DATABASE_URL memakai login superuser atau pemilik tabel, sehingga perlindungan baris tidak berlaku; pakai login payung_app',
      'DATABASE_URL uses a superuser or owner login, for which row security does not hold; use the login payung_app',
    );
  }
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length === 0) return;
  throw refused(
    `${pending.length} migrasi belum dijalankan (${pending[0]} …); jalankan npm run migrate`,
    `${pending.length} migrations are pending (${pending[0]} …); run npm run migrate`,
  );
}

async function lookedAt(databaseUrl: string): Promise<{ isTooPowerful: boolean; version: number }> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ too_powerful: boolean; version: number }>(
      `select r.rolsuper or r.rolbypassrls or exists (
          select from pg_roles o where o.rolname = $1 and pg_has_role(r.oid, o.oid, 'member')) as too_powerful,
        current_setting('server_version_num')::integer as version
       from pg_roles r where r.rolname = session_user`,
      [OWNER_ROLE],
    );
    return { isTooPowerful: rows[0]?.too_powerful ?? true, version: rows[0]?.version ?? 0 };
  } catch (error) {
    const code =
      typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'timeout';
    throw refused(
      `Basis data pada DATABASE_URL tidak dapat dihubungi (${code})`,
      `The database of DATABASE_URL cannot be reached (${code})`,
    );
  } finally {
    await client.end().catch(() => undefined); // it may never have been open
  }
}

function refused(id: string, en: string): StartupError {
  return new StartupError(bilingual({ id, en }));
}
