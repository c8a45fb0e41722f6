import { ApprovalSubject, approvalVerbs } from '../schema/approval/index.js';
import type { Services } from '../schema/index.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { Program, ProgramState, programVerbs, provinceSettingVerbs } from '../schema/program/index.js';
import { impactPage } from './impact-page.js';
import { decided, fundingSources, programStates } from './money-choices.js';
import { programProperties } from './program.properties.js';
import type { Change, Row, Screen } from './screen.js';
import { categoryFilter, oneOf, oneOrTogether, regionFilter } from './screen-filters.js';
import { isRow } from './screen-property.js';

type Programs = Services['program'];
type Judged = Parameters<Programs['viewerCan']>[1];

const listed = `{ id version name state quota region { id displayName } period { from until }
  money { enrolledCount budgetRupiah paidRupiah } unfoundedMonths { reason } viewerCan }`;
const shown = `{ id version name agency state quota segment wageBaseRupiah hasJht plannedTariffRupiah participantKindCode
  note closedOn updatedAt viewerCan region { id displayName } period { from until } deciles { lowest highest }
  categories { id name } legalBases { id displayTitle } mous { id titleAsWritten }
  budgetLines { fiscalYear fundingSource originalRupiah revisedRupiah nonPremiumRupiah accountCode subActivityCode note } }`;
const content = [
  'name',
  'agency',
  'monthFrom',
  'monthUntil',
  'segment',
  'wageBaseRupiah',
  'hasJht',
  'quota',
  'categories',
  'lowestDecile',
  'highestDecile',
  'legalBases',
  'mous',
  'budgetLines',
  'plannedTariffRupiah',
  'participantKindCode',
  'note',
] as const;

/** Programs: who pays for whom, how long, on what basis and from which money. */
export function programScreen({ program, approval }: Pick<Services, 'program' | 'approval'>): Screen {
  const can =
    (verb: keyof ReturnType<Programs['viewerCan']>) =>
    ({ viewerCan }: Row, caller: Caller): boolean =>
      isJudged(viewerCan) && program.viewerCan(caller, viewerCan)[verb];
  return {
    concept: 'program',
    type: 'Program',
    entity: Program,
    group: 'money',
    icon: 'Umbrella',
    name: { id: 'Program', en: 'Programs' },
    service: {
      find: (caller, id, selection) => program.find(caller, id, selection),
      list: (caller, request, selection) => program.list(caller, request, selection),
      create: (caller, input: Parameters<Programs['create']>[1], key) => program.create(caller, input, key),
      revise: (caller, { input, ...target }: Change<Parameters<Programs['revise']>[2]>) =>
        program.revise(caller, target, input),
    },
    read: programVerbs.read,
    title: 'name',
    properties: programProperties,
    list: {
      columns: [
        'name',
        'region',
        'monthFrom',
        'monthUntil',
        'enrolledCount',
        'quota',
        'budgetRupiah',
        'paidRupiah',
        'state',
      ],
      selection: listed,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama atau dinas', en: 'Name or agency' } },
        region: regionFilter,
        state: oneOrTogether('states', programStates, decided, { id: 'Keadaan', en: 'State' }),
        fiscalYear: {
          kind: 'number',
          field: 'fiscalYear',
          label: { id: 'Tahun anggaran', en: 'Fiscal year' },
        },
        fundingSource: oneOf('fundingSources', fundingSources, { id: 'Sumber dana', en: 'Source of money' }),
        activeIn: {
          kind: 'month',
          field: 'activeIn',
          label: { id: 'Berjalan pada bulan', en: 'Running in' },
        },
        category: categoryFilter,
        mou: {
          kind: 'reference',
          field: 'mouIds',
          isList: true,
          to: 'mou',
          label: { id: 'MoU atau PKS', en: 'Agreement' },
        },
        legalBasis: {
          kind: 'reference',
          field: 'legalBasisIds',
          isList: true,
          to: 'regulation',
          label: { id: 'Dasar hukum', en: 'Legal basis' },
        },
        isUnfounded: {
          kind: 'boolean',
          field: 'isUnfounded',
          label: { id: 'Ada bulan tanpa dasar', en: 'Months without a basis' },
        },
      },
      orders: { name: 'NAME', monthFrom: 'PERIOD_FROM' },
    },
    show: {
      properties: ['name', 'state', 'region', ...content.slice(1), 'closedOn', 'updatedAt'],
      selection: shown,
      component: 'ProgramShow',
    },
    create: { verb: programVerbs.create, properties: ['region', ...content] },
    revise: { verb: programVerbs.revise, isOffered: can('revise'), properties: content },
    verbs: {
      requestApproval: {
        verb: approvalVerbs.request,
        isOffered: ({ state }) => state === ProgramState.DRAFT,
        label: { id: 'Minta persetujuan', en: 'Ask for approval' },
        guard: {
          id: 'Program dengan anggarannya masuk ke kotak persetujuan. Perubahan sesudahnya membatalkan persetujuan yang sudah diberikan.',
          en: 'The program with its budget comes to the approvers. A change afterwards voids what they agreed to.',
        },
        icon: 'Send',
        properties: {},
        run: (caller, { id }) => approval.request(caller, { subject: ApprovalSubject.PROGRAM, recordId: id }),
      },
      requestListApproval: {
        verb: approvalVerbs.request,
        isOffered: ({ state }) => state === ProgramState.APPROVED,
        label: { id: 'Minta persetujuan daftar peserta', en: 'Ask for approval of people' },
        guard: {
          id: 'Peserta yang sudah diverifikasi masuk ke kotak persetujuan sebagai satu daftar.',
          en: 'The people who were verified come to the approvers as one list.',
        },
        icon: 'Users',
        properties: {
          decree: {
            label: { id: 'Nomor SK', en: 'Decree' },
          },
        },
        run: (caller, { id, input }: Change<{ readonly decree?: string | null }>) =>
          approval.request(caller, {
            subject: ApprovalSubject.ENROLLMENT_LIST,
            recordId: id,
            decree: input.decree ?? null,
          }),
      },
      approve: {
        verb: programVerbs.approve,
        isOffered: can('approve'),
        label: { id: 'Setujui', en: 'Approve' },
        guard: {
          id: 'Setelah disetujui, nama, segmen, dan sasaran program tidak berubah lagi; peserta dapat didaftarkan.',
          en: 'Once approved, name, segment and target group no longer change; people can be enrolled.',
        },
        icon: 'CheckCircle',
        properties: {},
        run: (caller, { id, expectedVersion }) => program.approve(caller, { id, expectedVersion }),
      },
      close: {
        verb: programVerbs.close,
        isOffered: can('close'),
        isDangerous: true,
        label: { id: 'Tutup program', en: 'Close the program' },
        guard: {
          id: 'Program yang ditutup tidak dapat dibuka atau diubah lagi.',
          en: 'A closed program cannot be opened or changed again.',
        },
        icon: 'Archive',
        properties: {},
        run: (caller, { id, expectedVersion }) => program.close(caller, { id, expectedVersion }),
      },
    },
    pages: {
      settings: {
        verb: provinceSettingVerbs.revise,
        label: { id: 'Pengaturan provinsi', en: 'Settings of the province' },
        icon: 'Settings',
        component: 'ProvinceSettings',
      },
      reconciliation: {
        verb: programVerbs.read,
        label: { id: 'Rekonsiliasi', en: 'Reconciliation' },
        icon: 'GitMerge',
        component: 'Reconciliation',
      },
    },
    recordPages: impactPage,
    counts: [
      {
        label: { id: 'Program dengan bulan tanpa dasar', en: 'Programs with months without a basis' },
        filters: { isUnfounded: 'true', state: 'APPROVED' },
        isTask: true,
      },
      { label: { id: 'Program berjalan', en: 'Approved programs' }, filters: { state: 'APPROVED' } },
    ],
    emptyHint: {
      id: 'Belum ada program. Tekan "Tambah", tulis nama, daerah pembayar, masa, dan anggarannya.',
      en: 'No programs yet. Press "Create new" and write name, payer, period and budget.',
    },
  };
}

function isJudged(value: unknown): value is Judged {
  return isRow(value) && typeof value.state === 'string' && typeof value.regionId === 'string';
}
