import { Claim, claimVerbs } from '../schema/claim/index.js';
import type { Services } from '../schema/index.js';
import { claimKinds } from './money-choices.js';
import type { Screen } from './screen.js';
import { oneOf, programFilter, regionFilter } from './screen-filters.js';

const own = `{ id version kind month cases paidRupiah note updatedAt region { id displayName } program { id name } }`;

/** Benefits paid out, as counts and rupiah: no names, no health data, no children's data. */
export function claimScreen({ claim }: Pick<Services, 'claim'>): Screen {
  return {
    concept: 'claim',
    type: 'Claim',
    entity: Claim,
    group: 'money',
    icon: 'Heart',
    name: { id: 'Klaim', en: 'Claims' },
    service: {
      find: (caller, id, selection) => claim.find(caller, id, selection),
      list: (caller, request, selection) => claim.list(caller, request, selection),
      create: (caller, input: Parameters<Services['claim']['record']>[1], key) =>
        claim.record(caller, input, key),
      revise: (caller, change: Parameters<Services['claim']['revise']>[1]) => claim.revise(caller, change),
    },
    read: claimVerbs.read,
    title: 'kind',
    properties: {
      kind: { kind: 'choice', values: claimKinds, isRequired: true, label: { id: 'Jenis', en: 'Kind' } },
      region: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        isRequired: true,
        label: { id: 'Daerah', en: 'Region' },
      },
      program: {
        kind: 'reference',
        to: 'program',
        title: 'name',
        label: { id: 'Program', en: 'Program' },
      },
      month: { kind: 'month', isRequired: true, label: { id: 'Bulan pembayaran', en: 'Month of payment' } },
      cases: { kind: 'number', isRequired: true, label: { id: 'Jumlah klaim', en: 'Number of claims' } },
      paidRupiah: { kind: 'rupiah', isRequired: true, label: { id: 'Dibayarkan', en: 'Paid out' } },
      note: {
        kind: 'longText',
        label: { id: 'Catatan', en: 'Note' },
      },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['kind', 'region', 'program', 'month', 'cases', 'paidRupiah'],
      selection: own,
      filters: {
        region: regionFilter,
        program: programFilter,
        kind: oneOf('kinds', claimKinds, { id: 'Jenis', en: 'Kind' }),
        paidFrom: { kind: 'month', field: 'paidFrom', label: { id: 'Dibayar sejak', en: 'Paid from' } },
        paidUntil: { kind: 'month', field: 'paidUntil', label: { id: 'Dibayar sampai', en: 'Paid until' } },
      },
      orders: { month: 'MONTH' },
    },
    show: {
      properties: ['kind', 'region', 'program', 'month', 'cases', 'paidRupiah', 'note', 'updatedAt'],
      selection: own,
    },
    create: {
      verb: claimVerbs.record,
      properties: ['region', 'program', 'kind', 'month', 'cases', 'paidRupiah', 'note'],
    },
    revise: { verb: claimVerbs.revise, properties: ['cases', 'paidRupiah', 'note'] },
    pages: {
      ratio: {
        verb: claimVerbs.read,
        label: { id: 'Klaim dibanding iuran', en: 'Claims against contributions' },
        icon: 'PieChart',
        component: 'ClaimRatio',
      },
    },
  };
}
