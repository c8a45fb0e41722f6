import type { FastifyInstance } from 'fastify';

/** Headers of every answer of the panel; pages add the policy with their nonce. */
export function securityHeaders(http: FastifyInstance): void {
  http.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin');
    reply.header('x-frame-options', 'DENY');
    // records and forms do not stay behind in the browser of an office that many share
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}
