import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { neutralised } from '../../server/spreadsheet/neutralise.js';
import { writeXlsx, type XlsxCell, type XlsxSheet } from '../../server/spreadsheet/write-xlsx.js';
import { eventually } from '../support/eventually.js';
import { partOf } from './zip-parts.js';

const columns = [{ header: 'NIK', width: 20 }, { header: 'Nama' }, { header: 'Jumlah' }];

async function* rowsOf(...rows: readonly (readonly XlsxCell[])[]): AsyncGenerator<readonly XlsxCell[]> {
  yield* rows;
}

async function written(...sheets: readonly XlsxSheet[]): Promise<Buffer> {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), writeXlsx({ sheets }, output)]);
  return bytes;
}

test.each([
  ['=1+1', "'=1+1"],
  ['+SUM(A1)', "'+SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['@cmd', "'@cmd"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠A1', "'＠A1"],
  ['-', "'-"],
  ['-5', '-5'],
  ['+62812345678', '+62812345678'],
  ['-1.250,75', '-1.250,75'],
  ["O'Brien", "O'Brien"],
  ['', ''],
])('%j may stand in a cell as %j', (text, safe) => {
  expect(neutralised(text)).toBe(safe);
});

test('texts stay texts, numbers are numbers, errors are coloured', async () => {
  const rows = rowsOf(
    ['3672041234567890', '=HYPERLINK("x")', 42],
    [{ text: 'salah', fill: 'error' }, null, ''],
  );

  const sheet = await partOf(await written({ name: 'Data', columns, rows }), 'xl/worksheets/sheet1.xml');

  expect(sheet).toContain(
    '<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">3672041234567890</t></is></c>',
  );
  expect(sheet).toContain('<t xml:space="preserve">\'=HYPERLINK("x")</t>');
  expect(sheet).toContain('<c r="C2"><v>42</v></c>');
  expect(sheet).toContain(
    '<row r="3"><c r="A3" s="3" t="inlineStr"><is><t xml:space="preserve">salah</t></is></c><c r="C3" s="2"/></row>',
  );
});

test('the header is bold, frozen and filtered', async () => {
  const sheet = await partOf(
    await written({ name: 'Data', columns, rows: rowsOf(['1'], ['2']) }),
    'xl/worksheets/sheet1.xml',
  );

  expect(sheet).toContain('<c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">Nama</t></is></c>');
  expect(sheet).toContain('ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"');
  expect(sheet).toContain('<col min="1" max="1" width="20" customWidth="1"/>');
  expect(sheet).toContain('<autoFilter ref="A1:C3"/>');
});

test('what XML forbids is escaped as Excel does', async () => {
  const rows = rowsOf(['a\0b\x1F', 'x\uD800y\uFFFF', 'satu\r\n<dua> & _x000D_']);

  const sheet = await partOf(await written({ name: 'Data', columns, rows }), 'xl/worksheets/sheet1.xml');

  expect(sheet).toContain('>a_x0000_b_x001F_<');
  expect(sheet).toContain('>x\uFFFDy_xFFFF_<');
  expect(sheet).toContain('>satu_x000D_\n&lt;dua&gt; &amp; _x005F_x000D_<');
});

test('a text longer than a cell is cut with an ellipsis', async () => {
  const sheet = await partOf(
    await written({ name: 'Data', columns, rows: rowsOf(['a'.repeat(40_000)]) }),
    'xl/worksheets/sheet1.xml',
  );

  expect(sheet).toContain(`>${'a'.repeat(32_766)}…<`);
});

test('sheets carry names that Excel accepts', async () => {
  const long = 'Baris: yang/salah [program] perlindungan pekerja rentan';

  const workbook = await partOf(
    await written({ name: long, columns, rows: rowsOf() }, { name: '&"', columns, rows: rowsOf() }),
    'xl/workbook.xml',
  );

  expect(workbook).toContain('<sheet name="Baris  yang salah  program  per" sheetId="1" r:id="rId1"/>');
  expect(workbook).toContain('<sheet name="&amp;&quot;" sheetId="2" r:id="rId2"/>');
});

test('the same rows give the same bytes', async () => {
  const first = await written({ name: 'Data', columns, rows: rowsOf(['1', 'a', 2]) });

  expect((await written({ name: 'Data', columns, rows: rowsOf(['1', 'a', 2]) })).equals(first)).toBe(true);
});

test('a failing row source fails the writing and destroys the output', async () => {
  async function* failing(): AsyncGenerator<readonly XlsxCell[]> {
    yield ['1'];
    throw new Error('the cursor broke');
  }
  const output = new PassThrough();
  output.resume();
  output.on('error', () => undefined);

  await expect(writeXlsx({ sheets: [{ name: 'Data', columns, rows: failing() }] }, output)).rejects.toThrow(
    'the cursor broke',
  );
  expect(output.destroyed).toBe(true);
});

test('a reader who goes away ends the row source', async () => {
  let isEnded = false;
  async function* endless(): AsyncGenerator<readonly XlsxCell[]> {
    try {
      for (let row = 0; ; row += 1) yield [`${row * 7919}`, 'x'.repeat(row % 50)];
    } finally {
      isEnded = true;
    }
  }
  let received = 0;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (received > 50_000) output.destroy();
      done();
    },
  });

  await expect(writeXlsx({ sheets: [{ name: 'Data', columns, rows: endless() }] }, output)).rejects.toThrow();
  await eventually(() => expect(isEnded).toBe(true));
});
