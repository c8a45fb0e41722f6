import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { newId } from '../../schema/kernel/identifier.js';
import { type App, createApp } from '../../server/app.js';
import type { LedgerWorld } from '../coverage/ledger-world.js';
import { buildActors } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { aProgram } from '../support/build/program.js';
import { buildRegions } from '../support/build/region.js';
import { buildTariffs } from '../support/build/tariff.js';
import { InterruptibleDatabase } from '../support/interruptible-database.js';
import { batchOf, confirm, csvOf, handIn, people } from './roster-world.js';

/** Ten in every run; a hundred by `PAYUNG_TEST_KILLS=100`. */
const kills = Number(process.env.PAYUNG_TEST_KILLS ?? 10);
const rowsForAKill = 800;
const rowsInStep = 10;
const resumesWithinMs = 60_000;

const documents = mkdtempSync(path.join(os.tmpdir(), 'payung-rosters-'));
let database: InterruptibleDatabase;
let app: App;
let world: LedgerWorld;
let program: string;
const options = () => ({
  databaseUrl: database.appUrl,
  secret: 'a-secret-for-tests-only-0123456789',
  documentDirectory: documents,
  isDemo: false,
  publicUrl: null,
  trustProxy: false as const,
  logLevel: 'silent',
  poolMax: 6,
  rosterStepRows: rowsInStep,
});

beforeAll(async () => {
  database = await InterruptibleDatabase.open();
  app = await createApp(options());
  await app.http.ready();
  const builder = { sql } as unknown as TestApp;
  await buildRegions(builder);
  const tokens = await buildActors(builder);
  await buildTariffs(builder);
  await sql(
    "insert into category (id, code, name, name_en, family) values ($1, 'NELAYAN', 'Nelayan', 'Fisher', 'VULNERABLE')",
    [newId()],
  );
  program = await aProgram(builder, { state: 'APPROVED' });
  world = { app: { ...app, graphql }, tokens } as unknown as LedgerWorld;
});
afterAll(async () => {
  await app.close();
  await database.remove();
  rmSync(documents, { recursive: true, force: true });
});

async function sql(text: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString: database.superUserUrl });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function graphql(token: string | null, query: string, variables: object = {}) {
  const answer = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    payload: JSON.stringify({ query, variables }),
  });
  return { status: answer.statusCode, ...answer.json() };
}

async function server(): Promise<ChildProcess> {
  const file = path.resolve('test/import/roster-server.mjs');
  const child = spawn(process.execPath, [file, JSON.stringify(options())], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** What the batch says it wrote, and what is there. */
async function written() {
  const [row] = await sql(`
    select b.state, b.committed_count as said,
      (select count(*)::int from import_row r where r.is_committed) as rows,
      (select count(*)::int from beneficiary) as registrations, (select count(distinct person_id)::int from beneficiary) as persons,
      (select count(*)::int from enrollment) as enrollments, (select count(*)::int from verification) as verifications
    from import_batch b`);
  return row;
}

const expected = ({ said }: { said: number }) => ({
  rows: said,
  registrations: said,
  persons: said,
  enrollments: said,
  verifications: said,
});

test(`a commit that is killed ${kills} times, server and PostgreSQL, writes every row once`, async () => {
  const size = kills * rowsForAKill;
  const { id } = await handIn(world, 'operatorCilegon', { program, bytes: csvOf(people(size)) });
  await confirm(world, id ?? '');
  const { version } = await batchOf(world, 'operatorCilegon', id ?? '');
  await graphql(
    world.tokens.operatorCilegon,
    'mutation ($id: ID!, $version: Int!) { importCommit(id: $id, expectedVersion: $version) { userErrors { code } } }',
    { id, version },
  );

  let interrupted = 0;
  for (let round = 0; round < kills; round += 1) {
    const child = await server();
    await delay(Math.random() * 300);
    await killed(child);
    const found = await written();
    expect(found).toMatchObject(expected(found));
    if (found.state === 'COMMITTING') interrupted += 1;
  }

  const last = await server();
  await delay(100);
  await database.kill();
  await database.start();
  const back = performance.now();
  const before = await written();
  expect(before).toMatchObject(expected(before));
  let now = before;
  while (
    now.said === before.said &&
    now.state === 'COMMITTING' &&
    performance.now() - back < resumesWithinMs
  ) {
    await delay(200);
    now = await written();
  }
  const resumedAfterMs = performance.now() - back;
  while (now.state === 'COMMITTING' && performance.now() - back < 10 * resumesWithinMs) {
    await delay(500);
    now = await written();
  }
  await killed(last);

  expect(interrupted).toBeGreaterThan(0); // how many of them: as fast as the machine is
  expect(resumedAfterMs).toBeLessThan(resumesWithinMs);
  expect(now).toMatchObject({ state: 'COMMITTED', said: size, ...expected({ said: size }) });
}, 1_200_000);
