import type { Locale } from '../kernel/actor.js';
import { messageOf, type Text } from '../kernel/texts.js';

const nikCard = {
  id: 'Cocokkan NIK dengan KTP atau KK, lalu ketik ulang ke-16 angkanya.',
  en: 'Compare the NIK with the identity card and type its 16 digits again.',
};
const original = {
  id: 'Minta data aslinya, ubah format kolom NIK menjadi teks, lalu isi ulang NIK ini.',
  en: 'Ask for the original, format the NIK column as text, and enter this NIK again.',
};

/** What to do about a problem, where its message says so only with the value in it, or leaves it to the form. */
const suggestions: Readonly<Record<string, Text>> = {
  NIK_SCIENTIFIC: original,
  NIK_SERIAL: original,
  IMPORT_NIK_DIGIT_LOST: original,
  NIK_NOT_DIGITS: nikCard,
  NIK_LENGTH: nikCard,
  NIK_REPEATED_DIGIT: nikCard,
  NIK_PROVINCE_UNKNOWN: nikCard,
  NIK_DAY: nikCard,
  NIK_MONTH: nikCard,
  BENEFICIARY_REGISTERED: { id: 'Hapus baris ini.', en: 'Remove this row.' },
  VALUE_MISSING: { id: 'Isi sel ini.', en: 'Fill in this cell.' },
  VALUE_TOO_LONG: { id: 'Persingkat isinya.', en: 'Shorten the content.' },
  TEXT_UNREADABLE: {
    id: 'Ketik ulang isi sel ini, atau simpan berkasnya sebagai UTF-8.',
    en: 'Type this cell again, or save the file as UTF-8.',
  },
  IMPORT_DATE_INVALID: {
    id: 'Tanggal ini tidak ada di kalender; cocokkan dengan KTP.',
    en: 'This date is not in the calendar; compare it with the identity card.',
  },
  BENEFICIARY_DATE_AHEAD: {
    id: 'Periksa tahunnya; tanggal ini belum terjadi.',
    en: 'Check the year; this date has not come yet.',
  },
  IMPORT_DATE_UNREADABLE: {
    id: 'Tulis tanggal sebagai hari-bulan-tahun, misalnya 17-08-1985.',
    en: 'Write the date as day-month-year, for instance 17-08-1985.',
  },
  IMPORT_DATE_ORDER: {
    id: 'Tulis hari lebih dahulu: hari-bulan-tahun, misalnya 17-08-1985.',
    en: 'Write the day first: day-month-year, for instance 17-08-1985.',
  },
  IMPORT_SEX_UNKNOWN: { id: 'Tulis L atau P.', en: 'Write L (male) or P (female).' },
  IMPORT_CATEGORY_UNKNOWN: {
    id: 'Tulis nama kategori program seperti pada halaman program.',
    en: 'Write the name of a category as the page of the program has it.',
  },
  IMPORT_PLACE_UNKNOWN: {
    id: 'Periksa ejaan kelurahan/desa dan kecamatannya, atau tulis kode wilayah Kemendagri.',
    en: 'Check the spelling of village and district, or give the code of the Ministry of Home Affairs.',
  },
  IMPORT_PLACE_AMBIGUOUS: {
    id: 'Isi kolom kecamatan, atau tulis kode wilayahnya.',
    en: 'Fill in the district, or give the code of the region.',
  },
  IMPORT_NUMBER_UNREADABLE: {
    id: 'Tulis angkanya saja, misalnya 2, dalam kolom berformat teks.',
    en: 'Write the number alone, for instance 2, in a column kept as text.',
  },
  IMPORT_DUPLICATE_IN_FILE: {
    id: 'Hapus salah satu dari kedua baris, atau perbaiki NIK yang keliru.',
    en: 'Remove one of the two rows, or correct the wrong NIK.',
  },
  IMPORT_IN_OTHER_PROGRAM: {
    id: 'Hapus baris ini, atau akhiri kepesertaannya di program lain dahulu.',
    en: 'Remove this row, or end the enrollment in the other program first.',
  },
  NUMBER_OUT_OF_RANGE: { id: 'Tulis angka 1 sampai 10.', en: 'Write a number from 1 to 10.' },
  BENEFICIARY_DECILE_INCOMPLETE: {
    id: 'Isi sumber dan tanggal desil pada pemetaan.',
    en: 'Give source and date of the deciles in the mapping.',
  },
  ENROLLMENT_CATEGORY_OUTSIDE: {
    id: 'Ganti dengan kategori yang diterima program, atau hapus baris ini.',
    en: 'Write a category that the program takes, or remove this row.',
  },
  ENROLLMENT_QUOTA_FULL: {
    id: 'Tambah kuota program, lalu unggah lagi baris ini.',
    en: 'Raise the quota of the program, then upload this row again.',
  },
  ENROLLMENT_OVER_AGE: {
    id: 'Hapus baris ini; jika tanggal lahirnya keliru, perbaiki menurut KTP.',
    en: 'Remove this row; if the date of birth is wrong, correct it by the identity card.',
  },
  ENROLLMENT_PERSON_TAKEN: {
    id: 'Hapus baris ini; orangnya sudah menjadi peserta.',
    en: 'Remove this row; the person is enrolled already.',
  },
};

/** One short sentence of what to do about a problem of a row, for the file that is given back. */
export function suggestionOf(code: string, locale: Locale): string {
  return suggestions[code]?.[locale] ?? messageOf(code, {}, locale);
}
