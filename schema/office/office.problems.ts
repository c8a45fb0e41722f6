import { registerProblems } from '../kernel/texts.js';

export const officeCodes = registerProblems({
  texts: {
    OFFICE_CODE_TAKEN: {
      id: 'Kode ini sudah dipakai kantor lain.',
      en: 'Another office already has this code.',
    },
    OFFICE_PARENT_MISPLACED: {
      id: 'Kantor induk harus lebih tinggi tingkatnya: Kantor Pusat, lalu Kanwil, lalu Kantor Cabang, lalu KCP. Kantor Pusat tidak berinduk.',
      en: 'The office above must be of a higher level: head office, then Kanwil, then branch, then KCP. The head office has none above it.',
    },
    OFFICE_PERIOD_REVERSED: {
      id: 'Tanggal tutup ({until}) mendahului tanggal buka ({from}). Perbaiki salah satunya.',
      en: 'The closing date ({until}) is before the opening date ({from}). Correct one of them.',
    },
    OFFICE_SERVICE_PERIOD_REVERSED: {
      id: 'Akhir masa layanan ({until}) mendahului awalnya ({from}). Perbaiki salah satunya.',
      en: 'The end of the service ({until}) is before its start ({from}). Correct one of them.',
    },
    OFFICE_SERVICE_AREA_OVERLAP: {
      id: 'Masa layanan ini bertumpang tindih dengan masa layanan lain kantor ini untuk wilayah yang sama. Ubah tanggalnya atau gabungkan keduanya.',
      en: 'This service period overlaps another one of this office for the same region. Change the dates or join the two.',
    },
    OFFICE_REGION_LEVEL: {
      id: 'Pilih provinsi, kabupaten, atau kota; bukan kecamatan, kelurahan, atau desa.',
      en: 'Choose a province, regency or city; not a district, ward or village.',
    },
    OFFICE_HEAD_RESERVED: {
      id: 'Kantor Pusat hanya dapat dicatat dan diubah oleh administrator.',
      en: 'Only administrators may record and change the head office.',
    },
    OFFICE_PLACE_MISSING: {
      id: 'Isi kedudukan atau wilayah layanan kantor ini di provinsi Anda.',
      en: 'Give this office a seat or a service area in your province.',
    },
    OFFICE_CLOSED_ALREADY: {
      id: 'Kantor ini sudah tercatat tutup pada {until}. Bila tanggalnya keliru, perbaiki lewat ubah kantor.',
      en: 'This office is already recorded as closed on {until}. If that date is wrong, revise the office.',
    },
  },
  constraints: {
    office_code_unique: { code: 'OFFICE_CODE_TAKEN', path: ['input', 'code'] },
    office_code_length: { code: 'VALUE_TOO_LONG', path: ['input', 'code'] },
    office_level_check: { code: 'VALUE_INVALID', path: ['input', 'level'] },
    office_level_unique: { code: 'VALUE_TAKEN', path: ['input', 'level'] },
    office_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    office_address_length: { code: 'VALUE_TOO_LONG', path: ['input', 'address'] },
    office_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    office_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'regionId'] },
    office_region_level: { code: 'OFFICE_REGION_LEVEL', path: ['input', 'regionId'] },
    office_parent_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'parentId'] },
    office_parent_known: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'parentId'] },
    office_parent_level: { code: 'OFFICE_PARENT_MISPLACED', path: ['input', 'parentId'] },
    office_period_order: { code: 'OFFICE_PERIOD_REVERSED', path: ['input', 'closedUntil'] },
    office_service_area_office_fk: { code: 'REFERENCE_NOT_FOUND', path: ['id'] },
    office_service_area_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'serviceAreas'] },
    office_service_area_region_level: { code: 'OFFICE_REGION_LEVEL', path: ['input', 'serviceAreas'] },
    office_service_area_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'serviceAreas'] },
    office_service_area_period_order: {
      code: 'OFFICE_SERVICE_PERIOD_REVERSED',
      path: ['input', 'serviceAreas'],
    },
    office_service_area_period_exclusion: {
      code: 'OFFICE_SERVICE_AREA_OVERLAP',
      path: ['input', 'serviceAreas'],
    },
  },
});
