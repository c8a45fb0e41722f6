import { registerProblems } from '../kernel/texts.js';

export const regulationCodes = registerProblems({
  texts: {
    REGULATION_ISSUER_MISPLACED: {
      id: 'Penerbit tidak cocok dengan jenisnya: UU, PP, Perpres, Inpres, Permen, Perban, dan Perdir bersifat nasional (tanpa wilayah); Pergub/Kepgub dari provinsi, Perbup/Kepbup dari kabupaten, Perwal/Kepwal dari kota, Perda dari provinsi, kabupaten, atau kota.',
      en: 'The issuer does not fit the kind: UU, PP, Perpres, Inpres, Permen, Perban and Perdir are national (no region); Pergub/Kepgub come from a province, Perbup/Kepbup from a regency, Perwal/Kepwal from a city, Perda from a province, regency or city.',
    },
    REGULATION_NATIONAL_RESERVED: {
      id: 'Peraturan nasional hanya dicatat oleh administrator. Pilih wilayah penerbit, atau minta administrator mencatatnya.',
      en: 'Only administrators record national regulations. Choose the issuing region, or ask an administrator.',
    },
    REGULATION_NUMBER_TAKEN: {
      id: 'Peraturan dengan jenis, penerbit, nomor, dan tahun ini sudah tercatat. Cari dan buka yang sudah ada.',
      en: 'A regulation of this kind, issuer, number and year is recorded already. Search for it and open it.',
    },
    REGULATION_YEAR_UNKNOWN: {
      id: 'Tahun peraturan belum diketahui. Isi tahunnya, atau tanggal penetapan.',
      en: 'The year of the regulation is not known. Give the year, or the day of enactment.',
    },
    REGULATION_DRAFT_DATED: {
      id: 'Rancangan belum ditetapkan, jadi belum punya tanggal penetapan atau pengundangan. Catat penetapannya.',
      en: 'A draft has no day of enactment or promulgation yet. Record its enactment instead.',
    },
    REGULATION_DATES_REVERSED: {
      id: 'Tanggal {later} mendahului {earlier}. Periksa urutan tanggalnya.',
      en: '{later} comes before {earlier}. Check the order of the dates.',
    },
    REGULATION_FACT_KNOWN: {
      id: 'Fakta ini sudah diketahui dan peraturannya sudah ditetapkan, sehingga tidak dapat diubah. Isi hanya yang belum diketahui; perubahan isi dicatat sebagai peraturan baru yang mengubahnya.',
      en: 'This fact is known and the regulation is enacted, so it stays. Fill in only what is unknown; record changes of content as a new regulation that amends it.',
    },
    REGULATION_IS_DRAFT: {
      id: 'Peraturan ini masih rancangan. Yang dapat dilakukan: mengubahnya atau mencatat penetapannya.',
      en: 'This regulation is a draft. Possible now: revise it, or enact it.',
    },
    REGULATION_IS_ENACTED: {
      id: 'Peraturan ini sudah ditetapkan. Yang dapat dilakukan: melengkapi yang belum diketahui atau mencatat pencabutannya.',
      en: 'This regulation is enacted. Possible now: revise (fill in) what is unknown, or revoke it.',
    },
    REGULATION_IS_REVOKED: {
      id: 'Peraturan ini sudah dicabut. Yang dapat dilakukan: melengkapi yang belum diketahui.',
      en: 'This regulation is revoked. Possible now: revise (fill in) what is unknown.',
    },
    REGULATION_STATE_MISPLACED: {
      id: 'Perpindahan keadaan ini tidak ada: rancangan ditetapkan, yang ditetapkan dicabut.',
      en: 'A regulation does not move this way: a draft is enacted, an enacted one is revoked.',
    },
    REGULATION_REVOCATION_UNEXPLAINED: {
      id: 'Sebutkan peraturan yang mencabutnya, atau tanggal dan alasan pencabutannya.',
      en: 'Name the regulation that revokes it, or the day and the reason.',
    },
    REGULATION_REVOKER_IS_DRAFT: {
      id: 'Peraturan yang mencabut masih rancangan. Catat penetapannya lebih dahulu.',
      en: 'The regulation that revokes it is still a draft. Record its enactment first.',
    },
    REGULATION_NOT_REVOKED: {
      id: 'Peraturan ini belum dicabut. Catat pencabutannya, bukan tanggalnya saja.',
      en: 'This regulation is not revoked. Record its revocation, not only the day.',
    },
    REGULATION_RELATION_SELF: {
      id: 'Peraturan tidak dapat berhubungan dengan dirinya sendiri. Pilih peraturan lain.',
      en: 'A regulation cannot relate to itself. Choose another one.',
    },
    REGULATION_RELATION_CYCLE: {
      id: 'Hubungan ini membuat lingkaran: peraturan yang ditunjuk sudah berhubungan dengan peraturan ini secara sama. Periksa arahnya.',
      en: 'This relation closes a cycle: the other regulation already relates to this one in the same way. Check the direction.',
    },
    REGULATION_RELATION_TWICE: {
      id: 'Hubungan yang sama disebut dua kali. Hapus salah satunya.',
      en: 'The same relation is given twice. Remove one of them.',
    },
    REGULATION_RELATION_RANK: {
      id: 'Peraturan daerah hanya mencabut peraturan daerahnya sendiri atau daerah di bawahnya.',
      en: 'A region revokes only regulations of its own or of regions below it.',
    },
    REGULATION_RELATION_KEPT: {
      id: 'Hubungan dari peraturan yang sudah ditetapkan tidak dapat dihapus. Sertakan semua hubungan yang sudah ada.',
      en: 'Relations of an enacted regulation cannot be removed. Include all existing ones.',
    },
    REGULATION_RELATION_UNEXPLAINED: {
      id: 'Peraturan ini sudah ditetapkan: tulis catatan dari mana hubungan baru ini diketahui.',
      en: 'This regulation is enacted: note where the new relation is stated.',
    },
  },
  constraints: {
    regulation_kind_check: { code: 'VALUE_INVALID', path: ['input', 'kind'] },
    regulation_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'issuerRegionId'] },
    regulation_issuer_place: { code: 'REGULATION_ISSUER_MISPLACED', path: ['input', 'issuerRegionId'] },
    regulation_issuer_level: { code: 'REGULATION_ISSUER_MISPLACED', path: ['input', 'issuerRegionId'] },
    regulation_issuer_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'issuerName'] },
    regulation_number_length: { code: 'VALUE_TOO_LONG', path: ['input', 'number'] },
    regulation_number_unique: { code: 'REGULATION_NUMBER_TAKEN', path: ['input', 'number'] },
    regulation_year_range: { code: 'NUMBER_OUT_OF_RANGE', path: ['input', 'year'] },
    regulation_title_length: { code: 'VALUE_TOO_LONG', path: ['input', 'title'] },
    regulation_subject_length: { code: 'VALUE_TOO_LONG', path: ['input', 'subject'] },
    regulation_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    regulation_state_check: { code: 'VALUE_INVALID', path: ['id'] },
    regulation_state_move: { code: 'REGULATION_STATE_MISPLACED', path: ['id'] },
    regulation_enacted_facts: { code: 'REGULATION_FACT_KNOWN', path: ['input'] },
    regulation_enacted_year: { code: 'REGULATION_YEAR_UNKNOWN', path: ['input', 'year'] },
    regulation_draft_dates: { code: 'REGULATION_DRAFT_DATED', path: ['input', 'enactedOn'] },
    regulation_revocation_state: { code: 'REGULATION_NOT_REVOKED', path: ['input', 'revokedOn'] },
    regulation_revocation_reason_length: { code: 'VALUE_TOO_LONG', path: ['input', 'reason'] },
    regulation_promulgated_order: { code: 'REGULATION_DATES_REVERSED', path: ['input', 'promulgatedOn'] },
    regulation_effective_order: { code: 'REGULATION_DATES_REVERSED', path: ['input', 'effectiveUntil'] },
    regulation_revoked_order: { code: 'REGULATION_DATES_REVERSED', path: ['input', 'revokedOn'] },
    regulation_relation_kind_check: { code: 'VALUE_INVALID', path: ['input', 'relations'] },
    regulation_relation_regulation_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'relations'] },
    regulation_relation_target_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'relations'] },
    regulation_relation_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'relations'] },
    regulation_relation_unique: { code: 'REGULATION_RELATION_TWICE', path: ['input', 'relations'] },
    regulation_relation_self: { code: 'REGULATION_RELATION_SELF', path: ['input', 'relations'] },
    regulation_relation_cycle: { code: 'REGULATION_RELATION_CYCLE', path: ['input', 'relations'] },
    regulation_relation_rank: { code: 'REGULATION_RELATION_RANK', path: ['input', 'relations'] },
    regulation_relation_kept: { code: 'REGULATION_RELATION_KEPT', path: ['input', 'relations'] },
  },
});
