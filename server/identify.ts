import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { Refusal } from '../schema/kernel/problem.js';
import type { StatementListener } from '../schema/kernel/session.js';
import type { UnitOfWork } from '../schema/kernel/unit-of-work.js';
import { Admission } from './admission.js';
import { signedRequest } from './auth/authentication.js';
import { refuseForeignOrigin } from './auth/same-origin.js';

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
export function identify(
  http: FastifyInstance,
  { pool, unitOfWork, cookieName, onStatement }: Identification,
): void {
  http.decorateRequest('signed');
  http.decorateRequest('caller');
  http.decorateRequest('leave');
  http.addHook('onRequest', async (request) => {
    if (pool.waitingCount > longestIdentityQueue) throw new Refusal('SERVICE_UNAVAILABLE', 'OVERLOADED');
    request.signed = await signedRequest(pool, request, cookieName);
    refuseForeignOrigin(request);
    request.caller = unitOfWork.callerFor({
      actor: request.signed.actor,
      requestId: request.id,
      address: request.ip,
      ...(onStatement && { onStatement }),
    });
  });
  const admission = new Admission(work);
  http.addHook('preHandler', async (request) => {
    request.leave = await admission.enter();
  });
  http.addHook('onSend', async ({ leave }: { readonly leave?: () => void }) => leave?.());
}
