/** Words for the values of contributions, programs, bills and claims. */

export const segments = {
  BPU: { id: 'BPU (bukan penerima upah)', en: 'BPU (not wage earners)' },
  PU: { id: 'PU (penerima upah)', en: 'PU (wage earners)' },
} as const;

export const schemes = {
  JKK: { id: 'JKK (kecelakaan kerja)', en: 'JKK (work accident)' },
  JKM: { id: 'JKM (kematian)', en: 'JKM (death)' },
  JHT: { id: 'JHT (hari tua)', en: 'JHT (old age)' },
} as const;

export const sectors = {
  TRANSPORT: { id: 'Transportasi', en: 'Transport' },
  OTHER: { id: 'Selain transportasi', en: 'Other than transport' },
} as const;

export const tariffKinds = {
  FLAT: { id: 'Rupiah tetap', en: 'Flat rupiah' },
  PERCENT_OF_WAGE: { id: 'Persen dari upah', en: 'Percent of the wage' },
  RELIEF: { id: 'Keringanan (persen)', en: 'Relief (percent)' },
} as const;

export const fundingSources = {
  APBD_REGENCY: { id: 'APBD kabupaten/kota', en: 'Budget of the regency or city' },
  APBD_PROVINCE: { id: 'APBD provinsi', en: 'Budget of the province' },
  APBN: { id: 'APBN', en: 'National budget' },
  APBDES: { id: 'APBDes', en: 'Village budget' },
  DBHCHT: { id: 'DBHCHT (cukai tembakau)', en: 'DBHCHT (tobacco excise)' },
  CSR: { id: 'CSR perusahaan', en: 'Companies (CSR)' },
  BAZNAS: { id: 'Baznas', en: 'Baznas' },
  DONOR: { id: 'Donatur', en: 'Donors' },
  OTHER: { id: 'Lainnya', en: 'Other' },
} as const;

export const programStates = {
  DRAFT: { id: 'Rancangan', en: 'Draft' },
  APPROVED: { id: 'Disetujui', en: 'Approved' },
  CLOSED: { id: 'Ditutup', en: 'Closed' },
} as const;

/** States of programs whose budgets count. */
export const decided = {
  DECIDED: { id: 'Disetujui atau ditutup', en: 'Approved or closed', of: ['APPROVED', 'CLOSED'] },
} as const;

export const participantKinds = {
  SG: { id: 'SG – pemerintah daerah', en: 'SG – government' },
  SD: { id: 'SD – desa', en: 'SD – village' },
  SA: { id: 'SA', en: 'SA' },
  SL: { id: 'SL', en: 'SL' },
  SC: { id: 'SC', en: 'SC' },
  SB: { id: 'SB', en: 'SB' },
} as const;

export const billStates = {
  ISSUED: { id: 'Belum dibayar', en: 'Not paid' },
  PAID: { id: 'Dibayar', en: 'Paid' },
  CANCELLED: { id: 'Dibatalkan', en: 'Cancelled' },
} as const;

export const arrearsAges = {
  ONE_MONTH: { id: '1 bulan', en: '1 month' },
  TWO_MONTHS: { id: '2 bulan', en: '2 months' },
  THREE_MONTHS: { id: '3 bulan', en: '3 months' },
  MORE_THAN_THREE_MONTHS: { id: 'lebih dari 3 bulan', en: 'more than 3 months' },
} as const;

export const claimKinds = {
  JKK: { id: 'Kecelakaan kerja (JKK)', en: 'Work accident (JKK)' },
  JKM: { id: 'Kematian (JKM)', en: 'Death (JKM)' },
  SCHOLARSHIP: { id: 'Beasiswa', en: 'Scholarship' },
} as const;

export const caseStates = {
  OPEN: { id: 'Terbuka', en: 'Open' },
  CONFIRMED: { id: 'Penolakan dibenarkan', en: 'Refusal confirmed' },
  PAID_TWICE: { id: 'Terbayar dua kali', en: 'Paid twice' },
  CLOSED: { id: 'Ditutup', en: 'Closed' },
} as const;

export const doublePaymentStates = {
  TO_RECOVER: { id: 'Harus kembali', en: 'To be recovered' },
  RECOVERED: { id: 'Sudah kembali', en: 'Recovered' },
  WRITTEN_OFF: { id: 'Dihapusbukukan', en: 'Written off' },
} as const;
