import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { urlOfDatabase } from '../../server/database-url.js';
import { grantDatabaseRights } from '../../server/prepare-database.js';
import { APP_ROLE, OWNER_ROLE } from '../../server/roles.js';

/** Database of one test file: migrated, without reference data. */
export interface FreshDatabase {
  /** Address of the program's login payung_app: row-level security applies. */
  readonly appUrl: string;
  /** Address that acts as payung_owner. */
  readonly ownerUrl: string;
  /** Address of the superuser, for looking at what no role may see. */
  readonly superUserUrl: string;
  /** Ends all connections and removes the database. */
  drop(): Promise<void>;
}

/** Clones the migrated template, or makes an empty prepared database when asked for the template "template0". */
export async function freshDatabase(template = 'payung_template'): Promise<FreshDatabase> {
  const server = variable('PAYUNG_TEST_SUPERUSER_URL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(server, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  );
  const superUserUrl = urlOfDatabase({ url: server, databaseName: name });
  // rights on a database itself are not cloned
  await withClient(superUserUrl, grantDatabaseRights);
  return {
    appUrl: appUrlOf(superUserUrl),
    ownerUrl: `${superUserUrl}?options=${encodeURIComponent(`-c role=${OWNER_ROLE}`)}`,
    superUserUrl,
    drop: async () => {
      await withClient(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/**
 * Template of this name for `freshDatabase`. The first test file of a run that asks fills it, the others wait for that:
 * what takes half a minute to load is loaded once.
 */
export async function templateMadeOnce(
  name: string,
  fill: (database: FreshDatabase) => Promise<void>,
): Promise<string> {
  await withClient(variable('PAYUNG_TEST_SUPERUSER_URL'), async (client) => {
    // held until the connection ends
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return;
    const database = await freshDatabase();
    await fill(database);
    await withClient(database.superUserUrl, (filled) => filled.query('vacuum (analyze)'));
    await client.query(
      `alter database ${new URL(database.superUserUrl).pathname.slice(1)} rename to ${name}`,
    );
  });
  return name;
}

function appUrlOf(superUserUrl: string): string {
  const address = new URL(superUserUrl);
  address.username = APP_ROLE;
  address.password = variable('PAYUNG_TEST_APP_PASSWORD');
  return address.toString();
}

async function withClient(
  connectionString: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is set by test/support/global-setup.mjs, which did not run`);
  return value;
}
