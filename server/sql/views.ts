import type { ClientBase, Pool } from 'pg';
import type { AnalystView } from '../../schema/kernel/analyst-database.js';

const question = `
  select c.relname as name, obj_description(c.oid, 'pg_class') as about,
    json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'about', col_description(c.oid, a.attnum)) order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
  where c.relnamespace = 'analytics'::regnamespace and c.relkind = 'v'
  group by c.oid, c.relname order by c.relname`;

/** The views of schema `analytics` with their comments, as PostgreSQL has them. */
export async function readViews(database: Pool | ClientBase): Promise<readonly AnalystView[]> {
  return (await database.query<AnalystView>(question)).rows;
}
