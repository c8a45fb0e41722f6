import { type BenchDatabase, openBenchDatabase } from './database.js';
import { type Cell, checkSameAnswers, measureCell, medianOf } from './measure.js';
import { writeCoverage } from './peer-tables.js';
import { marksOf, type Result, tableOf } from './report.js';
import { sayLatency, sayMemory } from './steady.js';
import { amountsOf } from './synthetic-data.js';
import { payung, type System, startSystem, systemKinds } from './system.js';
import { type Workload, workloadsOf } from './workloads.js';

/** How the run is shaped; each can be changed by a variable of the environment. */
const settings = {
  seconds: numberFrom('BENCH_SECONDS', 4),
  rounds: numberFrom('BENCH_ROUNDS', 3),
  /** Seconds of load before a workload is measured, for V8 to compile what runs often. */
  warmSeconds: numberFrom('BENCH_WARM_SECONDS', 3),
  concurrency: numberFrom('BENCH_CONCURRENCY', 16),
  connections: numberFrom('BENCH_CONNECTIONS', 8),
  scale: numberFrom('SCALE', 1),
  /** Seconds of full load for the memory, and of 70 % load for the latency. */
  steadySeconds: numberFrom('BENCH_STEADY_SECONDS', 20),
  /** Only workloads whose name has this text. */
  only: process.env.BENCH_ONLY ?? '',
};

const amounts = amountsOf(settings.scale);
say(`Data: ${JSON.stringify(amounts)}`);
const database = await openBenchDatabase(amounts, say);
const systems: System[] = [];
try {
  say('Menulis kepesertaan / Writing coverage …');
  await writeCoverage(database);
  const setup = { databaseUrl: database.appUrl, connections: settings.connections };
  for (const kind of systemKinds(say)) systems.push(await startSystem(kind, setup));
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
  // writes come last: they change the size of what is read
  const measured = [
    ...(await measuredPhase(workloads.filter(({ isWrite }) => !isWrite))),
    ...(await measuredPhase(workloads.filter(({ isWrite }) => isWrite))),
  ];
  say(tableOf(measured));
  say(marksOf(measured));
  await steady(workloads);
}

/** Memory under all reads, and latency of the first of them; of Payung. */
async function steady(workloads: readonly Workload[]): Promise<void> {
  const system = systems.find(({ name }) => name === payung.name);
  const reads = workloads.filter(({ isWrite }) => !isWrite);
  const [first] = reads;
  if (!system || !first) return;
  const { steadySeconds: seconds, concurrency } = settings;
  await sayLatency({ system, workloads: reads, seconds, concurrency, say }, first);
  await sayMemory({ system, workloads: reads, seconds, concurrency, say });
}

/** Warms up, then measures all systems in turn, round by round; the medians. */
async function measuredPhase(workloads: readonly Workload[]): Promise<readonly Result[]> {
  for (const workload of workloads) {
    for (const system of systems) await cellOf(system, workload, settings.warmSeconds);
  }
  const found = new Map<string, Cell[]>();
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const workload of workloads) {
      for (const system of turned(systems, round)) {
        const key = cellKey(workload, system);
        found.set(key, [...(found.get(key) ?? []), await cellOf(system, workload, settings.seconds)]);
      }
    }
  }
  return workloads.map((workload) => ({
    workload,
    cells: systems.map((system) => ({
      system: system.name,
      cell: medianOf(found.get(cellKey(workload, system)) ?? []),
    })),
  }));
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

function numberFrom(name: string, standard: number): number {
  const given = Number(process.env[name] ?? standard);
  if (!Number.isFinite(given) || given <= 0) throw new Error(`${name} must be a number above 0`);
  return given;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
