import { registerProblems } from '../kernel/texts.js';

/** What can be wrong with a roster as a whole, and with decisions about it. */
export const importBatchCodes = registerProblems({
  texts: {
    IMPORT_FILE_MISSING: {
      id: 'Berkas belum dipilih. Pilih berkas CSV atau XLSX.',
      en: 'No file was chosen. Choose a CSV or XLSX file.',
    },
    IMPORT_FILE_TOO_LARGE: {
      id: 'Berkas lebih dari {limit} MB. Bagi menjadi beberapa berkas.',
      en: 'The file is larger than {limit} MB. Split it into several files.',
    },
    IMPORT_FILE_GONE: {
      id: 'Berkas asli daftar ini sudah dihapus dari penyimpanan. Unggah lagi berkasnya.',
      en: 'The original file of this roster is no longer in the store. Upload it again.',
    },
    IMPORT_STATE: {
      id: 'Tindakan ini tidak tersedia saat daftar berada pada keadaan {state}. Muat ulang halaman ini.',
      en: 'This is not possible while the roster is in state {state}. Reload the page.',
    },
    IMPORT_FIELD_TWICE: {
      id: 'Dua kolom ditetapkan sebagai isian yang sama ({field}). Pilih satu saja.',
      en: 'Two columns are set to the same field ({field}). Choose one of them.',
    },
    IMPORT_COLUMN_UNKNOWN: {
      id: 'Kolom nomor {index} tidak ada di dalam berkas ini.',
      en: 'This file has no column number {index}.',
    },
    IMPORT_NOTHING_TO_WRITE: {
      id: 'Tidak ada baris yang dapat disimpan. Perbaiki baris yang salah, lalu unggah lagi.',
      en: 'There is no row that could be written. Mend the bad rows and upload them again.',
    },
    IMPORT_QUOTA: {
      id: 'Kuota program tersisa {free} orang, sedangkan daftar ini menambah {wanted}. Kurangi barisnya atau tambah kuota program.',
      en: 'The program has {free} places left, but this roster adds {wanted} people. Take rows out, or raise the quota.',
    },
    IMPORT_UNDO_BLOCKED: {
      id: '{count} baris tidak dapat ditarik kembali, karena sudah ada bulan perlindungan, perkara, pengganti, persetujuan, lampiran SK, atau daftar untuk cabang.',
      en: '{count} rows cannot be taken back: months of cover, a case, a successor, an approval, an annex or a list for the branch depend on them.',
    },
    IMPORT_ACTOR_LOST: {
      id: 'Petugas yang memulainya tidak lagi berwenang di daerah ini. Petugas lain dapat melanjutkan.',
      en: 'The staff member who began it has no authority in this region any more. Another one can go on.',
    },
    IMPORT_ROWS_REFUSED: {
      id: 'Ada baris yang ditolak basis data. Salin datanya ke berkas baru lalu unggah lagi; bila tetap ditolak, beri tahu pengelola.',
      en: 'The database refuses some row. Copy the data into a new file and upload it; if that is refused too, tell the administrator.',
    },
    IMPORT_NO_BAD_ROWS: {
      id: 'Daftar ini tidak memiliki baris yang perlu diperbaiki.',
      en: 'This roster has no rows that need mending.',
    },
    IMPORT_INTERRUPTED: {
      id: 'Penyimpanan berhenti setelah {count} baris. Sebabnya: {reason}.',
      en: 'Writing stopped after {count} rows. The reason: {reason}.',
    },
  },
  constraints: {
    import_batch_program_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    import_batch_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    import_batch_continues_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'file'] },
    import_batch_file_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'file'] },
    import_batch_sha256_form: { code: 'VALUE_INVALID', path: ['input', 'file'] },
    import_batch_size_range: { code: 'IMPORT_FILE_MISSING', path: ['input', 'file'] },
    import_batch_category_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'categoryId'] },
    import_batch_decree_length: { code: 'VALUE_TOO_LONG', path: ['input', 'decree'] },
    import_batch_cohort_length: { code: 'VALUE_TOO_LONG', path: ['input', 'cohort'] },
    import_batch_decile_source_length: { code: 'VALUE_TOO_LONG', path: ['input', 'decileSource'] },
    import_batch_state_check: { code: 'VALUE_INVALID', path: ['id'] },
    import_batch_state_move: { code: 'IMPORT_STATE', path: ['id'] },
    import_batch_identity_frozen: { code: 'IMPORT_STATE', path: ['id'] },
    import_batch_created_by_fk: { code: 'NOT_FOUND', path: ['id'] },
    import_batch_acting_fk: { code: 'NOT_FOUND', path: ['id'] },
    import_batch_file_unique: { code: 'VALUE_TAKEN', path: ['input', 'file'] },
    import_batch_undo_blocked: { code: 'IMPORT_UNDO_BLOCKED', path: ['id'] },
    import_row_batch_fk: { code: 'NOT_FOUND', path: ['id'] },
    import_row_verdict_check: { code: 'VALUE_INVALID', path: ['id'] },
    import_row_mended_by_fk: { code: 'NOT_FOUND', path: ['id'] },
    import_row_number_unique: { code: 'VALUE_TAKEN', path: ['id'] },
  },
});
