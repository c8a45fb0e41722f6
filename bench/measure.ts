import { isDeepStrictEqual } from 'node:util';
import { asked, type Measured, pressed } from './client.js';
import type { System } from './system.js';
import type { Workload } from './workloads.js';

/** One system under one workload in one round. */
export interface Cell {
  readonly perSecond: number;
  /** Answers that were no success, such as 503; all that were seen, in every round. */
  readonly failures: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor milliseconds of the server per request. */
  readonly serverCpuMs: number;
  /** The same of PostgreSQL; null where the system does not tell. */
  readonly databaseCpuMs: number | null;
}

const compared = 5;

/** @throws Error when two systems answer differently: then there is nothing to compare. */
export async function checkSameAnswers(systems: readonly System[], workload: Workload): Promise<void> {
  const count = Math.min(compared, workload.variables.length);
  for (let index = 0; index < count; index += 1) {
    const answers = await Promise.all(systems.map((system) => answerOf(system, workload, index)));
    const [expected] = answers;
    answers.forEach((answer, place) => {
      if (isDeepStrictEqual(answer, expected)) return;
      const both = [expected, answer].map((one) => JSON.stringify(one).slice(0, 1500)).join('\n');
      throw new Error(`${systems[place]?.name} answers "${workload.name}" differently:\n${both}`);
    });
  }
}

async function answerOf(system: System, workload: Workload, index: number): Promise<unknown> {
  const request = system.requestsOf(workload)[index] ?? Buffer.alloc(0);
  const { status, body } = await asked(system.port, request);
  const answer: { readonly data?: unknown; readonly errors?: unknown } = JSON.parse(body);
  if (status !== 200 || !answer.data || answer.errors)
    throw new Error(`${system.name}, ${workload.name}: ${status} ${body}`);
  const data = system.dataOf(workload, answer.data);
  if (workload.isWrite) return withoutNewIds(data);
  return workload.comparable?.(data as never) ?? data;
}

function withoutNewIds(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data).replaceAll(/"program_[0-9a-f]{32}"/g, '"program_new"'));
}

export async function measureCell({
  system,
  workload,
  milliseconds,
  concurrency,
  databaseCpuMs,
}: {
  readonly system: System;
  readonly workload: Workload;
  readonly milliseconds: number;
  readonly concurrency: number;
  readonly databaseCpuMs: () => number | null;
}): Promise<Cell> {
  const requests = system.requestsOf(workload);
  const before = { server: (await system.usage()).cpuMs, database: databaseCpuMs() };
  const measured = await pressed({ port: system.port, requests, concurrency, milliseconds });
  const after = { server: (await system.usage()).cpuMs, database: databaseCpuMs() };
  const { latencies, seconds } = measured;
  return {
    perSecond: measured.requests / seconds,
    failures: measured.failures,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    serverCpuMs: (after.server - before.server) / Math.max(1, measured.requests),
    databaseCpuMs: perRequest(before.database, after.database, measured),
  };
}

function perRequest(before: number | null, after: number | null, { requests }: Measured): number | null {
  return before === null || after === null ? null : (after - before) / Math.max(1, requests);
}

/** Value below which this share of the sorted values lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The round in the middle, number by number. */
export function medianOf(cells: readonly Cell[]): Cell {
  const median = (pick: (cell: Cell) => number): number => {
    const sorted = cells.map(pick).sort((left, right) => left - right);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const isKnown = cells.every(({ databaseCpuMs }) => databaseCpuMs !== null);
  return {
    perSecond: median((cell) => cell.perSecond),
    failures: cells.reduce((sum, cell) => sum + cell.failures, 0),
    p50: median((cell) => cell.p50),
    p99: median((cell) => cell.p99),
    serverCpuMs: median((cell) => cell.serverCpuMs),
    databaseCpuMs: isKnown ? median((cell) => cell.databaseCpuMs ?? 0) : null,
  };
}
