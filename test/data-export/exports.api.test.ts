import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBeneficiary, aNik, keyOf } from '../beneficiary/people.js';
import { type ReportingWorld, reportingWorld } from '../source/reporting-world.js';
import { type ActorName, staffKey } from '../support/actors.js';
import { aMou } from '../support/build/mou.js';
import { regionId, regionKey } from '../support/build/region.js';

let world: ReportingWorld;
const niks = [aNik(), aNik(), aNik()];
const ids: string[] = [];

beforeAll(async () => {
  world = await reportingWorld();
  const people = [
    { name: 'Sarmili Jayawikarta', phone: '081299887766', birthDate: '1985-03-12', nik: niks[0] },
    { name: '=cmd|calc', phone: '+6281299887755', birthDate: '1985-03-12', nik: niks[1] },
    { name: 'Kenari Wirasasmita', regionId: regionId('36.04'), birthDate: '1985-03-12', nik: niks[2] },
  ];
  for (const part of people) ids.push(await aBeneficiary(world, part));
  await aMou(world.app, { state: 'SIGNED', title: 'Kesepakatan "Satu", Dua', from: '2024-01-24' });
  await aMou(world.app, { state: 'SIGNED', title: 'Kesepakatan kedua', region: '36.04' });
});
afterAll(() => world.close());

const reason = 'Pendaftaran kohort Februari';
const list = 'orderBy: {field: CREATED_AT, direction: ASC}';
const names = `{ beneficiaries(${list}) { nodes { id name phone birthDate region { code } } } }`;

async function exported(actor: ActorName | null, body: object) {
  const answer = await world.app.http.inject({
    method: 'POST',
    url: '/exports',
    headers: { ...(actor && { authorization: `Bearer test-session-${actor}` }) },
    payload: { format: 'CSV', ...body },
  });
  const codes = () => answer.json().userErrors.map(({ code }: { code: string }) => code);
  return {
    status: answer.statusCode,
    text: answer.body,
    raw: answer.rawPayload,
    headers: answer.headers,
    codes,
  };
}

const beginningOf = (part: Buffer) => ({
  bytes: part.length,
  sha256: createHash('sha256').update(part).digest('hex'),
});

const notes = () =>
  world.app.sql(
    'select list_name, format, state, reason, shows_personal, nik_count, row_count from data_export order by created_at desc, id desc',
  );

describe('POST /exports', () => {
  it('writes a list of the API as comma-separated values', async () => {
    const query = `{ mous(orderBy: {field: UPDATED_AT, direction: ASC}) {
      totalCount pageInfo { hasNextPage } nodes { judul: titleAsWritten region { code } period { from } parties { otherName } } } }`;

    const { status, text, headers } = await exported('analystBanten', { query });

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="payung-mous-2026-02-11.csv"');
    expect(text).toBe(
      [
        '\uFEFFjudul,region.code,period.from,parties.otherName',
        '"Kesepakatan ""Satu"", Dua",36.72,2024-01-24,Pihak 1; Pihak 2',
        'Kesepakatan kedua,36.04,,Pihak 1; Pihak 2',
        '',
      ].join('\r\n'),
    );
  });

  it('calls columns and values what the order calls them', async () => {
    const query = `{ mous(orderBy: {field: UPDATED_AT, direction: ASC}, filter: {search: "Kesepakatan kedua"}) {
      nodes { titleAsWritten state region { code } missing } } }`;
    const labels = {
      titleAsWritten: { title: 'Judul, "singkat"' },
      state: { title: '=Keadaan', values: { SIGNED: 'Ditandatangani; final' } },
      missing: { title: 'Kurang', values: { DOCUMENT: 'dokumen' } },
    };

    const { text } = await exported('analystBanten', { query, labels, writing: 'ID' });

    expect(text.split('\r\n').slice(0, 2)).toEqual([
      `\uFEFF"Judul, ""singkat""";'=Keadaan;region.code;Kurang`,
      'Kesepakatan kedua;"Ditandatangani; final";36.04;"NUMBER; SIGNATORY; EFFECTIVE_FROM; EFFECTIVE_UNTIL; LEGAL_BASIS; dokumen"',
    ]);
  });

  it('writes lines of JSON that are the records as GraphQL gives them', async () => {
    const body = `{ nodes { id name birthDate address { text region { code } } decile { value } nikFindings createdAt
      verifications { check result } region { name isServed: displayName } enrollments(first: 2) { totalCount nodes { id } } } }`;
    const query = `query ($filter: BeneficiaryFilter) { beneficiaries(filter: $filter, ${list}) ${body} }`;
    const variables = { filter: { regionIds: [regionId('36.72')] } };
    const { data } = await world.ask('operatorCilegon', query, variables);

    const { text } = await exported('operatorCilegon', { query, variables, reason, format: 'JSONL' });

    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      data.beneficiaries.nodes.map((node: { address: object }) => ({ ...node, address: null })),
    );
    expect(lines).toHaveLength(2);
  });

  it('gives every row of the caller and none of another region', async () => {
    const { text } = await exported('operatorSerang', { query: `{ beneficiaries { nodes { id } } }` });
    expect(text).toBe(`\uFEFFid\r\n${ids[2]}\r\n`);
  });

  it('takes whatever stands in a filter or a value for text', async () => {
    const title = `Tab\t, "kutip", C:\\N \\N dan '; select 1; --\nbaris é€😀`;
    await aMou(world.app, { state: 'SIGNED', title });
    const query =
      'query ($search: String) { mous(filter: {search: $search}) { nodes { titleAsWritten subject } } }';
    const variables = { search: "\\N dan '; select 1; --" };

    const { text } = await exported('analystBanten', { query, variables, format: 'JSONL' });

    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([{ titleAsWritten: title, subject: null }]);
  });

  it('hides personal values unless a reason is given, and keeps formulas texts', async () => {
    const { text } = await exported('operatorCilegon', { query: names });
    expect(text.split('\r\n').slice(1, 3)).toEqual([
      `${ids[0]},S••• J•••,••••••••7766,1985-••-••,36.72`,
      `${ids[1]},'=c•••,••••••••••7755,1985-••-••,36.72`,
    ]);

    const { text: shown } = await exported('operatorCilegon', { query: names, reason });
    expect(shown.split('\r\n').slice(1, 3)).toEqual([
      `${ids[0]},Sarmili Jayawikarta,081299887766,1985-03-12,36.72`,
      `${ids[1]},'=cmd|calc,+6281299887755,1985-03-12,36.72`,
    ]);
  });

  it('shows nothing personal to whoever may not see a NIK, whatever the reason', async () => {
    const before = await notes();

    const { status } = await exported('auditorBanten', { query: names, reason });
    const { text } = await exported('auditorBanten', { query: names });

    expect(status).toBe(403);
    expect(text).not.toMatch(/Sarmili|Kenari|081299887766|1985-03-12/);
    expect(await notes()).toHaveLength(before.length + 1);
  });

  it('notes who, which list, how many, in which format and why', async () => {
    const { headers } = await exported('operatorCilegon', { query: names, reason, format: 'JSONL' });

    expect((await notes())[0]).toEqual({
      list_name: 'beneficiaries',
      format: 'JSONL',
      state: 'DONE',
      reason,
      shows_personal: true,
      nik_count: 0,
      row_count: 2,
    });
    const { data } = await world.ask(
      'coordinatorBanten',
      '{ dataExports(first: 1) { nodes { id staffName listName rowCount reason history { nodes { verb actorName } } } } }',
      {},
    );
    expect(data.dataExports.nodes).toEqual([
      {
        id: headers['x-payung-export'],
        staffName: 'operatorCilegon',
        listName: 'beneficiaries',
        rowCount: 2,
        reason,
        history: {
          nodes: Array(2).fill({ verb: 'dataExport.create', actorName: 'operatorCilegon' }),
        },
      },
    ]);
  });

  it('notes what it can of variables that no database could keep', async () => {
    const query = 'query ($text: String) { mous(filter: { search: $text }) { nodes { id } } }';
    const { text } = await exported('operatorCilegon', {
      query,
      variables: { text: 'kesepakatan \ud800', other: '\ud800' },
    });
    const nul = await exported('operatorCilegon', { query, variables: { text: 'kesepakatan\u0000' } });

    expect(text).toBe('\uFEFFid\r\n');
    const [{ variables }] = await world.app.sql(
      "select variables from data_export where variables ? 'text' order by created_at desc limit 1",
    );
    expect(variables).toEqual({ text: 'kesepakatan \ufffd' });
    expect([nul.status, nul.text]).toEqual([400, expect.stringContaining('NUL')]);
  });

  it('keeps no NIK of a filter', async () => {
    const query = `query ($nik: String) { beneficiaries(filter: {nik: $nik}) { nodes { id } } }`;
    const parted = niks[0]?.replace(/(.{4})(?=.)/g, '$1 ') ?? '';
    const { text } = await exported('operatorCilegon', { query, variables: { nik: niks[0] } });
    const same = await exported('operatorCilegon', { query, variables: { nik: parted } });
    await exported('operatorCilegon', {
      query: '{ beneficiaries(filter: { search: "Sanukri Kanari" }) { nodes { id } } }',
    });

    expect(text).toBe(`\uFEFFid\r\n${ids[0]}\r\n`);
    expect(same.text).toBe(text);
    const kept = await world.app.sql(
      'select x::text from data_export x union all select a.changes::text from audit_event a',
    );
    expect(JSON.stringify(kept)).not.toContain(niks[0]);
    expect(JSON.stringify(kept)).not.toContain(parted);
    const trail = await world.app.sql(
      "select a.changes::text from audit_event a where a.changes::text like '%Sanukri Kanari%'",
    );
    expect(trail).toEqual([]);
  });
});

describe('NIKs in full', () => {
  const query = `{ beneficiaries(${list}) { nodes { nik name } } }`;

  it('leave with a reason, each noted', async () => {
    const { text } = await exported('operatorCilegon', { query, reason, nik: true });

    expect(text.split('\r\n').slice(1, 3)).toEqual([
      `${niks[0]},Sarmili Jayawikarta`,
      `${niks[1]},'=cmd|calc`,
    ]);
    expect((await notes())[0]).toMatchObject({ nik_count: 2, shows_personal: true, reason });
    const revealed = await world.app.sql(
      `select r.beneficiary_id, r.reason from nik_reveal r where r.staff_id = $1 and r.export_id is not null order by 1`,
      [staffKey('operatorCilegon')],
    );
    expect(revealed).toEqual(
      [ids[0], ids[1]].map((id = '') => ({ beneficiary_id: keyOf(id), reason })).sort(byKey),
    );
    const [{ events }] = await world.app.sql(
      "select count(*)::integer as events from audit_event where verb = 'beneficiary.revealNik' and operation = 'EVENT'",
    );
    expect(events).toBe(2);
  });

  it('are listed with who, why and in which file, for those who watch over it', async () => {
    const text =
      '{ nikReveals(filter: {isExported: true}) { totalCount nodes { staffName reason beneficiaryId exportId } } }';
    const own = (await world.ask('operatorCilegon', text, {})).data.nikReveals;
    expect(own.nodes[0]).toMatchObject({
      staffName: 'operatorCilegon',
      reason,
      exportId: expect.stringMatching(/^export_/),
    });
    expect((await world.ask('auditorBanten', text, {})).data.nikReveals).toEqual(own);
    expect((await world.ask('operatorSerang', text, {})).data.nikReveals.totalCount).toBe(0);
    expect((await world.app.graphql('test-session-analystBanten', text)).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  it.each([
    ['operatorCilegon', { nik: true }, 'VALUE_MISSING'],
    ['operatorCilegon', { nik: true, reason: 'perlu' }, 'NIK_REASON_SHORT'],
    ['operatorCilegon', { nik: true, reason: 'NIK 3672991203850001' }, 'NIK_REASON_HOLDS_NUMBER'],
    ['operatorCilegon', { nik: true, reason, query: names }, 'EXPORT_NIK_MISSING'],
  ] as const)('stay inside for %s with %j', async (actor, body, code) => {
    const before = await world.app.sql('select count(*) from nik_reveal');

    const answer = await exported(actor, { query, ...body });

    expect(answer.status).toBe(422);
    expect(answer.codes()).toEqual([code]);
    expect(await world.app.sql('select count(*) from nik_reveal')).toEqual(before);
  });

  it('stay inside beyond the day’s limit of people, and the file is noted as failed', async () => {
    const showOthers = (count: number) =>
      world.app.sql(
        `with persons as (
           insert into person (nik_index) select decode(md5(gen_random_uuid()::text), 'hex') from generate_series(1, $1::integer) returning id),
         others as (
           insert into beneficiary (id, region_id, person_id, nik_ciphertext, nik_key_id, nik_mask, name)
           select gen_random_uuid(), $2, p.id, 'x', 1, '99••••••••••0001', 'Orang Lain' from persons p returning id)
         insert into nik_reveal (id, staff_id, beneficiary_id, reason, revealed_at, export_id)
         select gen_random_uuid(), $3, o.id, $4, now(), (select x.id from data_export x limit 1) from others o`,
        [count, regionKey('32.75'), staffKey('coordinatorBanten'), reason],
      );
    const asked = () => exported('coordinatorBanten', { query, reason, nik: true });

    await showOthers(4997);
    // the same people a second time, as when a download broke off
    expect([(await asked()).status, (await asked()).status]).toEqual([200, 200]);
    await showOthers(1);

    expect((await asked()).codes()).toEqual(['EXPORT_NIK_DAY_LIMIT']);
    expect((await notes())[0]).toMatchObject({ state: 'FAILED', nik_count: 0, row_count: 0 });
  });

  it('are not what the hour of single reveals counts', async () => {
    await world.app.sql(
      `insert into nik_reveal (id, staff_id, beneficiary_id, reason, export_id)
       select gen_random_uuid(), $1, $2, $3, (select x.id from data_export x limit 1) from generate_series(1, 60)`,
      [staffKey('operatorCilegon'), keyOf(ids[0] ?? ''), reason],
    );
    const { data } = await world.ask(
      'operatorCilegon',
      'mutation ($id: ID!, $reason: String!) { beneficiaryRevealNik(id: $id, reason: $reason) { nik } }',
      { id: ids[0], reason },
    );
    expect(data.beneficiaryRevealNik.nik).toBe(niks[0]);
  });
});

describe('a download that broke off', () => {
  it('goes on after the last cursor, without a gap or a repetition', async () => {
    const query = `query ($after: String) { mous(orderBy: {field: UPDATED_AT, direction: ASC}, after: $after) { edges { cursor node { id } } } }`;
    const whole = (await exported('analystBanten', { query })).text;
    const [head, first = '', ...rest] = whole.split('\r\n');
    const [after] = first.split(',');

    const more = (await exported('analystBanten', { query, variables: { after } })).text;

    expect(more).toBe([head, ...rest].join('\r\n'));
    expect(rest).toHaveLength(3);
  });

  it.each(['CSV', 'XLSX', 'JSONL'])(
    'goes on to the very file that one download gives: %s',
    async (format) => {
      const order = { query: '{ mous { nodes { id titleAsWritten } } }', sorted: true, format };
      const whole = (await exported('analystBanten', order)).raw;

      for (const length of [1, Math.floor(whole.length / 2), whole.length]) {
        const resume = beginningOf(whole.subarray(0, length));
        const { status, raw } = await exported('analystBanten', { ...order, resume });
        expect([status, raw.equals(whole.subarray(length))]).toEqual([200, true]);
      }
      expect((await notes())[0]).toMatchObject({ state: 'DONE', row_count: 3 });
    },
  );

  it('begins anew where the list is another by now: nothing doubled, nothing lost', async () => {
    const order = { query: `{ mous { nodes { titleAsWritten } } }`, sorted: true };
    const before = (await exported('analystBanten', order)).raw;
    await aMou(world.app, { state: 'SIGNED', title: 'Ditambah sementara itu' });

    const resume = beginningOf(before);
    const { status, codes } = await exported('analystBanten', { ...order, resume });

    expect([status, codes()]).toEqual([422, ['EXPORT_CHANGED']]);
    expect((await notes())[0]).toMatchObject({ state: 'CANCELLED' });
    const longer = { bytes: before.length * 9, sha256: resume.sha256 };
    expect((await exported('analystBanten', { ...order, resume: longer })).codes()).toEqual([
      'EXPORT_CHANGED',
    ]);
    for (const unfit of [{}, { ...resume, bytes: 0 }, { ...resume, sha256: 'x' }, 'ya'])
      expect((await exported('analystBanten', { ...order, resume: unfit })).status).toBe(400);
  });

  it('shows no name by its cursor', async () => {
    const query = '{ beneficiaries { edges { cursor node { id } } } }';
    expect((await exported('operatorCilegon', { query })).codes()).toEqual(['EXPORT_CURSOR_PERSONAL']);
  });

  it('refuses a cursor of another list before anything leaves', async () => {
    const after = Buffer.from(
      JSON.stringify(['CREATED_AT:ASC', 'x', '0190a0a0-0000-7000-8000-000000000000']),
    );
    const query = `query ($after: String) { mous(orderBy: {field: UPDATED_AT, direction: ASC}, after: $after) { nodes { id } } }`;
    const { status, text } = await exported('analystBanten', {
      query,
      variables: { after: after.toString('base64url') },
    });
    expect([status, JSON.parse(text).code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('an operation that is no file', () => {
  it.each([
    ['{ mous { nodes { id } } regions { nodes { id } } }', 'EXPORT_NOT_A_LIST'],
    ['{ viewer { id } }', 'EXPORT_NOT_A_LIST'],
    ['mutation { sessionEnd { userErrors { code } } }', 'EXPORT_NOT_A_LIST'],
    ['{ mous { totalCount } }', 'EXPORT_FIELDS_MISSING'],
    ['{ mous { nodes { viewerCan { sign } } } }', 'EXPORT_FIELD_UNFIT'],
    ['{ mous { nodes { nothing } } }', 'EXPORT_QUERY_INVALID'],
    ['{ mous {', 'EXPORT_QUERY_INVALID'],
    ['query ($first: Int!) { mous(first: $first) { nodes { id } } }', 'EXPORT_QUERY_INVALID'],
    [`{ mous { ${'nodes { region { '.repeat(3)} id ${'} }'.repeat(3)} } }`, 'EXPORT_QUERY_INVALID'],
  ])('is refused: %s', async (query, code) => {
    const before = await notes();
    const answer = await exported('admin', { query });
    expect([answer.status, answer.codes()]).toEqual([422, [code]]);
    expect(await notes()).toEqual(before);
  });

  it.each([
    [null, { query: names }, 401, ''],
    ['analystBanten', { query: names }, 403, ''],
    ['admin', { query: names, format: 'PDF' }, 400, '`format`'],
    ['admin', { query: names, writing: 'EN' }, 400, '`writing`'],
    ['admin', { query: names, variables: [] }, 400, '`variables`'],
    ['admin', { query: names, labels: { name: 'Nama' } }, 400, '`labels`'],
    ['admin', { query: names, labels: { name: { title: 'x'.repeat(201) } } }, 400, '`labels`'],
    ['admin', { query: names, sorted: 'ya' }, 400, '`sorted`'],
    ['admin', {}, 400, '`query`'],
  ] as const)('is refused to %s: %j', async (actor, body, status, named) => {
    const before = await notes();
    const answer = await exported(actor, body);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(named)]);
    expect(await notes()).toEqual(before);
  });
});

describe('a reader who hangs up', () => {
  it('ends the statement, and the note says so', async () => {
    const address = await world.app.http.listen({ host: '127.0.0.1', port: 0 });
    await world.app.sql(
      `insert into mou (id, kind, title_as_written, region_id, state)
       select gen_random_uuid(), 'UMBRELLA', 'Rancangan ' || i, (select r.id from region r where r.code = '36.72'), 'DRAFT'
       from generate_series(1, 20000) i`,
    );
    const leaving = new AbortController();
    const query =
      '{ mous { nodes { titleAsWritten missing concerns parties { otherName } history { nodes { verb } } } } }';

    const answer = await fetch(`${address}/exports`, {
      method: 'POST',
      signal: leaving.signal,
      headers: { 'content-type': 'application/json', authorization: 'Bearer test-session-admin' },
      body: JSON.stringify({ query, format: 'CSV' }),
    });
    await answer.body?.getReader().read();
    leaving.abort();

    const connections = async () =>
      (
        await world.app.sql(
          "select from pg_stat_activity where application_name = 'payung export' and datname = current_database()",
        )
      ).length;
    // what became of it is noted after its connection is given back
    const isUnderWay = async () => (await notes())[0].state === 'STARTED' || (await connections()) > 0;
    for (let waited = 0; waited < 200 && (await isUnderWay()); waited += 1) await delay(50);
    expect(await connections()).toBe(0);
    expect((await notes())[0]).toMatchObject({ state: 'CANCELLED' });
  });
});

const byKey = (one: { beneficiary_id: string }, other: { beneficiary_id: string }) =>
  one.beneficiary_id < other.beneficiary_id ? -1 : 1;
