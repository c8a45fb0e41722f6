import { registerProblems } from '../kernel/texts.js';

export const dataExportCodes = registerProblems({
  texts: {
    EXPORT_QUERY_INVALID: {
      id: 'Operasi GraphQL tidak dapat dijalankan ({detail}). Coba dahulu di GraphiQL.',
      en: 'The GraphQL operation cannot be run ({detail}). Try it in GraphiQL first.',
    },
    EXPORT_NOT_A_LIST: {
      id: 'Operasi ini harus berupa query dengan tepat satu daftar di akarnya, misalnya {example}. Statistik diunduh sebagai CSV atau XLSX dari konsol SQL (POST /sql).',
      en: 'The operation has to be a query with exactly one list at its root, for instance {example}. Statistics leave as CSV or XLSX from the SQL console (POST /sql).',
    },
    EXPORT_FIELDS_MISSING: {
      id: 'Pilih paling sedikit satu isian di bawah nodes atau edges { node }.',
      en: 'Choose at least one field below nodes or edges { node }.',
    },
    EXPORT_FIELD_UNFIT: {
      id: 'Isian {field} tidak dapat menjadi kolom berkas. Hapus dari operasi.',
      en: 'The field {field} cannot become a column of a file. Leave it out.',
    },
    EXPORT_CURSOR_PERSONAL: {
      id: 'Kursor pada urutan ini memuat data pribadi. Urutkan menurut CREATED_AT, atau tulis alasan.',
      en: 'Cursors in this order hold personal data. Order by CREATED_AT, or give a reason.',
    },
    EXPORT_NIK_MISSING: {
      id: 'NIK lengkap diminta, tetapi tidak ada kolom nik di luar daftar bersarang. Tambahkan nik ke operasi.',
      en: 'NIKs in full are asked for, but no column shows a NIK outside of nested lists. Add nik to the operation.',
    },
    EXPORT_NIK_TOO_MANY: {
      id: 'Satu berkas memuat paling banyak {limit} NIK lengkap. Persempit saringannya.',
      en: 'One file holds at most {limit} NIKs in full. Narrow the filter.',
    },
    EXPORT_NIK_DAY_LIMIT: {
      id: 'Dalam 24 jam paling banyak 5.000 NIK lengkap boleh keluar dalam berkas untuk satu akun. Persempit saringannya, atau lanjutkan besok.',
      en: 'At most 5,000 NIKs in full may leave in files for one account within 24 hours. Narrow the filter, or go on tomorrow.',
    },
    EXPORT_CHANGED: {
      id: 'Isi daftar berubah sejak unduhan terputus, sehingga bagian yang sudah ada tidak dapat disambung. Unduh lagi dari awal.',
      en: 'The list has changed since the download broke off, so that the part you have cannot be gone on with. Download it from the beginning.',
    },
    EXPORT_ROWS_TOO_MANY: {
      id: 'Lembar Excel memuat paling banyak {limit} baris. Persempit saringannya, atau pilih CSV.',
      en: 'A sheet of Excel holds at most {limit} rows. Narrow the filter, or choose CSV.',
    },
  },
  constraints: {
    nik_reveal_day_limit: { code: 'EXPORT_NIK_DAY_LIMIT', path: ['nik'] },
    nik_reveal_export_fk: { code: 'NOT_FOUND', path: ['id'] },
    data_export_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    data_export_format_check: { code: 'VALUE_INVALID', path: ['format'] },
    data_export_state_check: { code: 'VALUE_INVALID', path: ['state'] },
    data_export_list_name_length: { code: 'VALUE_TOO_LONG', path: ['query'] },
    data_export_reason_length: { code: 'VALUE_TOO_LONG', path: ['reason'] },
    data_export_reason_given: { code: 'VALUE_MISSING', path: ['reason'] },
  },
});
