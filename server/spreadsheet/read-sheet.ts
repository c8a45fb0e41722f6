import { formatOf } from './file-format.js';
import { csvFormOf, readCsv } from './read-csv.js';
import { inspectXlsx, readXlsx, type WantedSheet } from './read-xlsx.js';
import { sheetLimits } from './sheet-limits.js';
import { SheetProblem } from './sheet-problem.js';
import type { SheetInfo, SheetLook, SheetRow } from './sheet-row.js';
import { asTextEncoding } from './text-encoding.js';

export { SheetProblem } from './sheet-problem.js';
export type { SheetInfo, SheetLook, SheetRow } from './sheet-row.js';

/**
 * What the file is, and its first rows: of a workbook those of the sheet that is wanted. What cannot be a spreadsheet,
 * or is too large, is refused here where its bytes show it; some of it shows only while `readSheet` reads.
 * @throws SheetProblem
 */
export async function inspectSheet(
  bytes: Buffer,
  fileName: string,
  wanted: WantedSheet = { sheetName: null, isWanted: () => true },
): Promise<SheetLook> {
  if (bytes.length === 0) throw new SheetProblem('SHEET_EMPTY');
  if (bytes.length > sheetLimits.fileBytes) {
    throw new SheetProblem('SHEET_TOO_LARGE', { limit: sheetLimits.fileBytes / 1024 / 1024 });
  }
  if ((await formatOf(bytes, fileName)) === 'XLSX') {
    return { format: 'XLSX', encoding: null, delimiter: null, ...(await inspectXlsx(bytes, wanted)) };
  }
  const form = csvFormOf(bytes);
  const head: SheetRow[] = [];
  for await (const rows of readCsv(bytes, form)) {
    head.push(...rows.slice(0, sheetLimits.headRows));
    break;
  }
  if (head.length === 0) throw new SheetProblem('SHEET_EMPTY');
  return { format: 'CSV', ...form, sheetName: null, head, otherSheets: [] };
}

/**
 * The rows of an inspected file in batches of about 500; rows without anything in them are counted and left out.
 * @throws SheetProblem when something later in the file cannot be read
 */
export async function* readSheet(bytes: Buffer, info: SheetInfo): AsyncGenerator<readonly SheetRow[]> {
  if (info.format === 'XLSX') yield* readXlsx(bytes, info.sheetName ?? '');
  else yield* readCsv(bytes, { encoding: asTextEncoding(info.encoding), delimiter: info.delimiter ?? ',' });
}
