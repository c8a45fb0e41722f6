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

/** A read that was asked for and is not sent yet. */
interface WaitingRead {
  readonly text: string;
  readonly send: (client: PoolClient) => Promise<unknown>;
  readonly answer: (result: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The reads of one request. All that are asked for at the same time share one read-only transaction on one
 * connection: BEGIN, their statements and COMMIT go out together, in one round trip. The connection is never held
 * while a client is slow.
 */
export class Reads {
  #waiting: WaitingRead[] = [];
  #isSending = false;

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
      const query = { name: preparedName(text), text, values };
      return (await client.query<{ answer: unknown }>(query)).rows;
    }, text);
    return shape(rows[0]?.answer ?? null);
  }

  async #queued<Result>(send: (client: PoolClient) => Promise<Result>, text: string): Promise<Result> {
    try {
      return await new Promise<Result>((resolve, reject) => {
        const answer = (result: unknown): void => resolve(result as Result);
        this.#waiting.push({ text, send, answer, fail: reject });
        if (!this.#isSending) void this.#sendAll();
      });
    } catch (error) {
      throw unreadable(translated(error));
    }
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    while (this.#waiting.length > 0) await this.#sendTogether();
    this.#isSending = false;
  }

  /** One transaction with everything that waits by the time a connection is free. Never throws. */
  async #sendTogether(): Promise<void> {
    const client = await this.pool.connect().catch((error: unknown) => {
      for (const { fail } of this.#waiting.splice(0)) fail(error);
    });
    if (!client) return;
    const together = this.#waiting.splice(0);
    try {
      await this.#transaction(client, together);
      client.release();
    } catch (error) {
      for (const { fail } of together) fail(error); // those that are answered already do not hear it
      client.release(error instanceof Error ? error : true);
    }
  }

  /** Sends without waiting in between; the connection answers in order. */
  async #transaction(client: PoolClient, together: readonly WaitingRead[]): Promise<void> {
    const opened = client.query(beginReadSql(this.request, this.clock));
    const settled = together.map((read) => {
      this.request.onStatement?.(read.text);
      return this.#settle(read, opened, read.send(client));
    });
    const closed = client.query('commit'); // after a failed statement PostgreSQL rolls back instead
    await Promise.all([opened, closed, ...settled]);
  }

  /** Without its identity a read is worth nothing; one that came behind a failed one is sent again. */
  async #settle(read: WaitingRead, opened: Promise<unknown>, sent: Promise<unknown>): Promise<void> {
    try {
      const [, result] = await Promise.all([opened, sent]);
      read.answer(result);
    } catch (error) {
      if (isBehindFailure(error)) this.#waiting.push(read);
      else read.fail(error);
    }
  }
}

const inFailedTransaction = '25P02';

function isBehindFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === inFailedTransaction;
}

/** A value that a reader sent (a cursor's key) and PostgreSQL could not read: SQLSTATE class 22. */
function unreadable(error: unknown): unknown {
  const isDataException = error instanceof Error && 'code' in error && String(error.code).startsWith('22');
  return isDataException ? new Refusal('BAD_USER_INPUT', 'CURSOR_INVALID') : error;
}
