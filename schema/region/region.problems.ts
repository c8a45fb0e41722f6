import { registerProblems } from '../kernel/texts.js';

export const regionCodes = registerProblems({
  texts: {
    REGION_CODE_INVALID: {
      id: 'Kode wilayah "{value}" tidak berlaku. Tulis seperti 36, 36.72, 36.72.01, atau 36.72.01.1001.',
      en: 'The region code "{value}" is not valid. Write it like 36, 36.72, 36.72.01 or 36.72.01.1001.',
    },
    REGION_CODE_TAKEN: {
      id: 'Kode wilayah ini sudah dipakai wilayah lain.',
      en: 'Another region already has this code.',
    },
    REGION_LEVEL_MISPLACED: {
      id: 'Tingkat wilayah tidak cocok dengan wilayah induknya: provinsi tidak berinduk, yang lain berada tepat di bawah induknya.',
      en: 'The level does not fit the region above: a province has none, any other lies directly below its parent.',
    },
  },
  constraints: {
    region_code_unique: { code: 'REGION_CODE_TAKEN', path: ['input', 'code'] },
    region_code_form: { code: 'REGION_CODE_INVALID', path: ['input', 'code'] },
    region_parent_level: { code: 'REGION_LEVEL_MISPLACED', path: ['input', 'parentId'] },
    region_parent_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'parentId'] },
    region_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    region_level_check: { code: 'VALUE_INVALID', path: ['input', 'level'] },
  },
});
