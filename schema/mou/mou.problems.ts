import { registerProblems } from '../kernel/texts.js';

export const mouCodes = registerProblems({
  texts: {
    MOU_PERIOD_REVERSED: {
      id: 'Tanggal akhir ({until}) mendahului tanggal mulai ({from}). Perbaiki salah satunya.',
      en: 'The end date ({until}) lies before the start date ({from}). Correct one of them.',
    },
    MOU_NUMBER_TAKEN: {
      id: 'Nomor ini sudah dipakai naskah lain dari pemerintah daerah atau perangkat daerah yang sama.',
      en: 'Another agreement of the same government or agency already has this number.',
    },
    MOU_PARTIES_TOO_FEW: {
      id: 'Perjanjian memerlukan sedikitnya dua pihak; sekarang {count}. Tambahkan pihak sebelum mengajukan.',
      en: 'An agreement needs at least two parties; there are {count}. Add parties before submitting.',
    },
    MOU_PARTY_INCOMPLETE: {
      id: 'Pihak ini belum jelas: pemerintah daerah memerlukan wilayah, perangkat daerah memerlukan wilayah dan nama, kantor BPJS memerlukan kantor, pihak lain memerlukan nama; yang lain dikosongkan.',
      en: 'This party is unclear: a government needs a region, an agency a region and its name, a BPJS office the office, any other party a name; leave the rest empty.',
    },
    MOU_REGION_LEVEL: {
      id: 'Perjanjian dibuat oleh provinsi, kabupaten, atau kota. Pilih wilayah pada tingkat itu.',
      en: 'Provinces, regencies and cities make agreements. Choose a region of that level.',
    },
    MOU_PARENT_MISPLACED: {
      id: 'Induk tidak cocok: MoU payung tidak berinduk, PKS berinduk MoU payung, adendum berinduk MoU atau PKS yang sudah ditandatangani.',
      en: 'The parent does not fit: an umbrella has none, a PKS lies below an umbrella, an addendum below a signed umbrella or PKS.',
    },
    MOU_PREDECESSOR_MISPLACED: {
      id: 'Naskah yang diperpanjang harus sejenis, milik wilayah yang sama, dan sudah ditandatangani.',
      en: 'The agreement that is renewed must be of the same kind and region, and signed.',
    },
    MOU_PREDECESSOR_CYCLE: {
      id: 'Rantai perpanjangan tidak boleh berputar kembali ke naskah ini.',
      en: 'A chain of renewals must not lead back to this agreement.',
    },
    MOU_MOVE_NOT_ALLOWED: {
      id: 'Tindakan "{move}" tidak tersedia pada keadaan {state}. Yang tersedia: {allowed}.',
      en: '"{move}" is not possible in state {state}. Possible: {allowed}.',
    },
    MOU_SIGNED_CONTENT_FROZEN: {
      id: 'Naskah sudah ditandatangani: isinya hanya berubah dengan adendum. Yang belum diketahui boleh dilengkapi.',
      en: 'The agreement is signed: its content changes only by an addendum. What is unknown may be filled in.',
    },
    MOU_SIGNED_ON_FUTURE: {
      id: 'Tanggal tanda tangan ({value}) belum terjadi; hari ini {today}.',
      en: 'The date of signing ({value}) has not come yet; today is {today}.',
    },
    MOU_TERMINATION_EARLY: {
      id: 'Tanggal pengakhiran ({value}) mendahului tanggal tanda tangan ({signedOn}).',
      en: 'The date of termination ({value}) lies before the date of signing ({signedOn}).',
    },
    MOU_DOCUMENT_FOREIGN: {
      id: 'Dokumen pengakhiran harus dilampirkan pada naskah ini terlebih dahulu.',
      en: 'The document of termination has to be attached to this agreement first.',
    },
    MOU_APPROVALS_MISSING: {
      id: 'Persetujuan orang lain atas isi yang sekarang belum cukup; yang terakhir mengubahnya tidak dihitung. Lihat halaman Persetujuan.',
      en: 'Not enough other people have approved the present content; whoever edited it last does not count. See the page of approvals.',
    },
    MOU_FACTS_REQUIRED: {
      id: 'Provinsi mewajibkan ini tercatat sebelum langkah ini: {facts}. Lengkapi dahulu.',
      en: 'The province requires this to be recorded before this step: {facts}. Fill it in first.',
    },
    MOU_NOT_FOLLOWABLE: {
      id: 'Hanya MoU atau PKS yang sudah ditandatangani dapat diperpanjang atau diubah dengan adendum.',
      en: 'Only a signed umbrella or PKS can be renewed or amended.',
    },
    MOU_RENEWAL_EXISTS: {
      id: 'Perpanjangannya sudah ada: "{title}".',
      en: 'Its renewal exists already: "{title}".',
    },
    MOU_LEGAL_BASIS_TWICE: {
      id: 'Dasar hukum ini sudah tercantum.',
      en: 'This legal basis is already listed.',
    },
  },
  constraints: {
    mou_facts_required: { code: 'MOU_FACTS_REQUIRED', path: ['id'] },
    mou_approvals_missing: { code: 'MOU_APPROVALS_MISSING', path: ['id'] },
    mou_period_order: { code: 'MOU_PERIOD_REVERSED', path: ['input', 'effectiveUntil'] },
    mou_party_number_unique: { code: 'MOU_NUMBER_TAKEN', path: ['input', 'parties'] },
    mou_party_organisation_check: { code: 'MOU_PARTY_INCOMPLETE', path: ['input', 'parties'] },
    mou_party_position_unique: { code: 'MOU_PARTY_INCOMPLETE', path: ['input', 'parties'] },
    mou_party_position_range: { code: 'VALUE_TOO_MANY', path: ['input', 'parties'] },
    mou_party_kind_check: { code: 'VALUE_INVALID', path: ['input', 'parties'] },
    mou_party_mou_fk: { code: 'NOT_FOUND', path: ['id'] },
    mou_party_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'parties'] },
    mou_party_office_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'parties'] },
    mou_party_signatory_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'parties'] },
    mou_party_agency_length: { code: 'VALUE_TOO_LONG', path: ['input', 'parties'] },
    mou_party_other_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'parties'] },
    mou_party_number_length: { code: 'VALUE_TOO_LONG', path: ['input', 'parties'] },
    mou_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'regionId'] },
    mou_parent_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'parentId'] },
    mou_parent_presence: { code: 'MOU_PARENT_MISPLACED', path: ['input', 'parentId'] },
    mou_predecessor_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'predecessorId'] },
    mou_predecessor_other: { code: 'MOU_PREDECESSOR_CYCLE', path: ['input', 'predecessorId'] },
    mou_predecessor_cycle: { code: 'MOU_PREDECESSOR_CYCLE', path: ['input', 'predecessorId'] },
    mou_state_check: { code: 'VALUE_INVALID', path: ['id'] },
    mou_state_move: { code: 'MOU_MOVE_NOT_ALLOWED', path: ['id'] },
    mou_signed_content_frozen: { code: 'MOU_SIGNED_CONTENT_FROZEN', path: ['input'] },
    mou_termination_complete: { code: 'VALUE_MISSING', path: ['input', 'reason'] },
    mou_termination_order: { code: 'MOU_TERMINATION_EARLY', path: ['input', 'terminatedOn'] },
    mou_termination_document_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'documentId'] },
    mou_termination_reason_length: { code: 'VALUE_TOO_LONG', path: ['input', 'reason'] },
    mou_returned_reason_length: { code: 'VALUE_TOO_LONG', path: ['input', 'reason'] },
    mou_kind_check: { code: 'VALUE_INVALID', path: ['input', 'kind'] },
    mou_title_as_written_length: { code: 'VALUE_TOO_LONG', path: ['input', 'titleAsWritten'] },
    mou_subject_length: { code: 'VALUE_TOO_LONG', path: ['input', 'subject'] },
    mou_signed_place_length: { code: 'VALUE_TOO_LONG', path: ['input', 'signedPlace'] },
    mou_term_text_length: { code: 'VALUE_TOO_LONG', path: ['input', 'termText'] },
    mou_notice_days_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'noticeDays'] },
    mou_segments_check: { code: 'VALUE_INVALID', path: ['input', 'segments'] },
    mou_planned_beneficiaries_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'plannedBeneficiaries'] },
    mou_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    mou_legal_basis_unique: { code: 'MOU_LEGAL_BASIS_TWICE', path: ['input', 'legalBasisIds'] },
    mou_legal_basis_mou_fk: { code: 'NOT_FOUND', path: ['id'] },
    mou_legal_basis_regulation_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'legalBasisIds'] },
  },
});
