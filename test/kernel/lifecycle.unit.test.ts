import { expect, test } from '@jest/globals';
import { type Lifecycle, movesFrom, stateAfter, unreachableStates } from '../../schema/kernel/lifecycle.js';

type State = 'DRAFT' | 'REVIEW' | 'SIGNED' | 'LOST';
type Move = 'submit' | 'return' | 'sign';

const table: Lifecycle<State, Move> = {
  DRAFT: { submit: 'REVIEW' },
  REVIEW: { return: 'DRAFT', sign: 'SIGNED' },
  SIGNED: {},
  LOST: { submit: 'LOST' },
};

test('stateAfter follows the table and gives null for what it does not have', () => {
  expect(stateAfter(table, 'DRAFT', 'submit')).toBe('REVIEW');
  expect(stateAfter(table, 'DRAFT', 'sign')).toBeNull();
  expect(stateAfter(table, 'SIGNED', 'return')).toBeNull();
});

test('movesFrom lists the moves of a state in the order of the table', () => {
  expect(movesFrom(table, 'REVIEW')).toEqual(['return', 'sign']);
  expect(movesFrom(table, 'SIGNED')).toEqual([]);
});

test('unreachableStates finds states that no chain of moves leads to', () => {
  expect(unreachableStates(table, 'DRAFT')).toEqual(['LOST']);
});
