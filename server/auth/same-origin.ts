import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../schema/kernel/problem.js';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends our cookie along with requests that other sites' pages make. What changes anything by cookie must
 * therefore come from a page of our own; clients with a token in the header are not concerned.
 * @throws Refusal FORBIDDEN
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  if (harmless.has(request.method) || !request.signed.isCookie) return;
  if (!isSameOrigin(request.headers)) throw new Refusal('FORBIDDEN');
}

/** Whether the headers say that the request comes from this very site; browsers send at least one of the two. */
export function isSameOrigin(headers: Readonly<Record<string, unknown>>): boolean {
  const { 'sec-fetch-site': site, origin, host } = headers;
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return false;
  if (typeof origin === 'string') return URL.canParse(origin) && new URL(origin).host === host;
  return typeof site === 'string';
}
