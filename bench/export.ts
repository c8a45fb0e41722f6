import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { to } from 'pg-copy-streams';
import { systemClock } from '../schema/kernel/clock.js';
import { readingIdentitySql } from '../schema/kernel/session.js';
import { type BenchDatabase, openBenchDatabase, withClient } from './database.js';
import { amountsOf } from './synthetic-data.js';
import { payung, type System, startSystem } from './system.js';

/**
 * A list of a million people as a file, beside COPY … TO of the same rows in the same order under the same row
 * security: seconds, their ratio, and how far the server's memory grows meanwhile.
 */
const scale = Number(process.env.SCALE ?? 5);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

const query = `{ beneficiaries(orderBy: {field: CREATED_AT, direction: ASC}) { nodes {
  id nik sex birthDate createdAt version region { code displayName } category { code name } nikFindings } } }`;
const copied = `
  select b.id, b.nik_mask, b.sex, b.birth_date, b.created_at, b.version, r.code, r.display_name, c.code as category, c.name, b.nik_findings
  from beneficiary b left join region r on r.id = b.region_id left join category c on c.id = b.category_id`;
const ways = {
  'COPY, same order': `copy (${copied} order by b.created_at, b.id) to stdout with (format csv, header)`,
  'COPY, any order': `copy (${copied}) to stdout with (format csv, header)`,
} as const;

type Format = 'CSV' | 'JSONL' | 'XLSX';

interface Round {
  readonly seconds: number;
  readonly megabytes: number;
}

const began = performance.now();
const database = await openBenchDatabase(amountsOf(scale), say);
const system = await startSystem(payung, { databaseUrl: database.appUrl, connections: 8 });
try {
  await run();
} finally {
  await system.stop();
  await database.stop();
}

async function run(): Promise<void> {
  const found = new Map<string, Round[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, text] of Object.entries(ways)) keep(found, name, await copiedOut(database, text));
    keep(found, 'Payung CSV', await watched('CSV', round));
  }
  for (const format of ['JSONL', 'XLSX'] as const) keep(found, `Payung ${format}`, await watched(format, 0));
  report(found);
}

/** One file, and how far the memory of the server grew while it was written. */
async function watched(format: Format, round: number): Promise<Round> {
  const before = (await system.usage()).memoryMb;
  const memory = watchMemory(system);
  try {
    return await downloaded(system, database, format);
  } finally {
    await memory.stop();
    say(`${format}, round ${round + 1}: server memory ${before} MB before, ${memory.most()} MB at most`);
  }
}

function keep(found: Map<string, Round[]>, name: string, round: Round): void {
  say(`${name}: ${round.seconds.toFixed(2)} s, ${round.megabytes.toFixed(0)} MB`);
  found.set(name, [...(found.get(name) ?? []), round]);
}

async function copiedOut({ appUrl, administrator }: BenchDatabase, text: string): Promise<Round> {
  const grants = [{ role: 'ADMIN' as const, regionIds: null }];
  const actor = { staffId: administrator.staffId, grants, locale: 'id' as const, canWrite: true };
  const request = { actor, requestId: 'bench-export', address: null };
  return withClient(appUrl, async (client) => {
    await client.query(
      `begin isolation level repeatable read read only; ${readingIdentitySql(request, systemClock)}`,
    );
    const began = performance.now();
    let bytes = 0;
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        done();
      },
    });
    await pipeline(client.query(to(text)), sink);
    return roundOf(began, bytes);
  });
}

async function downloaded(
  { port }: System,
  { administrator: { token } }: BenchDatabase,
  format: Format,
): Promise<Round> {
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, format }),
  });
  if (answer.status !== 200 || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`);
  let bytes = 0;
  for await (const part of answer.body) bytes += part.length;
  return roundOf(began, bytes);
}

function roundOf(began: number, bytes: number): Round {
  return { seconds: (performance.now() - began) / 1000, megabytes: bytes / 1_000_000 };
}

/** Asks the server for its memory four times a second. */
function watchMemory({ usage }: System): { most(): number; stop(): Promise<void> } {
  let most = 0;
  let isOn = true;
  const watching = (async () => {
    while (isOn) {
      most = Math.max(most, (await usage()).memoryMb);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })();
  const stop = async (): Promise<void> => {
    isOn = false;
    await watching;
  };
  return { stop, most: () => most };
}

function report(found: ReadonlyMap<string, readonly Round[]>): void {
  const median = (name: string): number => {
    const sorted = (found.get(name) ?? []).map(({ seconds }) => seconds).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  const [reference = ''] = Object.keys(ways);
  for (const [name, [first]] of found) {
    const seconds = median(name);
    const speed = (median(reference) / seconds).toFixed(2);
    say(`${name}: ${seconds.toFixed(2)} s, ${first?.megabytes.toFixed(0)} MB, ${speed} of the speed of COPY`);
  }
}

function say(line: string): void {
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
}
