import 'reflect-metadata';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Actor } from '../schema/kernel/actor.js';
import { newId, publicId } from '../schema/kernel/identifier.js';
import type { App } from '../server/app.js';
import { withBlankApp } from './blank-app.js';
import { copied, emptied } from './import-copy.js';
import { badShare, csv, people, xlsx } from './import-files.js';

/** Brings a roster in as CSV and as XLSX, beside a bare COPY of the rows that came of it into the same tables. */
const rows = Number(process.env.BENCH_ROWS ?? 100_000);
/** Workbooks of more rows than about this unpack to more than the reader takes. */
const xlsxRows = 800_000;
const [region, staff, category, program] = [newId(), newId(), newId(), newId()];
const actor: Actor = {
  staffId: staff,
  grants: [{ role: 'ADMIN', regionIds: null }],
  locale: 'id',
  canWrite: true,
};
const ratio = (value: number): string => value.toFixed(2);
const tell = (text: string): boolean => process.stdout.write(`${text}\n`);

/** What bringing one file in came to. */
interface Brought {
  readonly seconds: number;
  readonly checkSeconds: number;
  /** Rows a second in the first and the last tenth of writing. */
  readonly pace: readonly [number, number];
  readonly grownMegabytes: number;
  /** Milliseconds within which 99 of 100 other requests were answered meanwhile. */
  readonly p99: number;
}

await withBlankApp(async (app, owner) => {
  await referenceData(owner);
  app.clocks.imports.start();
  await bring(app, owner, 'pemanasan.csv', csv(people(2000)));
  await emptied(owner);
  const quiet = await p99Until(app, AbortSignal.timeout(10_000));
  const everybody = people(rows);
  tell(`${rows} rows, 1 in ${badShare} bad, from upload to committed enrollments`);
  const byCsv = await bring(app, owner, 'daftar.csv', csv(everybody));
  told('CSV ', byCsv, quiet);
  const bare = await copied(owner, { isBare: true });
  tell(`COPY of the same rows into the same tables: ${bare.toFixed(1)} s bare`);
  tell(`import at ${ratio(bare / byCsv.seconds)} of its speed (mark 0.33)`);
  const guarded = await copied(owner, { isBare: false });
  tell(`COPY with audit trail and guards: ${guarded.toFixed(1)} s`);
  tell(`import at ${ratio(guarded / byCsv.seconds)} of its speed`);
  if (rows > xlsxRows) {
    tell(`XLSX: left out, more than ${xlsxRows} rows unpack to over 300 MB and are refused`);
    return;
  }
  await emptied(owner);
  const byXlsx = await bring(app, owner, 'daftar.xlsx', await xlsx(everybody));
  told('XLSX', byXlsx, quiet);
  tell(`XLSX takes ${ratio(byXlsx.seconds / byCsv.seconds)} times the CSV (mark 1.5)`);
});

/** From the upload to the last row written, with what the process grew by meanwhile. */
async function bring(app: App, owner: pg.Client, fileName: string, bytes: Buffer): Promise<Brought> {
  const atFirst = process.memoryUsage().rss;
  let peak = atFirst;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const ended = new AbortController();
  const others = p99Until(app, ended.signal);
  const done = await committed(app, owner, fileName, bytes).finally(() => {
    clearInterval(watch);
    ended.abort();
    return others; // so that nothing asks the program any more when it is closed
  });
  return { ...done, grownMegabytes: Math.round((peak - atFirst) / 1_048_576), p99: await others };
}

async function committed(
  app: App,
  owner: pg.Client,
  fileName: string,
  bytes: Buffer,
): Promise<Pick<Brought, 'seconds' | 'checkSeconds' | 'pace'>> {
  const caller = app.unitOfWork.callerFor({ actor, requestId: 'bench', address: null });
  const began = performance.now();
  const upload = { programId: publicId('program', program), fileName, content: parts(bytes) };
  const { id, problems } = await app.services.import.upload(caller, upload);
  if (id === null) throw new Error(JSON.stringify(problems));
  const target = async () => ({ id: publicId('import', id), expectedVersion: await versionOf(owner, id) });
  const columns = ['NIK', 'NAME', 'BIRTH_DATE', 'SEX'].map((field, index) => ({
    index,
    field: field as never,
  }));
  const input = { columns, categoryId: publicId('category', category), enteredOn: '2026-02-11' };
  if ((await stateOf(owner, id)).state === 'MAPPING')
    expectDone(await app.services.import.map(caller, await target(), input));
  await until(owner, id, 'READY');
  const checkSeconds = (performance.now() - began) / 1000;
  expectDone(await app.services.import.commit(caller, await target()));
  const samples = await until(owner, id, 'COMMITTED');
  const seconds = (performance.now() - began) / 1000;
  return { seconds, checkSeconds, pace: paceOf(samples) };
}

/** Answers of the API to somebody else, fifty a second, until `end`. */
async function p99Until(app: App, end: AbortSignal): Promise<number> {
  const payload = { query: '{ regionByCode(code: "36") { name } }' };
  const times: number[] = [];
  while (!end.aborted) {
    const began = performance.now();
    await app.http.inject({ method: 'POST', url: '/graphql', payload });
    times.push(performance.now() - began);
    await delay(20);
  }
  times.sort((one, other) => one - other);
  return times[Math.floor(times.length * 0.99)] ?? 0;
}

async function* parts(bytes: Buffer): AsyncGenerator<Buffer> {
  for await (const part of Readable.from(chunks(bytes))) yield part;
}

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

function expectDone({ problems }: { readonly problems: readonly unknown[] }): void {
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
}

interface Sample {
  readonly at: number;
  readonly count: number;
}

async function stateOf(
  owner: pg.Client,
  id: string,
): Promise<{ state: string; committed_count: number; version: number }> {
  const { rows: found } = await owner.query(
    'select state, committed_count, version from import_batch where id = $1',
    [id],
  );
  return found[0];
}

async function versionOf(owner: pg.Client, id: string): Promise<number> {
  return (await stateOf(owner, id)).version;
}

async function until(owner: pg.Client, id: string, wanted: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (;;) {
    const { state, committed_count: count } = await stateOf(owner, id);
    samples.push({ at: performance.now(), count });
    if (state === wanted) return samples;
    if (state === 'FAILED') throw new Error('the roster could not be read');
    await delay(100);
  }
}

/** Rows a second in the first and in the last tenth. */
function paceOf(samples: readonly Sample[]): readonly [number, number] {
  const total = samples.at(-1)?.count ?? 0;
  const timeOf = (share: number) => samples.find(({ count }) => count >= total * share)?.at ?? 0;
  const start = [...samples].reverse().find(({ count }) => count === 0)?.at ?? 0;
  const pace = (from: number, to: number) => Math.round((total * 0.1 * 1000) / Math.max(to - from, 1));
  return [pace(start, timeOf(0.1)), pace(timeOf(0.9), timeOf(1))];
}

async function referenceData(owner: pg.Client): Promise<void> {
  await owner.query("insert into region (id, code, name, level) values ($1, '36', 'Banten', 'PROVINCE')", [
    region,
  ]);
  await owner.query("insert into staff (id, email, name) values ($1, 'bench@payung.test', 'Bench')", [staff]);
  await owner.query("insert into staff_grant (id, staff_id, role) values ($1, $2, 'ADMIN')", [
    newId(),
    staff,
  ]);
  await owner.query(
    "insert into category (id, code, name, name_en, family) values ($1, 'NELAYAN', 'Nelayan', 'Fisher', 'VULNERABLE')",
    [category],
  );
  await owner.query(
    `insert into program (id, region_id, name, state, month_from, month_until, segment)
     values ($1, $2, 'Bench', 'APPROVED', '2026-01-01', '2026-12-01', 'BPU')`,
    [program, region],
  );
}

function told(name: string, brought: Brought, quiet: number): void {
  const { seconds, checkSeconds, pace, grownMegabytes, p99 } = brought;
  const [first, last] = pace;
  tell(
    `${name}: ${seconds.toFixed(1)} s (${checkSeconds.toFixed(1)} s until it was judged), ${first} rows/s at first, ${last} at last ` +
      `(${ratio(last / first)}), memory +${grownMegabytes} MB, ` +
      `p99 of other requests ${p99.toFixed(1)} ms (${ratio(p99 / quiet)} of ${quiet.toFixed(1)} ms without)`,
  );
}
