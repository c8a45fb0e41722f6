import { ImportBatch, importVerbs } from '../schema/import/index.js';
import type { Services } from '../schema/index.js';
import { importStateColours, importStates } from './import-choices.js';
import type { Screen } from './screen.js';
import { oneOf, programFilter, regionFilter } from './screen-filters.js';

const listed = `{ id version fileName state rowCount committedCount monthlyRupiah createdByName createdAt
  counts { error } program { id name } }`;
const shown = '{ id version fileName state createdAt program { id name } }';

/** Ledger of rosters that were handed in; the page of one leads from its columns to what came of it. */
export function importScreen({ import: rosters }: Pick<Services, 'import'>): Screen {
  return {
    concept: 'import',
    type: 'ImportBatch',
    entity: ImportBatch,
    group: 'people',
    icon: 'Upload',
    name: { id: 'Impor daftar', en: 'Roster imports' },
    service: {
      find: (caller, id, selection) => rosters.find(caller, id, selection),
      list: (caller, request, selection) => rosters.list(caller, request, selection),
    },
    read: importVerbs.read,
    title: 'fileName',
    properties: {
      fileName: { label: { id: 'Berkas', en: 'File' } },
      program: { kind: 'reference', to: 'program', title: 'name', label: { id: 'Program', en: 'Program' } },
      state: {
        kind: 'choice',
        values: importStates,
        colours: importStateColours,
        label: { id: 'Keadaan', en: 'State' },
      },
      rowCount: { kind: 'number', label: { id: 'Baris', en: 'Rows' } },
      errorCount: { kind: 'number', path: 'counts.error', label: { id: 'Baris salah', en: 'Bad rows' } },
      committedCount: { kind: 'number', label: { id: 'Tersimpan', en: 'Saved' } },
      monthlyRupiah: { kind: 'rupiah', label: { id: 'Iuran sebulan', en: 'Cost of a month' } },
      createdByName: { kind: 'text', label: { id: 'Diunggah oleh', en: 'Handed in by' } },
      createdAt: { kind: 'instant', label: { id: 'Diunggah pada', en: 'Handed in at' } },
    },
    list: {
      columns: [
        ...['fileName', 'program', 'state', 'rowCount', 'errorCount', 'committedCount'],
        ...['monthlyRupiah', 'createdByName', 'createdAt'],
      ],
      selection: listed,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama berkas', en: 'File name' } },
        program: programFilter,
        region: regionFilter,
        state: oneOf('states', importStates, { id: 'Keadaan', en: 'State' }),
      },
      orders: { createdAt: 'CREATED_AT' },
    },
    show: {
      properties: ['fileName', 'program', 'state', 'createdAt'],
      selection: shown,
      component: 'ImportShow',
    },
    pages: {
      upload: {
        verb: importVerbs.upload,
        label: { id: 'Unggah daftar', en: 'Hand in a roster' },
        icon: 'Upload',
        component: 'ImportUpload',
      },
    },
    counts: [
      {
        label: { id: 'Daftar menunggu pemetaan kolom', en: 'Rosters that wait for their columns' },
        filters: { state: 'MAPPING' },
        isTask: true,
      },
      {
        label: { id: 'Daftar yang menunggu keputusan simpan', en: 'Rosters that wait for a decision' },
        filters: { state: 'READY' },
        isTask: true,
      },
    ],
    emptyHint: {
      id: 'Belum ada daftar. Tekan "Unggah daftar", pilih programnya, lalu letakkan berkas Excel atau CSV.',
      en: 'No rosters yet. Press "Hand in a roster", choose the program and drop an Excel or CSV file.',
    },
  };
}
