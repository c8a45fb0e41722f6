import pg from 'pg';

/** Roles of ours that go on using what is taken from everybody. */
const trusted = ['payung_owner', 'payung_app', 'payung_nationwide', 'payung_warden'];

/**
 * Functions by which a login that only reads could still wait, lock, announce, write files or the log of changes, count
 * the rows of tables that it cannot read, or measure what others write: the log of changes grows by the length of a name,
 * the numbers of transactions by one for each decision, and a lock says which table it is about.
 */
const functions = `
  select p.oid::regprocedure::text as name from pg_proc p
  where p.pronamespace = 'pg_catalog'::regnamespace and (
    p.proname in ('set_config', 'pg_notify', 'pg_sleep', 'pg_sleep_for', 'pg_sleep_until', 'loread', 'lowrite',
      'pg_export_snapshot', 'pg_logical_emit_message', 'txid_current', 'pg_current_xact_id', 'pg_current_snapshot',
      'txid_current_snapshot', 'txid_status', 'pg_xact_status', 'mxid_age', 'pg_get_multixact_members', 'pg_lock_status',
      'pg_get_wal_summarizer_state', 'pg_available_wal_summaries', 'pg_wal_summary_contents')
    or p.oid = 'pg_catalog.age(xid)'::regprocedure
    or p.proname ~ '^(lo_|pg_(try_)?advisory_|(query|cursor|table|schema|database)_to_xml)'
    or p.proname ~ '^pg_(current|last)_wal_|^pg_control_|^pg_stat_get_')
    and p.proname not in ('lo_import', 'lo_export')
    and (has_function_privilege('public', p.oid, 'execute')
      or not has_function_privilege('payung_nationwide', p.oid, 'execute'))`;

/** What those who watch over the server need of them. */
const isMonitored = (name: string): boolean =>
  /^(age\(|mxid_age\(|pg_(stat_get|current_wal|last_wal|control|lock_status))/.test(name);

/**
 * Takes from everybody in this database what PostgreSQL gives to everybody and analysts do not need. Only a superuser
 * can, because these functions are the superuser's; where the migrating login is none, what keeps analysts harmless
 * are the grants, the identity that no setting can change, and the watch that ends what overruns (see docs/sql.md).
 */
export async function closeCatalogue(client: pg.Client): Promise<void> {
  if (!(await isSuperuser(client))) return;
  const { rows } = await client.query<{ name: string }>(functions);
  for (const { name } of rows) {
    await client.query(`revoke execute on function pg_catalog.${name} from public`);
    const keeping = isMonitored(name) ? [...trusted, 'pg_read_all_stats'] : trusted;
    await client.query(`grant execute on function pg_catalog.${name} to ${keeping.join(', ')}`);
  }
  await client.query('revoke usage on language plpgsql from public');
  await client.query(`grant usage on language plpgsql to ${trusted.join(', ')}`);
  await client.query('grant set on parameter temp_file_limit to payung_warden');
}

/** In a cluster of our own: the databases that PostgreSQL comes with are nobody's to sign in to. */
export async function closeOtherDatabases(superUserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUserUrl });
  await client.connect();
  try {
    await client.query('revoke connect, temporary on database postgres, template1 from public');
  } finally {
    await client.end();
  }
}

async function isSuperuser(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is_superuser: boolean }>(
    'select r.rolsuper as is_superuser from pg_roles r where r.rolname = current_user',
  );
  return rows[0]?.is_superuser === true;
}
