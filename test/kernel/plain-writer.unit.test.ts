import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLObjectType, parse } from 'graphql';
import { NotWritable } from '../../schema/kernel/leaf-writer.js';
import { type OutputObject, outputOf } from '../../schema/kernel/output.js';
import { plainText } from '../../schema/kernel/plain-writer.js';
import { isSelectable } from '../../schema/kernel/selectable.js';
import { describedSchema } from '../../server/graphql/schema.js';

const schema = buildSchema('type Sum { heads: Int! label: String parts: [Sum!] }');
const sum = schema.getType('Sum') as GraphQLObjectType;

function written(selection: string, value: unknown): string {
  const [definition] = parse(selection).definitions;
  const set = definition?.kind === 'OperationDefinition' ? definition.selectionSet : undefined;
  const output: OutputObject = outputOf({ schema, fragments: {}, variableValues: {} }, sum, [set]);
  return plainText(sum, output, value);
}

test('plain values are written as they are selected', () => {
  const value = { heads: 3, label: 'Kota "Cilegon"', parts: [{ heads: 1 }], secret: true };

  expect(written('{ __typename n: heads label parts { label heads } }', value)).toBe(
    '{"__typename":"Sum","n":3,"label":"Kota \\"Cilegon\\"","parts":[{"label":null,"heads":1}]}',
  );
});

describe('graphql-js has the word on', () => {
  test.each([
    ['a null where the schema allows none', { heads: null }],
    ['a value that is no Int', { heads: 2 ** 31 }],
    ['a promise', { heads: Promise.resolve(1) }],
    ['a function', { heads: () => 1 }],
    ['an error', new Error('gone')],
  ])('%s', (_, value) => {
    expect(() => written('{ heads }', value)).toThrow(NotWritable);
  });

  test('a field whose value lies under another name', () => {
    const figure = describedSchema().getType('CheckedFigure') as GraphQLObjectType;

    expect(isSelectable(figure, 'observationId')).toBe(false);
    expect(isSelectable(figure, 'indicator')).toBe(true);
  });
});
