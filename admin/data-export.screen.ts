import { DataExport, dataExportVerbs } from '../schema/data-export/index.js';
import type { Services } from '../schema/index.js';
import type { Screen } from './screen.js';

const states = {
  STARTED: { id: 'Berjalan', en: 'Under way' },
  DONE: { id: 'Selesai', en: 'Done' },
  CANCELLED: { id: 'Dihentikan', en: 'Given up' },
  FAILED: { id: 'Gagal', en: 'Failed' },
} as const;
const formats = {
  CSV: { id: 'CSV', en: 'CSV' },
  XLSX: { id: 'Excel', en: 'Excel' },
  JSONL: { id: 'JSON', en: 'JSON' },
} as const;

const own =
  '{ id version createdAt staffName listName format state rowCount showsPersonal nikCount reason operation milliseconds }';

/** Which lists left as files, and GraphiQL, where they are made. */
export function dataExportScreen({ dataExport }: Pick<Services, 'dataExport'>): Screen {
  return {
    concept: 'dataExport',
    type: 'DataExport',
    entity: DataExport,
    group: 'data',
    icon: 'Download',
    name: { id: 'Unduhan', en: 'Exports' },
    service: {
      find: (caller, id, selection) => dataExport.find(caller, id, selection),
      list: (caller, request, selection) => dataExport.list(caller, request, selection),
    },
    read: dataExportVerbs.read,
    title: 'listName',
    properties: {
      createdAt: { kind: 'instant', label: { id: 'Waktu', en: 'Time' } },
      staffName: { label: { id: 'Oleh', en: 'By' } },
      listName: { label: { id: 'Daftar', en: 'List' } },
      format: { kind: 'choice', values: formats, label: { id: 'Berkas', en: 'File' } },
      state: { kind: 'choice', values: states, label: { id: 'Keadaan', en: 'State' } },
      rowCount: { kind: 'number', label: { id: 'Baris', en: 'Rows' } },
      showsPersonal: { kind: 'boolean', label: { id: 'Data pribadi tampil', en: 'Personal data shown' } },
      nikCount: { kind: 'number', label: { id: 'NIK lengkap', en: 'NIKs in full' } },
      reason: { label: { id: 'Alasan', en: 'Reason' } },
      operation: { kind: 'longText', label: { id: 'Operasi GraphQL', en: 'GraphQL operation' } },
      milliseconds: { kind: 'number', label: { id: 'Milidetik', en: 'Milliseconds' } },
    },
    list: {
      columns: ['createdAt', 'staffName', 'listName', 'format', 'state', 'rowCount', 'nikCount', 'reason'],
      selection: own,
      filters: {
        isOwn: { kind: 'boolean', field: 'isOwn', label: { id: 'Milik sendiri', en: 'Own' } },
        showsPersonal: {
          kind: 'boolean',
          field: 'showsPersonal',
          label: { id: 'Data pribadi tampil', en: 'Personal data shown' },
        },
        showsNik: {
          kind: 'boolean',
          field: 'showsNik',
          label: { id: 'Berisi NIK lengkap', en: 'With NIKs' },
        },
      },
      orders: { createdAt: 'CREATED_AT' },
    },
    show: {
      properties: [
        'createdAt',
        'staffName',
        'listName',
        'format',
        'state',
        'rowCount',
        'milliseconds',
        'showsPersonal',
        'nikCount',
        'reason',
        'operation',
      ],
      selection: own,
    },
    pages: {
      graphiql: {
        verb: dataExportVerbs.create,
        label: { id: 'GraphiQL', en: 'GraphiQL' },
        icon: 'Code',
        component: 'GraphiqlFrame',
      },
    },
    emptyHint: {
      id: 'Buka GraphiQL, pilih contoh daftar, lalu unduh.',
      en: 'Open GraphiQL, choose an example list, and download.',
    },
  };
}
