import type { FastifyBaseLogger } from 'fastify';
import { errorCode } from './error-code.js';
import { type LongParts, longTransaction } from './long-transaction.js';

interface StatisticsClockParts extends Pick<LongParts, 'pool' | 'clock'> {
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
}

const lookEveryMs = 10_000;
/** Groups of the public and of analysts follow every so many looks while something changes: dividing them looks at everybody. */
const looksPerRelease = 6;
/** And every hour all the same: who waits is told of after a day. */
const looksPerQuietRelease = 360;
const runTimeoutMs = 10 * 60_000;
/** People of one transaction. */
const step = 200_000;

/**
 * Brings the sums of statistics to the ledger, and counts the state of people's data anew where it changed. Answers never wait for it: until it has run, those whose months changed
 * are read from the ledger itself.
 */
export class StatisticsClock {
  readonly #parts: StatisticsClockParts;
  readonly #ended = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #looks = looksPerQuietRelease;
  /** Releases to come after a change: two, so that the second sees a region quiet again. */
  #due = 0;

  constructor(parts: StatisticsClockParts) {
    this.#parts = parts;
  }

  start(): void {
    const look = (): void => {
      this.#running = this.#running.then(() => this.#run());
    };
    look();
    this.#timer = setInterval(look, lookEveryMs).unref();
  }

  /** Calls off the run under way: the next start makes up for it. */
  async stop(): Promise<void> {
    this.#ended.abort();
    if (this.#timer) clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { log } = this.#parts;
    const parts = { ...this.#parts, signal: this.#ended.signal };
    try {
      const people = await refreshStatistics(parts);
      await run(parts, 'select 0 as people from app.forget_statistics_changes()');
      if (people > 0) log.info({ people }, 'sums of statistics brought to the ledger');
      if (people > 0) this.#due = 2;
      if (this.#looks % looksPerRelease === 0) await run(parts, 'select app.keep_quality() as people');
      this.#looks += 1;
      if (this.#looks < (this.#due > 0 ? looksPerRelease : looksPerQuietRelease)) return;
      this.#looks = 0;
      this.#due = Math.max(0, this.#due - 1);
      await releaseStatistics(parts);
    } catch (error) {
      if (parts.signal.aborted) return;
      log.warn(
        { code: errorCode(error) },
        'sums of statistics could not be brought to the ledger; the next look tries again',
      );
    }
  }
}

/** Finds the cohorts of everybody who is marked; gives the number of persons. */
export async function refreshStatistics(parts: LongParts): Promise<number> {
  let people = 0;
  for (let taken = step; taken === step; people += taken) {
    taken = await run(parts, `select app.refresh_statistics(${step}) as people`);
  }
  return people;
}

/** Everybody is looked at once a day, after midnight in Jakarta: age and checks change without a month that changes. */
const release = `select 0 as people from app.release_statistics(
  not exists (select from analytics_refresh r where r.as_of = app.today()))`;

/**
 * Brings the groups of which the public and analysts are told to the cohorts and to what is said of people, and what is
 * told of bills to the groups.
 */
export async function releaseStatistics(parts: LongParts): Promise<void> {
  await run(parts, release);
  await run(parts, 'select app.tell_bills() as people');
}

async function run(parts: LongParts, text: string): Promise<number> {
  const [row] = await longTransaction<{ people: number }>(parts, { text, timeoutMs: runTimeoutMs });
  return row?.people ?? 0;
}
