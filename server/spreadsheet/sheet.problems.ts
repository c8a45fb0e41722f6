import { registerProblems } from '../../schema/kernel/texts.js';

export const sheetCodes = registerProblems({
  texts: {
    SHEET_EMPTY: {
      id: 'Berkas ini tidak berisi data. Pastikan berkas yang dipilih benar dan sudah disimpan.',
      en: 'This file holds no data. Make sure that it is the right one and that it was saved.',
    },
    SHEET_NOT_FOUND: {
      id: 'Tidak ada lembar "{sheet}" yang berisi data di berkas ini. Yang ada: {sheets}.',
      en: 'This file has no sheet "{sheet}" with data on it. There is: {sheets}.',
    },
    SHEET_TOO_LARGE: {
      id: 'Berkas ini lebih besar dari {limit} MB. Bagi menjadi beberapa berkas, misalnya per kecamatan.',
      en: 'This file is larger than {limit} MB. Split it, for instance by district.',
    },
    SHEET_UNKNOWN_FORMAT: {
      id: 'Berkas ini bukan CSV atau XLSX, melainkan {found}. Buka di aplikasinya, lalu simpan sebagai .xlsx atau .csv.',
      en: 'This file is neither CSV nor XLSX but {found}. Open it in its program and save it as .xlsx or .csv.',
    },
    SHEET_OLD_XLS: {
      id: 'Berkas ini memakai format Excel lama (.xls). Buka di Excel, lalu simpan sebagai "Excel Workbook (.xlsx)".',
      en: 'This file is in the old Excel format (.xls). Open it in Excel and save it as "Excel Workbook (.xlsx)".',
    },
    SHEET_ENCRYPTED: {
      id: 'Berkas ini dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya (File > Info > Protect Workbook), lalu simpan lagi.',
      en: 'This file is locked with a password. Open it in Excel, remove the password (File > Info > Protect Workbook) and save it again.',
    },
    SHEET_MACROS: {
      id: 'Berkas ini memuat makro, sehingga tidak diterima. Simpan sebagai "Excel Workbook (.xlsx)" tanpa makro.',
      en: 'This file contains macros and is not accepted. Save it as "Excel Workbook (.xlsx)" without macros.',
    },
    SHEET_BROKEN: {
      id: 'Berkas Excel ini rusak atau terpotong, misalnya karena unduhan yang tidak selesai. Salin ulang berkas aslinya.',
      en: 'This Excel file is damaged or cut off, for instance by an unfinished download. Copy the original again.',
    },
    SHEET_XML_BROKEN: {
      id: 'Isi berkas Excel ini rusak di bagian {part}. Buka di Excel, lalu simpan lagi sebagai .xlsx.',
      en: 'The content of this Excel file is damaged in {part}. Open it in Excel and save it again as .xlsx.',
    },
    SHEET_XML_DOCTYPE: {
      id: 'Berkas ini memuat definisi (DTD) yang tidak pernah dibuat Excel, sehingga ditolak. Buka di Excel, lalu simpan lagi.',
      en: 'This file contains definitions (DTD) that Excel never writes and is refused. Open it in Excel and save it again.',
    },
    SHEET_INFLATED_TOO_LARGE: {
      id: 'Isi berkas ini lebih dari {limit} MB setelah dibuka. Hapus lembar dan format yang tidak perlu, bagi menjadi beberapa berkas, atau simpan sebagai CSV.',
      en: 'The content of this file exceeds {limit} MB once unpacked. Remove sheets and formats that are not needed, split it, or save it as CSV.',
    },
    SHEET_TOO_MANY_PARTS: {
      id: 'Berkas ini tersusun dari lebih dari {limit} bagian, tidak seperti buatan Excel. Buka di Excel, lalu simpan lagi.',
      en: 'This file consists of more than {limit} parts, unlike one of Excel. Open it in Excel and save it again.',
    },
    SHEET_TOO_MANY_ROWS: {
      id: 'Berkas ini lebih dari satu juta baris. Bagi menjadi beberapa berkas, misalnya per kecamatan.',
      en: 'This file has more than a million rows. Split it, for instance by district.',
    },
    SHEET_TOO_MANY_COLUMNS: {
      id: 'Baris {row} berisi lebih dari {limit} kolom. Hapus kolom yang tidak perlu, atau periksa pemisah kolomnya.',
      en: 'Row {row} has more than {limit} columns. Remove those not needed, or check what separates the columns.',
    },
    SHEET_CELL_TOO_LONG: {
      id: 'Di baris {row} ada sel dengan lebih dari {limit} karakter. Persingkat isinya, atau periksa tanda kutip yang tidak ditutup.',
      en: 'A cell in row {row} has more than {limit} characters. Shorten it, or look for a quotation mark that was not closed.',
    },
    SHEET_ROW_TOO_LONG: {
      id: 'Baris {row} terlalu panjang untuk satu orang. Periksa apakah setiap orang berada di baris sendiri dan tanda kutipnya ditutup.',
      en: 'Row {row} is too long for one person. See that everybody has a row of their own and that quotation marks are closed.',
    },
    SHEET_NUL: {
      id: 'Baris {row} memuat karakter NUL, tanda berkas yang rusak. Buka di aplikasi asalnya, lalu simpan lagi.',
      en: 'Row {row} contains a NUL character, the sign of a damaged file. Open it in its program and save it again.',
    },
    SHEET_ENCODING_MIXED: {
      id: 'Pengodean huruf berubah di baris {row}: berkas ini digabung dari berkas UTF-8 dan Windows-1252. Simpan semuanya sebagai "CSV UTF-8", lalu gabungkan lagi.',
      en: 'The encoding changes in row {row}: UTF-8 and Windows-1252 were put together. Save all of them as "CSV UTF-8" and join them again.',
    },
    SHEET_ENCODING_BROKEN: {
      id: 'Huruf di baris {row} tidak terbaca sebagai {encoding}. Simpan lagi sebagai "CSV UTF-8".',
      en: 'Letters in row {row} cannot be read as {encoding}. Save the file again as "CSV UTF-8".',
    },
    SHEET_QUOTE_OPEN: {
      id: 'Tanda kutip (") yang dibuka di baris {row} tidak ditutup. Tutup tanda kutipnya, atau hapus.',
      en: 'A quotation mark (") opened in row {row} is not closed. Close it or remove it.',
    },
    SHEET_QUOTE_MISPLACED: {
      id: 'Di baris {row} ada tanda kutip (") di tengah isi sel. Hapus, atau tulis dua kali ("") di dalam sel yang dikutip.',
      en: 'Row {row} has a quotation mark (") inside a cell. Remove it, or write it twice ("") within a quoted cell.',
    },
    SHEET_TOO_COMPLEX: {
      id: 'Berkas ini terlalu rumit untuk dibaca. Salin kolom yang perlu saja ke berkas baru, atau simpan sebagai CSV.',
      en: 'This file is too complex to be read. Copy only the columns that are needed into a new file, or save it as CSV.',
    },
    SHEET_UNREADABLE: {
      id: 'Berkas ini tidak dapat dibaca sampai selesai. Buka di aplikasinya, simpan lagi, lalu unggah ulang.',
      en: 'This file could not be read to its end. Open it in its program, save it again and upload it anew.',
    },
  },
  constraints: {},
});
