import type { ListRead } from './readable.js';
import type { Statement } from './statement.js';

/**
 * Condition by which a list finds `word`, the same and with the same index as its own filter `search`; without the least
 * length, which whoever asks for several words at once judges by the longest of them.
 * @throws Error when the list has no such filter.
 */
export function searchCondition(list: ListRead, word: string, alias: string, statement: Statement): string {
  const condition = list.filters.search?.(alias, word as never, statement, {});
  if (!condition) throw new Error(`list of ${list.of().name} cannot be searched`);
  return condition;
}
