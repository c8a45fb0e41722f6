import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCalendarDate } from '../../schema/kernel/calendar.js';
import {
  checkDates,
  checkLength,
  checkRequired,
  checkWhole,
  cleaned,
  referenceKey,
  revised,
} from '../../schema/kernel/input.js';
import { likePattern } from '../../schema/kernel/like.js';
import type { Problem } from '../../schema/kernel/problem.js';

describe('cleaned', () => {
  test('trims texts, makes empty ones null, keeps false, 0 and null, drops what is absent', () => {
    const raw = {
      name: '  Cilegon ',
      note: ' \t ',
      isActive: false,
      count: 0,
      endedOn: null,
      absent: undefined,
    };

    expect(cleaned(raw)).toEqual({
      input: { name: 'Cilegon', note: null, isActive: false, count: 0, endedOn: null },
      problems: [],
    });
    expect('absent' in cleaned(raw).input).toBe(false);
  });

  test('finds what cannot be stored, at its path, in lists too', () => {
    const raw = { parties: [{ name: 'a' }, { name: 'b\u0000' }], note: '\ud800', text: 'x'.repeat(4001) };

    expect(cleaned(raw).problems).toEqual([
      { path: ['input', 'parties', '1', 'name'], code: 'TEXT_UNREADABLE', params: {} },
      { path: ['input', 'note'], code: 'TEXT_UNREADABLE', params: {} },
      { path: ['input', 'text'], code: 'VALUE_TOO_LONG', params: { length: 4001, limit: 4000 } },
    ]);
  });

  test('a list of 201 is one problem', () => {
    expect(cleaned({ ids: Array.from({ length: 201 }, () => 'a') }).problems).toEqual([
      { path: ['input', 'ids'], code: 'VALUE_TOO_MANY', params: { count: 201, limit: 200 } },
    ]);
  });

  test('whatever comes in: every text that passes can be stored, and cleaning twice changes nothing', () => {
    const texts = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(texts, fc.array(texts))), (raw) => {
        const { input, problems } = cleaned(raw);
        expect(cleaned(input).input).toEqual(input);
        if (problems.length > 0) return;
        for (const text of Object.values(input).flat()) {
          if (text === null) continue;
          expect(text).toBe(text.trim());
          expect(text.includes('\u0000')).toBe(false);
          expect(Buffer.from(text).toString()).toBe(text);
        }
      }),
    );
  });
});

test('checkRequired names each missing value', () => {
  expect(
    checkRequired({ a: null, b: undefined, c: '', d: 0 } as Record<string, unknown>, ['a', 'b', 'c', 'd']),
  ).toEqual([
    { path: ['input', 'a'], code: 'VALUE_MISSING', params: {} },
    { path: ['input', 'b'], code: 'VALUE_MISSING', params: {} },
  ]);
});

test('checkLength counts to the limit, which is included', () => {
  const input = { short: 'x'.repeat(300), long: 'x'.repeat(301), none: null };

  expect(checkLength(input, ['short', 'long', 'none'])).toEqual([
    { path: ['input', 'long'], code: 'VALUE_TOO_LONG', params: { length: 301, limit: 300 } },
  ]);
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['2024-04-31', false],
  ['1899-12-31', false],
  ['2201-01-01', false],
  ['2024-1-1', false],
  ['2024-01-01T00:00:00Z', false],
  ['01-02-2024', false],
])('%s is a day: %s', (value, isDay) => {
  expect(isCalendarDate(value)).toBe(isDay);
  expect(checkDates({ on: value }, ['on'])).toHaveLength(isDay ? 0 : 1);
});

test('every day of 1900 to 2200 is one', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true });
  fc.assert(fc.property(days, (day) => isCalendarDate(day.toISOString().slice(0, 10))));
});

test.each([
  [1, null],
  [10, null],
  [0, 'NUMBER_OUT_OF_RANGE'],
  [11, 'NUMBER_OUT_OF_RANGE'],
  [1.5, 'NUMBER_INVALID'],
  [Number.NaN, 'NUMBER_INVALID'],
  [Number.POSITIVE_INFINITY, 'NUMBER_INVALID'],
  ['1.500', 'NUMBER_INVALID'],
  [null, null],
])('checkWhole of %p from 1 to 10: %p', (value, code) => {
  const found = checkWhole({ count: value } as { count: unknown }, ['count'], { minimum: 1, maximum: 10 });

  expect(found.map((problem) => problem.code)).toEqual(code === null ? [] : [code]);
});

test('referenceKey takes ids of its prefix only', () => {
  const problems: Problem[] = [];

  expect(referenceKey('mou', 'mou_0190a0a0000070008000000000000000', ['input', 'mouId'], problems)).toBe(
    '0190a0a0-0000-7000-8000-000000000000',
  );
  expect(referenceKey('mou', null, ['input', 'mouId'], problems)).toBeNull();
  expect(problems).toEqual([]);
  expect(
    referenceKey('mou', 'region_0190a0a0000070008000000000000000', ['input', 'mouId'], problems),
  ).toBeNull();
  expect(problems).toEqual([{ path: ['input', 'mouId'], code: 'REFERENCE_NOT_FOUND', params: {} }]);
});

test('revised: absent keeps, null clears', () => {
  const current = { name: 'Serang', note: 'lama' as string | null };

  expect(revised(current, {})).toEqual(current);
  expect(revised(current, { note: null })).toEqual({ name: 'Serang', note: null });
});

test('likePattern takes wildcards and backslashes literally', () => {
  expect(likePattern(' 50%_A\\ ')).toBe('%50\\%\\_a\\\\%');
});
