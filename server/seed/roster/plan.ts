import { referenceId } from '../../../schema/kernel/identifier.js';

/** Share of a roster, out of all shares of the plan, in one category of the reference data. */
export interface CategoryShare {
  readonly key: string;
  readonly share: number;
}

/** Budget of one fiscal year, in whole rupiah. */
export interface PlannedBudget {
  readonly year: number;
  readonly source: 'APBD_REGENCY' | 'APBD_PROVINCE' | 'DBHCHT' | 'APBDES';
  readonly originalRupiah: string;
  readonly revisedRupiah: string | null;
}

/** Months that are covered together; with `bill` they are billed together, and paid when it says so. Months "2026-01". */
export interface PlannedMonths {
  readonly from: string;
  readonly until: string;
  readonly bill: {
    readonly issuedOn: string;
    readonly dueOn: string;
    readonly paidOn: string | null;
    readonly officeKey: string;
  } | null;
}

/** How many of the roster have each flaw. */
export interface PlannedFlaws {
  readonly died: number;
  /** Died, and the enrollment still runs: nobody told the agency. */
  readonly diedUnnoticed: number;
  readonly movedOut: number;
  /** Left the post; another holder of it took the place. */
  readonly replaced: number;
  /** Of 65 years in the course of the program; still entered at 64. */
  readonly turned65: number;
  /** Birth date that differs from the NIK. */
  readonly birthDateDiffers: number;
  readonly withoutKpj: number;
}

/** A program of the demo with its roster. */
export interface RosterPlan {
  readonly key: string;
  readonly regionCode: string;
  readonly name: string;
  readonly agency: string;
  readonly segment: 'BPU' | 'PU';
  readonly wageBaseRupiah: string | null;
  readonly from: string;
  readonly until: string;
  readonly state: 'APPROVED' | 'CLOSED';
  readonly quota: number;
  readonly highestDecile: number | null;
  readonly legalBasisKeys: readonly string[];
  readonly mouKeys: readonly string[];
  readonly budgets: readonly PlannedBudget[];
  readonly categories: readonly CategoryShare[];
  /** Roster whose people these are as well, in the same region: no new registrations. Null: people of their own. */
  readonly peopleOf: string | null;
  readonly size: number;
  readonly enteredOn: string;
  /** The last of the roster belong to this cohort. */
  readonly cohort: { readonly name: string; readonly size: number } | null;
  readonly flaws: PlannedFlaws;
  /** Candidates beside the roster, not yet active. */
  readonly candidates: {
    readonly PROPOSED: number;
    readonly VERIFIED: number;
    readonly APPROVED: number;
    readonly REJECTED: number;
  };
  readonly months: readonly PlannedMonths[];
  readonly note: string;
}

const none = { PROPOSED: 0, VERIFIED: 0, APPROVED: 0, REJECTED: 0 } as const;
const synthetic = 'DEMO: peserta, tagihan, dan pembayarannya buatan; ukurannya menurut berita.';

/**
 * The rosters at the sizes that the press reported, in the order in which they are covered: a month that an earlier
 * one holds is refused to a later one.
 */
export const rosterPlans: readonly RosterPlan[] = [
  {
    key: 'cilegon-rt-rw-2024',
    regionCode: '36.72',
    name: 'DEMO Perlindungan ketua RT dan RW 2024',
    agency: 'Sekretariat Daerah',
    segment: 'BPU',
    wageBaseRupiah: null,
    from: '2024-01',
    until: '2024-12',
    state: 'CLOSED',
    quota: 1500,
    highestDecile: null,
    legalBasisKeys: ['inpres-2-2021'],
    mouKeys: ['mou-kota-cilegon-2024'],
    budgets: [{ year: 2024, source: 'APBD_REGENCY', originalRupiah: '302400000', revisedRupiah: null }],
    categories: [
      { key: 'ketua-rt', share: 1118 },
      { key: 'ketua-rw', share: 382 },
    ],
    peopleOf: null,
    size: 1500,
    enteredOn: '2024-01-24',
    cohort: null,
    flaws: {
      died: 9,
      diedUnnoticed: 0,
      movedOut: 4,
      replaced: 12,
      turned65: 21,
      birthDateDiffers: 12,
      withoutKpj: 0,
    },
    candidates: none,
    months: [
      {
        from: '2024-01',
        until: '2024-12',
        bill: { issuedOn: '2024-02-05', dueOn: '2024-03-05', paidOn: '2024-02-27', officeKey: 'kc-serang' },
      },
    ],
    note: synthetic,
  },
  {
    // renewed three months late: the gap after the fiscal year
    key: 'cilegon-rt-rw-2025',
    regionCode: '36.72',
    name: 'DEMO Perlindungan ketua RT dan RW 2025',
    agency: 'Sekretariat Daerah',
    segment: 'BPU',
    wageBaseRupiah: null,
    from: '2025-04',
    until: '2025-12',
    state: 'CLOSED',
    quota: 1500,
    highestDecile: null,
    legalBasisKeys: ['perwal-cilegon-41-2024'],
    mouKeys: ['mou-kota-cilegon-2024'],
    budgets: [{ year: 2025, source: 'APBD_REGENCY', originalRupiah: '226800000', revisedRupiah: null }],
    categories: [
      { key: 'ketua-rt', share: 1118 },
      { key: 'ketua-rw', share: 382 },
    ],
    peopleOf: 'cilegon-rt-rw-2024',
    size: 1440,
    enteredOn: '2025-04-01',
    cohort: null,
    flaws: {
      died: 6,
      diedUnnoticed: 0,
      movedOut: 3,
      replaced: 0,
      turned65: 0,
      birthDateDiffers: 0,
      withoutKpj: 18,
    },
    candidates: none,
    months: [
      {
        from: '2025-04',
        until: '2025-12',
        bill: { issuedOn: '2025-04-14', dueOn: '2025-05-14', paidOn: '2025-05-09', officeKey: 'kc-cilegon' },
      },
    ],
    note: synthetic,
  },
  {
    key: 'bekasi-sigap-2025',
    regionCode: '32.75',
    name: 'DEMO SIGAP pekerja rentan Kota Bekasi',
    agency: 'Dinas Tenaga Kerja',
    segment: 'BPU',
    wageBaseRupiah: null,
    from: '2025-11',
    until: '2026-12',
    state: 'APPROVED',
    quota: 11666,
    highestDecile: 5,
    legalBasisKeys: ['kepwal-bekasi-655-2025', 'inpres-8-2025'],
    mouKeys: [],
    budgets: [
      { year: 2025, source: 'APBD_REGENCY', originalRupiah: '392000000', revisedRupiah: null },
      { year: 2026, source: 'APBD_REGENCY', originalRupiah: '2351865600', revisedRupiah: null },
    ],
    categories: [
      { key: 'pengurus-rt-rw', share: 34 },
      { key: 'kader-posyandu', share: 22 },
      { key: 'tenaga-pendidikan', share: 14 },
      { key: 'tenaga-kesehatan', share: 6 },
      { key: 'buruh-harian-lepas', share: 12 },
      { key: 'pemulung', share: 5 },
      { key: 'ojol', share: 7 },
    ],
    peopleOf: null,
    size: 11666,
    enteredOn: '2025-11-05',
    cohort: null,
    flaws: {
      died: 38,
      diedUnnoticed: 4,
      movedOut: 27,
      replaced: 0,
      turned65: 140,
      birthDateDiffers: 70,
      withoutKpj: 210,
    },
    candidates: { PROPOSED: 40, VERIFIED: 12, APPROVED: 0, REJECTED: 31 },
    months: [
      {
        from: '2025-11',
        until: '2025-12',
        bill: {
          issuedOn: '2025-11-10',
          dueOn: '2025-12-10',
          paidOn: '2025-12-08',
          officeKey: 'kc-bekasi-kota',
        },
      },
      {
        from: '2026-01',
        until: '2026-06',
        bill: {
          issuedOn: '2026-01-20',
          dueOn: '2026-03-20',
          paidOn: '2026-03-12',
          officeKey: 'kc-bekasi-kota',
        },
      },
      {
        from: '2026-07',
        until: '2026-11',
        bill: { issuedOn: '2026-10-26', dueOn: '2026-11-30', paidOn: null, officeKey: 'kc-bekasi-kota' },
      },
    ],
    note: synthetic,
  },
  {
    key: 'kab-serang-2026',
    regionCode: '36.04',
    name: 'DEMO Serang Bahagia: pekerja rentan Kabupaten Serang',
    agency: 'Dinas Tenaga Kerja dan Transmigrasi',
    segment: 'BPU',
    wageBaseRupiah: null,
    from: '2026-01',
    until: '2026-12',
    state: 'APPROVED',
    quota: 21234,
    highestDecile: 5,
    legalBasisKeys: ['inpres-8-2025', 'perbup-serang-59-2025'],
    mouKeys: ['nk-kab-serang-2025'],
    budgets: [
      { year: 2026, source: 'APBD_REGENCY', originalRupiah: '3900000000', revisedRupiah: '3600000000' },
    ],
    categories: [
      { key: 'petani', share: 28 },
      { key: 'buruh-tani', share: 17 },
      { key: 'nelayan', share: 18 },
      { key: 'guru-ngaji', share: 13 },
      { key: 'pedagang-pasar', share: 11 },
      { key: 'ojek-pangkalan', share: 8 },
      { key: 'marbot-masjid', share: 5 },
    ],
    peopleOf: null,
    size: 21234,
    enteredOn: '2026-01-02',
    cohort: null,
    flaws: {
      died: 61,
      diedUnnoticed: 7,
      movedOut: 33,
      replaced: 0,
      turned65: 262,
      birthDateDiffers: 150,
      withoutKpj: 640,
    },
    candidates: { PROPOSED: 60, VERIFIED: 0, APPROVED: 0, REJECTED: 55 },
    months: [
      {
        from: '2026-01',
        until: '2026-06',
        bill: { issuedOn: '2026-02-02', dueOn: '2026-04-02', paidOn: '2026-03-30', officeKey: 'kc-serang' },
      },
      {
        from: '2026-07',
        until: '2026-10',
        bill: { issuedOn: '2026-07-06', dueOn: '2026-08-06', paidOn: null, officeKey: 'kc-serang' },
      },
    ],
    note: synthetic,
  },
  {
    key: 'cilegon-2026',
    regionCode: '36.72',
    name: 'DEMO Gemet Sekul: pekerja rentan Kota Cilegon 2026',
    agency: 'Dinas Tenaga Kerja',
    segment: 'BPU',
    wageBaseRupiah: null,
    from: '2026-01',
    until: '2026-12',
    state: 'APPROVED',
    quota: 3500,
    highestDecile: null,
    legalBasisKeys: ['perwal-cilegon-41-2024', 'inpres-8-2025'],
    mouKeys: ['mou-kota-cilegon-2024'],
    budgets: [{ year: 2026, source: 'APBD_REGENCY', originalRupiah: '2200000000', revisedRupiah: null }],
    categories: [
      { key: 'ojol', share: 1240 },
      { key: 'sopir-angkot', share: 910 },
      { key: 'marbot-masjid', share: 980 },
      { key: 'pemandi-jenazah', share: 370 },
    ],
    peopleOf: null,
    size: 3500,
    enteredOn: '2026-01-05',
    cohort: { name: 'Penyerahan 11 Februari 2026', size: 800 },
    flaws: {
      died: 11,
      diedUnnoticed: 2,
      movedOut: 6,
      replaced: 0,
      turned65: 46,
      birthDateDiffers: 25,
      withoutKpj: 85,
    },
    candidates: { PROPOSED: 12, VERIFIED: 3, APPROVED: 2, REJECTED: 15 },
    months: [
      {
        from: '2026-01',
        until: '2026-03',
        bill: { issuedOn: '2026-02-12', dueOn: '2026-03-12', paidOn: '2026-03-04', officeKey: 'kc-cilegon' },
      },
      {
        from: '2026-04',
        until: '2026-09',
        bill: { issuedOn: '2026-04-10', dueOn: '2026-05-29', paidOn: '2026-05-22', officeKey: 'kc-cilegon' },
      },
      {
        from: '2026-10',
        until: '2026-10',
        bill: { issuedOn: '2026-10-08', dueOn: '2026-11-06', paidOn: null, officeKey: 'kc-cilegon' },
      },
      { from: '2026-11', until: '2026-11', bill: null },
    ],
    note: synthetic,
  },
  {
    key: 'lebak-2026',
    regionCode: '36.02',
    name: 'DEMO Pekerja rentan Kabupaten Lebak 2026',
    agency: 'Dinas Tenaga Kerja',
    segment: 'PU',
    wageBaseRupiah: '3000000',
    from: '2026-01',
    until: '2026-12',
    state: 'APPROVED',
    quota: 3450,
    highestDecile: null,
    legalBasisKeys: [],
    mouKeys: [],
    budgets: [{ year: 2026, source: 'APBD_REGENCY', originalRupiah: '670680000', revisedRupiah: null }],
    categories: [
      { key: 'guru-ngaji', share: 40 },
      { key: 'petani', share: 35 },
      { key: 'linmas', share: 25 },
    ],
    peopleOf: null,
    size: 3450,
    enteredOn: '2026-01-15',
    cohort: null,
    flaws: {
      died: 8,
      diedUnnoticed: 1,
      movedOut: 5,
      replaced: 0,
      turned65: 44,
      birthDateDiffers: 20,
      withoutKpj: 30,
    },
    candidates: none,
    months: [
      {
        from: '2026-01',
        until: '2026-12',
        bill: {
          issuedOn: '2026-02-03',
          dueOn: '2026-03-31',
          paidOn: '2026-03-26',
          officeKey: 'kc-rangkasbitung',
        },
      },
    ],
    note: `${synthetic} Tanpa dasar hukum dan perjanjian yang tercatat.`,
  },
];

export const programKey = ({ key }: Pick<RosterPlan, 'key'>): string => referenceId('program', `demo-${key}`);

/** People of the first roster whom the second registered as well: who held the months first keeps them. */
export const doubleFunding = {
  from: 'kab-serang-2026',
  also: 'cilegon-2026',
  people: 150,
  /** Of them, moved from the first region to the second in the course of the year. */
  movedOn: '2026-06-18',
  moved: 30,
  /** Cases in which both had paid already. */
  paidTwice: 12,
} as const;
