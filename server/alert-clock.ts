import type { FastifyBaseLogger } from 'fastify';
import type { ChangeFeed } from '../schema/kernel/changes.js';
import { errorCode } from './error-code.js';
import { type LongParts, longTransaction } from './long-transaction.js';

interface AlertClockParts extends Pick<LongParts, 'pool' | 'clock'> {
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

  /** Calls off the run under way: the next start makes up for it. */
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
      const run = await refreshAlerts({ ...this.#parts, signal: this.#ended.signal });
      if (run.raised + run.resolved + run.reopened > 0) log.info(run, 'alerts refreshed');
    } catch (error) {
      if (this.#ended.signal.aborted) return;
      log.warn({ code: errorCode(error) }, 'alerts could not be refreshed; the next run makes up for it');
    }
    this.#runIn(this.#pace.everyMs);
  }
}

/** Brings the ledger of alerts to today, in one transaction. */
export async function refreshAlerts(parts: LongParts): Promise<AlertRun> {
  const text = 'select * from app.refresh_alerts()';
  const statement = { text, timeoutMs: runTimeoutMs, verb: 'alert.refresh' };
  const [run] = await longTransaction<AlertRun>(parts, statement);
  return run ?? { raised: 0, resolved: 0, reopened: 0 };
}
