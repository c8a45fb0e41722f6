import { Readable } from 'node:stream';
import { CsvError, type Parser, parse } from 'csv-parse';
import { delimiterOf, RowWatch } from './csv-shape.js';
import { sheetLimits } from './sheet-limits.js';
import { type SheetCode, SheetProblem } from './sheet-problem.js';
import { RowCount, rowOf, type SheetCell, type SheetRow } from './sheet-row.js';
import { encodingOf, type TextEncoding, utf8Pieces } from './text-encoding.js';

export interface CsvForm {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
}

const headBytes = 65_536;
const quoteProblems: Readonly<Record<string, SheetCode>> = {
  CSV_QUOTE_NOT_CLOSED: 'SHEET_QUOTE_OPEN',
  CSV_INVALID_CLOSING_QUOTE: 'SHEET_QUOTE_MISPLACED',
  INVALID_OPENING_QUOTE: 'SHEET_QUOTE_MISPLACED',
  CSV_MAX_RECORD_SIZE: 'SHEET_ROW_TOO_LONG',
};

/**
 * How the text is written, after a look at all its bytes.
 * @throws SheetProblem when it cannot be a roster, before any row is made
 */
export function csvFormOf(bytes: Buffer): CsvForm {
  const encoding = encodingOf(bytes);
  const watch = new RowWatch();
  let head = '';
  for (const piece of utf8Pieces(bytes, encoding)) {
    if (piece.includes(0)) throw new SheetProblem('SHEET_NUL', { row: rowOfNul(bytes, encoding) });
    if (head === '') head = piece.toString('utf8', 0, headBytes);
    watch.look(piece);
  }
  return { encoding, delimiter: statedDelimiter(head)?.delimiter ?? delimiterOf(head) };
}

/** Rows of a text file in batches; empty rows are counted and left out. */
export async function* readCsv(bytes: Buffer, { encoding, delimiter }: CsvForm): AsyncGenerator<SheetRow[]> {
  const isRelaxed = holdsBareDigits(bytes, encoding);
  const source = Readable.from(contentPieces(bytes, encoding), { objectMode: true });
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: sheetLimits.rowBytes,
    relax_quotes: isRelaxed,
  });
  source.on('error', (error) => parser.destroy(error));
  try {
    yield* batchesOf(source.pipe(parser), isRelaxed);
  } catch (error) {
    throw problemOf(error, parser.info.records + 1);
  } finally {
    source.destroy();
  }
}

async function* batchesOf(parser: Parser, isRelaxed: boolean): AsyncGenerator<SheetRow[]> {
  const count = new RowCount();
  let number = 0;
  let batch: SheetRow[] = [];
  for await (const record of parser) {
    const texts: readonly string[] = record;
    number += 1;
    // a cell that begins with a mark was closed in its middle: two people may have become one row
    if (isRelaxed && texts.some((text) => text.startsWith('"'))) {
      throw new SheetProblem('SHEET_QUOTE_MISPLACED', { row: number });
    }
    const row = rowOf(number, texts.map(cellOf));
    if (row === null) continue;
    count.add();
    batch.push(row);
    if (batch.length < sheetLimits.batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Whether programs wrote `="367…"` without quoting it: only then may marks stand inside cells. */
function holdsBareDigits(bytes: Buffer, encoding: TextEncoding): boolean {
  const [piece] = utf8Pieces(bytes, encoding);
  return /(?:^|[,;|\t\r\n])="\d/.test(piece?.toString('utf8', 0, headBytes) ?? '');
}

/** `="367…"` is how programs keep Excel from spoiling digits: a text. Any other `=` would be worked out by Excel. */
function cellOf(text: string): SheetCell {
  const digits = /^="(\d+)"$/.exec(text)?.[1];
  if (digits !== undefined) return { text: digits, kind: 't' };
  return { text, kind: text.startsWith('=') ? 'f' : 't' };
}

/** Excel takes a first line `sep=;` for itself and does not count it. */
function statedDelimiter(head: string): { readonly delimiter: string; readonly length: number } | null {
  const found = /^sep=([,;|\t])(?:\r\n|\n|\r)/i.exec(head);
  return found?.[1] === undefined ? null : { delimiter: found[1], length: found[0].length };
}

function* contentPieces(bytes: Buffer, encoding: TextEncoding): Generator<Buffer> {
  let isFirst = true;
  for (const piece of utf8Pieces(bytes, encoding)) {
    const stated = isFirst ? statedDelimiter(piece.toString('utf8', 0, 16)) : null;
    yield piece.subarray(stated?.length ?? 0);
    isFirst = false;
  }
}

/** In UTF-16 a NUL is known only after reading. */
function rowOfNul(bytes: Buffer, encoding: TextEncoding): number {
  let row = 1;
  for (const piece of utf8Pieces(bytes, encoding)) {
    const nul = piece.indexOf(0);
    row += piece.subarray(0, nul < 0 ? piece.length : nul).filter((byte) => byte === 10).length;
    if (nul >= 0) return row;
  }
  return row;
}

function problemOf(error: unknown, row: number): unknown {
  const code = error instanceof CsvError ? quoteProblems[error.code] : undefined;
  return code === undefined ? error : new SheetProblem(code, { row });
}
