import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import type { ChangeFeed } from '../../schema/kernel/changes.js';
import { errorCode } from '../error-code.js';
import { commitRoster, undoRoster } from './import-steps.js';
import { type StageParts, stageRoster } from './stage-roster.js';

export interface ImportClockParts extends StageParts {
  readonly pool: Pool;
  readonly changes: ChangeFeed;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
  /** How often it looks for work that no notice told of. */
  readonly everyMs?: number;
}

interface Waiting {
  readonly id: string;
  readonly state: 'CHECKING' | 'COMMITTING' | 'UNDOING';
  readonly actingId: string;
}

const usualPace = 15_000;
const works = { CHECKING: stageRoster, COMMITTING: commitRoster, UNDOING: undoRoster };

/**
 * Works on rosters that somebody decided about: when a notice tells of one, and every fifteen seconds. What is to be
 * done stands in the database; a server that is killed leaves it there, and the next look goes on with it.
 */
export class ImportClock {
  readonly #parts: ImportClockParts;
  readonly #ended = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #isAskedAgain = false;

  constructor(parts: ImportClockParts) {
    this.#parts = parts;
  }

  start(): void {
    this.wake();
    void this.#followChanges();
  }

  /** Ends after the step under way. */
  async stop(): Promise<void> {
    this.#ended.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  /** Looks for work now; once more when it is looking already. */
  wake(): void {
    if (this.#ended.signal.aborted) return;
    this.#isAskedAgain = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
  }

  /** Everything that waits is done; for the command line and tests. */
  async settled(): Promise<void> {
    this.wake();
    while (this.#running) await this.#running;
  }

  async #followChanges(): Promise<void> {
    for await (const { concept } of this.#parts.changes.since(this.#ended.signal))
      if (concept === 'import_batch' && this.#running === null) this.wake();
  }

  async #work(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    while (this.#isAskedAgain && !this.#ended.signal.aborted) {
      this.#isAskedAgain = false;
      try {
        for (const batch of await this.#waiting()) await this.#workOn(batch);
        await this.#forget();
      } catch (error) {
        this.#parts.log.warn(
          { code: errorCode(error) },
          'rosters could not be looked at; the next look makes up for it',
        );
      }
    }
    if (this.#ended.signal.aborted) return;
    this.#timer = setTimeout(() => this.wake(), this.#parts.everyMs ?? usualPace);
    this.#timer.unref();
  }

  async #waiting(): Promise<Waiting[]> {
    const { rows } = await this.#parts.pool.query<Waiting>(
      'select w.id, w.state, w.acting_id as "actingId" from app.waiting_imports() w',
    );
    return rows;
  }

  async #workOn({ id, state, actingId }: Waiting): Promise<void> {
    const { log } = this.#parts;
    try {
      const batch = { id, actingId, isEnded: () => this.#ended.signal.aborted };
      const began = performance.now();
      if ((await works[state](this.#parts, batch)) === 'GO_ON') this.#isAskedAgain = true;
      log.info({ id, state, milliseconds: Math.round(performance.now() - began) }, 'roster worked on');
    } catch (error) {
      log.warn(
        { id, state, code: errorCode(error) },
        'roster was interrupted; the next look goes on with it',
      );
    }
  }

  /** Files and personal content that nobody needs any more. */
  async #forget(): Promise<void> {
    const { pool, rosters, clock } = this.#parts;
    const { rows } = await pool.query<{ id: string }>('select f.id from app.forgettable_imports($1) f(id)', [
      clock.today(),
    ]);
    for (const { id } of rows) {
      await rosters.discard(id);
      await pool.query('select app.forget_import($1)', [id]);
    }
  }
}
