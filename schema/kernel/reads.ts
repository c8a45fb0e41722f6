import type { Pool, PoolClient } from 'pg';
import type { Clock } from './clock.js';
import { translated } from './database-error.js';
import { preparedName } from './prepared.js';
import { Refusal } from './problem.js';
import type { Concept, ListRead } from './readable.js';
import { type CompiledRead, compileMany, compileOne, compilePage, type PageRequest } from './select.js';
import type { Selection } from './selection.js';
import { beginReadSql, type Request } from './session.js';

/** One page of a list as graphql-js and the panel walk through it. */
export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Null when it was not asked for. */
  readonly totalCount: number | null;
}

/**
 * The reads of one request. All that are asked for at the same time share one read-only transaction on one
 * connection, which ends as soon as nothing is waiting: it is never held while a client is slow.
 */
export class Reads {
  #client: Promise<PoolClient> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly request: Request,
  ) {}

  /** One record with everything selected below it, or null when it is absent or not visible. One statement. */
  async one(concept: Concept, id: string | null, selection: Selection): Promise<object | null> {
    if (id === null) return null;
    return (await this.#run(compileOne(concept, id, selection))) as object | null;
  }

  /** Records in the order of `ids`, null where absent or not visible. One statement. */
  async many(concept: Concept, ids: readonly string[], selection: Selection): Promise<(object | null)[]> {
    return (await this.#run(compileMany(concept, ids, selection))) as (object | null)[];
  }

  /** One page of a list. One statement, counting included when `totalCount` is selected. */
  async page(list: ListRead, request: PageRequest, selection: Selection): Promise<Page> {
    return (await this.#run(compilePage(list, request, selection))) as Page;
  }

  /** Rows of a statement written by hand; for answers that are no record and no list. */
  async rows<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.#queued(async (client) => (await client.query(text, [...values])).rows as Row[], text);
  }

  async #run({ text, values, shape }: CompiledRead): Promise<unknown> {
    const rows = await this.#queued(async (client) => {
      const name = preparedName(text);
      return (await client.query<{ answer: unknown }>({ text, values, ...(name && { name }) })).rows;
    }, text);
    return shape(rows[0]?.answer ?? null);
  }

  #queued<Result>(work: (client: PoolClient) => Promise<Result>, text: string): Promise<Result> {
    this.#waiting += 1;
    const result = this.#last.then(async () => {
      // asked for only now: a failed read before this one has given its connection back
      this.#client ??= this.#open();
      const client = await this.#client;
      this.request.onStatement?.(text);
      return work(client);
    });
    this.#last = result.then(
      () => this.#done(null),
      (error) => this.#done(error),
    );
    return result.catch((error: unknown) => {
      throw unreadable(translated(error));
    });
  }

  async #open(): Promise<PoolClient> {
    const client = await this.pool.connect();
    try {
      await client.query(beginReadSql(this.request, this.clock));
      return client;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }

  async #done(error: unknown): Promise<void> {
    this.#waiting -= 1;
    if (this.#waiting > 0 && error === null) return;
    const client = await this.#client?.catch(() => null); // the read itself has reported that it could not be opened
    // without a connection, what still waits fails with the same error instead of waiting for the pool once more
    if (!client && this.#waiting > 0) return;
    this.#client = null;
    if (!client) return;
    try {
      await client.query(error === null ? 'commit' : 'rollback');
      client.release();
    } catch (failure) {
      client.release(failure instanceof Error ? failure : true);
    }
  }
}

/** A value that a reader sent (a cursor's key) and PostgreSQL could not read: SQLSTATE class 22. */
function unreadable(error: unknown): unknown {
  const isDataException = error instanceof Error && 'code' in error && String(error.code).startsWith('22');
  return isDataException ? new Refusal('BAD_USER_INPUT', 'CURSOR_INVALID') : error;
}
