import { registerProblems } from '../kernel/texts.js';

const enrollments = ['input', 'enrollmentIds'] as const;
const internal = { code: 'COVERAGE_MONTHS_INVALID', path: ['input', 'until'] } as const;
const caseInternal = { code: 'COVERAGE_CASE_BROKEN', path: ['id'] } as const;

export const coverageCodes = registerProblems({
  texts: {
    COVERAGE_ELSEWHERE: {
      id: 'Sudah dilindungi pembayar lain, {from} sampai {until}. Nomor kasus {caseNumber}; tanyakan kepada koordinator provinsi.',
      en: 'Already covered elsewhere, {from} to {until}. Case number {caseNumber}; ask the coordinator of the province.',
    },
    COVERAGE_WOULD_BE_REFUSED: {
      id: 'Sudah dilindungi pembayar lain, {from} sampai {until}. Nomor kasus diberikan saat dijalankan.',
      en: 'Already covered elsewhere, {from} to {until}. A case number is given when it is carried out.',
    },
    COVERAGE_TAKEN: {
      id: 'Bulan ini baru saja dilindungi pembayar lain. Jalankan sekali lagi untuk memperoleh nomor kasusnya.',
      en: 'Another payer covered such a month a moment ago. Run it once more to get the case number.',
    },
    COVERAGE_PROGRAM_NOT_OPEN: {
      id: 'Program ini belum disetujui atau sudah ditutup, sehingga bulannya tidak dapat diubah.',
      en: 'This program is not approved yet, or is closed, so that its months do not change.',
    },
    COVERAGE_OUTSIDE_PROGRAM: {
      id: 'Bulan yang diminta berada di luar masa program, atau terbalik. Pilih bulan di dalam masa program.',
      en: 'The months lie outside the period of the program, or are reversed. Choose months within it.',
    },
    COVERAGE_MONTHS_INVALID: {
      id: 'Rentang bulan terbalik atau tidak utuh. Isi bulan awal dan bulan akhir yang benar.',
      en: 'The span of months is reversed or not whole. Give the right first and last month.',
    },
    COVERAGE_BUDGET_LINE_MISSING: {
      id: 'Program ini tidak punya anggaran dari sumber itu untuk salah satu tahun. Catat anggarannya dahulu.',
      en: 'The program has no budget of this source for one of the years. Record the budget first.',
    },
    COVERAGE_BUDGET_LINE_AMBIGUOUS: {
      id: 'Program ini punya beberapa sumber dana pada tahun itu. Pilih sumber dananya.',
      en: 'The program has several sources of money in that year. Choose the source.',
    },
    COVERAGE_TARIFF_MISSING: {
      id: 'Belum ada tarif untuk salah satu bulan itu. Catat tarifnya dahulu; bulan tanpa tarif tidak dilindungi diam-diam.',
      en: 'One of these months has no tariff. Record the tariff first; a month without one is not left out silently.',
    },
    COVERAGE_CHOICE_UNCLEAR: {
      id: 'Pilih peserta dengan daftar id atau dengan saringan, salah satu saja.',
      en: 'Choose the people either by a list of ids or by a filter.',
    },
    COVERAGE_BILLED_FROZEN: {
      id: 'Bulan yang sudah ditagih tidak dihapus, melainkan dikreditkan dengan nota kredit.',
      en: 'Billed months are not removed; they are taken back by a credit note.',
    },
    COVERAGE_PAID_TWICE_LINKED: {
      id: 'Salah satu bulan ini tercatat dibayar dua kali dan menjadi bulan yang dihitung, sehingga tidak dapat dihapus.',
      en: 'One of these months is recorded as paid twice and is the one that counts, so it cannot be removed.',
    },
    COVERAGE_CASE_MOVE_NOT_ALLOWED: {
      id: 'Kasus ini sudah diselesaikan. Muat ulang untuk melihat keadaannya.',
      en: 'This case is settled already. Reload to see its state.',
    },
    COVERAGE_CASE_BROKEN: {
      id: 'Kasus ini tidak dapat dicatat seperti itu. Muat ulang, lalu coba lagi.',
      en: 'The case cannot be recorded like that. Reload and try again.',
    },
    DOUBLE_PAYMENT_HOLDER_GONE: {
      id: 'Pembayar lain tidak lagi melindungi semua bulan kasus ini. Lindungi bulan yang bebas, bukan mencatat pembayaran ganda.',
      en: 'The other payer no longer covers all months of this case. Cover the free months instead of recording a double payment.',
    },
    DOUBLE_PAYMENT_SETTLED: {
      id: 'Pembayaran ganda ini sudah diselesaikan.',
      en: 'This double payment is settled already.',
    },
    DOUBLE_PAYMENT_RECORDED: {
      id: 'Bulan-bulan ini sudah tercatat sebagai pembayaran ganda.',
      en: 'These months are already recorded as a double payment.',
    },
    DOUBLE_PAYMENT_AMOUNT: {
      id: 'Jumlah yang kembali antara 0 dan jumlah yang dibayar; "pulih" berarti seluruhnya kembali.',
      en: 'What came back lies between 0 and what was paid; "recovered" means all of it.',
    },
  },
  constraints: {
    coverage_person_excluded: { code: 'COVERAGE_TAKEN', path: enrollments },
    coverage_program_state: { code: 'COVERAGE_PROGRAM_NOT_OPEN', path: ['input', 'programId'] },
    coverage_outside_program: { code: 'COVERAGE_OUTSIDE_PROGRAM', path: ['input', 'from'] },
    coverage_budget_line_missing: { code: 'COVERAGE_BUDGET_LINE_MISSING', path: ['input', 'fundingSource'] },
    coverage_budget_line_ambiguous: {
      code: 'COVERAGE_BUDGET_LINE_AMBIGUOUS',
      path: ['input', 'fundingSource'],
    },
    coverage_tariff_missing: { code: 'COVERAGE_TARIFF_MISSING', path: ['input', 'from'] },
    coverage_billed_frozen: { code: 'COVERAGE_BILLED_FROZEN', path: ['input', 'from'] },
    coverage_content_frozen: { code: 'COVERAGE_BILLED_FROZEN', path: ['input', 'from'] },
    coverage_credit_billed: { code: 'COVERAGE_BILLED_FROZEN', path: ['input', 'from'] },
    coverage_months_form: internal,
    coverage_jkk_range: { code: 'COVERAGE_TARIFF_MISSING', path: ['input', 'from'] },
    coverage_jkm_range: { code: 'COVERAGE_TARIFF_MISSING', path: ['input', 'from'] },
    coverage_jht_range: { code: 'COVERAGE_TARIFF_MISSING', path: ['input', 'from'] },
    coverage_person_fk: { code: 'REFERENCE_NOT_FOUND', path: enrollments },
    coverage_enrollment_fk: { code: 'REFERENCE_NOT_FOUND', path: enrollments },
    coverage_program_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    coverage_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    // also raised when a budget line is removed from which months are paid
    coverage_budget_line_fk: { code: 'VALUE_IN_USE', path: ['input', 'budgetLines'] },
    coverage_bill_fk: { code: 'REFERENCE_NOT_FOUND', path: ['id'] },
    coverage_credit_note_fk: { code: 'REFERENCE_NOT_FOUND', path: ['id'] },
    coverage_case_number_unique: caseInternal,
    coverage_case_person_fk: caseInternal,
    coverage_case_enrollment_fk: caseInternal,
    coverage_case_program_fk: caseInternal,
    coverage_case_region_fk: caseInternal,
    coverage_case_holder_program_fk: caseInternal,
    coverage_case_holder_region_fk: caseInternal,
    coverage_case_saved_range: caseInternal,
    coverage_case_months_form: internal,
    coverage_case_excluded: { code: 'COVERAGE_TAKEN', path: enrollments },
    coverage_case_state_check: { code: 'VALUE_INVALID', path: ['input', 'outcome'] },
    coverage_case_state_move: { code: 'COVERAGE_CASE_MOVE_NOT_ALLOWED', path: ['id'] },
    coverage_case_resolution_length: { code: 'VALUE_TOO_LONG', path: ['input', 'resolution'] },
    coverage_case_resolution_complete: { code: 'VALUE_MISSING', path: ['input', 'resolution'] },
    double_payment_holder_gone: { code: 'DOUBLE_PAYMENT_HOLDER_GONE', path: ['caseId'] },
    double_payment_state_move: { code: 'DOUBLE_PAYMENT_SETTLED', path: ['id'] },
    double_payment_excluded: { code: 'DOUBLE_PAYMENT_RECORDED', path: ['caseId'] },
    double_payment_coverage_fk: { code: 'COVERAGE_PAID_TWICE_LINKED', path: ['input', 'from'] },
    double_payment_case_fk: { code: 'REFERENCE_NOT_FOUND', path: ['caseId'] },
    double_payment_person_fk: caseInternal,
    double_payment_enrollment_fk: caseInternal,
    double_payment_program_fk: caseInternal,
    double_payment_region_fk: caseInternal,
    double_payment_holder_region_fk: caseInternal,
    double_payment_months_form: internal,
    double_payment_paid_range: { code: 'DOUBLE_PAYMENT_AMOUNT', path: ['caseId'] },
    double_payment_recovered_range: { code: 'DOUBLE_PAYMENT_AMOUNT', path: ['input', 'recoveredRupiah'] },
    double_payment_recovered_whole: { code: 'DOUBLE_PAYMENT_AMOUNT', path: ['input', 'recoveredRupiah'] },
    double_payment_state_check: { code: 'VALUE_INVALID', path: ['input', 'outcome'] },
    double_payment_ending_length: { code: 'VALUE_TOO_LONG', path: ['input', 'ending'] },
    double_payment_ending_complete: { code: 'VALUE_MISSING', path: ['input', 'ending'] },
  },
});
