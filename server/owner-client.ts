import pg from 'pg';
import { bilingual, StartupError } from './startup-error.js';

/**
 * Connects with the login that owns the database.
 * @throws StartupError when it is refused, or lacks a right that `work` needs.
 */
export async function withOwnerClient({
  connectionString,
  work,
}: {
  readonly connectionString: string;
  readonly work: (client: pg.Client) => Promise<void>;
}): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect().catch(refuseConnection);
  try {
    await work(client);
  } catch (error) {
    throw explained(error);
  } finally {
    await client.end();
  }
}

function refuseConnection(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new StartupError(
    bilingual({
      id: `Tidak dapat masuk ke PostgreSQL dengan DATABASE_OWNER_URL: ${reason}`,
      en: `Cannot connect to PostgreSQL with DATABASE_OWNER_URL: ${reason}`,
    }),
    { cause },
  );
}

function explained(error: unknown): unknown {
  const isRefused = error instanceof pg.DatabaseError && error.code === '42501';
  return isRefused ? missingRights(error) : error;
}

/** What to do when the owner's login may not do what preparing needs. */
export function missingRights(cause?: Error): StartupError {
  const detail = cause === undefined ? '' : ` (${cause.message})`;
  return new StartupError(
    bilingual({
      id: `Login DATABASE_OWNER_URL kurang hak: ia perlu CREATEROLE dan memiliki basis data ini${detail}`,
      en: `The login of DATABASE_OWNER_URL lacks rights: it needs CREATEROLE and must own this database${detail}`,
    }),
    { cause },
  );
}
