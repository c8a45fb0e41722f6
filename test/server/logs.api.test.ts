import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMou, mouId } from '../support/build/mou.js';
import { buildRegions } from '../support/build/region.js';

const canary = 'KENARI7f3a';
const lines: string[] = [];
let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp({
    options: { logLevel: 'info', logDestination: { write: (line: string) => lines.push(line) } },
  });
  await buildRegions(app);
  tokens = await buildActors(app);
});
afterAll(() => app.close());

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly reqId?: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly route?: string | null;
  readonly status?: number;
  readonly ms?: number;
}

/** What was logged while `work` ran. */
async function logged(work: () => Promise<unknown>): Promise<readonly Line[]> {
  const from = lines.length;
  await work();
  return lines.slice(from).map((line) => JSON.parse(line));
}

function post(query: string, variables: object = {}, headers: Record<string, string> = {}) {
  return app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tokens.operatorCilegon}`,
      ...headers,
    },
    payload: JSON.stringify({ query, variables }),
  });
}

describe('every request', () => {
  test('is one line with id, method, route, status and duration, and nothing else', async () => {
    const [line, ...more] = await logged(() =>
      post('{ viewer { name } }', {}, { 'x-request-id': 'proxy-0123456789' }),
    );

    expect(more).toEqual([]);
    expect(line).toEqual({
      level: 30,
      time: expect.any(Number),
      pid: expect.any(Number),
      hostname: expect.any(String),
      reqId: 'proxy-0123456789',
      method: 'POST',
      route: '/graphql',
      status: 200,
      ms: expect.any(Number),
      msg: 'request answered',
    });
  });

  test('to an unknown address names no address', async () => {
    const [line] = await logged(() => app.http.inject({ method: 'GET', url: `/${canary}?nik=${canary}` }));

    expect(line).toMatchObject({ route: null, status: 404 });
  });
});

describe('a bug', () => {
  test('is one error with the request id, without the words of PostgreSQL', async () => {
    await app.sql('alter table award rename to award_away');
    let requestId: unknown;

    const found = await logged(async () => {
      const answer = await post(`{ awards(filter: { search: "${canary}" }) { nodes { id } } }`);
      requestId = answer.headers['x-request-id'];
      expect(answer.json().errors[0]).toMatchObject({
        message: `Terjadi kesalahan di pihak kami; tidak ada yang disimpan. Sebutkan nomor ${requestId} kepada pengelola.`,
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      });
      expect(answer.body).not.toMatch(/award_away|relation|select|42P01/);
    });
    await app.sql('alter table award_away rename to award');

    const errors = found.filter(({ level }) => level >= 50);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      requestId,
      err: { code: '42P01', stack: expect.stringContaining('at ') },
    });
  });
});

describe('what people type', () => {
  test('is in no line', async () => {
    const key = await aMou(app, { title: `${canary} judul` });
    const cookie = `payung=${canary}-cookie`;
    const from = lines.length;

    await post(`{ mous(filter: { search: "${canary}" }) { nodes { titleAsWritten } } }`);
    await post('query ($first: Int!) { mous(first: $first) { nodes { id } } }', { first: canary });
    await post(`{ ${canary} }`);
    await post('{ mous(', {}, { cookie });
    await post(
      'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { token userErrors { code } } }',
      {
        input: { email: `${canary}@contoh.test`, password: `${canary}-sandi` },
      },
    );
    await post(
      'mutation ($id: ID!, $input: MouReviseInput!) { mouRevise(id: $id, expectedVersion: 1, input: $input) { mou { titleAsWritten } userErrors { message } } }',
      { id: mouId(key), input: { titleAsWritten: `${canary} baru` } },
    );
    await post(
      '{ viewer { name } }',
      {},
      { authorization: `Bearer ${canary}`, 'user-agent': canary, referer: canary },
    );
    await post('{ viewer { name } }', {}, { cookie, origin: `https://${canary}.test`, authorization: '' });
    for (const payload of [`{"${canary}`, `["${canary}"]`, `{"query":"${canary}"}`, `"${canary}"`]) {
      await app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload,
      });
    }
    await app.http.inject({
      method: 'GET',
      url: `/documents/${canary}?token=${canary}`,
      headers: { cookie },
    });
    await app.http.inject({
      method: 'POST',
      url: `/documents?${canary}`,
      headers: {
        authorization: `Bearer ${tokens.operatorCilegon}`,
        'content-type': 'multipart/form-data; boundary=x',
      },
      payload: `--x\r\ncontent-disposition: form-data; name="file"; filename="${canary}.pdf"\r\n\r\n%PDF-1.7 ${canary}\r\n--x--\r\n`,
    });
    await app.http.inject({ method: 'POST', url: '/documents', headers: { 'content-type': canary } });

    expect(lines.length - from).toBeGreaterThan(12);
    expect(lines.filter((line) => line.includes(canary))).toEqual([]);
    expect(lines.filter((line) => line.includes(tokens.operatorCilegon))).toEqual([]);
    expect(lines.filter((line) => line.includes('127.0.0.1'))).toEqual([]);
  });
});
