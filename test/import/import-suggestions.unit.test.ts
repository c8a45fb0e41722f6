import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import '../../schema/beneficiary/index.js';
import '../../schema/enrollment/index.js';
import { importCodes } from '../../schema/import/import.problems.js';
import { suggestionOf } from '../../schema/import/import-suggestions.js';
import { messageOf } from '../../schema/kernel/texts.js';

const rowCodes = [
  ...importCodes.filter((code) =>
    /^IMPORT_(CELL|DATE|SEX|CATEGORY|PLACE|NUMBER|NIK|DUPLICATE|COVERED|IN_)/.test(code),
  ),
  ...[
    'NIK_SCIENTIFIC',
    'NIK_NOT_DIGITS',
    'NIK_LENGTH',
    'NIK_REPEATED_DIGIT',
    'NIK_PROVINCE_UNKNOWN',
    'NIK_DAY',
  ],
  ...['NIK_MONTH', 'NIK_SERIAL', 'VALUE_MISSING', 'VALUE_TOO_LONG', 'TEXT_UNREADABLE', 'IMPORT_DATE_INVALID'],
  ...[
    'BENEFICIARY_DATE_AHEAD',
    'BENEFICIARY_PHONE_FORM',
    'BENEFICIARY_DECILE_INCOMPLETE',
    'NUMBER_OUT_OF_RANGE',
  ],
  ...[
    'ENROLLMENT_OVER_AGE',
    'ENROLLMENT_CATEGORY_OUTSIDE',
    'ENROLLMENT_POST_MISSING',
    'ENROLLMENT_PERSON_TAKEN',
  ],
  ...['ENROLLMENT_ENTRY_OUTSIDE_PROGRAM', 'ENROLLMENT_PERSON_DECEASED', 'ENROLLMENT_DECILE_OUTSIDE'],
  ...['ENROLLMENT_NOT_RESIDENT', 'ENROLLMENT_QUOTA_FULL', 'ENROLLMENT_KPJ_INVALID', 'ENROLLMENT_KPJ_TAKEN'],
];

test.each(rowCodes)('%s says what to do, in both languages and without a gap', (code) => {
  for (const locale of ['id', 'en'] as const) {
    expect(suggestionOf(code, locale)).toMatch(/^[A-Z].{10,180}\.$/);
    expect(suggestionOf(code, locale)).not.toMatch(/[…{}]/);
  }
  expect(suggestionOf(code, 'id')).not.toBe(suggestionOf(code, 'en'));
});

test('a suggested date is written out', () => {
  const params = { value: '08/17/1985', suggestion: '1985-08-17' };

  expect(messageOf('IMPORT_DATE_ORDER', params, 'id')).toBe(
    'Tanggal "08/17/1985" tampaknya menulis bulan sebelum hari. Jika maksudnya 17 Agustus 1985, tulis hari-bulan-tahun.',
  );
});
