import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Problem, problem, Rejected, refuse } from '../../schema/kernel/problem.js';
import type { RosterHead, RosterLine } from '../../schema/kernel/roster-files.js';
import type { SheetInfo } from '../spreadsheet/read-sheet.js';
import '../spreadsheet/sheet.problems.js'; // the worker knows codes only; the words are said here
import type { RosterMessage, RosterTask, RowsAside, RowsTask, StageTask } from './roster-worker.js';

/** What a worker may use beside the file itself, which lies outside its heap. */
const heapMegabytes = 192;

/** The worker is a file of its own; tests, which run the sources, start the built one. */
const workerFile = fileURLToPath(import.meta.url).endsWith('.ts')
  ? new URL('../../dist/server/import/roster-worker.js', import.meta.url)
  : new URL('./roster-worker.js', import.meta.url);

/** @throws Rejected at `input.file` when it is no roster. */
export async function inspectInWorker(
  bytes: Buffer,
  fileName: string,
  sheetName: string | null,
): Promise<RosterHead & { readonly sheet: SheetInfo }> {
  const said: (RosterHead & { readonly sheet: SheetInfo })[] = [];
  // heard to the end: a worker that is left in the midst of something is ended, and another one takes a second to start
  for await (const message of messagesOf({ kind: 'inspect', bytes, fileName, sheetName }))
    if (message.kind === 'head') said.push(message);
  const [look] = said;
  if (look === undefined) throw new Error('the worker said nothing of the file');
  return look;
}

/** Chunks in the form of COPY, as the rows are read and judged. The consumer's pace is the worker's. */
export async function* stagedInWorker(
  task: Omit<StageTask, 'kind'>,
  onAside: (aside: RowsAside) => void,
): AsyncGenerator<StagedChunk> {
  for await (const message of messagesOf({ ...task, kind: 'stage' })) {
    if (message.kind === 'chunk') yield { bytes: Buffer.from(message.bytes), rows: message.rows };
    else if (message.kind === 'aside') onAside(message);
  }
}

export interface StagedChunk {
  readonly bytes: Buffer;
  readonly rows: number;
}

/** The rows with these numbers, in their order, as they stand in the file. */
export async function* rowsInWorker(task: Omit<RowsTask, 'kind'>): AsyncGenerator<RowsOfFile> {
  for await (const message of messagesOf({ ...task, kind: 'rows' }))
    if (message.kind === 'rows') yield message.rows;
}

export type RowsOfFile = readonly RosterLine[];

/** A worker that has nothing to do: starting one takes a second, most of it loading the rules. */
let idle: Worker | null = null;

function takeWorker(): Worker {
  const worker = idle ?? startWorker();
  idle = null;
  worker.removeAllListeners();
  worker.ref();
  return worker;
}

function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 };
  return new Worker(workerFile, { resourceLimits, env: {}, execArgv: [] });
}

/** One is kept; it does not keep the program alive. */
async function leaveWorker(worker: Worker, hasDone: boolean): Promise<void> {
  if (!hasDone || idle !== null) {
    await worker.terminate();
    return;
  }
  worker.removeAllListeners();
  worker.on('error', () => undefined); // the next one is started instead
  worker.on('exit', () => {
    if (idle === worker) idle = null;
  });
  worker.unref();
  idle = worker;
}

/** What the worker says, until it has done; it is ended when nobody listens any more. */
async function* messagesOf(task: RosterTask): AsyncGenerator<RosterMessage> {
  const worker = takeWorker();
  let hasDone = false;
  let refused: Problem | null = null;
  try {
    for await (const message of saidBy(worker, task)) {
      if (message.kind === 'done') {
        hasDone = true;
        refuse(refused === null ? [] : [refused]);
        return;
      }
      if (message.kind === 'refused') {
        refused = problem(['input', 'file'], message.code, message.params);
        continue;
      }
      yield message;
      worker.postMessage('taken');
    }
  } finally {
    await leaveWorker(worker, hasDone);
  }
}

async function* saidBy(worker: Worker, task: RosterTask): AsyncGenerator<RosterMessage> {
  const queue: RosterMessage[] = [];
  let wake: () => void = () => undefined;
  let ended: { readonly error: unknown } | null = null;
  const end = (error: unknown): void => {
    ended ??= { error };
    wake();
  };
  worker.on('message', (message: RosterMessage) => {
    queue.push(message);
    wake();
  });
  worker.on('error', end);
  worker.on('exit', () => end(null));
  worker.postMessage(task);
  for (;;) {
    const message = queue.shift();
    if (message !== undefined) yield message;
    else if (ended !== null) return failWith(ended);
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}

function failWith({ error }: { readonly error: unknown }): never {
  if (error === null) throw new Error('the worker of a roster ended without a word');
  const isMemory =
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isMemory) throw new Rejected([problem(['input', 'file'], 'SHEET_TOO_COMPLEX')]);
  throw error;
}
