import pg from 'pg';
import { OWNER_ROLE } from '../roles.js';
import { bilingual, StartupError } from '../startup-error.js';

const UNIQUE_VIOLATION = '23505';
// no such role, no such table
const UNMIGRATED_STATES = new Set(['22023', '42P01']);

/** Where data is loaded to, and where progress goes. */
export interface SeedRun {
  /** Address of a login that may act as payung_owner. */
  readonly ownerUrl: string;
  readonly log: (line: string) => void;
}

/** Row of a table, by column. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Runs `work` in one transaction as payung_owner; the audit trail calls it "seed".
 * @throws StartupError when the database is away or not migrated, or when people have recorded one of the facts already.
 */
export async function withSeedTransaction<Result>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'payung-seed' });
  await client.connect().catch(refuseConnection);
  try {
    await client.query(`begin; set local role ${OWNER_ROLE}`);
    // two starters at once: the second waits, then finds nothing left to do
    await client.query(
      "select pg_advisory_xact_lock(hashtext('payung'), hashtext('seed')), set_config('app.verb', 'seed', true)",
    );
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    throw explained(error);
  } finally {
    // without a commit the server rolls back
    await client.end();
  }
}

/** Inserts the rows whose id the table does not have yet, in their order; answers those ids. */
export async function insertMissing(
  client: pg.Client,
  table: string,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (columns === '') return new Set();
  const { rows: inserted } = await client.query<{ id: string }>(
    `insert into ${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) with ordinality as wanted
     where not exists (select from ${table} known where known.id = wanted.id)
     order by wanted.ordinality
     returning id`,
    [JSON.stringify(rows)],
  );
  return new Set(inserted.map(({ id }) => id));
}

function refuseConnection(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new StartupError(
    bilingual({
      id: `Tidak dapat masuk ke PostgreSQL untuk memuat data: ${reason}`,
      en: `Cannot connect to PostgreSQL for loading data: ${reason}`,
    }),
    { cause },
  );
}

function explained(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (UNMIGRATED_STATES.has(error.code ?? '')) return unmigrated(error);
  return error.code === UNIQUE_VIOLATION ? repeated(error) : error;
}

function unmigrated(cause: Error): StartupError {
  const sentences = {
    id: `Basis data belum dimigrasi (${cause.message}); jalankan npm run migrate lebih dulu`,
    en: `The database has not been migrated (${cause.message}); run npm run migrate first`,
  };
  return new StartupError(bilingual(sentences), { cause });
}

function repeated(cause: pg.DatabaseError): StartupError {
  const detail = `${cause.constraint ?? cause.message}: ${cause.detail ?? ''}`;
  return new StartupError(
    bilingual({
      id: `Data acuan tidak dimuat: basis data sudah berisi fakta yang sama dengan id lain (${detail})`,
      en: `Reference data was not loaded: the database holds the same fact under another id (${detail})`,
    }),
    { cause },
  );
}
