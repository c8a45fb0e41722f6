import type { FieldHelp } from './field-help.js';

const post = {
  id: 'Wajib untuk pemegang jabatan, misalnya Ketua RT 003/RW 05.',
  en: 'Required for holders of a post, such as Ketua RT 003/RW 05.',
};
const decree = {
  id: 'Keputusan yang memuat nama ini, misalnya 460/123/2026. Tulis selalu sama.',
  en: 'Decree that lists the person, such as 460/123/2026. Write it always the same.',
};
const cohort = {
  id: 'Rombongan bila masuk bertahap, misalnya Tahap I.',
  en: 'Batch when people enter in stages, such as Tahap I.',
};
const enteredOn = {
  id: 'Misalnya 2 Januari 2026. Batas usia dihitung pada hari ini.',
  en: 'Such as 2 January 2026. The age limit is judged on that day.',
};

/** Registrations, enrollments, lists and cases of people. */
export const peopleHelp: Readonly<Record<string, FieldHelp>> = {
  beneficiary: {
    region: {
      id: 'Daerah yang membayar dan mencatat, misalnya Kota Cilegon; bukan selalu alamat orangnya.',
      en: 'Region that pays and registers, such as Kota Cilegon; not always where the person lives.',
    },
    nik: {
      id: '16 angka dari KTP, misalnya 3672010101900001. Disimpan tersandi.',
      en: '16 digits of the identity card, such as 3672010101900001. Kept encrypted.',
    },
    name: {
      id: 'Tanpa gelar dan singkatan, persis seperti di KTP, misalnya Sarmili.',
      en: 'Without titles and abbreviations, exactly as on the card, such as Sarmili.',
    },
    birthDate: {
      id: 'Dari KTP, misalnya 17 Agustus 1980; dicocokkan dengan NIK.',
      en: 'From the card, such as 17 August 1980; held against the NIK.',
    },
    birthPlace: { id: 'Seperti di KTP, misalnya Serang.', en: 'As on the card, such as Serang.' },
    sex: {
      id: 'Dari KTP, misalnya perempuan; dicocokkan dengan NIK.',
      en: 'From the card, such as female; held against the NIK.',
    },
    addressText: {
      id: 'Jalan, RT dan RW, misalnya Kp. Medaksa RT 02/RW 04.',
      en: 'Street, RT and RW, such as Kp. Medaksa RT 02/RW 04.',
    },
    addressRegion: {
      id: 'Kelurahan atau desa tempat tinggal; ketik namanya, misalnya Tamansari.',
      en: 'Village of residence; type its name, such as Tamansari.',
    },
    phone: { id: 'Misalnya 081234567890.', en: 'Such as 081234567890.' },
    category: {
      id: 'Pekerjaan utama; ketik, misalnya nelayan.',
      en: 'Main work; type, such as fisher.',
    },
    decileValue: {
      id: '1 paling miskin sampai 10, misalnya 3. Isi bersama sumber dan tanggalnya.',
      en: '1 the poorest to 10, such as 3. Fill in source and date with it.',
    },
    decileSource: { id: 'Misalnya DTSEN.', en: 'Such as DTSEN.' },
    decileOn: {
      id: 'Tanggal data desil itu, misalnya 1 Juli 2025.',
      en: 'Date of that decile, such as 1 July 2025.',
    },
    note: {
      id: 'Tanpa data kesehatan; misalnya berkas KK menyusul.',
      en: 'No health data; such as family card to follow.',
    },
    diedOn: {
      id: 'Dari akta kematian, misalnya 5 Maret 2026. Kosong: masih hidup.',
      en: 'From the death certificate, such as 5 March 2026. Empty: alive.',
    },
    movedOutOn: {
      id: 'Sejak kapan tidak lagi warga daerah ini, misalnya 1 April 2026.',
      en: 'Since when no longer of this region, such as 1 April 2026.',
    },
    verify_check: {
      id: 'Dengan apa dicocokkan, misalnya Dukcapil.',
      en: 'What it was held against, such as Dukcapil.',
    },
    verify_result: {
      id: 'Misalnya perlu diperiksa bila namanya hampir sama.',
      en: 'Such as needs review when the names are nearly the same.',
    },
    verify_checkedOn: {
      id: 'Hari pemeriksaan, misalnya 10 Februari 2026.',
      en: 'Day of the check, such as 10 February 2026.',
    },
    verify_by: { id: 'Siapa yang memeriksa, misalnya Disdukcapil.', en: 'Who checked, such as Disdukcapil.' },
    verify_batch: {
      id: 'Berkas hasilnya, misalnya padan-2026-02.',
      en: 'File of the results, such as padan-2026-02.',
    },
    verify_note: {
      id: 'Misalnya ejaan nama berbeda satu huruf.',
      en: 'Such as one letter of the name differs.',
    },
    correctNik_nik: {
      id: '16 angka dari KTP, misalnya 3672010101900001. Hanya selama belum ada bulan terlindungi.',
      en: '16 digits of the card, such as 3672010101900001. Only while no month is covered.',
    },
    correctNik_nikReason: {
      id: 'Tanpa NIK dan nama, misalnya dua angka tertukar saat mengetik.',
      en: 'Without NIK and name, such as two digits were swapped.',
    },
    revealNik_reason: {
      id: 'Tercatat bersama nama Anda, misalnya mencocokkan klaim JKM dengan cabang.',
      en: 'Recorded with your name, such as matching a claim with the branch.',
    },
  },
  enrollment: {
    program: {
      id: 'Program yang sudah disetujui; ketik namanya, misalnya Perlindungan Nelayan.',
      en: 'An approved program; type its name, such as Perlindungan Nelayan.',
    },
    beneficiary: {
      id: 'Peserta yang sudah terdaftar; ketik namanya, misalnya Sarmili.',
      en: 'Somebody who is registered; type the name, such as Sarmili.',
    },
    category: {
      id: 'Pekerjaan yang dilindungi, misalnya nelayan; harus salah satu kategori program.',
      en: 'Work that is covered, such as fisher; one of the categories of the program.',
    },
    post,
    enteredOn,
    decree,
    cohort,
    activate_kpj: {
      id: '11 angka, misalnya 21012345678; boleh menyusul.',
      en: '11 digits, such as 21012345678; may follow.',
    },
    reject_reason: {
      id: 'Misalnya tidak memenuhi syarat bila desilnya di atas batas program.',
      en: 'Such as not eligible when the decile is above the limit.',
    },
    end_endedOn: {
      id: 'Hari terakhir, misalnya 31 Maret 2026; bulannya masih dihitung.',
      en: 'Last day, such as 31 March 2026; its month still counts.',
    },
    end_reason: { id: 'Misalnya menjadi pekerja penerima upah.', en: 'Such as became an employee.' },
    replace_beneficiary: {
      id: 'Peserta terdaftar yang mengisi tempatnya; ketik namanya, misalnya Rohmah.',
      en: 'Registered person who takes the place; type the name, such as Rohmah.',
    },
    replace_enteredOn: enteredOn,
    replace_post: post,
    replace_decree: decree,
    replace_cohort: cohort,
  },
  annex: {
    program: {
      id: 'Program pada SK; ketik namanya, misalnya Perlindungan Nelayan.',
      en: 'Program of the decree; type its name, such as Perlindungan Nelayan.',
    },
    decree: {
      id: 'Persis seperti pada data peserta, misalnya 460/123/2026.',
      en: 'Exactly as the people have it, such as 460/123/2026.',
    },
    decreedOn: {
      id: 'Tanggal penetapan SK, misalnya 10 Februari 2026; tidak sesudah hari ini.',
      en: 'Date of the decree, such as 10 February 2026; not after today.',
    },
    withdraw_reason: {
      id: 'Mengapa lampiran ini tidak berlaku, misalnya SK diganti dengan 460/150/2026.',
      en: 'Why it no longer holds, such as replaced by decree 460/150/2026.',
    },
  },
  branchList: {
    program: {
      id: 'Program yang pesertanya dikirim; ketik namanya, misalnya Perlindungan Nelayan.',
      en: 'Program whose people are sent; type its name, such as Perlindungan Nelayan.',
    },
    month: {
      id: 'Bulan iuran yang dimintakan, misalnya 2026-03.',
      en: 'Month that is asked for, such as 2026-03.',
    },
    layout: {
      id: 'Susunan kolom yang diminta cabang, misalnya Format KC Serang. Kosong: susunan bawaan.',
      en: 'Columns that the branch wants, such as Format KC Serang. Empty: those shipped.',
    },
    reason: {
      id: 'Paling sedikit 10 huruf, dicatat pada setiap unduhan; misalnya pendaftaran Maret ke KC Cilegon.',
      en: 'At least 10 letters, noted at every download; such as registration of March at KC Cilegon.',
    },
  },
  branchLayout: {
    region: { id: 'Provinsi pemakainya, misalnya Banten.', en: 'Province that uses it, such as Banten.' },
    name: { id: 'Misalnya Format KC Serang 2026.', en: 'Such as Format KC Serang 2026.' },
    columns: {
      id: 'Dari kiri ke kanan seperti pada berkas cabang, misalnya NIK, nama, tanggal lahir.',
      en: 'From left to right as in the file of the branch, such as NIK, name, birth date.',
    },
    'columns.header': {
      id: 'Tulisan di baris pertama, misalnya NOMOR_IDENTITAS.',
      en: 'Words in the first row, such as NOMOR_IDENTITAS.',
    },
    'columns.field': { id: 'Apa isinya, misalnya NIK.', en: 'What it holds, such as the NIK.' },
    'columns.format': {
      id: 'Cara menulisnya, misalnya tanggal sebagai 17-08-1980. Kosong: yang biasa.',
      en: 'How it is written, such as a date as 17-08-1980. Empty: as usual.',
    },
  },
  coverageCase: {
    close_outcome: {
      id: 'Misalnya penolakan dibenarkan bila pembayar lain memang lebih dahulu.',
      en: 'Such as refusal confirmed when the other payer was first indeed.',
    },
    close_resolution: {
      id: 'Dibaca kedua daerah; misalnya disepakati Kota Serang membayar sejak April.',
      en: 'Both regions read it; such as Kota Serang pays from April by agreement.',
    },
  },
};
