import { Refusal } from '../schema/kernel/problem.js';

interface Gate {
  /** Requests worked on at once. */
  readonly atOnce: number;
  /** Requests that may wait for their turn. */
  readonly longestQueue: number;
  readonly deadlineMs: number;
}

/**
 * Bounded queue: under overload, late requests get a quick 503 with Retry-After instead of everyone getting an
 * answer that nobody waits for any more.
 */
export class Admission {
  readonly #gate: Gate;
  readonly #waiting = new Set<() => void>();
  #working = 0;

  constructor(gate: Gate) {
    this.#gate = gate;
  }

  /** Takes a free place; gives the function that leaves it again, which may be called twice. Null: none is free. */
  enterNow(): (() => void) | null {
    if (this.#working >= this.#gate.atOnce) return null;
    this.#working += 1;
    return this.#leaver();
  }

  /**
   * The same, waiting for a place.
   * @throws Refusal OVERLOADED when too many wait already, or the turn does not come in time.
   */
  async enter(): Promise<() => void> {
    const leave = this.enterNow();
    if (leave) return leave;
    if (this.#waiting.size >= this.#gate.longestQueue) throw overloaded();
    await this.#turn();
    return this.#leaver();
  }

  /** A place that is left goes to the one who waits longest; only without any does the number of places fall. */
  #leaver(): () => void {
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const [next] = this.#waiting;
      if (next) next();
      else this.#working -= 1;
    };
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(start);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(start);
        reject(overloaded());
      }, this.#gate.deadlineMs);
      this.#waiting.add(start);
    });
  }
}

function overloaded(): Refusal {
  return new Refusal('SERVICE_UNAVAILABLE', 'OVERLOADED');
}
