import type { PoolClient } from 'pg';
import pg from 'pg';
import type { Clock } from './clock.js';
import { translatedRead } from './database-error.js';
import { type FlatRead, FlatSelection } from './flat-read.js';
import { FollowedRecord, recordRead } from './followed-record.js';
import type { PageRequest } from './page-request.js';
import { type Column, Prepared, preparedOf, type Reader } from './prepared.js';
import type { Concept, ListRead } from './readable.js';
import { type Bound, isRefused, type RoundTripAnswer, roundTrip, type TextRow } from './round-trip.js';
import { type CompiledRead, compileMany, compilePage } from './select.js';
import type { Selection } from './selection.js';
import { confirmIdentity, IdentityChanged, type Request, readerOf, readingIdentityOf } from './session.js';
import type { SharedTrips } from './shared-trips.js';

/** One page of a list as graphql-js and the panel walk through it. */
export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Null when it was not asked for. */
  readonly totalCount: number | null;
  /** Whether it is an estimate, as of long lists. */
  readonly isTotalEstimated: boolean;
}

/** A read that was asked for and is not sent yet. */
interface WaitingRead extends Bound {
  readonly answer: (rows: readonly TextRow[]) => void;
  readonly fail: (error: unknown) => void;
}

const begin: Bound = {
  statement: new Prepared('reading_begin', 'begin isolation level repeatable read read only', []),
  values: [],
};
const commit: Bound = { statement: new Prepared('reading_commit', 'commit', []), values: [] };

/**
 * The reads of one request. All that are asked for at the same time share one read-only transaction on one
 * connection and one round trip: identity and statements go out together. The connection is never held while a client
 * is slow.
 */
export class Reads {
  #waiting: WaitingRead[] = [];
  #isSending = false;
  readonly #reader: Reader;
  /** What the next decision of the request brings along. */
  readonly followed: FollowedRecord;

  constructor(
    private readonly trips: SharedTrips,
    private readonly clock: Clock,
    private readonly request: Request,
  ) {
    this.#reader = readerOf(request.actor);
    this.followed = new FollowedRecord(request, clock);
  }

  /** One record with everything selected below it, or null when it is absent or not visible. One statement. */
  async one(concept: Concept, id: string | null, selection: Selection): Promise<object | null> {
    if (id === null) return null;
    const read = recordRead(concept, id, selection);
    const found = this.followed.take(read);
    return found ? read.answer(found) : this.#written(read);
  }

  /** Records in the order of `ids`, null where absent or not visible. One statement. */
  async many(concept: Concept, ids: readonly string[], selection: Selection): Promise<(object | null)[]> {
    const flat = selection instanceof FlatSelection ? selection.many(concept, ids) : null;
    if (flat) return this.#written(flat);
    return (await this.#run(compileMany(concept, ids, selection))) as (object | null)[];
  }

  /** One page of a list. One statement, counting included when `totalCount` is selected. */
  async page(list: ListRead, request: PageRequest, selection: Selection): Promise<Page> {
    const flat = selection instanceof FlatSelection ? selection.page(list, request) : null;
    if (flat) return (await this.#written(flat)) as unknown as Page; // only the door that asked for it looks at it
    return (await this.#run(compilePage(list, request, selection))) as Page;
  }

  /** Rows of a statement written by hand; for answers that are no record and no list. */
  async rows<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const statement = preparedOf(text, this.#reader);
    const rows = await this.#queued({ statement, values });
    return parsedRows(statement.columns ?? [], rows) as Row[];
  }

  async #written<Answer>({ text, values, answer }: FlatRead<Answer>): Promise<Answer> {
    return answer(await this.#queued({ statement: preparedOf(text, this.#reader), values }));
  }

  async #run({ text, values, shape }: CompiledRead): Promise<unknown> {
    const [row] = await this.#queued({ statement: preparedOf(text, this.#reader), values });
    const answer = row?.[0] ?? null;
    return shape(answer === null ? null : JSON.parse(answer));
  }

  async #queued(bound: Bound): Promise<readonly TextRow[]> {
    try {
      return await new Promise<readonly TextRow[]>((resolve, reject) => {
        this.#waiting.push({ ...bound, answer: resolve, fail: reject });
        if (!this.#isSending) void this.#sendAll();
      });
    } catch (error) {
      throw translatedRead(error);
    }
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    await turnEnd();
    while (this.#waiting.length > 0) {
      const [first, ...others] = this.#waiting;
      if (first?.statement.isQuick && others.length === 0 && !this.request.roundTrips)
        await this.#share(first);
      else await this.#sendTogether();
    }
    this.#isSending = false;
  }

  /** With quick reads of other requests of the same person. Never throws. */
  async #share(read: WaitingRead): Promise<void> {
    try {
      const arrival = await this.trips.board(readingIdentityOf(this.request, this.clock), read);
      if (!arrival) return await this.#sendTogether();
      this.request.onStatement?.(read.statement.text);
      confirmIdentity(this.request, arrival.identity);
      read.answer(arrival.rows);
    } catch (error) {
      read.fail(error);
    }
    this.#waiting.splice(this.#waiting.indexOf(read), 1);
  }

  /** One transaction with everything that waits by the time a connection is free. Never throws. */
  async #sendTogether(): Promise<void> {
    const client = await this.trips.pool.connect().catch((error: unknown) => {
      for (const { fail } of this.#waiting.splice(0)) fail(error);
    });
    if (!client) return;
    const together = this.#waiting.splice(0);
    try {
      await this.#transaction(client, together);
      client.release();
    } catch (error) {
      for (const { fail } of together) fail(error); // those that are answered already do not hear it
      client.release(isConnectionSound(error) ? undefined : true);
    }
  }

  /** One statement has a snapshot of its own; several need a transaction that says so to share one. */
  async #transaction(client: PoolClient, together: readonly WaitingRead[]): Promise<void> {
    for (const { statement } of together) this.request.onStatement?.(statement.text);
    const identity = readingIdentityOf(this.request, this.clock);
    const before = together.length === 1 ? [identity] : [begin, identity];
    const after = together.length === 1 ? [] : [commit];
    const started = performance.now();
    const answer = await roundTrip(client, [...before, ...together, ...after]);
    const milliseconds = performance.now() - started;
    if (together.length === 1 && !answer.error) together[0]?.statement.took(milliseconds);
    this.request.roundTrips?.push({
      milliseconds,
      statements: together.map(({ statement: { text }, values }, index) => {
        const rows = answer.rows[before.length + index]?.length ?? 0;
        return { text, values, rows };
      }),
    });
    if (answer.error && !isConnectionSound(answer.error)) throw answer.error;
    if (answer.error && together.length > 1) await client.query('rollback');
    this.#settle(answer, before.length, together);
  }

  /** Without its identity a read is worth nothing; one that came behind a failed one is sent again. */
  #settle({ rows, error }: RoundTripAnswer, before: number, together: readonly WaitingRead[]): void {
    const [identityRow] = rows[before - 1] ?? [];
    if (!identityRow) throw error;
    confirmIdentity(this.request, identityRow);
    together.forEach((read, index) => {
      const place = before + index;
      const found = rows[place];
      if (found) read.answer(found);
      else if (place === rows.length) read.fail(error);
      else this.#waiting.push(read);
    });
  }
}

function isConnectionSound(error: unknown): boolean {
  return error instanceof IdentityChanged || isRefused(error);
}

/** Everything that is asked for in the same turn has come then. */
function turnEnd(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

/** Rows as node-postgres would have read them. */
export function parsedRows(columns: readonly Column[], rows: readonly TextRow[]): object[] {
  const parsers = columns.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text'));
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name }, index) => {
        const text = row[index] ?? null;
        return [name, text === null ? null : parsers[index]?.(text)];
      }),
    ),
  );
}
