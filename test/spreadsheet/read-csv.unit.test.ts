import { expect, test } from '@jest/globals';
import { inspectSheet } from '../../server/spreadsheet/read-sheet.js';
import { problemOf, rowsOf } from './reading.js';

const table = 'NIK;Nama\r\n3672041708850001;Siti Nur’aini\r\n';
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const latin = (text: string) => Buffer.from(text, 'latin1');
const read = [
  { number: 1, texts: ['NIK', 'Nama'], kinds: 'tt' },
  { number: 2, texts: ['3672041708850001', 'Siti Nur’aini'], kinds: 'tt' },
];

test.each([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8', Buffer.from(`\uFEFF${table}`)],
  ['UTF-16LE', Buffer.from(`\uFEFF${table}`, 'utf16le')],
  ['UTF-16LE', Buffer.from(table, 'utf16le')],
  ['UTF-16BE', swapped(`\uFEFF${table}`)],
  ['UTF-16BE', swapped(table)],
  ['Windows-1252', latin(table.replace('’', '\x92'))],
])('%s is recognised', async (encoding, bytes) => {
  expect(await inspectSheet(bytes, 'a.csv')).toMatchObject({ format: 'CSV', encoding, delimiter: ';' });
  expect(await rowsOf(bytes)).toEqual(read);
});

test('letters on the border of two pieces are whole', async () => {
  const name = 'é'.repeat(20);
  const lines = Array.from({ length: 20_000 }, (_, index) => `${index},${name}`).join('\n');
  for (const bytes of [Buffer.from(lines), Buffer.from(lines, 'utf16le'), latin(lines)]) {
    const rows = await rowsOf(bytes);

    expect(rows).toHaveLength(20_000);
    expect(rows.every(({ texts }) => texts[1] === name)).toBe(true);
  }
});

test.each([
  ['comma', ',', 'NIK,Nama,Alamat\n1,a,"Jl. A; B; C; D"\n2,b,"Jl. A; B; C; D"\n'],
  [
    'semicolon',
    ';',
    'DAFTAR PENERIMA, KOTA CILEGON, 2026\nNIK;Nama;Alamat\n1;a;Jl. A, RT 1\n2;b;Jl. B, RT 2\n',
  ],
  ['tab', '\t', 'NIK\tNama\tAlamat\n1\ta\tJl. A, RT 1\n2\tb\tJl. B, RT 2\n'],
  ['pipe', '|', 'NIK|Nama|Alamat\n1|a|Jl. A, RT 1\n2|b|Jl. B, RT 2\n'],
  ['stated', ';', 'sep=;\r\nNIK;Nama,a,a\r\n1;b,a,a\r\n'],
  ['none', ',', 'NIK\n3672\n'],
])('the delimiter is found: %s', async (_label, delimiter, text) => {
  expect((await inspectSheet(Buffer.from(text), 'a.csv')).delimiter).toBe(delimiter);
});

test.each([
  ['\n', 'a,b\n\n,\nc,d'],
  ['\r\n', 'a,b\r\n\r\n,\r\nc,d\r\n'],
  ['\r', 'a,b\r\r,\rc,d\r'],
])('rows are counted with %j between them, empty ones too', async (_label, text) => {
  expect((await rowsOf(Buffer.from(text))).map(({ number, texts }) => [number, ...texts])).toEqual([
    [1, 'a', 'b'],
    [4, 'c', 'd'],
  ]);
});

test('quoted cells may hold delimiters, line ends and quotation marks, and are one row', async () => {
  const text = 'a,"Jl. A, RT 1\nRW 2","kata ""x"""\nb,c\n';

  expect(await rowsOf(Buffer.from(text))).toEqual([
    { number: 1, texts: ['a', 'Jl. A, RT 1\nRW 2', 'kata "x"'], kinds: 'ttt' },
    { number: 2, texts: ['b', 'c'], kinds: 'tt' },
  ]);
});

test('formulas are marked, the trick that keeps digits is undone, text marks are taken away', async () => {
  const text = '"=""3672041708850001""",=A1+1,\'0812,"\'=a",-\n';

  expect(await rowsOf(Buffer.from(text))).toEqual([
    { number: 1, texts: ['3672041708850001', '=A1+1', '0812', '=a', '-'], kinds: 'tfttt' },
  ]);
});

test('digits kept from Excel without quoting are texts, too', async () => {
  const text = 'NIK;Nama\n="3672041708850001";Ma"ruf\n="3672041708850002";"b;c"\n';

  expect((await rowsOf(Buffer.from(text))).map(({ texts }) => texts)).toEqual([
    ['NIK', 'Nama'],
    ['3672041708850001', 'Ma"ruf'],
    ['3672041708850002', 'b;c'],
  ]);
  expect(await problemOf(Buffer.from(`${text}"a;b\n"c";d\n`))).toEqual({
    code: 'SHEET_QUOTE_MISPLACED',
    params: { row: 4 },
  });
});

test('the line that states the delimiter is not counted, as in Excel', async () => {
  expect(await rowsOf(Buffer.from('sep=;\na;b\n'))).toEqual([{ number: 1, texts: ['a', 'b'], kinds: 'tt' }]);
});

test('rows come in batches, and the head has the first sixty that are filled', async () => {
  const bytes = Buffer.from('\n'.repeat(5) + 'a,b\n'.repeat(1200));

  const { head } = await inspectSheet(bytes, 'a.csv');

  expect(head).toHaveLength(60);
  expect(head[0]?.number).toBe(6);
  expect((await rowsOf(bytes)).at(-1)?.number).toBe(1205);
});

const ok = 'a,b\nc,d\n';
const cell = 'a'.repeat(32_768);
test.each([
  ['nothing', Buffer.alloc(0), 'SHEET_EMPTY', {}],
  ['only blanks', Buffer.from('\uFEFF \r\n,,,\r\n'), 'SHEET_EMPTY', {}],
  ['more than 50 MB', Buffer.alloc(50 * 1024 * 1024 + 1, 'a'), 'SHEET_TOO_LARGE', { limit: 50 }],
  ['a NUL', Buffer.from(`${ok}x\0y,z\n`), 'SHEET_NUL', { row: 3 }],
  ['a NUL in UTF-16', Buffer.from(`\uFEFF${ok}x\0y,z\n`, 'utf16le'), 'SHEET_NUL', { row: 3 }],
  [
    'half a letter in UTF-16',
    Buffer.from(`\uFEFF${ok}x\uD800y,z\n`, 'utf16le'),
    'SHEET_ENCODING_BROKEN',
    { row: 3, encoding: 'UTF-16LE' },
  ],
  [
    'an odd byte in UTF-16',
    Buffer.from(`\uFEFF${ok}`, 'utf16le').subarray(0, -1),
    'SHEET_ENCODING_BROKEN',
    { row: 2, encoding: 'UTF-16LE' },
  ],
  [
    'Windows-1252 after UTF-8',
    Buffer.concat([Buffer.from(`${ok}Nur’aini,é\n${ok}`), latin('Nur\x92aini,x\n')]),
    'SHEET_ENCODING_MIXED',
    { row: 6 },
  ],
  [
    'UTF-8 after Windows-1252',
    Buffer.concat([latin('Nur\x92aini,x\n'), Buffer.from('Nur’aini,x\n')]),
    'SHEET_ENCODING_MIXED',
    { row: 2 },
  ],
  [
    'Windows-1252 after the mark of UTF-8',
    Buffer.concat([Buffer.from(`\uFEFF${ok}`), latin('Nur\x92aini,x\n')]),
    'SHEET_ENCODING_MIXED',
    { row: 3 },
  ],
  [
    'a byte of no encoding',
    latin(`${ok}a\x81b,c\n`),
    'SHEET_ENCODING_BROKEN',
    { row: 3, encoding: 'Windows-1252' },
  ],
  ['a quote that is not closed', Buffer.from(`${ok}"x,y\n${ok}`), 'SHEET_QUOTE_OPEN', { row: 3 }],
  [
    'a quote that is not closed for long',
    Buffer.from(`${ok}"x,y\n${'a,b\n'.repeat(300_000)}`),
    'SHEET_QUOTE_OPEN',
    { row: 3 },
  ],
  ['a quote closed by the next', Buffer.from(`${ok}"x,y\n"z",y\n`), 'SHEET_QUOTE_MISPLACED', { row: 3 }],
  ['a quote inside a cell', Buffer.from(`${ok}Ma"ruf,y\n`), 'SHEET_QUOTE_MISPLACED', { row: 3 }],
  ['a row without an end', Buffer.from(`${ok}${'a,'.repeat(600_000)}`), 'SHEET_ROW_TOO_LONG', { row: 3 }],
  ['a cell too long', Buffer.from(`${ok}${cell},b\n`), 'SHEET_CELL_TOO_LONG', { row: 3, limit: 32_767 }],
  [
    'too many columns',
    Buffer.from(`${ok}${'a,'.repeat(201)}\n`),
    'SHEET_TOO_MANY_COLUMNS',
    { row: 3, limit: 200 },
  ],
  ['too many rows', Buffer.from('a,b\r\n'.repeat(1_000_101)), 'SHEET_TOO_MANY_ROWS', {}],
])('%s is refused', async (_label, bytes, code, params) => {
  expect(await problemOf(bytes)).toEqual({ code, params });
});

test('two hundred columns, and empty ones beyond them, are read', async () => {
  expect(await problemOf(Buffer.from(`${'a,'.repeat(200)},,,,,\n`))).toBeNull();
});

const compound = (inside: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(inside, 'utf16le')]);
const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex');
test.each([
  ['a workbook with a password', compound('EncryptedPackage'), 'SHEET_ENCRYPTED', {}],
  ['an old workbook', compound('Workbook'), 'SHEET_OLD_XLS', {}],
  ['another old document', compound('WordDocument'), 'SHEET_UNKNOWN_FORMAT', { found: 'DOC/PPT/MSI' }],
  ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj\n'), 'SHEET_UNKNOWN_FORMAT', { found: 'PDF' }],
  ['a picture', png, 'SHEET_UNKNOWN_FORMAT', { found: 'PNG' }],
  [
    'a web page',
    Buffer.from('\n<html><table><tr><td>NIK</td></tr></table>'),
    'SHEET_UNKNOWN_FORMAT',
    { found: 'HTML/XML' },
  ],
  ['a rich text', Buffer.from('{\\rtf1\\ansi NIK}'), 'SHEET_UNKNOWN_FORMAT', { found: 'RTF' }],
  [
    'any bytes',
    Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 7) % 256)),
    'SHEET_UNKNOWN_FORMAT',
    { found: 'BIN' },
  ],
])('%s is refused', async (_label, bytes, code, params) => {
  expect(await problemOf(bytes)).toEqual({ code, params });
});

test('a title that begins as a picture or a song does is a text', async () => {
  for (const title of ['BM PENERIMA', 'ID3 LOKASI', 'MZ 2026']) {
    expect(await problemOf(Buffer.from(`${title}\nNIK,Nama\n`))).toBeNull();
  }
});
