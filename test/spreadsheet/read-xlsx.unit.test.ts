import { expect, test } from '@jest/globals';
import { type Cell, sheetXml, workbookOf } from '../import/files/workbook.js';
import { zipOf } from '../import/files/zip.js';
import { problemOf, rowsOf } from './reading.js';

const oneRow = (...cells: readonly Cell[]) => workbookOf([{ rows: [cells] }]);
const withSheet = (content: string) =>
  workbookOf([{ rows: [] }], { parts: [{ name: 'xl/worksheets/sheet1.xml', content }] });
const sheetOf = (inside: string) => `<worksheet><sheetData>${inside}</sheetData></worksheet>`;

test('texts: shared, in runs, inline, with escapes and marks', async () => {
  const bytes = oneRow(
    ...[
      'Siti',
      { rich: ['Ahmad', ' Hidayat'] },
      { inline: 'Dewi & Sri' },
      'a\rb',
      "'0812",
      '  ',
      null,
      "'Aisyah",
    ],
  );

  expect(await rowsOf(bytes)).toEqual([
    {
      number: 1,
      texts: ['Siti', 'Ahmad Hidayat', 'Dewi & Sri', 'a\rb', '0812', '', '', "'Aisyah"],
      kinds: 'ttttt--t',
    },
  ]);
});

test('numbers keep their digits, and what the file has already lost stays lost', async () => {
  const bytes = oneRow(
    ...[
      3672041234567890,
      { written: '3.67E+15' },
      { written: '0.30000000000000004' },
      { written: '1.1000000000000001' },
    ],
    ...[{ written: '3672041234567890.0' }, { written: '12345678901234567890' }, -5],
  );

  expect(await rowsOf(bytes)).toEqual([
    {
      number: 1,
      texts: [
        '3672041234567890',
        '3.67E+15',
        '0.30000000000000004',
        '1.1',
        '3672041234567890',
        '12345678901234567890',
        '-5',
      ],
      kinds: 'nnnnnnn',
    },
  ]);
});

test('dates by their format, built in or written out; times and money are none', async () => {
  const bytes = oneRow(
    ...([
      { serial: 31276 },
      { serial: 31276.75, format: 'longDate' },
      { serial: 60 },
      { serial: 59, format: 'yearMonthDay' },
    ] as const),
    ...([
      { serial: 0.5, format: 'time' },
      { serial: 31276, format: 'thousands' },
      { serial: 31276, format: 'general' },
      { serial: 3e6 },
    ] as const),
  );

  expect(await rowsOf(bytes)).toEqual([
    {
      number: 1,
      texts: ['1985-08-17', '1985-08-17', '1900-02-29', '1900-02-28', '0.5', '31276', '31276', '3000000'],
      kinds: 'ddddnnnn',
    },
  ]);
});

test('workbooks of old Macintoshes count from 1904', async () => {
  const bytes = workbookOf([{ rows: [[{ serial: 29814 }]] }], { countsFrom1904: true });

  expect(await rowsOf(bytes)).toEqual([{ number: 1, texts: ['1985-08-17'], kinds: 'd' }]);
});

test('formulas, errors and booleans say what they are', async () => {
  const bytes = oneRow(
    { formula: 'A1&"1"', cached: '367' },
    { formula: 'A1', cached: '' },
    { error: '#N/A' },
    { boolean: true },
  );

  expect(await rowsOf(bytes)).toEqual([{ number: 1, texts: ['367', '', '#N/A', 'TRUE'], kinds: 'ffeb' }]);
});

test('empty rows are counted and left out; rows and cells without a place follow each other', async () => {
  const gaps = workbookOf([{ rows: [['a'], [], [null, ' '], [null, 'b']] }]);
  const placeless = withSheet(
    sheetOf(
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="B5"><v>9</v></c><c><v>8</v></c></row>',
    ),
  );

  expect(await rowsOf(gaps)).toEqual([
    { number: 1, texts: ['a'], kinds: 't' },
    { number: 4, texts: ['', 'b'], kinds: '-t' },
  ]);
  expect(await rowsOf(placeless)).toEqual([
    { number: 1, texts: ['1', '', '3'], kinds: 'n-n' },
    { number: 5, texts: ['', '9', '8'], kinds: '-nn' },
  ]);
});

test('the first visible sheet with something in it is read', async () => {
  const rows = [['isi']];
  const bytes = workbookOf([
    { name: 'Referensi', state: 'hidden', rows: [['x']] },
    { name: 'Rahasia', state: 'veryHidden', rows: [['x']] },
    { name: 'Kosong', rows: [[' ']] },
    { name: 'Data', rows },
    { name: 'Lain', rows: [['x']] },
  ]);

  expect(await rowsOf(bytes)).toEqual([{ number: 1, texts: ['isi'], kinds: 't' }]);
});

test('elements with a prefix are read as any', async () => {
  const bytes = withSheet(
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  );

  expect(await rowsOf(bytes)).toEqual([{ number: 1, texts: ['1'], kinds: 'n' }]);
});

const doctype = '<!DOCTYPE a [<!ENTITY b "bbbb">]>';
test.each([
  ['a DTD in the sheet', withSheet(`${doctype}${sheetOf('')}`), 'SHEET_XML_DOCTYPE', {}],
  [
    'a DTD in the shared texts',
    workbookOf([{ rows: [['a']] }], {
      parts: [{ name: 'xl/sharedStrings.xml', content: `${doctype}<sst/>` }],
    }),
    ...(['SHEET_XML_DOCTYPE', {}] as const),
  ],
  [
    'an unknown entity',
    withSheet(sheetOf('<row><c t="str"><v>&b;</v></c></row>')),
    'SHEET_XML_BROKEN',
    { part: 'xl/worksheets/sheet1.xml' },
  ],
  [
    'unclosed elements',
    withSheet('<worksheet><sheetData><row>'),
    'SHEET_XML_BROKEN',
    { part: 'xl/worksheets/sheet1.xml' },
  ],
  [
    'elements without an end to their depth',
    withSheet('<a>'.repeat(100)),
    'SHEET_XML_BROKEN',
    { part: 'xl/worksheets/sheet1.xml' },
  ],
  [
    'bytes that are not UTF-8',
    workbookOf([], { parts: [{ name: 'xl/workbook.xml', content: Buffer.from('<a>\xFF</a>', 'latin1') }] }),
    'SHEET_XML_BROKEN',
    { part: 'xl/workbook.xml' },
  ],
  [
    'a shared text that is not there',
    withSheet(sheetOf('<row><c t="s"><v>7</v></c></row>')),
    'SHEET_XML_BROKEN',
    { part: 'sharedStrings.xml' },
  ],
  [
    'rows that go back',
    withSheet(sheetOf('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>')),
    'SHEET_XML_BROKEN',
    { part: 'row 2' },
  ],
  [
    'a row beyond Excel',
    withSheet(sheetOf('<row r="1048577"><c><v>1</v></c></row>')),
    'SHEET_TOO_MANY_ROWS',
    {},
  ],
  [
    'a dimension beyond Excel',
    workbookOf([{ rows: [['a']], dimension: 'A1:H2000000' }]),
    'SHEET_TOO_MANY_ROWS',
    {},
  ],
  [
    'a cell far to the right',
    withSheet(sheetOf('<row r="3"><c r="NTP3"><v>1</v></c></row>')),
    'SHEET_TOO_MANY_COLUMNS',
    { row: 3, limit: 200 },
  ],
  [
    'a cell too long',
    withSheet(sheetOf(`<row><c t="str"><v>${'a'.repeat(32_768)}</v></c></row>`)),
    'SHEET_CELL_TOO_LONG',
    { row: 1, limit: 32_767 },
  ],
  [
    'a shared text too long',
    oneRow({ rich: ['a'.repeat(20_000), 'b'.repeat(20_000)] }),
    'SHEET_CELL_TOO_LONG',
    { row: 1, limit: 32_767 },
  ],
  ['a NUL by its escape', oneRow('a\0b'), 'SHEET_NUL', { row: 1 }],
  [
    'a text without an end',
    withSheet(sheetOf(`<row><c t="str"><v>${'a'.repeat(3_000_000)}`)),
    'SHEET_XML_BROKEN',
    { part: 'xl/worksheets/sheet1.xml' },
  ],
  [
    'no relations',
    zipOf([
      { name: '[Content_Types].xml', content: '<a/>' },
      { name: 'xl/workbook.xml', content: '<a/>' },
    ]),
    'SHEET_XML_BROKEN',
    { part: '_rels/.rels' },
  ],
  ['only empty sheets', workbookOf([{ rows: [[' ', '']] }, { rows: [] }]), 'SHEET_EMPTY', {}],
  [
    'macros',
    workbookOf([{ rows: [['a']] }], { parts: [{ name: 'xl/vbaProject.bin', content: 'x' }] }),
    'SHEET_MACROS',
    {},
  ],
  [
    'old macros',
    workbookOf([{ rows: [['a']] }], { parts: [{ name: 'xl/macrosheets/sheet1.xml', content: 'x' }] }),
    'SHEET_MACROS',
    {},
  ],
  [
    'a type with macros',
    workbookOf([{ rows: [['a']] }], {
      parts: [
        {
          name: '[Content_Types].xml',
          content: '<a b="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
        },
      ],
    }),
    'SHEET_MACROS',
    {},
  ],
  [
    'a locked part',
    workbookOf([{ rows: [['a']] }], {
      parts: [{ name: 'xl/workbook.xml', content: 'x', isEncrypted: true }],
    }),
    'SHEET_ENCRYPTED',
    {},
  ],
  [
    'two parts of one name',
    zipOf([
      { name: 'xl/a', content: 'x' },
      { name: 'xl/a', content: 'y' },
    ]),
    'SHEET_BROKEN',
    {},
  ],
  ['a half', oneRow('a').subarray(0, 700), 'SHEET_BROKEN', {}],
  [
    'a part that claims too little',
    workbookOf([], {
      parts: [
        { name: 'xl/worksheets/sheet1.xml', content: sheetXml({ rows: [['a']] }), claimedSize: 40 },
        { name: 'xl/workbook.xml', content: `<workbook>${' '.repeat(9999)}</workbook>`, claimedSize: 50 },
      ],
    }),
    'SHEET_BROKEN',
    {},
  ],
  [
    'a part that claims a petabyte',
    workbookOf([{ rows: [] }], {
      parts: [{ name: 'xl/worksheets/sheet1.xml', content: 'x', claimedSize: 4_000_000_000 }],
    }),
    'SHEET_INFLATED_TOO_LARGE',
    { limit: 300 },
  ],
  [
    'styles without an end',
    workbookOf([{ rows: [['a']] }], {
      parts: [{ name: 'xl/styles.xml', content: '<xf/>'.repeat(100_000), times: 50 }],
    }),
    'SHEET_INFLATED_TOO_LARGE',
    { limit: 20 },
  ],
  [
    'a workbook of bytes',
    zipOf([{ name: 'xl/workbook.bin', content: 'x' }]),
    'SHEET_UNKNOWN_FORMAT',
    { found: 'XLSB' },
  ],
  ['another archive', zipOf([{ name: 'a.txt', content: 'x' }]), 'SHEET_UNKNOWN_FORMAT', { found: 'ZIP' }],
])('%s is refused', async (_label, bytes, code, params) => {
  expect(await problemOf(bytes, 'daftar.xlsx')).toEqual({ code, params });
});
