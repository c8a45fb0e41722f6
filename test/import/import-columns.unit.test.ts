import 'reflect-metadata';
import { describe, expect, it, test } from '@jest/globals';
import {
  fieldOfHeader,
  findHeader,
  ImportField,
  isNumberingRow,
  isSideBySide,
  isTotalRow,
  peopleOf,
} from '../../schema/import/import-columns.js';
import { sheetRow } from './rows.js';

test.each([
  ['NIK', 'NIK'],
  ['No. KTP', 'NIK'],
  ['NOMOR INDUK\nKEPENDUDUKAN', 'NIK'],
  ['N I K', 'NIK'],
  ['NIK (16 digit)*', 'NIK'],
  ['Nama Lengkap (sesuai KTP)', 'NAME'],
  ['nama_peserta', 'NAME'],
  ['NAMA CALON PENERIMA BANTUAN', 'NAME'],
  ['Nama Ibu Kandung', 'IGNORE'],
  ['Tgl. Lahir', 'BIRTH_DATE'],
  ['Tanggal Lahir (dd/mm/yyyy)', 'BIRTH_DATE'],
  ['TTL', 'BIRTH_DATE'],
  ['Tempat, Tgl Lahir', 'BIRTH_DATE'],
  ['Tempat/Tanggal  Lahir', 'BIRTH_DATE'],
  ['Tempat Lahir', 'BIRTH_PLACE'],
  ['L/P', 'SEX'],
  ['(L/P)', 'SEX'],
  ['Jenis Kelamin (L/P)', 'SEX'],
  ['Jns. Pekerjaan', 'CATEGORY'],
  ['Profesi', 'CATEGORY'],
  ['Alamat Lengkap', 'ADDRESS'],
  ['RT/RW', 'RT'],
  ['Rw', 'RW'],
  ['Kelurahan/Desa', 'VILLAGE'],
  ['Kel.', 'VILLAGE'],
  ['Kec', 'DISTRICT'],
  ['Kode Wilayah', 'REGION_CODE'],
  ['No. HP/WA', 'PHONE'],
  ['Desil DTSEN', 'DECILE'],
  ['Jabatan', 'POST'],
  ['No SK', 'DECREE'],
  ['Angkatan/Tahap', 'COHORT'],
  ['TMT', 'ENTERED_ON'],
  ['No. KPJ', 'KPJ'],
  ['Ket.', 'NOTE'],
  ['No.', 'IGNORE'],
  ['No KK', 'IGNORE'],
  ['Golongan Darah', null],
  ['', null],
  ['x'.repeat(1000), null],
])('the header %j names %s', (header, field) => {
  expect(fieldOfHeader(header)).toBe(field);
});

describe('the header of a roster', () => {
  const fieldsOf = (header: ReturnType<typeof findHeader>) => header?.columns.map(({ field }) => field);

  it('is found in the first row', () => {
    const header = findHeader([
      sheetRow(['NIK', 'Nama', 'Gol. Darah']),
      sheetRow(['3672991203859001', 'Ani', 'O'], undefined, 2),
    ]);

    expect(header).toEqual({
      rowNumber: 1,
      columns: [
        { index: 0, header: 'NIK', field: 'NIK' },
        { index: 1, header: 'Nama', field: 'NAME' },
        { index: 2, header: 'Gol. Darah', field: null },
      ],
    });
  });

  it('is found below a title block that names village and district', () => {
    const header = findHeader([
      sheetRow(['DAFTAR PEKERJA RENTAN', '', ''], undefined, 1),
      sheetRow(['Kelurahan', ': Tegal Ratu', 'Kecamatan', ': Ciwandan', 'Alamat'], undefined, 2),
      sheetRow(['', '', ''], undefined, 3),
      sheetRow(['No', 'NIK', 'Nama Lengkap', 'L/P'], undefined, 4),
      sheetRow(['1', '2', '3', '4'], undefined, 5),
      sheetRow(['1', '3672991203859001', 'Ani', 'P'], undefined, 6),
    ]);

    expect(header?.rowNumber).toBe(4);
    expect(fieldsOf(header)).toEqual(['IGNORE', 'NIK', 'NAME', 'SEX']);
  });

  it('is read over two lines, with cells merged downwards and sideways', () => {
    const header = findHeader([
      sheetRow(['No', 'NIK', 'Data Diri', '', '', 'Alamat', '', '', 'SK', ''], undefined, 3),
      sheetRow(['', '', 'Nama', 'Tgl Lahir', 'L/P', 'Jalan', 'RT', 'Kel', 'Nomor', 'Tanggal'], undefined, 4),
      sheetRow(
        ['1', '3672991203859001', 'Ani', '12-03-1985', 'P', 'Jl. A', '1', 'X', '1/2026', ''],
        undefined,
        5,
      ),
    ]);

    expect(header?.rowNumber).toBe(4);
    expect(fieldsOf(header)).toEqual([
      ...['IGNORE', 'NIK', 'NAME', 'BIRTH_DATE', 'SEX', 'ADDRESS', 'RT', 'VILLAGE', 'DECREE', null],
    ]);
    expect(header?.columns[2]?.header).toBe('Data Diri / Nama');
  });

  it('stays one line when a title stands right above it', () => {
    const header = findHeader([
      sheetRow(['DAFTAR NELAYAN', ''], undefined, 1),
      sheetRow(['NIK', 'Nama'], undefined, 2),
    ]);

    expect(header?.columns.map(({ header: text }) => text)).toEqual(['NIK', 'Nama']);
  });

  it('takes the first of two columns for one field', () => {
    const header = findHeader([sheetRow(['NIK', 'Nama', 'Nama Lengkap', 'No KK', 'No'])]);

    expect(fieldsOf(header)).toEqual(['NIK', 'NAME', null, 'IGNORE', 'IGNORE']);
  });

  it('splits place and date of birth below one merged header', () => {
    const header = findHeader([
      sheetRow(['NIK', 'Nama', 'Tempat/Tgl Lahir', '', 'L/P'], undefined, 1),
      sheetRow(['3672991203859001', 'Ani', 'Cilegon', '12-03-1985', 'P'], undefined, 2),
    ]);

    expect(fieldsOf(header)).toEqual(['NIK', 'NAME', 'BIRTH_PLACE', 'BIRTH_DATE', 'SEX']);
  });

  it('shows columns that have content but no header, and leaves empty ones out', () => {
    const header = findHeader([
      sheetRow(['NIK', '', 'Nama', ''], undefined, 1),
      sheetRow(['3672991203859001', '', 'Ani', 'baru'], undefined, 2),
    ]);

    expect(header?.columns.map(({ index }) => index)).toEqual([0, 2, 3]);
  });

  it('is not found where nothing names a NIK or a person', () => {
    expect(findHeader([])).toBeNull();
    expect(
      findHeader([sheetRow(['3672991203859001', 'Ani']), sheetRow(['Desa', 'Kecamatan', 'Alamat'])]),
    ).toBeNull();
  });
});

test.each([
  [['1', '2', '3'], true],
  [['', '(1)', '(2)', '', '3.'], true],
  [['1', '3672991203859001'], false],
  [['1'], false],
  [['2', '3'], false],
  [[], false],
])('%j only counts the columns: %s', (texts, is) => {
  expect(isNumberingRow(sheetRow(texts))).toBe(is);
});

test.each([
  [['', 'Jumlah', '3.500'], true],
  [['TOTAL PESERTA: 120 orang'], true],
  [['Sub Total', '12'], true],
  [['Jumlah', '', '3672991203859001'], false],
  [['Total Sinaga', 'Kp. Baru'], false],
  [['1', 'Total'], false],
  [['', ''], false],
])('%j sums up: %s', (texts, is) => {
  expect(isTotalRow(sheetRow(texts))).toBe(is);
});

/** Rows as texts, with NIK and name in the second and third column; which of them are people. */
function peopleAmong(...rows: readonly (readonly string[])[]): boolean[] {
  const isPerson = peopleOf(
    new Map([
      [ImportField.NIK, 1],
      [ImportField.NAME, 2],
    ]),
  );
  return rows.map((texts) => isPerson(sheetRow(texts)));
}
const somebody = ['1', '3672991708850001', 'Ahmad', '17-08-1985', 'Nelayan'];

test.each([
  [['', '', '', '', 'Cilegon, 11 Februari 2026'], false],
  [['3', '', '', '', 'Nelayan'], false],
  [['', '3672991708850001', '', '', ''], true],
  [['', '3,67E+15', '', '', ''], true],
  [['', '', 'Ahmad', '', ''], true],
  [['', 'belum ada', 'Ahmad', '', ''], true],
  [['', '', '', '17-08-1985', 'Nelayan', 'Kp. Jombang'], true],
  [['7', '', 'Ahmad', 'Cilegon, 17 Agustus 1985', 'Nelayan'], true],
  [['No', 'NIK', 'Nama', 'Tgl Lahir', 'Pekerjaan'], false],
  [['', '', 'NAMA LENGKAP', 'Tgl Lahir', 'Pekerjaan'], false],
  [['A', 'KELURAHAN CIBEBER'], false],
  [['', '', 'Kelompok Nelayan Mina Jaya'], false],
  [['Jumlah Laki-laki', '', '120'], false],
])('%j is a person: %s', (texts, is) => {
  expect(peopleAmong(texts)).toEqual([is]);
});

test('nobody stands below a signature, until somebody has a NIK again', () => {
  expect(
    peopleAmong(
      somebody,
      ['', '', 'Mengetahui,', '', 'Dibuat oleh,'],
      ['', '', 'Lurah Cibeber', 'Ketua RW', 'Ketua RT'],
      ['', '', 'H. SUPARDI, S.Sos', '(……)', 'AHMAD'],
      ['', 'NIP. 196808171990031005', 'NIP. 197011111990031001', '', ''],
      somebody,
      ['2', '', 'Budi', '17-08-1985', 'Nelayan'],
      ['', 'Cilegon, 3 Januari 2026'],
      ['', 'Ketua RW', 'Ketua RT', 'Lurah'],
    ),
  ).toEqual([true, false, false, false, false, true, true, false, false]);
});

test('two people in a row are seen by the headers that come twice', () => {
  const isDouble = (...texts: string[]) => {
    const header = findHeader([sheetRow(texts)]);
    return header && isSideBySide(header);
  };
  expect(isDouble('No', 'NIK', 'Nama', 'No', 'NIK', 'Nama')).toBe(true);
  expect(isDouble('NIK', 'Nama', 'No KTP', 'Nama Ibu')).toBe(false);
  expect(isDouble('NIK', 'Nama', 'NIK Pasangan', 'Nama')).toBe(false);
});
