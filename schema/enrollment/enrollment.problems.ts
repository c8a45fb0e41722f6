import { registerProblems } from '../kernel/texts.js';

const program = ['input', 'programId'] as const;
const beneficiary = ['input', 'beneficiaryId'] as const;

export const enrollmentCodes = registerProblems({
  texts: {
    ENROLLMENT_APPROVALS_MISSING: {
      id: 'Persetujuan orang lain belum cukup: yang mendaftarkan atau terakhir mengubah datanya tidak dihitung. Minta persetujuan daftarnya di halaman program.',
      en: 'Not enough other people have approved: whoever proposed or last edited does not count. Ask for approval of the list on the page of the program.',
    },
    ENROLLMENT_PROGRAM_NOT_OPEN: {
      id: 'Program ini belum disetujui atau sudah ditutup. Peserta hanya masuk ke program yang disetujui.',
      en: 'This program is not approved yet, or is closed. People enter approved programs only.',
    },
    ENROLLMENT_BENEFICIARY_ELSEWHERE: {
      id: 'Orang ini belum terdaftar di daerah pembayar program. Daftarkan dahulu di daerah itu.',
      en: 'This person is not registered by the payer region of the program. Register the person there first.',
    },
    ENROLLMENT_CATEGORY_OUTSIDE: {
      id: 'Kategori ini tidak termasuk kategori program: {allowed}. Pilih salah satunya, atau program yang lain.',
      en: 'This category is not among those of the program: {allowed}. Choose one of them, or another program.',
    },
    ENROLLMENT_POST_MISSING: {
      id: 'Kategori ini melekat pada jabatan, misalnya Ketua RT. Isi jabatannya, misalnya "Ketua RT 02/05".',
      en: 'This category belongs to a post, such as head of an RT. Fill in the post, for instance "Ketua RT 02/05".',
    },
    ENROLLMENT_ENTRY_OUTSIDE_PROGRAM: {
      id: 'Tanggal masuk berada di luar masa program. Isi tanggal di dalam masa program.',
      en: 'The date of entry lies outside the period of the program. Give a date within it.',
    },
    ENROLLMENT_OVER_AGE: {
      id: 'Usia pada tanggal masuk sudah 65 tahun. Batasnya 64 tahun 11 bulan.',
      en: 'The person is 65 on the date of entry. The limit is 64 years and 11 months.',
    },
    ENROLLMENT_PERSON_DECEASED: {
      id: 'Orang ini tercatat meninggal. Periksa datanya; jika keliru, perbaiki dahulu.',
      en: 'This person is recorded as deceased. Check the record; if it is wrong, correct it first.',
    },
    ENROLLMENT_DECILE_OUTSIDE: {
      id: 'Desil keluarga orang ini di luar desil program. Periksa desil, atau pilih program yang lain.',
      en: 'The decile of the family lies outside the deciles of the program. Check it, or choose another program.',
    },
    ENROLLMENT_NOT_RESIDENT: {
      id: 'Orang ini tidak berdomisili di daerah pembayar, atau sudah pindah. Periksa alamatnya.',
      en: 'This person does not live in the payer region, or has moved out. Check the address.',
    },
    ENROLLMENT_PERSON_TAKEN: {
      id: 'Orang ini sudah menjadi peserta program ini. Akhiri kepesertaan yang lama dahulu.',
      en: 'This person is already in this program. End the present enrollment first.',
    },
    ENROLLMENT_QUOTA_FULL: {
      id: 'Kuota program sudah terisi. Gantikan peserta yang berakhir, atau tambah kuotanya.',
      en: 'The quota of the program is used up. Replace someone who ended, or raise the quota.',
    },
    ENROLLMENT_KPJ_INVALID: {
      id: 'Nomor KPJ terdiri atas 11 angka tanpa spasi atau tanda lain.',
      en: 'A KPJ number consists of 11 digits without spaces or other signs.',
    },
    ENROLLMENT_KPJ_TAKEN: {
      id: 'Nomor KPJ ini sudah dipakai peserta lain dalam program ini.',
      en: 'Another participant of this program already has this KPJ number.',
    },
    ENROLLMENT_MOVE_NOT_ALLOWED: {
      id: 'Tindakan "{move}" tidak tersedia pada keadaan {state}. Yang tersedia: {allowed}.',
      en: '"{move}" is not possible in state {state}. Possible: {allowed}.',
    },
    ENROLLMENT_STATE_OTHER: {
      id: 'Tindakan "{move}" hanya berlaku dari keadaan {states}; keadaan orang ini lain.',
      en: '"{move}" is possible from {states} only; this one is in another state.',
    },
    ENROLLMENT_END_EARLY: {
      id: 'Tanggal berakhir mendahului tanggal masuk. Perbaiki tanggalnya.',
      en: 'The date of the end lies before the date of entry. Correct it.',
    },
    ENROLLMENT_END_FUTURE: {
      id: 'Tanggal berakhir ({value}) belum tiba; hari ini {today}. Catat setelah terjadi.',
      en: 'The date of the end ({value}) has not come yet; today is {today}. Record it once it has happened.',
    },
    ENROLLMENT_REPLACED_NOT_ENDED: {
      id: 'Hanya peserta yang sudah berakhir dalam program yang sama yang dapat digantikan.',
      en: 'Only someone whose enrollment in the same program has ended can be replaced.',
    },
    ENROLLMENT_REPLACED_TWICE: {
      id: 'Tempat ini sudah diisi pengganti lain.',
      en: 'Another person has already taken this place.',
    },
    ENROLLMENT_IDENTITY_FROZEN: {
      id: 'Orang dan program pada kepesertaan tidak berubah. Buat kepesertaan baru.',
      en: 'Person and program of an enrollment do not change. Make a new enrollment.',
    },
  },
  constraints: {
    enrollment_approvals_missing: { code: 'ENROLLMENT_APPROVALS_MISSING', path: ['id'] },
    enrollment_program_fk: { code: 'REFERENCE_NOT_FOUND', path: program },
    enrollment_beneficiary_fk: { code: 'REFERENCE_NOT_FOUND', path: beneficiary },
    enrollment_person_fk: { code: 'REFERENCE_NOT_FOUND', path: beneficiary },
    enrollment_region_fk: { code: 'REFERENCE_NOT_FOUND', path: program },
    enrollment_category_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'categoryId'] },
    enrollment_post_length: { code: 'VALUE_TOO_LONG', path: ['input', 'post'] },
    enrollment_decree_length: { code: 'VALUE_TOO_LONG', path: ['input', 'decree'] },
    enrollment_cohort_length: { code: 'VALUE_TOO_LONG', path: ['input', 'cohort'] },
    enrollment_kpj_form: { code: 'ENROLLMENT_KPJ_INVALID', path: ['input', 'kpj'] },
    enrollment_kpj_unique: { code: 'ENROLLMENT_KPJ_TAKEN', path: ['input', 'kpj'] },
    enrollment_state_check: { code: 'VALUE_INVALID', path: ['id'] },
    enrollment_state_move: { code: 'ENROLLMENT_MOVE_NOT_ALLOWED', path: ['id'] },
    enrollment_end_reason_check: { code: 'VALUE_INVALID', path: ['input', 'reason'] },
    enrollment_end_complete: { code: 'VALUE_MISSING', path: ['input', 'reason'] },
    enrollment_end_order: { code: 'ENROLLMENT_END_EARLY', path: ['input', 'endedOn'] },
    enrollment_replaces_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'replacesId'] },
    enrollment_replaces_unique: { code: 'ENROLLMENT_REPLACED_TWICE', path: ['input', 'replacesId'] },
    enrollment_replaces_ended: { code: 'ENROLLMENT_REPLACED_NOT_ENDED', path: ['input', 'replacesId'] },
    enrollment_person_unique: { code: 'ENROLLMENT_PERSON_TAKEN', path: beneficiary },
    enrollment_beneficiary_region: { code: 'ENROLLMENT_BENEFICIARY_ELSEWHERE', path: beneficiary },
    enrollment_identity_frozen: { code: 'ENROLLMENT_IDENTITY_FROZEN', path: ['id'] },
    enrollment_quota_exceeded: { code: 'ENROLLMENT_QUOTA_FULL', path: program },
  },
});
