import { registerProblems } from '../schema/kernel/texts.js';

// What only the doors can say: the request itself was refused, or its files cannot be reached.
registerProblems({
  texts: {
    ADDRESS_UNKNOWN: { id: 'Alamat ini tidak ada.', en: 'This address does not exist.' },
    REQUEST_TOO_LARGE: {
      id: 'Kiriman terlalu besar. Batasnya 25 MB untuk dokumen dan 256 KB untuk permintaan lain.',
      en: 'The request is too large. The limit is 25 MB for documents and 256 KB for anything else.',
    },
    FIELD_UNREADABLE: {
      id: '`{name}` tidak dapat dibaca. Kirim {form}.',
      en: '`{name}` cannot be read. Send {form}.',
    },
    DOCUMENT_ONE_FILE: {
      id: 'Unggah satu berkas saja pada setiap kiriman.',
      en: 'Upload one file at a time.',
    },
    DOCUMENT_FILE_MISSING: {
      id: 'Data dokumen ada, tetapi berkasnya tidak ditemukan di penyimpanan. Beri tahu pengelola dengan nomor {requestId}.',
      en: 'The document is known, but its file is not in the store. Tell the operators the number {requestId}.',
    },
    SCANNER_UNAVAILABLE: {
      id: 'Pemeriksa virus sedang tidak dapat dijalankan, sehingga berkas belum disimpan. Coba lagi sebentar lagi.',
      en: 'The virus scanner cannot be run right now, so the file was not kept. Try again shortly.',
    },
    STORAGE_UNAVAILABLE: {
      id: 'Berkas tidak dapat disimpan karena tempat penyimpanan sedang bermasalah. Coba lagi nanti, atau hubungi pengelola.',
      en: 'The file could not be stored because the document store has a problem. Try again later, or tell the operators.',
    },
  },
  constraints: {},
});
