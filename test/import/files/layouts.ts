import {
  anyone,
  dayFirst,
  plainCells,
  plainHeader,
  type Shape,
  separated,
  someone,
  textShape,
  verdictsFrom,
  workbookShape,
} from './shape.js';
import { type Cell, workbookOf } from './workbook.js';

// What stands around the people: titles, merged cells, more than one header, totals, columns nobody asked for.

function titleBlock(): Shape {
  const [first, second] = someone(2, 'title').map(plainCells);
  return workbookShape(
    'a title block with merged cells above the header',
    [
      ['DAFTAR PEKERJA RENTAN PENERIMA BANTUAN IURAN'],
      ['DINAS PERIKANAN KOTA CILEGON TAHUN 2026'],
      [],
      ['Kecamatan', ': Cibeber'],
      ['Jumlah Peserta', ': 2'],
      [],
      plainHeader,
      first ?? [],
      second ?? [],
    ],
    verdictsFrom(8, 'NEW', 'NEW'),
    { merges: ['A1:E1', 'A2:E2'] },
  );
}

function twoHeaderRows(): Shape {
  const [first, second] = someone(2, 'two headers');
  const cells = (person: typeof first, index: number): Cell[] =>
    person === undefined
      ? []
      : [index, person.nik, person.name, 'Cilegon', dayFirst(person.birthDate), 'L', '1', '2', 'Nelayan'];
  return workbookShape(
    'a header of two rows with merged cells and a row of numbers beneath',
    [
      ['No', 'NIK', 'Nama', 'Kelahiran', null, 'L/P', 'Alamat', null, 'Pekerjaan'],
      [null, null, null, 'Tempat Lahir', 'Tanggal Lahir', null, 'RT', 'RW', null],
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      cells(first, 1),
      cells(second, 2),
    ],
    verdictsFrom(4, 'NEW', 'NEW'),
    { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2', 'G1:H1', 'I1:I2'] },
  );
}

function marksForSexes(): Shape {
  const cells = (person: { nik: string; name: string }, ...marks: readonly Cell[]): Cell[] => [
    person.nik,
    person.name,
    ...marks,
    'Nelayan',
  ];
  const [first, second, third, fourth] = someone(4, 'marks');
  if (!first || !second || !third || !fourth) throw new Error('nobody');
  return workbookShape(
    'a column for men and one for women, with ticks',
    [
      ['NIK', 'Nama', 'Jenis Kelamin', null, 'Pekerjaan'],
      [null, null, 'L', 'P', null],
      cells(first, '√', null),
      cells(second, '-', 'v'),
      cells(third, null, null),
      cells(fourth, 'x', 'x'),
    ],
    verdictsFrom(3, 'NEW', 'NEW', 'NEW', ['ERROR', 'IMPORT_SEX_UNKNOWN']),
    { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'] },
  );
}

function blankRowsAndTotals(): Shape {
  const [first, second, third] = someone(3, 'totals').map(plainCells);
  return workbookShape(
    'blank rows between people, subtotals, a total and a signature below',
    [
      plainHeader,
      first ?? [],
      [],
      ['Sub Total', null, null, null, 1],
      [null, ' '],
      second ?? [],
      third ?? [],
      [null, null, null, null, 'Nelayan'],
      ['JUMLAH', null, null, null, 3],
      [],
      [null, null, null, null, 'Cilegon, 11 Februari 2026'],
      [null, null, 'Mengetahui', null, 'Kepala Dinas'],
      [null, null, null, null, 'ttd.'],
    ],
    { rows: { 2: 'NEW', 6: 'NEW', 7: 'NEW' } },
  );
}

function printedPages(): Shape {
  const [first, second, third] = someone(3, 'pages').map(plainCells);
  const top = [['DAFTAR NELAYAN KOTA CILEGON'], plainHeader, [1, 2, 3, 4, 5]];
  return workbookShape(
    'a header again on each printed page, headings of villages and signatures',
    [
      ...top,
      ['KELURAHAN CIBEBER'],
      first ?? [],
      ['Halaman 1 dari 2'],
      ...top,
      ['B', null, 'KELURAHAN KEDALEMAN'],
      second ?? [],
      [null, 'Tanpa NIK', '17-08-1985', 'L', 'Nelayan'],
      third ?? [],
      ['Jumlah Laki-laki', 2],
      [null, 'Mengetahui,', null, null, 'Dibuat oleh,'],
      [null, 'Lurah Cibeber', 'Ketua RW', null, 'Ketua RT'],
      [null, 'H. SUPARDI, S.Sos', '(……………)', null, 'AHMAD'],
      [null, 'NIP. 196808171990031005', null, null, 'NIP. 197011111990031001'],
    ],
    { rows: { 5: 'NEW', 11: 'NEW', 12: ['ERROR', 'VALUE_MISSING'], 13: 'NEW' } },
  );
}

function sideBySide(): Shape {
  const [first, second] = someone(2, 'side').map(({ nik, name }) => [nik, name]);
  return workbookShape(
    'two people beside each other in each row',
    [
      ['NIK', 'Nama', 'NIK', 'Nama'],
      [...(first ?? []), ...(second ?? [])],
    ],
    { refused: 'IMPORT_PEOPLE_SIDE_BY_SIDE' },
  );
}

function otherOrder(): Shape {
  const { nik, name, birthDate } = anyone('order');
  return workbookShape(
    'columns in another order, with columns that the registry does not keep',
    [
      [
        'No',
        'Tanda Tangan',
        'Nama Ibu Kandung',
        'Jenis Kelamin',
        'Nama Lengkap',
        'Umur',
        'Tanggal Lahir',
        'Profesi',
        'Nomor KK',
        'Nomor KTP',
        'Penghasilan',
      ],
      [
        1,
        null,
        'Sumiyati',
        'Laki-laki',
        name,
        40,
        dayFirst(birthDate),
        'Nelayan',
        '3672990000000001',
        nik,
        '1.500.000',
      ],
    ],
    verdictsFrom(2, 'NEW'),
  );
}

function headerVariants(): Shape {
  const { nik, name, birthDate } = anyone('variants');
  return workbookShape(
    'headers as agencies write them',
    [
      [
        'No. KTP',
        'Nama Lengkap (sesuai KTP)',
        'Tempat, Tgl. Lahir',
        'L / P',
        'Pekerjaan *)',
        'Desil',
        'Alamat',
        'Kel/Desa',
        'Kec.',
        'No. HP/WA',
        'Ket.',
      ],
      [
        nik,
        name,
        `Cilegon, ${dayFirst(birthDate)}`,
        'P',
        'Nelayan',
        '2',
        'Kp. Jombang RT 01/02',
        'Cibeber',
        'Cibeber',
        '081298765432',
        'anggota kelompok',
      ],
    ],
    verdictsFrom(2, 'NEW'),
  );
}

function fieldNames(): Shape {
  const person = anyone('field names');
  const rows = [
    ['nama_lengkap', 'tanggal_lahir', 'jenis_kelamin', 'pekerjaan', 'nik'],
    [person.name, person.birthDate, 'L', 'nelayan', person.nik],
  ];
  return textShape(
    'headers as programs write them',
    () => Buffer.from(separated(rows)),
    verdictsFrom(2, 'NEW'),
  );
}

function sheetsBeside(): Shape {
  const person = anyone('sheets');
  const reference: readonly (readonly Cell[])[] = [
    ['Kode', 'Kategori'],
    [1, 'Nelayan'],
  ];
  return {
    name: 'a hidden sheet and an empty one in front',
    fileName: 'daftar.xlsx',
    bytes: () =>
      workbookOf([
        { name: 'Referensi', rows: reference, state: 'hidden' },
        { name: 'Sheet1', rows: [] },
        { name: 'Data', rows: [plainHeader, plainCells(person)] },
        { name: 'Rekap', rows: reference },
      ]),
    expected: verdictsFrom(2, 'NEW'),
  };
}

function coverInFront(): Shape {
  const person = anyone('cover');
  return {
    name: 'a cover in front of the sheet with the people',
    fileName: 'daftar.xlsx',
    bytes: () =>
      workbookOf([
        { name: 'Sampul', rows: [['DAFTAR NELAYAN'], ['KOTA CILEGON 2026']] },
        { name: 'Data', rows: [plainHeader, plainCells(person)] },
      ]),
    expected: verdictsFrom(2, 'NEW'),
  };
}

function sheetForEachDistrict(): Shape {
  const [first, second] = someone(2, 'districts').map(plainCells);
  return {
    name: 'a sheet of people for each district',
    fileName: 'daftar.xlsx',
    bytes: () =>
      workbookOf([
        { name: 'Kec. Cibeber', rows: [plainHeader, first ?? []] },
        { name: 'Kec. Citangkil', rows: [plainHeader, second ?? []] },
      ]),
    expected: { refused: 'IMPORT_SHEETS_SEVERAL' },
  };
}

function formattedToTheEnd(): Shape {
  const person = anyone('formatted');
  return workbookShape(
    'whole columns formatted down to the last row of Excel',
    [plainHeader, plainCells(person)],
    verdictsFrom(2, 'NEW'),
    { dimension: 'A1:XFD1048576' },
  );
}

const headerOnly: Shape = workbookShape('a header without people', [plainHeader], {
  refused: 'IMPORT_NO_ROWS',
});

const noHeader: Shape = workbookShape('people without a header', [plainCells(anyone('no header'))], {
  refused: 'IMPORT_NO_HEADER',
});

const proseOnly: Shape = textShape(
  'a letter instead of a roster',
  () =>
    Buffer.from('Kepada Yth.\r\nKepala Dinas Perikanan\r\nBersama ini kami sampaikan daftar terlampir.\r\n'),
  { refused: 'IMPORT_NO_HEADER' },
);

export const layouts: readonly Shape[] = [
  titleBlock(),
  twoHeaderRows(),
  marksForSexes(),
  blankRowsAndTotals(),
  printedPages(),
  sideBySide(),
  otherOrder(),
  headerVariants(),
  fieldNames(),
  sheetsBeside(),
  coverInFront(),
  sheetForEachDistrict(),
  formattedToTheEnd(),
  headerOnly,
  noHeader,
  proseOnly,
];
