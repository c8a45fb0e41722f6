import { tokenHash } from '../../schema/staff/index.js';
import type { Identity } from './authentication.js';

/** A look-up also notes that a session is in use, and finds it ended by time: it must not stay away for long. */
const rememberedMs = 5000;
const mostRemembered = 2000;

/**
 * Who held a token a moment ago. What is remembered saves a look-up only for those who have it confirmed: whoever
 * reads with it compares the epoch of all rights in the same round trip (`Assumption`).
 */
export class RememberedIdentities {
  /** By hash of the token, the one looked up longest ago first. */
  readonly #known = new Map<string, { readonly identity: Identity; readonly until: number }>();

  find(token: string): Identity | null {
    const known = this.#known.get(keyOf(token));
    return known && known.until > performance.now() ? known.identity : null;
  }

  /** Remembers what was just looked up; null: the token is good no longer. */
  keep(token: string, identity: Identity | null): void {
    const key = keyOf(token);
    this.#known.delete(key);
    if (identity) this.#known.set(key, { identity, until: performance.now() + rememberedMs });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostRemembered) return;
      this.#known.delete(oldest);
    }
  }
}

/** The token itself is not kept in memory. */
function keyOf(token: string): string {
  return tokenHash(token).toString('base64');
}
