import { BranchLayout, branchLayoutVerbs } from '../schema/branch-list/index.js';
import type { Services } from '../schema/index.js';
import { branchFields, branchFormats } from './branch-choices.js';
import type { Change, Screen } from './screen.js';
import { regionFilter } from './screen-filters.js';

type Layouts = Services['branchLayout'];

const own =
  '{ id version name createdAt updatedAt region { id displayName } columns { header field format } }';

/** Columns that branches of a province want. */
export function branchLayoutScreen({ branchLayout }: Pick<Services, 'branchLayout'>): Screen {
  return {
    concept: 'branchLayout',
    type: 'BranchLayout',
    entity: BranchLayout,
    group: 'people',
    icon: 'Columns',
    name: { id: 'Kolom daftar cabang', en: 'Columns for branches' },
    service: {
      find: (caller, id, selection) => branchLayout.find(caller, id, selection),
      list: (caller, request, selection) => branchLayout.list(caller, request, selection),
      create: (caller, input: Parameters<Layouts['create']>[1], key) =>
        branchLayout.create(caller, input, key),
      revise: (caller, change: Change<Parameters<Layouts['revise']>[1]['input']>) =>
        branchLayout.revise(caller, change),
    },
    read: branchLayoutVerbs.read,
    title: 'name',
    properties: {
      name: { isRequired: true, label: { id: 'Nama', en: 'Name' } },
      region: {
        kind: 'reference',
        to: 'region',
        title: 'displayName',
        isRequired: true,
        label: { id: 'Provinsi', en: 'Province' },
      },
      columns: {
        kind: 'items',
        label: { id: 'Kolom dari kiri ke kanan', en: 'Columns from left to right' },
        items: {
          header: { isRequired: true, label: { id: 'Judul kolom', en: 'Header' } },
          field: {
            kind: 'choice',
            values: branchFields,
            isRequired: true,
            label: { id: 'Isi', en: 'What it says' },
          },
          format: {
            kind: 'choice',
            values: branchFormats,
            label: { id: 'Bentuk (kosong: yang biasa)', en: 'Format (empty: the usual)' },
          },
        },
      },
      createdAt: { kind: 'instant', label: { id: 'Dibuat pada', en: 'Made at' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['name', 'region', 'createdAt', 'updatedAt'],
      selection: own,
      filters: { region: regionFilter },
      orders: { createdAt: 'CREATED_AT' },
    },
    show: { properties: ['name', 'region', 'columns', 'updatedAt'], selection: own },
    create: {
      verb: branchLayoutVerbs.create,
      properties: ['region', 'name', 'columns'],
      // whoever leaves the table empty gets the shipped columns
      toInput: ({ columns, ...input }) =>
        Array.isArray(columns) && columns.length > 0 ? { ...input, columns } : input,
    },
    revise: { verb: branchLayoutVerbs.revise, properties: ['name', 'columns'] },
    emptyHint: {
      id: 'Belum ada kolom sendiri. Daftar ke cabang memakai kolom bawaan; buat di sini bila cabang meminta kolom lain.',
      en: 'No columns of your own yet. Lists use the shipped ones; make others here when a branch asks for them.',
    },
  };
}
