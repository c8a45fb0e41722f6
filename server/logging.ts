import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Structured logs without bodies, query strings, addresses or credentials. */
export function loggerOptions(level: string) {
  return {
    level,
    redact: ['req.headers', 'authorization', 'cookie'],
    serializers: {
      req: ({ method, url, id }: { method: string; url: string; id: string }) => ({
        method,
        path: url.split('?')[0],
        id,
      }),
    },
  };
}

/** The proxy's request id when it looks like one, else a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
