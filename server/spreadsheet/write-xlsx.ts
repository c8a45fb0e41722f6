import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { neutralised } from './neutralise.js';
import {
  contentTypesPart,
  type NumberStyle,
  packageRelationsPart,
  sheetEnd,
  sheetNameOf,
  sheetStart,
  style,
  stylesPart,
  workbookPart,
  workbookRelationsPart,
} from './xlsx-parts.js';
import { columnName, escapedText } from './xlsx-text.js';

/**
 * A string is a text, even when it looks like a number or a date; '' is an empty cell that stays a text when somebody
 * types into it. Null is no cell. `error` colours the cell light red; a number can be shown as a day, an hour or grouped.
 */
export type XlsxCell =
  | string
  | number
  | null
  | { readonly text: string; readonly fill?: 'error' }
  | { readonly number: number; readonly shownAs: NumberStyle };

export interface XlsxColumn {
  readonly header: string;
  /** In characters; 16 when absent. */
  readonly width?: number;
}

export interface XlsxSheet {
  /** At most 31 characters and none of `[]:*?/\`; others are taken away. */
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: AsyncIterable<readonly XlsxCell[]>;
}

/** The format ends there. */
const mostRows = 1_048_576;
const chunkLength = 65_536;
/** Always the same, so that the same rows give the same bytes; it is the zip format's own beginning. */
const entryOptions = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, compressionLevel: 3 };

/**
 * Writes a workbook while its rows arrive: memory does not grow with them. The header of each sheet is bold, stays in
 * sight and can be filtered. Rejects when a row source or the output fails; the output is then destroyed.
 */
export async function writeXlsx(workbook: { readonly sheets: readonly XlsxSheet[] }, output: Writable) {
  const { sheets } = workbook;
  const zip = new ZipFile();
  const open: Readable[] = [];
  addPart(zip, '[Content_Types].xml', contentTypesPart(sheets.length));
  addPart(zip, '_rels/.rels', packageRelationsPart);
  addPart(zip, 'xl/workbook.xml', workbookPart(sheets.map(({ name }) => sheetNameOf(name))));
  addPart(zip, 'xl/_rels/workbook.xml.rels', workbookRelationsPart(sheets.length));
  addPart(zip, 'xl/styles.xml', stylesPart);
  for (const [index, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, entryOptions, (give) => {
      const source = Readable.from(sheetText(sheet), { objectMode: false });
      // yazl does not listen to the streams that it reads: a failing source would never end
      source.on('error', (error) => zip.outputStream.emit('error', error));
      open.push(source);
      give(null, source);
    });
  }
  zip.end();
  try {
    await pipeline(zip.outputStream, output);
  } finally {
    for (const source of open) source.destroy(); // ends the row sources when the reader has gone away
  }
}

function addPart(zip: ZipFile, path: string, text: string): void {
  zip.addBuffer(Buffer.from(text), path, entryOptions);
}

async function* sheetText({ name, columns, rows }: XlsxSheet): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnName(index));
  let text = sheetStart(columns.map(({ width }) => width ?? 16));
  text += headerText(columns, letters);
  let number = 1;
  for await (const cells of rows) {
    number += 1;
    if (number > mostRows) throw new RangeError(`sheet "${name}" has more than ${mostRows} rows`);
    text += rowText(cells, number, letters);
    if (text.length < chunkLength) continue;
    yield text;
    text = '';
  }
  yield `${text}${sheetEnd(`A1:${letters.at(-1) ?? 'A'}${number}`)}`;
}

function headerText(columns: readonly XlsxColumn[], letters: readonly string[]): string {
  const cells = columns.map(({ header }, index) => textCell(`${letters[index]}1`, header, style.header));
  return `<row r="1">${cells.join('')}</row>`;
}

function rowText(cells: readonly XlsxCell[], number: number, letters: readonly string[]): string {
  let text = `<row r="${number}">`;
  for (const [index, letter] of letters.entries())
    text += cellText(cells[index] ?? null, `${letter}${number}`);
  return `${text}</row>`;
}

function cellText(cell: XlsxCell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textCell(place, cell, style.text);
  if (typeof cell === 'number') return numberCell(place, cell);
  if ('number' in cell) return `<c r="${place}" s="${style[cell.shownAs]}"><v>${cell.number}</v></c>`;
  return textCell(place, cell.text, cell.fill === 'error' ? style.error : style.text);
}

function textCell(place: string, text: string, format: number): string {
  if (text === '') return `<c r="${place}" s="${format}"/>`;
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapedText(neutralised(text))}</t></is></c>`;
}

/** What is no number (NaN, infinity) has no form in the file. */
function numberCell(place: string, value: number): string {
  return Number.isFinite(value)
    ? `<c r="${place}"><v>${value}</v></c>`
    : textCell(place, String(value), style.text);
}
