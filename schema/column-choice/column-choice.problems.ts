import { registerProblems } from '../kernel/texts.js';

export const columnChoiceCodes = registerProblems({
  texts: {
    COLUMN_CHOICE_LIST_UNKNOWN: {
      id: 'Daftar itu tidak dikenal.',
      en: 'That list is not known.',
    },
    COLUMN_CHOICE_COLUMNS_INVALID: {
      id: 'Kolom harus berupa paling banyak 40 nama kolom dari daftar itu.',
      en: 'The columns have to be at most 40 names of columns of the list.',
    },
  },
  constraints: {
    column_choice_staff_fk: { code: 'NOT_FOUND', path: ['id'] },
    column_choice_list_unique: { code: 'VALUE_TAKEN', path: ['input', 'concept'] },
    column_choice_concept_form: { code: 'COLUMN_CHOICE_LIST_UNKNOWN', path: ['input', 'concept'] },
    column_choice_columns_form: { code: 'COLUMN_CHOICE_COLUMNS_INVALID', path: ['input', 'columns'] },
  },
});
