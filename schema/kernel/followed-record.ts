import { isDeepStrictEqual } from 'node:util';
import type { Clock } from './clock.js';
import { type FlatRead, FlatSelection } from './flat-read.js';
import { preparedOf } from './prepared.js';
import type { Concept } from './readable.js';
import type { Bound, TextRow } from './round-trip.js';
import { compileOne } from './select.js';
import type { Selection } from './selection.js';
import { type Request, readerOf, readingIdentityOf } from './session.js';

/** A read of one record, and what is made of its rows. */
export type RecordRead = FlatRead<object | null>;

/** How a record is read: written from rows where the selection allows that, else as one JSON value. */
export function recordRead(concept: Concept, id: string, selection: Selection): RecordRead {
  const flat = selection instanceof FlatSelection ? selection.one(concept, id) : null;
  if (flat) return flat;
  const { text, values, shape } = compileOne(concept, id, selection);
  const answer = ([row]: readonly TextRow[]) => shape(JSON.parse(row?.[0] ?? 'null')) as object | null;
  return { text, values, answer };
}

/**
 * The record that the answer to a decision shows. It is read behind the commit in the same round trip, with the identity of
 * a read; whoever reads it then, in the same words, has its rows already.
 */
export class FollowedRecord {
  #wanted: { readonly concept: Concept; readonly selection: Selection } | null = null;
  #sent: RecordRead | null = null;
  #sentAt = 0;
  #found: readonly TextRow[] | null = null;

  constructor(
    private readonly request: Request,
    private readonly clock: Clock,
  ) {}

  follow(concept: Concept, selection: Selection): void {
    this.#wanted = { concept, selection };
  }

  /** What goes out behind the commit of a decision about this record: nothing where its answer shows none. */
  behindCommit(id: string): readonly Bound[] {
    this.#found = null; // what an earlier decision left is not the record any more
    this.#sent = this.#read(id);
    if (!this.#sent) return [];
    const { text, values } = this.#sent;
    this.request.onStatement?.(text);
    this.#sentAt = performance.now();
    const statement = preparedOf(text, readerOf(this.request.actor));
    return [readingIdentityOf(this.request, this.clock), { statement, values }];
  }

  /** Null: nothing can be read. What is wrong with the selection is said when it is read as ever: the decision stands. */
  #read(id: string): RecordRead | null {
    try {
      return this.#wanted && recordRead(this.#wanted.concept, id, this.#wanted.selection);
    } catch {
      return null;
    }
  }

  /** Rows of what went out; without them the record is read as ever. */
  keep([, rows]: readonly (readonly TextRow[])[]): void {
    if (!this.#sent || !rows) return;
    const { text, values } = this.#sent;
    this.#found = rows;
    const milliseconds = performance.now() - this.#sentAt;
    this.request.roundTrips?.push({ milliseconds, statements: [{ text, values, rows: rows.length }] });
  }

  /** The rows of this very read, once. */
  take({ text, values }: RecordRead): readonly TextRow[] | null {
    const isSame = this.#sent?.text === text && isDeepStrictEqual(this.#sent.values, values);
    if (!isSame) return null;
    const found = this.#found;
    this.#found = null;
    return found;
  }
}
