import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { GraphQLBoolean, GraphQLEnumType, GraphQLFloat, GraphQLInt, GraphQLString } from 'graphql';
import { leafWriter, NotWritable } from '../../schema/kernel/leaf-writer.js';
import {
  CalendarDateScalar,
  DateTimeScalar,
  DecimalScalar,
  MonthScalar,
  RupiahScalar,
} from '../../schema/kernel/scalars.js';

describe('strings survive', () => {
  test.each([
    ['quotes and backslashes', 'Kota "Cilegon" \\ 36.72'],
    ['control characters', '\u0001\u001f\t\r\n\b\f'],
    ['letters beyond the basic plane', 'terima kasih \u{1f64f}'],
    ['lone surrogates', 'a\ud800b\udc00'],
    ['line separators', 'a\u2028b\u2029c'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    const written = leafWriter(GraphQLString)(text);

    expect(JSON.parse(written)).toBe(text);
  });
});

test.each([
  [GraphQLInt, '-2147483647', '-2147483647'],
  [GraphQLBoolean, 't', 'true'],
  [GraphQLBoolean, 'false', 'false'],
  [GraphQLFloat, '0.50', '0.5'],
  [RupiahScalar, '999999999999999999', '"999999999999999999"'],
  [DecimalScalar, '3.75', '"3.75"'],
  [MonthScalar, '2026-01-01', '"2026-01"'],
  [CalendarDateScalar, 'infinity', '"infinity"'],
  [CalendarDateScalar, '-infinity', '"-infinity"'],
  [DateTimeScalar, '2026-02-11 05:00:00.123999+00', '"2026-02-11T05:00:00.123Z"'],
  [DateTimeScalar, '2026-02-11 05:00:00+00', '"2026-02-11T05:00:00.000Z"'],
  [DateTimeScalar, '2026-02-11 05:00:00.5+00', '"2026-02-11T05:00:00.500Z"'],
])('%s of %s is %s', (type, text, written) => {
  expect(leafWriter(type)(text)).toBe(written);
});

const phase = new GraphQLEnumType({ name: 'Phase', values: { ACTIVE: { value: 'active' } } });

test.each([
  [GraphQLInt, '2147483648'],
  [GraphQLInt, '1.5'],
  [GraphQLFloat, 'NaN'],
  [DateTimeScalar, 'infinity'],
  [DateTimeScalar, '12026-02-11 05:00:00+00'],
  [phase, 'gone'],
])('%s of %s is for graphql-js to refuse', (type, text) => {
  expect(() => leafWriter(type)(text)).toThrow(NotWritable);
});

test('the value of an enum is written by its name', () => {
  expect(leafWriter(phase)('active')).toBe('"ACTIVE"');
});
