import { registerProblems } from '../kernel/texts.js';

export const annexCodes = registerProblems({
  texts: {
    ANNEX_EMPTY: {
      id: 'Tidak ada peserta yang sudah disetujui dengan nomor SK ini. Tulis nomornya persis seperti pada data peserta.',
      en: 'Nobody who was approved is under this decree. Write its number exactly as the enrollments have it.',
    },
    ANNEX_SEALED_ALREADY: {
      id: 'Lampiran SK ini sudah disegel untuk program ini. Tarik dahulu bila daftarnya keliru.',
      en: 'The annex of this decree is sealed for this program. Withdraw it first when its list is wrong.',
    },
    ANNEX_SEALED: {
      id: 'Lampiran yang sudah disegel tidak berubah lagi.',
      en: 'A sealed annex no longer changes.',
    },
    ANNEX_TOO_LONG: {
      id: 'Lampiran ini terlalu panjang; paling banyak 20.000 orang.',
      en: 'This annex is too long; 20,000 people at most.',
    },
    ANNEX_DECREED_LATER: {
      id: 'Tanggal SK ({value}) belum tiba; hari ini {today}.',
      en: 'The date of the decree ({value}) has not come yet; today is {today}.',
    },
  },
  constraints: {
    annex_empty: { code: 'ANNEX_EMPTY', path: ['input', 'decree'] },
    annex_decree_unique: { code: 'ANNEX_SEALED_ALREADY', path: ['input', 'decree'] },
    annex_sealed: { code: 'ANNEX_SEALED', path: ['id'] },
    annex_people_count_range: { code: 'ANNEX_TOO_LONG', path: ['input', 'decree'] },
    annex_decree_length: { code: 'VALUE_TOO_LONG', path: ['input', 'decree'] },
    annex_withdrawal_reason_length: { code: 'VALUE_TOO_LONG', path: ['input', 'reason'] },
    annex_withdrawal_complete: { code: 'VALUE_MISSING', path: ['input', 'reason'] },
    annex_state_check: { code: 'VALUE_INVALID', path: ['id'] },
    annex_digest_form: { code: 'VALUE_INVALID', path: ['id'] },
    annex_code_form: { code: 'VALUE_INVALID', path: ['id'] },
    annex_code_unique: { code: 'VALUE_TAKEN', path: ['id'] },
    annex_program_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    annex_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'programId'] },
    annex_person_annex_fk: { code: 'NOT_FOUND', path: ['id'] },
    annex_person_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['id'] },
    annex_person_person_fk: { code: 'REFERENCE_NOT_FOUND', path: ['id'] },
    annex_person_enrollment_fk: { code: 'REFERENCE_NOT_FOUND', path: ['id'] },
    annex_person_position_unique: { code: 'VALUE_TAKEN', path: ['id'] },
  },
});
