import { CoverageCase, coverageVerbs } from '../schema/coverage/index.js';
import type { Services } from '../schema/index.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { caseStates } from './money-choices.js';
import type { Change, Row, Screen } from './screen.js';
import { oneOf, programFilter, regionFilter } from './screen-filters.js';
import { isRow } from './screen-property.js';

type Coverage = Services['coverage'];
type Judged = Parameters<Coverage['viewerCan']>[1];

const sides = `requester { region { id displayName } program { id name } beneficiary { id name } }
  holder { region { id displayName } program { id name } beneficiary { id name } }`;
const own = `{ id version caseNumber from until savedRupiah state resolution updatedAt viewerCan ${sides} }`;
const outcomes = { CONFIRMED: caseStates.CONFIRMED, CLOSED: caseStates.CLOSED } as const;

/** Months that two payers wanted: each region sees its own side, the province both. */
export function coverageCaseScreen({ coverage }: Pick<Services, 'coverage'>): Screen {
  const can =
    (verb: keyof ReturnType<Coverage['viewerCan']>) =>
    ({ viewerCan }: Row, caller: Caller): boolean =>
      isJudged(viewerCan) && coverage.viewerCan(caller, viewerCan)[verb];
  return {
    concept: 'coverageCase',
    type: 'CoverageCase',
    entity: CoverageCase,
    group: 'people',
    icon: 'Copy',
    name: { id: 'Kasus perlindungan ganda', en: 'Cases of double cover' },
    service: {
      find: (caller, id, selection) => coverage.findCase(caller, id, selection),
      list: (caller, request, selection) => coverage.cases(caller, request, selection),
    },
    read: coverageVerbs.read,
    title: 'caseNumber',
    properties: {
      caseNumber: { label: { id: 'Nomor kasus', en: 'Case number' } },
      from: { kind: 'month', label: { id: 'Bulan pertama', en: 'First month' } },
      until: { kind: 'month', label: { id: 'Bulan terakhir', en: 'Last month' } },
      savedRupiah: { kind: 'rupiah', label: { id: 'Rupiah yang dihemat', en: 'Rupiah saved' } },
      state: {
        kind: 'choice',
        values: caseStates,
        colours: { OPEN: 'amber', CONFIRMED: 'green', PAID_TWICE: 'red', CLOSED: 'grey' },
        label: { id: 'Keadaan', en: 'State' },
      },
      requesterRegion: region('requester', { id: 'Ditolak untuk', en: 'Refused to' }),
      requesterProgram: program('requester', { id: 'Program yang ditolak', en: 'Program refused' }),
      requesterPerson: person('requester', {
        id: 'Peserta di daerah yang ditolak',
        en: 'Person, side refused',
      }),
      holderRegion: region('holder', { id: 'Dibayar oleh', en: 'Paid by' }),
      holderProgram: program('holder', { id: 'Program yang membayar', en: 'Program that pays' }),
      holderPerson: person('holder', { id: 'Peserta di daerah pembayar', en: 'Person, side that pays' }),
      resolution: { kind: 'longText', label: { id: 'Penyelesaian', en: 'Resolution' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['caseNumber', 'requesterRegion', 'holderRegion', 'from', 'until', 'savedRupiah', 'state'],
      selection: own,
      filters: {
        state: oneOf('states', caseStates, { id: 'Keadaan', en: 'State' }),
        region: regionFilter,
        program: programFilter,
      },
      orders: {},
    },
    show: {
      properties: [
        'caseNumber',
        'state',
        'from',
        'until',
        'savedRupiah',
        'requesterRegion',
        'requesterProgram',
        'requesterPerson',
        'holderRegion',
        'holderProgram',
        'holderPerson',
        'resolution',
        'updatedAt',
      ],
      selection: own,
    },
    verbs: {
      close: {
        verb: coverageVerbs.closeCase,
        isOffered: can('close'),
        label: { id: 'Selesaikan kasus', en: 'Settle the case' },
        guard: { id: 'Kedua daerah membaca penyelesaian ini.', en: 'Both regions read this resolution.' },
        icon: 'CheckCircle',
        properties: {
          outcome: {
            kind: 'choice',
            values: outcomes,
            isRequired: true,
            label: { id: 'Hasil', en: 'Outcome' },
          },
          resolution: { kind: 'longText', isRequired: true, label: { id: 'Penyelesaian', en: 'Resolution' } },
        },
        run: (caller, { input, ...target }: Change<Parameters<Coverage['closeCase']>[2]>) =>
          coverage.closeCase(caller, target, input),
      },
      paidTwice: {
        verb: coverageVerbs.recordDoublePayment,
        isOffered: can('recordDoublePayment'),
        isDangerous: true,
        label: { id: 'Ternyata dibayar dua kali', en: 'It was paid twice' },
        guard: {
          id: 'Bulan pembayar pertama yang dihitung; pembayaran kedua dicatat untuk diminta kembali.',
          en: 'The months of the first payer count; the second payment is recorded to be recovered.',
        },
        icon: 'AlertTriangle',
        properties: {},
        // the case is what the page shows; the double payment has a page of its own
        run: async (caller, { id, expectedVersion }) => {
          const outcome = await coverage.recordDoublePayment(caller, { id, expectedVersion });
          return outcome.id === null ? outcome : { ...outcome, id: '' };
        },
      },
    },
    counts: [
      {
        label: { id: 'Kasus ganda terbuka', en: 'Open cases of double cover' },
        filters: { state: 'OPEN' },
        isTask: true,
      },
    ],
    emptyHint: {
      id: 'Tidak ada kasus. Kasus muncul saat bulan yang diminta sudah dilindungi pembayar lain.',
      en: 'No cases. One appears when months asked for are covered by another payer.',
    },
  };
}

type Words = { readonly id: string; readonly en: string };

function region(side: string, label: Words) {
  return { kind: 'reference', to: 'region', title: 'displayName', path: `${side}.region`, label } as const;
}

function program(side: string, label: Words) {
  return { kind: 'reference', to: 'program', title: 'name', path: `${side}.program`, label } as const;
}

function person(side: string, label: Words) {
  return { kind: 'reference', to: 'beneficiary', title: 'name', path: `${side}.beneficiary`, label } as const;
}

function isJudged(value: unknown): value is Judged {
  return isRow(value) && typeof value.state === 'string' && Array.isArray(value.regionIds);
}
