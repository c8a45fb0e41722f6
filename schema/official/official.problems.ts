import { registerProblems } from '../kernel/texts.js';

export const officialCodes = registerProblems({
  texts: {
    OFFICIAL_ORGANISATION_UNFIT: {
      id: 'Isian ini tidak cocok dengan jenis lembaganya. Pemerintah daerah hanya memakai wilayah; OPD memakai wilayah dan nama OPD; kantor hanya memakai kantor. Kosongkan isian ini atau ganti jenisnya.',
      en: 'This value does not fit the kind of organisation. A region government has only a region; an agency has a region and its name; an office has only the office. Clear this value or change the kind.',
    },
    OFFICIAL_REGION_LEVEL: {
      id: 'Pilih provinsi, kabupaten, atau kota; bukan kecamatan, kelurahan, atau desa.',
      en: 'Choose a province, regency or city; not a district, ward or village.',
    },
    OFFICIAL_OFFICE_RESERVED: {
      id: 'Pejabat kantor BPJS Ketenagakerjaan hanya dapat dicatat oleh administrator, atau oleh koordinator provinsi yang dilayani kantor itu.',
      en: 'Officials of this office may be recorded only by administrators, or by the coordinator of a province that the office serves.',
    },
    OFFICIAL_TERM_REVERSED: {
      id: 'Akhir masa jabatan ({until}) mendahului awalnya ({from}). Perbaiki salah satunya.',
      en: 'The end of the term ({until}) is before its start ({from}). Correct one of them.',
    },
    OFFICIAL_EVIDENCE_REVERSED: {
      id: 'Bukti terakhir ({until}) mendahului bukti pertama ({from}). Perbaiki salah satunya.',
      en: 'The latest evidence ({until}) is before the earliest ({from}). Correct one of them.',
    },
    OFFICIAL_TERM_ENDED: {
      id: 'Masa jabatan ini sudah tercatat berakhir pada {until}. Bila tanggalnya keliru, perbaiki lewat ubah pejabat.',
      en: 'This term is already recorded as ended on {until}. If that date is wrong, revise the official.',
    },
    OFFICIAL_PHONE_FORM: {
      id: 'Nomor telepon harus 8 sampai 16 angka, boleh diawali +62.',
      en: 'A telephone number has 8 to 16 digits and may begin with +62.',
    },
    OFFICIAL_EMAIL_FORM: {
      id: 'Alamat surel harus berbentuk nama@lembaga.go.id.',
      en: 'An e-mail address has the form name@organisation.go.id.',
    },
  },
  constraints: {
    official_phone_form: { code: 'OFFICIAL_PHONE_FORM', path: ['input', 'phone'] },
    official_email_form: { code: 'OFFICIAL_EMAIL_FORM', path: ['input', 'email'] },
    official_name_length: { code: 'VALUE_TOO_LONG', path: ['input', 'name'] },
    official_name_variants_count: { code: 'VALUE_TOO_MANY', path: ['input', 'nameVariants'] },
    official_post_length: { code: 'VALUE_TOO_LONG', path: ['input', 'post'] },
    official_agency_length: { code: 'VALUE_TOO_LONG', path: ['input', 'agency'] },
    official_note_length: { code: 'VALUE_TOO_LONG', path: ['input', 'note'] },
    official_organisation_kind_check: { code: 'VALUE_INVALID', path: ['input', 'organisationKind'] },
    official_organisation_fit: { code: 'OFFICIAL_ORGANISATION_UNFIT', path: ['input', 'organisationKind'] },
    official_region_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'regionId'] },
    official_region_level: { code: 'OFFICIAL_REGION_LEVEL', path: ['input', 'regionId'] },
    official_office_fk: { code: 'REFERENCE_NOT_FOUND', path: ['input', 'officeId'] },
    official_term_order: { code: 'OFFICIAL_TERM_REVERSED', path: ['input', 'termUntil'] },
    official_evidenced_order: { code: 'OFFICIAL_EVIDENCE_REVERSED', path: ['input', 'evidencedUntil'] },
  },
});
