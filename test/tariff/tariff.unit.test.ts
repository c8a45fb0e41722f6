import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstDay, lastDay, monthBefore } from '../../schema/kernel/calendar.js';
import { checkRevision, checkTariff, type TariffFacts } from '../../schema/tariff/tariff.rules.js';

const flat: TariffFacts = {
  amountRupiah: '10000',
  percent: null,
  wageFromRupiah: '0',
  wageBelowRupiah: '1000001',
  sector: null,
  excludedFunding: [],
  validFrom: '2015-07-01',
  validUntil: null,
  regulationId: null,
  note: null,
};
const codes = (problems: readonly { code: string; path: readonly string[] }[]) =>
  problems.map(({ code, path }) => `${path.join('.')} ${code}`);

describe('months as days', () => {
  test.each([
    ['2026-01', '2026-01-01', '2026-01-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s runs from %s to %s', (month, first, last) => {
    expect([firstDay(month), lastDay(month)]).toEqual([first, last]);
  });

  test.each([
    ['2026-02-11', '2026-01'],
    ['2026-01-31', '2025-12'],
  ])('before %s lies %s', (day, month) => {
    expect(monthBefore(day)).toBe(month);
  });
});

describe('a rate', () => {
  test.each([
    ['FLAT', flat, []],
    ['PERCENT_OF_WAGE', { ...flat, amountRupiah: null, percent: '0.24' }, []],
    ['RELIEF', { ...flat, amountRupiah: null, percent: '50' }, []],
    ['FLAT', { ...flat, percent: '1' }, ['input.kind TARIFF_FORM_INVALID']],
    ['RELIEF', flat, ['input.kind TARIFF_FORM_INVALID']],
    ['FLAT', { ...flat, amountRupiah: '-1' }, ['input.amountRupiah TARIFF_AMOUNT_NEGATIVE']],
    ['RELIEF', { ...flat, amountRupiah: null, percent: '0' }, ['input.percent TARIFF_PERCENT_RANGE']],
    ['RELIEF', { ...flat, amountRupiah: null, percent: '100.1' }, ['input.percent TARIFF_PERCENT_RANGE']],
    ['FLAT', { ...flat, wageFromRupiah: '-5' }, ['input.wageFromRupiah TARIFF_AMOUNT_NEGATIVE']],
    ['FLAT', { ...flat, wageBelowRupiah: '0' }, ['input.wageBelowRupiah TARIFF_WAGE_BAND_EMPTY']],
    ['FLAT', { ...flat, validFrom: null }, ['input.validFrom VALUE_MISSING']],
    ['FLAT', { ...flat, validUntil: '2015-06-30' }, ['input.validUntil TARIFF_PERIOD_REVERSED']],
  ] as const)('%s %# is judged', (kind, facts, expected) => {
    expect(codes(checkTariff(kind, facts))).toEqual(expected);
  });
});

describe('a revision on 11 February 2026', () => {
  const today = '2026-02-11';
  const coming = { ...flat, validFrom: '2026-03-01' };
  test.each([
    [
      'a new amount of a rate in force',
      flat,
      { amountRupiah: '12000' },
      ['input.amountRupiah TARIFF_FROZEN'],
    ],
    ['a new amount of a rate to come', coming, { amountRupiah: '12000' }, []],
    ['the end of last month', flat, { validUntil: '2026-01-31' }, []],
    ['an end before that', flat, { validUntil: '2025-12-31' }, ['input.validUntil TARIFF_PAST_FROZEN']],
    [
      'an ended rate made longer',
      { ...flat, validUntil: '2025-12-31' },
      { validUntil: '2026-12-31' },
      ['input.validUntil TARIFF_PAST_FROZEN'],
    ],
    ['a note', flat, { note: 'Lampiran II' }, []],
    ['the same percentage written shorter', { ...flat, percent: '0.2400' }, { percent: '0.24' }, []],
  ] as const)('%s', (_label, current, change, expected) => {
    expect(codes(checkRevision({ current, next: { ...current, ...change }, today }))).toEqual(expected);
  });

  test('leaves a rate in force as it is, whatever else is sent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (rupiah) => {
        const next = { ...flat, amountRupiah: String(rupiah) };
        const isRefused = checkRevision({ current: flat, next, today }).length > 0;
        return isRefused === (rupiah !== 10000);
      }),
    );
  });
});
