import { createHash } from 'node:crypto';

/** PostgreSQL keeps every named statement planned on every connection: only texts that come again get a name. */
const mostNames = 200;
const mostSeen = 1000;

const names = new Map<string, string>();
const seenOnce = new Set<string>();

/**
 * Name under which a statement is prepared once per connection, which saves planning it (with row security, most of
 * the time of a short read). Undefined: seen for the first time, or there are enough already.
 */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  if (!seenOnce.has(text)) {
    if (seenOnce.size >= mostSeen) seenOnce.clear();
    seenOnce.add(text);
    return undefined;
  }
  seenOnce.delete(text);
  const name = `read_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
