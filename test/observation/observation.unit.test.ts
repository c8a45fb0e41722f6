import { describe, expect, it } from '@jest/globals';
import { checkObservation } from '../../schema/observation/observation.rules.js';

const draft = { value: '13345', asOf: null, period: null, label: 'Pekerja rentan', denominatorKind: null };
const codesOf = (value: string, unit: string) =>
  checkObservation({ ...draft, value }, unit).map(({ code }) => code);

describe('reported figure', () => {
  it.each(['PERSON', 'RUPIAH', 'FAMILY', 'CASE'])(
    'in %s is whole, not negative, and never guessed from a dot',
    (unit) => {
      expect(codesOf('13345', unit)).toEqual([]);
      expect(codesOf('1.500', unit)).toEqual(['OBSERVATION_VALUE_NOT_WHOLE']);
      expect(codesOf('1,5', unit)).toEqual(['OBSERVATION_VALUE_NOT_WHOLE']);
      expect(codesOf('1e5', unit)).toEqual(['OBSERVATION_VALUE_NOT_WHOLE']);
      expect(codesOf('-1', unit)).toEqual(['OBSERVATION_VALUE_NEGATIVE']);
    },
  );

  it.each(['PERCENT', 'MONTH'])('in %s may have six decimals after a dot', (unit) => {
    expect(codesOf('3.75', unit)).toEqual([]);
    expect(codesOf('-0.125', unit)).toEqual([]);
    expect(codesOf('3,75', unit)).toEqual(['OBSERVATION_VALUE_INVALID']);
    expect(codesOf('0.1234567', unit)).toEqual(['OBSERVATION_VALUE_INVALID']);
    expect(codesOf('NaN', unit)).toEqual(['OBSERVATION_VALUE_INVALID']);
    expect(codesOf('1'.repeat(19), unit)).toEqual(['OBSERVATION_VALUE_INVALID']);
  });

  it('names everything that is wrong at once, in the order of the form', () => {
    const problems = checkObservation(
      {
        value: null,
        asOf: '2025-02-29',
        period: 'x'.repeat(101),
        label: null,
        denominatorKind: 'POPULATION',
      },
      'PERSON',
    );

    expect(problems.map(({ path, code }) => [path.at(-1), code])).toEqual([
      ['value', 'VALUE_MISSING'],
      ['asOf', 'DATE_INVALID'],
      ['period', 'VALUE_TOO_LONG'],
      ['label', 'VALUE_MISSING'],
      ['denominatorKind', 'OBSERVATION_DENOMINATOR_MISPLACED'],
    ]);
  });
});
