import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { Refusal } from '../schema/kernel/problem.js';
import type { StatementListener } from '../schema/kernel/session.js';
import type { UnitOfWork } from '../schema/kernel/unit-of-work.js';
import { Admission } from './admission.js';
import {
  actorOfToken,
  type Credential,
  credentialOf,
  type Identity,
  signedAs,
} from './auth/authentication.js';
import { RememberedIdentities } from './auth/remembered-identities.js';
import { refuseForeignOrigin } from './auth/same-origin.js';
import { networkOf } from './client-network.js';

/** More at once than there are connections, so that none of them is idle while a request is parsed or written. */
const work = { atOnce: 24, longestQueue: 200, deadlineMs: 2000 };
/** Requests that wait for the reserved connections to learn who they are. */
const longestIdentityQueue = 200;

interface Identification {
  readonly pool: Pool;
  readonly unitOfWork: UnitOfWork;
  readonly cookieName: string;
  readonly onStatement: StatementListener | undefined;
}

/**
 * Every request behind the doors knows its caller before its body is read; what a cookie authorises must come from
 * our own pages. It gets a place among the working ones only when its body is there, and keeps it until the answer
 * is: a client that sends or reads slowly holds up nobody.
 */
export function identify(http: FastifyInstance, identification: Identification): void {
  const callers = new Callers(identification);
  http.decorateRequest('signed');
  http.decorateRequest('caller');
  http.decorateRequest('leave');
  http.decorateRequest('lookUpCaller', function (this: FastifyRequest) {
    return callers.lookUp(this);
  });
  // most requests wait for nothing here, and then cost no promise
  http.addHook('onRequest', (request, _reply, done) => {
    if (request.routeOptions.config.confirmsCaller && callers.remember(request)) done();
    else callers.lookUp(request).then(() => done(), done);
  });
  http.addHook('onRequest', (request, _reply, done) => {
    refuseForeignOrigin(request);
    done();
  });
  const admission = new Admission(work);
  http.addHook('preHandler', (request, _reply, done) => {
    const enter = (leave: () => void): void => {
      request.leave = leave;
      done();
    };
    const leave = admission.enterNow();
    if (leave) enter(leave);
    else admission.enter().then(enter, done);
  });
  http.addHook('onSend', ({ leave }: { readonly leave?: () => void }, _reply, _payload, done) => {
    leave?.();
    done();
  });
}

/** What is known of a caller. */
interface Known {
  readonly credential: Credential;
  readonly found: Identity | null;
  readonly isAssumed: boolean;
}

/** Tells a request who its caller is. */
class Callers {
  readonly #remembered = new RememberedIdentities();

  constructor(private readonly parts: Identification) {}

  /** By looking at the database. */
  async lookUp(request: FastifyRequest): Promise<void> {
    const { pool, cookieName } = this.parts;
    if (pool.waitingCount > longestIdentityQueue) throw new Refusal('SERVICE_UNAVAILABLE', 'OVERLOADED');
    const credential = credentialOf(request, cookieName);
    const { token } = credential;
    const isBackground = request.headers['payung-background'] === '1';
    const found = token ? await actorOfToken(pool, token, { isBackground }) : null;
    // what is remembered spares the next look-up, which has to note the use
    if (token && !isBackground) this.#remembered.keep(token, found);
    this.#sign(request, { credential, found, isAssumed: false });
  }

  /** From memory; false when it does not know. The caller is then an assumption. */
  remember(request: FastifyRequest): boolean {
    const credential = credentialOf(request, this.parts.cookieName);
    const found = credential.token ? this.#remembered.find(credential.token) : null;
    if (found) this.#sign(request, { credential, found, isAssumed: true });
    return found !== null;
  }

  #sign(request: FastifyRequest, { credential, found, isAssumed }: Known): void {
    const { unitOfWork, onStatement } = this.parts;
    request.signed = signedAs(credential, found);
    request.caller = unitOfWork.callerFor({
      actor: request.signed.actor,
      requestId: request.id,
      address: networkOf(request.ip),
      ...(isAssumed && found && { assumption: { epoch: found.epoch, standing: 'OPEN' } }),
      ...(onStatement && { onStatement }),
      ...(asksToExplain(request, found) && { roundTrips: [] }),
    });
  }
}

/** What reading costs is told to those who come with an access token and ask for it. */
function asksToExplain({ headers }: FastifyRequest, found: Identity | null): boolean {
  return headers['payung-explain'] === '1' && found !== null && found.actor.sessionId === null;
}
