import type pg from 'pg';
import { APP_ROLE, NATIONWIDE_ROLE } from '../../../server/roles.js';

const regions = /\(region_id = ANY \(ARRAY\( SELECT app\.(person|readable)_regions\(\) AS \w+\)\)\)/g;
const everywhere = '( SELECT app.reads_everywhere() AS reads_everywhere)';

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly question: string;
  readonly withCheck: string | null;
}

/** Where payung_nationwide is asked anything else than payung_app but which regions, as sentences. */
export async function differingPolicies(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Policy>(`
    select p.tablename as "table", p.policyname as name, p.roles::text[] as roles, p.qual as question, p.with_check as "withCheck"
    from pg_policies p where p.schemaname = 'public' and p.cmd in ('SELECT', 'ALL')`);
  const nameOf = ({ table, name }: Policy): string => `${table}.${name}`;
  const byName = new Map(rows.map((policy) => [nameOf(policy), policy]));
  const ofApp = rows.filter(({ roles }) => roles.includes(APP_ROLE));
  const unanswered = ofApp.filter((policy) => {
    if (policy.roles.includes(NATIONWIDE_ROLE)) return false;
    const twin = byName.get(`${nameOf(policy)}_nationwide`);
    return twin?.question !== policy.question.replaceAll(regions, everywhere) || twin.withCheck !== null;
  });
  const own = rows.filter(({ roles }) => roles.includes(NATIONWIDE_ROLE) && !roles.includes(APP_ROLE));
  const twins = new Set(ofApp.map((policy) => `${nameOf(policy)}_nationwide`));
  return [
    ...unanswered.map((policy) => `${nameOf(policy)} is not the same for ${NATIONWIDE_ROLE}`),
    ...own
      .filter((policy) => !twins.has(nameOf(policy)))
      .map((policy) => `${nameOf(policy)} is nobody's twin`),
  ];
}

/** What payung_nationwide may more, or less, than reading what payung_app reads, as sentences. */
export async function differingRights(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(`
    select c.relname || '.' || a.attname || ' is not read alike' as fault
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and has_column_privilege('${APP_ROLE}', c.oid, a.attnum, 'select')
        <> has_column_privilege('${NATIONWIDE_ROLE}', c.oid, a.attnum, 'select')
    union all
    select '${NATIONWIDE_ROLE} may change ' || c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and (has_any_column_privilege('${NATIONWIDE_ROLE}', c.oid, 'insert, update, references')
        or has_table_privilege('${NATIONWIDE_ROLE}', c.oid, 'delete, truncate, trigger'))
    union all
    select p.oid::regprocedure || ' is not run alike' from pg_proc p
    where p.pronamespace = 'app'::regnamespace and p.proowner = 'payung_owner'::regrole
      and has_function_privilege('${APP_ROLE}', p.oid, 'execute') <> has_function_privilege('${NATIONWIDE_ROLE}', p.oid, 'execute')
    union all
    select '${NATIONWIDE_ROLE} is more than a reader' from pg_roles r where r.rolname = '${NATIONWIDE_ROLE}'
      and (r.rolcanlogin or r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
    union all
    select pg_get_userbyid(m.member) || ' is a member of ' || pg_get_userbyid(m.roleid)
    from pg_auth_members m join pg_roles r on r.oid = m.member
    where (m.member = '${NATIONWIDE_ROLE}'::regrole or m.roleid = '${NATIONWIDE_ROLE}'::regrole)
      and r.rolname <> '${APP_ROLE}' and not r.rolsuper
    union all
    select '${APP_ROLE} is ${NATIONWIDE_ROLE} without saying so' where pg_has_role('${APP_ROLE}', '${NATIONWIDE_ROLE}', 'usage')
    union all
    select '${APP_ROLE} cannot be ${NATIONWIDE_ROLE}' where not pg_has_role('${APP_ROLE}', '${NATIONWIDE_ROLE}', 'member')`);
  return rows.map(({ fault }) => fault);
}
