import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Clock } from '../../schema/kernel/clock.js';
import { translatedRead } from '../../schema/kernel/database-error.js';
import type { Extract } from '../../schema/kernel/extract.js';
import { Refusal } from '../../schema/kernel/problem.js';
import { type Request, readingIdentitySql } from '../../schema/kernel/session.js';
import { Admission } from '../admission.js';
import { copiedRows, type RawRow } from './copied-rows.js';

interface Options {
  readonly url: string;
  /** Connections of the work, by which the statement of a reader who has gone is ended. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
}

/** Files at once of this process: each holds a connection and a snapshot for as long as its reader takes. */
const atOnce = { atOnce: 4, longestQueue: 20, deadlineMs: 5000 };
const snapshot = 'begin isolation level repeatable read read only';
/** Sorting a long list may take a while, and a reader may be slow, not gone. */
const patienceMs = 60_000;

/** Reads whole lists by COPY, on connections apart: a slow reader of a file holds up nobody. */
export class RowSource {
  readonly #options: Options;
  readonly #admission = new Admission(atOnce);
  readonly #closing = new AbortController();

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Chunks of rows of one snapshot; the statement ends when `signal` does, or when nobody asks for more.
   * @throws Refusal OVERLOADED, CURSOR_INVALID, SERVICE_UNAVAILABLE.
   */
  async *rows(
    request: Request,
    { text }: Pick<Extract, 'text'>,
    signal: AbortSignal,
  ): AsyncGenerator<readonly RawRow[]> {
    const leave = await this.#admission.enter();
    const client = this.#client();
    const waiting = new AbortController();
    const stop = AbortSignal.any([signal, this.#closing.signal, waiting.signal]);
    let ending: Promise<void> | null = null;
    // once: the number of a process that has ended may be another's
    const end = (): Promise<void> => {
      ending ??= this.#end(client);
      return ending;
    };
    stop.addEventListener('abort', end, { once: true });
    // one statement gives all rows: neither the database nor the reader may keep the other waiting for long
    const patience = setTimeout(() => waiting.abort(), patienceMs);
    try {
      await client.connect();
      stop.throwIfAborted();
      await client.query(
        `${snapshot}; set local statement_timeout = 0; ${readingIdentitySql(request, this.#options.clock)}`,
      );
      request.onStatement?.(text);
      const copy = client.query(copyTo(`copy (${text}) to stdout`));
      copy.on('error', () => undefined); // whoever reads it hears of it too
      for await (const rows of copiedRows(copy)) {
        patience.refresh();
        yield rows;
        patience.refresh();
      }
    } catch (error) {
      throw waiting.signal.aborted
        ? new Refusal('SERVICE_UNAVAILABLE', 'STATEMENT_TOO_SLOW')
        : translatedRead(error);
    } finally {
      clearTimeout(patience);
      stop.removeEventListener('abort', end);
      leave();
      await end();
      await client.end().catch(() => undefined); // whoever left before it was connected ended nothing
    }
  }

  /** Ends what is under way. */
  close(): void {
    this.#closing.abort();
  }

  #client(): pg.Client {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: 'payung export',
      connectionTimeoutMillis: 3000,
      keepAlive: true,
      options: '-c TimeZone=UTC -c DateStyle=ISO',
    });
    client.on('error', () => undefined); // the statement under way hears of it too
    return client;
  }

  /**
   * A sort goes on for a while after its reader has gone, unless it is told; what is being sent is not read any more.
   * Where either fails, the session is over already.
   */
  async #end(client: pg.Client): Promise<void> {
    const pid = 'processID' in client ? client.processID : null;
    if (typeof pid === 'number')
      await this.#options.pool.query('select pg_cancel_backend($1)', [pid]).catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}
