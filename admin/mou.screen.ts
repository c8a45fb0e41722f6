import type { Services } from '../schema/index.js';
import { Mou, mouVerbs } from '../schema/mou/index.js';
import { impactPage } from './impact-page.js';
import { mouProperties } from './mou.properties.js';
import { mouDecisions, mouOffer } from './mou.verbs.js';
import { mouFacts, mouKinds, mouPhases, mouStates, running } from './mou-choices.js';
import type { Screen } from './screen.js';
import { oneOrTogether } from './screen-filters.js';
import { isRow } from './screen-property.js';

const listed = `{ id version titleAsWritten kind state phase endsOn daysLeft missing viewerCan updatedAt
  region { id displayName } parties { office { displayName } } signing { on place } period { from until } }`;
const shown = `{ id version titleAsWritten kind state phase endsOn daysLeft missing subject termText isAutoRenewed
  noticeDays segments scope plannedBeneficiaries returnedReason note updatedAt viewerCan
  region { id displayName } parent { id titleAsWritten } predecessor { id titleAsWritten }
  signing { on place } period { from until } termination { on reason } legalBases { id displayTitle }
  parties { id kind agency otherName number region { id displayName } office { id displayName }
    signatory { id displayName } } }`;
const content = [
  'titleAsWritten',
  'subject',
  'parties',
  'signedOn',
  'signedPlace',
  'effectiveFrom',
  'effectiveUntil',
  'termText',
  'isAutoRenewed',
  'noticeDays',
  'segments',
  'scope',
  'plannedBeneficiaries',
  'legalBases',
  'parent',
  'predecessor',
  'note',
] as const;

export function mouScreen({ mou, mouRenewal }: Pick<Services, 'mou' | 'mouRenewal'>): Screen {
  return {
    concept: 'mou',
    type: 'Mou',
    entity: Mou,
    group: 'agreements',
    icon: 'Edit3',
    name: { id: 'MoU & kerja sama', en: 'MoU & cooperation' },
    service: withOffices(mou),
    read: mouVerbs.read,
    title: 'titleAsWritten',
    properties: mouProperties,
    list: {
      columns: ['titleAsWritten', 'region', 'kind', 'offices', 'signedOn', 'endsOn', 'phase', 'state'],
      selection: listed,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Judul atau nomor', en: 'Title or number' } },
        region: {
          kind: 'reference',
          field: 'regionIds',
          isList: true,
          to: 'region',
          label: { id: 'Daerah', en: 'Region' },
        },
        kind: {
          kind: 'choice',
          field: 'kinds',
          isList: true,
          values: mouKinds,
          label: { id: 'Jenis', en: 'Kind' },
        },
        state: {
          kind: 'choice',
          field: 'states',
          isList: true,
          values: mouStates,
          label: { id: 'Keadaan', en: 'State' },
        },
        phase: oneOrTogether('phases', mouPhases, running, { id: 'Fase', en: 'Phase' }),
        missing: {
          kind: 'choice',
          field: 'missing',
          isList: true,
          values: mouFacts,
          label: { id: 'Belum tercatat', en: 'Not recorded yet' },
        },
        expiresWithin: {
          kind: 'number',
          field: 'expiresWithinDays',
          label: { id: 'Berakhir dalam (hari)', en: 'Ends within (days)' },
        },
        signedOn: {
          kind: 'days',
          from: 'signedFrom',
          until: 'signedUntil',
          label: { id: 'Ditandatangani', en: 'Signed' },
        },
        office: {
          kind: 'reference',
          field: 'officeIds',
          isList: true,
          to: 'office',
          label: { id: 'Kantor', en: 'Office' },
        },
      },
      orders: { titleAsWritten: 'TITLE', signedOn: 'SIGNED_ON', endsOn: 'EFFECTIVE_UNTIL' },
    },
    show: {
      properties: [
        'titleAsWritten',
        'state',
        'phase',
        'missing',
        'region',
        'kind',
        ...content.slice(1),
        'returnedReason',
        'terminatedOn',
        'updatedAt',
      ],
      selection: shown,
      component: 'MouShow',
    },
    create: { verb: mouVerbs.create, properties: ['kind', 'region', ...content] },
    revise: {
      verb: mouVerbs.revise,
      isOffered: mouOffer(mou, 'revise'),
      finalIn: { property: 'state', values: ['SIGNED', 'TERMINATED'] },
      properties: content,
    },
    recordPages: impactPage,
    verbs: mouDecisions(mou, mouRenewal),
    pages: {
      renewals: {
        verb: mouVerbs.renew,
        label: { id: 'Siapkan perpanjangan', en: 'Prepare renewals' },
        icon: 'RefreshCw',
        component: 'MouRenewals',
        keepsFilter: true,
        facts: (_caller, filter) => ({ filter }),
      },
    },
    counts: [
      {
        label: { id: 'Menunggu telaah hukum', en: 'Waiting for legal review' },
        filters: { state: 'LEGAL_REVIEW' },
        isTask: true,
      },
      { label: { id: 'Segera berakhir', en: 'Expiring soon' }, filters: { phase: 'EXPIRING' }, isTask: true },
      {
        label: { id: 'Tanpa dokumen', en: 'Without a document' },
        filters: { missing: 'DOCUMENT' },
        isTask: true,
      },
      {
        label: { id: 'Berakhir tanpa penerus', en: 'Expired without successor' },
        filters: { phase: 'EXPIRED' },
        isTask: true,
      },
      {
        label: { id: 'Tanpa tanggal akhir', en: 'Without an end date' },
        filters: { phase: 'UNDATED' },
        isTask: true,
      },
      { label: { id: 'MoU & PKS terdaftar', en: 'Agreements in the register' }, filters: {} },
      { label: { id: 'Perjanjian berjalan', en: 'Running agreements' }, filters: { phase: 'RUNNING' } },
    ],
    emptyHint: {
      id: 'Belum ada MoU. Tekan "Tambah", tulis judul, wilayah, dan para pihak; yang belum diketahui boleh dikosongkan.',
      en: 'No agreements yet. Press "Create new" and write title, region and parties; leave empty what nobody knows.',
    },
  };
}

/** The list names the offices of an agreement in one column. */
function withOffices(mou: Services['mou']): Screen['service'] {
  return {
    find: (caller, id, selection) => mou.find(caller, id, selection),
    create: (caller, input: Parameters<typeof mou.create>[1], key) => mou.create(caller, input, key),
    revise: (caller, change) => mou.revise(caller, change),
    list: async (caller, request, selection) => {
      const page = await mou.list(caller, request, selection);
      return { ...page, nodes: page.nodes.map((row) => ({ ...row, offices: officeNames(row) })) };
    },
  };
}

function officeNames(row: object): string {
  const parties: unknown = 'parties' in row ? row.parties : [];
  if (!Array.isArray(parties)) return '';
  return parties
    .filter(isRow)
    .map(({ office }) => (isRow(office) ? String(office.displayName).replace(/^Kantor Cabang /, 'KC ') : ''))
    .filter((name) => name !== '')
    .join(', ');
}
