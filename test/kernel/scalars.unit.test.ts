import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GraphQLScalarType } from 'graphql';
import {
  CalendarDateScalar,
  DateTimeScalar,
  DecimalScalar,
  RegionCodeScalar,
  RupiahScalar,
} from '../../schema/kernel/scalars.js';

const scalars = [CalendarDateScalar, DateTimeScalar, RupiahScalar, RegionCodeScalar, DecimalScalar] as const;

test.each([
  [RupiahScalar, '0', true],
  [RupiahScalar, '999999999999999999', true],
  [RupiahScalar, '-16800', true],
  [RupiahScalar, '1.500', false],
  [RupiahScalar, '1,5', false],
  [RupiahScalar, '1e6', false],
  [RupiahScalar, '1234567890123456789', false],
  [RupiahScalar, ' 1', false],
  [RupiahScalar, '', false],
  [CalendarDateScalar, '2024-02-29', true],
  [CalendarDateScalar, '2023-02-29', false],
  [CalendarDateScalar, '24-01-2024', false],
  [DateTimeScalar, '2024-01-24T03:00:00.000Z', true],
  [DateTimeScalar, '2024-01-24T10:00:00+07:00', true],
  [DateTimeScalar, '2024-01-24', false],
  [DateTimeScalar, '2024-01-24T25:00:00Z', false],
  [RegionCodeScalar, '36', true],
  [RegionCodeScalar, '36.72.01.1001', true],
  [RegionCodeScalar, '3672', false],
  [RegionCodeScalar, '36.72.1', false],
  [DecimalScalar, '3.75', true],
  [DecimalScalar, '3,75', false],
  [DecimalScalar, '3.1234567', false],
  [DecimalScalar, 'Infinity', false],
] as const)('%s reads %j: %s', (scalar, text, isRead) => {
  expect(reads(scalar, text)).toBe(isRead);
});

describe.each(scalars)('%s', (scalar) => {
  test('refuses what is no text, with BAD_USER_INPUT', () => {
    for (const value of [1, 1.5, true, null, undefined, {}, [], new Date(0)]) {
      expect(() => scalar.parseValue(value)).toThrow(
        expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
      );
    }
  });

  test('reads or refuses any text, and gives back what it read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (reads(scalar, text)) expect(scalar.parseValue(text)).toBe(text);
      }),
    );
  });
});

test('whole rupiah of up to 18 digits pass without losing a digit', () => {
  const amount = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n });
  fc.assert(
    fc.property(
      amount,
      (value) => RupiahScalar.serialize(RupiahScalar.parseValue(String(value))) === String(value),
    ),
  );
});

test('days and instants leave as they are written, in UTC', () => {
  expect(CalendarDateScalar.serialize('2024-01-24')).toBe('2024-01-24');
  expect(DateTimeScalar.serialize(new Date('2024-01-24T03:00:00Z'))).toBe('2024-01-24T03:00:00.000Z');
  expect(DateTimeScalar.serialize('2024-01-24T10:00:00+07:00')).toBe('2024-01-24T03:00:00.000Z');
});

function reads(scalar: GraphQLScalarType, text: string): boolean {
  try {
    scalar.parseValue(text);
    return true;
  } catch {
    return false; // each of them throws for a text that it cannot read
  }
}
