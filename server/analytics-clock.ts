import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import type { Clock } from '../schema/kernel/clock.js';

interface AnalyticsClockParts {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
}

/** Sessions of analysts are looked at this often; what overruns by then is ended. */
const watchEveryMs = 5_000;
const lookEveryMs = 10 * 60_000;
const runTimeoutMs = 10 * 60_000;

/**
 * Two duties towards people who ask in SQL. The figures of people are made anew once a day, at the first look after
 * midnight in Jakarta: made at every change, they would tell who was added. And sessions that are past their limits
 * are ended here, because a login can lift its own statement_timeout.
 */
export class AnalyticsClock {
  readonly #parts: AnalyticsClockParts;
  readonly #timers: NodeJS.Timeout[] = [];
  #refreshing: Promise<void> = Promise.resolve();
  #watching: Promise<void> = Promise.resolve();

  constructor(parts: AnalyticsClockParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#refreshing = this.#refresh();
    const look = (): void => {
      this.#refreshing = this.#refreshing.then(() => this.#refresh());
    };
    const watch = (): void => {
      this.#watching = this.#watching.then(() => this.#watch());
    };
    this.#timers.push(setInterval(look, lookEveryMs).unref(), setInterval(watch, watchEveryMs).unref());
  }

  /** Ends after the run under way. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all([this.#refreshing, this.#watching]);
  }

  async #refresh(): Promise<void> {
    const { log } = this.#parts;
    try {
      const cells = await refreshAnalytics(this.#parts);
      if (cells !== null) log.info({ cells }, 'figures of analytics made anew');
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'figures of analytics could not be made; the next look tries again');
    }
  }

  async #watch(): Promise<void> {
    const { pool, log } = this.#parts;
    try {
      const { rows } = await pool.query<{ ended: number }>('select app.end_overrunning_logins() as ended');
      const ended = rows[0]?.ended ?? 0;
      if (ended > 0) log.warn({ ended }, 'sessions of analysts ended: past their limits');
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'sessions of analysts could not be looked at');
    }
  }
}

/** Makes the figures of analytics anew unless they are today's; gives the number of their cells, null when they were. */
export async function refreshAnalytics({
  pool,
  clock,
}: Pick<AnalyticsClockParts, 'pool' | 'clock'>): Promise<number | null> {
  const client = await pool.connect();
  try {
    const { rows: found } = await client.query('select from analytics_refresh r where r.as_of = $1', [
      clock.today(),
    ]);
    const cells = found.length > 0 ? null : await refreshed(client, clock);
    client.release();
    return cells;
  } catch (error) {
    client.release(true); // whatever state its transaction is in
    throw error;
  }
}

async function refreshed(client: Pick<Pool, 'query'>, clock: Clock): Promise<number> {
  await client.query(
    `begin; set local statement_timeout = ${runTimeoutMs}; set local lock_timeout = ${runTimeoutMs};
     set local idle_in_transaction_session_timeout = 0; select set_config('app.today', '${clock.today()}', true)`,
  );
  const refresh = { text: 'select app.refresh_analytics() as cells', query_timeout: runTimeoutMs };
  const { rows } = await client.query<{ cells: number }>(refresh);
  await client.query('commit');
  return rows[0]?.cells ?? 0;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : String(error);
}
