import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../schema/kernel/problem.js';

/** Requests worked on at once; more than the connections of the pool would only wait there. */
const atOnce = 24;
const longestQueue = 200;
const deadlineMs = 2000;

/**
 * Bounded queue in front of the doors: under overload, late requests get a quick 503 with Retry-After instead of
 * everyone getting an answer that nobody waits for any more.
 */
export function admission(http: FastifyInstance) {
  const waiting: { start: () => void }[] = [];
  let working = 0;
  const release = (): void => {
    working -= 1;
    waiting.shift()?.start();
  };
  const admit = (reply: FastifyReply): void => {
    working += 1;
    reply.raw.once('close', release);
  };
  http.addHook('onClose', async () => {
    for (const { start } of waiting.splice(0)) start();
  });
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (working < atOnce) return admit(reply);
    if (waiting.length >= longestQueue) throw new Refusal('SERVICE_UNAVAILABLE', 'OVERLOADED');
    await turn(waiting);
    admit(reply);
  };
}

function turn(waiting: { start: () => void }[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const place = { start: resolve as () => void };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(place), 1);
      reject(new Refusal('SERVICE_UNAVAILABLE', 'OVERLOADED'));
    }, deadlineMs);
    place.start = () => {
      clearTimeout(timer);
      resolve();
    };
    waiting.push(place);
  });
}
