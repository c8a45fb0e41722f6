import type { Services } from '../schema/index.js';
import { Source, SourceOrderField, sourceVerbs } from '../schema/source/index.js';
import type { Screen } from './screen.js';

const own = '{ id version publisher title author publishedOn url accessedOn note updatedAt }';
const form = ['publisher', 'title', 'author', 'publishedOn', 'url', 'accessedOn', 'note'] as const;

export function sourceScreen({ source }: Pick<Services, 'source'>): Screen {
  return {
    concept: 'source',
    type: 'Source',
    entity: Source,
    group: 'data',
    icon: 'BookOpen',
    name: { id: 'Sumber', en: 'Sources' },
    service: source,
    read: sourceVerbs.read,
    title: 'heading',
    properties: {
      heading: { path: 'title', fallback: 'publisher', label: { id: 'Sumber', en: 'Source' } },
      title: { label: { id: 'Judul', en: 'Title' } },
      publisher: { isRequired: true, label: { id: 'Penerbit', en: 'Publisher' } },
      author: { label: { id: 'Penulis', en: 'Author' } },
      publishedOn: { kind: 'date', label: { id: 'Terbit', en: 'Published on' } },
      url: { label: { id: 'Alamat web', en: 'Web address' } },
      accessedOn: { kind: 'date', label: { id: 'Terakhir dibaca', en: 'Last read on' } },
      note: { kind: 'longText', label: { id: 'Catatan', en: 'Note' } },
      updatedAt: { kind: 'instant', label: { id: 'Terakhir diubah', en: 'Last changed' } },
    },
    list: {
      columns: ['heading', 'publisher', 'publishedOn', 'accessedOn'],
      selection: own,
      filters: {
        search: {
          kind: 'text',
          field: 'search',
          label: { id: 'Judul atau penerbit', en: 'Title or publisher' },
        },
        publishedOn: {
          kind: 'days',
          from: 'publishedFrom',
          until: 'publishedUntil',
          label: { id: 'Terbit', en: 'Published' },
        },
      },
      orders: { publishedOn: SourceOrderField.PUBLISHED_ON, publisher: SourceOrderField.PUBLISHER },
    },
    show: { properties: ['heading', ...form, 'updatedAt'], selection: own },
    create: { verb: sourceVerbs.create, properties: form },
    revise: { verb: sourceVerbs.revise, properties: form },
  };
}
