import type { Pool } from 'pg';
import { type Bound, isRefused, type RoundTripAnswer, roundTrip, type TextRow } from './round-trip.js';

/** So many wait for nobody. */
const full = 4;
/** Nobody waits longer for a trip to come back. */
const longestWaitMs = 10;
/** Who was aboard of a slower trip goes alone, until it is quick again. */
const slowMs = 50;

/** What a read came back with. */
export interface Arrival {
  /** What the identity statement told. */
  readonly identity: TextRow;
  readonly rows: readonly TextRow[];
}

interface Passenger extends Bound {
  readonly arrive: (arrival: Arrival | null) => void;
  readonly strand: (error: unknown) => void;
}

/** Reads under one identity. */
interface Line {
  readonly key: string;
  readonly identity: Bound;
  waiting: Passenger[];
  underWay: number;
  timer?: NodeJS.Timeout;
}

/**
 * Quick reads of several requests under the same identity, in one round trip and one transaction: beside a short read,
 * the identity, the transaction and the calls of the system around it cost as much again. As with Nagle's algorithm a
 * read goes at once where none is under way, and otherwise waits until one comes back or some have come together. Each
 * statement still has a snapshot of its own, taken after its request came.
 */
export class SharedTrips {
  readonly #lines = new Map<string, Line>();

  constructor(readonly pool: Pool) {}

  /**
   * Null: it has to go alone, for itself or one before it failed.
   * @throws what the pool throws when no connection is to be had
   */
  board(identity: Bound, read: Bound): Promise<Arrival | null> {
    const key = `${identity.statement.name} ${identity.values.join(' ')}`;
    const line = this.#lines.get(key) ?? { key, identity, waiting: [], underWay: 0 };
    this.#lines.set(key, line);
    return new Promise((arrive, strand) => {
      line.waiting.push({ ...read, arrive, strand });
      if (isReady(line)) void this.#depart(line);
      else line.timer ??= setTimeout(() => void this.#depart(line), longestWaitMs);
    });
  }

  async #depart(line: Line): Promise<void> {
    const passengers = line.waiting;
    line.waiting = [];
    line.underWay += 1;
    clearTimeout(line.timer);
    delete line.timer;
    const { reads, places } = distinct(passengers);
    const answer = await this.#answered(line.identity, reads).catch((error: unknown) => {
      for (const { strand } of passengers) strand(error);
    });
    line.underWay -= 1;
    // those who wait go before the answers are written: PostgreSQL and this process work at the same time
    if (isReady(line)) void this.#depart(line);
    else if (line.underWay + line.waiting.length === 0) this.#lines.delete(line.key);
    const [[identity] = [], ...rowsOf] = answer?.rows ?? [];
    passengers.forEach(({ arrive }, index) => {
      const rows = rowsOf[places[index] ?? 0];
      arrive(identity && rows ? { identity, rows } : null);
    });
  }

  async #answered(identity: Bound, reads: readonly Bound[]): Promise<RoundTripAnswer> {
    const client = await this.pool.connect();
    let isSound = false;
    try {
      const started = performance.now();
      const answer = await roundTrip(client, [identity, ...reads]);
      isSound = answer.error === null || isRefused(answer.error);
      const isSlow = performance.now() - started > slowMs;
      const atFault = reads.filter((_, index) => isSlow || index === answer.rows.length - 1);
      for (const { statement } of atFault) statement.disappointed();
      return answer;
    } finally {
      client.release(!isSound);
    }
  }
}

function isReady({ waiting, underWay }: Line): boolean {
  return waiting.length >= (underWay === 0 ? 1 : full);
}

/** Each read once, and which of them is whose: the version of everything, say, is asked for by many. */
function distinct(passengers: readonly Passenger[]): { reads: readonly Bound[]; places: readonly number[] } {
  const reads: Bound[] = [];
  const places = passengers.map((passenger) => {
    const known = reads.findIndex((read) => isSame(read, passenger));
    return known < 0 ? reads.push(passenger) - 1 : known;
  });
  return { reads, places };
}

function isSame(one: Bound, other: Bound): boolean {
  return (
    one.statement === other.statement && one.values.every((value, index) => value === other.values[index])
  );
}
