import type { Colour } from './screen.js';

export const mouKinds = {
  UMBRELLA: { id: 'MoU payung', en: 'Umbrella MoU' },
  PKS: { id: 'PKS', en: 'PKS' },
  ADDENDUM: { id: 'Adendum', en: 'Addendum' },
} as const;

export const mouStates = {
  DRAFT: { id: 'Rancangan', en: 'Draft' },
  LEGAL_REVIEW: { id: 'Telaah hukum', en: 'Legal review' },
  SIGNED: { id: 'Ditandatangani', en: 'Signed' },
  TERMINATED: { id: 'Diakhiri', en: 'Terminated' },
} as const;

export const mouStateColours: Readonly<Record<string, Colour>> = {
  DRAFT: 'grey',
  LEGAL_REVIEW: 'amber',
  SIGNED: 'green',
  TERMINATED: 'red',
};

export const mouPhases = {
  UNDATED: { id: 'Tanpa tanggal akhir', en: 'Undated' },
  UPCOMING: { id: 'Belum berlaku', en: 'Upcoming' },
  ACTIVE: { id: 'Berlaku', en: 'Active' },
  EXPIRING: { id: 'Segera berakhir', en: 'Expiring' },
  EXPIRED: { id: 'Berakhir', en: 'Expired' },
  RENEWED: { id: 'Diperpanjang', en: 'Renewed' },
} as const;

/** Phases of agreements that cover can stand on today. */
export const running = {
  RUNNING: { id: 'Berjalan (semua)', en: 'Running (all)', of: ['ACTIVE', 'EXPIRING', 'UNDATED'] },
} as const;

export const mouPhaseColours: Readonly<Record<string, Colour>> = {
  UNDATED: 'amber',
  UPCOMING: 'blue',
  ACTIVE: 'green',
  EXPIRING: 'amber',
  EXPIRED: 'red',
  RENEWED: 'grey',
};

export const mouFacts = {
  PARTY: { id: 'Pihak kedua', en: 'Second party' },
  NUMBER: { id: 'Nomor dari salah satu pihak', en: 'Number of one of the parties' },
  SIGNATORY: { id: 'Penanda tangan', en: 'Signatory' },
  SIGNED_ON: { id: 'Tanggal tanda tangan', en: 'Date of signing' },
  EFFECTIVE_FROM: { id: 'Tanggal mulai', en: 'Start date' },
  EFFECTIVE_UNTIL: { id: 'Tanggal akhir', en: 'End date' },
  LEGAL_BASIS: { id: 'Dasar hukum', en: 'Legal basis' },
  PARENT: { id: 'MoU payung', en: 'Umbrella MoU' },
  DOCUMENT: { id: 'Dokumen', en: 'Document' },
} as const;

export const mouConcerns = {
  OFFICE_NO_LONGER_SERVES: {
    id: 'Kantor BPJS yang menandatangani tidak lagi melayani wilayah ini',
    en: 'The BPJS office that signed no longer serves this region',
  },
} as const;

export const mouPartyKinds = {
  REGION_GOVERNMENT: { id: 'Pemerintah daerah', en: 'Regional government' },
  AGENCY: { id: 'Perangkat daerah', en: 'Agency' },
  OFFICE: { id: 'Kantor BPJS Ketenagakerjaan', en: 'BPJS Ketenagakerjaan office' },
  OTHER: { id: 'Pihak lain', en: 'Other' },
} as const;

export const segments = {
  PU: { id: 'Penerima upah (PU)', en: 'Wage-receiving (PU)' },
  BPU: { id: 'Bukan penerima upah (BPU)', en: 'Non-wage (BPU)' },
  CONSTRUCTION: { id: 'Jasa konstruksi', en: 'Construction' },
  MIGRANT: { id: 'Pekerja migran', en: 'Migrant workers' },
} as const;
