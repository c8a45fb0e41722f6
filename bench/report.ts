import type { Cell } from './measure.js';
import { systemNames } from './system-names.js';
import type { Workload } from './workloads.js';

/** The medians of one workload, the limit first. */
export interface Result {
  readonly workload: Workload;
  readonly cells: readonly { readonly system: string; readonly cell: Cell }[];
}

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

/** Payung's ratios beside the marks of its workloads; never a pass or fail. */
export function marksOf(results: readonly Result[]): string {
  const lines = results.map(({ workload, cells }) => {
    const ours = cellOf(cells, systemNames.payung)?.perSecond ?? 0;
    const others = cells.filter(({ system }) => system !== systemNames.payung);
    const parts = others.map(({ system, cell }) => {
      const mark = workload.marks[system];
      return `${(ours / cell.perSecond).toFixed(2)} of ${system}${mark === undefined ? '' : ` (mark ${mark})`}`;
    });
    return `${workload.name}: ${parts.join(', ')}`;
  });
  return ['', 'Payung beside the marks of the design, requests/s:', ...lines, depthOf(results)].join('\n');
}

function cellOf(cells: Result['cells'], name: string): Cell | undefined {
  return cells.find(({ system }) => system === name)?.cell;
}

/** How much slower the page far down the list is than its first one. */
function depthOf(results: readonly Result[]): string {
  const [first, deep] = results.filter(({ workload }) => workload.route === '/people');
  if (!first || !deep) return '';
  const [start, end] = [first, deep].map(({ cells }) => cellOf(cells, systemNames.payung)?.perSecond ?? 0);
  const part = (100 * (1 - (end ?? 0) / (start ?? 1))).toFixed(0);
  return `The deep page is ${part} % slower than the first one (mark: at most 15 %).`;
}
