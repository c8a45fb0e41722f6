import type pg from 'pg';
import { ANALYST_ROLE, APP_ROLE, NATIONWIDE_ROLE, OWNER_ROLE, WARDEN_ROLE } from './roles.js';

/** One kind of line below a table: the first column of the query is the table, the second the line. */
type TableQuery = string;

const tablesSql = `
  select c.relname,
    concat_ws(', ', case when c.relrowsecurity then 'row security' end, case when c.relforcerowsecurity then 'forced' end,
      'owner ' || pg_get_userbyid(c.relowner), case c.relkind when 'v' then 'view' when 'p' then 'partitioned' end) as line
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p', 'm')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

const columns: TableQuery = `
  select c.relname, concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then 'not null' end,
    case when a.attgenerated <> '' then 'generated as' || pg_get_expr(d.adbin, d.adrelid)
      when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end)
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p', 'm') and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

// not-null constraints are told by their column
const constraints: TableQuery = `
  select r.relname, c.conname || ' ' || pg_get_constraintdef(c.oid)
  from pg_constraint c join pg_class r on r.oid = c.conrelid
  where r.relnamespace = 'public'::regnamespace and c.contype <> 'n'`;

const indexes: TableQuery = `
  select i.tablename, regexp_replace(i.indexdef, '^CREATE (UNIQUE )?INDEX (\\S+) ON \\S+', '\\2 \\1')
  from pg_indexes i where i.schemaname = 'public'`;

const triggers: TableQuery = `
  select r.relname, regexp_replace(pg_get_triggerdef(t.oid), '^CREATE (CONSTRAINT )?TRIGGER ', '')
  from pg_trigger t join pg_class r on r.oid = t.tgrelid
  where r.relnamespace = 'public'::regnamespace and not t.tgisinternal`;

const policies: TableQuery = `
  select p.tablename, concat_ws(' ', p.policyname, 'for', lower(p.cmd), 'to', array_to_string(p.roles, ', '),
    'using (' || p.qual || ')', 'with check (' || p.with_check || ')')
  from pg_policies p where p.schemaname = 'public'`;

const grants: TableQuery = `
  select r.relname, case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee)::text end || ': '
    || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type collate "C")
  from pg_class r cross join aclexplode(r.relacl) g
  where r.relnamespace = 'public'::regnamespace and r.relkind in ('r', 'v', 'p', 'm') and g.grantee <> r.relowner
  group by r.relname, g.grantee`;

const columnGrants: TableQuery = `
  select relname, grantee || ': ' || lower(privilege_type) || ' (' || string_agg(attname, ', ' order by attnum) || ')'
  from (
    select r.relname, a.attname, a.attnum, g.privilege_type,
      case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee)::text end as grantee
    from pg_attribute a join pg_class r on r.oid = a.attrelid cross join aclexplode(a.attacl) g
    where r.relnamespace = 'public'::regnamespace) granted
  group by relname, grantee, privilege_type`;

const parts: Readonly<Record<string, TableQuery>> = {
  columns,
  constraints,
  indexes,
  triggers,
  policies,
  grants,
  'grants by column': columnGrants,
};

const functionsSql = `
  select p.oid::regprocedure || ' returns ' || pg_get_function_result(p.oid) as relname,
    concat_ws(', ', l.lanname, case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when p.prosecdef then 'security definer' end, array_to_string(p.proconfig, ', '),
      'owner ' || pg_get_userbyid(p.proowner),
      'execute: ' || coalesce((
        select string_agg(case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee)::text end, ', ' order by g.grantee::regrole::text)
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
        where g.privilege_type = 'EXECUTE' and g.grantee <> p.proowner), 'owner only'),
      'body ' || left(md5(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)), 12)) as line
  from pg_proc p join pg_language l on l.oid = p.prolang
  where p.pronamespace in ('app'::regnamespace, 'public'::regnamespace)
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
 `;

const rolesSql = `
  select r.rolname as relname, concat_ws(', ', case when r.rolcanlogin then 'login' end, case when r.rolsuper then 'superuser' end,
    case when r.rolbypassrls then 'bypassrls' end, case when r.rolcreaterole then 'createrole' end,
    case when r.rolcreatedb then 'createdb' end) as line
  from pg_roles r where r.rolname in ('${APP_ROLE}', '${NATIONWIDE_ROLE}', '${OWNER_ROLE}', '${ANALYST_ROLE}', '${WARDEN_ROLE}')`;

// what analysts read: their columns stand in docs/sql.md, what they are made of in their migrations
const viewsSql = `
  select c.relname, concat_ws(', ', array_to_string(c.reloptions, ', '), 'owner ' || pg_get_userbyid(c.relowner),
    'select: ' || (select string_agg(pg_get_userbyid(g.grantee)::text, ', ' order by 1) from aclexplode(c.relacl) g where g.grantee <> c.relowner),
    'body ' || left(md5(pg_get_viewdef(c.oid)), 12)) as line
  from pg_class c where c.relnamespace = 'analytics'::regnamespace and c.relkind = 'v'`;

/** Everything that migrations have made, as text in a fixed order: `migrations/structure.txt`. */
export async function describeStructure(client: pg.Client | pg.Pool): Promise<string> {
  // definitions name schemas only when the search path does not reach them
  const lines = [
    ...(await section(client, 'role', rolesSql)),
    ...(await section(client, 'extension', 'select extname as relname, null as line from pg_extension')),
    ...(await section(client, 'function', functionsSql)),
    ...(await section(client, 'view analytics', viewsSql)),
    ...(await tableLines(client)),
  ];
  return `${lines.join('\n')}\n`;
}

interface Row {
  readonly relname: string;
  readonly line: string | null;
}

async function section(client: pg.Client | pg.Pool, kind: string, sql: string): Promise<string[]> {
  const { rows } = await client.query<Row>(sql);
  return [...rows.map(({ relname, line }) => `${kind} ${relname}${line ? `: ${line}` : ''}`).sort(), ''];
}

async function tableLines(client: pg.Client | pg.Pool): Promise<string[]> {
  const { rows: tables } = await client.query<Row>(tablesSql);
  const found = new Map<string, Map<string, string[]>>();
  for (const [title, sql] of Object.entries(parts)) found.set(title, await linesByTable(client, sql));
  const sorted = tables.sort((one, other) => (one.relname < other.relname ? -1 : 1));
  return sorted.flatMap(({ relname, line }) => {
    const below = [...found].flatMap(([title, lines]) => {
      const all = lines.get(relname) ?? [];
      const own = title === 'columns' ? all : all.sort(); // columns keep the order of the table
      return own.length === 0 ? [] : [`  ${title}`, ...own.map((text) => `    ${text}`)];
    });
    return [`table ${relname}: ${line}`, ...below, ''];
  });
}

async function linesByTable(client: pg.Client | pg.Pool, sql: string): Promise<Map<string, string[]>> {
  const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' });
  const lines = new Map<string, string[]>();
  for (const [table = '', line = ''] of rows) {
    lines.set(table, [...(lines.get(table) ?? []), line.replace(/\s+/g, ' ')]);
  }
  return lines;
}
