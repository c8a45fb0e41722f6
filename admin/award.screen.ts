import { Award, AwardOrderField, awardVerbs } from '../schema/award/index.js';
import type { Services } from '../schema/index.js';
import { awardLevels as levels } from './award-choices.js';
import type { Screen } from './screen.js';

const own = `{ id version name editionYear level category rank givenBy receivedBy ceremonyOn note updatedAt
  recipient { id displayName } givenByOfficials { id displayName } receivedByOfficial { id displayName } }`;
const form = [
  'name',
  'editionYear',
  'level',
  'category',
  'rank',
  'givenBy',
  'givenByOfficials',
  'receivedBy',
  'receivedByOfficial',
  'ceremonyOn',
  'note',
] as const;

export function awardScreen({ award }: Pick<Services, 'award'>): Screen {
  return {
    concept: 'award',
    type: 'Award',
    entity: Award,
    group: 'data',
    icon: 'Award',
    name: { id: 'Penghargaan', en: 'Awards' },
    service: award,
    read: awardVerbs.read,
    title: 'name',
    properties: {
      name: { isRequired: true, label: { id: 'Penghargaan', en: 'Award' } },
      editionYear: { isRequired: true, kind: 'year', label: { id: 'Tahun', en: 'Year' } },
      level: { isRequired: true, kind: 'choice', values: levels, label: { id: 'Tingkat', en: 'Level' } },
      category: { label: { id: 'Kategori', en: 'Category' } },
      rank: { kind: 'number', label: { id: 'Peringkat', en: 'Rank' } },
      recipient: {
        isRequired: true,
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Penerima', en: 'Recipient' },
      },
      givenBy: { label: { id: 'Diberikan oleh', en: 'Given by' } },
      givenByOfficials: {
        kind: 'references',
        to: 'official',
        title: 'displayName',
        inputName: 'givenByOfficialIds',
        label: { id: 'Pejabat yang memberikan', en: 'Officials who gave it' },
      },
      receivedBy: { label: { id: 'Diterima oleh', en: 'Received by' } },
      receivedByOfficial: {
        kind: 'reference',
        to: 'official',
        title: 'displayName',
        label: { id: 'Pejabat yang menerima', en: 'Official who received it' },
      },
      ceremonyOn: { kind: 'date', label: { id: 'Tanggal penyerahan', en: 'Ceremony on' } },
      note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['name', 'recipient', 'editionYear', 'level', 'rank', 'ceremonyOn'],
      selection: own,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama', en: 'Name' } },
        editionYear: {
          kind: 'number',
          field: 'editionYears',
          isList: true,
          label: { id: 'Tahun', en: 'Year' },
        },
        level: {
          kind: 'choice',
          field: 'levels',
          isList: true,
          values: levels,
          label: { id: 'Tingkat', en: 'Level' },
        },
        recipient: {
          kind: 'reference',
          field: 'regionIds',
          isList: true,
          to: 'region',
          label: { id: 'Penerima', en: 'Recipient' },
        },
      },
      orders: { editionYear: AwardOrderField.EDITION_YEAR, ceremonyOn: AwardOrderField.CEREMONY_ON },
    },
    show: { properties: ['name', 'recipient', ...form.slice(1), 'updatedAt'], selection: own },
    create: { verb: awardVerbs.create, properties: ['name', 'recipient', ...form.slice(1)] },
    revise: { verb: awardVerbs.revise, properties: form },
  };
}
