import { registerProblems } from '../kernel/texts.js';

export const staffCodes = registerProblems({
  texts: {
    STAFF_EMAIL_INVALID: {
      id: 'Alamat surel "{value}" tidak berlaku. Tulis seperti nama@contoh.go.id.',
      en: 'The e-mail address "{value}" is not valid. Write it like name@example.go.id.',
    },
    STAFF_EMAIL_TAKEN: {
      id: 'Sudah ada akun dengan alamat surel ini, mungkin di luar wilayah Anda. Pakai alamat lain atau hubungi administrator.',
      en: 'There already is an account with this e-mail address, perhaps outside your region. Use another one or ask an administrator.',
    },
    STAFF_OWN_ACCOUNT: {
      id: 'Akun sendiri tidak dapat Anda ubah di sini. Minta koordinator lain atau administrator.',
      en: 'You cannot change your own account here. Ask another coordinator or an administrator.',
    },
    STAFF_LAST_ADMIN: {
      id: 'Ini administrator aktif yang terakhir. Beri peran ADMIN kepada orang lain terlebih dahulu.',
      en: 'This is the last active administrator. Give the role ADMIN to someone else first.',
    },
    GRANTS_MISSING: {
      id: 'Pilih paling sedikit satu peran. Untuk menutup akun, nonaktifkan akunnya.',
      en: 'Choose at least one role. To close an account, deactivate it.',
    },
    GRANT_REPEATED: {
      id: 'Peran ini sudah ada untuk wilayah yang sama.',
      en: 'This role is already given for the same region.',
    },
    GRANT_ADMIN_FORBIDDEN: {
      id: 'Hanya administrator yang dapat memberi atau mencabut peran ADMIN.',
      en: 'Only an administrator can give or take away the role ADMIN.',
    },
    GRANT_ADMIN_NATIONAL: {
      id: 'Peran ADMIN berlaku untuk seluruh Indonesia. Kosongkan wilayahnya.',
      en: 'The role ADMIN holds for all of Indonesia. Leave the region empty.',
    },
    GRANT_REGION_LEVEL: {
      id: 'Peran diberikan untuk provinsi, kabupaten, atau kota. Pilih salah satunya.',
      en: 'A role is given for a province, a regency or a city. Choose one of these.',
    },
    PASSWORD_TOO_SHORT: {
      id: 'Kata sandi {length} karakter; paling sedikit {limit}. Tambahkan beberapa kata.',
      en: 'The password has {length} characters; it needs at least {limit}. Add some words.',
    },
    PASSWORD_GUESSABLE: {
      id: 'Kata sandi sama dengan surel atau nama. Pilih yang lain.',
      en: 'The password equals the e-mail address or the name. Choose another one.',
    },
    PASSWORD_UNCHANGED: {
      id: 'Kata sandi baru sama dengan yang sekarang. Pilih yang lain.',
      en: 'The new password equals the present one. Choose another one.',
    },
    PASSWORD_WRONG: {
      id: 'Kata sandi sekarang salah. Ketik ulang.',
      en: 'The present password is wrong. Type it again.',
    },
    SIGN_IN_FAILED: {
      id: 'Surel atau kata sandi salah, atau akun tidak aktif. Periksa lalu coba lagi.',
      en: 'E-mail address or password is wrong, or the account is not active. Check them and try again.',
    },
    SIGN_IN_LIMITED: {
      id: 'Terlalu banyak percobaan yang gagal. Coba lagi dalam {minutes} menit.',
      en: 'Too many failed attempts. Try again in {minutes} minutes.',
    },
    TOKEN_TOO_MANY: {
      id: 'Anda sudah memiliki {limit} token yang berlaku. Cabut satu terlebih dahulu.',
      en: 'You already hold {limit} valid tokens. Revoke one of them first.',
    },
    SESSION_NEEDED: {
      id: 'Token akses tidak dapat dipakai untuk ini. Masuk dengan surel dan kata sandi.',
      en: 'An access token cannot be used for this. Sign in with e-mail address and password.',
    },
  },
  constraints: {
    staff_email_unique: { code: 'STAFF_EMAIL_TAKEN', path: ['input', 'email'] },
    staff_email_form: { code: 'STAFF_EMAIL_INVALID', path: ['input', 'email'] },
    staff_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    staff_locale_check: { code: 'VALUE_INVALID', path: ['input', 'locale'] },
    staff_last_admin: { code: 'STAFF_LAST_ADMIN', path: ['id'] },
    staff_grant_unique: { code: 'GRANT_REPEATED', path: ['grants'] },
    staff_grant_admin_national: { code: 'GRANT_ADMIN_NATIONAL', path: ['grants'] },
    staff_grant_role_check: { code: 'VALUE_INVALID', path: ['grants'] },
    staff_grant_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['grants'] },
    staff_grant_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    staff_session_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    access_token_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    access_token_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    access_token_access_check: { code: 'VALUE_INVALID', path: ['input', 'access'] },
  },
});
