import type { ReferenceTariff } from './types.js';

// PP 50/2025: people paid from APBN or APBD get no relief; the tobacco excise comes through APBD
const publicMoney = ['APBD_REGENCY', 'APBD_PROVINCE', 'APBN', 'DBHCHT'] as const;

const startNote = 'Awal berlaku belum diverifikasi.';
const bandNote =
  'Kelompok penghasilan terendah (nominal Rp1.000.000); tabel kelompok lengkap (Lampiran II) belum dimuat.';

const always = { validFrom: '2015-07', validUntil: null, sector: null, excludedFunding: [] } as const;
const forTransport = { sector: 'TRANSPORT', validFrom: '2026-01', validUntil: '2027-03' } as const;
const forOthers = { sector: 'OTHER', validFrom: '2026-04', validUntil: '2026-12' } as const;
const relief = {
  segment: 'BPU',
  kind: 'RELIEF',
  amountRupiah: null,
  percent: '50',
  wageBelowRupiah: null,
  excludedFunding: publicMoney,
  regulationKey: 'pp-50-2025',
  note: null,
  sources: ['f02', 'f03', 'f05'],
} as const;

/** Contribution rates as regulations and paid bills show them; what was not read is not here. */
export const tariffs: readonly ReferenceTariff[] = [
  {
    ...always,
    key: 'bpu-jkk-lowest',
    segment: 'BPU',
    scheme: 'JKK',
    kind: 'FLAT',
    amountRupiah: '10000',
    percent: null,
    wageBelowRupiah: '1000001',
    regulationKey: 'pp-44-2015',
    note: `${bandNote} ${startNote}`,
    sources: ['f07', 'f08'],
  },
  {
    ...always,
    key: 'bpu-jkm',
    segment: 'BPU',
    scheme: 'JKM',
    kind: 'FLAT',
    amountRupiah: '6800',
    percent: null,
    wageBelowRupiah: null,
    regulationKey: 'pp-44-2015',
    note: startNote,
    sources: ['f07', 'f08'],
  },
  {
    ...always,
    key: 'bpu-jht-lowest',
    segment: 'BPU',
    scheme: 'JHT',
    kind: 'FLAT',
    amountRupiah: '20000',
    percent: null,
    wageBelowRupiah: '1000001',
    regulationKey: 'pp-46-2015',
    note: `${bandNote} ${startNote}`,
    sources: ['f07', 'f08'],
  },
  {
    ...always,
    key: 'pu-jkk-very-low-risk',
    segment: 'PU',
    scheme: 'JKK',
    kind: 'PERCENT_OF_WAGE',
    amountRupiah: null,
    percent: '0.24',
    wageBelowRupiah: null,
    regulationKey: 'pp-44-2015',
    note: `Kelas risiko sangat rendah, yang dipakai pemerintah daerah. ${startNote}`,
    sources: ['f09', 'f28', 'f30'],
  },
  {
    ...always,
    key: 'pu-jkm',
    segment: 'PU',
    scheme: 'JKM',
    kind: 'PERCENT_OF_WAGE',
    amountRupiah: null,
    percent: '0.3',
    wageBelowRupiah: null,
    regulationKey: 'pp-44-2015',
    note: startNote,
    sources: ['f09', 'f28', 'f30'],
  },
  {
    ...always,
    key: 'pu-jht',
    segment: 'PU',
    scheme: 'JHT',
    kind: 'PERCENT_OF_WAGE',
    amountRupiah: null,
    percent: '5.7',
    wageBelowRupiah: null,
    regulationKey: 'pp-46-2015',
    note: `3,7 persen pemberi kerja dan 2 persen pekerja. ${startNote}`,
    sources: ['f09'],
  },
  { ...relief, ...forTransport, key: 'bpu-jkk-relief-transport', scheme: 'JKK' },
  { ...relief, ...forTransport, key: 'bpu-jkm-relief-transport', scheme: 'JKM' },
  { ...relief, ...forOthers, key: 'bpu-jkk-relief-others', scheme: 'JKK' },
  { ...relief, ...forOthers, key: 'bpu-jkm-relief-others', scheme: 'JKM' },
];
