import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { pendingMigrations, revertLastMigration, runMigrations } from '../../server/migrations-runner.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

const FIRST = `export class KotaTable1700000000000 {
  async up(runner) { await runner.query('create table kota (code text primary key)'); }
  async down(runner) { await runner.query('drop table kota'); }
}`;
const SECOND = `export class KotaCodeIndex1700000000001 {
  transaction = false;
  async up(runner) { await runner.query('create index concurrently kota_code_index on kota (code)'); }
  async down(runner) { await runner.query('drop index kota_code_index'); }
}`;

const THIRD = `export class KotaName1700000000002 {
  async up(runner) { await runner.query('alter table kota add column name text'); }
  async down(runner) { await runner.query('alter table kota drop column name'); }
}`;

let database: FreshDatabase;
let directory: string;

beforeAll(async () => {
  database = await freshDatabase('template0');
});

afterAll(() => database.drop());

beforeEach(() => {
  directory = mkdtempSync(path.join(import.meta.dirname, 'migrations-'));
  writeFileSync(path.join(directory, '1700000000000-kota-table.js'), FIRST);
  writeFileSync(path.join(directory, '1700000000001-kota-index.js'), SECOND);
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('runMigrations', () => {
  test('by two starters at once runs each migration once, as payung_owner, and can be reverted', async () => {
    const run = { ownerUrl: database.superUserUrl, log: () => undefined, directory };
    const names = ['KotaTable1700000000000', 'KotaCodeIndex1700000000001'];
    expect(await pendingMigrations(database.appUrl, directory)).toEqual(names);

    const counts = await Promise.all([runMigrations(run), runMigrations(run)]);

    expect(counts.sort()).toEqual([0, 2]);
    expect(await pendingMigrations(database.appUrl, directory)).toEqual([]);
    expect(await owners()).toEqual([
      { table: 'kota', owner: 'payung_owner' },
      { table: 'migration_history', owner: 'payung_owner' },
    ]);

    await revertLastMigration(run);
    expect(await pendingMigrations(database.appUrl, directory)).toEqual(['KotaCodeIndex1700000000001']);
  });
});

test('gives way to those who use a table, and comes back', async () => {
  const run = {
    ownerUrl: database.superUserUrl,
    directory,
    patience: { lockMs: 50, pauseMs: 20, attempts: 500 },
  };
  await runMigrations({ ...run, log: () => undefined });
  writeFileSync(path.join(directory, '1700000000002-kota-name.js'), THIRD);
  const reader = new pg.Client({ connectionString: database.superUserUrl });
  await reader.connect();
  await reader.query('begin; select * from kota');
  let waits = 0;

  const count = await runMigrations({
    ...run,
    log: (line) => {
      if (!line.includes('Waiting for a table')) return;
      waits += 1;
      if (waits === 2) void reader.query('commit');
    },
  });
  await reader.end();

  expect([count, waits >= 2]).toEqual([1, true]);
  expect(await pendingMigrations(database.appUrl, directory)).toEqual([]);
});

async function owners(): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: database.superUserUrl });
  await client.connect();
  const { rows } = await client.query(
    `select t.tablename as table, t.tableowner as owner from pg_tables t where t.schemaname = 'public' order by 1`,
  );
  await client.end();
  return rows;
}
