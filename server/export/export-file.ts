import type { ExportUnderWay } from '../../schema/data-export/index.js';
import { DataExportState } from '../../schema/data-export/index.js';
import type { ExtractColumn } from '../../schema/kernel/extract-column.js';
import { problem, Rejected } from '../../schema/kernel/problem.js';
import type { RawRow } from './copied-rows.js';
import type { FileWriter } from './file-writer.js';

/** What one file may hold of NIKs in full; the database keeps the count of the day. */
export const mostNiks = 5000;

/** Rows, and how they are written. */
export interface OpenFile {
  readonly chunks: AsyncGenerator<readonly RawRow[]>;
  readonly writer: FileWriter;
}

/** The bytes of a file as its reader takes them; whatever happens, its end is noted. */
export async function* fileBytes({
  open,
  underWay,
  signal,
}: {
  readonly open: () => Promise<OpenFile>;
  readonly underWay: ExportUnderWay;
  readonly signal: AbortSignal;
}): AsyncGenerator<Buffer> {
  const began = performance.now();
  let rows = 0;
  let state = DataExportState.CANCELLED;
  try {
    const { chunks, writer } = await open();
    for await (const written of writer.bytes(counted(chunks, (count) => (rows += count)))) yield written;
    state = DataExportState.DONE;
  } catch (error) {
    state = signal.aborted ? DataExportState.CANCELLED : DataExportState.FAILED;
    throw error;
  } finally {
    await underWay.end({ state, rows, milliseconds: Math.round(performance.now() - began) });
  }
}

/** The same bytes with the first of them made already: what can still be refused is refused before the answer begins. */
export async function begun(bytes: AsyncGenerator<Buffer>): Promise<AsyncGenerator<Buffer>> {
  return resumed(await bytes.next(), bytes);
}

async function* resumed(
  first: IteratorResult<Buffer, void>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  if (!first.done) yield first.value;
  yield* rest;
}

async function* counted(
  chunks: AsyncGenerator<readonly RawRow[]>,
  count: (rows: number) => void,
): AsyncGenerator<readonly RawRow[]> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

/** Everything at once, of a list short enough for NIKs in full. @throws Rejected EXPORT_NIK_TOO_MANY */
export async function allRows(chunks: AsyncGenerator<readonly RawRow[]>): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const chunk of chunks) {
    rows.push(...chunk);
    if (rows.length > mostNiks)
      throw new Rejected([problem(['nik'], 'EXPORT_NIK_TOO_MANY', { limit: mostNiks })]);
  }
  return rows;
}

/** Keys of the registrations whose NIKs the rows hold. */
export function nikKeys(rows: readonly RawRow[], columns: readonly ExtractColumn[]): string[] {
  const places = columns.flatMap(({ holds }) =>
    holds.is === 'value' && holds.personal?.nikKeyAt != null ? [holds.personal.nikKeyAt] : [],
  );
  const keys = rows.flatMap((row) => places.map((place) => row[place] ?? null));
  return [...new Set(keys.filter((key) => key !== null))];
}
