import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { scramVerifier } from '../../schema/sql-login/index.js';
import { sqlLimits } from '../../schema/sql-query/index.js';
import { closeCatalogue } from '../../server/close-catalogue.js';
import { openSqlPool } from '../../server/database.js';
import { LoginWatch } from '../../server/login-watch.js';
import { PostgresAnalysts } from '../../server/sql/analyst-database.js';
import type { LedgerWorld } from '../coverage/ledger-world.js';
import { staffKey } from '../support/actors.js';
import { aProgram } from '../support/build/program.js';
import { eventually } from '../support/eventually.js';
import { escapes } from './escapes.js';
import { askSql, canaries, closeWorld, connected, directLogin, sqlWorld } from './sql-world.js';

let world: LedgerWorld;
let superUser: pg.Client;
let login: { readonly user: string; readonly password: string };
beforeAll(async () => {
  world = await sqlWorld();
  superUser = new pg.Client({ connectionString: world.app.database.superUserUrl });
  await superUser.connect();
  const client = await directLogin(world, 'analystBanten');
  login = { user: client.user ?? '', password: String(client.password) };
  await client.end();
});
afterAll(async () => {
  await superUser.end();
  await closeWorld(world);
});

/** Whether PostgreSQL is 15: 16 closed some ways, and knows more figures. */
const isOld = "current_setting('server_version_num')::int < 160000";

/** Logins of analysts that other test files make meanwhile in the same PostgreSQL. */
const elsewhere = (name: string) => `${name} like 'payung\\_sql\\_%' and ${name} <> '${login.user}'`;

/** Everything that an escape could have changed: rows, definitions, rights, roles, files and locks. */
async function stateOfAll(): Promise<Record<string, string>> {
  const { rows: tables } = await superUser.query(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  );
  const state: Record<string, string> = {};
  const questions = [
    ...tables.map(({ name }) => [
      name,
      `select md5(string_agg(t::text, ',' order by t::text)) as hash from public.${pg.escapeIdentifier(name)} t`,
    ]),
    [
      'roles',
      `select md5(string_agg(concat(r.rolname, r.rolsuper, r.rolcreaterole, r.rolbypassrls, r.rolconnlimit, case when r.rolname <> '${login.user}' then r.rolpassword end), ',' order by r.rolname)) as hash from pg_authid r where not (${elsewhere('r.rolname')})`,
    ],
    [
      'members',
      `select md5(string_agg(concat(m.roleid, m.member, m.admin_option), ',' order by m.roleid, m.member)) as hash from pg_auth_members m where not exists (select from pg_authid r where r.oid in (m.roleid, m.member) and ${elsewhere('r.rolname')})`,
    ],
    [
      'classes',
      `select md5(string_agg(concat(c.oid, c.relname, c.relowner, c.relacl, c.reloptions, c.relrowsecurity, c.relforcerowsecurity), ',' order by c.oid)) as hash from pg_class c where c.relnamespace not in (select n.oid from pg_namespace n where n.nspname ~ '^pg_(toast_)?temp')`,
    ],
    [
      'functions',
      "select md5(string_agg(concat(p.oid, p.prosrc, p.proowner), ',' order by p.oid)) as hash from pg_proc p",
    ],
    [
      'schemas',
      "select md5(string_agg(concat(n.nspname, n.nspacl), ',' order by n.oid)) as hash from pg_namespace n where n.nspname !~ '^pg_'",
    ],
    [
      'large objects',
      // before PostgreSQL 16 a transaction that only reads could make them; the watch removes them (docs/sql.md)
      `select case when ${isOld} then 'any' else count(*)::text end as hash from pg_largeobject_metadata`,
    ],
    ['extensions', "select string_agg(e.extname, ',' order by 1) as hash from pg_extension e"],
    ['sequence', 'select s.last_value::text as hash from app.case_number s'],
    [
      'advisory locks',
      `select count(*)::text as hash from pg_locks l where l.locktype = 'advisory' and l.database = (select d.oid from pg_database d where d.datname = current_database())`,
    ],
  ];
  for (const [name = '', question = ''] of questions)
    state[name] = (await superUser.query(question)).rows[0]?.hash ?? '';
  return state;
}

/** Sends each to a session of its own and gives what came back; short of patience, as sleeping ones shall end. */
async function answersOf(
  settings: string,
  prepare: (client: pg.Client) => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const answers: string[] = [];
  for (const sql of escapes) {
    const client = await connected(world, { ...login, settings: `-c statement_timeout=400 ${settings}` });
    await prepare(client);
    const answer = await client.query(sql).catch((error: unknown) => error);
    answers.push(answer instanceof Error ? `refused: ${answer.message}` : JSON.stringify(answer));
    await client.end();
  }
  return answers;
}

const readings = (answers: readonly string[]) =>
  escapes.filter((_, index) => canaries.some((canary) => answers[index]?.includes(canary)));

describe('at the gate', () => {
  test(`all ${escapes.length} are refused, with a reason in both languages`, async () => {
    expect(escapes.length).toBeGreaterThanOrEqual(300);
    const passed: string[] = [];

    for (const sql of escapes) {
      const { status, body } = await askSql(world, 'analystBanten', { sql });
      const isExplained =
        body?.userErrors?.[0]?.message?.length > 20 && !body.userErrors[0].message.includes('…');
      if (status !== 422 || !isExplained) passed.push(`${status} ${sql} ${JSON.stringify(body)}`);
    }

    expect(passed).toEqual([]);
  });
});

describe('on a login of the database, without the gate', () => {
  const layers: Record<
    string,
    { settings?: string; off?: () => Promise<unknown>; on?: () => Promise<unknown> }
  > = {
    'every other layer in place': {},
    'sessions that begin by writing': { settings: '-c default_transaction_read_only=off' },
    'the catalogue open to everybody, as without a superuser': {
      off: openCatalogue,
      on: () => closeCatalogue(superUser),
    },
    'temporary tables allowed': {
      off: () =>
        superUser.query(
          `grant temporary on database ${pg.escapeIdentifier(superUser.database ?? '')} to public`,
        ),
      on: () =>
        superUser.query(
          `revoke temporary on database ${pg.escapeIdentifier(superUser.database ?? '')} from public`,
        ),
    },
    'tables granted to analysts by mistake': {
      off: () =>
        superUser.query(
          `grant usage on schema public to payung_analyst; grant select on all tables in schema public to payung_analyst`,
        ),
      on: () =>
        superUser.query(
          `revoke all on all tables in schema public from payung_analyst; revoke usage on schema public from payung_analyst`,
        ),
    },
    'row security switched off': { off: () => setRowSecurity('no force'), on: () => setRowSecurity('force') },
    'views without barriers': { off: () => setBarriers(false), on: () => setBarriers(true) },
    'a setting, not the login, saying who asks': {
      settings: `-c app.actor_id=${staffKey('admin')}`,
      off: () => instead('app.analytics_staff()', believesSettings),
      on: () => instead('app.analytics_staff()'),
    },
    // what it alone holds is time: `set statement_timeout = 0` and overrun, below
    'nobody watching over sessions': {
      off: () => instead('app.end_overrunning_logins()', endsNobody),
      on: () => instead('app.end_overrunning_logins()'),
    },
  };

  test.each(Object.entries(layers))(
    'none reads a person or changes anything: %s',
    async (_name, { settings = '', off, on }) => {
      await off?.();
      const before = await stateOfAll();

      const answers = await answersOf(settings);

      const after = await stateOfAll();
      await on?.();
      expect(readings(answers)).toEqual([]);
      expect(after).toEqual(before);
    },
    120_000,
  );

  test('what the login alone holds is the region: who could say who asks reads sums of other regions, and nobody', async () => {
    await instead('app.analytics_staff()', believesSettings);
    const client = await connected(world, { ...login, settings: `-c app.actor_id=${staffKey('admin')}` });
    const { rows: views } = await client.query(
      "select c.relname as name from pg_class c where c.relnamespace = 'analytics'::regnamespace and c.relkind = 'v'",
    );
    const seen: string[] = [];

    for (const { name } of views)
      seen.push(JSON.stringify((await client.query(`select * from analytics.${name}`)).rows));
    const { rows } = await client.query(
      'select count(distinct region_code)::int as regions from analytics.readiness',
    );

    await client.end();
    await instead('app.analytics_staff()');
    expect(rows[0]?.regions).toBeGreaterThan(4); // Banten's, which are all that the analyst has, and others
    expect(canaries.filter((canary) => seen.some((text) => text.includes(canary)))).toEqual([]);
  });

  test('none does through the console either, when only its gate is gone', async () => {
    const analysts = new PostgresAnalysts({ url: world.app.database.superUserUrl, pool: world.login });
    const before = await stateOfAll();
    const answers: string[] = [];

    for (const text of escapes) {
      const statement = {
        login: login.user,
        password: login.password,
        text,
        values: [],
        today: '2026-02-11',
        limits: { ...sqlLimits, milliseconds: 400 },
      };
      const answer = await analysts.rows(statement).catch((error: unknown) => error);
      answers.push(answer instanceof Error ? `refused: ${answer.message}` : JSON.stringify(answer));
      if (answer instanceof Error && answer.name !== 'AnalystFailure') throw answer;
    }

    expect(readings(answers)).toEqual([]);
    expect(await stateOfAll()).toEqual(before);
  });

  test('the canaries are there to be found: the owner of the tables sees them in the same answers', async () => {
    const { rows } = await superUser.query('select * from public.beneficiary');

    for (const canary of canaries) expect(JSON.stringify(rows)).toContain(canary);
  });
});

describe('a session of an analyst', () => {
  test('has the limits of its role', async () => {
    const client = await connected(world, login);

    const { rows } = await client.query(
      `select name, setting from pg_settings where name in ('statement_timeout', 'temp_file_limit', 'work_mem', 'default_transaction_read_only', 'idle_in_transaction_session_timeout') order by name`,
    );

    await client.end();
    expect(rows).toEqual([
      { name: 'default_transaction_read_only', setting: 'on' },
      { name: 'idle_in_transaction_session_timeout', setting: '60000' },
      { name: 'statement_timeout', setting: '15000' },
      { name: 'temp_file_limit', setting: '262144' },
      { name: 'work_mem', setting: '16384' },
    ]);
  });

  test('does not get a fourth connection', async () => {
    const clients = [
      await connected(world, login),
      await connected(world, login),
      await connected(world, login),
    ];

    const fourth = await connected(world, login).catch((error: unknown) => error);

    for (const client of clients) await client.end();
    expect(fourth).toMatchObject({ code: '53300' });
  });

  test('is ended when it lifts its own time limit and overruns, on the replica too and while another server is away', async () => {
    const { appUrl, superUserUrl } = world.app.database;
    const { host, pathname } = new URL(superUserUrl);
    const log = () => undefined;
    const pools = ['127.0.0.1:1', host].map((server) =>
      openSqlPool({ url: appUrl, sqlUrl: `postgres://${server}${pathname}`, log }),
    );
    const ends: unknown[] = [];
    const watch = new LoginWatch({ pools, log: { warn: (what: unknown) => ends.push(what) } });
    const client = await connected(world, login);
    await client.query('set statement_timeout = 0');
    const slow = client
      .query('select count(*) from generate_series(1, 300000) a, generate_series(1, 300000) b')
      .catch((error: unknown) => error);
    // the watch asks for 17 seconds; here the clock of the statement is what the test has time for
    const [{ definition }] = (
      await superUser.query("select pg_get_functiondef('app.end_overrunning_logins'::regproc) as definition")
    ).rows;
    await superUser.query(definition.replace("interval '17 seconds'", "interval '0.2 seconds'"));

    await eventually(async () => {
      await watch.watch();
      expect(ends).toContainEqual({ ended: 1 });
    });

    expect(ends).toContainEqual({ code: 'ECONNREFUSED' });
    await Promise.all(pools.map((pool) => pool.end()));
    await superUser.query(definition);
    expect(await slow).toMatchObject({ code: '57P01' });
    await client.end().catch(() => undefined);
  });

  test('is ended when it holds an advisory lock, which could be one of ours', async () => {
    await openCatalogue();
    const client = await connected(world, login);
    await client.query("select pg_advisory_lock(hashtext('payung'), hashtext('migrations'))");

    const { rows } = await world.login.query('select app.end_overrunning_logins() as ended');

    await closeCatalogue(superUser);
    expect(rows).toEqual([{ ended: 1 }]);
    await client.end().catch(() => undefined);
  });

  test('leaves no large object behind, and can be revoked all the same', async () => {
    await openCatalogue();
    const client = await connected(world, { ...login, settings: '-c default_transaction_read_only=off' });
    await client.query("select lo_from_bytea(0, '\\x41')");
    const objects = 'select count(*)::int as count from pg_largeobject_metadata';
    expect((await superUser.query(objects)).rows).toEqual([{ count: 1 }]);

    await world.login.query('select app.end_overrunning_logins()');

    expect((await superUser.query(objects)).rows).toEqual([{ count: 0 }]);
    await client.end();
    await closeCatalogue(superUser);
  });

  test('sees the regions of its person whatever it sets, and nobody’s with a name of nobody', async () => {
    const regions =
      "select string_agg(distinct region_code, ',' order by region_code) as seen from analytics.programs";
    const client = await connected(world, login);
    await client.query(
      `set app.actor_id = '${'0'.repeat(8)}-0000-0000-0000-000000000000'; set role payung_analyst`,
    );

    const own = await client.query(regions);

    await client.end();
    expect(own.rows).toEqual([{ seen: '36.04,36.72' }]);
    // a login in the same group that no row of ours knows
    await superUser.query(
      `create role payung_sql_ffffffffffff login in role payung_analyst password '${scramVerifier('tak-dikenal')}'`,
    );
    const stranger = await connected(world, { user: 'payung_sql_ffffffffffff', password: 'tak-dikenal' });
    const nothing = await stranger.query(regions);
    await stranger.end();
    await superUser.query('drop role payung_sql_ffffffffffff');
    expect(nothing.rows).toEqual([{ seen: null }]);
  });
});

describe('beside what a statement answers', () => {
  const personal = [
    'person',
    'beneficiary',
    'enrollment',
    'coverage',
    'credit_note',
    'verification',
    'statistics_area_below',
  ];

  test('no plan of a view says how many rows of people it went through', async () => {
    const client = await connected(world, login);
    const { rows: views } = await client.query(
      "select c.relname as name from pg_class c where c.relnamespace = 'analytics'::regnamespace and c.relkind = 'v'",
    );
    const reached: string[] = [];

    for (const { name } of views) {
      const { rows } = await client.query(`explain (analyze, format json) select * from analytics.${name}`);
      const plan = JSON.stringify(rows);
      reached.push(
        ...personal
          .filter((table) => plan.includes(`"Relation Name":"${table}"`))
          .map((table) => `${name}: ${table}`),
      );
      expect(plan).toContain('"Actual Rows"');
    }

    await client.end();
    expect(views.length).toBeGreaterThan(25);
    expect(reached).toEqual([]);
  });

  test.each([
    'n_live_tup from pg_stat_all_tables',
    'heap_blks_read from pg_statio_all_tables',
    'pg_current_wal_insert_lsn()',
    'wal_bytes from pg_stat_wal',
    'writes from pg_stat_io',
    'xact_commit from pg_stat_database',
    'pg_current_snapshot()',
    "age('3'::xid)",
    'txid_status(1000)',
    'next_xid from pg_control_checkpoint()',
    'backend_xmin from pg_stat_activity',
    'relation::regclass from pg_locks',
    'buffers_alloc from pg_stat_bgwriter',
  ])(
    'nobody counts the rows of a table that he cannot read, or measures what others write: %s',
    async (what) => {
      const client = await connected(world, login);

      const counted = await client.query(`select ${what}`).catch((error: unknown) => error);

      await client.end();
      const { rows } = await superUser.query(`select ${isOld} as "isOld"`);
      const isAbsent = rows[0].isOld && what.includes('pg_stat_io');
      expect(counted).toMatchObject({ code: isAbsent ? '42P01' : '42501' });
    },
  );

  test('no index counts a few of the people', async () => {
    const few = await world.app.sql(
      `select i.indexrelid::regclass::text as name from pg_index i where i.indpred is not null and i.indrelid = any ($1::regclass[]) order by 1`,
      [personal],
    );

    // of who is enrolled, of months that count, and of those that wait for a bill: in any registry many
    expect(few.map(({ name }) => name)).toEqual([
      'coverage_person_excluded',
      'coverage_unbilled_index',
      'enrollment_active_person_index',
      'enrollment_person_unique',
    ]);
  });

  test('no error of a cast shows a row that the view does not', async () => {
    await aProgram(world.app, { state: 'APPROVED', region: '32.75', name: 'Di luar' });
    const cast = 'select program_name::integer from analytics.programs';
    const client = await connected(world, login);

    const own = await client.query(cast).catch((error: unknown) => error);
    const others = await client.query(`${cast} where region_code = '32.75'`);

    await client.end();
    expect(String(own)).toMatch(/invalid input syntax for type integer: "(Gemet Sekul|Serang)"/);
    expect(others.rows).toEqual([]);
  });

  test('nobody hears of changes who does not know the channel, which only the program can read', async () => {
    const [client, { rows }] = [
      await connected(world, login),
      await superUser.query('select name from change_channel'),
    ];
    const heard: string[] = [];
    for (const listener of [client, superUser])
      listener.on('notification', ({ payload }) =>
        heard.push(`${listener === client} ${payload?.split(':')[0]}`),
      );
    for (const channel of ['payung_change', 'payung', '*']) await client.query(`listen "${channel}"`);
    await superUser.query(`listen ${pg.escapeIdentifier(rows[0].name)}`);

    await world.app.sql(
      "update enrollment set decree = 'SK 1' where id = (select id from enrollment limit 1)",
    );

    await eventually(async () => expect(heard).toEqual(['false enrollment']));
    await client.query('select 1');
    await superUser.query('unlisten *');
    await client.end();
    expect(heard).toEqual(['false enrollment']);
  });
});

async function openCatalogue(): Promise<void> {
  const { rows } = await superUser.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and p.proacl is not null
       and not has_function_privilege('public', p.oid, 'execute')
       and (p.proname in ('set_config', 'pg_notify', 'pg_sleep', 'pg_sleep_for', 'pg_sleep_until', 'loread', 'lowrite', 'pg_export_snapshot', 'pg_logical_emit_message', 'txid_current', 'pg_current_xact_id', 'pg_current_snapshot', 'txid_current_snapshot', 'txid_status', 'pg_xact_status', 'pg_lock_status')
         or p.oid = 'pg_catalog.age(xid)'::regprocedure
         or p.proname ~ '^(lo_(creat|create|from_bytea|get|lseek|lseek64|open|put|tell|tell64|truncate|truncate64|unlink|close)$|pg_(try_)?advisory_|(query|cursor|table|schema|database)_to_xml|pg_(current|last)_wal_|pg_control_|pg_stat_get_)')`,
  );
  for (const { name } of rows)
    await superUser.query(`grant execute on function pg_catalog.${name} to public`);
  await superUser.query('grant usage on language plpgsql to public');
}

const believesSettings = `
  create or replace function app.analytics_staff() returns uuid language sql stable security definer set search_path = '' as $$
    select nullif(current_setting('app.actor_id', true), '')::uuid
  $$`;
const endsNobody = `
  create or replace function app.end_overrunning_logins() returns integer language sql security definer set search_path = '' as 'select 0'`;
const replaced = new Map<string, string>();

/** Another definition of a function; without one its own again. */
async function instead(name: string, definition?: string): Promise<void> {
  const { rows } = await superUser.query('select pg_get_functiondef($1::regprocedure) as definition', [name]);
  await superUser.query(definition ?? replaced.get(name) ?? '');
  if (definition) replaced.set(name, rows[0]?.definition);
}

async function setBarriers(isOn: boolean): Promise<void> {
  const { rows } = await superUser.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'analytics'::regnamespace and c.relkind = 'v'`,
  );
  for (const { name } of rows)
    await superUser.query(`alter view analytics.${name} set (security_barrier = ${isOn})`);
}

/** The owner, as whom definer functions and views run, is not held by it then. */
async function setRowSecurity(force: 'force' | 'no force'): Promise<void> {
  const { rows } = await superUser.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity`,
  );
  const isOn = force === 'force' ? 'enable' : 'disable';
  for (const { name } of rows)
    await superUser.query(`alter table ${name} ${isOn} row level security, ${force} row level security`);
}
