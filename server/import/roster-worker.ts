import 'reflect-metadata';
import os, { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { findHeader, ImportField } from '../../schema/import/index.js';
import { newId } from '../../schema/kernel/identifier.js';
import type { NikVault } from '../../schema/kernel/nik-vault.js';
import type { RosterHead, RosterLine } from '../../schema/kernel/roster-files.js';
import { createNikVault, type VaultSecrets } from '../nik-vault.js';
import { inspectSheet, readSheet, type SheetInfo } from '../spreadsheet/read-sheet.js';
import { SheetProblem } from '../spreadsheet/sheet-problem.js';
import { type NumberedReading, type ReadingTask, type RowReader, rosterReader } from './roster-reading.js';
import { CopyChunk, type StagedRow } from './staged-row.js';

/** A look at the beginning of a file. */
export interface InspectTask {
  readonly kind: 'inspect';
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Null: the first one with people. */
  readonly sheetName: string | null;
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
  | ({ readonly kind: 'head'; readonly sheet: SheetInfo } & RosterHead)
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array; readonly rows: number }
  | ({ readonly kind: 'aside' } & RowsAside)
  | { readonly kind: 'rows'; readonly rows: readonly RosterLine[] }
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Rows that are taken for nobody: how many, and the first of them. */
export interface RowsAside {
  readonly count: number;
  readonly first: readonly number[];
}

const asideShown = 20;
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
    const { fileName, sheetName } = task;
    const { head, otherSheets, ...sheet } = await inspectSheet(bytes, fileName, {
      sheetName,
      isWanted: holdsNiks,
    });
    await say({ kind: 'head', sheet: { ...sheet, head: [] }, head, otherSheets });
  } else if (task.kind === 'rows') await rows(task, bytes);
  else await stage(task, bytes);
}

/** Rosters name people by their NIK; covers, recapitulations and lists of codes do not. */
function holdsNiks(head: readonly RosterLine[]): boolean {
  return findHeader(head)?.columns.some(({ field }) => field === ImportField.NIK) ?? false;
}

async function rows({ sheet, numbers }: RowsTask, bytes: Buffer): Promise<void> {
  const wanted = numbers && new Set(numbers);
  for await (const batch of readSheet(bytes, sheet)) {
    const found = wanted === null ? batch : batch.filter(({ number }) => wanted.has(number));
    if (found.length > 0) await say({ kind: 'rows', rows: found });
  }
}

const told = (chunk: CopyChunk): RosterMessage => ({ kind: 'chunk', bytes: chunk.bytes(), rows: chunk.rows });

/** What the rows say, batch by batch; rows that are nobody are counted in `aside`. */
async function* readingsOf(
  task: StageTask,
  bytes: Buffer,
  aside: { count: number; readonly first: number[] },
): AsyncGenerator<readonly NumberedReading[]> {
  let read: RowReader | null = null;
  for await (const batch of readSheet(bytes, task.sheet)) {
    read ??= rosterReader(task, batch);
    const readings: NumberedReading[] = [];
    for (const row of batch) {
      if (row.number <= task.headerRow) continue;
      const reading = read(row);
      if (reading !== null) {
        readings.push(reading);
        continue;
      }
      aside.count += 1;
      if (aside.first.length < asideShown) aside.first.push(row.number);
    }
    yield readings;
  }
}

async function stage(task: StageTask, bytes: Buffer): Promise<void> {
  const vault = createNikVault(task.secrets);
  const aside = { count: 0, first: [] };
  let chunk = new CopyChunk(task.batchId);
  let isEmpty = true;
  for await (const readings of readingsOf(task, bytes, aside)) {
    for (const reading of readings) {
      isEmpty = false;
      chunk.add(stagedRow(reading, vault, task.keyId));
      if (chunk.rows < rowsInChunk) continue;
      await say(told(chunk));
      chunk = new CopyChunk(task.batchId);
    }
  }
  if (isEmpty) parentPort?.postMessage({ kind: 'refused', code: 'IMPORT_NO_ROWS', params: {} });
  else if (chunk.rows > 0) await say(told(chunk));
  await say({ kind: 'aside', ...aside });
}

function stagedRow(reading: NumberedReading, vault: NikVault, keyId: number): StagedRow {
  const id = newId();
  const nik = reading.problems.length === 0 ? reading.nik : null;
  return {
    id,
    reading,
    sealed: nik === null ? null : vault.seal(nik, { keyId, boundTo: id }),
    indexes: nik === null ? null : vault.indexes(nik),
  };
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

/** Who waits for an answer goes first. Linux counts threads one by one; elsewhere this would slow the whole server. */
if (process.platform === 'linux') setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);

parentPort?.on('message', (message: RosterTask | 'taken') => {
  if (message === 'taken') {
    waiting -= 1;
    wake();
  } else {
    waiting = 0;
    void answer(message);
  }
});
