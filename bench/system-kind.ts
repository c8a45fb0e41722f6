import type { Workload } from './workloads.js';

/** How a system is started and asked. */
export interface SystemKind {
  readonly name: string;
  readonly program: string;
  /** Node that runs it; absent: the one that runs the benchmark. */
  readonly execPath?: string;
  requestsOf(workload: Workload): readonly Buffer[];
  /** Absent: it answers as the workload asks. */
  dataOf?(workload: Workload, data: unknown): unknown;
}
