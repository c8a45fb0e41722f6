import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { WebSocket } from 'ws';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const keepAlive = new http.Agent({ keepAlive: true });
afterAll(() => keepAlive.destroy());

const read = JSON.stringify({ query: '{ regionByCode(code: "36.72") { name } }' });

function ask(port: number): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent: keepAlive };
    const request = http.request(
      { ...options, headers: { 'content-type': 'application/json' } },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    request.on('error', reject);
    request.end(read);
  });
}

async function openSocket(port: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  return socket;
}

/** Holds back every read of regions; `come` resolves when one waits. */
async function holdReads({ superUserUrl }: FreshDatabase) {
  const client = new pg.Client({ connectionString: superUserUrl });
  await client.connect();
  await client.query('begin');
  await client.query('lock table region in access exclusive mode');
  const looking = new pg.Client({ connectionString: superUserUrl });
  await looking.connect();
  // the daily look at everybody waits for the table as well
  const waiting = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '% from region %'`;
  return {
    come: () => eventually(async () => expect((await looking.query(waiting)).rowCount).toBe(1)),
    letGo: () => Promise.all([client.end(), looking.end()]),
  };
}

describe('closing the app', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await buildRegions(app);
  });

  test('finishes what is under way, takes nothing new, ends websockets and idle connections', async () => {
    await app.http.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.http.server.address() as AddressInfo;
    await ask(port);
    const socket = await openSocket(port);
    const closed = once(socket, 'close');
    const held = await holdReads(app.database);
    const underWay = ask(port);
    await held.come();

    const started = performance.now();
    const closing = app.close();
    await delay(100);
    const late = await ask(port).then(
      ({ status }) => status,
      (error: { code?: string }) => error.code,
    );
    await held.letGo();
    await closing;
    const elapsed = performance.now() - started;

    expect(await underWay).toEqual({
      status: 200,
      body: '{"data":{"regionByCode":{"name":"Cilegon"}}}\n',
    });
    expect(late).toBe('ECONNREFUSED');
    expect((await closed)[0]).toBe(1001);
    // eight seconds are what a request under way gets: nothing waited for that
    expect(elapsed).toBeLessThan(8000);
  });
});

describe('SIGTERM', () => {
  let database: FreshDatabase;
  let documents: string;
  let server: ChildProcess;
  beforeAll(async () => {
    database = await freshDatabase();
    documents = mkdtempSync(path.join(os.tmpdir(), 'payung-documents-'));
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await database.drop();
    rmSync(documents, { recursive: true, force: true });
  });

  test('lets the requests under way finish, and the process ends in good time', async () => {
    server = spawn(process.execPath, ['dist/server/main.js'], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database.appUrl,
        PAYUNG_SECRET: 'a-secret-for-tests-only-0123456789',
        PAYUNG_DATA_DIR: documents,
        PORT: '0',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const port = await portOf(server);
    await ask(port);
    const socket = await openSocket(port);
    const held = await holdReads(database);
    const underWay = ask(port);
    await held.come();

    const started = performance.now();
    const exited = once(server, 'exit');
    server.kill('SIGTERM');
    await once(socket, 'close');
    await held.letGo();
    const [code] = await exited;
    const elapsed = performance.now() - started;

    expect(await underWay).toMatchObject({ status: 200 });
    expect(code).toBe(0);
    expect(elapsed).toBeLessThan(10_000);
    expect(socket.readyState).not.toBe(WebSocket.OPEN);
  });
});

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.once('exit', () => reject(new Error(`the server did not start: ${output}`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const port = /:(\d+)\/graphql/.exec(output)?.[1];
      if (port) resolve(Number(port));
    });
  });
}
