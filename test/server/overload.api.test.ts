import { type AddressInfo, connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Admission } from '../../server/admission.js';
import { type ActorName, buildActors } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';

let app: TestApp;
let tokens: Readonly<Record<ActorName, string>>;
beforeAll(async () => {
  app = await testApp({ options: { poolMax: 6 } });
  await buildRegions(app);
  tokens = await buildActors(app);
  await app.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());
beforeEach(untilQuiet);

const read = '{ regionByCode(code: "36.72") { name } }';

async function ask(token: string | null = null) {
  const answer = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    payload: JSON.stringify({ query: read }),
  });
  return { status: answer.statusCode, retryAfter: answer.headers['retry-after'], body: answer.json() };
}

/** Reads of regions wait until `open` is called. */
async function blockReads(): Promise<{ open(): Promise<void> }> {
  const client = new pg.Client({ connectionString: app.database.superUserUrl });
  await client.connect();
  await client.query('begin');
  await client.query('lock table region in access exclusive mode');
  return {
    open: async () => {
      await client.query('rollback');
      await client.end();
    },
  };
}

/** Sessions of the app that do something, or hold a transaction open. */
async function busySessions(): Promise<number> {
  const [row] = await app.sql(
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and usename = 'payung_app' and state <> 'idle'",
  );
  return row.count;
}

async function untilQuiet(): Promise<void> {
  let quietRounds = 0;
  for (let round = 0; round < 400 && quietRounds < 6; round += 1) {
    quietRounds = (await busySessions()) === 0 ? quietRounds + 1 : 0;
    await delay(50);
  }
  expect(quietRounds).toBe(6);
}

describe('more requests than can be worked on', () => {
  test('wait in a queue of 200; later ones get 503 at once, and every one is answered', async () => {
    const block = await blockReads();
    const answers = Array.from({ length: 1120 }, () => ask());
    await delay(600);

    await block.open();
    const all = await Promise.all(answers);

    const statuses = all.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    const succeeded = statuses.filter((status) => status === 200).length;
    // the 24 at work and some of the queue; how many more depends on the machine
    expect(succeeded).toBeGreaterThan(24);
    expect(succeeded).toBeLessThanOrEqual(224);
    expect(all.find(({ status }) => status === 503)).toMatchObject({
      retryAfter: '2',
      body: {
        code: 'SERVICE_UNAVAILABLE',
        message: 'Sistem sedang sibuk; permintaan ini belum dikerjakan. Coba lagi dalam beberapa detik.',
      },
    });
    expect((await ask(tokens.operatorCilegon)).status).toBe(200);
  });

  test('wait for a while, and are then refused', async () => {
    const block = await blockReads();
    // nothing but the limits ends it: two seconds in the queue, two for a connection, three for the lock
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask()));
    await block.open();

    expect(answers.every(({ status, retryAfter }) => status === 503 && retryAfter === '2')).toBe(true);
  });

  test('leave room for health', async () => {
    const block = await blockReads();
    const answers = Array.from({ length: 40 }, () => ask());
    await delay(100);

    const ready = await app.http.inject({ method: 'GET', url: '/readyz' });
    await block.open();
    await Promise.all(answers);

    expect(ready.statusCode).toBe(200);
  });

  test('are forgotten when their clients give up, and their places are free again', async () => {
    const block = await blockReads();
    const { port } = app.http.server.address() as AddressInfo;
    const body = JSON.stringify({ query: read });
    const sockets = Array.from({ length: 120 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      return socket;
    });
    await delay(300);
    for (const socket of sockets) socket.destroy();
    await block.open();
    await untilQuiet();

    const answers = await Promise.all(Array.from({ length: 60 }, () => ask()));

    expect(answers.filter(({ status }) => status !== 200)).toHaveLength(0);
  });
});

describe('slow clients', () => {
  test('one that sends its body slowly takes nobody’s place', async () => {
    const { port } = app.http.server.address() as AddressInfo;
    const sockets = Array.from({ length: 60 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.write(
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n{',
      );
      return socket;
    });
    await delay(200);

    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(tokens.operatorCilegon)));
    for (const socket of sockets) socket.destroy();

    expect(answers.filter(({ status }) => status !== 200)).toHaveLength(0);
  });

  test('ones that read slowly hold no connection and no place', async () => {
    await app.sql(
      "insert into source (id, publisher, note) select gen_random_uuid(), 'Uji', repeat('panjang ', 400) from generate_series(1, 100)",
    );
    const fields = Array.from({ length: 12 }, (_, index) => `a${index}: note`).join(' ');
    const body = JSON.stringify({ query: `{ sources(first: 100) { nodes { ${fields} } } }` });
    const { port } = app.http.server.address() as AddressInfo;
    const sockets = Array.from({ length: 30 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.pause();
      socket.write(
        `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${tokens.operatorCilegon}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      return socket;
    });
    await delay(500);
    await untilQuiet();

    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(tokens.operatorCilegon)));
    const sizes = await Promise.all(sockets.slice(0, 3).map(sizeOfAnswer));
    for (const socket of sockets) socket.destroy();

    expect(answers.filter(({ status }) => status !== 200)).toHaveLength(0);
    expect(Math.min(...sizes)).toBeGreaterThan(3_500_000);
  });
});

function sizeOfAnswer(socket: ReturnType<typeof connect>): Promise<number> {
  return new Promise((resolve) => {
    let size = 0;
    let announced = Number.POSITIVE_INFINITY;
    socket.on('data', (data) => {
      if (size === 0) announced = Number(/content-length: (\d+)/.exec(data.toString('latin1'))?.[1]);
      size += data.length;
      if (size >= announced) resolve(size);
    });
    socket.resume();
  });
}

describe('Admission', () => {
  const gate = { atOnce: 1, longestQueue: 1, deadlineMs: 50 };

  test('lets one in after the other', async () => {
    const admission = new Admission(gate);
    const leave = await admission.enter();
    const second = admission.enter();

    leave();
    leave(); // a second farewell frees no second place
    await second;

    await expect(admission.enter()).rejects.toMatchObject({ reason: 'OVERLOADED' });
  });

  test('refuses at once beyond the queue, and after the deadline within it', async () => {
    const admission = new Admission(gate);
    await admission.enter();

    const [waiting, late] = await Promise.allSettled([admission.enter(), admission.enter()]);

    expect([waiting, late]).toEqual([
      { status: 'rejected', reason: expect.objectContaining({ reason: 'OVERLOADED' }) },
      { status: 'rejected', reason: expect.objectContaining({ reason: 'OVERLOADED' }) },
    ]);
  });

  test('takes new ones again after those who waited gave up', async () => {
    const admission = new Admission(gate);
    const leave = await admission.enter();
    await Promise.allSettled([admission.enter()]);

    leave();

    await expect(admission.enter()).resolves.toBeInstanceOf(Function);
  });
});
