import type { Services } from '../schema/index.js';
import { Region, RegionOrderField, regionVerbs } from '../schema/region/index.js';
import type { Screen } from './screen.js';

const levels = {
  PROVINCE: { id: 'Provinsi', en: 'Province' },
  REGENCY: { id: 'Kabupaten', en: 'Regency' },
  CITY: { id: 'Kota', en: 'City' },
  DISTRICT: { id: 'Kecamatan', en: 'District' },
  WARD: { id: 'Kelurahan', en: 'Ward' },
  VILLAGE: { id: 'Desa', en: 'Village' },
} as const;

const own = '{ id version code name displayName level endedOn updatedAt parent { id displayName } }';

export function regionScreen({ region }: Pick<Services, 'region'>): Screen {
  return {
    concept: 'region',
    type: 'Region',
    entity: Region,
    group: 'places',
    icon: 'MapPin',
    name: { id: 'Wilayah', en: 'Regions' },
    service: region,
    read: regionVerbs.read,
    title: 'displayName',
    suggestFirst: { levels: ['PROVINCE', 'REGENCY', 'CITY'] },
    properties: {
      displayName: { label: { id: 'Wilayah', en: 'Region' } },
      code: {
        isRequired: true,
        label: { id: 'Kode', en: 'Code' },
      },
      name: {
        isRequired: true,
        label: { id: 'Nama', en: 'Name' },
      },
      level: {
        isRequired: true,
        kind: 'choice',
        label: { id: 'Tingkat', en: 'Level' },
        values: levels,
        colours: { PROVINCE: 'blue', REGENCY: 'green', CITY: 'green' },
      },
      parent: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Wilayah induk', en: 'Region above' },
      },
      endedOn: {
        kind: 'date',
        label: { id: 'Berakhir', en: 'Ended on' },
      },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['displayName', 'code', 'level', 'parent', 'endedOn'],
      selection: own,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama atau kode', en: 'Name or code' } },
        level: {
          kind: 'choice',
          field: 'levels',
          isList: true,
          values: levels,
          label: { id: 'Tingkat', en: 'Level' },
        },
        within: {
          kind: 'reference',
          field: 'withinIds',
          isList: true,
          to: 'region',
          label: { id: 'Di dalam', en: 'Within' },
        },
      },
      orders: { displayName: RegionOrderField.NAME, code: RegionOrderField.CODE },
    },
    show: {
      properties: ['displayName', 'code', 'level', 'parent', 'endedOn', 'updatedAt'],
      selection: own,
      component: 'RegionShow',
    },
    create: { verb: regionVerbs.create, properties: ['code', 'name', 'level', 'parent'] },
    revise: { verb: regionVerbs.revise, properties: ['name', 'endedOn'] },
    pages: {
      map: {
        verb: regionVerbs.read,
        label: { id: 'Peta', en: 'Map' },
        icon: 'Map',
        component: 'ProvinceMap',
      },
      compare: {
        verb: regionVerbs.read,
        label: { id: 'Bandingkan daerah', en: 'Compare regions' },
        icon: 'Columns',
        component: 'RegionCompare',
      },
    },
  };
}
