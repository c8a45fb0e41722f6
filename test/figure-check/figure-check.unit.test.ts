import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkOf, type Figure, type FigureUnit } from '../../schema/figure-check/figure.rules.js';
import { figureChecksOf } from '../../schema/figure-check/figure-check.rules.js';
import { dayOf, daysApart, monthsNamed, yearOf } from '../../schema/figure-check/occasion.rules.js';
import { inBoth } from '../../schema/figure-check/words.rules.js';
import {
  divided,
  isMultiple,
  minus,
  parsed,
  percentOf,
  printed,
  rounded,
  times,
  wholeTimes,
} from '../../schema/kernel/decimal.js';

const figure = (indicator: string, value: string, part: Partial<Figure> = {}): Figure => ({
  id: `${indicator} ${value}`,
  indicator,
  unit: 'PERSON' as FigureUnit,
  value,
  asOf: '2026-02-11',
  period: null,
  label: 'Uji',
  sources: [],
  ...part,
});
const rate = { month: '2026-02-01', bpu: '16800', puPercent: '0.54' };
const worldOf = (...figures: readonly Figure[]) => ({
  figures,
  rates: [rate],
  register: [],
  today: '2026-02-11',
});
const words = inBoth(
  () => 'uji',
  () => 'test',
);

describe('exact decimals', () => {
  it('print what they parsed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (value) => {
        expect(parsed(printed(value))).toBe(value);
      }),
    );
  });

  it('multiply and divide whole rupiah without losing one', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (persons, monthly) => {
          const total = times(String(persons), String(monthly), '12');

          expect(total).toBe(String(persons * monthly * 12n));
          expect(isMultiple(total, String(persons * 12n))).toBe(true);
          expect(divided(total, String(persons * 12n), 0)).toBe(String(monthly));
        },
      ),
    );
  });

  it.each([
    ['705600000', '2200000000', '32.07'],
    ['1', '3', '33.33'],
    ['2', '3', '66.67'],
    ['0', '5', '0'],
  ])('%s of %s is %s percent', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it('round half away from zero', () => {
    expect([rounded('0.5', 0), rounded('-0.5', 0), rounded('43.49', 0), rounded('2.345', 2)]).toEqual([
      '1',
      '-1',
      '43',
      '2.35',
    ]);
  });

  it('count how many persons money pays for, never one too many', () => {
    expect(wholeTimes('2200000000', '201600')).toBe('10912');
    expect(minus('2200000000', times('10912', '201600'))).toBe('140800');
  });
});

describe('times that people write', () => {
  it.each([
    [{ asOf: '2025-11-05', period: 'TA 2026' }, 2026, '2025-11-05', null],
    [{ asOf: null, period: 'Oktober 2025' }, 2025, '2025-10-01', 1],
    [{ asOf: null, period: 'Januari-Juli 2024' }, 2024, '2024-01-01', 7],
    [{ asOf: null, period: 'Semester II 2024' }, 2024, '2024-01-01', null],
    [{ asOf: null, period: null }, null, null, null],
  ])('%j is year %s, day %s, months %s', (part, year, day, months) => {
    const found = figure('FUNDED_WORKERS', '1', part);

    expect([yearOf(found), dayOf(found), monthsNamed(found)]).toEqual([year, day, months]);
  });

  it('are apart in days', () => {
    expect(daysApart('2025-11-03', '2025-10-04')).toBe(30);
  });
});

describe('a verdict', () => {
  const verdict = (reported: string, computed: string) =>
    checkOf({
      kind: 'COVERAGE_RATE',
      unit: 'PERCENT',
      reported: figure('X', reported),
      basis: [],
      computed,
      words,
    }).verdict;

  it.each([
    ['52', '52', 'AGREES'],
    ['52', '51.9', 'CLOSE'],
    ['43', '43.49', 'CLOSE'],
    ['43', '43.5', 'DIFFERS'],
    ['100000', '99000', 'CLOSE'],
    ['100000', '98999', 'DIFFERS'],
    ['0', '1', 'DIFFERS'],
  ])('on %s reported and %s computed is %s', (reported, computed, expected) => {
    expect(verdict(reported, computed)).toBe(expected);
  });

  it('says when nothing was reported, and gives no difference then', () => {
    expect(
      checkOf({
        kind: 'BENEFIT_RATIO',
        unit: 'PERCENT',
        reported: null,
        basis: [],
        computed: '164.43',
        words,
      }),
    ).toMatchObject({
      verdict: 'NOT_REPORTED',
      difference: null,
      percent: null,
    });
  });
});

describe('the checks', () => {
  it('say nothing of figures of different days', () => {
    const world = worldOf(
      figure('CONTRIBUTION_BUDGET', '2200000000'),
      figure('FUNDED_WORKERS', '3500', { asOf: '2025-02-11' }),
      figure('FUNDED_CADRES', '1', { asOf: '2025-02-11' }),
    );

    expect(figureChecksOf(world)).toEqual([]);
  });

  it('say nothing of money in a month without a tariff', () => {
    const world = {
      ...worldOf(figure('CONTRIBUTION_BUDGET', '1'), figure('FUNDED_WORKERS', '1')),
      rates: [],
    };

    expect(figureChecksOf(world)).toEqual([]);
  });

  it('compute with the tariff that the world gives, not with one of their own', () => {
    const world = {
      ...worldOf(figure('CONTRIBUTION_BUDGET', '1000'), figure('FUNDED_WORKERS', '10')),
      rates: [{ ...rate, bpu: '5' }],
    };

    expect(figureChecksOf(world)[0]?.computed).toBe('600');
  });

  it('do not divide by a poverty rate of zero persons in a population of zero', () => {
    const world = worldOf(
      figure('POVERTY_RATE', '0'),
      figure('POOR_POPULATION', '0'),
      figure('POPULATION', '0'),
    );

    expect(figureChecksOf(world)).toEqual([]);
  });
});
