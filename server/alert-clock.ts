import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import type { ChangeFeed } from '../schema/kernel/changes.js';
import type { Clock } from '../schema/kernel/clock.js';
import { errorCode } from './error-code.js';

interface AlertClockParts {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly changes: ChangeFeed;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
  readonly pace?: Pace;
}

/** How often the ledger of alerts is brought up to date. */
interface Pace {
  /** At the latest after this time. */
  readonly everyMs: number;
  /** After a change that alerts depend on; further changes until then are seen by the same run. */
  readonly afterChangeMs: number;
}

/** What one run came to. */
export interface AlertRun {
  readonly raised: number;
  readonly resolved: number;
  readonly reopened: number;
}

const usualPace: Pace = { everyMs: 10 * 60_000, afterChangeMs: 5_000 };
const concerned = new Set(['mou', 'program', 'bill', 'regulation', 'office']);
const runTimeoutMs = 120_000;

/**
 * Brings the alerts up to date at the start, after changes that they depend on, and every ten minutes. Nothing hangs
 * on a run being made: the next one raises what the missed one would have. Several servers take turns.
 */
export class AlertClock {
  readonly #parts: AlertClockParts;
  readonly #pace: Pace;
  readonly #ended = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #dueAt = Number.POSITIVE_INFINITY;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: AlertClockParts) {
    this.#parts = parts;
    this.#pace = parts.pace ?? usualPace;
  }

  /** Ends with the first run: from then on the ledger is of today, not of when the program last ran. */
  start(): Promise<void> {
    this.#running = this.#run();
    void this.#followChanges();
    return this.#running;
  }

  /** Ends after the run under way. */
  async stop(): Promise<void> {
    this.#ended.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  async #followChanges(): Promise<void> {
    for await (const { concept } of this.#parts.changes.since(this.#ended.signal))
      if (concerned.has(concept)) this.#runIn(this.#pace.afterChangeMs);
  }

  /** The earlier of two wishes counts. */
  #runIn(milliseconds: number): void {
    const at = performance.now() + milliseconds;
    if (this.#ended.signal.aborted || at >= this.#dueAt) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#dueAt = at;
    this.#timer = setTimeout(() => {
      this.#dueAt = Number.POSITIVE_INFINITY;
      this.#running = this.#run();
    }, milliseconds);
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    const { log } = this.#parts;
    try {
      const run = await refreshAlerts(this.#parts);
      if (run.raised + run.resolved + run.reopened > 0) log.info(run, 'alerts refreshed');
    } catch (error) {
      log.warn({ code: errorCode(error) }, 'alerts could not be refreshed; the next run makes up for it');
    }
    this.#runIn(this.#pace.everyMs);
  }
}

/** Brings the ledger of alerts to today, in one transaction. */
export async function refreshAlerts({
  pool,
  clock,
}: Pick<AlertClockParts, 'pool' | 'clock'>): Promise<AlertRun> {
  const client = await pool.connect();
  try {
    await client.query(
      `begin; set local statement_timeout = ${runTimeoutMs}; set local lock_timeout = ${runTimeoutMs};
       select set_config('app.today', '${clock.today()}', true), set_config('app.verb', 'alert.refresh', true)`,
    );
    const refresh = { text: 'select * from app.refresh_alerts()', query_timeout: runTimeoutMs };
    const { rows } = await client.query<AlertRun>(refresh);
    await client.query('commit');
    client.release();
    return rows[0] ?? { raised: 0, resolved: 0, reopened: 0 };
  } catch (error) {
    client.release(true); // whatever state its transaction is in
    throw error;
  }
}
