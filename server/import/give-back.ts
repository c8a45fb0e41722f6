import { PassThrough, type Readable } from 'node:stream';
import { giveBackHeaders, rowCode, suggestionOf } from '../../schema/import/index.js';
import type { Locale } from '../../schema/kernel/actor.js';
import { messageOf } from '../../schema/kernel/texts.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import { writeXlsx, type XlsxCell, type XlsxColumn } from '../spreadsheet/write-xlsx.js';
import { rowsInWorker } from './roster-tasks.js';
import type { RowsTask } from './roster-worker.js';
import type { SealedRosters } from './sealed-rosters.js';

interface BadRow {
  readonly number: number;
  readonly problems: readonly {
    readonly field: string;
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}

interface Batch {
  readonly fileName: string;
  readonly sheet: RowsTask['sheet'];
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly field: string | null;
  }[];
}

/** The workbook, named after the roster that it mends. */
interface GiveBack {
  readonly fileName: string;
  readonly content: Readable;
}

const badRows = `
  select r.row_number as number, r.problems from import_row r
  where r.batch_id = $1 and r.verdict in ('ERROR', 'DUPLICATE') and r.mended_by is null order by r.row_number`;

/**
 * The bad rows of a roster as a workbook: the columns of the file, what is wrong with each row, what to do, and the
 * code by which the mended row is known again. Null: there are none, or the file is gone.
 */
export async function giveBackWorkbook(
  caller: Caller,
  rosters: SealedRosters,
  id: string,
): Promise<GiveBack | null> {
  const [[batch], rows, bytes] = await Promise.all([
    caller.reads.rows<Batch>(
      'select b.file_name as "fileName", b.sheet, b.columns from import_batch b where b.id = $1',
      [id],
    ),
    caller.reads.rows<BadRow>(badRows, [id]),
    rosters.open(id),
  ]);
  if (!batch || bytes === null || rows.length === 0) return null;
  const columns: XlsxColumn[] = [
    ...batch.columns.map(({ header }) => ({ header, width: 20 })),
    { header: giveBackHeaders.reason, width: 60 },
    { header: giveBackHeaders.suggestion, width: 60 },
    { header: giveBackHeaders.code, width: 44 },
  ];
  const { locale } = caller.actor;
  const content = cells({ id, batch, rows, bytes: new Uint8Array(bytes), locale });
  const output = new PassThrough();
  writeXlsx({ sheets: [{ name: 'Perbaikan', columns, rows: content }] }, output).catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  // a sheet stands behind the ending: "kelurahan.xlsx › RW 3"
  const stem = batch.fileName.replace(/(\.perbaikan)?\.\w+(?= › |$)/, '');
  return { fileName: `${stem}.perbaikan.xlsx`, content: output };
}

interface Content {
  readonly id: string;
  readonly batch: Batch;
  readonly rows: readonly BadRow[];
  readonly bytes: Uint8Array;
  readonly locale: Locale;
}

async function* cells({ id, batch, rows, bytes, locale }: Content): AsyncGenerator<readonly XlsxCell[]> {
  const problemsOf = new Map(rows.map(({ number, problems }) => [number, problems]));
  const numbers = rows.map(({ number }) => number);
  const headerOf = new Map(batch.columns.map(({ field, header }) => [field, header.replace(/\s+/g, ' ')]));
  const reasonOf = ({ field, code, params }: BadRow['problems'][number]) =>
    [headerOf.get(field), messageOf(code, params, locale)].filter(Boolean).join(': ');
  for await (const found of rowsInWorker({ bytes, sheet: batch.sheet, numbers })) {
    for (const { number, texts } of found) {
      const problems = problemsOf.get(number) ?? [];
      const wrong = new Set(problems.map(({ field }) => field));
      yield [
        ...batch.columns.map(({ index, field }): XlsxCell => {
          const text = texts[index] ?? '';
          return field !== null && wrong.has(field) ? { text, fill: 'error' } : text;
        }),
        problems.map(reasonOf).join('\n'),
        [...new Set(problems.map(({ code }) => suggestionOf(code, locale)))].join('\n'),
        rowCode(id, number),
      ];
    }
  }
}
