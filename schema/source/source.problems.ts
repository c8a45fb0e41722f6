import { registerProblems } from '../kernel/texts.js';

export const sourceCodes = registerProblems({
  texts: {
    SOURCE_URL_INVALID: {
      id: 'Alamat "{value}" tidak berlaku. Tulis lengkap dengan http:// atau https://, tanpa nama pengguna dan kata sandi.',
      en: 'The address "{value}" is not valid. Write it in full with http:// or https://, without user name and password.',
    },
    SOURCE_DATES_REVERSED: {
      id: 'Tanggal dibaca ({accessedOn}) mendahului tanggal terbit ({publishedOn}). Periksa kedua tanggal.',
      en: 'The date of reading ({accessedOn}) lies before the date of publication ({publishedOn}). Check both dates.',
    },
    CITATION_EXISTS: {
      id: 'Sumber ini sudah dikutip untuk data dan isian yang sama.',
      en: 'This source is already cited for the same record and field.',
    },
    CITATION_FIELD_UNKNOWN: {
      id: 'Data ini tidak mempunyai isian "{value}". Kosongkan untuk mengutip seluruh data.',
      en: 'This record has no field "{value}". Leave it empty to cite the whole record.',
    },
    CITATION_LAST: {
      id: 'Ini sumber terakhir dari angka yang dilaporkan. Tambahkan sumber lain dahulu, lalu hapus yang ini.',
      en: 'This is the last source of the reported figure. Add another source first, then remove this one.',
    },
  },
  constraints: {
    source_publisher_length: { code: 'VALUE_TOO_LONG', path: ['input', 'publisher'] },
    source_title_length: { code: 'VALUE_TOO_LONG', path: ['input', 'title'] },
    source_author_length: { code: 'VALUE_TOO_LONG', path: ['input', 'author'] },
    source_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    source_url_form: { code: 'SOURCE_URL_INVALID', path: ['input', 'url'] },
    source_dates_order: { code: 'SOURCE_DATES_REVERSED', path: ['input', 'accessedOn'] },
    citation_source_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'sourceId'] },
    citation_concept_check: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'recordId'] },
    citation_field_form: { code: 'CITATION_FIELD_UNKNOWN', path: ['input', 'field'] },
    citation_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    citation_source_record_field_unique: { code: 'CITATION_EXISTS', path: ['input', 'sourceId'] },
    citation_observation_last: { code: 'CITATION_LAST', path: ['id'] },
  },
});
