import type { FieldHelp } from './field-help.js';

/** Regions, offices, officials. */
export const placeHelp: Readonly<Record<string, FieldHelp>> = {
  region: {
    code: {
      id: 'Kode Kementerian Dalam Negeri, misalnya 36.72.',
      en: 'Code of the Ministry of Home Affairs, such as 36.72.',
    },
    name: {
      id: 'Tanpa jenis wilayah, misalnya Cilegon.',
      en: 'Without the kind of region, such as Cilegon.',
    },
    level: { id: 'Misalnya kota untuk 36.72.', en: 'Such as city for 36.72.' },
    parent: {
      id: 'Satu tingkat di atasnya, misalnya Banten untuk Kota Cilegon.',
      en: 'One level above, such as Banten for Kota Cilegon.',
    },
    endedOn: {
      id: 'Bila wilayah dihapus atau dimekarkan, misalnya 31 Desember 2025. Kosongkan selama masih ada.',
      en: 'When it was abolished or divided, such as 31 December 2025. Empty while it exists.',
    },
  },
  office: {
    name: {
      id: 'Tanpa singkatan, misalnya Kantor Cabang Cilegon.',
      en: 'In full, such as Kantor Cabang Cilegon.',
    },
    code: { id: 'Kode kantor di BPJS, misalnya J07.', en: 'Code of the office at BPJS, such as J07.' },
    level: { id: 'Misalnya kantor cabang.', en: 'Such as branch.' },
    parent: {
      id: 'Kantor di atasnya, misalnya Kantor Wilayah Banten.',
      en: 'The office above, such as Kantor Wilayah Banten.',
    },
    region: {
      id: 'Letak gedungnya, misalnya Kota Cilegon.',
      en: 'Where the building is, such as Kota Cilegon.',
    },
    address: { id: 'Misalnya Jl. Ahmad Yani No. 1, Cilegon.', en: 'Such as Jl. Ahmad Yani No. 1, Cilegon.' },
    openedFrom: {
      id: 'Hari pertama melayani, misalnya 1 Juli 2019.',
      en: 'First day of service, such as 1 July 2019.',
    },
    closedUntil: {
      id: 'Hari terakhir melayani, misalnya 31 Desember 2025. Kosong: masih buka.',
      en: 'Last day of service, such as 31 December 2025. Empty: open.',
    },
    serviceAreas: {
      id: 'Daerah yang dilayani dan sejak kapan, misalnya Kota Cilegon sejak 2019.',
      en: 'Regions that it serves and since when, such as Kota Cilegon since 2019.',
    },
    'serviceAreas.region': { id: 'Misalnya Kota Cilegon.', en: 'Such as Kota Cilegon.' },
    'serviceAreas.from': {
      id: 'Misalnya 1 Juli 2019. Kosong: tidak diketahui.',
      en: 'Such as 1 July 2019. Empty: not known.',
    },
    'serviceAreas.until': {
      id: 'Hari terakhir, masih termasuk, misalnya 31 Desember 2025. Kosong: masih melayani.',
      en: 'Last day, included, such as 31 December 2025. Empty: it goes on.',
    },
    'serviceAreas.note': {
      id: 'Dasarnya, misalnya surat Kanwil 12/2019.',
      en: 'Evidence, such as letter 12/2019.',
    },
    note: { id: 'Misalnya pindah gedung 2024.', en: 'Such as moved in 2024.' },
    close_closedOn: {
      id: 'Hari terakhir, misalnya 31 Desember 2025. MoU dan tagihan yang memakainya diberi peringatan.',
      en: 'Last day, such as 31 December 2025. Agreements that use it raise alerts.',
    },
  },
  official: {
    name: {
      id: 'Tanpa gelar, misalnya Robinsar.',
      en: 'Without titles, such as Robinsar.',
    },
    nameVariants: {
      id: 'Ejaan lain dalam sumber, misalnya H. Robinsar, S.T.',
      en: 'Other spellings in the sources, such as H. Robinsar, S.T.',
    },
    post: { id: 'Tanpa nama daerah, misalnya Wali Kota.', en: 'Without the place, such as Wali Kota.' },
    organisationKind: {
      id: 'Misalnya pemerintah daerah untuk wali kota, kantor BPJS untuk kepala cabang.',
      en: 'Such as government for a mayor, BPJS office for the head of a branch.',
    },
    region: {
      id: 'Daerah jabatannya, misalnya Kota Cilegon.',
      en: 'Region of the post, such as Kota Cilegon.',
    },
    agency: {
      id: 'Hanya untuk pejabat dinas, misalnya Dinas Tenaga Kerja.',
      en: 'Only for officials of an agency, such as Dinas Tenaga Kerja.',
    },
    office: {
      id: 'Hanya untuk pejabat BPJS, misalnya KC Cilegon.',
      en: 'Only for officials of BPJS, such as KC Cilegon.',
    },
    isActing: {
      id: 'Centang untuk penjabat, misalnya Pj., Plt., atau Pjs.',
      en: 'Tick for acting officials, such as Pj., Plt. or Pjs.',
    },
    termFrom: {
      id: 'Hari pelantikan, misalnya 20 Februari 2025.',
      en: 'Day of taking office, such as 20 February 2025.',
    },
    termUntil: {
      id: 'Hari terakhir menjabat, misalnya 20 Februari 2030. Kosong: belum diketahui.',
      en: 'Last day in office, such as 20 February 2030. Empty: not known.',
    },
    evidencedFrom: {
      id: 'Sumber tertua yang menyebutnya, misalnya berita 5 Maret 2025.',
      en: 'Oldest source that names the person, such as news of 5 March 2025.',
    },
    evidencedUntil: {
      id: 'Sumber terbaru yang menyebutnya, misalnya berita 10 Januari 2026.',
      en: 'Latest source that names the person, such as news of 10 January 2026.',
    },
    phone: {
      id: 'Nomor kantor, bukan pribadi, misalnya 0254391234.',
      en: 'Number of the office, not private, such as 0254391234.',
    },
    email: {
      id: 'Alamat dinas, misalnya disnaker@cilegon.go.id.',
      en: 'Address of the office, such as disnaker@cilegon.go.id.',
    },
    note: { id: 'Misalnya merangkap Plt. Sekda.', en: 'Such as acting secretary as well.' },
    endTerm_endedOn: {
      id: 'Hari terakhir menjabat, masih termasuk, misalnya 19 Februari 2026.',
      en: 'Last day in office, included, such as 19 February 2026.',
    },
  },
};
