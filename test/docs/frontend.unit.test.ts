import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { clientCode, clientFiles } from '../../server/cli/client-code.mjs';

const schema = buildSchema(readFileSync(clientFiles.schema, 'utf8'));
const guide = readFileSync('docs/frontend.md', 'utf8');
const examples = [...guide.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => text);

test('the guide for frontend teams has examples', () => {
  expect(examples).toHaveLength(6);
});

test.each(examples)('the guide for frontend teams tells the truth: %s', (text) => {
  expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
});

test('the typed documents of the public page are what schema and operations make of them', async () => {
  expect(await clientCode('.')).toBe(readFileSync(clientFiles.client, 'utf8'));
});
