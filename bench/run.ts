import { type BenchDatabase, openBenchDatabase } from './database.js';
import { type Cell, checkSameAnswers, measureCell, medianOf } from './measure.js';
import { marksOf, tableOf } from './report.js';
import { amountsOf } from './synthetic-data.js';
import { type System, startSystem, systemKinds } from './system.js';
import { type Workload, workloadsOf } from './workloads.js';

/** How the run is shaped; each can be changed by a variable of the environment. */
const settings = {
  seconds: numberFrom('BENCH_SECONDS', 4),
  rounds: numberFrom('BENCH_ROUNDS', 3),
  concurrency: numberFrom('BENCH_CONCURRENCY', 16),
  connections: numberFrom('BENCH_CONNECTIONS', 8),
  scale: numberFrom('SCALE', 1),
  /** Only workloads whose name has this text. */
  only: process.env.BENCH_ONLY ?? '',
};

const amounts = amountsOf(settings.scale);
say(`Data: ${JSON.stringify(amounts)}`);
const database = await openBenchDatabase(amounts, say);
const systems: System[] = [];
try {
  const setup = { databaseUrl: database.appUrl, connections: settings.connections };
  for (const kind of systemKinds) systems.push(await startSystem(kind, setup));
  await run(database);
} finally {
  for (const system of systems) await system.stop();
  await database.stop();
}

async function run(bench: BenchDatabase): Promise<void> {
  const workloads = (await workloadsOf(bench)).filter(({ name }) => name.includes(settings.only));
  for (const workload of workloads) await checkSameAnswers(systems, workload);
  say('Jawaban sama / Answers are equal');
  const { seconds, rounds, concurrency, connections } = settings;
  say(
    `${rounds} rounds of ${seconds} s per cell, ${concurrency} requests at once, ${connections} connections, Node ${process.version}`,
  );
  for (const workload of workloads) for (const system of systems) await cellOf(system, workload, 1);
  const memoryBefore = await memoryOf(systems);
  const cells = new Map<string, Cell[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const workload of workloads) {
      for (const system of turned(systems, round)) {
        const key = cellKey(workload, system);
        cells.set(key, [...(cells.get(key) ?? []), await cellOf(system, workload, seconds)]);
      }
    }
    say(`Putaran / Round ${round + 1} of ${rounds}`);
  }
  const medians = new Map([...cells].map(([key, found]) => [key, medianOf(found)]));
  const results = workloads.map((workload) => ({
    workload,
    cells: systems.map((system) => ({ system: system.name, cell: medians.get(cellKey(workload, system)) })),
  }));
  say(tableOf(results));
  say(marksOf(results));
  say(`Memory, MB (rss) after warming up -> at the end: ${memoryBefore} -> ${await memoryOf(systems)}`);
}

/** Each round begins with another system, so that none always follows the same one. */
function turned(all: readonly System[], round: number): readonly System[] {
  const start = round % all.length;
  return [...all.slice(start), ...all.slice(0, start)];
}

function cellOf(system: System, workload: Workload, seconds: number): Promise<Cell> {
  const { concurrency } = settings;
  return measureCell({
    system,
    workload,
    milliseconds: seconds * 1000,
    concurrency,
    databaseCpuMs: database.cpuMs,
  });
}

function cellKey({ name }: Workload, system: System): string {
  return `${name} ${system.name}`;
}

async function memoryOf(all: readonly System[]): Promise<string> {
  const parts = await Promise.all(
    all.map(async (system) => `${system.name} ${(await system.usage()).memoryMb}`),
  );
  return parts.join(', ');
}

function numberFrom(name: string, standard: number): number {
  const given = Number(process.env[name] ?? standard);
  if (!Number.isFinite(given) || given <= 0) throw new Error(`${name} must be a number above 0`);
  return given;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
