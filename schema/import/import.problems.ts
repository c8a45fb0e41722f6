import { registerProblems } from '../kernel/texts.js';

export const importCodes = registerProblems({
  texts: {
    IMPORT_CELL_FORMULA: {
      id: 'Sel ini berisi rumus. Salin kolomnya, lalu tempel sebagai nilai (Paste Special > Values).',
      en: 'This cell holds a formula. Copy the column and paste it as values (Paste Special > Values).',
    },
    IMPORT_CELL_ERROR: {
      id: 'Sel ini berisi kesalahan Excel seperti #N/A. Ganti dengan isi yang benar, atau kosongkan.',
      en: 'This cell holds an Excel error such as #N/A. Enter the right content, or clear it.',
    },
    IMPORT_DATE_UNREADABLE: {
      id: 'Tanggal "{value}" tidak dapat dibaca. Tulis lengkap sebagai hari-bulan-tahun, misalnya 17-08-1985.',
      en: 'The date "{value}" cannot be read. Write it in full as day-month-year, for instance 17-08-1985.',
    },
    IMPORT_DATE_INVALID: {
      id: 'Tanggal "{value}" tidak ada di kalender. Cocokkan dengan KTP, lalu tulis hari-bulan-tahun, misalnya 17-08-1985.',
      en: 'The date "{value}" is not in the calendar. Compare it with the identity card and write day-month-year, for instance 17-08-1985.',
    },
    IMPORT_DATE_ORDER: {
      id: 'Tanggal "{value}" tampaknya menulis bulan sebelum hari. Jika maksudnya {suggestion}, tulis hari-bulan-tahun.',
      en: 'The date "{value}" seems to have the month before the day. If {suggestion} is meant, write day-month-year.',
    },
    IMPORT_DATE_REQUIRED: {
      id: 'Tanggal masuk kosong. Isi di kolomnya, atau isi satu tanggal untuk semua baris pada pemetaan.',
      en: 'The date of entry is missing. Fill it in, or give one date for all rows in the mapping.',
    },
    IMPORT_SEX_UNKNOWN: {
      id: 'Jenis kelamin "{value}" tidak dikenal. Tulis L atau P.',
      en: 'The sex "{value}" is not known. Write L (male) or P (female).',
    },
    IMPORT_CATEGORY_UNKNOWN: {
      id: 'Pekerjaan "{value}" tidak dikenal. Tulis nama kategori program, atau tambahkan kata ini sebagai sebutan lain kategori itu.',
      en: 'The work "{value}" is not known. Write the name of a category of the program, or add the word to its aliases.',
    },
    IMPORT_CATEGORY_MISSING: {
      id: 'Kategori pekerjaan kosong. Isi di kolomnya, atau pilih satu kategori untuk semua baris pada pemetaan.',
      en: 'The category of work is missing. Fill it in, or choose one for all rows in the mapping.',
    },
    IMPORT_PLACE_UNKNOWN: {
      id: 'Wilayah "{value}" tidak ditemukan di daerah ini. Periksa ejaannya, atau tulis kode wilayah Kemendagri.',
      en: 'The place "{value}" was not found in this region. Check the spelling, or give the code of the Ministry of Home Affairs.',
    },
    IMPORT_PLACE_AMBIGUOUS: {
      id: 'Ada lebih dari satu wilayah bernama "{value}". Tambahkan kecamatannya, atau tulis kode wilayahnya.',
      en: 'More than one place is called "{value}". Add the district, or give the code of the region.',
    },
    IMPORT_NUMBER_UNREADABLE: {
      id: 'Isian "{value}" tidak dapat dibaca sebagai angka. Tulis angkanya saja, misalnya 2, dalam kolom berformat teks.',
      en: '"{value}" cannot be read as a number. Write the number alone, for instance 2, in a column kept as text.',
    },
    IMPORT_NIK_DIGIT_LOST: {
      id: 'Angka terakhir NIK ini hilang: Excel menyimpannya sebagai bilangan dan hanya menjaga 15 angka. Ketik ulang dari KTP dalam kolom berformat teks.',
      en: 'The last digit of this NIK is lost: Excel kept it as a number, and of a number 15 digits only. Type it again from the identity card, in a column kept as text.',
    },
    IMPORT_DUPLICATE_IN_FILE: {
      id: 'NIK ini sudah ada di baris {row} berkas yang sama. Hapus salah satunya, atau perbaiki NIK yang keliru.',
      en: 'Row {row} of the same file has this NIK already. Remove one of them, or correct the wrong NIK.',
    },
    IMPORT_COVERED_ELSEWHERE: {
      id: 'Orang ini sudah dilindungi daerah lain pada bulan yang sama. Hubungi provinsi sebelum mendaftarkannya.',
      en: 'Another region already covers this person in the same months. Ask the province before enrolling.',
    },
    IMPORT_IN_OTHER_PROGRAM: {
      id: 'Orang ini sudah menjadi peserta program "{program}". Akhiri kepesertaan itu dahulu, atau hapus baris ini.',
      en: 'This person is already in the program "{program}". End that enrollment first, or remove this row.',
    },
    IMPORT_NO_HEADER: {
      id: 'Baris judul kolom tidak ditemukan. Pastikan ada satu baris dengan judul seperti NIK dan Nama di atas data, dan kolomnya dipisah koma, titik koma, tab, atau |.',
      en: 'No header was found. Make sure that a row with headers such as NIK and Nama stands above the data, and that commas, semicolons, tabs or | part the columns.',
    },
    IMPORT_PEOPLE_SIDE_BY_SIDE: {
      id: 'Satu baris berkas ini memuat dua orang: judul NIK dan Nama ada dua kali. Pindahkan orang di kolom kanan ke bawah orang di kolom kiri, lalu unggah lagi.',
      en: 'Each row of this file holds two people: the headers NIK and Nama come twice. Move the people on the right below those on the left, and upload it again.',
    },
    IMPORT_SHEETS_SEVERAL: {
      id: 'Orang ada di lebih dari satu lembar: {sheets}. Tiap lembar dibaca sebagai daftar sendiri: unggah lembar demi lembar, atau gabungkan menjadi satu lembar.',
      en: 'There are people on more than one sheet: {sheets}. Each sheet is a roster of its own: hand them in one by one, or join them on one sheet.',
    },
    IMPORT_NO_ROWS: {
      id: 'Tidak ada baris data di bawah judul kolom. Periksa apakah lembar yang benar yang disimpan.',
      en: 'There are no rows below the header. Check whether the right sheet was saved.',
    },
    IMPORT_COLUMN_MISSING: {
      id: 'Belum ada kolom untuk {field}. Pilih kolomnya pada pemetaan.',
      en: 'No column is chosen for {field}. Choose it in the mapping.',
    },
  },
  constraints: {},
});
