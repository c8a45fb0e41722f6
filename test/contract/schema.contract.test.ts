import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { describedSchema, printedSchema } from '../../server/graphql/schema.js';
import { faultyDescriptions } from './checks/descriptions.js';
import { differences } from './checks/snapshot.js';

test('schema/schema.graphql is the running schema', () => {
  const committed = readFileSync('schema/schema.graphql', 'utf8');

  const changed = differences(committed, printedSchema(describedSchema()));

  expect({ refreshWith: 'npm run print:schema', changed }).toEqual({
    refreshWith: 'npm run print:schema',
    changed: [],
  });
});

test('every description has the house form', () => {
  expect(faultyDescriptions(describedSchema())).toEqual([]);
});

test('the check of descriptions finds each fault', () => {
  const schema = buildSchema(`
    type Query { thing: Thing! }
    "A thing with faults."
    type Thing { silent: String! "Name without an end" name: String! "The name." article: String!
      "Active or not." isActive: Boolean! "Day of the end." endedOn: String "Whether it is good." isGood(bare: Int): Boolean! }
  `);

  expect(faultyDescriptions(schema)).toEqual([
    'Query.thing has no description',
    'Thing begins with an article',
    'Thing.silent has no description',
    'Thing.name does not end with a full stop',
    'Thing.article begins with an article',
    'Thing.isActive does not begin with "Whether"',
    'Thing.endedOn does not say what null means',
    'Thing.isGood.bare has no description',
  ]);
});

test('the check of the snapshot finds a changed and a new line', () => {
  expect(differences('type A\n  b: Int\n', 'type A\n  b: Float\n  c: Int\n')).toEqual([
    '-   b: Int',
    '+   b: Float',
    '+   c: Int',
  ]);
});
