import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { mouFacts } from '../../admin/mou-choices.js';
import { mouFactNames } from '../../schema/mou/index.js';
import { nextTerm } from '../../schema/mou/mou-renewal.rules.js';

describe('the next term', () => {
  test.each([
    ['three years', '2024-01-24', '2027-01-23', '2027-01-24', '2030-01-23'],
    ['one calendar year', '2025-01-01', '2025-12-31', '2026-01-01', '2026-12-31'],
    ['a leap day at its end', '2023-03-01', '2024-02-29', '2024-03-01', '2025-02-28'],
    ['six months', '2025-07-01', '2025-12-31', '2026-01-01', '2026-06-30'],
    ['days without whole months', '2026-01-10', '2026-02-18', '2026-02-19', '2026-03-30'],
    ['an unknown start', null, '2026-02-18', '2026-02-19', null],
    ['an unknown end', '2026-01-10', null, null, null],
  ])('after %s', (_label, from, until, nextFrom, nextUntil) => {
    expect(nextTerm({ from, until })).toEqual({ from: nextFrom, until: nextUntil });
  });
});

test('panel and messages name what is unknown by the same words', () => {
  expect(mouFactNames).toEqual(mouFacts);
});
