import { registerProblems } from '../kernel/texts.js';
import type { NikFindingName } from './nik.rules.js';

export const beneficiaryCodes = registerProblems({
  texts: {
    NIK_SCIENTIFIC: {
      id: 'NIK ini sudah diubah Excel menjadi bilangan (seperti 3,67E+15), sehingga digit terakhirnya hilang. Minta data aslinya, dan simpan kolom NIK sebagai teks.',
      en: 'Excel has turned this NIK into a number (such as 3.67E+15): its last digits are lost. Ask for the original, and keep the NIK column as text.',
    },
    NIK_NOT_DIGITS: {
      id: 'NIK hanya boleh berisi angka. Periksa huruf atau tanda yang ikut terketik.',
      en: 'A NIK has digits only. Look for letters or signs that were typed with it.',
    },
    NIK_LENGTH: {
      id: 'NIK harus 16 angka; yang diterima {length}. Periksa lagi pada KTP atau KK.',
      en: 'A NIK has 16 digits; received {length}. Compare it with the identity card.',
    },
    NIK_REPEATED_DIGIT: {
      id: 'NIK ini berisi satu angka yang diulang, jadi bukan NIK. Isi NIK yang sebenarnya.',
      en: 'This repeats one digit, so it is no NIK. Enter the real one.',
    },
    NIK_PROVINCE_UNKNOWN: {
      id: 'Dua angka pertama NIK bukan kode provinsi mana pun. Periksa lagi pada KTP atau KK.',
      en: 'The first two digits of the NIK are the code of no province. Compare it with the identity card.',
    },
    NIK_DAY: {
      id: 'Angka ke-7 dan ke-8 NIK harus 01–31 (laki-laki) atau 41–71 (perempuan). Periksa lagi pada KTP atau KK.',
      en: 'Digits 7 and 8 of a NIK are 01–31 (men) or 41–71 (women). Compare it with the identity card.',
    },
    NIK_MONTH: {
      id: 'Angka ke-9 dan ke-10 NIK harus bulan 01–12. Periksa lagi pada KTP atau KK.',
      en: 'Digits 9 and 10 of a NIK are a month, 01–12. Compare it with the identity card.',
    },
    NIK_SERIAL: {
      id: 'Empat angka terakhir NIK tidak mungkin 0000. Jika berasal dari Excel, digit terakhirnya hilang: minta data aslinya.',
      en: 'The last four digits of a NIK are never 0000. If it came from Excel, they were lost: ask for the original.',
    },
    NIK_REASON_SHORT: {
      id: 'Alasan harus 10 sampai 500 karakter; yang diterima {length}.',
      en: 'The reason must have 10 to 500 characters; received {length}.',
    },
    NIK_REASON_HOLDS_NUMBER: {
      id: 'Jangan menulis NIK atau nomor panjang di dalam alasan.',
      en: 'Do not write a NIK or another long number into the reason.',
    },
    NIK_REVEAL_LIMIT: {
      id: 'Anda sudah membuka 60 NIK dalam satu jam terakhir. Tunggu sebentar, lalu coba lagi.',
      en: 'You have revealed 60 NIKs within the last hour. Wait a while and try again.',
    },
    NIK_KEY_UNKNOWN: {
      id: 'Kunci NIK sedang diganti dan server ini belum mengenal kunci yang baru; tidak ada yang disimpan. Hubungi pengelola.',
      en: 'The keys of the NIKs are being changed and this server does not know the new one yet; nothing was saved. Tell the operators.',
    },
    BENEFICIARY_REGISTERED: {
      id: 'Orang dengan NIK ini sudah terdaftar di wilayah ini ({id}). Buka data itu, jangan didaftarkan lagi.',
      en: 'The person with this NIK is already registered in this region ({id}). Open that record instead of registering again.',
    },
    BENEFICIARY_NIK_FROZEN: {
      id: 'NIK tidak dapat diganti lagi: sudah ada bulan perlindungan atas nama orang ini. Akhiri kepesertaannya, lalu daftarkan NIK yang benar.',
      en: 'The NIK can no longer change: months of cover stand for this person. End the enrollment and register the right NIK.',
    },
    BENEFICIARY_REGION_FROZEN: {
      id: 'Wilayah pendaftar tidak dapat diganti. Daftarkan orang ini di wilayah yang baru.',
      en: 'The registering region does not change. Register the person in the new region.',
    },
    BENEFICIARY_DATE_AHEAD: {
      id: 'Tanggal {value} belum terjadi. Periksa tahunnya.',
      en: 'The date {value} lies in the future. Check the year.',
    },
    BENEFICIARY_DEATH_BEFORE_BIRTH: {
      id: 'Tanggal meninggal mendahului tanggal lahir. Periksa keduanya.',
      en: 'The date of death precedes the date of birth. Check both.',
    },
    BENEFICIARY_PHONE_FORM: {
      id: 'Nomor telepon harus 8 sampai 16 angka, boleh diawali +62.',
      en: 'A telephone number has 8 to 16 digits and may begin with +62.',
    },
    BENEFICIARY_DECILE_INCOMPLETE: {
      id: 'Desil perlu nilai, sumber, dan tanggalnya.',
      en: 'A decile needs its value, its source and its date.',
    },
  },
  constraints: {
    beneficiary_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'regionId'] },
    beneficiary_person_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'nik'] },
    beneficiary_nik_mask_form: { code: 'NIK_NOT_DIGITS', path: ['input', 'nik'] },
    beneficiary_nik_findings_check: { code: 'VALUE_INVALID', path: ['input', 'nik'] },
    beneficiary_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    beneficiary_birth_place_length: { code: 'VALUE_TOO_LONG', path: ['input', 'birthPlace'] },
    beneficiary_sex_check: { code: 'VALUE_INVALID', path: ['input', 'sex'] },
    beneficiary_address_length: { code: 'VALUE_TOO_LONG', path: ['input', 'address', 'text'] },
    beneficiary_address_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'address', 'regionId'] },
    beneficiary_phone_form: { code: 'BENEFICIARY_PHONE_FORM', path: ['input', 'phone'] },
    beneficiary_category_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'categoryId'] },
    beneficiary_decile_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'decile', 'value'] },
    beneficiary_decile_source_length: { code: 'VALUE_TOO_LONG', path: ['input', 'decile', 'source'] },
    beneficiary_decile_complete: { code: 'BENEFICIARY_DECILE_INCOMPLETE', path: ['input', 'decile'] },
    beneficiary_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    beneficiary_death_order: { code: 'BENEFICIARY_DEATH_BEFORE_BIRTH', path: ['input', 'diedOn'] },
    beneficiary_person_unique: { code: 'BENEFICIARY_REGISTERED', path: ['input', 'nik'] },
    beneficiary_person_frozen: { code: 'BENEFICIARY_NIK_FROZEN', path: ['input', 'nik'] },
    beneficiary_region_frozen: { code: 'BENEFICIARY_REGION_FROZEN', path: ['input', 'regionId'] },
    person_nik_index_unique: { code: 'VALUE_TAKEN', path: ['input', 'nik'] },
    nik_key_known: { code: 'NIK_KEY_UNKNOWN', path: ['input', 'nik'] },
    nik_key_key_id_unique: { code: 'VALUE_TAKEN', path: ['input', 'nik'] },
    nik_key_current_unique: { code: 'VALUE_TAKEN', path: ['input', 'nik'] },
    verification_beneficiary_fk: { code: 'NOT_FOUND', path: ['id'] },
    verification_check_kind_check: { code: 'VALUE_INVALID', path: ['input', 'check'] },
    verification_result_check: { code: 'VALUE_INVALID', path: ['input', 'result'] },
    verification_checked_by_length: { code: 'VALUE_TOO_LONG', path: ['input', 'by'] },
    verification_batch_length: { code: 'VALUE_TOO_LONG', path: ['input', 'batch'] },
    verification_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    nik_reveal_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    nik_reveal_beneficiary_fk: { code: 'NOT_FOUND', path: ['id'] },
    nik_reveal_reason_length: { code: 'NIK_REASON_SHORT', path: ['reason'] },
    nik_reveal_hour_limit: { code: 'NIK_REVEAL_LIMIT', path: ['id'] },
    nik_correction_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    nik_correction_beneficiary_fk: { code: 'NOT_FOUND', path: ['id'] },
    nik_correction_reason_length: { code: 'NIK_REASON_SHORT', path: ['input', 'nikReason'] },
  },
});

/** What a finding means to the person who registers; each is a warning, never a refusal. */
export const findingTexts: Readonly<Record<NikFindingName, { readonly id: string; readonly en: string }>> = {
  PREFIX_ELSEWHERE: {
    id: 'NIK ini pertama kali terbit di wilayah lain. Ini wajar bagi pendatang; pastikan domisilinya.',
    en: 'This NIK was first issued in another region. That is usual after moving; make sure of the domicile.',
  },
  BIRTH_DATE_DIFFERS: {
    id: 'Tanggal lahir di dalam NIK berbeda dari yang diisi. Cocokkan dengan KTP; angka NIK tidak pernah diralat.',
    en: 'The birth date in the NIK differs from the one entered. Compare it with the identity card; a NIK is never corrected.',
  },
  SEX_DIFFERS: {
    id: 'Jenis kelamin di dalam NIK berbeda dari yang diisi. Cocokkan dengan KTP.',
    en: 'The sex in the NIK differs from the one entered. Compare it with the identity card.',
  },
  DATE_IMPOSSIBLE: {
    id: 'Tanggal lahir di dalam NIK tidak ada di kalender. Cocokkan dengan KTP.',
    en: 'The birth date in the NIK is not in the calendar. Compare it with the identity card.',
  },
  AGE_OVER_100: {
    id: 'Umur orang ini lebih dari 100 tahun. Periksa tahun lahirnya.',
    en: 'This person would be older than 100 years. Check the year of birth.',
  },
};
