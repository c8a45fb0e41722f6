import { plainHeader, type Shape, separated, textShape, workbookShape } from './shape.js';
import { sheetXml, workbookOf } from './workbook.js';
import { type ZipPart, zipOf } from './zip.js';

// Files that are refused as a whole, most of them before a row is read.

function refused(name: string, fileName: string, bytes: () => Buffer, code: string): Shape {
  return { name, fileName, bytes, expected: { refused: code } };
}

const roster = [{ rows: [plainHeader, ['3672991708850001', 'Ahmad', '17-08-1985', 'L', 'Nelayan']] }];
const withPart = (part: ZipPart) => () => workbookOf(roster, { parts: [part] });
const sheetPart = 'xl/worksheets/sheet1.xml';
const spaces = Buffer.alloc(1_000_000, ' ');
/** Office's container of before 2007. */
const compound = (stream: string) => () =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), Buffer.from(stream, 'utf16le')]);
const million = 1_000_000;

export const refusals: readonly Shape[] = [
  refused('nothing in it', 'kosong.csv', () => Buffer.alloc(0), 'IMPORT_FILE_MISSING'),
  refused('only blank rows', 'kosong.csv', () => Buffer.from('\uFEFF\r\n ;;\r\n'), 'SHEET_EMPTY'),
  refused('half of a workbook', 'a.xlsx', () => workbookOf(roster).subarray(0, 900), 'SHEET_BROKEN'),
  refused(
    'a zip bomb',
    'a.xlsx',
    withPart({ name: sheetPart, content: spaces, times: 1000 }),
    'SHEET_INFLATED_TOO_LARGE',
  ),
  refused(
    'a zip bomb that claims to be small',
    'a.xlsx',
    withPart({ name: sheetPart, content: spaces, times: 1000, claimedSize: 5000 }),
    'SHEET_BROKEN',
  ),
  refused(
    'a bomb of entities',
    'a.xlsx',
    withPart({
      name: sheetPart,
      content: `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(99)}"><!ENTITY c "&b;&b;&b;">]>${sheetXml({ rows: [['&c;']] })}`,
    }),
    'SHEET_XML_DOCTYPE',
  ),
  refused('a password', 'a.xlsx', compound('EncryptedPackage'), 'SHEET_ENCRYPTED'),
  refused('macros', 'a.xlsx', withPart({ name: 'xl/vbaProject.bin', content: 'VBA' }), 'SHEET_MACROS'),
  refused('the name of a workbook with macros', 'a.xlsm', () => workbookOf(roster), 'SHEET_MACROS'),
  refused('the format of Excel before 2007', 'a.xls', compound('Workbook'), 'SHEET_OLD_XLS'),
  refused(
    'a web page that calls itself Excel',
    'a.xls',
    () => Buffer.from('<table><tr><td>NIK</td></tr></table>'),
    'SHEET_UNKNOWN_FORMAT',
  ),
  refused(
    'the format of LibreOffice',
    'a.ods',
    () => zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
    'SHEET_UNKNOWN_FORMAT',
  ),
  refused('a PDF', 'a.pdf', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'SHEET_UNKNOWN_FORMAT'),
  workbookShape('ten thousand columns', [Array.from({ length: 10_000 }, (_, index) => `K${index}`)], {
    refused: 'SHEET_TOO_MANY_COLUMNS',
  }),
  textShape(
    'ten thousand columns as text',
    () => Buffer.from(separated([Array.from({ length: 10_000 }, () => 'K')])),
    {
      refused: 'SHEET_TOO_MANY_COLUMNS',
    },
  ),
  textShape('two million rows', () => Buffer.from(`NIK,Nama\n${'1,a\n'.repeat(2 * million)}`), {
    refused: 'SHEET_TOO_MANY_ROWS',
  }),
  workbookShape(
    'two million rows in its dimension',
    roster[0]?.rows ?? [],
    { refused: 'SHEET_TOO_MANY_ROWS' },
    { dimension: `A1:E${2 * million}` },
  ),
  textShape('one line of 40 MB', () => Buffer.alloc(40 * million, 'a'), { refused: 'SHEET_ROW_TOO_LONG' }),
  textShape('more than 50 MB', () => Buffer.alloc(53 * million, 'a,b\n'), {
    refused: 'IMPORT_FILE_TOO_LARGE',
  }),
];
