import { describe, expect, it } from '@jest/globals';
import { checkCategory, checkCategoryCode, checkTerms } from '../../schema/category/category.rules.js';

const draft = { name: 'Ojek daring', nameEn: 'Online motorcycle taxi', aliases: ['Ojol', 'Driver ojol'] };

describe('category', () => {
  it('is fine with names in both languages and aliases that differ', () => {
    expect(checkCategory(draft)).toEqual([]);
  });

  it.each(['OJOL', 'KETUA_RT', 'A1'])('accepts the code %s', (code) => {
    expect(checkCategoryCode(code)).toEqual([]);
  });

  it.each(['ojol', 'A', '1A', 'KETUA RT', `A${'B'.repeat(50)}`])('refuses the code %s', (code) => {
    expect(checkCategoryCode(code)).toEqual([
      { path: ['input', 'code'], code: 'CATEGORY_CODE_INVALID', params: { value: code } },
    ]);
  });

  it('names every alias that is empty, too long or repeated in other letters', () => {
    const problems = checkCategory({
      ...draft,
      nameEn: null,
      aliases: ['Ojol', null, 'OJOL', 'x'.repeat(101)],
    });

    expect(problems.map(({ path, code }) => [path.slice(1).join('.'), code])).toEqual([
      ['nameEn', 'VALUE_MISSING'],
      ['aliases.1', 'VALUE_MISSING'],
      ['aliases.2', 'CATEGORY_ALIAS_REPEATED'],
      ['aliases.3', 'VALUE_TOO_LONG'],
    ]);
  });

  it('has at most 50 aliases', () => {
    const aliases = Array.from({ length: 51 }, (_, index) => `Sebutan ${index}`);

    expect(checkCategory({ ...draft, aliases })).toEqual([
      { path: ['input', 'aliases'], code: 'VALUE_TOO_MANY', params: { count: 51, limit: 50 } },
    ]);
  });

  it('shares no word with another category, whatever the letters', () => {
    const taken = [
      { term: 'ojek daring', category: 'Ojek' },
      { term: 'ojol', category: 'Ojek' },
    ];

    expect(checkTerms(draft, taken)).toEqual([
      {
        path: ['input', 'name'],
        code: 'CATEGORY_TERM_TAKEN',
        params: { value: 'Ojek daring', category: 'Ojek' },
      },
      {
        path: ['input', 'aliases', '0'],
        code: 'CATEGORY_TERM_TAKEN',
        params: { value: 'Ojol', category: 'Ojek' },
      },
    ]);
  });
});
