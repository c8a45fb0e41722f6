import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import pg from 'pg';
import { WebSocket } from 'ws';
import { publicId } from '../../schema/kernel/identifier.js';
import { type App, createApp } from '../../server/app.js';
import { type ActorName, buildActors, staffKey } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { buildRegions, regionId, regionKey } from '../support/build/region.js';
import { eventually } from '../support/eventually.js';
import { InterruptibleDatabase } from '../support/interruptible-database.js';

const documents = mkdtempSync(path.join(os.tmpdir(), 'payung-documents-'));
let database: InterruptibleDatabase;
let app: App;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  database = await InterruptibleDatabase.open();
  app = await createApp({
    databaseUrl: database.appUrl,
    secret: 'a-secret-for-tests-only-0123456789',
    documentDirectory: documents,
    isDemo: false,
    publicUrl: null,
    trustProxy: false,
    logLevel: 'silent',
    poolMax: 6,
  });
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const builder = { sql } as unknown as TestApp;
  await buildRegions(builder);
  tokens = await buildActors(builder);
});
afterAll(async () => {
  await app.close();
  await database.remove();
  rmSync(documents, { recursive: true, force: true });
});
beforeEach(untilReady);

async function sql(text: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString: database.superUserUrl });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function ask(query: string, variables: object = {}, token: string | null = tokens.admin) {
  const answer = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    payload: JSON.stringify({ query, variables }),
  });
  const body = answer.json();
  const code: string | undefined = body.code ?? body.errors?.[0]?.extensions.code;
  return { status: answer.statusCode, retryAfter: answer.headers['retry-after'], code, body };
}

async function health() {
  const [live, ready] = await Promise.all([
    app.http.inject({ method: 'GET', url: '/healthz' }),
    app.http.inject({ method: 'GET', url: '/readyz' }),
  ]);
  return [live.statusCode, ready.statusCode];
}

async function untilReady(): Promise<void> {
  await eventually(async () => expect((await health())[1]).toBe(200));
}

const read = '{ regionByCode(code: "36.72") { name } }';
const rename =
  'mutation ($id: ID!, $input: RegionReviseInput!, $version: Int!) { regionRevise(id: $id, expectedVersion: $version, input: $input) { region { version } userErrors { code } } }';

async function version(): Promise<number> {
  const [row] = await sql('select version from region where id = $1', [regionKey('36.73')]);
  return row.version;
}

async function change(name: string) {
  return ask(rename, { id: regionId('36.73'), input: { name }, version: await version() });
}

const away = { status: 503, retryAfter: '2', code: 'SERVICE_UNAVAILABLE' };

describe('with PostgreSQL stopped', () => {
  test('reads and changes say so, and the program recovers by itself, its listener too', async () => {
    const seen: unknown[] = [];
    const { port } = app.http.server.address() as AddressInfo;
    const client = createClient({
      url: `ws://127.0.0.1:${port}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${tokens.admin}` },
    });
    client.subscribe(
      {
        query: 'subscription ($ids: [ID!]!) { recordChanged(ids: $ids) { version } }',
        variables: { ids: [publicId('staff', staffKey('operatorBekasi'))] },
      },
      {
        next: ({ data }) => seen.push(data),
        error: (error) => seen.push(error),
        complete: () => seen.push('complete'),
      },
    );
    await eventually(async () => {
      const { body } = await app.http.inject({ method: 'GET', url: '/metrics' });
      expect(body).toMatch(/^payung_subscriptions 1$/m);
    });
    const before = await version();
    await database.stop();

    const anonymousRead = await ask(read, {}, null);
    const signedRead = await ask(read);
    const changed = await ask(rename, { id: regionId('36.73'), input: { name: 'Tidak' }, version: before });
    const login = await ask(
      'mutation { sessionCreate(input: { email: "a@b.test", password: "rahasia" }) { token userErrors { code } } }',
      {},
      null,
    );
    expect([anonymousRead, signedRead, changed, login]).toEqual([
      expect.objectContaining(away),
      expect.objectContaining(away),
      expect.objectContaining(away),
      expect.objectContaining(away),
    ]);
    expect(JSON.stringify([anonymousRead.body, changed.body])).not.toMatch(/ECONN|127\.0\.0\.1|at .+:\d+/);
    expect(await health()).toEqual([200, 503]);

    await database.start();
    await untilReady();
    expect(await ask(read)).toMatchObject({
      status: 200,
      body: { data: { regionByCode: { name: 'Cilegon' } } },
    });
    expect(await version()).toBe(before);
    expect((await change('Serang Baru')).body.data.regionRevise.userErrors).toEqual([]);
    // the listener tries again every two seconds; what changes before is not told
    await eventually(async () => {
      await sql("update staff set name = name || ' II' where id = $1", [staffKey('operatorBekasi')]);
      await delay(200);
      expect(seen[0]).toEqual({ recordChanged: { version: expect.any(Number) } });
    });
    await client.dispose();
  });
});

describe('kill -9 of PostgreSQL', () => {
  test('under load: no answer claims success that is not there afterwards, and the program lives on', async () => {
    const acknowledged: string[] = [];
    let isRunning = true;
    const writers = [1, 2, 3].map(async (writer) => {
      for (let round = 0; isRunning; round += 1) {
        const key = `pembunuhan-${writer}-${round}`;
        const answer = await ask(
          'mutation ($input: SourceCreateInput!, $key: String) { sourceCreate(input: $input, idempotencyKey: $key) { source { id } userErrors { code } } }',
          {
            input: { publisher: 'Uji', title: key },
            key,
          },
        );
        if (answer.body.data?.sourceCreate?.source) acknowledged.push(key);
        else
          expect([answer.status, answer.code, answer.body]).toEqual([
            503,
            'SERVICE_UNAVAILABLE',
            answer.body,
          ]);
      }
    });
    await eventually(() => expect(acknowledged.length).toBeGreaterThan(10));

    await database.kill();
    await delay(300);
    const during = await health();
    await database.start();
    await untilReady();
    await delay(200);
    isRunning = false;
    await Promise.all(writers);

    const rows: { title: string; count: number }[] = await sql(
      'select title, count(*)::int as count from source group by title',
    );
    expect(during).toEqual([200, 503]);
    expect(acknowledged.filter((key) => !rows.some(({ title }) => title === key))).toEqual([]);
    expect(rows.filter(({ count }) => count > 1)).toEqual([]);
  });
});

describe('a database that accepts connections and says nothing', () => {
  test('holds no request: each is given up', async () => {
    database.silence(true);
    const [signed, anonymous, [live, ready]] = await Promise.all([ask(read), ask(read, {}, null), health()]);
    database.silence(false);

    expect([signed, anonymous]).toEqual([expect.objectContaining(away), expect.objectContaining(away)]);
    expect([live, ready]).toEqual([200, 503]);
  });
});

describe('statements that cannot end', () => {
  test('a row that someone else holds is told as busy, and nothing is changed', async () => {
    const before = await version();
    const holder = new pg.Client({ connectionString: database.superUserUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from region where id = $1 for update', [regionKey('36.73')]);

    const changed = await change('Ditahan');
    await holder.query('rollback');
    await holder.end();

    expect(changed).toMatchObject(away);
    expect(changed.body.errors[0].message).toMatch(/^Data ini sedang diubah orang lain/);
    expect(await version()).toBe(before);
  });

  test('a session that an operator ends is an absence, not a bug', async () => {
    const caller = app.unitOfWork.callerFor({
      actor: { staffId: null, grants: [], locale: 'id', canWrite: false },
      requestId: 'test-terminate',
      address: null,
    });
    const slow = expect(caller.reads.rows('select pg_sleep(4)', [])).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      reason: 'SERVICE_UNAVAILABLE',
    });
    await delay(200);

    await sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep(4)%'",
    );

    await slow;
  });

  test('a statement beyond five seconds is stopped and told as too slow', async () => {
    const caller = app.unitOfWork.callerFor({
      actor: { staffId: null, grants: [], locale: 'id', canWrite: false },
      requestId: 'test-too-slow',
      address: null,
    });

    await expect(caller.reads.rows('select pg_sleep(9)', [])).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      reason: 'STATEMENT_TOO_SLOW',
    });
  });
});
