import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Dependencies } from '../kernel/dependencies.js';
import { signInLimits } from './staff.limits.js';

/** An attempt to give a password: for which account, from where (null: from inside the process). */
export interface Attempt {
  /** One text for all spellings of the e-mail address. */
  readonly account: string;
  readonly address: string | null;
}

/**
 * Counts attempts before the password is looked at, so that many at once cannot slip past, and takes the count back
 * when it was right. Counted alike for accounts that exist and that do not; the table holds keyed hashes only.
 */
export class SignInLimiter {
  readonly #secret: string;
  readonly #accounts: RateLimiterPostgres;
  readonly #addresses: RateLimiterPostgres;

  constructor({ pool, secret }: Pick<Dependencies, 'pool' | 'secret'>) {
    const { perAccount, perAddress, seconds } = signInLimits;
    const common = { storeClient: pool, storeType: 'pool', tableName: 'login_limit', tableCreated: true };
    this.#secret = secret;
    this.#accounts = new RateLimiterPostgres({
      ...common,
      keyPrefix: 'account',
      points: perAccount,
      duration: seconds,
    });
    this.#addresses = new RateLimiterPostgres({
      ...common,
      keyPrefix: 'address',
      points: perAddress,
      duration: seconds,
    });
  }

  /** Null when the password may be looked at; otherwise the minutes to wait. */
  async minutesToWait({ account, address }: Attempt): Promise<number | null> {
    const byAddress = address === null ? null : await counted(this.#addresses, this.#key(address));
    return byAddress ?? counted(this.#accounts, this.#key(account));
  }

  /** The password was right: the account begins anew, the address keeps its failures only. */
  async forgive({ account, address }: Attempt): Promise<void> {
    await this.#accounts.delete(this.#key(account));
    if (address !== null) await this.#addresses.reward(this.#key(address));
  }

  #key(subject: string): string {
    return createHmac('sha256', this.#secret).update(`sign-in:${subject}`).digest('base64url');
  }
}

async function counted(limiter: RateLimiterPostgres, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
    throw refused;
  }
}
