import { registerProblems } from '../kernel/texts.js';

const columns = ['input', 'columns'] as const;
const file = ['input', 'file'] as const;

export const branchListCodes = registerProblems({
  texts: {
    BRANCH_LAYOUT_PROVINCE: {
      id: 'Tata letak kolom milik provinsi. Pilih provinsi.',
      en: 'Layouts belong to a province. Choose a province.',
    },
    BRANCH_LAYOUT_COLUMNS: {
      id: 'Isi 1 sampai 40 kolom, masing-masing dengan judul paling panjang 100 karakter.',
      en: 'Give 1 to 40 columns, each with a header of at most 100 characters.',
    },
    BRANCH_LAYOUT_HEADER_TWICE: {
      id: 'Judul kolom "{header}" dipakai dua kali. Beri judul yang berbeda.',
      en: 'The header "{header}" stands twice. Give them different headers.',
    },
    BRANCH_LAYOUT_NOBODY: {
      id: 'Sertakan kolom NIK atau nomor KPJ, agar jawaban cabang dapat dicocokkan.',
      en: 'Include a column with the NIK or the KPJ number, so that the answer of the branch can be matched.',
    },
    BRANCH_LAYOUT_FORMAT: {
      id: 'Bentuk pada kolom "{header}" tidak cocok dengan isinya. Bentuk tanggal hanya untuk tanggal, bentuk L/P hanya untuk jenis kelamin.',
      en: 'The format of column "{header}" does not fit what it says. Formats of dates are for dates, those of sexes for the sex.',
    },
    BRANCH_LAYOUT_ELSEWHERE: {
      id: 'Tata letak ini milik provinsi lain. Pilih tata letak provinsi program ini.',
      en: 'This layout belongs to another province. Choose one of the province of the program.',
    },
    BRANCH_MONTH_OUTSIDE: {
      id: 'Bulan {month} di luar masa program. Pilih bulan di dalam masa program.',
      en: 'The month {month} lies outside the period of the program. Choose a month within it.',
    },
    BRANCH_LIST_EMPTY: {
      id: 'Tidak ada peserta yang dapat didaftar: belum ada yang disetujui untuk bulan itu, atau semuanya sudah ada di daftar lain bulan yang sama.',
      en: 'There is nobody to list: nobody is approved for that month, or all are on another list of the same month.',
    },
    BRANCH_LIST_TAKEN: {
      id: 'Sebagian orang baru saja masuk ke daftar lain bulan ini. Buat daftar sekali lagi.',
      en: 'Some of the people have just been put on another list of this month. Make the list again.',
    },
    BRANCH_LIST_STATE: {
      id: 'Tindakan ini tidak tersedia saat daftar berada pada keadaan {state}. Muat ulang halaman ini.',
      en: 'This is not possible while the list is in state {state}. Reload the page.',
    },
    BRANCH_FILE_MISSING: {
      id: 'Berkas jawaban belum dipilih. Pilih berkas CSV atau XLSX dari cabang.',
      en: 'No answer was chosen. Choose the CSV or XLSX file of the branch.',
    },
    BRANCH_FILE_TOO_LARGE: {
      id: 'Berkas jawaban lebih dari {limit} MB. Kirim hanya lembar jawabannya.',
      en: 'The answer is larger than {limit} MB. Send only the sheet of the answer.',
    },
    BRANCH_ANSWER_NO_HEADER: {
      id: 'Judul kolom tidak ditemukan: harus ada kolom NIK atau KPJ. Periksa apakah ini berkas jawaban cabang.',
      en: 'No header was found: there has to be a column NIK or KPJ. Check whether this is the answer of the branch.',
    },
    BRANCH_ANSWER_NO_STATUS: {
      id: 'Kolom status (diterima atau ditolak) tidak ditemukan, begitu pula kolom KPJ. Minta berkas jawaban yang lengkap.',
      en: 'There is no column with the status (accepted or rejected), nor one with KPJ numbers. Ask for the complete answer.',
    },
    BRANCH_ANSWER_TOO_LONG: {
      id: 'Berkas jawaban memuat lebih dari {limit} baris. Daftar ini paling banyak 5.000 orang; periksa berkasnya.',
      en: 'The answer has more than {limit} rows. The list has 5,000 people at most; check the file.',
    },
    BRANCH_ANSWER_NO_ROWS: {
      id: 'Di bawah judul kolom tidak ada baris berisi orang.',
      en: 'There are no people below the header.',
    },
    BRANCH_ROW_NOBODY: {
      id: 'NIK dan KPJ pada baris ini tidak terbaca, sehingga tidak dapat dicocokkan.',
      en: 'Neither NIK nor KPJ in this row can be read, so that it cannot be matched.',
    },
    BRANCH_ROW_STATUS: {
      id: 'Status pada baris ini bukan diterima dan bukan ditolak.',
      en: 'The status in this row is neither accepted nor rejected.',
    },
    BRANCH_ROW_KPJ: {
      id: 'Nomor KPJ pada baris ini bukan 11 angka.',
      en: 'The KPJ number in this row has not 11 digits.',
    },
    BRANCH_ROW_AMOUNT: {
      id: 'Iuran pada baris ini bukan bilangan rupiah.',
      en: 'The contribution in this row is no number of rupiah.',
    },
    BRANCH_ROW_TWICE: {
      id: 'Orang ini sudah disebut pada baris lain berkas jawaban; hanya yang pertama dibaca.',
      en: 'Another row of the answer names this person already; only the first is read.',
    },
    BRANCH_ENROLLMENT_OTHER: {
      id: 'Keadaan kepesertaan sudah berubah, sehingga jawaban ini tidak diterapkan. Periksa kepesertaannya.',
      en: 'The enrollment has changed since, so that the answer was not applied. Look at the enrollment.',
    },
    BRANCH_KPJ_DIFFERS: {
      id: 'Nomor KPJ dari cabang berbeda dengan yang tercatat, sehingga tidak diterapkan. Tanyakan nomor yang benar.',
      en: 'The KPJ number of the branch differs from the recorded one and was not applied. Ask which is right.',
    },
  },
  constraints: {
    branch_layout_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'regionId'] },
    branch_layout_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    branch_layout_name_unique: { code: 'VALUE_TAKEN', path: ['input', 'name'] },
    branch_layout_columns_form: { code: 'BRANCH_LAYOUT_COLUMNS', path: columns },
    branch_list_program_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    branch_list_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    branch_list_layout_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'layoutId'] },
    branch_list_month_form: { code: 'VALUE_INVALID', path: ['input', 'month'] },
    branch_list_reason_length: { code: 'VALUE_TOO_LONG', path: ['input', 'reason'] },
    branch_list_heads_range: { code: 'BRANCH_LIST_EMPTY', path: ['input', 'programId'] },
    branch_list_state_check: { code: 'VALUE_INVALID', path: ['id'] },
    branch_list_state_move: { code: 'BRANCH_LIST_STATE', path: ['id'] },
    branch_list_frozen: { code: 'BRANCH_LIST_STATE', path: ['id'] },
    branch_list_answer_complete: { code: 'BRANCH_FILE_MISSING', path: file },
    branch_list_answer_file_name_length: { code: 'VALUE_TOO_LONG', path: file },
    branch_list_answer_sha256_form: { code: 'VALUE_INVALID', path: file },
    branch_list_created_by_fk: { code: 'NOT_FOUND', path: ['id'] },
    branch_list_row_list_fk: { code: 'NOT_FOUND', path: ['id'] },
    branch_list_row_enrollment_fk: { code: 'NOT_FOUND', path: ['id'] },
    branch_list_row_verdict_check: { code: 'VALUE_INVALID', path: ['id'] },
    branch_list_row_nik_mask_form: { code: 'VALUE_INVALID', path: file },
    branch_list_row_kpj_form: { code: 'VALUE_INVALID', path: file },
    branch_list_row_branch_reason_length: { code: 'VALUE_TOO_LONG', path: file },
    branch_list_row_whose: { code: 'VALUE_INVALID', path: file },
    branch_list_row_person_unique: { code: 'BRANCH_LIST_TAKEN', path: ['input', 'programId'] },
    branch_list_row_program: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    branch_list_row_applied: { code: 'BRANCH_LIST_STATE', path: ['id'] },
    branch_list_row_frozen: { code: 'BRANCH_LIST_STATE', path: ['id'] },
  },
});
