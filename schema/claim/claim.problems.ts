import { registerProblems } from '../kernel/texts.js';

export const claimCodes = registerProblems({
  texts: {
    CLAIM_RUPIAH_INVALID: {
      id: 'Jumlah "{value}" harus bilangan bulat rupiah di atas nol, tanpa titik dan koma, misalnya 42000000.',
      en: 'The sum "{value}" must be whole rupiah above zero without points and commas, for instance 42000000.',
    },
    CLAIM_MONTH_IN_FUTURE: {
      id: 'Bulan {month} belum tiba. Catat klaim setelah dibayarkan.',
      en: 'The month {month} has not come. Record claims once they are paid.',
    },
    CLAIM_PROGRAM_REGION: {
      id: 'Program ini milik wilayah lain. Pilih program dari wilayah klaim ini, atau kosongkan.',
      en: 'This program belongs to another region. Choose a program of the region of the claims, or leave it empty.',
    },
    CLAIM_PERIOD_REVERSED: {
      id: 'Bulan terakhir (`until`) mendahului bulan pertama (`from`).',
      en: 'The last month (`until`) is before the first month (`from`).',
    },
    CLAIM_ROWS_TOO_MANY: {
      id: 'Lebih dari {limit} baris. Persempit dengan `filter`, atau kelompokkan lebih kasar.',
      en: 'There are more than {limit} rows. Narrow them with `filter`, or group more coarsely.',
    },
    CLAIM_EXISTS: {
      id: 'Klaim jenis ini untuk wilayah, program, dan bulan yang sama sudah tercatat. Ubah catatan itu.',
      en: 'Claims of this kind are already recorded for the same region, program and month. Correct that record.',
    },
  },
  constraints: {
    claim_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'regionId'] },
    claim_program_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    claim_kind_check: { code: 'VALUE_INVALID', path: ['input', 'kind'] },
    claim_month_form: { code: 'VALUE_INVALID', path: ['input', 'month'] },
    claim_cases_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'cases'] },
    claim_paid_range: { code: 'CLAIM_RUPIAH_INVALID', path: ['input', 'paidRupiah'] },
    claim_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    claim_entry_unique: { code: 'CLAIM_EXISTS', path: ['input', 'month'] },
  },
});
