import type pg from 'pg';
import { knownConstraints } from '../../../schema/kernel/texts.js';

/** Tables whose constraints no person can run into through a form, and why. */
const silent: Readonly<Record<string, string>> = {
  migration_history: 'written by TypeORM',
  audit_event: 'written by triggers',
  idempotency_key: 'written by the unit of work under a lock; the key is checked before',
  login_limit: 'written by the limiter',
  change_channel: 'written by its migration',
  identity_epoch: 'counted by triggers',
  staff_session: 'written by app.open_session with values of its own',
  presence: 'written by app.note_presence with values of its own',
  person: 'written by app.person_ids',
  analytics_refresh: 'written by app.release_statistics',
  statistics_group_trait: 'written by app.release_statistics',
  statistics_area: 'written by app.release_areas',
  statistics_area_below: 'written by app.release_areas',
  statistics_secret: 'written by its migration',
  quality_count: 'written by app.keep_quality',
  quality_stale: 'written by triggers',
};

/** Constraints that hold by how their values are made. */
const impossible: Readonly<Record<string, string>> = {
  access_token_hash_unique: 'SHA-256 of 256 random bits',
  sql_login_role_name_unique: '48 random bits',
  sql_login_role_name_form: 'made by the program',
};

/** Names that triggers raise, which the catalogue of constraints does not know: the raise names them. */
const raised = `
  select distinct m[1] as name from pg_proc p, regexp_matches(p.prosrc, 'constraint\\s*=\\s*''([a-z_]+)''', 'g') m
  where p.pronamespace = 'app'::regnamespace
  union
  select r.relname || m[1] from pg_proc p, pg_trigger t, pg_class r,
    regexp_matches(p.prosrc, 'constraint\\s*=\\s*tg_table_name \\|\\| ''([a-z_]+)''', 'g') m
  where p.pronamespace = 'app'::regnamespace and t.tgfoid = p.oid and r.oid = t.tgrelid`;

// primary keys are made by the app; not-null constraints carry the name of their column
const declared = `
  select r.relname as "table", c.conname as name from pg_constraint c join pg_class r on r.oid = c.conrelid
  where r.relnamespace = 'public'::regnamespace and c.contype in ('c', 'u', 'f', 'x')
  union all
  select r.relname, x.relname from pg_index i join pg_class r on r.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
  where r.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary
    and not exists (select from pg_constraint c where c.conindid = x.oid)
  order by 1, 2`;

/** Constraints that would answer a race without a message, and messages for constraints that are gone. */
export async function constraintFaults(
  client: pg.Client,
  known: readonly string[] = knownConstraints(),
): Promise<string[]> {
  const tables = await client.query<{ table: string; name: string }>(declared);
  const functions = await client.query<{ name: string }>(raised);
  const existing = [...tables.rows.filter(({ table }) => !(table in silent)), ...functions.rows].map(
    ({ name }) => name,
  );
  const all = new Set([...tables.rows, ...functions.rows].map(({ name }) => name));
  return [
    ...existing
      .filter((name) => !known.includes(name) && !(name in impossible))
      .map((name) => `${name} has no message`),
    ...known.filter((name) => !all.has(name)).map((name) => `${name} has a message but does not exist`),
  ];
}
