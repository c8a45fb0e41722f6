import type { Cell } from './measure.js';
import type { Workload } from './workloads.js';

/** The medians of one workload, the limit first. */
export interface Result {
  readonly workload: Workload;
  readonly cells: readonly { readonly system: string; readonly cell: Cell }[];
}

/** What the design asks for (ratios with row security on); printed beside what was measured, never a pass or fail. */
const marks = { readOfLimit: 0.75, writeOfLimit: 0.6 };

const columns = [
  '',
  'requests/s',
  'of E',
  'p50 ms',
  'p99 ms',
  'server CPU ms',
  'PostgreSQL CPU ms',
  'failures',
];

export function tableOf(results: readonly Result[]): string {
  const lines = results.flatMap(({ workload, cells }) => {
    const limit = cells[0]?.cell.perSecond ?? 0;
    const rows = cells.map(({ system, cell }) => rowOf(system, cell, limit));
    return [[workload.name], ...rows];
  });
  return ['', columns, ...lines].map((line) => (typeof line === 'string' ? line : aligned(line))).join('\n');
}

function rowOf(system: string, cell: Cell, limit: number): readonly string[] {
  return [
    `  ${system}`,
    cell.perSecond.toFixed(0),
    (cell.perSecond / limit).toFixed(2),
    cell.p50.toFixed(1),
    cell.p99.toFixed(1),
    cell.serverCpuMs.toFixed(2),
    cell.databaseCpuMs?.toFixed(2) ?? 'unknown',
    String(cell.failures),
  ];
}

function aligned([first = '', ...rest]: readonly string[]): string {
  if (rest.length === 0) return first;
  return first.padEnd(18) + rest.map((text) => text.padStart(18)).join('');
}

export function marksOf(results: readonly Result[]): string {
  const lines = results.map(({ workload, cells }) => {
    const [limit, ours, first] = cells.map(({ cell }) => cell.perSecond);
    const ofLimit = ((ours ?? 0) / (limit ?? 1)).toFixed(2);
    const ofFirst = ((ours ?? 0) / (first ?? 1)).toFixed(1);
    const mark = workload.isWrite ? marks.writeOfLimit : marks.readOfLimit;
    return `${ofLimit} of E (mark ${mark}), ${ofFirst} times first-written: ${workload.name}`;
  });
  const known = 'Marks against first-written: 10 times on the point lookup, 6 times on pages.';
  return ['', 'Payung beside the marks of the design:', ...lines, known].join('\n');
}
