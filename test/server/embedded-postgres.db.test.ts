import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/embedded-postgres.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'payung basis data '));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('startEmbeddedPostgres', () => {
  test('makes a UTF-8 cluster in a folder with spaces and keeps its data for the next start', async () => {
    const first = await start();
    await ask(first.superUserUrl('postgres'), "create table note as select 'Cilegon'::text as text");
    await first.stop();

    const second = await start();
    const rows = await ask(
      second.superUserUrl('postgres'),
      "select n.text, pg_encoding_to_char(d.encoding) as encoding, d.datlocale as locale, current_setting('timezone') as zone from note n, pg_database d where d.datname = 'postgres'",
    );
    await second.stop();

    expect(rows).toEqual([{ text: 'Cilegon', encoding: 'UTF8', locale: 'C.UTF-8', zone: 'UTC' }]);
  });

  test('refuses a second start in the same folder and leaves the first alone', async () => {
    const first = await start();

    await expect(start()).rejects.toThrow('Payung sudah berjalan di folder ini');

    expect(await ask(first.superUserUrl('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
    await first.stop();
  });

  test('stops the server that a killed process left behind, and starts on its data', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', ownerScript()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await firstLine(child);
    await ask(url, "create table note as select 'Serang'::text as text");
    child.kill('SIGKILL');
    await once(child, 'exit');
    const orphan = readFileSync(path.join(folder, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0];

    const lines: string[] = [];
    const next = await startEmbeddedPostgres({
      directory: folder,
      isFast: true,
      log: (line) => lines.push(line),
    });
    const rows = await ask(next.superUserUrl('postgres'), 'select n.text from note n');
    await next.stop();

    expect(rows).toEqual([{ text: 'Serang' }]);
    expect(lines.join('\n')).toContain(`orphaned process ${orphan}`);
  });
});

function start() {
  return startEmbeddedPostgres({ directory: folder, isFast: true, log: () => undefined });
}

/** Another process that owns the database; it runs the compiled program, as npm start does. */
function ownerScript(): string {
  const module = new URL('../../dist/server/embedded-postgres.js', import.meta.url).href;
  const options = `{ directory: ${JSON.stringify(folder)}, isFast: true, log: () => undefined }`;
  return `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const postgres = await startEmbeddedPostgres(${options});
    console.log(postgres.superUserUrl('postgres'));
    setInterval(() => undefined, 1000);`;
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk]: unknown[] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return String(chunk).trim();
}

async function ask(connectionString: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
