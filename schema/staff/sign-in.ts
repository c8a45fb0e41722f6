import type { Dependencies } from '../kernel/dependencies.js';
import { newId } from '../kernel/identifier.js';
import { checkLength, checkRequired, cleaned } from '../kernel/input.js';
import { type Problem, problem, refuse } from '../kernel/problem.js';
import type { Caller, UnitOfWork } from '../kernel/unit-of-work.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { sessionLifetime } from './staff.limits.js';
import { viewerVerbs } from './staff.policy.js';
import { isPasswordRight, newSessionToken, tokenHash } from './staff.secrets.js';

/** What a person signs in with; `client` is how the browser or program names itself. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly client?: string | null;
}

/** A session that was opened, with the person as caller of what follows, or why not. The token exists nowhere else. */
export type SignedIn =
  | {
      readonly token: string;
      readonly expiresAt: Date;
      readonly person: Caller;
      readonly problems: readonly [];
    }
  | {
      readonly token: null;
      readonly expiresAt: null;
      readonly person: null;
      readonly problems: readonly Problem[];
    };

interface Asked {
  /** The e-mail address as PostgreSQL compares it. */
  readonly account: string;
  readonly staff_id: string | null;
  readonly password_hash: string | null;
}

/**
 * How an address is spelled is PostgreSQL's to judge: it finds `sari@…` for `sarİ@…` too, which JavaScript writes in
 * small letters differently. Counted by JavaScript's, every other spelling of one account would be five more attempts.
 */
const asked = `select lower($1) as account, c.staff_id, c.password_hash
  from (values (1)) one left join app.credentials_of($1) c on true`;

/** Subject of the audit row of a failed sign-in to an account that does not exist. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** The way from a password to a session. */
export class SignIn {
  readonly #unitOfWork: UnitOfWork;
  readonly #limiter: SignInLimiter;

  constructor(dependencies: Dependencies) {
    this.#unitOfWork = dependencies.unitOfWork;
    this.#limiter = new SignInLimiter(dependencies);
  }

  /** Opens a session. Accounts that are unknown, blocked or without a password are refused like a wrong password. */
  async attempt(caller: Caller, credentials: Credentials): Promise<SignedIn> {
    const { input, problems } = cleaned({ email: credentials.email, client: credentials.client ?? null });
    problems.push(
      ...checkRequired({ ...input, password: credentials.password || null }, ['email', 'password']),
    );
    problems.push(...checkLength(input, ['email'], 254));
    if (problems.length > 0) return refused(problems);
    const found = await this.verify(caller, { email: input.email, password: credentials.password });
    if (found.staffId === null) return refused(found.problems);
    return this.#open(caller, found.staffId, input.client);
  }

  /** Whose password this is, counted against the limits; `path` is where the password was asked for. */
  async verify(
    caller: Caller,
    { email, password }: { readonly email: string; readonly password: string },
    failure: Problem = problem(['input'], 'SIGN_IN_FAILED'),
  ): Promise<
    | { readonly staffId: string; readonly problems: readonly [] }
    | { readonly staffId: null; readonly problems: readonly Problem[] }
  > {
    const [known] = await caller.reads.rows<Asked>(asked, [email]);
    const { account = email, staff_id: staffId = null, password_hash: hash = null } = known ?? {};
    const attempt = { account, address: caller.address };
    const minutes = await this.#limiter.minutesToWait(attempt);
    if (minutes !== null)
      return { staffId: null, problems: [problem(failure.path, 'SIGN_IN_LIMITED', { minutes })] };
    const isRight = await isPasswordRight(hash, password);
    if (staffId !== null && isRight) {
      await this.#limiter.forgive(attempt);
      return { staffId, problems: [] };
    }
    await this.#noteFailure(caller, staffId ?? nobody);
    return { staffId: null, problems: [failure] };
  }

  /** Written for unknown accounts too: an attack shows, and the answer takes as long as for a known one. */
  async #noteFailure(caller: Caller, subject: string): Promise<void> {
    await this.#unitOfWork.decide(caller, { verb: viewerVerbs.signIn.name }, async (work) => {
      await work.query(`select app.record_event('staff', $1, null, 'viewer.signInFailed', '{}')`, [subject]);
      return subject;
    });
  }

  async #open(caller: Caller, staffId: string, client: string | null): Promise<SignedIn> {
    const token = newSessionToken();
    let expiresAt: Date | null = null;
    const person = this.#unitOfWork.callerFor({
      ...caller,
      actor: { ...caller.actor, staffId, canWrite: true },
    });
    const outcome = await this.#unitOfWork.decide(person, { verb: viewerVerbs.signIn.name }, async (work) => {
      const values = [newId(), staffId, tokenHash(token), sessionLifetime, client];
      const [opened] = await work.query<{ expires_at: Date | null }>(
        'select app.open_session($1, $2, $3, $4, $5) as expires_at',
        values,
      );
      expiresAt = opened?.expires_at ?? null;
      if (expiresAt === null) refuse([problem(['input'], 'SIGN_IN_FAILED')]); // blocked a moment ago
      await work.query(`select app.record_event('staff', $1, null, 'viewer.signIn', '{}')`, [staffId]);
      return staffId;
    });
    return outcome.id === null || expiresAt === null
      ? refused(outcome.problems)
      : { token, expiresAt, person, problems: [] };
  }
}

function refused(problems: readonly Problem[]): SignedIn {
  return { token: null, expiresAt: null, person: null, problems };
}
