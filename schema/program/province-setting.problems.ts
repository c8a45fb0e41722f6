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
    province_setting_region_unique: { code: 'STALE_VERSION', path: ['expectedVersion'] },
  },
});
