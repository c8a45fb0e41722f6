import type { Text } from '../schema/kernel/texts.js';
import type { ScreenFilter } from './screen.js';

/** Filters that many lists have, under the names that the services give them. */
const among = (to: string, field: string, label: Text): ScreenFilter => ({
  kind: 'reference',
  field,
  isList: true,
  to,
  label,
});

export const regionFilter = among('region', 'regionIds', { id: 'Daerah', en: 'Region' });
export const programFilter = among('program', 'programIds', { id: 'Program', en: 'Program' });
export const categoryFilter = among('category', 'categoryIds', {
  id: 'Kategori pekerja',
  en: 'Category of workers',
});

/** One of several values, as a list of one. */
export const oneOf = (field: string, values: Readonly<Record<string, Text>>, label: Text): ScreenFilter => ({
  kind: 'choice',
  field,
  isList: true,
  values,
  label,
});

/** One of several values, or one that stands for some of them together. */
export const oneOrTogether = (
  field: string,
  values: Readonly<Record<string, Text>>,
  groups: Readonly<Record<string, Text & { readonly of: readonly string[] }>>,
  label: Text,
): ScreenFilter => ({
  kind: 'choice',
  field,
  values: { ...groups, ...values },
  label,
  read: (value) => groups[value]?.of ?? [value],
});
