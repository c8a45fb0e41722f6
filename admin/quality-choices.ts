/** What may be wrong with an active enrollment. */
export const activeIssues = {
  KPJ_MISSING: { id: 'Peserta aktif tanpa nomor kartu (KPJ)', en: 'Active without a card number (KPJ)' },
  ACTIVE_AT_65: { id: 'Aktif padahal berusia 65 tahun atau lebih', en: 'Active at 65 or more' },
  ACTIVE_AFTER_DEATH: { id: 'Aktif padahal sudah meninggal', en: 'Active after death' },
} as const;

/** What may be wrong with a registration. */
export const registrationIssues = {
  SAME_NAME_AND_BIRTH_DATE: {
    id: 'Nama dan tanggal lahir sama dengan orang lain',
    en: 'Same name and birth date as another person',
  },
  REGISTERED_ELSEWHERE: { id: 'Terdaftar juga di daerah lain', en: 'Registered in another region too' },
  NIK_DATE_IMPOSSIBLE: { id: 'NIK berisi tanggal yang tidak ada', en: 'NIK holds an impossible date' },
  NIK_BIRTH_DATE_DIFFERS: { id: 'Tanggal lahir berbeda dari NIK', en: 'Birth date differs from the NIK' },
  NIK_SEX_DIFFERS: { id: 'Jenis kelamin berbeda dari NIK', en: 'Sex differs from the NIK' },
  NIK_PREFIX_ELSEWHERE: { id: 'NIK diterbitkan daerah lain', en: 'NIK issued in another region' },
  AGE_OVER_100: { id: 'Berusia lebih dari 100 tahun', en: 'Older than 100 years' },
  BIRTH_DATE_MISSING: { id: 'Tanggal lahir belum dicatat', en: 'Birth date missing' },
  SEX_MISSING: { id: 'Jenis kelamin belum dicatat', en: 'Sex missing' },
  DECILE_MISSING: { id: 'Desil belum dicatat', en: 'Decile missing' },
  ADDRESS_REGION_MISSING: { id: 'Wilayah alamat belum dicatat', en: 'Region of the address missing' },
} as const;

/** What may be wrong with the data of people. */
export const qualityIssues = { ...activeIssues, ...registrationIssues } as const;
