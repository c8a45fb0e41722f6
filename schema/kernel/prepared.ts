import { createHash } from 'node:crypto';
import { SeenOnce } from './seen-once.js';

/**
 * PostgreSQL keeps every named statement planned on every connection, in some 150 bytes for each character of its text:
 * only texts that come again get a name, and there is an end to their number and to their length together.
 */
const mostNames = 300;
const mostText = 500_000;
const mostSeen = 1000;

/** A column of a statement's answer as PostgreSQL describes it. */
export interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

/** As whom the program's login reads: PostgreSQL plans a statement for one role, and would plan anew for the other. */
export type Reader = 'regional' | 'nationwide';

/** What took less by itself when nothing kept it up may go with reads of other requests. */
const quickMs = 2;

/** A statement that PostgreSQL parses and plans once per connection; without a name (''), every time. */
export class Prepared {
  #leastMs = Number.POSITIVE_INFINITY;

  constructor(
    readonly name: string,
    readonly text: string,
    /** Null until PostgreSQL has described them. */
    public columns: readonly Column[] | null = null,
  ) {}

  /** Whether it takes a moment only. */
  get isQuick(): boolean {
    return this.#leastMs < quickMs;
  }

  /** Tells how long it took alone; a name makes it known again. */
  took(milliseconds: number): void {
    if (this.name !== '') this.#leastMs = Math.min(this.#leastMs, milliseconds);
  }

  /** It was slow, or failed: it has to go alone until it was quick again. */
  disappointed(): void {
    this.#leastMs = Number.POSITIVE_INFINITY;
  }
}

/** By key, the one used longest ago first; and the length of their texts together. */
const named = new Map<string, Prepared>();
let namedText = 0;
const letGo = new WeakSet<Prepared>();
let lettingsGo = 0;
const seen = new SeenOnce(mostSeen);

const keyOf = (text: string, reader: Reader): string => (reader === 'regional' ? text : `${reader} ${text}`);

/**
 * The statement of this text. From its second use on it has a name under which it is prepared once per connection,
 * which saves planning it: with row security, most of the time of a short read.
 */
export function preparedOf(text: string, reader: Reader = 'regional'): Prepared {
  const key = keyOf(text, reader);
  const known = named.get(key);
  if (known) {
    named.delete(key);
    named.set(key, known);
    return known;
  }
  const name = `read_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
  if (seen.isFirst(name)) return new Prepared('', text);
  const prepared = new Prepared(name, text);
  named.set(key, prepared);
  namedText += text.length;
  letGoOldest();
  return prepared;
}

function letGoOldest(): void {
  for (const [oldest, statement] of named) {
    if (named.size <= mostNames && namedText <= mostText) return;
    named.delete(oldest);
    namedText -= statement.text.length;
    letGo.add(statement);
    lettingsGo += 1;
  }
}

/** PostgreSQL takes a list that it does not know for one of ten. */
const shortList = 20;

/** A plan made for any list is made for a short one: statements over long lists are planned for the list that they get. */
export function hasLongList(values: readonly unknown[]): boolean {
  return values.some((value) => Array.isArray(value) && value.length > shortList);
}

/** The statement as these values want it. */
export function preparedFor(text: string, values: readonly unknown[]): Prepared {
  return hasLongList(values) ? new Prepared('', text) : preparedOf(text);
}

/** Whether connections should keep the statement: what was made by hand stays, what got a name until others need it. */
export function isKept(statement: Prepared): boolean {
  return !letGo.has(statement);
}

/** How many statements lost their name so far: a connection that knows this number knows nothing that is not kept. */
export function timesLetGo(): number {
  return lettingsGo;
}
