import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { outliveLostErrors } from '../../server/lost-errors.js';

test('a second error of a list, which graphql-js loses sight of, is told and ends nothing; anything else does', () => {
  const said: string[] = [];
  const process = new EventEmitter();
  outliveLostErrors(process, (line) => said.push(line));

  process.emit(
    'unhandledRejection',
    new GraphQLError('Invalid time value', { path: ['regions', 'nodes', 0] }),
  );

  expect(said).toEqual(['error of an answer that was given with another one, at regions.nodes.0']);
  expect(() => process.emit('unhandledRejection', new Error('a fault of ours'))).toThrow('a fault of ours');
});
