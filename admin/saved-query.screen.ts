import type { Services } from '../schema/index.js';
import { SavedQuery, sqlQueryVerbs } from '../schema/sql-query/index.js';
import type { Screen } from './screen.js';

const own = '{ id version name description sqlText isShared isOwn ownerName updatedAt }';

/** Saved queries as a list; they are written in the console, which is a page of theirs. */
export function savedQueryScreen({ savedQuery }: Pick<Services, 'savedQuery'>): Screen {
  return {
    concept: 'savedQuery',
    type: 'SavedQuery',
    entity: SavedQuery,
    group: 'data',
    icon: 'Terminal',
    name: { id: 'SQL', en: 'SQL' },
    service: {
      find: (caller, id, selection) => savedQuery.find(caller, id, selection),
      list: (caller, request, selection) => savedQuery.list(caller, request, selection),
    },
    read: sqlQueryVerbs.read,
    title: 'name',
    properties: {
      name: { label: { id: 'Nama', en: 'Name' } },
      description: { label: { id: 'Menjawab apa', en: 'What it answers' } },
      sqlText: { label: { id: 'SQL', en: 'SQL' }, components: { show: 'SqlText' } },
      isShared: { kind: 'boolean', label: { id: 'Dibagikan', en: 'Shared' } },
      ownerName: { label: { id: 'Pemilik', en: 'Owner' } },
      updatedAt: { kind: 'instant', label: { id: 'Diubah', en: 'Changed' } },
    },
    list: {
      columns: ['name', 'description', 'ownerName', 'isShared', 'updatedAt'],
      selection: own,
      filters: {
        search: { kind: 'text', field: 'search', label: { id: 'Nama atau isi', en: 'Name or purpose' } },
        isOwn: { kind: 'boolean', field: 'isOwn', label: { id: 'Milik sendiri', en: 'Own' } },
        isShared: { kind: 'boolean', field: 'isShared', label: { id: 'Dibagikan', en: 'Shared' } },
      },
      orders: { name: 'NAME', updatedAt: 'UPDATED_AT' },
    },
    show: {
      properties: ['name', 'description', 'sqlText', 'ownerName', 'isShared', 'updatedAt'],
      selection: own,
    },
    pages: {
      console: {
        verb: sqlQueryVerbs.run,
        label: { id: 'Konsol SQL', en: 'SQL console' },
        icon: 'Terminal',
        component: 'SqlConsole',
      },
    },
    emptyHint: {
      id: 'Tulis dan simpan kueri di Konsol SQL.',
      en: 'Write and save queries in the SQL console.',
    },
  };
}
