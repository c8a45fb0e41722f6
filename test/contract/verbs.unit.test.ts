import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { allEntities } from '../../schema/index.js';
import { allVerbs } from '../../schema/kernel/policy.js';
import { type SourceFile, sourcesBelow } from './checks/imports.js';

allEntities(); // loads every concept, and with it the verbs it declares

test('every verb is asked for by a service', () => {
  expect(unusedVerbs(allVerbs(), sourcesBelow('schema'))).toEqual([]);
});

test('the check finds a verb that nobody asks for', () => {
  const source = { file: 'schema/mou/mou.service.ts', text: 'permit(actor, mouVerbs.sign);' };

  expect(unusedVerbs([{ name: 'mou.sign' }, { name: 'mou.planted' }], [source])).toEqual(['mou.planted']);
});

function unusedVerbs(verbs: readonly { readonly name: string }[], sources: readonly SourceFile[]): string[] {
  const text = sources.map((source) => source.text).join('\n');
  const isUsed = (name: string) =>
    text.includes(name.replace('.', 'Verbs.')) || text.includes(`${name.split('.')[0]}Verbs[`);
  return verbs.map(({ name }) => name).filter((name) => !isUsed(name));
}
