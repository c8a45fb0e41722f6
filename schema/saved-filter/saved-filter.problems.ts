import { registerProblems } from '../kernel/texts.js';

const required = { code: 'VALUE_MISSING', path: ['input', 'name'] } as const;

export const savedFilterCodes = registerProblems({
  texts: {
    SAVED_FILTER_NAME_TAKEN: {
      id: 'Anda sudah punya saringan bernama ini di daftar ini. Pakai nama lain.',
      en: 'You have a filter of this name in this list already. Take another name.',
    },
    SAVED_FILTER_LIST_UNKNOWN: {
      id: 'Daftar itu tidak dikenal.',
      en: 'That list is not known.',
    },
    SAVED_FILTER_EMPTY: {
      id: 'Belum ada yang disaring. Saring dahulu daftarnya, lalu simpan.',
      en: 'Nothing is filtered yet. Narrow the list first, then save.',
    },
    SAVED_FILTER_NIK: {
      id: 'Saringan memuat angka sepanjang NIK. NIK tidak boleh disimpan; hapus dari saringan.',
      en: 'The filter has a number as long as a NIK. A NIK must not be kept; take it out.',
    },
    SAVED_FILTER_PERSONAL: {
      id: 'Saringan ini mencari nama orang, sehingga tidak dapat dibagikan. Simpan untuk diri sendiri saja.',
      en: 'This filter looks for the name of a person and cannot be shared. Keep it for yourself alone.',
    },
    SAVED_FILTER_NOT_OWN: {
      id: 'Saringan ini milik orang lain; hanya pemiliknya yang dapat menghapusnya.',
      en: 'This filter is somebody else’s; only its owner can remove it.',
    },
  },
  constraints: {
    saved_filter_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    saved_filter_concept_form: { code: 'SAVED_FILTER_LIST_UNKNOWN', path: ['input', 'concept'] },
    saved_filter_name_length: required,
    saved_filter_query_length: { code: 'SAVED_FILTER_EMPTY', path: ['input', 'query'] },
    saved_filter_name_unique: { code: 'SAVED_FILTER_NAME_TAKEN', path: ['input', 'name'] },
    saved_filter_shared_impersonal: { code: 'SAVED_FILTER_PERSONAL', path: ['input', 'isShared'] },
    saved_filter_nik_absent: { code: 'SAVED_FILTER_NIK', path: ['input', 'query'] },
  },
});
