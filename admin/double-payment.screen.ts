import { coverageVerbs, DoublePayment } from '../schema/coverage/index.js';
import type { Services } from '../schema/index.js';
import { doublePaymentStates } from './money-choices.js';
import type { Change, Screen } from './screen.js';
import { oneOf, regionFilter } from './screen-filters.js';

type Coverage = Services['coverage'];

const own = `{ id version from until paidRupiah recoveredRupiah state ending updatedAt case { id caseNumber }
  payer { region { id displayName } program { id name } beneficiary { id name } } holder { region { id displayName } program { id name } } }`;
const outcomes = {
  RECOVERED: doublePaymentStates.RECOVERED,
  WRITTEN_OFF: doublePaymentStates.WRITTEN_OFF,
} as const;

/** Months that a second payer did pay: what is to be recovered, and how that ended. */
export function doublePaymentScreen({ coverage }: Pick<Services, 'coverage'>): Screen {
  return {
    concept: 'doublePayment',
    type: 'DoublePayment',
    entity: DoublePayment,
    group: 'money',
    icon: 'RotateCcw',
    name: { id: 'Pembayaran ganda', en: 'Double payments' },
    service: {
      find: (caller, id, selection) => coverage.findDoublePayment(caller, id, selection),
      list: (caller, request, selection) => coverage.doublePayments(caller, request, selection),
    },
    read: coverageVerbs.read,
    title: 'caseNumber',
    properties: {
      caseNumber: { path: 'case.caseNumber', label: { id: 'Nomor kasus', en: 'Case number' } },
      case: {
        kind: 'reference',
        to: 'coverageCase',
        title: 'caseNumber',
        label: { id: 'Kasus', en: 'Case' },
      },
      payerRegion: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        path: 'payer.region',
        label: { id: 'Dibayar lagi oleh', en: 'Paid again by' },
      },
      payerProgram: {
        kind: 'reference',
        to: 'program',
        title: 'name',
        path: 'payer.program',
        label: { id: 'Program', en: 'Program' },
      },
      person: {
        kind: 'reference',
        to: 'beneficiary',
        title: 'name',
        path: 'payer.beneficiary',
        label: { id: 'Peserta', en: 'Person' },
      },
      holderRegion: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        path: 'holder.region',
        label: { id: 'Pembayar pertama', en: 'First payer' },
      },
      from: { kind: 'month', label: { id: 'Bulan pertama', en: 'First month' } },
      until: { kind: 'month', label: { id: 'Bulan terakhir', en: 'Last month' } },
      paidRupiah: { kind: 'rupiah', label: { id: 'Dibayar dua kali', en: 'Paid twice' } },
      recoveredRupiah: { kind: 'rupiah', label: { id: 'Sudah kembali', en: 'Recovered' } },
      state: {
        kind: 'choice',
        values: doublePaymentStates,
        colours: { TO_RECOVER: 'red', RECOVERED: 'green', WRITTEN_OFF: 'grey' },
        label: { id: 'Keadaan', en: 'State' },
      },
      ending: { kind: 'longText', label: { id: 'Bagaimana berakhir', en: 'How it ended' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: [
        'caseNumber',
        'payerRegion',
        'holderRegion',
        'from',
        'until',
        'paidRupiah',
        'recoveredRupiah',
        'state',
      ],
      selection: own,
      filters: {
        state: oneOf('states', doublePaymentStates, { id: 'Keadaan', en: 'State' }),
        region: regionFilter,
      },
      orders: {},
    },
    show: {
      properties: [
        'case',
        'payerRegion',
        'payerProgram',
        'person',
        'holderRegion',
        'from',
        'until',
        'paidRupiah',
        'recoveredRupiah',
        'state',
        'ending',
        'updatedAt',
      ],
      selection: own,
    },
    verbs: {
      settle: {
        verb: coverageVerbs.settleDoublePayment,
        isOffered: ({ state }) => state === 'TO_RECOVER',
        label: { id: 'Catat pengembalian', en: 'Record the recovery' },
        guard: {
          id: 'Dicatat satu kali dan tidak berubah lagi.',
          en: 'Recorded once; it does not change again.',
        },
        icon: 'CornerDownLeft',
        properties: {
          outcome: {
            kind: 'choice',
            values: outcomes,
            isRequired: true,
            label: { id: 'Hasil', en: 'Outcome' },
          },
          recoveredRupiah: {
            kind: 'rupiah',
            isRequired: true,
            label: { id: 'Rupiah yang kembali', en: 'Rupiah recovered' },
          },
          ending: {
            kind: 'longText',
            isRequired: true,
            label: { id: 'Bagaimana berakhir', en: 'How it ended' },
          },
        },
        run: (caller, { input, ...target }: Change<Parameters<Coverage['settleDoublePayment']>[2]>) =>
          coverage.settleDoublePayment(caller, target, input),
      },
    },
    counts: [
      {
        label: { id: 'Pembayaran ganda harus kembali', en: 'Double payments to recover' },
        filters: { state: 'TO_RECOVER' },
        isTask: true,
      },
    ],
  };
}
