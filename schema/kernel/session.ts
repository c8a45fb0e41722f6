import type { Actor } from './actor.js';
import type { Clock } from './clock.js';

/** Tells a unit of work's statements apart in tests, metrics and the explain extension. */
export type StatementListener = (text: string) => void;

/** What a request brings along for its units of work. */
export interface Request {
  readonly actor: Actor;
  readonly requestId: string;
  /** Network address of the client, for rate limits only; null inside the process. */
  readonly address: string | null;
  readonly onStatement?: StatementListener;
}

const uuid = /^[0-9a-f-]{36}$/;
const plain = /^[A-Za-z0-9_.:-]{0,100}$/;

/**
 * Sets what PostgreSQL reads in its policies and audit triggers. The settings are local to the transaction, so that
 * no connection carries an identity over, behind a transaction pooler too.
 */
export function identitySql({ actor, requestId }: Request, clock: Clock, verb = ''): string {
  const staffId = actor.staffId ?? '';
  if (staffId !== '' && !uuid.test(staffId)) throw new Error('staff id is not a uuid');
  if (!plain.test(requestId) || !plain.test(verb))
    throw new Error('request id or verb has characters that cannot be set');
  return (
    `select set_config('app.actor_id', '${staffId}', true), set_config('app.request_id', '${requestId}', true), ` +
    `set_config('app.verb', '${verb}', true), set_config('app.today', '${clock.today()}', true)`
  );
}

/** Opens a transaction that only reads, on one snapshot, with the identity set: one round trip. */
export function beginReadSql(request: Request, clock: Clock): string {
  return `begin isolation level repeatable read read only; ${identitySql(request, clock)}`;
}
