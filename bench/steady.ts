import { pressed } from './client.js';
import { percentile } from './measure.js';
import type { System } from './system.js';
import type { Workload } from './workloads.js';

export interface SteadyRun {
  readonly system: System;
  readonly workloads: readonly Workload[];
  readonly seconds: number;
  readonly concurrency: number;
  readonly say: (line: string) => void;
}

/** How often memory is looked at in one run. */
const looks = 10;
/** What one run may keep more than another without a leak. */
const noise = 1.1;

/** Memory of the server while it answers everything in turn without a pause. */
export async function sayMemory({ system, workloads, seconds, concurrency, say }: SteadyRun): Promise<void> {
  const requests = workloads.flatMap((workload) => system.requestsOf(workload));
  const milliseconds = (seconds * 1000) / looks;
  const seen: number[] = [];
  for (let look = 0; look < looks; look += 1) {
    await pressed({ port: system.port, requests, concurrency, milliseconds });
    seen.push((await system.usage()).memoryMb);
  }
  // what waits to be collected comes and goes; what is kept for good raises the least that is ever seen
  const [before, after] = [seen.slice(1, looks / 2), seen.slice(looks / 2)];
  const isFlat = Math.min(...after) <= noise * Math.min(...before);
  say(`Memory over ${seconds} s of full load, MB (rss): ${seen.join(' ')}; ${isFlat ? 'flat' : 'not flat'}`);
}

/** Latency of a workload while requests come at 70 % of what the server can answer, evenly, whether it keeps up or not. */
export async function sayLatency(
  { system, seconds, concurrency, say }: SteadyRun,
  workload: Workload,
): Promise<void> {
  const requests = system.requestsOf(workload);
  const shared = { port: system.port, requests, concurrency };
  const full = await pressed({ ...shared, milliseconds: 5000 });
  const perSecond = (0.7 * full.requests) / full.seconds;
  const { latencies } = await pressed({ ...shared, milliseconds: seconds * 1000, perSecond });
  const told = [0.5, 0.99, 0.999].map((share) => percentile(latencies, share).toFixed(1)).join(', ');
  say(
    `${workload.name} at ${perSecond.toFixed(0)} requests/s (70 % load): p50, p99, p99.9 ${told} ms (mark: p99 below 50)`,
  );
}
