import 'reflect-metadata';
import { parentPort } from 'node:worker_threads';
import { newId } from '../../schema/kernel/identifier.js';
import type { RosterLine } from '../../schema/kernel/roster-files.js';
import { createNikVault, type VaultSecrets } from '../nik-vault.js';
import { inspectSheet, readSheet, type SheetInfo } from '../spreadsheet/read-sheet.js';
import { SheetProblem } from '../spreadsheet/sheet-problem.js';
import { type ReadingTask, rosterReader } from './roster-reading.js';
import { CopyChunk } from './staged-row.js';

/** A look at the beginning of a file. */
export interface InspectTask {
  readonly kind: 'inspect';
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** Every row read, judged by itself, and written down for COPY. */
export interface StageTask extends ReadingTask {
  readonly kind: 'stage';
  readonly bytes: Uint8Array;
  readonly sheet: SheetInfo;
  readonly batchId: string;
  readonly headerRow: number;
  readonly codeColumn: number;
  readonly continuesId: string | null;
  readonly secrets: VaultSecrets;
  /** Key under which NIKs are sealed. */
  readonly keyId: number;
}

/** Some rows as they stand in the file, by their numbers in ascending order; null: all of them. */
export interface RowsTask {
  readonly kind: 'rows';
  readonly bytes: Uint8Array;
  readonly sheet: SheetInfo;
  readonly numbers: readonly number[] | null;
}

export type RosterTask = InspectTask | StageTask | RowsTask;

export type RosterMessage =
  | { readonly kind: 'head'; readonly sheet: SheetInfo; readonly head: readonly RosterLine[] }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array; readonly rows: number }
  | { readonly kind: 'rows'; readonly rows: readonly RosterLine[] }
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

const rowsInChunk = 1000;
const chunksAhead = 4;

let waiting = 0;
let wake: () => void = () => undefined;

/** Waits when the listener is too far behind. */
async function say(message: RosterMessage): Promise<void> {
  parentPort?.postMessage(message);
  waiting += 1;
  while (waiting > chunksAhead)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
}

async function run(task: RosterTask): Promise<void> {
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  if (task.kind === 'inspect') {
    const { head, ...sheet } = await inspectSheet(bytes, task.fileName);
    await say({ kind: 'head', sheet: { ...sheet, head: [] }, head });
  } else if (task.kind === 'rows') await rows(task, bytes);
  else await stage(task, bytes);
}

async function rows({ sheet, numbers }: RowsTask, bytes: Buffer): Promise<void> {
  const wanted = numbers && new Set(numbers);
  for await (const batch of readSheet(bytes, sheet)) {
    const found = wanted === null ? batch : batch.filter(({ number }) => wanted.has(number));
    if (found.length > 0) await say({ kind: 'rows', rows: found });
  }
}

const told = (chunk: CopyChunk): RosterMessage => ({ kind: 'chunk', bytes: chunk.bytes(), rows: chunk.rows });

async function stage(task: StageTask, bytes: Buffer): Promise<void> {
  const vault = createNikVault(task.secrets);
  const read = rosterReader(task);
  let chunk = new CopyChunk(task.batchId);
  let isEmpty = true;
  for await (const batch of readSheet(bytes, task.sheet)) {
    for (const row of batch) {
      const reading = row.number > task.headerRow ? read(row) : null;
      if (reading === null) continue;
      isEmpty = false;
      const id = newId();
      const isGood = reading.problems.length === 0 && reading.nik !== null;
      chunk.add({
        id,
        reading,
        sealed: isGood && reading.nik ? vault.seal(reading.nik, { keyId: task.keyId, boundTo: id }) : null,
        indexes: isGood && reading.nik ? vault.indexes(reading.nik) : null,
      });
      if (chunk.rows < rowsInChunk) continue;
      await say(told(chunk));
      chunk = new CopyChunk(task.batchId);
    }
  }
  if (isEmpty) parentPort?.postMessage({ kind: 'refused', code: 'IMPORT_NO_ROWS', params: {} });
  else if (chunk.rows > 0) await say(told(chunk));
}

/** What is wrong with a file is an answer; everything else ends the worker, and the task with it. */
async function answer(task: RosterTask): Promise<void> {
  try {
    await run(task);
  } catch (error) {
    if (!(error instanceof SheetProblem)) throw error;
    const { code, params } = error;
    parentPort?.postMessage({ kind: 'refused', code, params });
  }
  parentPort?.postMessage({ kind: 'done' });
}

parentPort?.on('message', (message: RosterTask | 'taken') => {
  if (message === 'taken') {
    waiting -= 1;
    wake();
  } else {
    waiting = 0;
    void answer(message);
  }
});
