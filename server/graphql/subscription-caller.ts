import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Pool } from 'pg';
import { anonymous } from '../../schema/kernel/actor.js';
import type { Caller, UnitOfWork } from '../../schema/kernel/unit-of-work.js';
import { actorOfToken } from '../auth/authentication.js';
import { isSameOrigin } from '../auth/same-origin.js';

/** What a websocket came with: `authorization` of its `connectionParams`, and the request that opened it. */
export interface Credentials {
  readonly authorization: unknown;
  readonly request: IncomingMessage;
}

/** Who opened a websocket: by token, or by the cookie from a page of our own. Looked up at every call. */
export function subscriptionCaller({
  pool,
  unitOfWork,
  cookieName,
  parseCookie,
  networkOf,
}: {
  readonly pool: Pool;
  readonly unitOfWork: UnitOfWork;
  readonly cookieName: string;
  readonly parseCookie: (header: string) => Record<string, string | undefined>;
  readonly networkOf: (request: IncomingMessage) => string;
}) {
  return async ({ authorization, request }: Credentials): Promise<Caller> => {
    const token = bearer(authorization) ?? parseCookie(ownCookies(request))[cookieName];
    const found = token ? await actorOfToken(pool, token) : null;
    const address = networkOf(request);
    return unitOfWork.callerFor({ actor: found?.actor ?? anonymous, requestId: randomUUID(), address });
  };
}

function bearer(authorization: unknown): string | null {
  return typeof authorization === 'string'
    ? (/^Bearer ([\w.-]{1,200})$/.exec(authorization)?.[1] ?? null)
    : null;
}

/** The cookie header when a page of our own opened the socket, else nothing. */
function ownCookies({ headers }: IncomingMessage): string {
  return typeof headers.cookie === 'string' && isSameOrigin({ ...headers }) ? headers.cookie : '';
}
