import { registerProblems } from '../kernel/texts.js';

export const observationCodes = registerProblems({
  texts: {
    OBSERVATION_VALUE_INVALID: {
      id: 'Nilai "{value}" tidak dapat dibaca. Tulis angka saja, dengan titik sebelum desimal (paling banyak 6), misalnya 3.75.',
      en: 'The value "{value}" cannot be read. Write digits only, with a dot before the decimals (6 at most), for instance 3.75.',
    },
    OBSERVATION_VALUE_NOT_WHOLE: {
      id: 'Nilai "{value}" harus bilangan bulat tanpa titik dan koma, misalnya 13345.',
      en: 'The value "{value}" must be a whole number without points and commas, for instance 13345.',
    },
    OBSERVATION_VALUE_NEGATIVE: {
      id: 'Nilai "{value}" tidak boleh negatif. Tulis nol atau lebih.',
      en: 'The value "{value}" must not be negative. Write zero or more.',
    },
    OBSERVATION_DENOMINATOR_MISPLACED: {
      id: 'Pembagi hanya untuk persentase. Kosongkan pembagi untuk indikator ini.',
      en: 'A denominator is for percentages only. Leave it empty for this indicator.',
    },
    OBSERVATION_EXISTS: {
      id: 'Angka yang sama dari sumber yang sama sudah tercatat untuk indikator, wilayah, dan waktu ini.',
      en: 'The same figure from the same source is already recorded for this indicator, region and time.',
    },
  },
  constraints: {
    observation_indicator_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'indicatorId'] },
    observation_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'regionId'] },
    observation_value_range: { code: 'OBSERVATION_VALUE_INVALID', path: ['input', 'value'] },
    observation_value_whole: { code: 'OBSERVATION_VALUE_NOT_WHOLE', path: ['input', 'value'] },
    observation_period_length: { code: 'VALUE_TOO_LONG', path: ['input', 'period'] },
    observation_label_length: { code: 'VALUE_TOO_LONG', path: ['input', 'label'] },
    observation_denominator_check: { code: 'VALUE_INVALID', path: ['input', 'denominatorKind'] },
    observation_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    observation_source_required: { code: 'VALUE_MISSING', path: ['input', 'sourceId'] },
    // a kernel code: it also comes up when a source is cited, whose error type has no codes of observations
    observation_source_value_unique: { code: 'VALUE_TAKEN', path: ['input', 'sourceId'] },
    indicator_code_unique: { code: 'VALUE_TAKEN', path: ['input', 'code'] },
    indicator_code_form: { code: 'VALUE_INVALID', path: ['input', 'code'] },
    indicator_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    indicator_name_en_length: { code: 'VALUE_TOO_LONG', path: ['input', 'nameEn'] },
    indicator_unit_check: { code: 'VALUE_INVALID', path: ['input', 'unit'] },
    indicator_description_length: { code: 'VALUE_TOO_LONG', path: ['input', 'description'] },
  },
});
