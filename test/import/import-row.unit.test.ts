import 'reflect-metadata';
import { describe, expect, it, test } from '@jest/globals';
import { ImportField as F } from '../../schema/import/import-columns.js';
import { type RowContext, readRow } from '../../schema/import/import-row.js';
import { contextOf, sheetRow } from './rows.js';

// Kota Cilegon has no district 99: nobody's NIK
const made = '3672991203859001';

/** The reading of a row with a NIK, a name, and one cell more. */
function readCell(field: F, text: string, kind = 't', change: Partial<RowContext> = {}) {
  return readRow(sheetRow([made, 'Ani', text], `tt${kind}`), contextOf([F.NIK, F.NAME, field], change));
}

/** Code of the problem, or null. */
function codeOf(reading: ReturnType<typeof readRow>) {
  expect(reading.problems.length).toBeLessThan(2);
  return reading.problems[0]?.code ?? null;
}

test.each([
  ['√', '', 'MALE'],
  ['', 'v', 'FEMALE'],
  ['0', '1', 'FEMALE'],
  ['-', '', null],
])('ticks %j for men and %j for women say %s', (male, female, sex) => {
  const row = sheetRow([made, 'Ani', male, female]);

  expect(readRow(row, contextOf([F.NIK, F.NAME, F.MALE_MARK, F.FEMALE_MARK])).facts.sex).toBe(sex);
});

describe('a row', () => {
  it('becomes what the forms would have made of it', () => {
    const fields = [
      F.NIK,
      F.NAME,
      F.BIRTH_DATE,
      F.SEX,
      F.CATEGORY,
      F.ADDRESS,
      F.RT,
      F.RW,
      F.VILLAGE,
      F.DISTRICT,
    ];
    const rest = [F.PHONE, F.DECILE, F.POST, F.DECREE, F.COHORT, F.ENTERED_ON, F.KPJ, F.NOTE];
    const texts = [
      "'3672 9912 0385 9001",
      '  SITI  AMINAH, S.Pd. ',
      'Cilegon, 12 Maret 1985',
      'L',
      'Tukang Ojek',
    ];
    const place = ['Kp. Cigading', '2', '005', 'Kel. Tegal Ratu', 'KECAMATAN CIWANDAN'];
    const more = ['0812-3456-7890', 'Desil 2', 'Ketua RT', 'SK/1', 'I', '1/1/2026', '12345678901', 'baru'];

    const reading = readRow(sheetRow([...texts, ...place, ...more]), contextOf([...fields, ...rest]));

    expect(reading).toEqual({
      nik: made,
      facts: {
        name: 'SITI AMINAH, S.Pd.',
        birthDate: '1985-03-12',
        birthPlace: 'Cilegon',
        sex: 'MALE',
        addressText: 'Kp. Cigading, RT 002/RW 005',
        addressRegionId: 'tegal-ratu',
        phone: '081234567890',
        categoryId: 'ojek',
        decileValue: 2,
        decileSource: 'DTSEN',
        decileOn: '2025-12-31',
        note: 'baru',
        post: 'Ketua RT',
        decree: 'SK/1',
        cohort: 'I',
        enteredOn: '2026-01-01',
        kpj: '12345678901',
      },
      nikFindings: [],
      problems: [],
    });
  });

  it('takes what it does not say from the defaults, and no decile without a value', () => {
    const defaults = { ...contextOf([]).defaults, decree: 'SK 7', cohort: 'II' };

    const { facts, problems } = readRow(sheetRow([made, 'Ani']), contextOf([F.NIK, F.NAME], { defaults }));

    expect(problems).toEqual([]);
    expect(facts).toMatchObject({
      categoryId: 'fisher',
      enteredOn: '2026-01-01',
      decree: 'SK 7',
      cohort: 'II',
    });
    expect(facts).toMatchObject({ decileValue: null, decileSource: null, decileOn: null });
  });

  it('names everything that is missing, each at its field', () => {
    const defaults = { ...contextOf([]).defaults, categoryId: null, enteredOn: null };

    const { nik, problems } = readRow(sheetRow(['', '-']), contextOf([F.NIK, F.NAME], { defaults }));

    expect(nik).toBeNull();
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'NIK VALUE_MISSING',
      'CATEGORY IMPORT_CATEGORY_MISSING',
      'ENTERED_ON IMPORT_DATE_REQUIRED',
      'NAME VALUE_MISSING',
    ]);
  });

  it('notes where NIK and row disagree without refusing the row', () => {
    const { nikFindings, problems } = readCell(F.SEX, 'P', 't', { regionCode: '32.16' });

    expect(nikFindings).toEqual(['PREFIX_ELSEWHERE', 'SEX_DIFFERS']);
    expect(problems).toEqual([]);
  });

  it('is shorter than its header', () => {
    expect(readRow(sheetRow([made, 'Ani']), contextOf([F.NIK, F.NAME, F.PHONE, F.NOTE])).problems).toEqual(
      [],
    );
  });
});

test.each([
  [made, 'n', null],
  ['3672991203859010', 't', null],
  ['3672991203859010', 'n', 'IMPORT_NIK_DIGIT_LOST'],
  ['3.67299120385901E15', 'n', 'IMPORT_NIK_DIGIT_LOST'],
  ['3,67299E+15', 't', 'NIK_SCIENTIFIC'],
  ['367299120385900', 'n', 'NIK_LENGTH'],
  ['3672991203859000', 't', null],
  ['3672991203850000', 't', 'NIK_SERIAL'],
  ['36729912O3859001', 't', 'NIK_NOT_DIGITS'],
  ['9972991203859001', 't', 'NIK_PROVINCE_UNKNOWN'],
  ['=A1', 'f', 'IMPORT_CELL_FORMULA'],
  ['#N/A', 'e', 'IMPORT_CELL_ERROR'],
  ['3672991203859001\0', 't', 'TEXT_UNREADABLE'],
])('the NIK cell %j of kind %s: %s', (text, kind, code) => {
  const reading = readRow(sheetRow([text, 'Ani'], `${kind}t`), contextOf([F.NIK, F.NAME]));

  expect(codeOf(reading)).toBe(code);
  expect(reading.nik === null).toBe(code !== null);
});

test.each([
  ['1985-08-17', 'd', '1985-08-17'],
  ['1985-08-17', 't', '1985-08-17'],
  ['1985/8/7', 't', '1985-08-07'],
  ['17-08-1985', 't', '1985-08-17'],
  ['17/8/85', 't', '1985-08-17'],
  ['5/6/07', 't', '2007-06-05'],
  ['17.08.1985', 't', '1985-08-17'],
  ['17 - 08 - 1985', 't', '1985-08-17'],
  ['17 Agustus 1985', 't', '1985-08-17'],
  ['17-Agu-85', 't', '1985-08-17'],
  ['17 Ags 1985', 't', '1985-08-17'],
  ['August 17, 1985', 't', '1985-08-17'],
  ['3 Nopember 1970', 't', '1970-11-03'],
  ['Sabtu, 17 Agustus 1985', 't', '1985-08-17'],
  ["Jum'at 16 Agustus 1985", 't', '1985-08-16'],
  ['1985-08-17 00:00:00', 't', '1985-08-17'],
  ['1985-08-17T00:00:00.000Z', 't', '1985-08-17'],
  ['17081985', 't', '1985-08-17'],
  ['19850817', 'n', '1985-08-17'],
  ['31276', 'n', '1985-08-17'],
  ['31276.5', 'n', '1985-08-17'],
  ['31276', 't', '1985-08-17'],
  ['59', 'n', '1900-02-28'],
  ['61', 'n', '1900-03-01'],
])('the date %j of kind %s is %s', (text, kind, date) => {
  const { facts, problems } = readCell(F.BIRTH_DATE, text, kind);

  expect(problems).toEqual([]);
  expect(facts.birthDate).toBe(date);
});

test.each([
  ['08/17/1985', 't', 'IMPORT_DATE_ORDER', { value: '08/17/1985', suggestion: '1985-08-17' }],
  ['1985-17-08', 't', 'IMPORT_DATE_ORDER', { value: '1985-17-08', suggestion: '1985-08-17' }],
  ['31-02-1985', 't', 'IMPORT_DATE_INVALID', { value: '31-02-1985' }],
  ['1985-00-00', 't', 'IMPORT_DATE_INVALID', { value: '1985-00-00' }],
  ['60', 'n', 'IMPORT_DATE_INVALID', { value: '60' }],
  ['1985', 'n', 'IMPORT_DATE_UNREADABLE', { value: '1985' }],
  ['1985', 't', 'IMPORT_DATE_UNREADABLE', { value: '1985' }],
  ['80001', 'n', 'IMPORT_DATE_UNREADABLE', { value: '80001' }],
  ['Cilegon', 't', 'IMPORT_DATE_UNREADABLE', { value: 'Cilegon' }],
  ['17-08-985', 't', 'IMPORT_DATE_UNREADABLE', { value: '17-08-985' }],
  ['17 Agustos 1985', 't', 'IMPORT_DATE_UNREADABLE', { value: '17 Agustos 1985' }],
  ['2026-02-12', 'd', 'BENEFICIARY_DATE_AHEAD', { value: '2026-02-12' }],
])('the date %j of kind %s is refused: %s', (text, kind, code, params) => {
  const { facts, problems } = readCell(F.BIRTH_DATE, text, kind);

  expect(problems).toEqual([{ field: 'BIRTH_DATE', code, params }]);
  if (code !== 'BENEFICIARY_DATE_AHEAD') expect(facts.birthDate).toBeNull();
});

test.each(['L', 'lk', 'Laki-laki', 'LAKI LAKI', 'Pria', '1', 'M'])('%j is a man', (text) => {
  expect(readCell(F.SEX, text).facts.sex).toBe('MALE');
});

test.each(['P', 'PR', 'Perempuan', 'wanita', '2', 'F'])('%j is a woman', (text) => {
  expect(readCell(F.SEX, text).facts.sex).toBe('FEMALE');
});

test.each([
  [F.SEX, 'X', 't', 'IMPORT_SEX_UNKNOWN'],
  [F.CATEGORY, 'Astronot', 't', 'IMPORT_CATEGORY_UNKNOWN'],
  [F.CATEGORY, 'NELAYAN  kecil', 't', null],
  [F.VILLAGE, 'Kebon Sari', 't', 'IMPORT_PLACE_AMBIGUOUS'],
  [F.VILLAGE, 'Atlantis', 't', 'IMPORT_PLACE_UNKNOWN'],
  [F.DISTRICT, 'Kec. Ciwandan', 't', null],
  [F.REGION_CODE, '3672011001', 'n', null],
  [F.REGION_CODE, '36.72.99', 't', 'IMPORT_PLACE_UNKNOWN'],
  [F.DECILE, 'D2', 't', null],
  [F.DECILE, '2.0', 'n', null],
  [F.DECILE, 'dua', 't', 'IMPORT_NUMBER_UNREADABLE'],
  [F.DECILE, '11', 't', 'NUMBER_OUT_OF_RANGE'],
  [F.PHONE, '0812', 't', 'BENEFICIARY_PHONE_FORM'],
  [F.PHONE, 'tidak ada', 't', null],
  [F.KPJ, '123', 't', 'ENROLLMENT_KPJ_INVALID'],
  [F.RT, '2026-05-02', 'd', 'IMPORT_NUMBER_UNREADABLE'],
  [F.POST, 'x'.repeat(201), 't', 'VALUE_TOO_LONG'],
  [F.COHORT, 'x'.repeat(101), 't', 'VALUE_TOO_LONG'],
  [F.NOTE, 'x'.repeat(1001), 't', 'VALUE_TOO_LONG'],
  [F.ENTERED_ON, 'besok', 't', 'IMPORT_DATE_UNREADABLE'],
  [F.ENTERED_ON, '', '-', null],
])('%s %j of kind %s: %s', (field, text, kind, code) => {
  const reading = readCell(field, text, kind);

  expect(codeOf(reading)).toBe(code);
  if (code !== null) expect(reading.problems[0]?.field).toBe(field);
});

test.each([
  ['8123456789', 'n', '08123456789'],
  ['8.123456789E9', 'n', '08123456789'],
  ['8123456789', 't', '08123456789'],
  ["'0812 3456 789", 't', '08123456789'],
  ['+62 812-3456-789', 't', '+628123456789'],
  ['0', 'n', null],
])('the telephone %j of kind %s is %s', (text, kind, phone) => {
  expect(readCell(F.PHONE, text, kind).facts.phone).toBe(phone);
});

test.each([
  [['Kp. Baru', '2/5', ''], 'Kp. Baru, RT 2/5'],
  [['Kp. Baru', '002/005', ''], 'Kp. Baru, RT 002/005'],
  [['Kp. Baru RT 02/05', '2', '5'], 'Kp. Baru RT 02/05'],
  [['', 'RT. 2', 'RW 5'], 'RT 002/RW 005'],
  [['', '', ''], null],
])('address, RT and RW %j become %j', (texts, address) => {
  const reading = readRow(
    sheetRow([made, 'Ani', ...texts]),
    contextOf([F.NIK, F.NAME, F.ADDRESS, F.RT, F.RW]),
  );

  expect(reading.facts.addressText).toBe(address);
});

test('a village is told from its namesake by the district', () => {
  const context = contextOf([F.NIK, F.NAME, F.VILLAGE, F.DISTRICT]);
  const read = (village: string, district: string) =>
    readRow(sheetRow([made, 'Ani', village, district]), context).facts.addressRegionId;

  expect(read('Kebonsari', 'Citangkil')).toBe('kebon-sari-7');
  expect(read('Desa Kebon Sari', 'kec ciwandan')).toBe('kebon-sari-1');
  expect(read('Tegal Ratu', 'Citangkil')).toBeNull();
});

test('a decile without source in the mapping is refused once', () => {
  const defaults = { ...contextOf([]).defaults, decileSource: null, decileOn: null };

  expect(readCell(F.DECILE, '2', 't', { defaults }).problems).toEqual([
    { field: 'DECILE', code: 'BENEFICIARY_DECILE_INCOMPLETE', params: {} },
  ]);
});

test.each([F.DECILE, F.SEX, F.BIRTH_DATE, F.VILLAGE, F.CATEGORY])(
  'a NIK in the column %s is not repeated in the message',
  (field) => {
    const { problems } = readCell(field, made);

    expect(problems[0]?.params.value).toBe('••••••••••••9001');
  },
);

test('a message holds 60 characters of what was written', () => {
  const { problems } = readCell(F.SEX, 'x'.repeat(500));

  expect(problems[0]?.params.value).toBe('x'.repeat(60));
});

test('a message cuts no character in half', () => {
  const { problems } = readCell(F.SEX, `${'x'.repeat(59)}😀!`);

  expect(problems[0]?.params.value).toBe(`${'x'.repeat(59)}😀`);
});
