export const awardLevels = {
  NATIONAL: { id: 'Nasional', en: 'National' },
  PROVINCE: { id: 'Provinsi', en: 'Province' },
} as const;
