import type { Services } from '../schema/index.js';
import { Regulation, RegulationOrderField, regulationVerbs } from '../schema/regulation/index.js';
import { impactPage } from './impact-page.js';
import { regulationPhases as phases, regulationPhaseColours } from './regulation-choices.js';
import type { Change, Row, Screen } from './screen.js';
import { isRow } from './screen-property.js';

const kinds = {
  UU: { id: 'Undang-undang', en: 'Act' },
  PP: { id: 'Peraturan pemerintah', en: 'Government regulation' },
  PERPRES: { id: 'Peraturan presiden', en: 'Presidential regulation' },
  INPRES: { id: 'Instruksi presiden', en: 'Presidential instruction' },
  PERMEN: { id: 'Peraturan menteri', en: 'Ministerial regulation' },
  PERBAN: { id: 'Peraturan badan', en: 'Agency regulation' },
  PERDIR: { id: 'Peraturan direksi', en: "Directors' regulation" },
  PERDA: { id: 'Peraturan daerah', en: 'Regional regulation' },
  PERGUB: { id: 'Peraturan gubernur', en: "Governor's regulation" },
  PERBUP: { id: 'Peraturan bupati', en: "Regent's regulation" },
  PERWAL: { id: 'Peraturan wali kota', en: "Mayor's regulation" },
  KEPGUB: { id: 'Keputusan gubernur', en: "Governor's decree" },
  KEPBUP: { id: 'Keputusan bupati', en: "Regent's decree" },
  KEPWAL: { id: 'Keputusan wali kota', en: "Mayor's decree" },
  SE: { id: 'Surat edaran', en: 'Circular' },
} as const;
const relationKinds = {
  BASED_ON: { id: 'Berdasarkan', en: 'Based on' },
  IMPLEMENTS: { id: 'Melaksanakan', en: 'Implements' },
  AMENDS: { id: 'Mengubah', en: 'Amends' },
  REVOKES: { id: 'Mencabut', en: 'Revokes' },
  REFERS_TO: { id: 'Merujuk', en: 'Refers to' },
} as const;

const own = `{ id version displayTitle kind number year title subject issuerName note phase enactedOn promulgatedOn
  updatedAt period { from until } revocation { on reason } issuerRegion { id displayName } viewerCan
  relations { kind note target { id displayTitle } } }`;
const content = ['kind', 'issuerRegion', 'issuerName', 'number', 'year', 'title', 'subject'] as const;
const days = ['enactedOn', 'promulgatedOn', 'effectiveFrom', 'effectiveUntil'] as const;

type Regulations = Services['regulation'];
type Judged = Parameters<Regulations['actions']>[1];

export function regulationScreen({ regulation }: Pick<Services, 'regulation'>): Screen {
  const can =
    (verb: 'revise' | 'enact' | 'revoke') => (row: Row, caller: Parameters<Regulations['actions']>[0]) => {
      const judged = row.viewerCan;
      return isJudged(judged) && regulation.actions(caller, judged)[verb];
    };
  return {
    concept: 'regulation',
    type: 'Regulation',
    entity: Regulation,
    group: 'regulations',
    icon: 'FileText',
    name: { id: 'Regulasi', en: 'Regulations' },
    service: regulation,
    read: regulationVerbs.read,
    title: 'displayTitle',
    properties: {
      displayTitle: { label: { id: 'Regulasi', en: 'Regulation' } },
      kind: { isRequired: true, kind: 'choice', values: kinds, label: { id: 'Jenis', en: 'Kind' } },
      issuerRegion: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Daerah penerbit', en: 'Issuing region' },
      },
      issuerName: {
        label: { id: 'Lembaga penerbit', en: 'Issuing body' },
      },
      number: { label: { id: 'Nomor', en: 'Number' } },
      year: { kind: 'year', label: { id: 'Tahun', en: 'Year' } },
      title: { kind: 'longText', label: { id: 'Judul', en: 'Title' } },
      subject: { kind: 'longText', label: { id: 'Tentang', en: 'Subject' } },
      phase: {
        kind: 'choice',
        values: phases,
        colours: regulationPhaseColours,
        label: { id: 'Keadaan', en: 'State' },
      },
      enactedOn: { kind: 'date', label: { id: 'Ditetapkan', en: 'Enacted on' } },
      promulgatedOn: { kind: 'date', label: { id: 'Diundangkan', en: 'Promulgated on' } },
      effectiveFrom: {
        kind: 'date',
        path: 'period.from',
        label: { id: 'Berlaku sejak', en: 'In force from' },
      },
      effectiveUntil: {
        kind: 'date',
        path: 'period.until',
        label: { id: 'Berlaku sampai', en: 'In force until' },
      },
      revokedOn: { kind: 'date', path: 'revocation.on', label: { id: 'Dicabut pada', en: 'Revoked on' } },
      relations: {
        kind: 'items',
        label: { id: 'Hubungan dengan regulasi lain', en: 'Relations to other regulations' },
        items: {
          kind: { kind: 'choice', values: relationKinds, label: { id: 'Hubungan', en: 'Relation' } },
          target: {
            kind: 'reference',
            to: 'regulation',
            title: 'displayTitle',
            label: { id: 'Regulasi', en: 'Regulation' },
          },
          note: { label: { id: 'Catatan', en: 'Note' } },
        },
      },
      note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['displayTitle', 'kind', 'issuerRegion', 'phase', 'enactedOn'],
      selection: own,
      filters: {
        search: {
          kind: 'text',
          field: 'search',
          label: { id: 'Nomor, judul, atau tentang', en: 'Number, title or subject' },
        },
        kind: {
          kind: 'choice',
          field: 'kinds',
          isList: true,
          values: kinds,
          label: { id: 'Jenis', en: 'Kind' },
        },
        phase: {
          kind: 'choice',
          field: 'phases',
          isList: true,
          values: phases,
          label: { id: 'Keadaan', en: 'State' },
        },
        issuerRegion: {
          kind: 'reference',
          field: 'issuerRegionIds',
          isList: true,
          to: 'region',
          label: { id: 'Daerah penerbit', en: 'Issuing region' },
        },
        year: { kind: 'number', field: 'years', isList: true, label: { id: 'Tahun', en: 'Year' } },
        inForceOn: { kind: 'day', field: 'inForceOn', label: { id: 'Berlaku pada', en: 'In force on' } },
      },
      orders: { displayTitle: RegulationOrderField.DISPLAY_TITLE },
    },
    show: {
      properties: [
        'displayTitle',
        'phase',
        ...content,
        ...days,
        'revokedOn',
        'relations',
        'note',
        'updatedAt',
      ],
      selection: own,
      component: 'RegulationShow',
    },
    create: {
      verb: regulationVerbs.create,
      properties: [...content, 'effectiveFrom', 'effectiveUntil', 'relations', 'note'],
    },
    revise: {
      verb: regulationVerbs.revise,
      isOffered: can('revise'),
      finalIn: { property: 'phase', values: Object.keys(phases).filter((phase) => phase !== 'DRAFT') },
      properties: [...content, ...days, 'revokedOn', 'relations', 'note'],
    },
    verbs: {
      enact: {
        verb: regulationVerbs.enact,
        isOffered: can('enact'),
        label: { id: 'Catat penetapan', en: 'Record the enactment' },
        guard: {
          id: 'Rancangan ini menjadi regulasi yang ditetapkan.',
          en: 'The draft becomes an enacted regulation.',
        },
        icon: 'CheckCircle',
        properties: {
          number: { label: { id: 'Nomor', en: 'Number' } },
          year: { kind: 'year', label: { id: 'Tahun', en: 'Year' } },
          enactedOn: { kind: 'date', label: { id: 'Ditetapkan', en: 'Enacted on' } },
          promulgatedOn: { kind: 'date', label: { id: 'Diundangkan', en: 'Promulgated on' } },
          effectiveFrom: { kind: 'date', label: { id: 'Berlaku sejak', en: 'In force from' } },
          effectiveUntil: { kind: 'date', label: { id: 'Berlaku sampai', en: 'In force until' } },
        },
        run: (caller, change: Change<Parameters<Regulations['enact']>[1]['input']>) =>
          regulation.enact(caller, change),
      },
      revoke: {
        verb: regulationVerbs.revoke,
        isOffered: can('revoke'),
        isDangerous: true,
        label: { id: 'Catat pencabutan', en: 'Record the revocation' },
        guard: {
          id: 'Regulasi ini tidak berlaku lagi sejak tanggal tersebut.',
          en: 'The regulation is no longer in force from that date.',
        },
        icon: 'XCircle',
        properties: {
          revokedOn: { kind: 'date', label: { id: 'Dicabut pada', en: 'Revoked on' } },
          revokedBy: {
            kind: 'reference',
            to: 'regulation',
            title: 'displayTitle',
            label: { id: 'Dicabut oleh', en: 'Revoked by' },
          },
          reason: { kind: 'longText', label: { id: 'Alasan', en: 'Reason' } },
        },
        run: (caller, change: Change<Parameters<Regulations['revoke']>[1]['input']>) =>
          regulation.revoke(caller, change),
      },
    },
    recordPages: impactPage,
    counts: [
      { label: { id: 'Regulasi berlaku', en: 'Regulations in force' }, filters: { phase: 'IN_FORCE' } },
    ],
  };
}

/** What the row holds for judging who may do what now. */
function isJudged(value: unknown): value is Judged {
  return isRow(value) && typeof value.state === 'string';
}
