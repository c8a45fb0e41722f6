import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp({ options: { publicUrl: 'https://payung.go.id' } });
  await buildRegions(app);
  tokens = await buildActors(app);
});
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };
const question = JSON.stringify({ query: '{ viewer { name } }' });

async function post(headers: Record<string, string>, payload: string = question) {
  return app.http.inject({ method: 'POST', url: '/graphql', headers, payload });
}

/** Nothing of the inside: no stack, no SQL, no path of a file, no library's name. */
const inside = /\bat .+:\d+|node_modules|select |insert into|\/work\/|\/home\/|\.ts\b|\.js\b|Fastify|FST_/i;

describe('POST /graphql', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD'] as const)('%s is refused', async (method) => {
    const answer = await app.http.inject({ method, url: '/graphql?query={__typename}' });

    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST']);
  });

  test.each([
    ['a body beyond 256 KB', json, JSON.stringify({ query: `{ a }${' '.repeat(256 * 1024)}` }), 413],
    ['broken JSON', json, '{"query": "{ rahasia', 400],
    ['no body', json, '', 400],
    ['a batch', json, `[${question},${question}]`, 400],
    ['JSON that is no object', json, '"{ a }"', 400],
    ['a query that is no text', json, '{"query": 5}', 400],
    ['variables that are no object', json, '{"query": "{ __typename }", "variables": 5}', 400],
    ['JSON that reaches for prototypes', json, '{"__proto__": {"a": 1}, "query": "{ __typename }"}', 400],
    ['plain text', { 'content-type': 'text/plain' }, question, 400],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'query={__typename}', 415],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--', 415],
    ['no content type', {}, question, 415],
    ['a persisted query', json, '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}', 200],
    ['an operation that is not there', json, '{"query":"query a { __typename }","operationName":"b"}', 400],
    ['a syntax error', json, '{"query":"{ regions("}', 400],
    ['an unknown field', json, '{"query":"{ kataSandi }"}', 400],
  ])('%s is refused without a word about the inside', async (_label, headers, payload, status) => {
    const answer = await post(headers, payload);

    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toMatch(inside);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });

  test('a null for an argument that takes none is the mistake of who asks', async () => {
    const query = 'query ($first: Int = 1) { regions(first: $first) { nodes { id } } }';

    const answer = await post(json, JSON.stringify({ query, variables: { first: null } }));

    expect(answer.json().errors).toMatchObject([
      { message: expect.stringContaining('must not be null'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('says what was wrong in one shape, with the request id', async () => {
    const answer = await post({ ...json, 'x-request-id': 'proxy-0123456789' }, '{"query":');

    expect(answer.json()).toEqual({
      code: 'BAD_REQUEST',
      message: 'Permintaan tidak dapat dibaca.',
      requestId: 'proxy-0123456789',
    });
  });
});

describe('origin', () => {
  const cookie = (name: ActorName) => `__Host-payung=${tokens[name]}`;
  const host = 'payung.go.id';

  test.each([
    ['a foreign page', { origin: 'https://jahat.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another name of the same site', { origin: 'https://lain.go.id', 'sec-fetch-site': 'same-site' }],
    [
      'a page that claims our origin across sites',
      { origin: `https://${host}`, 'sec-fetch-site': 'cross-site' },
    ],
    ['no page at all', {}],
  ])('a cookie sent by %s does not count', async (_label, headers) => {
    const answer = await post({ ...json, host, cookie: cookie('operatorCilegon'), ...headers });

    expect([answer.statusCode, answer.json().code]).toEqual([403, 'FORBIDDEN']);
  });

  test.each([
    ['the origin', { origin: `https://${host}` }],
    ['what the browser says of the site', { 'sec-fetch-site': 'same-origin' }],
  ])('a cookie sent by a page of our own counts, known by %s', async (_label, headers) => {
    const answer = await post({ ...json, host, cookie: cookie('operatorCilegon'), ...headers });

    expect(answer.json()).toEqual({ data: { viewer: { name: 'operatorCilegon' } } });
  });

  test('a token in the header counts from anywhere', async () => {
    const answer = await post({
      ...json,
      host,
      origin: 'https://lain.example',
      authorization: `Bearer ${tokens.operatorSerang}`,
    });

    expect(answer.json()).toEqual({ data: { viewer: { name: 'operatorSerang' } } });
  });

  test('a token that is no longer good is nobody', async () => {
    const answer = await post({ ...json, authorization: 'Bearer tidak-ada' });

    expect(answer.json().data).toEqual({ viewer: null });
  });
});

describe('every answer', () => {
  const requests: [string, InjectOptions, number][] = [
    ['of GraphQL', { method: 'POST', url: '/graphql', headers: json, payload: question }, 200],
    ['of a refusal', { method: 'POST', url: '/graphql', headers: json, payload: '{' }, 400],
    ['to a wrong method', { method: 'GET', url: '/graphql' }, 405],
    ['to an unknown address', { method: 'GET', url: '/rahasia/alamat?nik=3672' }, 404],
    ['to an unknown document', { method: 'GET', url: '/documents/document_x' }, 401],
    ['of the liveness check', { method: 'GET', url: '/healthz' }, 200],
    ['of the readiness check', { method: 'GET', url: '/readyz' }, 200],
    ['of the metrics', { method: 'GET', url: '/metrics' }, 200],
    ['of the GraphiQL page', { method: 'GET', url: '/graphiql' }, 200],
    ['to a path that climbs', { method: 'GET', url: '/graphiql/..%2f..%2fpackage.json' }, 404],
  ];

  test.each(requests)('%s carries the safety headers', async (_label, request, status) => {
    const answer = await app.http.inject(request);

    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      // the panel shows GraphiQL in a page of its own
      'x-frame-options': Object(request).url === '/graphiql' ? 'SAMEORIGIN' : 'DENY',
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
      'x-request-id': expect.stringMatching(/^[\w-]{8,64}$/),
    });
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('server');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test.each(['short', 'x'.repeat(65), 'baris\tbaru', "a'; drop table staff; --"])(
    'replaces the request id %j of a caller',
    async (id) => {
      const answer = await post({ ...json, 'x-request-id': id });

      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test('an unknown address answers in one shape and repeats nothing of it', async () => {
    const answer = await app.http.inject({ method: 'GET', url: '/rahasia/alamat' });

    expect(answer.json()).toEqual({
      code: 'NOT_FOUND',
      message: 'Alamat ini tidak ada.',
      requestId: answer.headers['x-request-id'],
    });
  });

  test.each(['/rahasia/alamat', '/admin/rahasia'])(
    'a person who opens %s gets a page with a way on',
    async (url) => {
      const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';

      const { statusCode, headers, body } = await app.http.inject({
        method: 'GET',
        url,
        headers: { accept },
      });

      expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(body).toContain('Halaman ini tidak ada');
      expect(body).toContain('href="/admin"');
      expect(body).not.toContain('rahasia');
    },
  );
});

describe('GraphiQL', () => {
  test('asks nobody else for anything', async () => {
    const { body, headers } = await app.http.inject({ method: 'GET', url: '/graphiql' });

    expect(body).not.toMatch(/https?:\/\//);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+'/);
  });
});

describe('metrics', () => {
  test('name routes, not addresses', async () => {
    await app.http.inject({ method: 'GET', url: '/documents/document_kenari7f3a' });

    const { body } = await app.http.inject({ method: 'GET', url: '/metrics' });

    expect(body).toContain(
      'payung_http_request_seconds_count{method="GET",route="/documents/:id",status="401"}',
    );
    expect(body).not.toContain('kenari7f3a');
  });
});

test('a budget that is used up is told with the seconds to wait, and fills again for others', async () => {
  const small = await testApp({ options: { budget: { staff: 150, visitors: 5 } } });
  await buildRegions(small);
  const other = await buildActors(small);
  const page = '{ regions(first: 100) { nodes { id } } }';

  const first = await small.graphql(other.operatorCilegon, page);
  const statements = await small.statements(async () => {
    const second = await small.graphql(other.operatorCilegon, page);
    expect(second.status).toBe(429);
    expect(second.errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', seconds: 60 });
    expect(second.errors?.[0]?.message).toBe('Terlalu banyak permintaan. Coba lagi dalam 60 detik.');
  });
  const someoneElse = await small.graphql(other.operatorSerang, page);
  const visitor = await small.graphql(null, page);

  expect([first.status, someoneElse.status, visitor.status]).toEqual([200, 200, 429]);
  expect(statements).toEqual([]);
  await small.close();
});
