/** Words for the values of rosters. */

export const importStates = {
  MAPPING: { id: 'Menunggu pemetaan kolom', en: 'Waits for its columns' },
  CHECKING: { id: 'Sedang diperiksa', en: 'Being checked' },
  READY: { id: 'Selesai diperiksa', en: 'Checked' },
  COMMITTING: { id: 'Sedang disimpan', en: 'Being saved' },
  COMMITTED: { id: 'Tersimpan', en: 'Saved' },
  UNDOING: { id: 'Sedang ditarik kembali', en: 'Being taken back' },
  UNDONE: { id: 'Ditarik kembali', en: 'Taken back' },
  DISCARDED: { id: 'Dibuang', en: 'Put away' },
  FAILED: { id: 'Tidak terbaca', en: 'Not readable' },
} as const;

export const importStateColours = {
  MAPPING: 'amber',
  CHECKING: 'blue',
  READY: 'amber',
  COMMITTING: 'blue',
  COMMITTED: 'green',
  UNDOING: 'blue',
  UNDONE: 'grey',
  DISCARDED: 'grey',
  FAILED: 'red',
} as const;

/** What becomes of a row, in the order in which people want to know it. */
export const importVerdicts = {
  NEW: {
    id: 'Baru',
    en: 'New',
    meaning: { id: 'Diusulkan menjadi peserta program.', en: 'Proposed for the program.' },
    colour: 'new',
  },
  CHANGED: {
    id: 'Berubah',
    en: 'Changed',
    meaning: {
      id: 'Sudah peserta; datanya diperbarui menurut daftar ini.',
      en: 'In the program already; the registration gets what the roster knows better.',
    },
    colour: 'changed',
  },
  UNCHANGED: {
    id: 'Sama',
    en: 'Unchanged',
    meaning: { id: 'Sudah peserta dan datanya sama.', en: 'In the program already, nothing differs.' },
    colour: 'same',
  },
  DUPLICATE: {
    id: 'Ganda',
    en: 'Duplicate',
    meaning: {
      id: 'Dua kali di daftar ini, atau sudah dilindungi program lain; tidak disimpan.',
      en: 'Twice in this roster, or covered by another program; not saved.',
    },
    colour: 'double',
  },
  ERROR: {
    id: 'Salah',
    en: 'Error',
    meaning: { id: 'Harus diperbaiki dahulu; tidak disimpan.', en: 'Has to be mended first; not saved.' },
    colour: 'error',
  },
} as const;

/** What a column can hold, in the order in which rosters have it. */
export const importFields = {
  NIK: { id: 'NIK', en: 'NIK' },
  NAME: { id: 'Nama', en: 'Name' },
  BIRTH_PLACE: { id: 'Tempat lahir', en: 'Place of birth' },
  BIRTH_DATE: { id: 'Tanggal lahir', en: 'Date of birth' },
  SEX: { id: 'Jenis kelamin', en: 'Sex' },
  MALE_MARK: { id: 'Tanda laki-laki', en: 'Mark for men' },
  FEMALE_MARK: { id: 'Tanda perempuan', en: 'Mark for women' },
  CATEGORY: { id: 'Pekerjaan', en: 'Work' },
  ADDRESS: { id: 'Alamat', en: 'Address' },
  RT: { id: 'RT (atau RT/RW)', en: 'RT (or RT/RW)' },
  RW: { id: 'RW', en: 'RW' },
  VILLAGE: { id: 'Kelurahan/desa', en: 'Ward or village' },
  DISTRICT: { id: 'Kecamatan', en: 'District' },
  REGION_CODE: { id: 'Kode wilayah', en: 'Code of the region' },
  PHONE: { id: 'Telepon', en: 'Telephone' },
  DECILE: { id: 'Desil', en: 'Decile' },
  POST: { id: 'Jabatan', en: 'Post' },
  DECREE: { id: 'Nomor SK', en: 'Decree' },
  COHORT: { id: 'Gelombang', en: 'Cohort' },
  ENTERED_ON: { id: 'Tanggal masuk', en: 'Date of entry' },
  KPJ: { id: 'Nomor KPJ', en: 'KPJ number' },
  NOTE: { id: 'Keterangan', en: 'Remark' },
} as const;

export const importObstacles = {
  MONTHS: { id: 'sudah punya bulan perlindungan', en: 'have months of cover already' },
  CASE: { id: 'punya kasus dengan pembayar lain', en: 'have a case with another payer' },
  REPLACED: { id: 'sudah digantikan orang lain', en: 'were replaced by somebody else' },
  BRANCH_KNOWS: {
    id: 'ada pada daftar untuk cabang atau sudah berakhir',
    en: 'are on a list for the branch, or have ended',
  },
  APPROVAL: { id: 'ada pada daftar yang dimintakan persetujuan', en: 'are on a list sent for approval' },
  ANNEX: { id: 'tercantum pada lampiran SK yang disegel', en: 'stand in the sealed annex of a decree' },
} as const;
