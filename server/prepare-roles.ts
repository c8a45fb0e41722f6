import pg from 'pg';
import { ANALYST_ROLE, APP_ROLE, NATIONWIDE_ROLE, OWNER_ROLE, WARDEN_ROLE } from './roles.js';
import { bilingual, StartupError } from './startup-error.js';

/**
 * Makes the roles of Payung that are missing, and gives the program's login its password, in one transaction.
 * @throws StartupError when one exists with rights that it must not have.
 */
export async function prepareRoles({
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
    throw error;
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
