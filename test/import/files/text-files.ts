import { plainCells, plainHeader, type Shape, separated, someone, textShape, verdictsFrom } from './shape.js';

// Text files: how they are cut, encoded and quoted.

const people = someone(2, 'text files').map(plainCells);
const [first = [], second = []] = people;
/** A name with a letter that every encoding writes differently. */
const accented = [first, second.map((text, index) => (index === 1 ? 'René Nur’aini' : text))];
const table = (form?: Parameters<typeof separated>[1], rows: readonly string[][] = accented) =>
  separated([plainHeader, ...rows], form);
const bothNew = verdictsFrom(2, 'NEW', 'NEW');

const delimiters: readonly Shape[] = [
  textShape('commas', () => Buffer.from(table()), bothNew),
  textShape('semicolons', () => Buffer.from(table({ delimiter: ';' })), bothNew),
  textShape('tabs', () => Buffer.from(table({ delimiter: '\t' })), bothNew),
  textShape(
    'a line that states the semicolon',
    () => Buffer.from(`sep=;\r\n${table({ delimiter: ';' })}`),
    bothNew,
  ),
  textShape('line feeds', () => Buffer.from(table({ lineEnd: '\n' })), bothNew),
  textShape('carriage returns', () => Buffer.from(table({ lineEnd: '\r' })), bothNew),
];

const windows1252 = (text: string) => Buffer.from(text.replaceAll('’', '\x92'), 'latin1');
const encodings: readonly Shape[] = [
  textShape('the mark of UTF-8', () => Buffer.from(`\uFEFF${table()}`), bothNew),
  textShape('UTF-16', () => Buffer.from(`\uFEFF${table({ delimiter: '\t' })}`, 'utf16le'), bothNew),
  textShape('UTF-16 without a mark', () => Buffer.from(table(), 'utf16le'), bothNew),
  textShape('UTF-16, high bytes first', () => Buffer.from(`\uFEFF${table()}`, 'utf16le').swap16(), bothNew),
  textShape('Windows-1252', () => windows1252(table({ delimiter: ';' })), bothNew),
  textShape(
    'UTF-8 and Windows-1252 in one',
    () => Buffer.concat([Buffer.from(table()), windows1252(table())]),
    {
      refused: 'SHEET_ENCODING_MIXED',
    },
  ),
  textShape('a NUL', () => Buffer.from(table().replace('René', 'Ren\0é')), { refused: 'SHEET_NUL' }),
];

const withAddress = (address: string) =>
  Buffer.from(
    separated([
      [...plainHeader, 'Alamat'],
      [...first, address],
      [...second, 'Kp. Jombang'],
    ]),
  );
const formula = second.map((text, index) => (index === 1 ? '=HYPERLINK("http://x.invalid")' : text));
const digits = first.map((text, index) => (index === 0 ? `="${text}"` : text));
const quotes: readonly Shape[] = [
  textShape(
    'quoted cells with line ends, delimiters and quotation marks',
    () => withAddress('Kp. "Jombang",\r\nRT 01; RW 02'),
    bothNew,
  ),
  textShape(
    'the trick that keeps digits, not quoted',
    () => Buffer.from(`${plainHeader.join(';')}\r\n="${first[0]}";${first.slice(1).join(';')}\r\n`),
    verdictsFrom(2, 'NEW'),
  ),
  textShape(
    'formulas and the trick that keeps digits',
    () => Buffer.from(table({}, [digits, formula])),
    verdictsFrom(2, 'NEW', ['ERROR', 'IMPORT_CELL_FORMULA']),
  ),
  textShape('a quotation mark that is not closed', () => Buffer.from(table().replace('René', '"René')), {
    refused: 'SHEET_QUOTE_OPEN',
  }),
  textShape(
    'a quotation mark inside a cell, a thousand rows below',
    () =>
      Buffer.from(
        `${table(
          {},
          Array.from({ length: 1000 }, () => first),
        )}${table().replace('René', 'Re"né')}`,
      ),
    { refused: 'SHEET_QUOTE_MISPLACED' },
  ),
  textShape('a quotation mark inside a cell', () => Buffer.from(table().replace('René', 'Re"né')), {
    refused: 'SHEET_QUOTE_MISPLACED',
  }),
];

/** Excel made numbers of the NIKs and wrote them out again: serials below 10 became 0000, the others end in 0. */
const rounded = textShape(
  'NIKs that Excel rounded before it saved them as text',
  () =>
    Buffer.from(
      table(
        {},
        someone(6, 'rounded').map((person, index) => {
          const [, ...rest] = plainCells(person);
          return [`${person.nik.slice(0, 12)}00${index % 2 === 0 ? 10 : 20}`, ...rest];
        }),
      ),
    ),
  verdictsFrom(2, ...Array.from({ length: 6 }, () => ['ERROR', 'IMPORT_NIK_DIGIT_LOST'] as const)),
);

export const textFiles: readonly Shape[] = [...delimiters, ...encodings, ...quotes, rounded];
