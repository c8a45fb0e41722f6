import type { Services } from '../schema/index.js';
import { Official, OfficialOrderField, officialVerbs } from '../schema/official/index.js';
import type { Change, Screen } from './screen.js';

const kinds = {
  REGION_GOVERNMENT: { id: 'Pemerintah daerah', en: 'Regional government' },
  AGENCY: { id: 'Perangkat daerah atau lembaga', en: 'Agency' },
  OFFICE: { id: 'Kantor BPJS', en: 'BPJS office' },
} as const;

const own = `{ id version displayName name nameVariants post organisationKind agency isActing note updatedAt
  term { from until } evidenced { from until } contact { phone email } region { id displayName } office { id displayName } }`;
const form = [
  'name',
  'nameVariants',
  'post',
  'organisationKind',
  'region',
  'agency',
  'office',
  'isActing',
  'termFrom',
  'termUntil',
  'evidencedFrom',
  'evidencedUntil',
  'phone',
  'email',
  'note',
] as const;

export function officialScreen({ official }: Pick<Services, 'official'>): Screen {
  return {
    concept: 'official',
    type: 'Official',
    entity: Official,
    group: 'places',
    icon: 'Users',
    name: { id: 'Pejabat', en: 'Officials' },
    service: official,
    read: officialVerbs.read,
    title: 'displayName',
    properties: {
      displayName: { label: { id: 'Pejabat', en: 'Official' } },
      name: { isRequired: true, label: { id: 'Nama', en: 'Name' } },
      nameVariants: { kind: 'texts', label: { id: 'Ejaan lain', en: 'Other spellings' } },
      post: { isRequired: true, label: { id: 'Jabatan', en: 'Post' } },
      organisationKind: { kind: 'choice', values: kinds, label: { id: 'Bertugas pada', en: 'Serves in' } },
      region: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Wilayah', en: 'Region' },
      },
      agency: { label: { id: 'Perangkat daerah', en: 'Agency' } },
      office: {
        kind: 'reference',
        to: 'office',
        title: 'displayName',
        label: { id: 'Kantor', en: 'Office' },
      },
      isActing: { kind: 'boolean', label: { id: 'Penjabat sementara', en: 'Acting' } },
      termFrom: { kind: 'date', path: 'term.from', label: { id: 'Menjabat sejak', en: 'In post from' } },
      termUntil: { kind: 'date', path: 'term.until', label: { id: 'Menjabat sampai', en: 'In post until' } },
      evidencedFrom: {
        kind: 'date',
        path: 'evidenced.from',
        label: { id: 'Disebut sumber sejak', en: 'Named in sources from' },
      },
      evidencedUntil: {
        kind: 'date',
        path: 'evidenced.until',
        label: { id: 'Disebut sumber sampai', en: 'Named in sources until' },
      },
      phone: { path: 'contact.phone', label: { id: 'Telepon', en: 'Telephone' } },
      email: { path: 'contact.email', label: { id: 'Surel', en: 'E-mail' } },
      note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['displayName', 'post', 'region', 'office', 'termFrom', 'termUntil'],
      selection: own,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama atau jabatan', en: 'Name or post' } },
        region: {
          kind: 'reference',
          field: 'regionIds',
          isList: true,
          to: 'region',
          label: { id: 'Wilayah', en: 'Region' },
        },
        office: {
          kind: 'reference',
          field: 'officeIds',
          isList: true,
          to: 'office',
          label: { id: 'Kantor', en: 'Office' },
        },
        inPostOn: { kind: 'day', field: 'inPostOn', label: { id: 'Menjabat pada', en: 'In post on' } },
      },
      orders: { displayName: OfficialOrderField.NAME, termFrom: OfficialOrderField.START },
    },
    show: { properties: ['displayName', ...form.slice(1), 'updatedAt'], selection: own },
    create: { verb: officialVerbs.create, properties: form },
    revise: { verb: officialVerbs.revise, properties: form },
    verbs: {
      endTerm: {
        verb: officialVerbs.endTerm,
        label: { id: 'Akhiri masa jabatan', en: 'End the term' },
        guard: {
          id: 'Catat hari terakhir pejabat ini memegang jabatannya.',
          en: 'Note the last day on which this official held the post.',
        },
        icon: 'UserMinus',
        properties: { endedOn: { kind: 'date', label: { id: 'Hari terakhir', en: 'Last day' } } },
        isOffered: ({ term }) => !Object(term).until,
        undo: { action: 'edit', restores: { termUntil: 'termUntil' } },
        run: (caller, change: Change<Parameters<typeof official.endTerm>[1]['input']>) =>
          official.endTerm(caller, change),
      },
    },
  };
}
