import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageOn, maskNik, type NikFacts, nikFindings, readNik } from '../../schema/beneficiary/nik.rules.js';

// Kota Cilegon has no district 99: nobody's NIK
const made = '3672991203859001';
const codesOf = (text: string) => readNik(text, ['input', 'nik']).problems.map(({ code }) => code);

describe('readNik', () => {
  it.each([
    ['3672991203859001'],
    ['3672 9912 0385 9001'],
    ['36.72.99.120385.9001'],
    ["'3672991203859001"],
    ['’3672991203859001'],
    [' 3672991203859001\u00a0'],
  ])('reads %j as people and spreadsheets write it', (text) => {
    expect(readNik(text, ['input', 'nik'])).toEqual({ nik: '3672991203859001', problems: [] });
  });

  it.each([
    ['', ['NIK_LENGTH']],
    ['367299120385900', ['NIK_LENGTH']],
    ['36729912038590011', ['NIK_LENGTH']],
    ['36729912O3859001', ['NIK_NOT_DIGITS']],
    ['3672-9912-0385-9001', ['NIK_NOT_DIGITS']],
    ['３６７２991203859001', ['NIK_NOT_DIGITS']],
    ['3.67299E+15', ['NIK_SCIENTIFIC']],
    ['3,67E+15', ['NIK_SCIENTIFIC']],
    ['3.67201e15', ['NIK_SCIENTIFIC']],
    ["'3.67E+15", ['NIK_SCIENTIFIC']],
    ['3333333333333333', ['NIK_REPEATED_DIGIT']],
    ['0000000000000000', ['NIK_REPEATED_DIGIT']],
    ['3672990003859001', ['NIK_DAY']],
    ['3672993203859001', ['NIK_DAY']],
    ['3672994003859001', ['NIK_DAY']],
    ['3672997203859001', ['NIK_DAY']],
    ['3672999903859001', ['NIK_DAY']],
    ['3672991200859001', ['NIK_MONTH']],
    ['3672991213859001', ['NIK_MONTH']],
    ['3672991203850000', ['NIK_SERIAL']],
    ['2072991203859001', ['NIK_PROVINCE_UNKNOWN']],
    ['0072990013850000', ['NIK_PROVINCE_UNKNOWN', 'NIK_DAY', 'NIK_MONTH', 'NIK_SERIAL']],
  ])('refuses %j: %j', (text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });

  it('names the input’s path and the length, never the number', () => {
    expect(readNik('36729912038590', ['input', 'nik']).problems).toEqual([
      { path: ['input', 'nik'], code: 'NIK_LENGTH', params: { length: 14 } },
    ]);
  });

  it('knows Timor Timur, and provinces that the registry knows beside the documented ones', () => {
    expect(codesOf('5472991203859001')).toEqual([]);
    expect(readNik('9772991203859001', ['input', 'nik'], ['97']).problems).toEqual([]);
  });

  it('refuses none of 10,000 valid ones', () => {
    const two = (value: number) => String(value).padStart(2, '0');
    const provinces = fc.constantFrom(
      ...'11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
        ' ',
      ),
    );
    const born = fc.date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    const valid = fc
      .tuple(
        provinces,
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        born,
        fc.boolean(),
        fc.integer({ min: 1, max: 9999 }),
      )
      .map(([province, regency, district, date, isWoman, serial]) => {
        const [year, month, day] = date.toISOString().slice(0, 10).split('-');
        return `${province}${two(regency)}${two(district)}${two(Number(day) + (isWoman ? 40 : 0))}${month}${year?.slice(2)}${String(serial).padStart(4, '0')}`;
      })
      .filter((nik) => !/^(\d)\1+$/.test(nik));

    fc.assert(
      fc.property(valid, (nik) => {
        expect(readNik(nik, ['input', 'nik'])).toEqual({ nik, problems: [] });
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('nikFindings', () => {
  const facts: NikFacts = { regionCode: '36.72', birthDate: '1985-03-12', sex: 'MALE', today: '2026-02-11' };

  it.each<[string, Partial<NikFacts>, string[]]>([
    [made, {}, []],
    [made, { regionCode: '36' }, []],
    [made, { birthDate: null, sex: null }, []],
    [made, { regionCode: '36.04' }, ['PREFIX_ELSEWHERE']],
    [made, { regionCode: '32' }, ['PREFIX_ELSEWHERE']],
    [made, { birthDate: '1985-12-03' }, ['BIRTH_DATE_DIFFERS']],
    [made, { sex: 'FEMALE' }, ['SEX_DIFFERS']],
    ['3672995203859001', { sex: 'FEMALE' }, []],
    ['3672995203859001', {}, ['SEX_DIFFERS']],
    ['3672993102859001', { birthDate: '1985-02-28' }, ['DATE_IMPOSSIBLE']],
    ['3672992902009001', { birthDate: '2000-02-29' }, []],
    ['3672992902019001', { birthDate: null }, ['DATE_IMPOSSIBLE']],
    ['3672991102259001', { birthDate: '1925-02-11' }, ['AGE_OVER_100']],
    ['3672991202259001', { birthDate: '1925-02-12' }, []],
  ])('finds in %s with %j: %j', (nik, part, findings) => {
    expect(nikFindings(nik, { ...facts, ...part })).toEqual(findings);
  });
});

it('shows province and serial only', () => {
  expect(maskNik(made)).toBe('36••••••••••9001');
});

it('counts completed years', () => {
  expect(ageOn('1960-02-29', '2025-02-28')).toBe(64);
  expect(ageOn('1960-02-29', '2025-03-01')).toBe(65);
  expect(ageOn('1961-02-11', '2026-02-11')).toBe(65);
});
