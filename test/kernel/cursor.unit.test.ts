import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from '../../schema/kernel/cursor.js';
import { Refusal } from '../../schema/kernel/problem.js';

const id = '0190a0a0-0000-7000-8000-000000000000';

test('a cursor gives its position back, whatever the key', () => {
  const key = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000'));
  fc.assert(
    fc.property(key, fc.uuid(), (text, record) => {
      expect(decodeCursor(encodeCursor(['NAME:ASC', text, record]), 'NAME:ASC')).toEqual([
        'NAME:ASC',
        text,
        record,
      ]);
    }),
  );
});

test('text that is no cursor is refused, never an error of ours', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(encoded)), (text) => {
      expect(refusalOf(() => decodeCursor(text, 'NAME:ASC'))).toBe('CURSOR_INVALID');
    }),
  );
});

test.each([
  ['of another order', ['CODE:ASC', 'a', id]],
  ['of the other direction', ['NAME:DESC', 'a', id]],
  ['with an id that is none', ['NAME:ASC', 'a', 'x']],
  ['with a key that is no text', ['NAME:ASC', 1, id]],
  ['with NUL in the key', ['NAME:ASC', 'a\u0000', id]],
  ['without an id', ['NAME:ASC', 'a']],
])('a cursor %s is refused', (_label, value) => {
  expect(refusalOf(() => decodeCursor(encoded(JSON.stringify(value)), 'NAME:ASC'))).toBe('CURSOR_INVALID');
});

function encoded(json: string): string {
  return Buffer.from(json).toString('base64url');
}

function refusalOf(work: () => unknown): string {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.reason;
  }
}
