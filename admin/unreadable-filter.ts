import type { Locale } from '../schema/kernel/actor.js';
import { messageOf } from '../schema/kernel/texts.js';
import type { Screen } from './screen.js';

const unreadable = {
  id: 'Saringan "{label}" tidak terbaca, jadi tidak ada data yang ditampilkan. Atur ulang saringannya.',
  en: 'The filter "{label}" could not be read, so no records are shown. Reset the filters.',
} as const;

const reversed = {
  id: 'Saringan "{label}" dimulai sesudah akhirnya, jadi tidak ada data yang cocok. Tukar keduanya.',
  en: 'The filter "{label}" begins after its end, so no records match. Swap the two.',
} as const;

/** Why a list is empty although there may be records: one of its filters makes no sense. */
export function unreadableFilter(
  { list }: Screen,
  { filter, reason }: { readonly filter: string; readonly reason: string },
  locale: Locale,
): string {
  if (reason === 'SEARCH_TOO_SHORT') return messageOf(reason, { limit: 3 }, locale);
  const label = Object.hasOwn(list.filters, filter) ? list.filters[filter]?.label[locale] : undefined;
  const words = reason === 'RANGE_REVERSED' ? reversed : unreadable;
  return words[locale].replace('{label}', label ?? filter.slice(0, 40));
}
