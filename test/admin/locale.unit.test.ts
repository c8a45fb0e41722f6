import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { en } from '../../admin/locale/en.js';
import { id } from '../../admin/locale/id.js';

const stock: unknown = JSON.parse(
  readFileSync('node_modules/adminjs/src/locale/en/translation.json', 'utf8'),
);

function keysOf(texts: unknown, path = ''): string[] {
  if (typeof texts !== 'object' || texts === null) return [path];
  return Object.entries(texts).flatMap(([key, below]) => keysOf(below, `${path}/${key}`));
}

describe('no Indonesian locale is shipped', () => {
  test('ours has every key of AdminJS', () => {
    const own = new Set(keysOf(id));

    expect(keysOf(stock).filter((key) => key !== '/resources' && !own.has(key))).toEqual([]);
  });

  test('both languages have the same keys and the same parameters', () => {
    const parameters = (texts: unknown) =>
      keysOf(texts).map((key) => {
        const text = key
          .split('/')
          .slice(1)
          .reduce((level: unknown, part) => Object(level)[part], texts);
        return `${key}: ${(String(text).match(/\{\{\w+\}\}/g) ?? []).sort().join()}`;
      });

    expect(parameters(id).sort()).toEqual(parameters(en).sort());
  });
});
