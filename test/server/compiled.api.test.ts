import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import pg from 'pg';
import { anonymous } from '../../schema/kernel/actor.js';
import { newId } from '../../schema/kernel/identifier.js';
import { answerType } from '../../server/graphql/answer-type.js';
import { Budget } from '../../server/graphql/budget.js';
import { explainedOperation } from '../../server/graphql/explained-operation.js';
import { Operations } from '../../server/graphql/operations.js';
import { buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMou } from '../support/build/mou.js';
import { buildRegions, regionId } from '../support/build/region.js';

/** A document goes through graphql-js at its first use and is compiled from the second on. */
let app: TestApp;
let token: string;
const developer = 'test-access-token-of-a-developer';
const nasty = 'Kota "Cilegon" \\ \u0001\t\u2028 \u{1f64f} \ud7ff </script>';

beforeAll(async () => {
  app = await testApp({ options: { isCompiling: true } });
  await buildRegions(app);
  token = (await buildActors(app)).coordinatorBanten;
  for (let number = 0; number < 12; number += 1)
    await aMou(app, { region: number < 6 ? '36.72' : '36.04', title: `${nasty} ${number}` });
  await app.sql(
    `insert into access_token (id, staff_id, name, token_hash, access, expires_at)
     values ($1, $2, 'uji', $3, 'READ', now() + interval '1 day')`,
    [newId(), staffKey('coordinatorBanten'), createHash('sha256').update(developer).digest()],
  );
});
afterAll(() => app.close());

async function explained(query: string, { as = developer, variables = {} } = {}) {
  const answer = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${as}`, 'payung-explain': '1' },
    payload: { query, variables },
  });
  return answer.json();
}

const nested = `query Nested($first: Int!) { regions(first: 10, filter: { codes: ["36.72", "36.04"] }) { nodes {
  displayName parent { code } mous(first: $first, orderBy: { field: TITLE, direction: ASC }) { totalCount
  nodes { titleAsWritten parties { position } missing createdAt } pageInfo { hasNextPage endCursor } } } } }`;

describe('a compiled query', () => {
  test('answers as graphql-js did, strings of any kind included', async () => {
    const first = await explained(nested, { variables: { first: 5 } });
    const second = await explained(nested, { variables: { first: 5 } });

    expect([first, second].map(({ extensions }) => extensions.explain.compiled)).toEqual([false, true]);
    expect(JSON.stringify(second.data)).toBe(JSON.stringify(first.data));
    expect(second.data.regions.nodes[0].mous.nodes[0].titleAsWritten).toBe(`${nasty} 10`);
  });

  test.each([1, 5, 100])('is one statement for pages of %i below each record', async (first) => {
    const query = nested.replace('query Nested', `query Nested${first}`);
    await explained(query, { variables: { first } });

    const { extensions, data } = await explained(query, { variables: { first } });

    expect(extensions.explain).toMatchObject({ compiled: true, roundTrips: 1 });
    expect(extensions.explain.statements).toHaveLength(1);
    expect(data.regions.nodes.map(({ mous }: { mous: { totalCount: number } }) => mous.totalCount)).toEqual([
      6, 6,
    ]);
  });

  test('with a page below goes on after its cursor', async () => {
    const query = `query ($after: String) { region(id: "${regionId('36.72')}") {
      mous(first: 4, after: $after, orderBy: { field: TITLE, direction: ASC }) { nodes { titleAsWritten } pageInfo { hasNextPage endCursor } } } }`;
    await explained(query);
    const { data } = await explained(query);
    const { endCursor, hasNextPage } = data.region.mous.pageInfo;

    const rest = await explained(query, { variables: { after: endCursor } });

    expect(hasNextPage).toBe(true);
    expect(
      rest.data.region.mous.nodes.map(({ titleAsWritten }: { titleAsWritten: string }) => titleAsWritten),
    ).toEqual([`${nasty} 4`, `${nasty} 5`]);
  });

  test('tells a variable that is absent from one that is null', async () => {
    const query = `query ($first: Int) { region(id: "${regionId('36.72')}") { mous(first: $first) { totalCount } } }`;
    await explained(query);

    const [before, absent, none, again] = [
      await explained(query.replace('query', 'query Before'), { variables: { first: null } }),
      await explained(query),
      await explained(query, { variables: { first: null } }),
      await explained(query),
    ];

    expect(absent.data.region.mous.totalCount).toBe(6);
    expect(again.data).toEqual(absent.data);
    // the same whether the document was measured before or not
    for (const { data, errors } of [before, none]) {
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([
        { message: expect.stringContaining('"first"'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  test('refuses a page below before its filter, as graphql-js does', async () => {
    const query = `{ region(id: "${regionId('36.72')}") { mous(first: -1, filter: { search: "a" }) { totalCount } } }`;
    const first = await explained(query);

    const second = await explained(query);

    const messages = [first, second].map(({ errors }) => errors[0].message);
    expect(messages).toEqual(messages.map(() => expect.stringContaining('`first`')));
    expect(messages[1]).toBe(messages[0]);
  });

  test('estimates how long a list of more than 100,000 records is, and says so; shorter ones are counted', async () => {
    await app.sql(`alter table source disable trigger user;
      insert into source (id, publisher, created_at)
      select gen_random_uuid(), case when i % 4 = 0 then 'Harian' else 'Mingguan' end, now() from generate_series(1, 150000) i;
      alter table source enable trigger user`);
    const query = `{ all: sources { totalCount isTotalEstimated }
      some: sources(first: 1, filter: { publisher: "harian" }) { totalCount isTotalEstimated nodes { publisher } } }`;

    const [first, second] = [await explained(query), await explained(query)];

    expect([first, second].map(({ extensions }) => extensions.explain.compiled)).toEqual([false, true]);
    expect(second.data).toEqual(first.data);
    expect(second.data.some).toMatchObject({ totalCount: 37_500, isTotalEstimated: false });
    expect(second.data.all.isTotalEstimated).toBe(true);
    expect(Math.abs(second.data.all.totalCount - 150_000)).toBeLessThan(30_000);
  });

  test('takes filters and cursors that what it reads has no use for, and refuses wrong ones as ever', async () => {
    const page = `(first: 2, filter: { search: "cilegon" }, orderBy: { field: TITLE, direction: ASC }, after: $after)`;
    const query = `query Unused($after: String) { counted: mous${page} { totalCount } named: mous${page} { __typename }
      region(id: "${regionId('36.72')}") { counted: mous${page} { totalCount } named: mous${page} { __typename } } }`;
    const { data } = await explained(
      '{ mous(first: 1, orderBy: { field: TITLE, direction: ASC }) { pageInfo { endCursor } } }',
    );
    const after = data.mous.pageInfo.endCursor;
    const read = { counted: { totalCount: expect.any(Number) }, named: { __typename: 'MouConnection' } };

    const answers = [
      await explained(query, { variables: { after } }),
      await explained(query, { variables: { after } }),
    ];
    const refused = await explained(query, { variables: { after: 'bukan-penanda' } });

    for (const answer of answers) expect(answer.data).toEqual({ ...read, region: read });
    expect(answers.map(({ extensions }) => extensions.explain.compiled)).toEqual([false, true]);
    expect(refused.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('is kept while it is among the five hundred used last', async () => {
    const operations = new Operations(app.schema, new Budget());
    const caller = app.unitOfWork.callerFor({ actor: anonymous, requestId: 'uji', address: null });
    const run = async (query: string) => {
      const kept = operations.find({ query, operationName: null, variables: {} });
      return kept && operations.run(kept, {}, { caller, log: app.http.log });
    };
    const isCompiled = async () => (await run('{ regions(first: 3) { nodes { code } } }')) !== null;
    const others = async (count: number, name: string) => {
      for (let use = 0; use < count * 2; use += 1) await run(`query ${name}${use >> 1} { __typename }`);
    };
    expect([await isCompiled(), await isCompiled()]).toEqual([false, true]);

    await others(499, 'Some');
    expect(await isCompiled()).toBe(true);
    await others(500, 'Many');
    expect(await isCompiled()).toBe(false);
  });

  test('is let go when variables gave it more forms than memory should hold', async () => {
    const operations = new Operations(app.schema, new Budget());
    const caller = app.unitOfWork.callerFor({ actor: anonymous, requestId: 'uji', address: null });
    const query = `query ($first: Int!) { regions(first: 1) { nodes { mous(first: $first) { totalCount } } } } # ${'-'.repeat(15_000)}`;
    const isCompiled: boolean[] = [];
    for (let first = 1; first <= 20; first += 1) {
      const kept = operations.find({ query, operationName: null, variables: {} });
      if (kept) await operations.run(kept, { first }, { caller, log: app.http.log });
      isCompiled.push(kept !== null);
    }

    expect(isCompiled.slice(0, 4)).toEqual([false, true, true, true]);
    expect(isCompiled.slice(4)).toContain(false);
  });

  const library = { name: '@apollo/client', version: '4.0.0' };
  test.each([
    ['Relay, fetch', undefined, { id: null }],
    [
      'Apollo Client',
      'application/graphql-response+json,application/json;q=0.9',
      { extensions: { clientLibrary: library } },
    ],
    [
      'urql',
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      {},
    ],
    ['graphql-request', 'application/graphql-response+json, application/json', {}],
    ['GraphiQL', 'application/json, multipart/mixed', {}],
    ['a page', 'text/html, */*;q=0.8', {}],
    ['any application', 'application/*;q=0.5, text/plain', {}],
  ])('answers %s as graphql-js did, media type included', async (client, accept, more) => {
    const ask = () =>
      app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { authorization: `Bearer ${developer}`, 'payung-explain': '1', ...(accept && { accept }) },
        payload: { query: `{ regions(first: 2) { nodes { code } } } # ${client}`, ...more },
      });

    const answers = [await ask(), await ask()];

    const [first, second] = answers.map((answer) => answer.json());
    expect([first, second].map(({ extensions }) => extensions.explain.compiled)).toEqual([false, true]);
    expect(second.data).toEqual(first.data);
    expect(answers[1]?.headers['content-type']).toBe(answers[0]?.headers['content-type']);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  });

  test.each([
    'text/html',
    'application/json;q=0',
    'application/json; charset=utf-16',
    ',',
    'multipart/mixed',
  ])('leaves %s to Apollo', async (accept) => {
    expect(answerType(accept)).toBeNull();
  });

  test('tells an empty name from none', async () => {
    const query = '{ regions(first: 1) { nodes { code } } } # nama kosong';
    const ask = async (operationName: string | null) => {
      const headers = { authorization: `Bearer ${developer}`, 'payung-explain': '1' };
      const payload = { query, operationName };
      return (await app.http.inject({ method: 'POST', url: '/graphql', headers, payload })).json();
    };
    for (const { errors } of [await ask(''), await ask('')])
      expect(errors[0].extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');

    const [first, second, unnamed] = [await ask(null), await ask(null), await ask('')];

    expect([first, second].map(({ extensions }) => extensions.explain.compiled)).toEqual([false, true]);
    expect(unnamed.errors).toHaveLength(1);
  });

  test('keeps its limits and refusals', async () => {
    const large =
      '{ regions(first: 100) { nodes { mous(first: 100) { nodes { parties { position } parent { id } } } } } }';
    const forbidden = '{ staffMembers(first: 1) { nodes { name } } }';
    for (let time = 0; time < 2; time += 1) {
      const publicly = await app.graphql(null, large);
      expect(publicly.errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE');
      const refused = await app.graphql(null, forbidden);
      expect(refused).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
});

const newSource = (below: string) =>
  `mutation ($publisher: String!) { made: sourceCreate(input: { publisher: $publisher }) ${below} }`;

describe('a compiled decision', () => {
  beforeAll(async () => {
    await app.sql("update access_token set access = 'WRITE' where name = 'uji'");
  });
  const sources = async (publisher: string): Promise<number> => {
    const [row] = await app.sql('select count(*)::int as count from source where publisher = $1', [
      publisher,
    ]);
    return row.count;
  };
  const both = async (query: string, names: readonly [string, string]) => [
    await explained(query, { variables: { publisher: names[0] } }),
    await explained(query, { variables: { publisher: names[1] } }),
  ];

  test('answers as graphql-js did, with its record read behind the commit', async () => {
    const names = [`${nasty} a`, `${nasty} b`] as const;
    const query = newSource(
      '{ __typename note: userErrors { code } source { publisher version history(first: 1) { totalCount } } }',
    );

    const answers = await both(query, names);

    const asMade = (publisher: string) => ({
      made: {
        __typename: 'SourceCreatePayload',
        note: [],
        source: { publisher, version: 1, history: { totalCount: 1 } },
      },
    });
    expect(answers.map(({ data }) => JSON.stringify(data))).toEqual(
      names.map((name) => JSON.stringify(asMade(name))),
    );
    expect(answers.map(({ extensions }) => extensions.explain.compiled)).toEqual([false, true]);
    expect(answers[1].extensions.explain).toMatchObject({ roundTrips: 1, statements: [{ rows: 1 }] });
    expect(await Promise.all(names.map(sources))).toEqual([1, 1]);
  });

  test('says what is wrong, and has nothing to read then', async () => {
    const query = newSource('{ source { id } userErrors { path code message } }');

    const [first, second] = await both(query, ['', '']);

    expect(second.data).toEqual(first.data);
    expect(second.data.made).toMatchObject({ source: null, userErrors: [{ code: 'VALUE_MISSING' }] });
    expect(second.extensions.explain).toMatchObject({ compiled: true, roundTrips: 0 });
  });

  test.each(['first: 0', 'after: "bukan-penanda"'])(
    'stands, and is made once, where its record is asked for wrongly: %s',
    async (page) => {
      const query = newSource(`{ source { history(${page}) { totalCount } } userErrors { code } }`);
      const names = [`Salah ${page} A`, `Salah ${page} B`] as const;

      const [first, second] = await both(query, names);

      expect(second.data).toEqual(first.data);
      expect(second.data).toEqual({ made: { source: null, userErrors: [] } });
      expect(second.errors).toMatchObject([{ path: ['made', 'source'], message: first.errors[0].message }]);
      expect(await Promise.all(names.map(sources))).toEqual([1, 1]);
    },
  );

  test('that shows a field with code of its own, or its record twice, is completed by graphql-js and made once', async () => {
    const withCode = `mutation ($publisher: String!) { made: regulationCreate(input: { kind: PERDA, title: $publisher,
      issuerRegionId: "${regionId('36')}" }) { regulation { title viewerCan { enact } } userErrors { code } } }`;
    const twice = newSource('{ a: source { id } b: source { publisher } }');

    const [, coded] = await both(withCode, ['Kode A', 'Kode B']);
    const [, doubled] = await both(twice, ['Dua A', 'Dua B']);

    expect(coded.data.made.regulation).toEqual({ title: 'Kode B', viewerCan: { enact: true } });
    expect(coded.extensions.explain).toMatchObject({ compiled: false, roundTrips: 1 });
    expect(doubled.data.made.b).toEqual({ publisher: 'Dua B' });
    expect(await Promise.all(['Dua A', 'Dua B'].map(sources))).toEqual([1, 1]);
    expect(await app.sql("select title from regulation where title like 'Kode%' order by 1")).toEqual([
      { title: 'Kode A' },
      { title: 'Kode B' },
    ]);
  });

  test('whose record cannot be read stands, and is not made again', async () => {
    const query = newSource(
      '{ source { publisher history(first: 1) { nodes { id } } } userErrors { code } }',
    );
    await both(query, ['Baca A', 'Baca B']);
    await app.sql('revoke select on audit_event from payung_app, payung_nationwide');

    const answer = await explained(query, { variables: { publisher: 'Baca C' } });
    await app.sql('grant select on audit_event to payung_app, payung_nationwide');

    expect(answer).toMatchObject({
      data: { made: { source: null } },
      errors: [{ path: ['made', 'source'] }],
    });
    expect(await sources('Baca C')).toBe(1);
  });
});

describe('what is not compiled', () => {
  test('says so: a field with code of its own', async () => {
    const query = '{ mous(first: 1) { nodes { viewerCan { sign } } } }';
    await explained(query);

    const { extensions, data } = await explained(query);

    expect(extensions.explain).toMatchObject({ compiled: false, roundTrips: 1 });
    expect(data.mous.nodes).toEqual([{ viewerCan: { sign: false } }]);
  });

  test('is explained to those who come with an access token, and to nobody else', async () => {
    expect((await explained('{ viewer { name } }')).extensions.explain.roundTrips).toBe(1);
    expect((await explained('{ viewer { name } }', { as: token })).extensions).toBeUndefined();
    expect((await explained('{ __typename }', { as: 'nobody' })).extensions).toBeUndefined();
  });
});

test('npm run explain shows each statement with its plan, row security included', async () => {
  const pool = new pg.Pool({ connectionString: app.database.appUrl, max: 1 });
  pool.on('error', () => undefined); // dropping the database ends connections that are about to end
  const document = parse(nested);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const lines: string[] = [];
  const parts = { app, pool, document, operation, variables: { first: 2 }, token: developer };
  for await (const line of explainedOperation(parts)) lines.push(line);
  await pool.end();

  const text = lines.join('\n');
  expect(lines[0]).toBe('compiled: written straight from rows');
  expect(text).toContain('from mou');
  expect(text).toContain('-- parameters:');
  expect(text).toContain('actual time');
});
