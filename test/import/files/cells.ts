import {
  anyone,
  columnShape,
  plainCells,
  plainHeader,
  type Shape,
  someone,
  verdictsFrom,
  workbookShape,
} from './shape.js';
import type { Cell } from './workbook.js';

// What stands in the cells of people.

const nik = { header: 'NIK', instead: 'NIK' } as const;
const [whole, spaced, marked, dotted, mixed, unseen] = someone(6, 'niks');

const nikNumbers = columnShape('NIKs that became numbers', nik, [
  [3672991708850007, 'NEW'],
  [3672991708850010, ['ERROR', 'IMPORT_NIK_DIGIT_LOST']],
  [{ written: '3.67299170885001E+15' }, ['ERROR', 'IMPORT_NIK_DIGIT_LOST']],
  [{ written: '3672991708850008.0' }, 'NEW'],
  [367299170885001, ['ERROR', 'NIK_LENGTH']],
  ['3,67299E+15', ['ERROR', 'NIK_SCIENTIFIC']],
  ['3.67E+15', ['ERROR', 'NIK_SCIENTIFIC']],
  ['3672991708850000', ['ERROR', 'NIK_SERIAL']],
]);

const nikTexts = columnShape('NIKs with marks that people put in', nik, [
  [whole?.nik ?? '', 'NEW'],
  [` ${spaced?.nik.replace(/(\d{4})/g, '$1 ')}`, 'NEW'],
  [`'${marked?.nik}`, 'NEW'],
  [dotted?.nik.replace(/^(\d{6})(\d{6})/, '$1.$2.') ?? '', 'NEW'],
  [`\u202a${unseen?.nik}\u202c`, 'NEW'],
  [{ rich: [mixed?.nik.slice(0, 6) ?? '', mixed?.nik.slice(6) ?? ''] }, 'NEW'],
  ['367299170885000', ['ERROR', 'NIK_LENGTH']],
  ['36729917088500011', ['ERROR', 'NIK_LENGTH']],
  ['36729917O8850001', ['ERROR', 'NIK_NOT_DIGITS']],
  ['belum ada', ['ERROR', 'VALUE_MISSING']],
  [null, ['ERROR', 'VALUE_MISSING']],
]);

const nikParts = columnShape('NIKs that can be none', nik, [
  ['3333333333333333', ['ERROR', 'NIK_REPEATED_DIGIT']],
  ['9972991708850001', ['ERROR', 'NIK_PROVINCE_UNKNOWN']],
  ['3672990008850001', ['ERROR', 'NIK_DAY']],
  ['3672993508850001', ['ERROR', 'NIK_DAY']],
  ['3672997208850001', ['ERROR', 'NIK_DAY']],
  ['3672991713850001', ['ERROR', 'NIK_MONTH']],
  ['9972990013850000', ['ERROR', 'NIK_DAY', 'NIK_MONTH', 'NIK_PROVINCE_UNKNOWN', 'NIK_SERIAL']],
  ['3204991708850001', 'NEW'],
  ['3672993102850001', 'NEW'],
]);

const dates = columnShape('dates in every way', { header: 'Tanggal Lahir', instead: 'Tgl Lahir' }, [
  [{ serial: 31276 }, 'NEW'],
  [{ serial: 31276.5, format: 'longDate' }, 'NEW'],
  [31276, 'NEW'],
  ['31276', 'NEW'],
  ['17-08-1985', 'NEW'],
  ['17/8/85', 'NEW'],
  ['17.08.1985', 'NEW'],
  ['17 Agustus 1985', 'NEW'],
  ['17 Nop 85', 'NEW'],
  ['17 Agust 1985', 'NEW'],
  ['0000-00-00', 'NEW'],
  ['1985-08-17', 'NEW'],
  ['17081985', 'NEW'],
  ['Cilegon, 17 Agustus 1985', 'NEW'],
  [null, 'NEW'],
  ['31-02-1985', ['ERROR', 'IMPORT_DATE_INVALID']],
  [{ serial: 60 }, ['ERROR', 'IMPORT_DATE_INVALID']],
  ['08/17/1985', ['ERROR', 'IMPORT_DATE_ORDER']],
  ['Agustus 1985', ['ERROR', 'IMPORT_DATE_UNREADABLE']],
  [1985, ['ERROR', 'IMPORT_DATE_UNREADABLE']],
  ['kira-kira 40 tahun', ['ERROR', 'IMPORT_DATE_UNREADABLE']],
  ['17-08-2085', ['ERROR', 'BENEFICIARY_DATE_AHEAD']],
]);

const ages = columnShape('people of 65 and more', { header: 'Tgl Lahir', instead: 'Tgl Lahir' }, [
  ['02-02-1961', 'NEW'],
  ['01-02-1961', ['ERROR', 'ENROLLMENT_OVER_AGE']],
  ['17-08-1900', ['ERROR', 'ENROLLMENT_OVER_AGE']],
  ['17-08-1899', ['ERROR', 'IMPORT_DATE_INVALID']],
]);

const sexes = columnShape('sexes in every way', { header: 'L/P', instead: 'L/P' }, [
  ...(['L', 'P', 'Laki-laki', 'Pr', 'LK', 'perempuan', 'PRIA', '1', 2, null, '-'] as const).map(
    (word) => [word, 'NEW'] as const,
  ),
  ['X', ['ERROR', 'IMPORT_SEX_UNKNOWN']],
  [3, ['ERROR', 'IMPORT_SEX_UNKNOWN']],
  [{ boolean: true }, ['ERROR', 'IMPORT_SEX_UNKNOWN']],
]);

const work = columnShape(
  'work by name, by alias and unknown',
  { header: 'Pekerjaan', instead: 'Pekerjaan' },
  [
    ['Nelayan', 'NEW'],
    [' NELAYAN ', 'NEW'],
    ['Ojol', 'NEW'],
    ['ojek  daring', 'NEW'],
    ['Astronot', ['ERROR', 'IMPORT_CATEGORY_UNKNOWN']],
    [null, ['ERROR', 'IMPORT_CATEGORY_MISSING']],
  ],
);

const deciles = columnShape('deciles', { header: 'Desil' }, [
  [2, 'NEW'],
  ['10', 'NEW'],
  ['Desil 4', 'NEW'],
  ['D3', 'NEW'],
  [null, 'NEW'],
  ['-', 'NEW'],
  [0, ['ERROR', 'NUMBER_OUT_OF_RANGE']],
  [11, ['ERROR', 'NUMBER_OUT_OF_RANGE']],
  ['miskin', ['ERROR', 'IMPORT_NUMBER_UNREADABLE']],
  ['1,5', ['ERROR', 'IMPORT_NUMBER_UNREADABLE']],
]);

const phones = columnShape('telephone numbers', { header: 'No HP' }, [
  ['081298765432', 'NEW'],
  [81298765432, 'NEW'],
  ['+62 812-9876-5432', 'NEW'],
  ["'081298765432", 'NEW'],
  ['(0254) 391 234', 'NEW'],
  ['tidak ada', 'NEW'],
  ['0812', ['ERROR', 'BENEFICIARY_PHONE_FORM']],
  ['081298765432 / 081311112222', ['ERROR', 'BENEFICIARY_PHONE_FORM']],
  ['hubungi RT', ['ERROR', 'BENEFICIARY_PHONE_FORM']],
]);

const places = columnShape('wards', { header: 'Kelurahan' }, [
  ['Cibeber', 'NEW'],
  ['KEL. CIBEBER', 'NEW'],
  [null, 'NEW'],
  ['Atlantis', ['ERROR', 'IMPORT_PLACE_UNKNOWN']],
]);

const names = columnShape('names', { header: 'Nama', instead: 'Nama' }, [
  ["Nur'aini", 'NEW'],
  ['Hj. Siti  Aisyah,\nS.Pd', 'NEW'],
  ['=cmd()', 'NEW'],
  ['a'.repeat(200), 'NEW'],
  ['a'.repeat(201), ['ERROR', 'VALUE_TOO_LONG']],
  [null, ['ERROR', 'VALUE_MISSING']],
  ['  ', ['ERROR', 'VALUE_MISSING']],
]);

const formulas = columnShape('formulas in place of names', { header: 'Nama', instead: 'Nama' }, [
  [{ formula: 'VLOOKUP(A2,Data!A:B,2,0)', cached: 'Ahmad Hidayat' }, ['ERROR', 'IMPORT_CELL_FORMULA']],
  [{ formula: 'HYPERLINK("http://x.invalid","klik")', cached: '' }, ['ERROR', 'IMPORT_CELL_FORMULA']],
  [{ error: '#N/A' }, ['ERROR', 'IMPORT_CELL_ERROR']],
  [{ error: '#REF!' }, ['ERROR', 'IMPORT_CELL_ERROR']],
  ['Ahmad', 'NEW'],
]);

function several(): Shape {
  const { name } = anyone('several');
  const cells: Cell[] = [{ formula: 'A1', cached: '3672991708850001' }, name, '31-02-1985', 'X', 'Astronot'];
  return workbookShape('everything wrong in one row', [plainHeader, cells], {
    rows: {
      2: [
        'ERROR',
        'IMPORT_CATEGORY_UNKNOWN',
        'IMPORT_CELL_FORMULA',
        'IMPORT_DATE_INVALID',
        'IMPORT_SEX_UNKNOWN',
      ],
    },
  });
}

function duplicates(): Shape {
  const [first, second, third] = someone(3, 'duplicates').map(plainCells);
  const again = (cells: readonly string[] | undefined, ...instead: readonly string[]) => [
    ...instead,
    ...(cells ?? []).slice(instead.length),
  ];
  return workbookShape(
    'people twice in the file',
    [
      plainHeader,
      first ?? [],
      second ?? [],
      first ?? [],
      again(first, `'${first?.[0]}`, 'Nama Lain'),
      again(third, third?.[0] ?? '', third?.[1] ?? '', '31-02-1985'),
      third ?? [],
      third ?? [],
    ],
    verdictsFrom(
      2,
      'NEW',
      'NEW',
      ['DUPLICATE', 'IMPORT_DUPLICATE_IN_FILE'],
      ['DUPLICATE', 'IMPORT_DUPLICATE_IN_FILE'],
      ['ERROR', 'IMPORT_DATE_INVALID'],
      'NEW',
      ['DUPLICATE', 'IMPORT_DUPLICATE_IN_FILE'],
    ),
  );
}

export const cells: readonly Shape[] = [
  ...[nikNumbers, nikTexts, nikParts, dates, ages, sexes, work, deciles, phones, places, names, formulas],
  several(),
  duplicates(),
];
