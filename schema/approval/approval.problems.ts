import { registerProblems } from '../kernel/texts.js';

export const approvalCodes = registerProblems({
  texts: {
    APPROVAL_RECORD_STATE: {
      id: 'Tidak ada yang perlu disetujui di sini: mintalah persetujuan untuk MoU yang sedang ditelaah, program yang masih rancangan, atau peserta terverifikasi dari program yang sudah disetujui.',
      en: 'Nothing is to be approved here: ask for an agreement in legal review, a draft program, or verified people of an approved program.',
    },
    APPROVAL_LIST_EMPTY: {
      id: 'Tidak ada peserta terverifikasi untuk daftar ini. Periksa nomor SK, atau verifikasi pesertanya dahulu.',
      en: 'No verified people are on this list. Check the number of the decree, or verify the people first.',
    },
    APPROVAL_LIST_TOO_LONG: {
      id: 'Daftar ini berisi {count} orang; paling banyak {limit} orang dalam satu permintaan. Mintalah per SK.',
      en: 'This list holds {count} people; one request takes {limit} at most. Ask for each decree by itself.',
    },
    APPROVAL_ALREADY_OPEN: {
      id: 'Persetujuan untuk data ini sudah diminta dan masih menunggu.',
      en: 'Approval of this record has been asked for and still waits.',
    },
    APPROVAL_SETTLED: {
      id: 'Permintaan ini sudah selesai. Muat ulang halamannya.',
      en: 'This request is settled. Reload the page.',
    },
    APPROVAL_NOT_ENTITLED: {
      id: 'Yang dapat menyetujui adalah pemberi persetujuan, koordinator, atau admin wilayah ini.',
      en: 'Approvers, coordinators and administrators of this region can approve.',
    },
    APPROVAL_OWN_EDIT: {
      id: 'Anda yang terakhir mengubah isinya atau menyusun daftarnya. Orang lain harus menyetujuinya.',
      en: 'You edited it last, or put the list together. Somebody else has to approve it.',
    },
    APPROVAL_CONTENT_CHANGED: {
      id: 'Isinya sudah berubah sejak Anda membukanya. Muat ulang, baca lagi, lalu putuskan.',
      en: 'The content has changed since you opened it. Reload, read it again, then decide.',
    },
    APPROVAL_ALREADY_GIVEN: {
      id: 'Anda sudah menyetujui isi ini.',
      en: 'You have already approved this content.',
    },
  },
  constraints: {
    approval_record_state: { code: 'APPROVAL_RECORD_STATE', path: ['input', 'recordId'] },
    approval_open_unique: { code: 'APPROVAL_ALREADY_OPEN', path: ['input', 'recordId'] },
    approval_settled: { code: 'APPROVAL_SETTLED', path: ['id'] },
    approval_not_entitled: { code: 'APPROVAL_NOT_ENTITLED', path: ['id'] },
    approval_own_edit: { code: 'APPROVAL_OWN_EDIT', path: ['id'] },
    approval_content_changed: { code: 'APPROVAL_CONTENT_CHANGED', path: ['input', 'digest'] },
    approval_vote_unique: { code: 'APPROVAL_ALREADY_GIVEN', path: ['id'] },
    approval_vote_digest_form: { code: 'APPROVAL_CONTENT_CHANGED', path: ['input', 'digest'] },
    approval_vote_approval_fk: { code: 'NOT_FOUND', path: ['id'] },
    approval_vote_staff_fk: { code: 'REFERENCE_NOT_FOUND', path: ['id'] },
    approval_item_unique: { code: 'VALUE_TAKEN', path: ['input', 'recordId'] },
    approval_item_approval_fk: { code: 'NOT_FOUND', path: ['id'] },
    approval_item_enrollment_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'recordId'] },
    approval_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'recordId'] },
    approval_concept_check: { code: 'VALUE_INVALID', path: ['input', 'subject'] },
    approval_state_check: { code: 'VALUE_INVALID', path: ['id'] },
    approval_decree_length: { code: 'VALUE_TOO_LONG', path: ['input', 'decree'] },
    approval_return_reason_length: { code: 'VALUE_TOO_LONG', path: ['input', 'reason'] },
  },
});
