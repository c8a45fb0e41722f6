import type { FieldHelp } from './field-help.js';

const title = {
  id: 'Persis seperti di halaman pertama naskah, misalnya Nota Kesepakatan Pelindungan Pekerja Rentan.',
  en: 'Exactly as on the first page of the paper, such as Nota Kesepakatan Pelindungan Pekerja Rentan.',
};
const signedOn = {
  id: 'Tanggal di pembukaan atau akhir naskah, misalnya 10 Februari 2025. Kosongkan bila tidak diketahui.',
  en: 'The date at the beginning or the end of the paper, such as 10 February 2025. Leave empty when nobody knows.',
};
const signedPlace = {
  id: 'Kota atau gedung, misalnya Pendopo Cilegon.',
  en: 'Town or building, such as Pendopo Cilegon.',
};

/** Agreements and their decisions. */
export const agreementHelp: Readonly<Record<string, FieldHelp>> = {
  mou: {
    kind: {
      id: 'MoU payung memuat kerja sama umum, misalnya antara bupati dan kantor cabang; PKS rinciannya; adendum perubahannya.',
      en: 'An umbrella MoU is general, for instance between the regent and the branch; a PKS has the details; an addendum changes.',
    },
    region: {
      id: 'Daerah yang membuat perjanjian, misalnya Kota Cilegon. Tidak dapat diganti kemudian.',
      en: 'The region that makes the agreement, such as Kota Cilegon. It cannot be changed later.',
    },
    titleAsWritten: title,
    subject: {
      id: 'Isi setelah kata "tentang", misalnya perlindungan bagi nelayan dan petani.',
      en: 'What follows the word "tentang", such as cover for fishers and farmers.',
    },
    parties: {
      id: 'Semua pihak menurut urutan naskah, misalnya pemerintah daerah dahulu, lalu kantor cabang.',
      en: 'All parties in the order of the paper, for instance the government first, then the branch.',
    },
    'parties.kind': {
      id: 'Misalnya kantor BPJS untuk kantor cabang, perangkat daerah untuk dinas.',
      en: 'For instance BPJS office for a branch, agency for a department.',
    },
    'parties.region': {
      id: 'Bila pihak ini pemerintah atau perangkat daerah, misalnya Kota Serang.',
      en: 'When this party is a government or an agency of one, such as Kota Serang.',
    },
    'parties.agency': {
      id: 'Bila pihak ini perangkat daerah, misalnya Dinas Tenaga Kerja.',
      en: 'When this party is an agency, such as Dinas Tenaga Kerja.',
    },
    'parties.office': {
      id: 'Bila pihak ini BPJS Ketenagakerjaan, misalnya KC Cilegon.',
      en: 'When this party is BPJS Ketenagakerjaan, such as KC Cilegon.',
    },
    'parties.otherName': {
      id: 'Bila pihak ini lembaga lain, misalnya Baznas Kota Cilegon.',
      en: 'When this party is another organisation, such as Baznas Kota Cilegon.',
    },
    'parties.number': {
      id: 'Nomor surat yang diberikan pihak ini, misalnya 415.4/12/2025. Kosongkan bila belum ada.',
      en: 'The number this party gave, such as 415.4/12/2025. Leave empty when there is none yet.',
    },
    'parties.signatory': {
      id: 'Pejabat yang menandatangani bagi pihak ini; ketik namanya, misalnya Robinsar.',
      en: 'Official who signs for this party; type the name, such as Robinsar.',
    },
    signedOn,
    signedPlace,
    effectiveFrom: {
      id: 'Hari pertama perjanjian mengikat, misalnya 10 Februari 2025; sering sama dengan hari tanda tangan.',
      en: 'First day on which it binds, such as 10 February 2025; often the day of signing.',
    },
    effectiveUntil: {
      id: 'Hari terakhir, masih termasuk, misalnya 9 Februari 2028 untuk 3 tahun sejak 10 Februari 2025. Dasar peringatan.',
      en: 'Last day, included, such as 9 February 2028 for 3 years from 10 February 2025. Alerts are counted from it.',
    },
    termText: {
      id: 'Bunyi pasal jangka waktu, misalnya tiga tahun sejak ditandatangani.',
      en: 'Words of the article on its term, such as three years from signing.',
    },
    isAutoRenewed: {
      id: 'Centang bila naskah berkata diperpanjang dengan sendirinya, misalnya "kecuali salah satu pihak mengakhiri".',
      en: 'Tick when the paper says that it renews itself, for instance "unless one of the parties ends it".',
    },
    noticeDays: {
      id: 'Berapa hari sebelum berakhir harus diberitahukan, misalnya 90 untuk tiga bulan.',
      en: 'How many days before the end notice has to be given, such as 90 for three months.',
    },
    segments: {
      id: 'Pekerja yang dilindungi, misalnya BPU untuk nelayan dan petani. Boleh lebih dari satu.',
      en: 'Workers that are covered, such as BPU for fishers and farmers. There may be several.',
    },
    scope: {
      id: 'Satu butir ruang lingkup per baris, misalnya perluasan kepesertaan.',
      en: 'One item of the scope in each row, such as widening participation.',
    },
    plannedBeneficiaries: {
      id: 'Jumlah orang dalam naskah tanpa titik, misalnya 16800.',
      en: 'Number of persons in the paper without dots, such as 16800.',
    },
    legalBases: {
      id: 'Regulasi pada bagian "mengingat", misalnya Perwal 41/2024. Ketik nomor atau judulnya.',
      en: 'Regulations cited as its basis, such as Perwal 41/2024. Type number or title.',
    },
    parent: {
      id: 'Untuk PKS: MoU payungnya. Untuk adendum: perjanjian yang diubah, misalnya PKS 2025.',
      en: 'For a PKS its umbrella MoU; for an addendum what it changes, such as the PKS of 2025.',
    },
    predecessor: {
      id: 'Perjanjian lama yang diteruskan, misalnya MoU 2022–2025. Peringatan atas yang lama lalu berhenti.',
      en: 'The former agreement that this one continues, such as the MoU of 2022–2025. Its alerts then stop.',
    },
    note: {
      id: 'Catatan kerja, hanya dibaca petugas daerah, misalnya menunggu paraf Bagian Hukum.',
      en: 'Working note that only staff of the region read, such as waiting for the legal bureau.',
    },
    return_reason: {
      id: 'Apa yang harus diperbaiki penyusun, misalnya nomor pihak kedua belum ada.',
      en: 'What the authors have to mend, such as the number of the second party is missing.',
    },
    sign_signedOn: signedOn,
    sign_signedPlace: signedPlace,
    renew_effectiveFrom: {
      id: 'Misalnya 10 Februari 2028. Kosong: sehari sesudah perjanjian sekarang berakhir.',
      en: 'Such as 10 February 2028. Empty: the day after the present one ends.',
    },
    renew_effectiveUntil: {
      id: 'Misalnya 9 Februari 2031. Kosong: selama masa perjanjian sekarang.',
      en: 'Such as 9 February 2031. Empty: as long as the present one.',
    },
    renew_titleAsWritten: {
      id: 'Judul naskah baru, misalnya Nota Kesepakatan Perpanjangan. Kosong: judul yang sama.',
      en: 'Title of the new paper, such as Nota Kesepakatan Perpanjangan. Empty: the same title.',
    },
    amend_titleAsWritten: {
      id: 'Misalnya Adendum Kedua atas PKS Nelayan. Kosong: "Adendum" dengan nomor urut dan judulnya.',
      en: 'Such as Adendum Kedua atas PKS Nelayan. Empty: "Adendum", its number and the title.',
    },
    terminate_terminatedOn: {
      id: 'Hari terakhir perjanjian berlaku, misalnya 30 Juni 2026. Yang bergantung padanya dihitung di atas.',
      en: 'Last day on which it holds, such as 30 June 2026. What depends on it is counted above.',
    },
    terminate_reason: {
      id: 'Sebab menurut surat pengakhiran, misalnya digabung ke PKS provinsi.',
      en: 'Why, as the letter says, such as joined into the PKS of the province.',
    },
    terminate_documentId: {
      id: 'Surat pengakhiran (PDF) yang sudah diunggah di halaman MoU ini, misalnya surat-pengakhiran.pdf.',
      en: 'Letter of termination (PDF) uploaded on the page of this MoU, such as surat-pengakhiran.pdf.',
    },
  },
};
