import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileTypeFromBuffer } from 'file-type';
import { SheetProblem } from './sheet-problem.js';
import { wideEncodingOf } from './text-encoding.js';
import { ZipArchive } from './zip-archive.js';

const compoundMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const zipMarks = ['504b0304', '504b0506', '504b0708'].map((mark) => Buffer.from(mark, 'hex'));
const sampleBytes = 4096;
/** Formats whose beginning is readable text, so that it proves something; "BM" may be a picture or a title. */
const readableFormats = new Set(['pdf', 'rtf', 'xml', 'ps', 'eps']);

/**
 * What the file is by its content; its name only tells a workbook with macros.
 * @throws SheetProblem when it is neither, with what it is
 */
export async function formatOf(bytes: Buffer, fileName: string): Promise<'CSV' | 'XLSX'> {
  if (startsWith(bytes, compoundMark)) throw await compoundProblem(bytes);
  if (/\.(xlsm|xltm|xlam)$/i.test(fileName)) throw new SheetProblem('SHEET_MACROS');
  if (zipMarks.some((mark) => startsWith(bytes, mark))) return workbookFormat(bytes);
  if (wideEncodingOf(bytes) !== null) return 'CSV';
  const found = await foundFormat(bytes);
  if (found !== null) throw new SheetProblem('SHEET_UNKNOWN_FORMAT', { found });
  return 'CSV';
}

/** Office's container before 2007, and of every workbook with a password since. */
async function compoundProblem(bytes: Buffer): Promise<SheetProblem> {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return new SheetProblem('SHEET_ENCRYPTED');
  if (holds('Workbook') || holds('Book')) return new SheetProblem('SHEET_OLD_XLS');
  return new SheetProblem('SHEET_UNKNOWN_FORMAT', { found: 'DOC/PPT/MSI' });
}

async function workbookFormat(bytes: Buffer): Promise<'XLSX'> {
  const archive = await ZipArchive.open(bytes);
  if (archive.has('xl/workbook.bin')) throw new SheetProblem('SHEET_UNKNOWN_FORMAT', { found: 'XLSB' });
  if (archive.has('[Content_Types].xml') && archive.names.some((name) => name.startsWith('xl/'))) {
    archive.refuseLarge('[Content_Types].xml');
    const types = await text(Readable.from(archive.read('[Content_Types].xml')));
    if (types.includes('macroEnabled')) throw new SheetProblem('SHEET_MACROS');
    return 'XLSX';
  }
  const found = (await typeOf(bytes)) ?? 'zip';
  throw new SheetProblem('SHEET_UNKNOWN_FORMAT', { found: found.toUpperCase() });
}

/** Name of a format that is no text of cells, or null. */
async function foundFormat(bytes: Buffer): Promise<string | null> {
  const sample = bytes.subarray(0, sampleBytes);
  if (/^(\uFEFF)?\s*<(!doctype|html|table|\?xml|meta|style)/i.test(sample.toString('utf8')))
    return 'HTML/XML';
  const found = await typeOf(bytes);
  const isReadable = sample.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
  if (found !== null && (!isReadable || readableFormats.has(found))) return found.toUpperCase();
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return controls > sample.length / 10 ? 'BIN' : null;
}

/** The usual extension of the format; null when it is not known, or too damaged to tell. */
async function typeOf(bytes: Buffer): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.ext ?? null;
  } catch {
    return null; // it unpacks a little of archives, and throws what it finds there
  }
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
