import { registerProblems } from '../kernel/texts.js';

export const programCodes = registerProblems({
  texts: {
    PROGRAM_APPROVALS_MISSING: {
      id: 'Persetujuan orang lain atas isi yang sekarang belum cukup; yang terakhir mengubahnya tidak dihitung. Tekan "Minta persetujuan", lalu lihat halaman Persetujuan.',
      en: 'Not enough other people have approved the present content; whoever edited it last does not count. Press "Ask for approval", then see the page of approvals.',
    },
    PROGRAM_PERIOD_REVERSED: {
      id: 'Bulan akhir ({until}) mendahului bulan mulai ({from}). Perbaiki salah satunya.',
      en: 'The last month ({until}) lies before the first month ({from}). Correct one of them.',
    },
    PROGRAM_PERIOD_TOO_LONG: {
      id: 'Satu program paling lama 10 tahun. Pecah menjadi beberapa program.',
      en: 'A program runs for 10 years at most. Split it into several.',
    },
    PROGRAM_PERIOD_COVERED: {
      id: 'Ada bulan perlindungan di luar masa yang baru. Cabut dahulu bulan itu, atau perpanjang masanya.',
      en: 'Months outside the new period are covered. Take them back first, or make the period longer.',
    },
    PROGRAM_DECILES_REVERSED: {
      id: 'Desil tertinggi ({highest}) lebih kecil daripada desil terendah ({lowest}).',
      en: 'The highest decile ({highest}) lies below the lowest ({lowest}).',
    },
    PROGRAM_WAGE_BASE_MISSING: {
      id: 'Segmen PU memerlukan upah yang dilaporkan, karena iurannya berupa persen dari upah.',
      en: 'The segment PU needs the reported wage, because contributions are a percentage of it.',
    },
    PROGRAM_AMOUNT_NOT_POSITIVE: {
      id: 'Rupiah harus lebih dari 0; yang diterima {value}.',
      en: 'Rupiah must lie above 0; received {value}.',
    },
    PROGRAM_BUDGET_PART_LARGER: {
      id: 'Bagian bukan iuran (Rp{value}) melebihi pagunya (Rp{limit}). Perbaiki salah satunya.',
      en: 'The part that is not for contributions (Rp{value}) exceeds the ceiling (Rp{limit}). Correct one of them.',
    },
    PROGRAM_BUDGET_NEGATIVE: {
      id: 'Pagu tidak boleh negatif; yang diterima {value}.',
      en: 'A ceiling must not be negative; received {value}.',
    },
    PROGRAM_BUDGET_LINE_TWICE: {
      id: 'Tahun {fiscalYear} dan sumber dana {fundingSource} tercantum dua kali. Gabungkan menjadi satu baris.',
      en: 'The year {fiscalYear} and the source {fundingSource} are listed twice. Make one line of them.',
    },
    PROGRAM_BUDGET_LINE_USED: {
      id: 'Baris anggaran ini sudah membayar perlindungan, sehingga tidak dapat dihapus. Ubah pagunya saja.',
      en: 'This budget line already pays for cover, so it cannot be removed. Change its ceiling instead.',
    },
    PROGRAM_REGION_LEVEL: {
      id: 'Yang membayar program adalah provinsi, kabupaten, atau kota. Pilih wilayah pada tingkat itu.',
      en: 'Provinces, regencies and cities pay for programs. Choose a region of that level.',
    },
    PROGRAM_REFERENCE_TWICE: {
      id: 'Data ini sudah tercantum.',
      en: 'This record is already listed.',
    },
    PROGRAM_REFERENCE_FOREIGN: {
      id: 'Peraturan atau perjanjian ini milik daerah lain. Pilih yang nasional, milik provinsi, atau milik daerah ini.',
      en: 'This regulation or agreement is of another region. Choose a national one, or one of the province or this region.',
    },
    PROGRAM_MOVE_NOT_ALLOWED: {
      id: 'Tindakan "{move}" tidak tersedia pada keadaan {state}. Yang tersedia: {allowed}.',
      en: '"{move}" is not possible in state {state}. Possible: {allowed}.',
    },
    PROGRAM_IDENTITY_FROZEN: {
      id: 'Program sudah disetujui: kuota, masa, dasar, dan anggarannya masih dapat diubah, bagian ini tidak. Buat program baru.',
      en: 'The program is approved: quota, months, bases and budget may still change, this may not. Create a new program.',
    },
    PROGRAM_CLOSED: {
      id: 'Program sudah ditutup, sehingga tidak dapat diubah lagi.',
      en: 'The program is closed and cannot be changed any more.',
    },
    PROGRAM_UNFOUNDED: {
      id: 'Bulan {months} tidak ditopang {basis} yang berlaku. Lengkapi dasarnya, atau ubah masa program.',
      en: 'No {basis} is in force in the months {months}. Add one, or change the months of the program.',
    },
  },
  constraints: {
    program_approvals_missing: { code: 'PROGRAM_APPROVALS_MISSING', path: ['id'] },
    program_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'regionId'] },
    program_region_frozen: { code: 'PROGRAM_IDENTITY_FROZEN', path: ['input', 'regionId'] },
    program_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    program_agency_length: { code: 'VALUE_TOO_LONG', path: ['input', 'agency'] },
    program_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    program_state_check: { code: 'VALUE_INVALID', path: ['id'] },
    program_state_move: { code: 'PROGRAM_MOVE_NOT_ALLOWED', path: ['id'] },
    program_identity_frozen: { code: 'PROGRAM_IDENTITY_FROZEN', path: ['input'] },
    program_closed: { code: 'PROGRAM_CLOSED', path: ['id'] },
    program_closing_complete: { code: 'VALUE_MISSING', path: ['id'] },
    program_period_order: { code: 'PROGRAM_PERIOD_REVERSED', path: ['input', 'monthUntil'] },
    program_period_length: { code: 'PROGRAM_PERIOD_TOO_LONG', path: ['input', 'monthUntil'] },
    program_period_covered: { code: 'PROGRAM_PERIOD_COVERED', path: ['input', 'monthUntil'] },
    program_month_form: { code: 'VALUE_INVALID', path: ['input', 'monthFrom'] },
    program_quota_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'quota'] },
    program_lowest_decile_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'lowestDecile'] },
    program_highest_decile_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'highestDecile'] },
    program_decile_order: { code: 'PROGRAM_DECILES_REVERSED', path: ['input', 'highestDecile'] },
    program_segment_check: { code: 'VALUE_INVALID', path: ['input', 'segment'] },
    program_wage_base_range: { code: 'PROGRAM_AMOUNT_NOT_POSITIVE', path: ['input', 'wageBaseRupiah'] },
    program_wage_base_presence: { code: 'PROGRAM_WAGE_BASE_MISSING', path: ['input', 'wageBaseRupiah'] },
    program_planned_tariff_range: {
      code: 'PROGRAM_AMOUNT_NOT_POSITIVE',
      path: ['input', 'plannedTariffRupiah'],
    },
    program_participant_kind_code_check: { code: 'VALUE_INVALID', path: ['input', 'participantKindCode'] },
    program_legal_basis_program_fk: { code: 'NOT_FOUND', path: ['id'] },
    program_legal_basis_regulation_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'legalBasisIds'] },
    program_legal_basis_unique: { code: 'PROGRAM_REFERENCE_TWICE', path: ['input', 'legalBasisIds'] },
    program_mou_program_fk: { code: 'NOT_FOUND', path: ['id'] },
    program_mou_mou_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'mouIds'] },
    program_mou_unique: { code: 'PROGRAM_REFERENCE_TWICE', path: ['input', 'mouIds'] },
    program_category_program_fk: { code: 'NOT_FOUND', path: ['id'] },
    program_category_category_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'categoryIds'] },
    program_category_unique: { code: 'PROGRAM_REFERENCE_TWICE', path: ['input', 'categoryIds'] },
    budget_line_program_fk: { code: 'NOT_FOUND', path: ['id'] },
    budget_line_fiscal_year_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'budgetLines'] },
    budget_line_funding_source_check: { code: 'VALUE_INVALID', path: ['input', 'budgetLines'] },
    budget_line_original_range: { code: 'PROGRAM_BUDGET_NEGATIVE', path: ['input', 'budgetLines'] },
    budget_line_non_premium_range: {
      code: 'PROGRAM_BUDGET_PART_LARGER',
      path: ['input', 'budgetLines'],
    },
    budget_line_revised_range: { code: 'PROGRAM_BUDGET_NEGATIVE', path: ['input', 'budgetLines'] },
    budget_line_account_code_length: { code: 'VALUE_TOO_LONG', path: ['input', 'budgetLines'] },
    budget_line_sub_activity_code_length: { code: 'VALUE_TOO_LONG', path: ['input', 'budgetLines'] },
    budget_line_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'budgetLines'] },
    budget_line_source_unique: { code: 'PROGRAM_BUDGET_LINE_TWICE', path: ['input', 'budgetLines'] },
  },
});
