import type { FastifyInstance } from 'fastify';

/** Headers of every answer of every door; a door may be stricter. Pages bring a content policy of their own. */
export function answerHeaders(http: FastifyInstance, { isSecure }: { readonly isSecure: boolean }): void {
  http.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    reply.header('cross-origin-resource-policy', 'same-origin');
    if (!reply.hasHeader('x-frame-options')) reply.header('x-frame-options', 'DENY');
    if (!reply.hasHeader('referrer-policy')) reply.header('referrer-policy', 'same-origin');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (isSecure) reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}
