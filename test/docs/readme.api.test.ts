import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type StoryWorld, storyWorld } from '../story/story-world.js';

const readme = readFileSync('README.md', 'utf8');
const examples = [...readme.matchAll(/```graphql\n([\s\S]*?)```\s+```json\n([\s\S]*?)```/g)].map(
  ([, query = '', answer = '']) => ({
    query,
    answer: JSON.parse(answer) as unknown,
  }),
);

let world: StoryWorld;
beforeAll(async () => {
  world = await storyWorld();
});
afterAll(() => world.close());

test('README has examples to run', () => {
  expect(examples).toHaveLength(3);
});

test.each(examples)('README tells the truth: $query', async ({ query, answer }) => {
  const isPublic = query.includes('mous(');

  expect(await world.ask(isPublic ? null : 'operatorCilegon', query)).toEqual(answer);
});
