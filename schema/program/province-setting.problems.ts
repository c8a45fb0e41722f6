import { registerProblems } from '../kernel/texts.js';

export const provinceSettingCodes = registerProblems({
  texts: {
    PROVINCE_SETTING_LEVEL: {
      id: 'Pengaturan ini milik provinsi. Pilih provinsi.',
      en: 'These settings belong to a province. Choose a province.',
    },
  },
  constraints: {
    province_setting_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['regionId'] },
    province_setting_mou_approvers_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'mouApprovers'] },
    province_setting_program_approvers_range: {
      code: 'NUMBER_OUT_OF_RANGE',
      path: ['input', 'programApprovers'],
    },
    province_setting_enrollment_approvers_range: {
      code: 'NUMBER_OUT_OF_RANGE',
      path: ['input', 'enrollmentApprovers'],
    },
    province_setting_mou_requirements_form: { code: 'VALUE_INVALID', path: ['input', 'mouRequirements'] },
    province_setting_region_unique: { code: 'STALE_VERSION', path: ['expectedVersion'] },
  },
});
