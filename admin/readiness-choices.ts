/** What a region needs to protect its workers, as the Paritrana award asks; in the order of the work. */
export const readinessTests = {
  REGULATION: { id: 'Perda atau peraturan kepala daerah berlaku', en: 'Regional regulation in force' },
  UMBRELLA: { id: 'MoU payung berjalan', en: 'Umbrella agreement running' },
  PKS: { id: 'PKS berjalan', en: 'PKS running' },
  BUDGET: { id: 'Anggaran tahun ini', en: 'Budget of this year' },
  ACTIVE_PEOPLE: { id: 'Peserta aktif', en: 'Active people' },
} as const;
