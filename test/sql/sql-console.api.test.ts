import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import type { LedgerWorld } from '../coverage/ledger-world.js';
import { partOf } from '../spreadsheet/zip-parts.js';
import { type ActorName, staffKey } from '../support/actors.js';
import { regionKey } from '../support/build/region.js';
import { eventually } from '../support/eventually.js';
import { honestQueries } from './honest-questions.js';
import { askSql, canaries, closeWorld, sqlWorld } from './sql-world.js';

let world: LedgerWorld;
beforeAll(async () => {
  world = await sqlWorld();
});
afterAll(() => closeWorld(world));

const runs = () =>
  world.app.sql(
    'select r.state, r.reason, r.sql_text, r.parameters, r.row_count from sql_run r order by r.created_at desc, r.id desc limit 1',
  );
const views = async () => {
  const answer = await world.app.http.inject({
    url: '/sql/views',
    headers: { authorization: `Bearer ${world.tokens.analystBanten}` },
  });
  return answer.json().views;
};

describe('POST /sql', () => {
  test('answers with columns, rows, estimate and limits, and keeps the statement', async () => {
    const sql =
      'select region_name, sum(persons) as orang, true as ya, 1 as satu, null as kosong from people_counts where sex = $1 group by 1';

    const { status, body } = await askSql(world, 'analystBanten', { sql, parameters: ['FEMALE'] });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      rows: [['Kota Cilegon', '30', true, 1, null]],
      rowCount: 1,
      isTruncated: false,
      limit: 10_000,
    });
    expect(body.columns.slice(0, 2)).toEqual([
      { name: 'region_name', type: 'text' },
      { name: 'orang', type: 'int8' },
    ]);
    expect(body.cost).toBeGreaterThan(0);
    expect(await runs()).toEqual([
      { state: 'DONE', reason: null, sql_text: sql, parameters: ['FEMALE'], row_count: 1 },
    ]);
  });

  test('passes at least 98 of 100 honest queries, and none of their answers names a person', async () => {
    const queries = honestQueries(await views());
    const refused: string[] = [];
    const leaks: string[] = [];

    for (const query of queries) {
      const { status, text } = await askSql(world, 'admin', query);
      if (status !== 200) refused.push(`${query.sql}: ${text}`);
      if (canaries.some((canary) => text.includes(canary))) leaks.push(query.sql);
    }

    expect(queries.length).toBeGreaterThanOrEqual(200);
    expect(refused).toEqual([]);
    expect(leaks).toEqual([]);
  });

  test('has nothing of a person in any row of any view', async () => {
    for (const { name } of await views()) {
      const { status, text } = await askSql(world, 'admin', { sql: `select * from ${name}` });

      expect([name, status]).toEqual([name, 200]);
      expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
    }
  });

  test.each([
    ['admin', '32.75,36.04,36.72'],
    ['coordinatorBanten', '36.04,36.72'],
    ['auditorBanten', '36.04,36.72'],
  ] as const)('shows %s the own regions only', async (who, seen) => {
    const { app, serang } = world;
    await app.sql(
      `insert into program (id, region_id, name, state, month_from, month_until, segment) values ('0190a000-0000-7000-8000-000000000001', $1, 'Bekasi', 'APPROVED', '2026-01-01', '2026-12-01', 'BPU') on conflict do nothing`,
      [regionKey('32.75')],
    );

    const { body } = await askSql(world, who, {
      sql: "select string_agg(distinct region_code, ',' order by region_code) from programs",
    });

    expect(body.rows).toEqual([[seen]]);
    expect(serang).toBeDefined();
  });

  test('tells who says so, but not of a draft elsewhere', async () => {
    const { app } = world;
    const [source, draft] = [newId(), newId()];
    await app.sql("insert into source (id, publisher, note) values ($1, 'Radar Bekasi', 'catatan-kenari')", [
      source,
    ]);
    await app.sql(
      "insert into mou (id, kind, title_as_written, region_id) values ($1, 'UMBRELLA', 'Konsep Bekasi', $2)",
      [draft, regionKey('32.75')],
    );
    await app.sql(
      "insert into citation (id, source_id, concept, record_id, field) values ($1, $2, 'mou', $3, 'titleAsWritten')",
      [newId(), source, draft],
    );
    const sql =
      'select s.publisher, c.concept, c.record_name, c.region_code, c.field from citations c join sources s using (source_id)';

    const [elsewhere, everywhere] = [
      await askSql(world, 'coordinatorBanten', { sql }),
      await askSql(world, 'admin', { sql }),
    ];

    expect(elsewhere.body.rows).toEqual([]);
    expect(everywhere.body.rows).toEqual([
      ['Radar Bekasi', 'mou', 'Konsep Bekasi', '32.75', 'titleAsWritten'],
    ]);
  });

  test.each([
    [null, 401],
    ['operatorCilegon', 403],
    ['approverBanten', 403],
  ] as const)('is closed to %s', async (who, status) => {
    expect((await askSql(world, who, { sql: 'select 1' })).status).toBe(status);
  });

  test('takes a cookie only from pages of its own', async () => {
    const headers = { cookie: `payung=${world.tokens.analystBanten}`, 'content-type': 'application/json' };
    const post = (more: object) =>
      world.app.http.inject({
        method: 'POST',
        url: '/sql',
        headers: { ...headers, ...more },
        payload: '{"sql":"select 1 as satu"}',
      });

    const [own, foreign] = [
      await post({ 'sec-fetch-site': 'same-origin' }),
      await post({ 'sec-fetch-site': 'cross-site' }),
    ];

    expect([own.statusCode, foreign.statusCode]).toEqual([200, 403]);
  });

  test('stops at 10,000 rows and says so', async () => {
    const { body } = await askSql(world, 'analystBanten', { sql: 'select generate_series(1, 20000) as n' });

    expect(body).toMatchObject({ rowCount: 10_000, isTruncated: true });
  });

  test.each([
    ['a statement that cannot be read', 'select from where', 'SQL_SYNTAX'],
    [
      'one that costs too much',
      'select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b',
      'SQL_TOO_COSTLY',
    ],
    [
      'an answer that is too large',
      "select repeat('x', 1000) || n, repeat('x', 1000), repeat('x', 1000) from generate_series(1, 10000) n",
      'SQL_TOO_LARGE',
    ],
    ['a length below zero', 'select trim_array(array[1], 2)', 'SQL_FAILED'],
    ['NUL', 'select 1\u0000; drop table mou', 'TEXT_UNREADABLE'],
    ['nothing', '  ', 'VALUE_MISSING'],
    ['a text of 30,000 characters', `select ${'1,'.repeat(15_000)}1`, 'VALUE_TOO_LONG'],
    ['a parameter without a value', 'select $2::text', 'SQL_PARAMETER'],
  ])('refuses %s with 422 and a sentence, and records it', async (_what, sql, code) => {
    const { status, body } = await askSql(world, 'analystBanten', { sql });

    expect(status).toBe(422);
    expect(body.userErrors[0]).toMatchObject({ path: ['sql'], code });
    expect(body.userErrors[0].message.length).toBeGreaterThan(20);
    expect((await runs())[0]).toMatchObject({ reason: code });
  });

  test.each([
    ["select 'é 😀' as x, nama from programs", 'nama'],
    ["select 'é 😀' as x, pg_sleep(1)", 'pg_sleep'],
    ["select 'é 😀' as x, 1 fram programs x", 'programs'],
  ])('tells the place of a mistake as editors count it: %s', async (sql, mistake) => {
    const { body } = await askSql(world, 'analystBanten', { sql });

    expect(body.userErrors[0].position).toBe(sql.indexOf(mistake) + 1);
  });

  test.each([
    ['select 1 / (persons - persons) from people_counts', 'SQL_DIVIDED_BY_ZERO', 'nullif'],
    ['select (select region_code from regions) as kode', 'SQL_MANY_ROWS', 'LIMIT 1'],
    [
      'select region_name from programs join readiness using (region_code)',
      'SQL_COLUMN_IN_BOTH',
      'p.region_name',
    ],
    ['select * from programs where region_name = "Kota Cilegon"', 'SQL_COLUMN_ABSENT', "'Kota Cilegon'"],
    ['select region_name, sum(persons) from people_counts', 'SQL_NOT_GROUPED', 'GROUP BY 1, 2'],
    ['select * from program_months where month = 2026', 'SQL_TYPES_DIFFER', "date '2026-01-01'"],
    ['select round(1.5::float8, 1)', 'SQL_TYPES_DIFFER', 'round(nilai::numeric, 1)'],
    ['select count(*) from generate_series(1, 100000000)', 'SQL_TOO_MUCH_KEPT', '256 MB'],
    ["select * from program_months where month = 'Februari'", 'SQL_TEXT_UNFIT', '2026-02-01'],
    ['explain select * from programs', 'SQL_NO_EXPLAIN', '/sql/estimate'],
  ])('says what to write instead: %s', async (sql, code, instead) => {
    const { status, body } = await askSql(world, 'analystBanten', { sql });

    expect([status, body.userErrors[0].code]).toEqual([422, code]);
    expect(body.userErrors[0].message).toContain(instead);
  });

  test('proposes the name that may have been meant', async () => {
    const { body } = await askSql(world, 'analystBanten', { sql: 'select program_nama from programs' });

    expect(body.userErrors[0].message).toContain('program_name');
  });

  test.each([
    [
      'a value that does not fit',
      'select * from program_months where persons > $1::int and month = $2',
      ['5', 'Februari'],
      { path: ['parameters', '1'], code: 'SQL_VALUE_UNFIT' },
    ],
    [
      'a value that nothing uses',
      'select * from program_months where persons > $2',
      ['5', '5'],
      { path: ['sql'], code: 'SQL_PARAMETER_UNUSED' },
    ],
    [
      'a value for a statement without any',
      "select '$1'",
      ['5'],
      { path: ['sql'], code: 'SQL_PARAMETER_UNUSED' },
    ],
  ])('tells which value is wrong: %s', async (_what, sql, parameters, error) => {
    const { status, body } = await askSql(world, 'analystBanten', { sql, parameters });

    expect([status, body.userErrors]).toEqual([422, [expect.objectContaining(error)]]);
    expect((await runs())[0]).toMatchObject({ state: 'FAILED', reason: error.code });
  });

  test('ends the statement of whoever gives up, and notes it', async () => {
    const address = await world.app.http.listen({ host: '127.0.0.1', port: 0 });
    const leaving = new AbortController();
    const running = async () =>
      (
        await world.app.sql(
          "select from pg_stat_activity where application_name = 'payung console' and datname = current_database()",
        )
      ).length;

    const answer = fetch(`${address}/sql`, {
      method: 'POST',
      signal: leaving.signal,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${world.tokens.analystBanten}` },
      body: JSON.stringify({
        sql: 'with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r',
      }),
    }).catch(() => 'gone');
    const began = performance.now();
    await eventually(async () => {
      expect(await running()).toBe(1);
      expect(performance.now() - began).toBeGreaterThan(500); // its estimate is there, and it runs
    });
    leaving.abort();

    expect(await answer).toBe('gone');
    await eventually(async () => {
      expect(await running()).toBe(0);
      expect((await runs())[0]).toMatchObject({ state: 'FAILED', reason: 'SQL_GIVEN_UP' });
    }, 5000);
  });

  test.each([
    [{}, '`sql`'],
    [{ sql: 1 }, '`sql`'],
    [{ sql: 'select 1', parameters: 'x' }, '`parameters`'],
    [{ sql: 'select 1', parameters: [{}] }, '`parameters`'],
    [{ sql: 'select 1', format: 'pdf' }, '`format`'],
    [{ sql: 'select 1', writing: 'EN' }, '`writing`'],
    [[], ''],
  ])('answers 400 to what is no request: %j', async (body, named) => {
    const { status, text } = await askSql(world, 'analystBanten', body);
    expect([status, text]).toEqual([400, expect.stringContaining(named)]);
  });

  test('writes CSV that a spreadsheet does not take for formulas', async () => {
    const sql = `select '=1+1' as "=judul", 'a"b' as b, -5 as angka, null as kosong`;

    const { text } = await askSql(world, 'analystBanten', { sql, format: 'csv' });

    expect(text).toBe('\uFEFF\'=judul,b,angka,kosong\r\n\'=1+1,"a""b",-5,\r\n');
  });

  test('writes CSV as Indonesia does, and workbooks', async () => {
    const sql = `select 1.5 as nilai, date '2026-02-11' as hari, true as ya, 'x;y' as teks`;
    const { text } = await askSql(world, 'analystBanten', { sql, format: 'csv', writing: 'ID' });
    expect(text).toBe('\uFEFFnilai;hari;ya;teks\r\n1,5;11/02/2026;Ya;"x;y"\r\n');

    const answer = await world.app.http.inject({
      method: 'POST',
      url: '/sql',
      headers: { authorization: `Bearer ${world.tokens.analystBanten}` },
      payload: { sql, format: 'xlsx' },
    });
    expect(answer.headers['content-disposition']).toBe('attachment; filename="payung.xlsx"');
    const sheet = await partOf(answer.rawPayload, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="A2"><v>1.5</v></c><c r="B2" s="4"><v>46064</v></c>');
  });

  test('has the clock of western Indonesia, and keeps what is no moment', async () => {
    const sql = `select timestamptz '2026-02-11 20:00Z' as saat, date_trunc('month', date '2026-02-11') as bulan,
      timestamp '2026-02-11 09:30' as jam, 'infinity'::timestamptz as akhir, '-infinity'::date as awal`;
    const { text } = await askSql(world, 'analystBanten', { sql, format: 'csv', writing: 'ID' });
    expect(text.split('\r\n')[1]).toBe(
      '12/02/2026 03:00;01/02/2026 00:00;11/02/2026 09:30;infinity;-infinity',
    );

    const { body } = await askSql(world, 'analystBanten', {
      sql: "select timestamptz '2026-02-11 20:00Z' as saat, 'NaN'::float8 as bukan_angka",
    });
    expect(body.rows).toEqual([['2026-02-12 03:00:00+07', 'NaN']]);
  });

  test('masks a NIK in what it keeps', async () => {
    await askSql(world, 'analystBanten', {
      sql: "select '3672991203857777' as x where $1 = ''",
      parameters: ['3672991203857777'],
    });

    expect((await runs())[0]).toMatchObject({
      sql_text: "select '36••••••••••7777' as x where $1 = ''",
      parameters: ['36••••••••••7777'],
    });
  });

  test('estimates without running and without a record', async () => {
    const before = await world.app.sql('select count(*) from sql_run');

    const { status, body } = await askSql(
      world,
      'analystBanten',
      { sql: 'select * from people' },
      '/sql/estimate',
    );

    expect(status).toBe(200);
    expect(body).toMatchObject({ limit: 5_000_000, isTooCostly: false });
    expect(await world.app.sql('select count(*) from sql_run')).toEqual(before);
  });

  test('tells of which type each value has to be', async () => {
    const sql =
      "select 1 from programs where month_from = $1 and quota > $2 and region_code = any ($3) and $4 = '😀' limit $5::int";

    const { status, body } = await askSql(
      world,
      'analystBanten',
      { sql, parameters: [null, null, null, null, null] },
      '/sql/parameters',
    );

    expect([status, body]).toEqual([
      200,
      {
        parameters: ['date', 'integer', 'text[]', 'text', 'integer'].map((type) => ({ type })),
      },
    ]);
  });

  test('makes one login per person, and another when its password no longer fits', async () => {
    const own =
      "select l.role_name from sql_login l where l.staff_id = $1 and l.kind = 'CONSOLE' and l.revoked_at is null";
    await Promise.all([1, 2, 3].map((n) => askSql(world, 'coordinatorBanten', { sql: `select ${n}` })));
    const before = await world.app.sql(own, [staffKey('coordinatorBanten')]);
    expect(before.length).toBe(1);
    await world.app.sql('select app.set_login_password($1, $2)', [
      before[0].role_name,
      `SCRAM-SHA-256$4096:YQ==$${'YQ=='}:YQ==`,
    ]);

    const { status } = await askSql(world, 'coordinatorBanten', { sql: 'select 1' });

    expect(status).toBe(200);
    const after = await world.app.sql(own, [staffKey('coordinatorBanten')]);
    expect(after.length).toBe(1);
    expect(after).not.toEqual(before);
  });

  test('is in the audit trail with its text', async () => {
    await askSql(world, 'analystBanten', { sql: 'select 42 as jawaban' });

    const query = `{ auditEvents(filter: {concepts: ["sql_run"]}, first: 5) { nodes { verb actorName changes { field after } } } }`;
    const { data, errors } = await world.app.graphql(world.tokens.auditorBanten, query);

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data.auditEvents.nodes)).toContain('select 42 as jawaban');
    expect(data.auditEvents.nodes[0]).toMatchObject({ verb: 'sqlQuery.run', actorName: 'analystBanten' });
  });
});

describe('saved queries', () => {
  const create = `mutation ($input: SavedQueryCreateInput!) { savedQueryCreate(input: $input) {
    savedQuery { id version name isShared isOwn ownerName parameters { name value } } userErrors { path code } } }`;
  const list = '{ savedQueries { nodes { name isOwn ownerName sqlText } totalCount } }';
  const ask = (who: ActorName, query: string, variables: object = {}) =>
    world.app.graphql(world.tokens[who], query, variables);
  const input = {
    name: 'Orang per wilayah',
    sqlText: 'select region_name, sum(persons) from people_counts where sex = $1 group by 1',
    parameters: [{ name: 'Jenis kelamin', value: 'FEMALE' }],
  };

  test('are the owner’s until shared, and run with their parameters', async () => {
    const made = (await ask('analystBanten', create, { input })).data.savedQueryCreate;
    expect(made).toMatchObject({
      userErrors: [],
      savedQuery: { isOwn: true, isShared: false, parameters: [{ name: 'Jenis kelamin', value: 'FEMALE' }] },
    });
    expect((await ask('coordinatorBanten', list)).data.savedQueries.totalCount).toBe(0);
    const { id, version } = made.savedQuery;

    const shared = await ask(
      'analystBanten',
      `mutation { savedQueryRevise(id: "${id}", expectedVersion: ${version}, input: {isShared: true}) { savedQuery { version } userErrors { code } } }`,
    );

    expect(shared.data.savedQueryRevise.userErrors).toEqual([]);
    expect((await ask('coordinatorBanten', list)).data.savedQueries.nodes).toEqual([
      { name: 'Orang per wilayah', isOwn: false, ownerName: 'analystBanten', sqlText: input.sqlText },
    ]);
    const others = await ask(
      'coordinatorBanten',
      `mutation { savedQueryRemove(id: "${id}", expectedVersion: 2) { userErrors { code } } }`,
    );
    expect(others.data.savedQueryRemove.userErrors).toEqual([{ code: 'SQL_QUERY_NOT_OWN' }]);
    await askSql(world, 'coordinatorBanten', { sql: input.sqlText, parameters: ['MALE'], savedQueryId: id });
    const history = await ask(
      'coordinatorBanten',
      '{ sqlRuns(filter: {isOwn: true}, first: 1) { nodes { sqlText parameters state rowCount milliseconds } } }',
    );
    expect(history.data.sqlRuns.nodes[0]).toMatchObject({
      sqlText: input.sqlText,
      parameters: ['MALE'],
      state: 'DONE',
      rowCount: 2,
    });

    const removed = await ask(
      'analystBanten',
      `mutation { savedQueryRemove(id: "${id}", expectedVersion: 2) { savedQuery { id } userErrors { code } } }`,
    );

    expect(removed.data.savedQueryRemove).toEqual({ savedQuery: null, userErrors: [] });
    expect((await ask('analystBanten', list)).data.savedQueries.totalCount).toBe(0);
  });

  test.each([
    ['without a name', { ...input, name: ' ' }, [{ path: ['input', 'name'], code: 'VALUE_MISSING' }]],
    [
      'that the gate refuses',
      { ...input, sqlText: 'delete from mous' },
      [{ path: ['input', 'sqlText'], code: 'SQL_ONLY_READS' }],
    ],
    [
      'with more parameters than names',
      { ...input, parameters: [] },
      [{ path: ['input', 'sqlText'], code: 'SQL_PARAMETER' }],
    ],
    [
      'with a nameless parameter',
      { ...input, parameters: [{ name: '' }] },
      [{ path: ['input', 'parameters', '0', 'name'], code: 'VALUE_MISSING' }],
    ],
  ])('are refused %s, and not kept', async (_what, wrong, errors) => {
    const answer = (await ask('analystBanten', create, { input: wrong })).data.savedQueryCreate;

    expect(answer).toEqual({ savedQuery: null, userErrors: errors });
    expect(await world.app.sql('select from saved_query')).toEqual([]);
  });
});
