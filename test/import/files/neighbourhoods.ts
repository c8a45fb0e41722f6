import { type Shape, separated, someone, textShape, verdictsFrom, workbookShape } from './shape.js';

// Lists as heads of an RT or RW type them, on paper first.

/** Sums below every RT, and the head of the RW signs without "Mengetahui". */
function groupedAndSigned(): Shape {
  const [one, two, three] = someone(3, 'grouped').map(({ nik, name }) => ['1', name, nik]);
  return workbookShape(
    'groups of an RT with sums, signed by its head alone',
    [
      ['DAFTAR NAMA PEKERJA RENTAN'],
      ['Nomor', 'Nm Lengkap', 'NIK', 'Pekerjaan'],
      ['RT 001'],
      [...(one ?? []), 'Nelayan'],
      ['Jumlah RT 001', '1 orang'],
      ['RT 002'],
      [...(two ?? []), 'Nelayan'],
      [...(three ?? []), 'Nelayan'],
      ['Jumlah RT 002', '2 orang'],
      [],
      [null, 'Ketua RW 005'],
      [null, '( H. Suparman )'],
    ],
    { rows: { 4: 'NEW', 7: 'NEW', 8: 'NEW' } },
  );
}

function parted(): Shape {
  const rows = someone(2, 'pipes').map(({ nik, name }) => [nik, name, 'Nelayan']);
  return textShape(
    'columns parted by |',
    () => Buffer.from(separated([['NIK', 'Nama', 'Pekerjaan'], ...rows], { delimiter: '|', lineEnd: '\n' })),
    verdictsFrom(2, 'NEW', 'NEW'),
  );
}

function numbersAsTyped(): Shape {
  const ways = [
    (nik: string) => nik.replace(/(\d{4})(?=\d)/g, '$1 '),
    (nik: string) => nik.replace(/(\d{6})(\d{6})/, '$1.$2.'),
    (nik: string) => `\u200b${nik}\u00a0`,
    (nik: string) => nik.replace('0', 'O'),
    (nik: string) => `${nik}1`,
    () => 'menyusul',
  ];
  const rows = someone(ways.length, 'typed').map(({ nik, name }, index) => [
    ways[index]?.(nik) ?? '',
    name,
    'Nelayan',
  ]);
  return textShape(
    'NIKs as people type them',
    () => Buffer.from(separated([['NIK', 'Nama', 'Pekerjaan'], ...rows], { delimiter: ';' })),
    verdictsFrom(
      2,
      'NEW',
      'NEW',
      'NEW',
      ['ERROR', 'NIK_NOT_DIGITS'],
      ['ERROR', 'NIK_LENGTH'],
      ['ERROR', 'NIK_NOT_DIGITS'],
    ),
  );
}

/** Excel makes the fifth of March of "3/5". */
function neighbourhoodsAsDates(): Shape {
  const ways = ['003/005', '3/5', { serial: 45_780, format: 'date' }, 'RT 03 RW 05'] as const;
  const rows = someone(ways.length, 'rt rw').map(({ nik, name }, index) => [
    nik,
    name,
    'Nelayan',
    ways[index] ?? null,
  ]);
  return workbookShape(
    'RT/RW, one of them made a date',
    [['NIK', 'Nama', 'Pekerjaan', 'RT/RW'], ...rows],
    verdictsFrom(2, 'NEW', 'NEW', ['ERROR', 'IMPORT_NUMBER_UNREADABLE'], 'NEW'),
  );
}

export const neighbourhoods: readonly Shape[] = [
  groupedAndSigned(),
  parted(),
  numbersAsTyped(),
  neighbourhoodsAsDates(),
];
