import type { FieldHelp } from './field-help.js';

const roles = {
  id: 'Satu baris untuk setiap peran, misalnya operator di Kota Cilegon.',
  en: 'One row for each role, such as operator in Kota Cilegon.',
};
const role = {
  id: 'Misalnya operator untuk yang mencatat, penyetuju untuk yang memutuskan.',
  en: 'Such as operator for who records, approver for who decides.',
};
const roleRegion = {
  id: 'Misalnya Banten untuk seluruh provinsi. Kosong: seluruh Indonesia.',
  en: 'Such as Banten for the whole province. Empty: all of Indonesia.',
};

/** Alerts, reported figures, categories, awards, sources, accounts. */
export const dataHelp: Readonly<Record<string, FieldHelp>> = {
  alert: {
    acknowledge_note: {
      id: 'Apa yang sudah dilakukan, misalnya surat perpanjangan dikirim 10 Februari.',
      en: 'What was done, such as the letter of renewal went out on 10 February.',
    },
    snooze_until: {
      id: 'Hari terakhir ia disisihkan, misalnya 1 Maret 2026; paling lama 90 hari.',
      en: 'Last day on which it is put aside, such as 1 March 2026; at most 90 days.',
    },
    snooze_note: {
      id: 'Mengapa ditunda, misalnya menunggu rapat 28 Februari.',
      en: 'Why it waits, such as meeting on 28 February.',
    },
    assign_staff: {
      id: 'Ketik namanya, misalnya Operator Cilegon. Kosong: bukan tugas siapa pun.',
      en: 'Type the name, such as Operator Cilegon. Empty: nobody’s task.',
    },
    assign_note: { id: 'Misalnya tolong siapkan rancangannya.', en: 'Such as please prepare the draft.' },
    escalate_note: {
      id: 'Apa yang diharapkan dari provinsi, misalnya keputusan tentang anggaran.',
      en: 'What the province should do, such as decide about the budget.',
    },
  },
  observation: {
    indicator: {
      id: 'Apa yang diukur; ketik, misalnya pekerja rentan terlindungi.',
      en: 'What is measured; type, such as vulnerable workers covered.',
    },
    region: { id: 'Misalnya Kota Cilegon.', en: 'Such as Kota Cilegon.' },
    label: {
      id: 'Kalimat yang tepat tentang angka itu, misalnya pekerja rentan yang dibiayai APBD sampai Desember.',
      en: 'Sentence on the figure, such as vulnerable workers paid by the budget until December.',
    },
    value: { id: 'Tanpa titik ribuan, misalnya 16800.', en: 'Without thousands separators, such as 16800.' },
    asOf: {
      id: 'Tanggal angka itu berlaku, misalnya 31 Desember 2025.',
      en: 'Date of the figure, such as 31 December 2025.',
    },
    period: { id: 'Bila menurut masa, misalnya TA 2026.', en: 'When it is of a period, such as TA 2026.' },
    denominatorKind: {
      id: 'Untuk persentase: dari apa, misalnya angkatan kerja.',
      en: 'For a percentage: a share of what, such as the labour force.',
    },
    note: { id: 'Misalnya dibulatkan oleh wartawan.', en: 'Such as rounded by the journalist.' },
    source: {
      id: 'Tempat angka itu dibaca; ketik penerbit atau judul, misalnya Banten Raya.',
      en: 'Where it was read; type publisher or title, such as Banten Raya.',
    },
  },
  category: {
    code: {
      id: 'Huruf besar, angka, dan garis bawah, misalnya KETUA_RT.',
      en: 'Capitals, digits and underscores, such as KETUA_RT.',
    },
    name: { id: 'Misalnya Ketua RT.', en: 'Such as Ketua RT.' },
    nameEn: {
      id: 'Dalam bahasa Inggris, misalnya Head of neighbourhood.',
      en: 'Such as Head of neighbourhood.',
    },
    family: {
      id: 'Misalnya pemegang jabatan untuk Ketua RT.',
      en: 'Such as holders of a post for Ketua RT.',
    },
    parent: {
      id: 'Kategori yang lebih luas, misalnya RT dan RW.',
      en: 'The wider category, such as RT and RW.',
    },
    isTransport: {
      id: 'Centang untuk sektor transportasi PP 50/2025, misalnya ojek daring.',
      en: 'Tick for the transport sector of PP 50/2025, such as motorcycle taxis.',
    },
    isPostHolder: {
      id: 'Centang bila melekat pada jabatan, misalnya Ketua RT: pengganti mengisi tempatnya.',
      en: 'Tick when it belongs to a post, such as Ketua RT: a successor takes the place.',
    },
    aliases: {
      id: 'Kata lain di daftar dan berita, misalnya rukun tetangga.',
      en: 'Other words in lists and news, such as rukun tetangga.',
    },
    isActive: {
      id: 'Lepas centang bila tidak dipakai lagi, misalnya kategori yang digabung.',
      en: 'Untick when no longer used, such as a category that was merged.',
    },
  },
  award: {
    name: { id: 'Misalnya Paritrana Award.', en: 'Such as Paritrana Award.' },
    recipient: { id: 'Pemerintah penerima, misalnya Kota Cilegon.', en: 'Government, such as Kota Cilegon.' },
    editionYear: { id: 'Tahun edisinya, misalnya 2024.', en: 'Year of the edition, such as 2024.' },
    level: { id: 'Misalnya nasional untuk Paritrana Award.', en: 'Such as national for Paritrana Award.' },
    category: { id: 'Misalnya pemerintah kota terbaik.', en: 'Such as best city.' },
    rank: { id: 'Peringkat, misalnya 1.', en: 'Rank, such as 1.' },
    givenBy: { id: 'Seperti tertulis, misalnya Wakil Presiden.', en: 'As written, such as Wakil Presiden.' },
    givenByOfficials: {
      id: 'Bila pejabatnya terdaftar; ketik namanya, misalnya Andra Soni.',
      en: 'When the official is registered; type the name, such as Andra Soni.',
    },
    receivedBy: {
      id: 'Seperti tertulis, misalnya Wali Kota Cilegon.',
      en: 'As written, such as Wali Kota Cilegon.',
    },
    receivedByOfficial: {
      id: 'Bila pejabatnya terdaftar; ketik namanya, misalnya Robinsar.',
      en: 'When the official is registered; type the name, such as Robinsar.',
    },
    ceremonyOn: { id: 'Misalnya 12 September 2024.', en: 'Such as 12 September 2024.' },
    note: { id: 'Misalnya diserahkan di Jakarta.', en: 'Such as handed over in Jakarta.' },
  },
  source: {
    publisher: {
      id: 'Nama media atau lembaga, misalnya Banten Raya.',
      en: 'Newspaper or body, such as Banten Raya.',
    },
    title: {
      id: 'Judul tulisan, misalnya 16.800 Nelayan Terlindungi.',
      en: 'Headline, such as 16.800 Nelayan Terlindungi.',
    },
    author: { id: 'Seperti tercetak, misalnya Gillang.', en: 'As printed, such as Gillang.' },
    publishedOn: {
      id: 'Hari terbit, misalnya 10 Januari 2026.',
      en: 'Day of publication, such as 10 January 2026.',
    },
    url: {
      id: 'Alamat lengkap, misalnya https://bantenraya.co.id/berita.',
      en: 'Full address, such as https://bantenraya.co.id/berita.',
    },
    accessedOn: {
      id: 'Hari Anda membacanya, misalnya 11 Februari 2026.',
      en: 'Day you read it, such as 11 February 2026.',
    },
    note: { id: 'Misalnya hanya halaman pertama.', en: 'Such as the first page only.' },
  },
  staff: {
    name: { id: 'Nama lengkap petugas, misalnya Siti Aminah.', en: 'Full name, such as Siti Aminah.' },
    email: {
      id: 'Untuk masuk, misalnya siti@cilegon.go.id. Satu akun satu orang.',
      en: 'To sign in with, such as siti@cilegon.go.id. One account for one person.',
    },
    locale: {
      id: 'Bahasa panel dan surel, misalnya Indonesia.',
      en: 'Language of panel and mails, such as Indonesian.',
    },
    isActive: {
      id: 'Lepas centang bila petugas pindah, misalnya mutasi: ia langsung keluar.',
      en: 'Untick when the person leaves, such as moves to another post: signed out at once.',
    },
    grants: roles,
    'grants.role': role,
    'grants.region': roleRegion,
    grantRoles_grants: roles,
    'grantRoles_grants.role': role,
    'grantRoles_grants.region': roleRegion,
  },
};
