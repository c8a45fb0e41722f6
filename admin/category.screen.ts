import { Category, CategoryOrderField, categoryVerbs } from '../schema/category/index.js';
import type { Services } from '../schema/index.js';
import type { Screen } from './screen.js';

const families = {
  GOVERNMENT_ECOSYSTEM: { id: 'Ekosistem pemerintahan', en: 'Government ecosystem' },
  VULNERABLE: { id: 'Pekerja rentan', en: 'Vulnerable workers' },
} as const;

const own =
  '{ id version code name nameEn family isTransport isPostHolder isActive aliases updatedAt parent { id name } }';
const form = ['name', 'nameEn', 'family', 'parent', 'isTransport', 'isPostHolder', 'aliases'] as const;

export function categoryScreen({ category }: Pick<Services, 'category'>): Screen {
  return {
    concept: 'category',
    type: 'Category',
    entity: Category,
    group: 'data',
    icon: 'Tag',
    name: { id: 'Kategori pekerja', en: 'Worker categories' },
    service: category,
    read: categoryVerbs.read,
    title: 'name',
    properties: {
      name: { isRequired: true, label: { id: 'Nama', en: 'Name' } },
      nameEn: { isRequired: true, label: { id: 'Nama Inggris', en: 'English name' } },
      code: { isRequired: true, label: { id: 'Kode', en: 'Code' } },
      family: { isRequired: true, kind: 'choice', values: families, label: { id: 'Rumpun', en: 'Family' } },
      parent: {
        kind: 'reference',
        to: 'category',
        title: 'name',
        label: { id: 'Kategori induk', en: 'Category above' },
      },
      isTransport: { kind: 'boolean', label: { id: 'Transportasi', en: 'Transport' } },
      isPostHolder: { kind: 'boolean', label: { id: 'Pemegang jabatan', en: 'Post holder' } },
      isActive: { kind: 'boolean', label: { id: 'Masih dipakai', en: 'Still in use' } },
      aliases: { kind: 'texts', label: { id: 'Sebutan lain', en: 'Other names' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['name', 'code', 'family', 'parent', 'isActive'],
      selection: own,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama atau kode', en: 'Name or code' } },
        family: {
          kind: 'choice',
          field: 'families',
          isList: true,
          values: families,
          label: { id: 'Rumpun', en: 'Family' },
        },
        isTransport: {
          kind: 'boolean',
          field: 'isTransport',
          label: { id: 'Transportasi', en: 'Transport' },
        },
        isActive: { kind: 'boolean', field: 'isActive', label: { id: 'Masih dipakai', en: 'Still in use' } },
      },
      orders: { name: CategoryOrderField.NAME, code: CategoryOrderField.CODE },
    },
    show: { properties: ['name', 'code', ...form.slice(1), 'isActive', 'updatedAt'], selection: own },
    create: { verb: categoryVerbs.create, properties: ['code', ...form] },
    revise: { verb: categoryVerbs.revise, properties: [...form, 'isActive'] },
  };
}
