import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { allEntities } from '../../schema/index.js';
import { constraintProblem, knownConstraints, messageOf } from '../../schema/kernel/texts.js';
import { describedSchema } from '../../server/graphql/schema.js';
import { sheetCodes } from '../../server/spreadsheet/sheet.problems.js';

allEntities(); // loads every concept, and with it the texts it registers
const codes = Object.values(describedSchema().getTypeMap()).flatMap((type) =>
  type.name.endsWith('ErrorCode') && 'getValues' in type ? type.getValues().map(({ name }) => name) : [],
);

/** Parameters that fill each place with its own name. */
const echo = new Proxy({}, { get: (_target, name) => `{${String(name)}}` });

describe.each([...new Set([...codes, ...sheetCodes])])('%s', (code) => {
  test('has an Indonesian and an English text with the same placeholders', () => {
    const texts = { id: messageOf(code, echo, 'id'), en: messageOf(code, echo, 'en') };

    expect(texts.id).not.toBe(code);
    expect(texts.en).not.toBe(code);
    expect(texts.id).not.toBe(texts.en);
    expect(placeholders(texts.id)).toEqual(placeholders(texts.en));
  });

  test('is a sentence in both languages', () => {
    for (const locale of ['id', 'en'] as const)
      expect(messageOf(code, echo, locale)).toMatch(/^["“`{\p{Lu}].*[.?)]$/u);
  });
});

test('every constraint leads to a code that has a text', () => {
  const speechless = knownConstraints().filter((name) => {
    const { code } = constraintProblem(name) ?? { code: '' };
    return messageOf(code, {}, 'id') === code;
  });

  expect(speechless).toEqual([]);
});

test('messageOf fills parameters, writes days out in the language of the reader, and shows an ellipsis for what it does not know', () => {
  const params = { value: '2024-01-24', other: 3 };

  expect(messageOf('DATE_INVALID', params, 'id')).toContain('"24 Januari 2024"');
  expect(messageOf('DATE_INVALID', params, 'en')).toContain('"24 January 2024"');
  expect(messageOf('VALUE_TOO_LONG', { length: 5 }, 'en')).toBe(
    'This value has 5 characters; the limit is …. Shorten it.',
  );
  expect(messageOf('NO_SUCH_CODE', {}, 'id')).toBe('NO_SUCH_CODE');
});

test('messageOf does not fill what a parameter brings along', () => {
  expect(messageOf('VALUE_INVALID', { value: '{secret}', secret: 'x' }, 'en')).toContain('{secret}');
});

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([whole]) => whole))].sort();
}
