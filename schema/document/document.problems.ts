import { registerProblems } from '../kernel/texts.js';

export const documentCodes = registerProblems({
  texts: {
    DOCUMENT_NOT_PDF: {
      id: 'Berkas ini bukan PDF. Unggah berkas PDF asli, bukan berkas yang hanya diganti namanya.',
      en: 'This file is not a PDF. Upload a real PDF, not a file that was only renamed.',
    },
    DOCUMENT_EMPTY: {
      id: 'Berkas kosong. Pilih berkas PDF yang berisi.',
      en: 'The file is empty. Choose a PDF with content.',
    },
    DOCUMENT_TOO_LARGE: {
      id: 'Berkas lebih besar dari {limit} MB. Perkecil, misalnya dengan memindai pada resolusi lebih rendah.',
      en: 'The file is larger than {limit} MB. Make it smaller, for instance by scanning at a lower resolution.',
    },
    DOCUMENT_INFECTED: {
      id: 'Pemeriksa virus menolak berkas ini, sehingga tidak disimpan. Pindai komputer Anda, lalu unggah berkas yang bersih.',
      en: 'The virus scanner refused this file, so it was not kept. Scan your computer, then upload a clean file.',
    },
    DOCUMENT_ATTACHED_TWICE: {
      id: 'Berkas yang sama sudah dilampirkan pada data ini.',
      en: 'The same file is already attached to this record.',
    },
    DOCUMENT_RECORD_UNFIT: {
      id: 'Dokumen hanya dapat dilampirkan pada MoU atau regulasi.',
      en: 'Documents can be attached to agreements and regulations only.',
    },
  },
  constraints: {
    document_content_unique: { code: 'DOCUMENT_ATTACHED_TWICE', path: ['input', 'file'] },
    document_concept_check: { code: 'DOCUMENT_RECORD_UNFIT', path: ['input', 'recordId'] },
    document_kind_check: { code: 'VALUE_INVALID', path: ['input', 'kind'] },
    document_file_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'file'] },
    document_media_type_check: { code: 'DOCUMENT_NOT_PDF', path: ['input', 'file'] },
    document_size_check: { code: 'DOCUMENT_TOO_LARGE', path: ['input', 'file'] },
    document_sha256_form: { code: 'VALUE_INVALID', path: ['input', 'file'] },
    document_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'recordId'] },
  },
});
