import type { Services } from '../schema/index.js';
import { Office, OfficeOrderField, officeVerbs } from '../schema/office/index.js';
import { impactPage } from './impact-page.js';
import type { Change, Screen } from './screen.js';

const levels = {
  HEAD_OFFICE: { id: 'Kantor pusat', en: 'Head office' },
  KANWIL: { id: 'Kantor wilayah', en: 'Regional office' },
  KC: { id: 'Kantor cabang', en: 'Branch office' },
  KCP: { id: 'Kantor cabang pembantu', en: 'Sub-branch office' },
} as const;

const own = `{ id version displayName name code level address note updatedAt period { from until }
  parent { id displayName } region { id displayName }
  serviceAreas { region { id displayName } period { from until } note } }`;
const form = [
  'name',
  'code',
  'level',
  'parent',
  'region',
  'address',
  'openedFrom',
  'closedUntil',
  'serviceAreas',
  'note',
] as const;

export function officeScreen({ office }: Pick<Services, 'office'>): Screen {
  return {
    concept: 'office',
    type: 'Office',
    entity: Office,
    group: 'places',
    icon: 'Home',
    name: { id: 'Kantor BPJS', en: 'BPJS offices' },
    service: office,
    read: officeVerbs.read,
    title: 'displayName',
    properties: {
      displayName: { label: { id: 'Kantor', en: 'Office' } },
      name: { isRequired: true, label: { id: 'Nama', en: 'Name' } },
      code: { label: { id: 'Kode', en: 'Code' } },
      level: { isRequired: true, kind: 'choice', values: levels, label: { id: 'Jenis', en: 'Kind' } },
      parent: {
        kind: 'reference',
        to: 'office',
        title: 'displayName',
        label: { id: 'Kantor induk', en: 'Office above' },
      },
      region: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Berkedudukan di', en: 'Located in' },
      },
      address: { kind: 'longText', label: { id: 'Alamat', en: 'Address' } },
      openedFrom: { kind: 'date', path: 'period.from', label: { id: 'Buka sejak', en: 'Open from' } },
      closedUntil: { kind: 'date', path: 'period.until', label: { id: 'Buka sampai', en: 'Open until' } },
      serviceAreas: {
        kind: 'items',
        label: { id: 'Wilayah kerja', en: 'Service areas' },
        items: {
          region: {
            kind: 'reference',
            to: 'region',
            title: 'displayName',
            label: { id: 'Wilayah', en: 'Region' },
          },
          from: { kind: 'date', path: 'period.from', label: { id: 'Sejak', en: 'From' } },
          until: { kind: 'date', path: 'period.until', label: { id: 'Sampai', en: 'Until' } },
          note: { label: { id: 'Catatan', en: 'Note' } },
        },
      },
      note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['displayName', 'code', 'level', 'parent', 'region', 'closedUntil'],
      selection: own,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama atau kode', en: 'Name or code' } },
        level: {
          kind: 'choice',
          field: 'levels',
          isList: true,
          values: levels,
          label: { id: 'Jenis', en: 'Kind' },
        },
        serves: {
          kind: 'reference',
          field: 'servesRegionIds',
          isList: true,
          to: 'region',
          label: { id: 'Melayani', en: 'Serves' },
        },
        servesOn: { kind: 'day', field: 'servesOn', label: { id: 'Melayani pada', en: 'Serves on' } },
      },
      orders: { displayName: OfficeOrderField.NAME, code: OfficeOrderField.CODE },
    },
    show: { properties: ['displayName', ...form.slice(1), 'updatedAt'], selection: own },
    create: { verb: officeVerbs.create, properties: form },
    revise: { verb: officeVerbs.revise, properties: form },
    recordPages: impactPage,
    verbs: {
      close: {
        verb: officeVerbs.close,
        label: { id: 'Tutup kantor', en: 'Close the office' },
        guard: {
          id: 'Kantor ini tidak lagi melayani wilayah mana pun setelah tanggal tersebut.',
          en: 'After that date the office serves no region any more.',
        },
        icon: 'XCircle',
        isDangerous: true,
        properties: { closedOn: { kind: 'date', label: { id: 'Ditutup pada', en: 'Closed on' } } },
        isOffered: ({ period }) => !Object(period).until,
        undo: { action: 'edit', restores: { closedUntil: 'closedUntil' } },
        run: (caller, change: Change<Parameters<typeof office.close>[1]['input']>) =>
          office.close(caller, change),
      },
    },
  };
}
