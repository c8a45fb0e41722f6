import { dateOfSerial } from './cell-dates.js';
import { readXml } from './read-xml.js';
import { SharedStrings } from './shared-strings.js';
import { SheetCells, type StoredCell, type StoredRow } from './sheet-cells.js';
import { sheetLimits } from './sheet-limits.js';
import { SheetProblem } from './sheet-problem.js';
import { RowCount, rowOf, type SheetCell, type SheetRow } from './sheet-row.js';
import { openWorkbook, type Workbook, type WorkbookSheet } from './workbook.js';
import { unescapedText } from './xlsx-text.js';
import { ZipArchive } from './zip-archive.js';

/** Which sheet of a workbook is read. */
export interface WantedSheet {
  /** Null: the first visible one that `isWanted`. */
  readonly sheetName: string | null;
  readonly isWanted: (head: readonly SheetRow[]) => boolean;
}

/** The sheet that is wanted; when none is, the first with something in it, so that it can be said what is missing. */
export async function inspectXlsx(bytes: Buffer, { sheetName: asked, isWanted }: WantedSheet) {
  const workbook = await openWorkbook(await ZipArchive.open(bytes));
  const filled: { readonly sheetName: string; readonly head: readonly SheetRow[] }[] = [];
  for (const { name, part } of workbook.visibleSheets) {
    const head = await headOf(workbook, { name, part });
    if (head.length > 0) filled.push({ sheetName: name, head });
  }
  const wanted = filled.filter(({ head }) => isWanted(head));
  if (asked !== null) return { ...askedFor(asked, filled), otherSheets: [] };
  const [chosen] = [...wanted, ...filled];
  if (chosen === undefined) throw new SheetProblem('SHEET_EMPTY');
  return { ...chosen, otherSheets: wanted.slice(1).map(({ sheetName }) => sheetName) };
}

function askedFor<Sheet extends { readonly sheetName: string }>(
  asked: string,
  filled: readonly Sheet[],
): Sheet {
  const found = filled.find(({ sheetName }) => sheetName.trim().toLowerCase() === asked.trim().toLowerCase());
  if (found) return found;
  const sheets = filled.map(({ sheetName }) => `"${sheetName}"`).join(', ');
  throw new SheetProblem('SHEET_NOT_FOUND', { sheet: asked, sheets });
}

/** Rows of a sheet in batches; empty rows are counted and left out. */
export async function* readXlsx(bytes: Buffer, sheetName: string): AsyncGenerator<SheetRow[]> {
  const workbook = await openWorkbook(await ZipArchive.open(bytes));
  const sheet = workbook.visibleSheets.find(({ name }) => name === sheetName);
  if (sheet === undefined) throw new SheetProblem('SHEET_XML_BROKEN', { part: sheetName });
  const strings = await SharedStrings.read(workbook.archive, workbook.sharedStringsPart);
  const count = new RowCount();
  let batch: SheetRow[] = [];
  for await (const stored of storedRows(workbook, sheet)) {
    for (const row of finished(stored, workbook, strings)) {
      count.add();
      batch.push(row);
    }
    if (batch.length < sheetLimits.batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Only as many shared texts are read as the head refers to. */
async function headOf(workbook: Workbook, sheet: WorkbookSheet): Promise<SheetRow[]> {
  const stored: StoredRow[] = [];
  for await (const rows of storedRows(workbook, sheet)) {
    stored.push(...rows);
    if (stored.length >= sheetLimits.headRows) break;
  }
  const head = stored.slice(0, sheetLimits.headRows);
  const last = Math.max(-1, ...head.flatMap(({ cells }) => cells.map((cell) => sharedIndex(cell) ?? -1)));
  return finished(
    head,
    workbook,
    await SharedStrings.read(workbook.archive, workbook.sharedStringsPart, last),
  );
}

async function* storedRows(workbook: Workbook, sheet: WorkbookSheet): AsyncGenerator<StoredRow[]> {
  const cells = new SheetCells();
  const pieces = readXml(workbook.archive, sheet.part, {
    open: (name, attributes) => cells.open(name, attributes),
    text: (text) => cells.text(text),
    close: (name) => cells.close(name),
  });
  for await (const _ of pieces) yield cells.take();
}

function finished(stored: readonly StoredRow[], workbook: Workbook, strings: SharedStrings): SheetRow[] {
  return stored.flatMap(({ number, cells }) => {
    const row = rowOf(
      number,
      cells.map((cell) => cell && cellOf(cell, workbook, strings)),
    );
    return row === null ? [] : [row];
  });
}

function cellOf(stored: StoredCell, workbook: Workbook, strings: SharedStrings): SheetCell {
  const cell = storedValue(stored, workbook, strings);
  return stored.isFormula ? { text: cell.text, kind: 'f' } : cell;
}

function storedValue(stored: StoredCell, workbook: Workbook, strings: SharedStrings): SheetCell {
  const { type, value } = stored;
  const index = sharedIndex(stored);
  if (index !== null) return { text: strings.at(index), kind: 't' };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'b' };
  if (type === 'e') return { text: value, kind: 'e' };
  if (type === 'd') return { text: value.slice(0, 10), kind: 'd' };
  if (type !== 'n' || !/^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i.test(value.trim())) {
    return { text: unescapedText(value), kind: 't' };
  }
  return numberOf(value.trim(), workbook.dateFormats[stored.format] === true, workbook.countsFrom1904);
}

function sharedIndex(cell: StoredCell | undefined): number | null {
  return cell?.type === 's' && cell.value !== '' ? Number(cell.value) : null;
}

/** Whole numbers and those with an exponent stay as written; 1.1000000000000001 is the file's word for 1.1. */
function numberOf(written: string, isDate: boolean, countsFrom1904: boolean): SheetCell {
  const date = isDate ? dateOfSerial(Number(written), countsFrom1904) : null;
  if (date !== null) return { text: date, kind: 'd' };
  const isExact = /^[+-]?\d+$|e/i.test(written);
  return { text: isExact ? written : String(Number(written)), kind: 'n' };
}
