import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** What PostgreSQL 18 has and 15 has not, as far as SQL of ours could use it unnoticed: the tests run on 18. */
const newer = /returning\s+(with\s*\(|old\b|new\b)|\buuidv7\s*\(|\bany_value\s*\(|\bjson_table\s*\(/i;

const newerIn = (text: string): string | null => newer.exec(text)?.[0] ?? null;

test('no migration needs more than PostgreSQL 15', () => {
  const faults = readdirSync('migrations')
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => newerIn(readFileSync(`migrations/${name}`, 'utf8')) ?? []);

  expect(faults).toEqual([]);
});

test('the check finds what is newer', () => {
  expect(newerIn('update coverage set months = x returning new.*, old.months')).toBe('returning new');
  expect(newerIn('update coverage c set months = x returning c.*')).toBeNull();
});
