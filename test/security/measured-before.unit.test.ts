import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { measuredRecords } from '../../server/graphql/limits.js';
import { rememberedRecords } from '../../server/graphql/measured-before.js';
import { describedSchema } from '../../server/graphql/schema.js';

const schema = describedSchema();
const measured = (text: string, isPublic = false) => {
  const document = parse(text);
  return (variables: object) => ({ schema, document, variables: { ...variables }, isPublic });
};

describe('an operation is measured once for each size that it can have', () => {
  test('the page size, inside a fragment too, makes a difference; a filter makes none', () => {
    const page =
      measured(`query ($n: Int!, $f: RegionFilter) { regions(first: 10, filter: $f) { nodes { ...below } } }
      fragment below on Region { children(first: $n) { nodes { code } } }`);
    expect(rememberedRecords(page({ n: 5 }))).toBeNull();

    expect(measuredRecords(page({ n: 5 }))).toBe(50);

    expect(rememberedRecords(page({ n: 5, f: { codes: ['36'] } }))).toBe(50);
    expect(rememberedRecords(page({ n: 6 }))).toBeNull();
    expect(measuredRecords(page({ n: 6 }))).toBe(60);
  });

  test('so do the number of ids and the condition of a directive', () => {
    const nodes = measured('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }');
    const conditional = measured(
      'query ($deep: Boolean!) { regions(first: 10) { nodes { code children(first: 10) @include(if: $deep) { nodes { code } } } } }',
    );

    expect([['a'], ['a', 'b']].map((ids) => measuredRecords(nodes({ ids })))).toEqual([1, 2]);
    expect([true, false].map((deep) => measuredRecords(conditional({ deep })))).toEqual([100, 10]);
  });

  test('a variable that is null differs from an absent one, whatever its name', () => {
    const page = measured(
      'query ($constructor: Int = 1) { regions(first: $constructor) { nodes { code } } }',
    );

    expect(measuredRecords(page({}))).toBe(1);

    expect(rememberedRecords(page({ constructor: null }))).toBeNull();
  });

  test('what is refused is measured every time, and a wrong variable is not remembered', () => {
    const page = measured(
      'query ($n: Int!) { regions(first: 100) { nodes { children(first: $n) { nodes { code } } } } }',
      true,
    );

    expect(() => measuredRecords(page({ n: 50 }))).toThrow('asks for 5000 records');
    expect(() => measuredRecords(page({ n: 50 }))).toThrow('asks for 5000 records');
    expect(measuredRecords(page({ n: 'many' }))).toBe(0);
    expect(rememberedRecords(page({ n: 'many' }))).toBeNull();
  });
});
