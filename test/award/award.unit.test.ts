import { describe, expect, it } from '@jest/globals';
import { checkAward, checkGivers } from '../../schema/award/award.rules.js';

const draft = {
  name: 'Paritrana Award',
  editionYear: 2023,
  category: null,
  rank: null,
  givenBy: null,
  receivedBy: null,
  ceremonyOn: null,
  note: null,
};

describe('award', () => {
  it('needs no more than its name and edition', () => {
    expect(checkAward(draft)).toEqual([]);
  });

  it('may be handed over a year after its edition', () => {
    expect(checkAward({ ...draft, ceremonyOn: '2024-09-12' })).toEqual([]);
  });

  it('names everything that is wrong at once, in the order of the form', () => {
    const problems = checkAward({
      ...draft,
      name: null,
      editionYear: 1999,
      category: 'x'.repeat(201),
      rank: 0,
      givenBy: 'x'.repeat(501),
      ceremonyOn: '2024-13-01',
    });

    expect(problems.map(({ path, code }) => [path.at(-1), code])).toEqual([
      ['name', 'VALUE_MISSING'],
      ['category', 'VALUE_TOO_LONG'],
      ['editionYear', 'NUMBER_OUT_OF_RANGE'],
      ['rank', 'NUMBER_OUT_OF_RANGE'],
      ['givenBy', 'VALUE_TOO_LONG'],
      ['ceremonyOn', 'DATE_INVALID'],
    ]);
  });

  it('has each giver once', () => {
    expect(checkGivers(['a', 'b'])).toEqual([]);
    expect(checkGivers(['a', 'b', 'a'])).toEqual([
      { path: ['input', 'givenByOfficialIds', '2'], code: 'AWARD_GIVER_REPEATED', params: {} },
    ]);
  });
});
