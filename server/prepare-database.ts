import pg from 'pg';
import { closeCatalogue } from './close-catalogue.js';
import { urlOfDatabase } from './database-url.js';
import { missingRights, withOwnerClient } from './owner-client.js';
import { prepareRoles } from './prepare-roles.js';
import { ANALYST_ROLE, APP_ROLE, NATIONWIDE_ROLE, OWNER_ROLE } from './roles.js';

const EXTENSIONS = ['pg_trgm', 'btree_gist', 'unaccent', 'citext'];
const ATTEMPTS = 5;
// duplicate_object, unique_violation, "tuple concurrently updated": roles belong to the whole server, so that a
// starter in another database can be creating them at this moment
const PASSING_STATES = new Set(['42710', '23505', 'XX000']);

/** Database to prepare, and the password that the program's login shall have. */
export interface DatabasePreparation {
  readonly ownerUrl: string;
  readonly appPassword: string;
  /** Made when it does not exist; absent: the database of the address. */
  readonly databaseName?: string;
}

/**
 * Makes the roles, the extensions and the rights that migrations and the program need. Can be repeated.
 * @throws StartupError when the login may not do so.
 */
export async function prepareDatabase({
  ownerUrl,
  appPassword,
  databaseName,
}: DatabasePreparation): Promise<void> {
  if (databaseName !== undefined) await createDatabase({ ownerUrl, databaseName });
  const connectionString =
    databaseName === undefined ? ownerUrl : urlOfDatabase({ url: ownerUrl, databaseName });
  await withOwnerClient({
    connectionString,
    work: async (client) => {
      await retryPassing(() => prepareRoles({ client, appPassword }));
      await grantDatabaseRights(client);
      await createExtensions(client);
      await closeCatalogue(client);
    },
  });
}

/** Rights on the connected database and its schema public; a clone of a database does not inherit them. */
export async function grantDatabaseRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = pg.escapeIdentifier(rows[0]?.name ?? '');
  await client.query(`revoke temporary on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${OWNER_ROLE}, ${APP_ROLE}, ${ANALYST_ROLE}`);
  await client.query(`grant create, temporary on database ${database} to ${OWNER_ROLE}`);
  await client.query('revoke all on schema public from public');
  await client.query(`grant create, usage on schema public to ${OWNER_ROLE}`);
  await client.query(`grant usage on schema public to ${APP_ROLE}, ${NATIONWIDE_ROLE}`);
  await checkOwnerRights(client);
}

async function createDatabase({
  ownerUrl,
  databaseName,
}: {
  readonly ownerUrl: string;
  readonly databaseName: string;
}): Promise<void> {
  const work = async (client: pg.Client): Promise<void> => {
    const found = await client.query('select 1 from pg_database d where d.datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(databaseName)}`);
  };
  // a second look settles the race of two starters
  await retryPassing(() => withOwnerClient({ connectionString: ownerUrl, work }));
}

/** PostgreSQL answers a grant that it did not make with a warning only, so the result is looked at. */
async function checkOwnerRights(client: pg.Client): Promise<void> {
  const found = await client.query(
    `select 1 where has_database_privilege('${OWNER_ROLE}', current_database(), 'create')
       and has_schema_privilege('${OWNER_ROLE}', 'public', 'create')
       and has_schema_privilege('${APP_ROLE}', 'public', 'usage')`,
  );
  if (found.rowCount === 0) throw missingRights();
}

async function createExtensions(client: pg.Client): Promise<void> {
  await client.query(`set role ${OWNER_ROLE}`);
  for (const extension of EXTENSIONS) {
    await retryPassing(() => client.query(`create extension if not exists ${extension} schema public`));
  }
  await client.query('reset role');
}

async function retryPassing(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (
        !(error instanceof pg.DatabaseError) ||
        !PASSING_STATES.has(error.code ?? '') ||
        attempt === ATTEMPTS
      )
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
    }
  }
}
