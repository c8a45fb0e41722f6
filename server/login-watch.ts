import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import { errorCode } from './error-code.js';

interface LoginWatchParts {
  /** Connections to each server where people ask in SQL: a replica keeps no eye on itself. */
  readonly pools: readonly Pool[];
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
}

/** Sessions of analysts are looked at this often; what overruns by then is ended. */
const watchEveryMs = 5_000;

/** Ends sessions of analysts that are past their limits, because a login can lift its own statement_timeout. */
export class LoginWatch {
  readonly #parts: LoginWatchParts;
  #timer: NodeJS.Timeout | null = null;
  #watching: Promise<void> = Promise.resolve();

  constructor(parts: LoginWatchParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#watching = this.#watching.then(() => this.watch());
    }, watchEveryMs).unref();
  }

  /** Ends after the run under way. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#watching;
  }

  /** Looks once at every server; one that is away keeps nobody from looking at the others. */
  async watch(): Promise<void> {
    await Promise.all(this.#parts.pools.map((pool) => this.#watchOne(pool)));
  }

  async #watchOne(pool: Pool): Promise<void> {
    const { log } = this.#parts;
    try {
      const { rows } = await pool.query<{ ended: number }>('select app.end_overrunning_logins() as ended');
      const ended = rows[0]?.ended ?? 0;
      if (ended > 0) log.warn({ ended }, 'sessions of analysts ended: past their limits');
    } catch (error) {
      log.warn({ code: errorCode(error) }, 'sessions of analysts could not be looked at');
    }
  }
}
