import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeXlsx } from '../../server/spreadsheet/write-xlsx.js';
import { workbookOf } from '../import/files/workbook.js';
import { problemOf, rowsOf } from './reading.js';

const roster = workbookOf([
  {
    rows: [
      ['NIK', 'Nama'],
      ['3672991708850001', { rich: ['Siti', ' A'] }],
      [{ serial: 31276 }, 1],
    ],
  },
]);
const table = Buffer.from('NIK;Nama\r\n3672991708850001;"Siti ""A"""\r\n');
const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
const changes = fc.array(change, { minLength: 1, maxLength: 8 });

function changed(bytes: Buffer, wanted: readonly { readonly at: number; readonly byte: number }[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const { at, byte } of wanted) copy[at % copy.length] = byte;
  return copy;
}

test.each([
  ['any bytes', fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes))],
  [
    'any bytes after the mark of a zip',
    fc.uint8Array().map((bytes) => Buffer.concat([Buffer.from('PK\x03\x04'), bytes])),
  ],
  ['any text', fc.string({ unit: 'binary', maxLength: 500 }).map((text) => Buffer.from(text))],
  ['a table with some bytes changed', changes.map((wanted) => changed(table, wanted))],
  ['a workbook with some bytes changed', changes.map((wanted) => changed(roster, wanted))],
  ['a workbook cut off', fc.nat(roster.length - 1).map((length) => roster.subarray(0, length))],
])('%s are read, or refused with a reason', async (_label, bytes) => {
  // what is neither fails in `problemOf`
  await fc.assert(
    fc.asyncProperty(bytes, async (file) => {
      const problem = await problemOf(file);

      expect(problem === null || problem.code.startsWith('SHEET_')).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('every text that is written into a workbook is read again as it was', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((value) => !/^'|\0|^\s*$/.test(value));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
      const output = new PassThrough();
      const columns = texts.map((header) => ({ header }));
      async function* rows() {
        yield texts;
      }
      const [bytes] = await Promise.all([
        buffer(output),
        writeXlsx({ sheets: [{ name: 'Data', columns, rows: rows() }] }, output),
      ]);
      const read = texts.map((value) => value.toWellFormed());

      expect((await rowsOf(bytes)).map((row) => row.texts)).toEqual([read, read]);
    }),
    { numRuns: 100 },
  );
});
