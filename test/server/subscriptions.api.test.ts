import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, createClient } from 'graphql-ws';
import pg from 'pg';
import { WebSocket } from 'ws';
import { type ActorName, buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMou, mouId } from '../support/build/mou.js';
import { buildRegions } from '../support/build/region.js';
import { eventually } from '../support/eventually.js';

let app: TestApp;
let other: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
const clients: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  await buildRegions(app);
  tokens = await buildActors(app);
  await app.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  for (const client of clients) await client.dispose();
  await app.close();
});

function address(of: TestApp = app): string {
  const { port } = of.http.server.address() as AddressInfo;
  return `127.0.0.1:${port}`;
}

interface Opening {
  readonly token?: string | null;
  readonly headers?: Record<string, string>;
  readonly of?: TestApp;
}

function connect({ token = null, headers = {}, of = app }: Opening = {}): Client {
  class Socket extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers });
    }
  }
  const client = createClient({
    url: `ws://${address(of)}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
  });
  clients.push(client);
  return client;
}

interface Watching {
  readonly seen: unknown[];
  readonly problems: { message: string; extensions?: { code?: string } }[];
  isComplete: boolean;
  stop(): void;
}

/**
 * Watches the records; resolves when the server listens, or has refused to. Notices of how a record came to be may
 * still be on their way on a busy machine: they are left out.
 */
async function watch(
  client: Client,
  ids: readonly string[],
  { query = watchQuery, of = app }: { readonly query?: string; readonly of?: TestApp } = {},
): Promise<Watching> {
  const known = await versions();
  const before = await listeners(of);
  const watching: Watching = { seen: [], problems: [], isComplete: false, stop: () => undefined };
  watching.stop = client.subscribe(
    { query, variables: { ids } },
    {
      next: ({ data, errors }) => {
        const { id, version } = Object(data?.recordChanged);
        if (version > (known.get(id) ?? 0)) watching.seen.push(data?.recordChanged);
        if (errors) watching.problems.push(...(errors as unknown as Watching['problems']));
      },
      error: (error) => watching.problems.push(...(Array.isArray(error) ? error : [error])),
      complete: () => {
        watching.isComplete = true;
      },
    },
  );
  const isAnswered = () => watching.problems.length > 0 || watching.isComplete;
  for (let round = 0; round < 60 && !isAnswered() && (await listeners(of)) <= before; round += 1)
    await delay(50);
  return watching;
}

async function versions(): Promise<ReadonlyMap<unknown, number>> {
  const rows = await app.sql('select id, version from mou');
  return new Map(rows.map(({ id, version }) => [mouId(id), version]));
}

const watchQuery = 'subscription ($ids: [ID!]!) { recordChanged(ids: $ids) { id version } }';

async function retitle(key: string, title: string): Promise<void> {
  await app.sql('update mou set title_as_written = $2 where id = $1', [key, title]);
  await delay(150);
}

async function until(check: () => boolean): Promise<void> {
  for (let round = 0; round < 600 && !check(); round += 1) await delay(50);
  expect(check()).toBe(true);
}

describe('recordChanged', () => {
  test('tells a change that another actor made', async () => {
    const key = await aMou(app, { region: '36.72' });
    const watching = await watch(connect({ token: tokens.operatorCilegon }), [mouId(key)]);

    const answer = await app.graphql(
      tokens.coordinatorBanten,
      'mutation ($id: ID!, $input: MouReviseInput!) { mouRevise(id: $id, expectedVersion: 1, input: $input) { userErrors { code } } }',
      { id: mouId(key), input: { titleAsWritten: 'Judul baru' } },
    );
    await until(() => watching.seen.length > 0);

    expect(answer.errors).toBeUndefined();
    expect(watching.seen).toEqual([{ id: mouId(key), version: 2 }]);
  });

  test('goes on after the connection that listens was cut', async () => {
    const key = await aMou(app, { region: '36.72' });
    const watching = await watch(connect({ token: tokens.operatorCilegon }), [mouId(key)]);
    const superUser = new pg.Client({ connectionString: app.database.superUserUrl });
    await superUser.connect();

    const { rowCount } = await superUser.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where application_name = 'payung listener' and datname = current_database()`,
    );
    await superUser.end();

    expect(rowCount).toBe(1);
    await eventually(async () => {
      await retitle(key, 'Judul baru');
      expect(watching.seen.length).toBeGreaterThan(0);
    });
  });

  test.each([
    ['anonymous', null],
    ['operatorSerang', 'operatorSerang'],
    ['operatorBekasi', 'operatorBekasi'],
  ] as const)('never tells %s of a draft of Cilegon', async (_label, name) => {
    const draft = await aMou(app, { region: '36.72' });
    const visible = await aMou(app, { region: '36.72', state: 'SIGNED' });
    const watching = await watch(connect({ token: name && tokens[name] }), [mouId(draft), mouId(visible)]);

    await retitle(draft, 'Rahasia');
    await app.sql('update mou set updated_at = now() where id = $1', [visible]);
    await until(() => watching.seen.length > 0);

    expect(watching.seen).toEqual([{ id: mouId(visible), version: 4 }]);
    expect(watching.problems).toEqual([]);
  });

  test('a token that is not good is nobody', async () => {
    const key = await aMou(app, { region: '36.72' });
    const watching = await watch(connect({ token: 'tidak-ada' }), [mouId(key)]);

    await retitle(key, 'Rahasia');

    expect([watching.seen, watching.problems]).toEqual([[], []]);
  });

  test('ends for a session that ended after it was started', async () => {
    const key = await aMou(app, { region: '36.04' });
    const watching = await watch(connect({ token: tokens.operatorSerang }), [mouId(key)]);

    await app.sql('delete from staff_session where staff_id = $1', [staffKey('operatorSerang')]);
    await retitle(key, 'Setelah keluar');
    await until(() => watching.isComplete);

    expect([watching.seen, watching.problems]).toEqual([[], []]);
  });

  test('ends for a member of staff who was blocked after it was started, on a public record too', async () => {
    const draft = await aMou(app, { region: '32.75' });
    const visible = await aMou(app, { region: '32.75', state: 'SIGNED' });
    const watching = await watch(connect({ token: tokens.operatorBekasi }), [mouId(draft), mouId(visible)]);

    await app.sql('update staff set is_active = false where id = $1', [staffKey('operatorBekasi')]);
    await retitle(draft, 'Setelah diblokir');
    await app.sql('update mou set updated_at = now() where id = $1', [visible]);
    await until(() => watching.isComplete);

    expect([watching.seen, watching.problems]).toEqual([[], []]);
  });

  test('tells nothing more of a region that a role no longer reaches', async () => {
    const key = await aMou(app, { region: '36.72' });
    const watching = await watch(connect({ token: tokens.approverBanten }), [mouId(key)]);

    await app.sql('delete from staff_grant where staff_id = $1', [staffKey('approverBanten')]);
    await retitle(key, 'Setelah peran dicabut');

    expect(watching.seen).toEqual([]);
  });
});

describe('the cookie', () => {
  test.each([
    ['from a page of our own', (host: string) => ({ origin: `http://${host}` }), 1],
    ['from a foreign page', () => ({ origin: 'https://jahat.example' }), 0],
    ['without a page', () => ({}), 0],
  ] as const)('%s', async (_label, headersOf, expected) => {
    const key = await aMou(app, { region: '36.72' });
    const headers = { cookie: `payung=${tokens.operatorCilegon}`, ...headersOf(address()) };
    const watching = await watch(connect({ headers }), [mouId(key)]);

    await retitle(key, 'Lewat kuki');
    await until(() => watching.seen.length >= expected);

    expect(watching.seen).toHaveLength(expected);
  });
});

describe('limits', () => {
  test.each([
    ['a query', '{ viewer { name } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a mutation', 'mutation { sessionEndAll { userErrors { code } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a broken document', 'subscription {', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown field', 'subscription { rahasia }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'more than 2,000 tokens',
      `subscription { recordChanged(ids: []) { ${'id '.repeat(2000)} } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'more than 30 aliases',
      `subscription { recordChanged(ids: []) { ${Array.from({ length: 31 }, (_, index) => `a${index}: id`).join(' ')} } }`,
      'QUERY_TOO_LARGE',
    ],
    [
      'more than 100 records',
      `subscription { recordChanged(ids: [${Array.from({ length: 101 }, () => '"x"').join(' ')}]) { id } }`,
      'BAD_USER_INPUT',
    ],
  ])('%s is refused for itself, and the socket goes on', async (_label, query, code) => {
    const key = await aMou(app, { region: '36.72' });
    const client = connect({ token: tokens.operatorCilegon });
    const good = await watch(client, [mouId(key)]);

    const refused = await watch(client, [], { query });
    await until(() => refused.problems.length > 0);
    await retitle(key, 'Masih tersambung');
    await until(() => good.seen.length > 0);

    expect(refused.problems[0]?.extensions?.code).toBe(code);
    expect(good.seen).toEqual([{ id: mouId(key), version: 2 }]);
  });

  test('a message beyond 256 KB ends the socket', async () => {
    const client = connect();
    const watching = await watch(client, ['x'.repeat(300_000)]);

    await until(() => watching.problems.length > 0);

    expect(watching.seen).toEqual([]);
  });

  test('a socket carries 20 subscriptions', async () => {
    const key = await aMou(app, { region: '36.72' });
    const client = connect({ token: tokens.operatorCilegon });
    const all: Watching[] = [];
    for (let place = 0; place < 21; place += 1) all.push(await watch(client, [mouId(key)]));

    await retitle(key, 'Dua puluh');
    await until(() => all.filter(({ seen }) => seen.length > 0).length >= 20);

    expect(all.filter(({ seen }) => seen.length === 1)).toHaveLength(20);
    expect(all.flatMap(({ problems }) => problems.map(({ extensions }) => extensions?.code))).toEqual([
      'QUERY_TOO_LARGE',
    ]);
    for (const { stop } of all) stop();
  });

  test('another address is no websocket', async () => {
    const socket = new WebSocket(`ws://${address()}/admin`);

    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('error', () => resolve('error'));
    });

    expect(status).toBe(404);
  });
});

describe('what is no longer listened to', () => {
  test('leaves no listener behind when it is stopped, and none when the socket is cut', async () => {
    const key = await aMou(app, { region: '36.72' });
    const before = await listeners();
    const client = connect({ token: tokens.operatorCilegon });
    const stopped = await watch(client, [mouId(key)]);
    const cut = await watch(client, [mouId(key)]);
    await eventually(async () => expect(await listeners()).toBe(before + 2));

    stopped.stop();
    await eventually(async () => expect(await listeners()).toBe(before + 1));
    client.terminate();
    await until(() => cut.problems.length > 0);

    await eventually(async () => expect(await listeners()).toBe(before));
  });
});

/** Running subscriptions, as the metrics tell it. */
async function listeners(of: TestApp = app): Promise<number> {
  const { body } = await of.http.inject({ method: 'GET', url: '/metrics' });
  return Number(/^payung_subscriptions (\d+)$/m.exec(body)?.[1]);
}

describe('two app nodes on one database', () => {
  test('one tells what the other changed, and a session is good on both', async () => {
    other = await testApp({ options: { databaseUrl: app.database.appUrl } });
    await other.http.listen({ port: 0, host: '127.0.0.1' });
    const key = await aMou(app, { region: '36.72' });
    const here = await watch(connect({ token: tokens.operatorCilegon }), [mouId(key)]);
    const there = await watch(connect({ token: tokens.operatorCilegon, of: other }), [mouId(key)], {
      of: other,
    });

    const answer = await other.graphql(
      tokens.coordinatorBanten,
      'mutation ($id: ID!, $input: MouReviseInput!) { mouRevise(id: $id, expectedVersion: 1, input: $input) { userErrors { code } } }',
      { id: mouId(key), input: { titleAsWritten: 'Dari node lain' } },
    );
    await until(() => here.seen.length > 0 && there.seen.length > 0);

    expect(answer.errors).toBeUndefined();
    expect([here.seen, there.seen]).toEqual([
      [{ id: mouId(key), version: 2 }],
      [{ id: mouId(key), version: 2 }],
    ]);
  });

  test('closing one ends its sockets and leaves the other alone', async () => {
    const key = await aMou(app, { region: '36.72' });
    const here = await watch(connect({ token: tokens.operatorCilegon }), [mouId(key)]);
    const there = await watch(connect({ token: tokens.operatorCilegon, of: other }), [mouId(key)], {
      of: other,
    });

    await other.close();
    await until(() => there.problems.length > 0 || there.isComplete);
    await retitle(key, 'Setelah node lain berhenti');
    await until(() => here.seen.length > 0);

    expect(here.seen).toHaveLength(1);
  });
});
