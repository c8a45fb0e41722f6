import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { databaseId, newId, parsePublicId, publicId, referenceId } from '../../schema/kernel/identifier.js';

test('a public id gives its database key back, for its own prefix only', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), (id) => {
      expect(databaseId('mou', publicId('mou', id))).toBe(id);
      expect(databaseId('region', publicId('mou', id))).toBeNull();
    }),
  );
});

test('whatever is no public id is refused without an error', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parsePublicId(text)).toBeNull();
    }),
  );
});

test.each([
  '',
  'mou_',
  'mou_zz',
  'mou_0190A0A0000070008000000000000000',
  'mou_0190a0a0-0000-7000-8000-000000000000',
  "mou_' or 1=1",
])('%j is no public id', (text) => {
  expect(parsePublicId(text)).toBeNull();
});

test('a reference id is the same on every installation', () => {
  expect(referenceId('region', '36.72')).toBe(referenceId('region', '36.72'));
  expect(referenceId('region', '36.72')).not.toBe(referenceId('region', '36.73'));
  expect(referenceId('region', '36.72')).not.toBe(referenceId('office', '36.72'));
});

test('new ids sort in the order in which they were made', () => {
  const ids = Array.from({ length: 1000 }, newId);

  expect([...ids].sort()).toEqual(ids);
});
