import { figureCheckVerbs } from '../schema/figure-check/index.js';
import type { Services } from '../schema/index.js';
import {
  Indicator,
  Observation,
  ObservationOrderField,
  observationVerbs,
} from '../schema/observation/index.js';
import type { Screen } from './screen.js';

const units = {
  PERSON: { id: 'orang', en: 'persons' },
  FAMILY: { id: 'keluarga', en: 'families' },
  CASE: { id: 'kasus', en: 'cases' },
  MONTH: { id: 'bulan', en: 'months' },
  RUPIAH: { id: 'rupiah', en: 'rupiah' },
  PERCENT: { id: 'persen', en: 'per cent' },
} as const;
const denominators = {
  POPULATION: { id: 'Penduduk', en: 'Population' },
  LABOUR_FORCE: { id: 'Angkatan kerja', en: 'Labour force' },
  WORKERS: { id: 'Pekerja', en: 'Workers' },
} as const;

const own = `{ id version label value asOf period denominatorKind note updatedAt
  region { id displayName } indicator { id name unit } }`;
const form = ['label', 'value', 'asOf', 'period', 'denominatorKind', 'note'] as const;

export function observationScreen({ observation }: Pick<Services, 'observation'>): Screen {
  return {
    concept: 'observation',
    type: 'Observation',
    entity: Observation,
    group: 'data',
    icon: 'BarChart2',
    name: { id: 'Angka yang dilaporkan', en: 'Reported figures' },
    service: observation,
    read: observationVerbs.read,
    title: 'label',
    properties: {
      label: { isRequired: true, label: { id: 'Keterangan', en: 'Label' } },
      indicator: {
        isRequired: true,
        kind: 'reference',
        to: 'indicator',
        title: 'name',
        label: { id: 'Indikator', en: 'Indicator' },
      },
      unit: { kind: 'choice', values: units, path: 'indicator.unit', label: { id: 'Satuan', en: 'Unit' } },
      region: {
        isRequired: true,
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        label: { id: 'Wilayah', en: 'Region' },
      },
      value: {
        isRequired: true,
        kind: 'text',
        components: { list: 'FigureCell', show: 'FigureCell' },
        label: { id: 'Nilai', en: 'Value' },
      },
      asOf: { isRequired: true, kind: 'date', label: { id: 'Per tanggal', en: 'As of' } },
      period: { label: { id: 'Periode', en: 'Period' } },
      denominatorKind: { kind: 'choice', values: denominators, label: { id: 'Penyebut', en: 'Denominator' } },
      source: {
        isRequired: true,
        kind: 'reference',
        to: 'source',
        title: 'title',
        label: { id: 'Sumber', en: 'Source' },
      },
      note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['label', 'indicator', 'region', 'value', 'unit', 'asOf'],
      selection: own,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Keterangan', en: 'Label' } },
        region: {
          kind: 'reference',
          field: 'regionIds',
          isList: true,
          to: 'region',
          label: { id: 'Wilayah', en: 'Region' },
        },
        asOf: {
          kind: 'days',
          from: 'asOfFrom',
          until: 'asOfUntil',
          label: { id: 'Per tanggal', en: 'As of' },
        },
      },
      orders: { asOf: ObservationOrderField.AS_OF, value: ObservationOrderField.VALUE },
    },
    show: {
      properties: [
        'label',
        'indicator',
        'value',
        'unit',
        'region',
        'asOf',
        'period',
        'denominatorKind',
        'note',
        'updatedAt',
      ],
      selection: own,
    },
    pages: {
      figureChecks: {
        verb: figureCheckVerbs.read,
        label: { id: 'Hitung ulang berita', en: 'Reckon reports again' },
        icon: 'Divide',
        component: 'FigureChecks',
      },
    },
    create: { verb: observationVerbs.create, properties: ['indicator', 'region', ...form, 'source'] },
    revise: { verb: observationVerbs.revise, properties: form },
  };
}

/** What figures are about; listed so that a figure can name its indicator. */
export function indicatorScreen({ observation }: Pick<Services, 'observation'>): Screen {
  return {
    concept: 'indicator',
    type: 'Indicator',
    entity: Indicator,
    group: 'data',
    icon: 'Activity',
    name: { id: 'Indikator', en: 'Indicators' },
    service: { list: (caller, request, selection) => observation.listIndicators(caller, request, selection) },
    read: observationVerbs.read,
    title: 'name',
    properties: {
      name: { label: { id: 'Indikator', en: 'Indicator' } },
      nameEn: { label: { id: 'Nama Inggris', en: 'English name' } },
      code: { label: { id: 'Kode', en: 'Code' } },
      unit: { kind: 'choice', values: units, label: { id: 'Satuan', en: 'Unit' } },
      description: { label: { id: 'Penjelasan', en: 'Description' } },
    },
    list: {
      columns: ['name', 'code', 'unit', 'description'],
      selection: '{ id version name nameEn code unit description }',
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama atau kode', en: 'Name or code' } },
      },
      orders: {},
    },
  };
}
