import pg from 'pg';
import type { Clock } from '../../schema/kernel/clock.js';
import { translated } from '../../schema/kernel/database-error.js';
import type { Extract } from '../../schema/kernel/extract.js';
import { Prepared } from '../../schema/kernel/prepared.js';
import { Refusal } from '../../schema/kernel/problem.js';
import { roundTrip } from '../../schema/kernel/round-trip.js';
import { identitySql, type Request } from '../../schema/kernel/session.js';
import { Admission } from '../admission.js';

/** A row as PostgreSQL writes it; null is null. */
export type RawRow = readonly (string | null)[];

interface Options {
  readonly url: string;
  /** Connections of the work, by which the statement of a reader who has gone is ended. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
}

/** Files at once of this process: each holds a connection and a snapshot for as long as its reader takes. */
const atOnce = { atOnce: 4, longestQueue: 20, deadlineMs: 5000 };
const snapshot = 'begin isolation level repeatable read read only';
/** Rows of one step: as many as come within a moment. */
const [fewest, most, slowMs] = [50, 250, 1000];
/**
 * A reader may be slow, not gone; the first rows of a sorted list may take a while. All rows are wanted, almost: at a
 * fraction of exactly 1 PostgreSQL would work out the dearest columns of all rows before it sorts them.
 */
const patience =
  "set local statement_timeout = '60s'; set local idle_in_transaction_session_timeout = '60s'; set local cursor_tuple_fraction = 0.99";

/** Reads whole lists with a cursor, on connections apart: a slow reader of a file holds up nobody. */
export class RowSource {
  readonly #options: Options;
  readonly #admission = new Admission(atOnce);
  readonly #closing = new AbortController();

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Chunks of rows of one snapshot; the statement ends when `signal` does, or when nobody asks for more.
   * @throws Refusal OVERLOADED, CURSOR_INVALID.
   */
  async *rows(
    request: Request,
    { text, values }: Pick<Extract, 'text' | 'values'>,
    signal: AbortSignal,
  ): AsyncGenerator<readonly RawRow[]> {
    const leave = await this.#admission.enter();
    const client = this.#client();
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    const cancel = (): void => void this.#cancel(client);
    stop.addEventListener('abort', cancel, { once: true });
    try {
      await client.connect();
      await client.query(`${snapshot}; ${patience}; ${identitySql(request, this.#options.clock)}`);
      request.onStatement?.(text);
      await client.query({ text: `declare records no scroll cursor for ${text}`, values: [...values] });
      yield* chunksOf(client);
    } catch (error) {
      throw unreadable(translated(error));
    } finally {
      stop.removeEventListener('abort', cancel);
      cancel();
      leave();
      await client.end().catch(() => undefined);
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

  /** A sort goes on for a while after its reader has gone, unless it is told. */
  async #cancel(client: pg.Client): Promise<void> {
    const pid = 'processID' in client ? client.processID : null;
    if (typeof pid !== 'number') return;
    await this.#options.pool.query('select pg_cancel_backend($1)', [pid]).catch(() => undefined);
  }
}

/** The next rows are on their way while these are written; few at a time where they come slowly. */
async function* chunksOf(client: pg.Client): AsyncGenerator<readonly RawRow[]> {
  let count = fewest;
  let next = fetched(client, count);
  for (;;) {
    const { rows, milliseconds } = await next;
    const isLast = rows.length < count;
    count = nextCount(count, milliseconds);
    if (!isLast) {
      next = fetched(client, count);
      next.catch(() => undefined); // whoever waits for it hears of the failure
    }
    if (rows.length > 0) yield rows;
    if (isLast) return;
  }
}

function nextCount(count: number, milliseconds: number): number {
  if (milliseconds > slowMs) return Math.max(fewest, Math.floor(count / 2));
  return milliseconds < slowMs / 4 ? Math.min(count * 2, most) : count;
}

async function fetched(client: pg.Client, count: number) {
  const began = performance.now();
  const fetch = { statement: new Prepared('', `fetch ${count} from records`), values: [] };
  const { rows, error } = await roundTrip(client, [fetch]);
  if (error) throw error;
  return { rows: rows[0] ?? [], milliseconds: performance.now() - began };
}

/** A value that a reader sent (a cursor's key) and PostgreSQL could not read: SQLSTATE class 22. */
function unreadable(error: unknown): unknown {
  const isDataException = error instanceof Error && 'code' in error && String(error.code).startsWith('22');
  return isDataException ? new Refusal('BAD_USER_INPUT', 'CURSOR_INVALID') : error;
}
