import {
  DataExportFormat,
  type DataExportService,
  type ExportUnderWay,
} from '../../schema/data-export/index.js';
import type { ExtractColumn } from '../../schema/kernel/extract-column.js';
import { type Problem, problem } from '../../schema/kernel/problem.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import type { Writing } from './cells.js';
import type { RawRow } from './copied-rows.js';
import { csvWriter } from './csv.js';
import { allRows, begun, fileBytes, nikKeys, type OpenFile } from './export-file.js';
import {
  type ExportDoor,
  type PreparedExport,
  preparedExport,
  problemsOf,
  type SentOperation,
} from './export-operation.js';
import type { FileWriter } from './file-writer.js';
import { jsonLinesWriter } from './json-lines.js';
import { type FileBeginning, restOfFile } from './rest-of-file.js';
import type { RowSource } from './row-source.js';
import { type ColumnLabels, type Showing, tableColumns } from './row-values.js';
import { mostXlsxRows, xlsxWriter } from './xlsx.js';

/** What a client asks for. */
export interface ExportOrder extends SentOperation {
  readonly format: DataExportFormat;
  /** Whether NIKs are wanted in full. */
  readonly nik: boolean;
  readonly writing: Writing;
  /** What the client has of the file already; null: nothing. */
  readonly resume: FileBeginning | null;
  /** How columns of a table are called, by their keys. */
  readonly labels: ColumnLabels;
}

/** A file whose first bytes are there; nothing of it failed so far. */
export interface StartedExport {
  readonly id: string;
  readonly listName: string;
  readonly bytes: AsyncGenerator<Buffer>;
}

interface Parts extends ExportDoor {
  readonly service: DataExportService;
  readonly rows: RowSource;
}

/** Lists as files: the operation as GraphQL has it, its rows as they come from PostgreSQL, noted from start to end. */
export class Exports {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws Refusal as the list itself would refuse; everything that can be mended is a problem. */
  async start(
    caller: Caller,
    order: ExportOrder,
    signal: AbortSignal,
  ): Promise<StartedExport | { readonly problems: readonly Problem[] }> {
    this.#parts.service.permitCreate(caller);
    try {
      const problems = this.#parts.service.check(caller, { reason: order.reason, wantsNik: order.nik });
      if (problems.length > 0) return { problems };
      const prepared = await preparedExport(this.#parts, caller, order);
      const unfit = [...checkPrepared(prepared, order), ...(await checkRows(caller, prepared, order))];
      return unfit.length > 0
        ? { problems: unfit }
        : await this.#started({ caller, order, prepared, signal });
    } catch (error) {
      const problems = problemsOf(error);
      if (problems === null) throw error;
      return { problems };
    }
  }

  async #started(started: Starting): Promise<StartedExport> {
    const { caller, order, prepared, signal } = started;
    const { listName, extract, variables } = prepared;
    const { query: operation, nik: wantsNik, format, reason } = order;
    const note = { listName, operation, variables, format, reason, wantsNik };
    const underWay = await this.#parts.service.begin(caller, note);
    const bytes = this.#bytes(started, underWay, this.#parts.rows.rows(caller, extract, signal));
    const sent = order.resume === null ? bytes : restOfFile(bytes, order.resume);
    // a cursor of another list, too many NIKs, a list that is another by now
    return { id: underWay.publicId, listName, bytes: await begun(sent) };
  }

  async *#bytes(
    { caller, order, prepared, signal }: Starting,
    underWay: ExportUnderWay,
    read: AsyncGenerator<readonly RawRow[]>,
  ): AsyncGenerator<Buffer> {
    const { columns } = prepared.extract;
    const open = async (): Promise<OpenFile> => {
      const { chunks, niks } = order.nik
        ? await withNiks(read, underWay, columns)
        : { chunks: read, niks: none };
      const writer = writerOf(order, columns, this.#showing(caller, order, niks));
      return { chunks, writer };
    };
    yield* fileBytes({ open, underWay, signal });
  }

  #showing(caller: Caller, { reason }: ExportOrder, niks: ReadonlyMap<string, string>): Showing {
    const known = new Map<string | null, boolean>();
    const showsRegion = (regionId: string | null): boolean => {
      const may = known.get(regionId) ?? this.#parts.service.mayShow(caller, regionId);
      known.set(regionId, may);
      return may;
    };
    const locale = caller.actor.locale;
    return { locale, niks, showsRegion: reason === null ? () => false : showsRegion };
  }
}

interface Starting {
  readonly caller: Caller;
  readonly order: ExportOrder;
  readonly prepared: PreparedExport;
  readonly signal: AbortSignal;
}

const none: ReadonlyMap<string, string> = new Map();

function checkPrepared({ extract, hasPersonalCursor }: PreparedExport, order: ExportOrder): Problem[] {
  const isNik = ({ holds }: ExtractColumn): boolean => holds.is === 'value' && holds.personal?.isNik === true;
  return [
    ...(hasPersonalCursor && order.reason === null ? [problem(['query'], 'EXPORT_CURSOR_PERSONAL')] : []),
    ...(order.nik && !extract.columns.some(isNik) ? [problem(['nik'], 'EXPORT_NIK_MISSING')] : []),
  ];
}

/** A sheet ends where its format does: better said than met in the middle of a download. */
async function checkRows(
  { reads }: Caller,
  { countUpTo }: PreparedExport,
  { format }: ExportOrder,
): Promise<Problem[]> {
  if (format !== DataExportFormat.XLSX) return [];
  const { text, values } = countUpTo(mostXlsxRows + 1);
  const [counted] = await reads.rows<{ count: number }>(text, values);
  if ((counted?.count ?? 0) <= mostXlsxRows) return [];
  return [problem(['format'], 'EXPORT_ROWS_TOO_MANY', { limit: mostXlsxRows })];
}

/** Rows of a list short enough for NIKs in full, with the NIKs that the caller may see. */
async function withNiks(
  read: AsyncGenerator<readonly RawRow[]>,
  underWay: ExportUnderWay,
  columns: readonly ExtractColumn[],
) {
  const rows = await allRows(read);
  const keys = nikKeys(rows, columns);
  const niks = keys.length === 0 ? none : await underWay.niks(keys);
  return { chunks: once(rows), niks };
}

async function* once(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  if (rows.length > 0) yield rows;
}

function writerOf(
  { format, writing, labels }: ExportOrder,
  columns: readonly ExtractColumn[],
  showing: Showing,
): FileWriter {
  if (format === DataExportFormat.JSONL) return jsonLinesWriter(columns, showing);
  const table = tableColumns(columns, showing, { labels, writing });
  return format === DataExportFormat.XLSX ? xlsxWriter(table, writing) : csvWriter(table, writing);
}
