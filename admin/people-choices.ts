/** Words for the values of registrations and enrollments. */

export const sexes = {
  FEMALE: { id: 'Perempuan', en: 'Female' },
  MALE: { id: 'Laki-laki', en: 'Male' },
} as const;

export const nikFindings = {
  PREFIX_ELSEWHERE: { id: 'NIK dari daerah lain', en: 'NIK of another region' },
  BIRTH_DATE_DIFFERS: { id: 'Tanggal lahir berbeda dari NIK', en: 'Birth date differs from the NIK' },
  SEX_DIFFERS: { id: 'Jenis kelamin berbeda dari NIK', en: 'Sex differs from the NIK' },
  DATE_IMPOSSIBLE: { id: 'Tanggal di NIK tidak ada', en: 'Date in the NIK does not exist' },
  AGE_OVER_100: { id: 'Usia di atas 100 tahun', en: 'Older than 100 years' },
} as const;

export const checks = {
  FORMAT: { id: 'Bentuk NIK', en: 'Form of the NIK' },
  DUKCAPIL: { id: 'Dukcapil', en: 'Dukcapil' },
  DTSEN: { id: 'DTSEN', en: 'DTSEN' },
  BPJSTK: { id: 'BPJS Ketenagakerjaan', en: 'BPJS Ketenagakerjaan' },
  FIELD: { id: 'Kunjungan lapangan', en: 'Field visit' },
} as const;

export const checkResults = {
  PASSED: { id: 'Cocok', en: 'Passed' },
  FAILED: { id: 'Tidak cocok', en: 'Failed' },
  NEEDS_REVIEW: { id: 'Perlu diperiksa', en: 'Needs review' },
} as const;

/** Latest result of a kind of check, as one value of a filter: `DUKCAPIL-FAILED`. */
export const verificationChoices: Readonly<Record<string, { readonly id: string; readonly en: string }>> =
  Object.fromEntries(
    Object.entries(checks).flatMap(([check, name]) =>
      Object.entries({ ...checkResults, NOT_CHECKED: { id: 'Belum diperiksa', en: 'Not checked' } }).map(
        ([result, words]) => [
          `${check}-${result}`,
          { id: `${name.id}: ${words.id.toLowerCase()}`, en: `${name.en}: ${words.en.toLowerCase()}` },
        ],
      ),
    ),
  );

export function verificationOf(choice: string): { readonly check: string; readonly result: string } {
  const [check = '', result = ''] = choice.split('-');
  return { check, result };
}

export const enrollmentStates = {
  PROPOSED: { id: 'Diusulkan', en: 'Proposed' },
  VERIFIED: { id: 'Diverifikasi', en: 'Verified' },
  APPROVED: { id: 'Disetujui', en: 'Approved' },
  SUBMITTED: { id: 'Dikirim ke cabang', en: 'Sent to the branch' },
  ACTIVE: { id: 'Aktif', en: 'Active' },
  ENDED: { id: 'Berakhir', en: 'Ended' },
  REJECTED: { id: 'Ditolak', en: 'Rejected' },
} as const;

export const enrollmentWarnings = {
  ADDRESS_UNKNOWN: { id: 'Alamat belum diketahui', en: 'Address unknown' },
  BIRTH_DATE_UNKNOWN: { id: 'Tanggal lahir belum diketahui', en: 'Birth date unknown' },
  DECILE_UNKNOWN: { id: 'Desil belum diketahui', en: 'Decile unknown' },
  OVER_AGE: { id: 'Sudah berusia 65 tahun', en: 'Already 65 years old' },
  COVERED_ELSEWHERE: { id: 'Sudah dilindungi pembayar lain', en: 'Covered by another payer' },
} as const;

export const endReasons = {
  DECEASED: { id: 'Meninggal', en: 'Deceased' },
  MOVED_OUT: { id: 'Pindah', en: 'Moved out' },
  BECAME_EMPLOYEE: { id: 'Menjadi pekerja penerima upah', en: 'Became an employee' },
  OVER_AGE: { id: 'Lewat usia', en: 'Over age' },
  POST_ENDED: { id: 'Jabatan berakhir', en: 'Post ended' },
  NO_LONGER_VULNERABLE: { id: 'Tidak lagi rentan', en: 'No longer vulnerable' },
  DUPLICATE: { id: 'Ganda', en: 'Duplicate' },
  INVALID_DATA: { id: 'Data tidak sah', en: 'Invalid data' },
  BUDGET_ENDED: { id: 'Anggaran habis', en: 'Budget ended' },
  PROGRAM_ENDED: { id: 'Program berakhir', en: 'Program ended' },
  SELF_CONTINUED: { id: 'Melanjutkan sendiri', en: 'Pays on its own' },
  ARREARS_LAPSED: { id: 'Gugur karena menunggak', en: 'Lapsed by arrears' },
  WITHDRAWN: { id: 'Mengundurkan diri', en: 'Withdrawn' },
  REJECTED_BY_BRANCH: { id: 'Ditolak cabang', en: 'Rejected by the branch' },
  NOT_ELIGIBLE: { id: 'Tidak memenuhi syarat', en: 'Not eligible' },
} as const;

export const rejections = {
  NOT_ELIGIBLE: endReasons.NOT_ELIGIBLE,
  REJECTED_BY_BRANCH: endReasons.REJECTED_BY_BRANCH,
  DUPLICATE: endReasons.DUPLICATE,
  INVALID_DATA: endReasons.INVALID_DATA,
  WITHDRAWN: endReasons.WITHDRAWN,
} as const;

/** Months within which somebody turns 65. */
export const monthsAhead = {
  '3': { id: 'dalam 3 bulan', en: 'within 3 months' },
  '6': { id: 'dalam 6 bulan', en: 'within 6 months' },
  '12': { id: 'dalam 12 bulan', en: 'within 12 months' },
} as const;

export const continuityConcerns = {
  BELOW_THREE: { id: 'Kurang dari 3 bulan berturut-turut', en: 'Fewer than 3 months in a row' },
  LAPSED: { id: 'Gugur karena menunggak', en: 'Lapsed' },
  DECEMBER_ONLY: {
    id: 'Desember dilindungi, Januari–Maret tidak',
    en: 'Covered in December, not January to March',
  },
} as const;
