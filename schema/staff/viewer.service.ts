import type { Actor } from '../kernel/actor.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { checkLength, checkRequired, checkWhole, cleaned } from '../kernel/input.js';
import { permit, permitChange } from '../kernel/policy.js';
import { notFound, type Outcome, problem, Refusal, refuse } from '../kernel/problem.js';
import type { Selection } from '../kernel/selection.js';
import type { Caller, UnitOfWork, Work } from '../kernel/unit-of-work.js';
import { AccessToken } from './access-token.entity.js';
import { SignIn } from './sign-in.js';
import { Staff } from './staff.entity.js';
import type { PasswordChangeInput, TokenCreateInput } from './staff.inputs.js';
import { sessionIdle, tokenLimits } from './staff.limits.js';
import { viewerVerbs } from './staff.policy.js';
import { checkPassword } from './staff.rules.js';
import { hashPassword, newAccessToken, tokenHash } from './staff.secrets.js';

/** Outcome of `createToken`; the value is shown this once. */
export type TokenOutcome = Outcome & { readonly token: string | null };

/** What everybody does with the own account. */
export class ViewerService {
  private readonly unitOfWork: UnitOfWork;
  readonly #signIn: SignIn;

  constructor(dependencies: Dependencies) {
    this.unitOfWork = dependencies.unitOfWork;
    this.#signIn = new SignIn(dependencies);
  }

  /** The own account as `Viewer`, or null for the anonymous. One statement. */
  async find(caller: Caller, selection: Selection): Promise<object | null> {
    permit(caller.actor, viewerVerbs.read);
    return readViewer(caller, selection);
  }

  /** Ends the session that this request came with; with an access token there is none to end. */
  signOut(caller: Caller): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: viewerVerbs.signOut.name }, async (work) => {
      permit(caller.actor, viewerVerbs.signOut);
      const { staffId, sessionId } = signedInBySession(caller.actor);
      await work.query('delete from staff_session where id = $1', [sessionId]);
      await noteEvent(work, staffId, viewerVerbs.signOut.name);
      return staffId;
    });
  }

  /** Ends all sessions of the own account, this one included. Access tokens stay. */
  signOutEverywhere(caller: Caller): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: viewerVerbs.signOutEverywhere.name }, async (work) => {
      permitChange(caller.actor, viewerVerbs.signOutEverywhere);
      const staffId = ownId(caller.actor);
      await work.query('delete from staff_session where staff_id = $1', [staffId]);
      await noteEvent(work, staffId, viewerVerbs.signOutEverywhere.name);
      return staffId;
    });
  }

  /** Changes the own password and ends the other sessions. The present one is asked for, within the sign-in limits. */
  async changePassword(caller: Caller, input: PasswordChangeInput): Promise<Outcome> {
    permitChange(caller.actor, viewerVerbs.changePassword);
    const { staffId, sessionId } = signedInBySession(caller.actor);
    const [person] = await caller.reads.rows<{ email: string; name: string }>(
      'select s.email, s.name from staff s where s.id = $1',
      [staffId],
    );
    if (!person) throw new Refusal('UNAUTHENTICATED'); // blocked a moment ago
    const unfit = checkPassword(input.new, person);
    if (input.new === input.current) unfit.push(problem(['input', 'new'], 'PASSWORD_UNCHANGED'));
    if (unfit.length > 0) return { id: null, problems: unfit };
    const wrong = problem(['input', 'current'], 'PASSWORD_WRONG');
    const found = await this.#signIn.verify(caller, { email: person.email, password: input.current }, wrong);
    if (found.staffId === null) return { id: null, problems: found.problems };
    const hash = await hashPassword(input.new);
    return this.unitOfWork.decide(caller, { verb: viewerVerbs.changePassword.name }, async (work) => {
      await work.query('select app.set_password($1, $2, $3)', [staffId, hash, sessionId]);
      return staffId;
    });
  }

  /** Makes an access token; its value is in the answer and nowhere else. */
  async createToken(caller: Caller, raw: TokenCreateInput): Promise<TokenOutcome> {
    const token = newAccessToken();
    const outcome = await this.unitOfWork.decide(
      caller,
      { verb: viewerVerbs.createToken.name },
      async (work) => {
        const { input, problems } = cleaned(raw);
        permitChange(caller.actor, viewerVerbs.createToken);
        const { staffId } = signedInBySession(caller.actor);
        refuse([
          ...problems,
          ...checkRequired(input, ['name']),
          ...checkLength(input, ['name'], 100),
          ...checkWhole(input, ['days'], { minimum: 1, maximum: tokenLimits.days }),
        ]);
        await refuseTooMany(work, staffId);
        const id = newId();
        await work.query(
          `insert into access_token (id, staff_id, name, token_hash, access, expires_at)
         values ($1, $2, $3, $4, $5, now() + make_interval(days => $6))`,
          [id, staffId, input.name, tokenHash(token), input.access, input.days],
        );
        return id;
      },
    );
    return { ...outcome, token: outcome.id === null ? null : token };
  }

  /** Revokes an own access token; one that was revoked already stays so. */
  revokeToken(caller: Caller, id: string): Promise<Outcome> {
    return this.unitOfWork.decide(caller, { verb: viewerVerbs.revokeToken.name }, async (work) => {
      permitChange(caller.actor, viewerVerbs.revokeToken);
      const key = databaseId('token', id);
      const token = key && (await work.manager.findOneBy(AccessToken, { id: key }));
      if (!token) throw notFound();
      await work.query('update access_token set revoked_at = now() where id = $1 and revoked_at is null', [
        token.id,
      ]);
      return token.id;
    });
  }
}

/** The caller's account as `Viewer`: all from its row but what depends on this request. */
export async function readViewer({ actor, reads }: Caller, selection: Selection): Promise<object | null> {
  const own = new Set(['canWrite', 'sessionEndsAt']);
  const columns = new Map([...selection].filter(([, field]) => !own.has(field.name)));
  const row = await reads.one(Staff, actor.staffId, columns);
  if (row === null) return null;
  const wantsEnd = [...selection.values()].some(({ name }) => name === 'sessionEndsAt');
  const sessionEndsAt = wantsEnd && actor.sessionId ? await endOfSession(reads, actor.sessionId) : null;
  return { ...row, canWrite: actor.canWrite, sessionEndsAt };
}

async function endOfSession(reads: Caller['reads'], sessionId: string): Promise<Date | null> {
  const [session] = await reads.rows<{ ends_at: Date }>(
    'select least(s.expires_at, s.last_seen_at + $2::interval) as ends_at from staff_session s where s.id = $1',
    [sessionId, sessionIdle],
  );
  return session?.ends_at ?? null;
}

/** @throws Refusal UNAUTHENTICATED */
function ownId({ staffId }: Actor): string {
  if (staffId === null) throw new Refusal('UNAUTHENTICATED');
  return staffId;
}

/** A stolen access token must not make more tokens, change the password or outlive its revocation. */
function signedInBySession(actor: Actor): { readonly staffId: string; readonly sessionId: string | null } {
  const staffId = ownId(actor);
  if (actor.sessionId === null) throw new Refusal('FORBIDDEN', 'SESSION_NEEDED');
  return { staffId, sessionId: actor.sessionId ?? null };
}

async function noteEvent(work: Work, staffId: string, verb: string): Promise<void> {
  await work.query(`select app.record_event('staff', $1, null, $2, '{}')`, [staffId, verb]);
}

async function refuseTooMany(work: Work, staffId: string): Promise<void> {
  const { count: limit } = tokenLimits;
  const [held] = await work.query<{ count: number }>(
    'select count(*)::int as count from access_token where staff_id = $1 and revoked_at is null and expires_at > now()',
    [staffId],
  );
  if (held && held.count >= limit) refuse([problem(['input'], 'TOKEN_TOO_MANY', { limit })]);
}
