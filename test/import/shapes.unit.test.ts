import { expect, test } from '@jest/globals';
import { problemOf, rowsOf } from '../spreadsheet/reading.js';
import { type Shape, shapes } from './files/make.js';

const named = (wanted: (shape: Shape) => boolean): [string, Shape][] =>
  shapes.filter(wanted).map((shape) => [shape.name, shape]);

test('there are shapes enough, each with a name of its own', () => {
  expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
  expect(shapes.length).toBeGreaterThanOrEqual(30);
});

const withRows = shapes.filter(({ expected }) => 'rows' in expected);

test('shapes are the same at every call', () => {
  for (const { bytes } of withRows) expect(bytes().equals(bytes())).toBe(true);
});

test('nobody in them exists: the district of every NIK is one that no regency has', async () => {
  for (const { bytes, fileName } of withRows) {
    const texts = (await rowsOf(bytes(), fileName)).flatMap((row) => row.texts);
    const numbers = texts.filter((text) => /^\d{16}$/.test(text) && !/^(\d)\1+$/.test(text));

    for (const number of numbers) expect(number).toMatch(/^\d{4}9[789]/);
  }
});

test.each(named(({ expected }) => 'rows' in expected))(
  'the reader has every row of: %s',
  async (_name, shape) => {
    const numbers = (await rowsOf(shape.bytes(), shape.fileName)).map(({ number }) => String(number));

    expect(numbers).toEqual(
      expect.arrayContaining(Object.keys('rows' in shape.expected ? shape.expected.rows : {})),
    );
  },
);

test.each(named(({ expected }) => 'refused' in expected && expected.refused.startsWith('SHEET_')))(
  'the reader refuses: %s',
  async (_name, { bytes, fileName, expected }) => {
    expect({ refused: (await problemOf(bytes(), fileName))?.code }).toEqual(expected);
  },
);
