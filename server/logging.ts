import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type DestinationStream, pino } from 'pino';

/** Structured logs without bodies, query strings, addresses or credentials. */
export function loggerOptions(level: string, destination?: DestinationStream) {
  return {
    level,
    redact: ['req.headers', 'authorization', 'cookie'],
    serializers: {
      req: ({ method, id }: { method: string; id: string }) => ({ method, id }),
    },
    ...streamOf(level, destination),
  };
}

let standardOutput: DestinationStream | null = null;

/**
 * Lines go out together, twice a second or when there are many: writing each by itself was a fifth of what a short
 * request costs. The rest is written when the process ends.
 */
function streamOf(level: string, destination: DestinationStream | undefined) {
  if (destination) return { stream: destination };
  if (level === 'silent') return {};
  standardOutput ??= pino.destination({ dest: 1, sync: false, minLength: 16_000, periodicFlush: 500 });
  return { stream: standardOutput };
}

/** One line per request. The route, not the address: what people type into an address is theirs. */
export function logAnswers(http: FastifyInstance): void {
  http.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request answered',
    );
    done();
  });
  http.addHook('onRequestAbort', async (request) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? null }, 'request aborted');
  });
}

/** The proxy's request id when it looks like one, else a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
