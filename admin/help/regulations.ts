import type { FieldHelp } from './field-help.js';

const number = { id: 'Hanya nomornya, misalnya 41.', en: 'The number alone, such as 41.' };
const year = { id: 'Tahun pada nomor regulasi, misalnya 2024.', en: 'Year in the number, such as 2024.' };
const enactedOn = {
  id: 'Tanggal pada baris "Ditetapkan di …", misalnya 12 Agustus 2024.',
  en: 'Date in the line "Ditetapkan di …", such as 12 August 2024.',
};
const promulgatedOn = {
  id: 'Tanggal pada baris "Diundangkan di …", misalnya 13 Agustus 2024; sering sehari kemudian.',
  en: 'Date in the line "Diundangkan di …", such as 13 August 2024; often a day later.',
};
const effectiveFrom = {
  id: 'Misalnya 13 Agustus 2024. Biasanya tanggal diundangkan, kecuali pasal penutup menyebut lain.',
  en: 'Such as 13 August 2024. Mostly the day of promulgation, unless its last article says otherwise.',
};
const effectiveUntil = {
  id: 'Hari terakhir bila naskahnya membatasi, misalnya 31 Desember 2026 untuk keputusan setahun. Biasanya kosong.',
  en: 'Last day when the text limits it, such as 31 December 2026 for a decree of a year. Mostly empty.',
};
const revokedOn = {
  id: 'Hari pertama tidak berlaku lagi, misalnya 2 Januari 2026.',
  en: 'First day on which it no longer holds, such as 2 January 2026.',
};

/** Laws, decrees and what they do to each other. */
export const regulationHelp: Readonly<Record<string, FieldHelp>> = {
  regulation: {
    kind: {
      id: 'Jenis menurut judul, misalnya Peraturan Wali Kota atau Keputusan Bupati.',
      en: 'Kind as the title says, such as Peraturan Wali Kota or Keputusan Bupati.',
    },
    issuerRegion: {
      id: 'Daerah yang menetapkan, misalnya Kota Cilegon. Kosongkan untuk peraturan pusat.',
      en: 'Region that enacted it, such as Kota Cilegon. Empty for national law.',
    },
    issuerName: {
      id: 'Hanya bila bukan pemerintah daerah, misalnya Menteri Ketenagakerjaan.',
      en: 'Only when it is no regional government, such as the Minister of Manpower.',
    },
    number,
    year,
    title: {
      id: 'Judul lengkap tanpa jenis dan nomor, misalnya Jaminan Sosial Ketenagakerjaan bagi Pekerja Rentan.',
      en: 'Full title without kind and number, such as Jaminan Sosial Ketenagakerjaan bagi Pekerja Rentan.',
    },
    subject: {
      id: 'Ringkasan dengan kata sendiri, misalnya mewajibkan RT dan RW terdaftar.',
      en: 'Summary in your own words, such as obliges neighbourhood heads to be registered.',
    },
    effectiveFrom,
    effectiveUntil,
    relations: {
      id: 'Regulasi lain yang diubah, dicabut, atau dilaksanakan, misalnya melaksanakan Inpres 2/2021.',
      en: 'Other law that it amends, revokes or carries out, such as carries out Inpres 2/2021.',
    },
    'relations.kind': {
      id: 'Apa yang dilakukan regulasi ini terhadap yang lain, misalnya mencabut.',
      en: 'What this one does to the other, such as revokes.',
    },
    'relations.target': {
      id: 'Ketik nomor atau judulnya, misalnya Perwal 10/2022.',
      en: 'Type number or title, such as Perwal 10/2022.',
    },
    'relations.note': {
      id: 'Bagian yang dimaksud, misalnya Pasal 5 ayat (2).',
      en: 'The part that is meant, such as Pasal 5 ayat (2).',
    },
    note: {
      id: 'Catatan kerja, misalnya salinan resmi belum diterima.',
      en: 'Working note, such as the official copy has not come yet.',
    },
    enactedOn,
    promulgatedOn,
    revokedOn,
    enact_number: number,
    enact_year: year,
    enact_enactedOn: enactedOn,
    enact_promulgatedOn: promulgatedOn,
    enact_effectiveFrom: effectiveFrom,
    enact_effectiveUntil: effectiveUntil,
    revoke_revokedOn: revokedOn,
    revoke_revokedBy: {
      id: 'Regulasi yang mencabut, misalnya Perwal 3/2026. Kosongkan bila berakhir dengan cara lain.',
      en: 'The law that revokes it, such as Perwal 3/2026. Empty when it ends otherwise.',
    },
    revoke_reason: {
      id: 'Misalnya diganti karena perubahan tarif.',
      en: 'Such as replaced because rates changed.',
    },
  },
};
