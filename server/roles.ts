import pg from 'pg';
import { closeCatalogue } from './close-catalogue.js';
import { bilingual, StartupError } from './startup-error.js';

/** Role that owns every object; nobody signs in with it. */
export const OWNER_ROLE = 'payung_owner';
/** Login of the running program: owns nothing, row-level security applies to it. */
export const APP_ROLE = 'payung_app';
/**
 * What the program's login becomes while it reads for somebody who may see the people of all regions. Rows are his by one
 * question per statement there, and by a list of regions otherwise.
 */
export const NATIONWIDE_ROLE = 'payung_nationwide';
/** Group of the analysts' own logins: reads the views of schema analytics, nothing else. */
export const ANALYST_ROLE = 'payung_analyst';
/** Role that makes and ends those logins; nobody signs in with it, it acts only in functions of its own. */
export const WARDEN_ROLE = 'payung_warden';

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
 * Makes the two roles, the extensions and the rights that migrations and the program need. Can be repeated.
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
  await withClient({
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

/** Address of another database on the same server, with the same login. */
export function urlOfDatabase({
  url,
  databaseName,
}: {
  readonly url: string;
  readonly databaseName: string;
}): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(databaseName)}`;
  return address.toString();
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
  await retryPassing(() => withClient({ connectionString: ownerUrl, work }));
}

async function prepareRoles({
  client,
  appPassword,
}: {
  readonly client: pg.Client;
  readonly appPassword: string;
}): Promise<void> {
  await client.query('begin');
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('payung'), hashtext('roles'))");
    if (!(await hasRole({ client, role: OWNER_ROLE }))) {
      await client.query(`create role ${OWNER_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`);
    }
    if (!(await hasRole({ client, role: APP_ROLE }))) {
      await client.query(`create role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole`);
    }
    for (const role of [ANALYST_ROLE, NATIONWIDE_ROLE]) {
      if (!(await hasRole({ client, role })))
        await client.query(`create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole`);
    }
    if (!(await hasRole({ client, role: WARDEN_ROLE }))) {
      await client.query(`create role ${WARDEN_ROLE} nologin nosuperuser nobypassrls nocreatedb createrole`);
    }
    await checkAttributes(client);
    await client.query(`alter role ${APP_ROLE} with password ${pg.escapeLiteral(appPassword)}`);
    await client.query(`grant ${ANALYST_ROLE} to ${WARDEN_ROLE} with admin option`);
    await letAppBecomeNationwide(client);
    for (const role of [OWNER_ROLE, WARDEN_ROLE]) await joinRole({ client, role });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw explained(error);
  }
}

/** Policies of a role count for those who inherit it: the app must have to say when it acts as the other role. */
async function letAppBecomeNationwide(client: pg.Client): Promise<void> {
  await client.query(`alter role ${APP_ROLE} noinherit`);
  const found = await client.query("select 1 where pg_has_role($1, $2, 'member')", [
    APP_ROLE,
    NATIONWIDE_ROLE,
  ]);
  if (found.rowCount === 0) await client.query(`grant ${NATIONWIDE_ROLE} to ${APP_ROLE}`);
}

/** The maker of a role administers it, but since PostgreSQL 16 may act as it only when granted so. */
async function joinRole({
  client,
  role,
}: {
  readonly client: pg.Client;
  readonly role: string;
}): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  const privilege = (rows[0]?.version ?? 0) >= 160_000 ? 'set' : 'member';
  const found = await client.query('select 1 where pg_has_role(current_user, $1, $2)', [role, privilege]);
  if (found.rowCount === 0) await client.query(`grant ${role} to current_user`);
}

async function hasRole({
  client,
  role,
}: {
  readonly client: pg.Client;
  readonly role: string;
}): Promise<boolean> {
  const found = await client.query('select 1 from pg_roles r where r.rolname = $1', [role]);
  return found.rowCount !== 0;
}

async function checkAttributes(client: pg.Client): Promise<void> {
  const all = [OWNER_ROLE, APP_ROLE, NATIONWIDE_ROLE, ANALYST_ROLE, WARDEN_ROLE];
  const found = await client.query(
    `select 1 from pg_roles r
     where r.rolname in ('${all.join("', '")}') and (r.rolsuper or r.rolbypassrls)
        or r.rolname in ('${APP_ROLE}', '${NATIONWIDE_ROLE}', '${ANALYST_ROLE}') and (r.rolcreaterole or r.rolcreatedb or r.oid in (
          select m.member from pg_auth_members m where m.roleid in ('${OWNER_ROLE}'::regrole, '${WARDEN_ROLE}'::regrole)))`,
  );
  if (found.rowCount === 0) return;
  throw new StartupError(
    bilingual({
      id: `Salah satu role ${all.join(', ')} sudah ada dengan hak berlebih (superuser, bypassrls, createrole, createdb, atau anggota ${OWNER_ROLE}); cabut hak itu`,
      en: `One of the roles ${all.join(', ')} exists with too many rights (superuser, bypassrls, createrole, createdb, or member of ${OWNER_ROLE}); take them away`,
    }),
  );
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

async function withClient({
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

function missingRights(cause?: Error): StartupError {
  const detail = cause === undefined ? '' : ` (${cause.message})`;
  return new StartupError(
    bilingual({
      id: `Login DATABASE_OWNER_URL kurang hak: ia perlu CREATEROLE dan memiliki basis data ini${detail}`,
      en: `The login of DATABASE_OWNER_URL lacks rights: it needs CREATEROLE and must own this database${detail}`,
    }),
    { cause },
  );
}
