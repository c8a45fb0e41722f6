import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { Refusal } from '../schema/kernel/problem.js';
import type { StatementListener } from '../schema/kernel/session.js';
import type { UnitOfWork } from '../schema/kernel/unit-of-work.js';
import { Admission } from './admission.js';
import { actorOfToken, credentialOf, type Identity, signedAs } from './auth/authentication.js';
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
  http.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.confirmsCaller || !callers.remember(request)) {
      await callers.lookUp(request);
    }
    refuseForeignOrigin(request);
  });
  const admission = new Admission(work);
  http.addHook('preHandler', async (request) => {
    request.leave = await admission.enter();
  });
  http.addHook('onSend', ({ leave }: { readonly leave?: () => void }, _reply, _payload, done) => {
    leave?.();
    done();
  });
}

/** Tells a request who its caller is. */
class Callers {
  readonly #remembered = new RememberedIdentities();

  constructor(private readonly parts: Identification) {}

  /** By looking at the database. */
  async lookUp(request: FastifyRequest): Promise<void> {
    const { pool, cookieName } = this.parts;
    if (pool.waitingCount > longestIdentityQueue) throw new Refusal('SERVICE_UNAVAILABLE', 'OVERLOADED');
    const { token } = credentialOf(request, cookieName);
    const isBackground = request.headers['payung-background'] === '1';
    const found = token ? await actorOfToken(pool, token, { isBackground }) : null;
    // what is remembered spares the next look-up, which has to note the use
    if (token && !isBackground) this.#remembered.keep(token, found);
    this.#sign(request, found, false);
  }

  /** From memory; false when it does not know. The caller is then an assumption. */
  remember(request: FastifyRequest): boolean {
    const { token } = credentialOf(request, this.parts.cookieName);
    const found = token ? this.#remembered.find(token) : null;
    if (found) this.#sign(request, found, true);
    return found !== null;
  }

  #sign(request: FastifyRequest, found: Identity | null, isAssumed: boolean): void {
    const { unitOfWork, cookieName, onStatement } = this.parts;
    request.signed = signedAs(credentialOf(request, cookieName), found);
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
