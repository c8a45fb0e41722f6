import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { anonymous } from '../../schema/kernel/actor.js';
import type { Caller, UnitOfWork } from '../../schema/kernel/unit-of-work.js';
import { actorOfToken } from '../auth/authentication.js';
import { isSameOrigin } from '../auth/same-origin.js';

interface Credentials {
  readonly authorization: unknown;
  readonly headers: Record<string, unknown>;
}

/** Who opened a websocket: by `authorization` in `connectionParams`, or by the cookie from a page of our own. */
export function subscriptionCaller({
  pool,
  unitOfWork,
  cookieName,
  parseCookie,
}: {
  readonly pool: Pool;
  readonly unitOfWork: UnitOfWork;
  readonly cookieName: string;
  readonly parseCookie: (header: string) => Record<string, string | undefined>;
}) {
  return async (credentials: Credentials): Promise<Caller> => {
    const token =
      bearer(credentials.authorization) ?? parseCookie(ownCookies(credentials.headers))[cookieName];
    const found = token ? await actorOfToken(pool, token) : null;
    return unitOfWork.callerFor({ actor: found?.actor ?? anonymous, requestId: randomUUID(), address: null });
  };
}

function bearer(authorization: unknown): string | null {
  return typeof authorization === 'string'
    ? (/^Bearer ([\w.-]{1,200})$/.exec(authorization)?.[1] ?? null)
    : null;
}

/** The cookie header when a page of our own opened the socket, else nothing. */
function ownCookies(headers: Record<string, unknown>): string {
  return typeof headers.cookie === 'string' && isSameOrigin(headers) ? headers.cookie : '';
}
