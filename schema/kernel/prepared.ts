import { createHash } from 'node:crypto';

/** PostgreSQL keeps every named statement planned on every connection: only texts that come again get a name. */
const mostNames = 300;
const mostSeen = 1000;

/** A column of a statement's answer as PostgreSQL describes it. */
export interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

/** A statement that PostgreSQL parses and plans once per connection; without a name (''), every time. */
export class Prepared {
  constructor(
    readonly name: string,
    readonly text: string,
    /** Null until PostgreSQL has described them. */
    public columns: readonly Column[] | null = null,
  ) {}
}

/** By text, the one used longest ago first. */
const named = new Map<string, Prepared>();
const seenOnce = new Set<string>();

/**
 * The statement of this text. From its second use on it has a name under which it is prepared once per connection,
 * which saves planning it: with row security, most of the time of a short read.
 */
export function preparedOf(text: string): Prepared {
  const known = named.get(text);
  if (known) {
    named.delete(text);
    named.set(text, known);
    return known;
  }
  if (isSeenFirst(text)) return new Prepared('', text);
  const name = `read_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  const prepared = new Prepared(name, text);
  named.set(text, prepared);
  for (const oldest of named.keys()) {
    if (named.size <= mostNames) break;
    named.delete(oldest);
  }
  return prepared;
}

/** Whether the statement is still among those that connections should keep. */
export function isKept({ text, name }: Prepared): boolean {
  return named.get(text)?.name === name;
}

function isSeenFirst(text: string): boolean {
  if (seenOnce.delete(text)) return false;
  if (seenOnce.size >= mostSeen) seenOnce.clear();
  seenOnce.add(text);
  return true;
}
