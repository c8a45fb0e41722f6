import type { FieldHelp } from './field-help.js';

const cohort = {
  id: 'Rombongan bila masuk bertahap, misalnya Tahap I.',
  en: 'Batch when people enter in stages, such as Tahap I.',
};

/** Fields of pages that are no form of a record, by the id of the field. */
export const pageHelp: FieldHelp = {
  'ask-regionId': {
    id: 'Ketik namanya, misalnya Banten atau Cilegon.',
    en: 'Type its name, such as Banten or Cilegon.',
  },
  'ask-programId': {
    id: 'Ketik namanya, misalnya Perlindungan Nelayan.',
    en: 'Type its name, such as Perlindungan Nelayan.',
  },
  'ask-month': {
    id: 'Bulan iuran, misalnya Januari 2026 (2026-01).',
    en: 'Month, such as January 2026 (2026-01).',
  },
  'ask-from': { id: 'Misalnya Januari 2026 (2026-01).', en: 'Such as January 2026 (2026-01).' },
  'ask-until': {
    id: 'Masih termasuk, misalnya Desember 2026 (2026-12).',
    en: 'Included, such as December 2026 (2026-12).',
  },
  'ask-withinDays': {
    id: 'Misalnya 90 hari, agar rancangannya selesai ditelaah sebelum masanya habis.',
    en: 'Such as 90 days, so that the drafts are reviewed before the term ends.',
  },
  'ask-segment': { id: 'Misalnya BPU untuk nelayan.', en: 'Such as BPU for fishers.' },
  'ask-sector': {
    id: 'Misalnya transportasi untuk ojek; keringanannya berbeda.',
    en: 'Such as transport for motorcycle taxis; its relief differs.',
  },
  'ask-fundingSource': {
    id: 'Misalnya APBD, yang tidak mendapat keringanan PP 50/2025.',
    en: 'Such as a regional budget, which gets no relief of PP 50/2025.',
  },
  'ask-wageBaseRupiah': {
    id: 'Tanpa titik, misalnya 3000000. Hanya untuk PU.',
    en: 'Without dots, such as 3000000. For PU only.',
  },
  'ask-withJht': {
    id: 'Misalnya dengan JHT bila tabungan hari tua ikut dibayar.',
    en: 'Such as with JHT when old-age savings are paid too.',
  },
  'find-nik': {
    id: '16 angka dari KTP, misalnya 3672010101900001. Tidak disimpan dan tidak tampak di alamat.',
    en: '16 digits of the card, such as 3672010101900001. Neither kept nor shown in the address.',
  },
  'approval-reason': {
    id: 'Dibaca penyusunnya, misalnya nomor pihak kedua belum ada.',
    en: 'Its authors read it, such as the number of the second party is missing.',
  },
  'import-category': { id: 'Ketik, misalnya nelayan.', en: 'Type, such as fisher.' },
  'import-enteredOn': {
    id: 'Misalnya 2 Januari 2026. Batas usia dihitung pada hari ini.',
    en: 'Such as 2 January 2026. The age limit is judged on that day.',
  },
  'import-decree': {
    id: 'Keputusan yang memuat nama mereka, misalnya 460/123/2026.',
    en: 'Decree that lists them, such as 460/123/2026.',
  },
  'import-cohort': cohort,
  'import-decileSource': {
    id: 'Dari mana desilnya, misalnya DTSEN.',
    en: 'Where it is from, such as DTSEN.',
  },
  'import-decileOn': { id: 'Tanggal data itu, misalnya 1 Juli 2025.', en: 'Its date, such as 1 July 2025.' },
  'together-program': {
    id: 'Ketik namanya, misalnya Perlindungan Nelayan. Kosong: semua yang tersaring.',
    en: 'Type its name, such as Perlindungan Nelayan. Empty: everyone who is filtered.',
  },
  'together-deed': {
    id: 'Misalnya verifikasi; di kurung, keadaan yang dapat diputuskan.',
    en: 'Such as verify; in brackets, the states that it applies to.',
  },
  'together-from': { id: 'Misalnya Januari 2026 (2026-01).', en: 'Such as January 2026 (2026-01).' },
  'together-until': {
    id: 'Masih termasuk, misalnya Desember 2026 (2026-12).',
    en: 'Included, such as December 2026 (2026-12).',
  },
  'together-ended': {
    id: 'Hari terakhir, misalnya 31 Maret 2026; bulannya masih dihitung.',
    en: 'Last day, such as 31 March 2026; its month still counts.',
  },
  'together-reason': {
    id: 'Sama untuk semua, misalnya program berakhir.',
    en: 'One for all, such as program ended.',
  },
  'document-kind': {
    id: 'Misalnya rancangan sebelum ditandatangani; berkas baru dari jenis yang sama menjadi versi berikutnya.',
    en: 'Such as draft before it is signed; a new file of the same kind becomes the next version.',
  },
  'sql-name': { id: 'Misalnya Peserta per kecamatan.', en: 'Such as People by district.' },
  'sql-parameter-name': {
    id: 'Apa yang diisi di sini, dengan contoh: Bulan (2026-02-01).',
    en: 'What is filled in here, with an example: Month (2026-02-01).',
  },
  'sql-description': {
    id: 'Untuk siapa dan kapan dipakai, misalnya laporan bulanan dinas.',
    en: 'For whom and when, such as the monthly report of the agency.',
  },
};
