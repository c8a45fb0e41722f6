/** Words of what hangs on a record. */
export const impactTexts = {
  id: {
    title: 'Yang bergantung padanya',
    from: (day: string) => `Bila tidak berlaku lagi sejak ${day}`,
    day: 'Tidak berlaku lagi sejak',
    nothing: 'Tidak ada program, perjanjian, atau peraturan yang bergantung padanya.',
    programs: 'Program berjalan',
    leftWithout: (count: number) => `${count} program tidak punya dasar lain`,
    someLeft: 'Semua program itu masih punya dasar lain.',
    active: 'Peserta aktif',
    ahead: 'Bulan itu dan sesudahnya, sudah tercatat',
    behind: 'Bulan sebelumnya, tetap tercatat',
    figures: (persons: string, months: string, rupiah: string) =>
      `${persons} orang, ${months} bulan-orang, ${rupiah}`,
    unseen: 'tidak ditampilkan untuk peran Anda',
    heads: ['Program', 'Daerah', 'Sampai', 'Peserta aktif', 'Bulan-orang ke depan', 'Iurannya', 'Dasar lain'],
    none: 'tidak ada',
    some: 'ada',
    records: 'Ikut terkait',
    concepts: { regulation: 'Peraturan', mou: 'Perjanjian', region: 'Daerah yang dilayani' } as Readonly<
      Record<string, string>
    >,
    more: (shown: number, all: number) => `${shown} dari ${all} ditampilkan.`,
    line: 'Baris anggaran',
    noLines: 'Program ini belum punya baris anggaran.',
    whole: 'Lihat lengkap',
  },
  en: {
    title: 'What depends on it',
    from: (day: string) => `If it no longer holds from ${day}`,
    day: 'No longer holds from',
    nothing: 'No program, agreement or regulation depends on it.',
    programs: 'Running programs',
    leftWithout: (count: number) => `${count} programs have nothing else to stand on`,
    someLeft: 'All of these programs have something else to stand on.',
    active: 'Active participants',
    ahead: 'That month and later, in the ledger already',
    behind: 'Earlier months, which stay in the ledger',
    figures: (persons: string, months: string, rupiah: string) =>
      `${persons} persons, ${months} person-months, ${rupiah}`,
    unseen: 'not shown to your role',
    heads: ['Program', 'Region', 'Until', 'Active', 'Person-months ahead', 'Contributions', 'Something else'],
    none: 'none',
    some: 'yes',
    records: 'Also concerned',
    concepts: { regulation: 'Regulations', mou: 'Agreements', region: 'Regions served' } as Readonly<
      Record<string, string>
    >,
    more: (shown: number, all: number) => `${shown} of ${all} are shown.`,
    line: 'Budget line',
    noLines: 'This program has no budget line yet.',
    whole: 'See all of it',
  },
};
