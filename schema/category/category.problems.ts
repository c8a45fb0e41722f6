import { registerProblems } from '../kernel/texts.js';

export const categoryCodes = registerProblems({
  texts: {
    CATEGORY_CODE_INVALID: {
      id: 'Kode "{value}" tidak berlaku. Tulis dengan huruf besar, angka, dan garis bawah, misalnya KETUA_RT (2 sampai 50 karakter).',
      en: 'The code "{value}" is not valid. Write it in capitals, digits and underscores, for instance KETUA_RT (2 to 50 characters).',
    },
    CATEGORY_CODE_TAKEN: {
      id: 'Kode ini sudah dipakai kategori lain.',
      en: 'Another category already has this code.',
    },
    CATEGORY_TERM_TAKEN: {
      id: 'Sebutan "{value}" sudah menjadi nama atau sebutan kategori {category}. Satu sebutan hanya untuk satu kategori.',
      en: 'The word "{value}" is already a name or alias of the category {category}. A word names one category only.',
    },
    CATEGORY_ALIAS_REPEATED: {
      id: 'Sebutan "{value}" tertulis lebih dari sekali. Hapus salah satunya.',
      en: 'The alias "{value}" is written more than once. Remove one of them.',
    },
    CATEGORY_PARENT_CYCLE: {
      id: 'Kategori tidak dapat berada di bawah dirinya sendiri. Pilih kategori induk yang lain.',
      en: 'A category cannot lie below itself. Choose another parent category.',
    },
  },
  constraints: {
    category_code_unique: { code: 'CATEGORY_CODE_TAKEN', path: ['input', 'code'] },
    category_code_form: { code: 'CATEGORY_CODE_INVALID', path: ['input', 'code'] },
    category_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    category_name_en_length: { code: 'VALUE_TOO_LONG', path: ['input', 'nameEn'] },
    category_family_check: { code: 'VALUE_INVALID', path: ['input', 'family'] },
    category_parent_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'parentId'] },
    category_parent_cycle: { code: 'CATEGORY_PARENT_CYCLE', path: ['input', 'parentId'] },
    category_aliases_form: { code: 'VALUE_TOO_MANY', path: ['input', 'aliases'] },
    category_term_unique: { code: 'CATEGORY_TERM_TAKEN', path: ['input', 'aliases'] },
    category_term_length: { code: 'VALUE_TOO_LONG', path: ['input', 'aliases'] },
    category_term_category_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'aliases'] },
  },
});
