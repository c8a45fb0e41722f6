import { type Actor, holdsRole, type Role } from './actor.js';
import type { Clock } from './clock.js';
import { Prepared, type Reader } from './prepared.js';
import { Refusal } from './problem.js';
import type { Bound } from './round-trip.js';

/** Tells a unit of work's statements apart in tests, metrics and the explain extension. */
export type StatementListener = (text: string) => void;

/** What one round trip of reads cost. */
export interface RoundTripReport {
  readonly milliseconds: number;
  readonly statements: readonly {
    readonly text: string;
    readonly values: readonly unknown[];
    readonly rows: number;
  }[];
}

/** What a request brings along for its units of work. */
export interface Request {
  readonly actor: Actor;
  readonly requestId: string;
  /** Network address of the client, for rate limits only; null inside the process. */
  readonly address: string | null;
  readonly onStatement?: StatementListener;
  /** Collects what reading cost, for those who asked for it; absent: nobody did. */
  readonly roundTrips?: RoundTripReport[];
  /** When the actor was not looked up for this request; absent: it was. */
  readonly assumption?: Assumption;
}

/**
 * An actor remembered from a moment ago. It holds as long as nobody's rights have changed since, which the first round
 * trip of the request finds out, be it a read's or a decision's: `epoch` counts such changes. What is confirmed stays so:
 * a decision that was made is not made again.
 */
export interface Assumption {
  readonly epoch: string;
  standing: 'OPEN' | 'CONFIRMED' | 'REFUTED';
}

/** The assumed actor is not the one any more: the request has to begin again with the right one. */
export class IdentityChanged extends Refusal {
  constructor() {
    super('SERVICE_UNAVAILABLE');
  }
}

const uuid = /^[0-9a-f-]{36}$/;
const plain = /^[A-Za-z0-9_.:-]{0,100}$/;

/**
 * Sets what PostgreSQL reads in its policies and audit triggers. The settings are local to the transaction, so that
 * no connection carries an identity over, behind a transaction pooler too.
 */
export function identitySql(request: Request, clock: Clock, verb = ''): string {
  return settingIdentity(identityValues(request, clock, verb).map((value) => `'${value}'`));
}

/** Of the values of an identity: literals, or parameters. */
function settingIdentity([staffId, requestId, verb, today]: readonly string[], first = ''): string {
  return `select ${first}set_config('app.actor_id', ${staffId}, true), set_config('app.request_id', ${requestId}, true),
    set_config('app.verb', ${verb}, true), set_config('app.today', ${today}, true)`;
}

function identityValues({ actor, requestId }: Request, clock: Clock, verb: string): readonly string[] {
  const staffId = actor.staffId ?? '';
  if (staffId !== '' && !uuid.test(staffId)) throw new Error('staff id is not a uuid');
  if (!plain.test(requestId) || !plain.test(verb))
    throw new Error('request id or verb has characters that cannot be set');
  return [staffId, requestId, verb, clock.today()];
}

/** Begins a decision: the transaction, whatever the server's own isolation is, and its identity. */
export function opening(request: Request, clock: Clock, verb: string): readonly Bound[] {
  return [
    { statement: begin, values: [] },
    { statement: decidingIdentity, values: identityValues(request, clock, verb) },
  ];
}

/** The first column of an identity that may have to be confirmed. */
const epoch = '(select epoch from identity_epoch), ';
const begin = new Prepared('deciding_begin', 'begin isolation level read committed', []);
const decidingIdentity = new Prepared(
  'deciding_identity',
  settingIdentity(['$1', '$2', '$3', '$4'], epoch),
  [],
);

const settings = `${epoch}set_config('app.actor_id', $1, true), set_config('app.today', $2, true),
  set_config('transaction_read_only', 'on', true)`;
const asNationwide = "set_config('role', 'payung_nationwide', true)";
const readingIdentities = {
  regional: new Prepared('reading_identity', `select ${settings}`, []),
  nationwide: new Prepared('reading_identity_nationwide', `select ${settings}, ${asNationwide}`, []),
};

/**
 * The first statement of a transaction that only reads: sets the identity, and tells the epoch of all identities. What
 * the audit trail would want to know is not set: nothing can be written.
 */
export function readingIdentityOf({ actor }: Request, clock: Clock): Bound {
  return { statement: readingIdentities[readerOf(actor)], values: [actor.staffId ?? '', clock.today()] };
}

/** The same as a statement of its own: for reads that share their transaction with nobody. */
export function readingIdentitySql(request: Request, clock: Clock): string {
  const identity = identitySql(request, clock);
  return readerOf(request.actor) === 'nationwide' ? `${identity}, ${asNationwide}` : identity;
}

/**
 * As which role the login reads. PostgreSQL plans a list of regions as ten, however many they are: who sees the people of
 * all of them reads as a role whose policies ask just that, once. It is PostgreSQL that answers: whoever were taken for
 * such a reader and is none would see nobody.
 */
export function readerOf(actor: Actor): Reader {
  return holdsRole(actor, personRoles, null) ? 'nationwide' : 'regional';
}

/** Whom `app.person_regions` and `app.reads_everywhere` know. */
const personRoles: readonly Role[] = ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'AUDITOR'];

/**
 * Compares what the identity statement told with what was assumed.
 * @throws IdentityChanged
 */
export function confirmIdentity({ assumption }: Request, [found]: readonly (string | null)[]): void {
  if (!assumption || assumption.standing === 'CONFIRMED') return;
  assumption.standing = found === assumption.epoch ? 'CONFIRMED' : 'REFUTED';
  if (assumption.standing === 'REFUTED') throw new IdentityChanged();
}
