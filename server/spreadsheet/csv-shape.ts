import { sheetLimits } from './sheet-limits.js';
import { SheetProblem } from './sheet-problem.js';
import { tooManyRows } from './sheet-row.js';

const [lineFeed, carriageReturn, space, quote, comma, semicolon, pipe] = [
  10, 13, 32, 34, 44, 59, 124,
] as const;
const delimiters = [',', ';', '\t', '|'] as const;

/** How the text is cut into cells, found over its head. */
export function delimiterOf(head: string): string {
  const lines = linesOutsideQuotes(head);
  const scores = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(lines, delimiter) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

/** Lines in which the delimiter stands equally often, times how often. */
function scoreOf(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([count, times]) => count * times));
}

/** Lines as a spreadsheet sees them, without what stands between quotation marks. */
function linesOutsideQuotes(head: string): string[] {
  return head
    .replace(/"(?:[^"]|"")*(?:"|$)/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, sheetLimits.headRows);
}

/** Goes once over the bytes of a UTF-8 text before any row is made: too many rows, or a row without an end. */
export class RowWatch {
  #row = 1;
  #filledRows = 0;
  #rowBytes = 0;
  #isQuoted = false;
  #isFilled = false;
  #isAfterReturn = false;

  /** @throws SheetProblem */
  look(piece: Buffer): void {
    for (let index = 0; index < piece.length; index += 1) {
      const byte = piece[index] ?? 0;
      const isReturn = byte === carriageReturn;
      if (byte === quote) this.#isQuoted = !this.#isQuoted;
      else if (this.#isQuoted) this.#isFilled ||= byte > space;
      else if (isReturn || (byte === lineFeed && !this.#isAfterReturn)) this.#endRow();
      else if (byte > space && byte !== comma && byte !== semicolon && byte !== pipe) this.#isFilled = true;
      this.#isAfterReturn = isReturn;
      this.#rowBytes += 1;
      if (this.#rowBytes > sheetLimits.rowBytes) throw this.#rowTooLong();
    }
  }

  #endRow(): void {
    if (this.#isFilled) this.#filledRows += 1;
    if (this.#filledRows > sheetLimits.filledRows) throw tooManyRows();
    this.#row += 1;
    this.#isFilled = false;
    this.#rowBytes = 0;
  }

  #rowTooLong(): SheetProblem {
    return new SheetProblem(this.#isQuoted ? 'SHEET_QUOTE_OPEN' : 'SHEET_ROW_TOO_LONG', { row: this.#row });
  }
}
