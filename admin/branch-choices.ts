/** Words for lists of people for branches. */

export const branchListStates = {
  MADE: { id: 'Dibuat, belum dikirim', en: 'Made, not sent' },
  SENT: { id: 'Dikirim, menunggu jawaban', en: 'Sent, waits for the answer' },
  ANSWERED: { id: 'Dijawab, belum diterapkan', en: 'Answered, not applied' },
  APPLIED: { id: 'Jawaban diterapkan', en: 'Answer applied' },
  DISCARDED: { id: 'Dibuang', en: 'Put away' },
} as const;

export const branchListStateColours = {
  MADE: 'amber',
  SENT: 'blue',
  ANSWERED: 'amber',
  APPLIED: 'green',
  DISCARDED: 'grey',
} as const;

/** What the comparison comes to, in the order in which people want to know it. */
export const branchVerdicts = {
  ACCEPTED: {
    id: 'Diterima',
    en: 'Accepted',
    meaning: { id: 'Menjadi peserta aktif saat diterapkan.', en: 'Active once applied.' },
    colour: 'new',
  },
  AMOUNT_DIFFERS: {
    id: 'Iuran berbeda',
    en: 'Amounts differ',
    meaning: {
      id: 'Diterima, tetapi iurannya tidak sama dengan hitungan kita.',
      en: 'Accepted, but at another contribution than ours.',
    },
    colour: 'changed',
  },
  REJECTED: {
    id: 'Ditolak',
    en: 'Rejected',
    meaning: { id: 'Keluar dari program saat diterapkan.', en: 'Out of the program once applied.' },
    colour: 'error',
  },
  OURS_NOT_THEIRS: {
    id: 'Hanya di daftar kita',
    en: 'Ours, not theirs',
    meaning: {
      id: 'Tidak disebut cabang, atau barisnya tidak terbaca; dapat masuk daftar berikutnya.',
      en: 'Not named by the branch, or in a row that is not readable; can go on the next list.',
    },
    colour: 'double',
  },
  THEIRS_NOT_OURS: {
    id: 'Hanya di jawaban cabang',
    en: 'Theirs, not ours',
    meaning: {
      id: 'Tidak ada di daftar kita; tidak ada yang diubah.',
      en: 'Not on our list; nothing is changed.',
    },
    colour: 'same',
  },
  UNREADABLE: {
    id: 'Tidak terbaca',
    en: 'Not readable',
    meaning: {
      id: 'Tanyakan kepada cabang; tidak ada yang diubah.',
      en: 'Ask the branch; nothing is changed.',
    },
    colour: 'error',
  },
} as const;

export const branchFields = {
  NUMBER: { id: 'Nomor urut', en: 'Number' },
  NIK: { id: 'NIK', en: 'NIK' },
  KPJ: { id: 'Nomor KPJ', en: 'KPJ number' },
  NAME: { id: 'Nama', en: 'Name' },
  BIRTH_PLACE: { id: 'Tempat lahir', en: 'Place of birth' },
  BIRTH_DATE: { id: 'Tanggal lahir', en: 'Date of birth' },
  SEX: { id: 'Jenis kelamin', en: 'Sex' },
  ADDRESS: { id: 'Alamat', en: 'Address' },
  VILLAGE: { id: 'Kelurahan/desa', en: 'Ward or village' },
  DISTRICT: { id: 'Kecamatan', en: 'District' },
  PHONE: { id: 'Telepon', en: 'Telephone' },
  CATEGORY: { id: 'Pekerjaan', en: 'Work' },
  POST: { id: 'Jabatan', en: 'Post' },
  ENTERED_ON: { id: 'Tanggal masuk', en: 'Date of entry' },
  MONTH: { id: 'Bulan iuran', en: 'Month' },
  AMOUNT: { id: 'Iuran sebulan (rupiah)', en: 'Contribution of a month (rupiah)' },
} as const;

export const branchFormats = {
  DAY_FIRST_DASH: { id: 'Tanggal 31-01-2026', en: 'Date 31-01-2026' },
  DAY_FIRST_SLASH: { id: 'Tanggal 31/01/2026', en: 'Date 31/01/2026' },
  ISO: { id: 'Tanggal 2026-01-31', en: 'Date 2026-01-31' },
  SEX_L_P: { id: 'Kelamin L atau P', en: 'Sex L or P' },
  SEX_M_F: { id: 'Kelamin M atau F', en: 'Sex M or F' },
  SEX_WORD: { id: 'Kelamin dengan kata', en: 'Sex in words' },
} as const;
