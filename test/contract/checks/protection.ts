import type pg from 'pg';
import { APP_ROLE, NATIONWIDE_ROLE, OWNER_ROLE } from '../../../server/roles.js';

/** Tables without row security of their own, and why. */
export const unprotected: Readonly<Record<string, string>> = {
  migration_history: 'names of the migrations, written by TypeORM; the app only reads them at start',
  import_staging: 'COPY cannot write to a table with row security; the app adds rows and reads none',
};

/** Tables that the app cannot touch itself, and why. */
const unreachable: Readonly<Record<string, string>> = {
  person: 'keyed hashes of NIK: the app asks app.person_ids for the ids behind hashes that it knows',
  presence: 'who has a record open: written and told by app.note_presence alone',
  statistics_group_trait:
    'what groups say of people: the app asks app.told_people, which knows who may hear it',
  quality_count: 'state of the data of people: the app asks app.data_quality, which knows who may hear it',
  quality_stale: 'marks for app.keep_quality',
  statistics_bill_stale: 'marks for app.tell_bills',
  statistics_group_member: 'who is in which group of the public: told to nobody',
  statistics_area: 'people by district and village: told by the views of analysts alone',
  statistics_area_below: 'people by district and village, too few to be told',
  statistics_secret: 'what the places at which areas are rounded follow from: for app.area_shift',
};

/** Foreign keys without a whole index, and why. */
const unindexed: Readonly<Record<string, string>> = {
  coverage_person_fk:
    'persons are never removed; the exclusion constraint is the index of the months that count',
};

/** Changes that the audit triggers do not see, and why. */
export const unaudited: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'cohort',
      'run',
      'member',
      'move',
      'stale',
      'group',
      'group_member',
      'group_run',
      'group_trait',
      'area',
      'area_below',
      'release',
      'change',
      'bill',
      'bill_stale',
    ].flatMap((name) =>
      ['INSERT', 'UPDATE', 'DELETE'].map((event) => [
        `statistics_${name} ${event}`,
        'derived from the ledger, whose changes are audited',
      ]),
    ),
  ),
  'statistics_secret INSERT': 'one value, written by the migration',
  'statistics_secret UPDATE': 'nobody may',
  'statistics_secret DELETE': 'nobody may',
  'audit_event INSERT': 'it is the trail itself, and the app can only read it',
  'audit_event UPDATE': 'nobody may',
  'audit_event DELETE': 'nobody may',
  'idempotency_key INSERT': 'says nothing that the created record does not say',
  'idempotency_key UPDATE': 'nobody may',
  'idempotency_key DELETE': 'nobody may',
  'region INSERT': '91,000 rows of reference data come at once',
  'staff_session INSERT': 'signing in notes an event',
  'staff_session UPDATE': 'only the time it was last seen changes',
  'staff_session DELETE': 'signing out notes an event',
  'access_token UPDATE': 'a revocation notes an event; last_used_at changes every minute',
  'category_term INSERT': 'derived from the category by a trigger',
  'category_term UPDATE': 'derived from the category by a trigger',
  'category_term DELETE': 'derived from the category by a trigger',
  'person INSERT': 'holds nothing but a keyed hash; the registration that caused it is audited',
  'person UPDATE': 'nobody may',
  'person DELETE': 'nobody may',
  'import_row INSERT': 'what a file says; what it makes of the registry is audited there',
  'import_row UPDATE': 'what a file says; what it makes of the registry is audited there',
  'import_row DELETE': 'read anew before anything of it was written',
  'branch_list_row INSERT': 'the list is audited; what an answer makes of enrollments is audited there',
  'branch_list_row UPDATE': 'what a branch answers; what it makes of enrollments is audited there',
  'branch_list_row DELETE': 'rows of the branch, when it answers anew',
  'nik_reveal INSERT': 'it is the trail of reveals itself',
  'nik_reveal UPDATE': 'nobody may',
  'nik_reveal DELETE': 'nobody may',
  ...Object.fromEntries(
    ['count', 'stale'].flatMap((name) =>
      ['INSERT', 'UPDATE', 'DELETE'].map((event) => [
        `quality_${name} ${event}`,
        'derived from people, whose changes are audited',
      ]),
    ),
  ),
  'analytics_refresh INSERT': 'says when all people were last looked at',
  'analytics_refresh UPDATE': 'nobody may',
  'analytics_refresh DELETE': 'says when all people were last looked at',
  'change_channel INSERT': 'one name, written by the migration',
  'change_channel UPDATE': 'nobody may',
  'change_channel DELETE': 'nobody may',
  'identity_epoch INSERT': 'one number without content',
  'identity_epoch UPDATE': 'one number without content',
  'identity_epoch DELETE': 'nobody may',
  'presence INSERT': 'who has a page open at this moment; gone within minutes',
  'presence UPDATE': 'who has a page open at this moment; gone within minutes',
  'presence DELETE': 'who has a page open at this moment; gone within minutes',
  'login_limit INSERT': 'counters by hashed key, without a person',
  'login_limit UPDATE': 'counters by hashed key, without a person',
  'login_limit DELETE': 'counters by hashed key, without a person',
};

const tables = `
  select c.relname as "table", c.relrowsecurity as "isOn", c.relforcerowsecurity as "isForced",
    pg_get_userbyid(c.relowner) = '${OWNER_ROLE}' as "isOwned",
    exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
      and p.roles && array['${OWNER_ROLE}', 'public']::name[] and p.cmd = 'ALL' and p.qual = 'true' and p.with_check = 'true') as "hasOwnerPolicy",
    exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
      and p.roles && array['${APP_ROLE}', 'public']::name[]) as "hasAppPolicy"
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`;

interface Table {
  readonly table: string;
  readonly isOn: boolean;
  readonly isForced: boolean;
  readonly isOwned: boolean;
  readonly hasOwnerPolicy: boolean;
  readonly hasAppPolicy: boolean;
}

/** Tables whose rows are not protected as all have to be, as sentences. */
export async function unprotectedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Table>(tables);
  return rows
    .filter(({ table }) => !(table in unprotected))
    .flatMap(({ table, isOn, isForced, isOwned, hasOwnerPolicy, hasAppPolicy }) => [
      ...(isOn && isForced ? [] : [`${table}: row security is not forced`]),
      ...(isOwned ? [] : [`${table}: does not belong to ${OWNER_ROLE}`]),
      ...(hasOwnerPolicy ? [] : [`${table}: has no policy for its owner`]),
      ...(hasAppPolicy || table in unreachable ? [] : [`${table}: has no policy for ${APP_ROLE}`]),
    ]);
}

const auditGaps = `
  select c.relname || ' ' || e.event as gap
  from pg_class c cross join (values ('INSERT', 4), ('DELETE', 8), ('UPDATE', 16)) e(event, bit)
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
    select from pg_trigger t where t.tgrelid = c.oid and t.tgenabled = 'O' and not t.tgisinternal
      and t.tgfoid = 'app.record_change'::regproc and t.tgtype & e.bit <> 0)
  order by 1`;

/** Changes of tables that leave no trace in the audit trail and are not excused, and excuses that nothing needs. */
export async function auditFaults(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ gap: string }>(auditGaps);
  const gaps = rows.map(({ gap }) => gap).filter((gap) => !((gap.split(' ')[0] ?? '') in unprotected));
  return [
    ...gaps.filter((gap) => !(gap in unaudited)).map((gap) => `${gap} is not audited`),
    ...Object.keys(unaudited)
      .filter((excuse) => !gaps.includes(excuse))
      .map((excuse) => `${excuse} is audited: no excuse needed`),
  ];
}

/** What the program's login is or has that it must not, as sentences. */
export async function excessOfApp(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(`
    select unnest(array_remove(array[
      case when r.rolsuper then 'is a superuser' end, case when r.rolbypassrls then 'bypasses row security' end,
      case when r.rolcreaterole then 'makes roles' end, case when r.rolcreatedb then 'makes databases' end,
      case when r.rolreplication then 'replicates' end,
      case when has_schema_privilege(r.oid, 'public', 'create') then 'creates in schema public' end,
      case when has_schema_privilege(r.oid, 'app', 'create') then 'creates in schema app' end,
      case when has_database_privilege(r.oid, current_database(), 'temporary') then 'makes temporary tables' end,
      case when has_database_privilege(r.oid, current_database(), 'create') then 'creates schemas' end], null)) as fault
    from pg_roles r where r.rolname = '${APP_ROLE}'
    union all
    select 'is a member of ' || pg_get_userbyid(m.roleid) from pg_auth_members m where m.member = '${APP_ROLE}'::regrole
      and m.roleid <> '${NATIONWIDE_ROLE}'::regrole
    union all
    select 'owns ' || d.classid::regclass || ' ' || d.objid from pg_shdepend d
    where d.refclassid = 'pg_authid'::regclass and d.refobjid = '${APP_ROLE}'::regrole and d.deptype = 'o'
    union all
    select 'may truncate ' || c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_table_privilege('${APP_ROLE}', c.oid, 'truncate, references, trigger' ||
        case when current_setting('server_version_num')::int >= 170000 then ', maintain' else '' end)`);
  return rows.map(({ fault }) => `${APP_ROLE} ${fault}`);
}

/** Functions that can be turned against their owner, as sentences. */
export async function unsafeFunctions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{
    name: string;
    isFixed: boolean;
    isPublic: boolean;
    isDefiner: boolean;
  }>(`
    select p.oid::regprocedure::text as name, p.prosecdef as "isDefiner",
      -- a body that PostgreSQL read when the function was made looks for nothing when it runs
      p.prosqlbody is not null or coalesce('search_path=""' = any (p.proconfig), false) as "isFixed",
      exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
        where g.grantee = 0 and g.privilege_type = 'EXECUTE') as "isPublic"
    from pg_proc p
    where p.pronamespace in ('app'::regnamespace, 'public'::regnamespace)
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`);
  return rows.flatMap(({ name, isFixed, isPublic }) => [
    ...(isFixed ? [] : [`${name} does not set search_path = ''`]),
    ...(isPublic ? [`${name} may be run by everybody`] : []),
  ]);
}

/** Foreign keys whose columns begin no index: each delete or join of the parent would read the whole child table. */
export async function unindexedForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.conname as name from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
      select from pg_index i where i.indrelid = c.conrelid
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '%IS NOT NULL%')
        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
    order by 1`);
  return rows.filter(({ name }) => !(name in unindexed)).map(({ name }) => `${name} has no index`);
}
