import { expect, test } from '@jest/globals';
import { KeptShapes } from '../../server/graphql/kept-shapes.js';

const madeOf = (times: number, value: string): number => {
  const shapes = new KeptShapes<object>();
  let made = 0;
  for (let time = 0; time < times; time += 1)
    shapes.get([value], () => {
      made += 1;
      return {};
    });
  return made;
};

test('a shape is made once for the values that decide it', () => {
  expect(madeOf(3, 'aktif')).toBe(1);
});

test('values that would fill the memory are not kept', () => {
  expect(madeOf(3, 'x'.repeat(100_000))).toBe(3);
});
