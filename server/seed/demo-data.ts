import type { ReferenceMou } from './reference/types.js';

/** Account of the demo, by its address: one role in one region. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: 'ADMIN' | 'COORDINATOR' | 'OPERATOR' | 'APPROVER' | 'ANALYST' | 'AUDITOR';
  /** Code of the region; null: all of Indonesia. */
  readonly regionCode: string | null;
}

/** Agreement that nobody made. */
export interface DemoMou {
  readonly mou: ReferenceMou;
  /** Whether it lies with the legal office. */
  readonly isSubmitted: boolean;
}

export const demoPassword = 'payung-demo';

export const demoAccounts: readonly DemoAccount[] = [
  { email: 'admin@payung.demo', name: 'Sari Wulandari', role: 'ADMIN', regionCode: null },
  { email: 'koordinator@banten.demo', name: 'Bagus Prakoso', role: 'COORDINATOR', regionCode: '36' },
  { email: 'operator@cilegon.demo', name: 'Nur Aini Rahmah', role: 'OPERATOR', regionCode: '36.72' },
  { email: 'operator@serang.demo', name: 'Dede Kurnia', role: 'OPERATOR', regionCode: '36.04' },
  { email: 'operator@bekasi.demo', name: 'Rina Puspitasari', role: 'OPERATOR', regionCode: '32.75' },
  { email: 'approver@banten.demo', name: 'Hendra Gunadi', role: 'APPROVER', regionCode: '36' },
  { email: 'analis@banten.demo', name: 'Maya Lestari', role: 'ANALYST', regionCode: '36' },
  { email: 'auditor@banten.demo', name: 'Yusuf Hidayat', role: 'AUDITOR', regionCode: '36' },
];

const unknown = {
  predecessorKey: null,
  state: 'DRAFT',
  signedOn: null,
  signedPlace: null,
  effectiveFrom: null,
  effectiveUntil: null,
  termText: null,
  noticeDays: null,
  legalBasisKeys: [],
  sources: [],
  fieldSources: [],
  note: 'DEMO: contoh buatan, bukan perjanjian yang nyata.',
} as const;

const unsigned = { number: null, signatoryKey: null } as const;

/** Drafts in three regions, so that each operator of the demo finds work. */
export const demoMous: readonly DemoMou[] = [
  {
    isSubmitted: false,
    mou: {
      ...unknown,
      key: 'demo-pks-kota-cilegon-2026',
      kind: 'PKS',
      titleAsWritten: 'DEMO Perjanjian Kerja Sama',
      subject: 'pembayaran iuran JKK dan JKM bagi pekerja rentan Kota Cilegon',
      regionCode: '36.72',
      parentKey: 'mou-kota-cilegon-2024',
      segments: ['BPU'],
      scope: ['JKK dan JKM bagi ojol, sopir angkot, pemandi jenazah, dan marbot'],
      plannedBeneficiaries: 3500,
      legalBasisKeys: ['perwal-cilegon-41-2024', 'inpres-8-2025'],
      parties: [
        { kind: 'AGENCY', regionCode: '36.72', agency: 'Dinas Tenaga Kerja', officeKey: null, ...unsigned },
        { kind: 'OFFICE', regionCode: null, agency: null, officeKey: 'kc-cilegon', ...unsigned },
      ],
    },
  },
  {
    isSubmitted: true,
    mou: {
      ...unknown,
      key: 'demo-pks-kab-serang-2026',
      kind: 'PKS',
      titleAsWritten: 'DEMO Perjanjian Kerja Sama',
      subject: 'perlindungan pekerja sosial keagamaan Kabupaten Serang',
      regionCode: '36.04',
      parentKey: 'nk-kab-serang-2025',
      effectiveFrom: '2026-04-01',
      effectiveUntil: '2027-03-31',
      termText: '1 (satu) tahun',
      noticeDays: 90,
      segments: ['BPU'],
      scope: ['JKK dan JKM bagi guru mengaji, marbot, dan pemandi jenazah'],
      plannedBeneficiaries: 2000,
      legalBasisKeys: ['inpres-8-2025'],
      parties: [
        {
          kind: 'AGENCY',
          regionCode: '36.04',
          agency: 'Dinas Tenaga Kerja dan Transmigrasi',
          officeKey: null,
          number: 'DEMO/001/PKS/2026',
          signatoryKey: null,
        },
        { kind: 'OFFICE', regionCode: null, agency: null, officeKey: 'kc-serang', ...unsigned },
      ],
    },
  },
  {
    isSubmitted: false,
    mou: {
      ...unknown,
      key: 'demo-nk-kota-bekasi-2026',
      kind: 'UMBRELLA',
      titleAsWritten: 'DEMO Nota Kesepakatan',
      subject: 'penyelenggaraan jaminan sosial ketenagakerjaan di Kota Bekasi',
      regionCode: '32.75',
      parentKey: null,
      segments: ['BPU'],
      scope: [],
      plannedBeneficiaries: 10000,
      parties: [
        { kind: 'REGION', regionCode: '32.75', agency: null, officeKey: null, ...unsigned },
        { kind: 'OFFICE', regionCode: null, agency: null, officeKey: 'kc-bekasi-kota', ...unsigned },
      ],
    },
  },
];
