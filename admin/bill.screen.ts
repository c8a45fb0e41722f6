import { Bill, billVerbs } from '../schema/bill/index.js';
import type { Services } from '../schema/index.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { arrearsAges, billStates } from './money-choices.js';
import type { Change, Row, Screen } from './screen.js';
import { oneOf, programFilter, regionFilter } from './screen-filters.js';
import { isRow } from './screen-property.js';

type Bills = Services['bill'];
type Judged = Parameters<Bills['viewerCan']>[1];

const own = `{ id version billCode state heads personMonths jkkRupiah jkmRupiah jhtRupiah totalRupiah creditedRupiah issuedOn dueOn
  paidOn disbursementNumber arrearsBucket daysOverdue updatedAt viewerCan period { from until } region { id displayName }
  program { id name } office { id displayName } }`;

/** Bills over the months of the ledger: heads and amounts are its own sums. */
export function billScreen({ bill }: Pick<Services, 'bill'>): Screen {
  const can =
    (verb: keyof ReturnType<Bills['viewerCan']>) =>
    ({ viewerCan }: Row, caller: Caller): boolean =>
      isJudged(viewerCan) && bill.viewerCan(caller, viewerCan)[verb];
  return {
    concept: 'bill',
    type: 'Bill',
    entity: Bill,
    group: 'money',
    icon: 'FileText',
    name: { id: 'Tagihan iuran', en: 'Bills' },
    service: {
      find: (caller, id, selection) => bill.find(caller, id, selection),
      list: (caller, request, selection) => bill.list(caller, request, selection),
      create: (caller, input: Parameters<Bills['issue']>[1], key) => bill.issue(caller, input, key),
    },
    read: billVerbs.read,
    title: 'billCode',
    properties: {
      billCode: { label: { id: 'Kode iuran', en: 'Billing code' } },
      program: {
        kind: 'reference',
        to: 'program',
        title: 'name',
        isRequired: true,
        label: { id: 'Program', en: 'Program' },
      },
      region: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Daerah pembayar', en: 'Payer region' },
      },
      office: {
        kind: 'reference',
        to: 'office',
        title: 'displayName',
        isRequired: true,
        label: { id: 'Kantor', en: 'Office' },
      },
      from: {
        kind: 'month',
        path: 'period.from',
        isRequired: true,
        label: { id: 'Bulan pertama', en: 'First month' },
      },
      until: {
        kind: 'month',
        path: 'period.until',
        isRequired: true,
        label: { id: 'Bulan terakhir', en: 'Last month' },
      },
      state: {
        kind: 'choice',
        values: billStates,
        colours: { ISSUED: 'amber', PAID: 'green', CANCELLED: 'grey' },
        label: { id: 'Keadaan', en: 'State' },
      },
      heads: { kind: 'number', label: { id: 'Orang', en: 'Persons' } },
      personMonths: { kind: 'number', label: { id: 'Bulan-orang', en: 'Person-months' } },
      jkkRupiah: { kind: 'rupiah', label: { id: 'JKK', en: 'JKK' } },
      jkmRupiah: { kind: 'rupiah', label: { id: 'JKM', en: 'JKM' } },
      jhtRupiah: { kind: 'rupiah', label: { id: 'JHT', en: 'JHT' } },
      totalRupiah: { kind: 'rupiah', label: { id: 'Jumlah', en: 'Total' } },
      creditedRupiah: { kind: 'rupiah', label: { id: 'Dikreditkan', en: 'Credited' } },
      issuedOn: { kind: 'date', label: { id: 'Ditagih pada', en: 'Issued on' } },
      dueOn: { kind: 'date', isRequired: true, label: { id: 'Jatuh tempo', en: 'Due on' } },
      paidOn: { kind: 'date', label: { id: 'Dibayar pada', en: 'Paid on' } },
      disbursementNumber: { label: { id: 'Nomor SP2D', en: 'Disbursement number' } },
      arrearsBucket: {
        kind: 'choice',
        values: arrearsAges,
        label: { id: 'Umur tunggakan', en: 'Age of arrears' },
      },
      daysOverdue: { kind: 'number', label: { id: 'Lewat jatuh tempo (hari)', en: 'Overdue (days)' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: [
        'billCode',
        'program',
        'from',
        'until',
        'heads',
        'totalRupiah',
        'dueOn',
        'state',
        'arrearsBucket',
      ],
      selection: own,
      filters: {
        program: programFilter,
        region: regionFilter,
        office: {
          kind: 'reference',
          field: 'officeIds',
          isList: true,
          to: 'office',
          label: { id: 'Kantor', en: 'Office' },
        },
        state: oneOf('states', billStates, { id: 'Keadaan', en: 'State' }),
        overdueOn: {
          kind: 'day',
          field: 'overdueOn',
          label: { id: 'Lewat jatuh tempo pada', en: 'Overdue on' },
        },
        month: {
          kind: 'month',
          field: 'months',
          isList: true,
          label: { id: 'Memuat bulan', en: 'Covers the month' },
        },
        year: {
          kind: 'number',
          field: 'year',
          label: { id: 'Memuat bulan dari tahun', en: 'Covers months of the year' },
        },
      },
      orders: { issuedOn: 'ISSUED_ON', dueOn: 'DUE_ON' },
    },
    show: {
      properties: [
        'billCode',
        'program',
        'region',
        'office',
        'from',
        'until',
        'state',
        'heads',
        'personMonths',
        'jkkRupiah',
        'jkmRupiah',
        'jhtRupiah',
        'totalRupiah',
        'creditedRupiah',
        'issuedOn',
        'dueOn',
        'paidOn',
        'disbursementNumber',
        'arrearsBucket',
        'daysOverdue',
        'updatedAt',
      ],
      selection: own,
      component: 'BillShow',
    },
    create: {
      verb: billVerbs.issue,
      properties: ['program', 'office', 'from', 'until', 'dueOn', 'billCode'],
    },
    verbs: {
      pay: {
        verb: billVerbs.pay,
        isOffered: can('pay'),
        label: { id: 'Catat pembayaran', en: 'Record the payment' },
        guard: {
          id: 'Sekali dicatat, tagihan tidak berubah lagi; bulan yang salah dikreditkan.',
          en: 'Once recorded, the bill does not change; wrong months are credited.',
        },
        icon: 'CreditCard',
        properties: {
          paidOn: { kind: 'date', isRequired: true, label: { id: 'Dibayar pada', en: 'Paid on' } },
          disbursementNumber: { isRequired: true, label: { id: 'Nomor SP2D', en: 'Disbursement number' } },
        },
        run: (caller, change: Change<Parameters<Bills['pay']>[1]['input']>) => bill.pay(caller, change),
      },
      credit: {
        verb: billVerbs.credit,
        isOffered: can('credit'),
        label: { id: 'Buat nota kredit', en: 'Write a credit note' },
        guard: {
          id: 'Bulan terbayar yang salah ditarik kembali; bulannya tetap tersimpan, bertanda, dan tidak dihitung lagi.',
          en: 'Paid months that were wrong are taken back; they stay in the ledger, marked, and no longer count.',
        },
        icon: 'CornerDownLeft',
        properties: {
          enrollments: {
            kind: 'references',
            to: 'enrollment',
            title: 'personName',
            inputName: 'enrollmentIds',
            isRequired: true,
            label: { id: 'Peserta', en: 'People' },
          },
          from: { kind: 'month', isRequired: true, label: { id: 'Bulan pertama', en: 'First month' } },
          until: { kind: 'month', isRequired: true, label: { id: 'Bulan terakhir', en: 'Last month' } },
          reason: {
            kind: 'longText',
            isRequired: true,
            label: { id: 'Alasan', en: 'Reason' },
          },
        },
        run: (caller, { id, input }: Change<Omit<Parameters<Bills['credit']>[1], 'billId'>>) =>
          bill.credit(caller, { ...input, billId: id, enrollmentIds: input.enrollmentIds ?? [] }),
      },
      cancel: {
        verb: billVerbs.cancel,
        isOffered: can('cancel'),
        isDangerous: true,
        label: { id: 'Batalkan tagihan', en: 'Cancel the bill' },
        guard: { id: 'Bulan-bulannya dapat ditagih lagi.', en: 'Its months can be billed again.' },
        icon: 'XCircle',
        properties: {},
        run: (caller, { id, expectedVersion }) => bill.cancel(caller, { id, expectedVersion }),
      },
    },
    pages: {
      arrears: {
        verb: billVerbs.read,
        label: { id: 'Tunggakan', en: 'Arrears' },
        icon: 'AlertCircle',
        component: 'Arrears',
      },
    },
    counts: [
      {
        label: { id: 'Tagihan belum dibayar', en: 'Unpaid bills' },
        filters: { state: 'ISSUED' },
        isTask: true,
      },
    ],
    emptyHint: {
      id: 'Belum ada tagihan. Tekan "Tambah" untuk menagih bulan yang sudah dilindungi dan belum ditagih.',
      en: 'No bills yet. Press "Create new" to bill months that are covered and not billed.',
    },
  };
}

function isJudged(value: unknown): value is Judged {
  return isRow(value) && typeof value.state === 'string' && typeof value.regionId === 'string';
}
