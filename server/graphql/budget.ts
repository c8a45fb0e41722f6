import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { isSignedIn } from '../../schema/kernel/actor.js';
import { Refusal } from '../../schema/kernel/problem.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';

/** Points per minute; an operation costs one, and one more for every record that it may return. */
export interface BudgetPoints {
  /** Of one member of staff, whatever the device. */
  readonly staff: number;
  /** Of one network address without a session; a whole office may share it. */
  readonly visitors: number;
}

/** Sixty of the largest operations in a minute, for either. */
export const usualPoints: BudgetPoints = { staff: 600_000, visitors: 60_000 };

/** What one actor may ask of this process in a minute; each app node counts for itself. */
export class Budget {
  readonly #staff: RateLimiterMemory;
  readonly #visitors: RateLimiterMemory;

  constructor({ staff, visitors }: BudgetPoints = usualPoints) {
    this.#staff = new RateLimiterMemory({ points: staff, duration: 60 });
    this.#visitors = new RateLimiterMemory({ points: visitors, duration: 60 });
  }

  /** @throws Refusal TOO_MANY_REQUESTS with the seconds until the budget is whole again. */
  async spend({ actor, address }: Caller, records: number): Promise<void> {
    const key = actor.staffId ?? address ?? 'unknown';
    try {
      await (isSignedIn(actor) ? this.#staff : this.#visitors).consume(key, 1 + records);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new Refusal('TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS', { seconds });
    }
  }
}
