import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { type Actor, anonymous, type Grant, type Locale } from '../../schema/kernel/actor.js';
import { sessionIdle, tokenHash } from '../../schema/staff/index.js';

/** How often the use of a session or an access token is noted. */
const touchAfter = '1 minute';

export interface Signed {
  readonly actor: Actor;
  readonly name: string | null;
  /** Whether the credential came by cookie, which other sites' pages can make a browser send. */
  readonly isCookie: boolean;
}

interface Row {
  readonly staff_id: string;
  readonly session_id: string | null;
  readonly name: string;
  readonly locale: Locale;
  readonly access: 'READ' | 'WRITE';
  readonly grants: Grant[];
}

/** Who holds this token now: rights are looked up at every request, so a block or a new role counts at once. */
export async function actorOfToken(pool: Pool, token: string): Promise<Omit<Signed, 'isCookie'> | null> {
  const { rows } = await pool.query<Row>({
    name: 'authenticate',
    text: 'select * from app.authenticate($1, $2, $3)',
    values: [tokenHash(token), sessionIdle, touchAfter],
  });
  const [row] = rows;
  if (!row) return null;
  const actor: Actor = {
    staffId: row.staff_id,
    grants: row.grants,
    locale: row.locale,
    canWrite: row.access === 'WRITE',
    sessionId: row.session_id,
  };
  return { actor, name: row.name };
}

/** The caller of an HTTP request; anonymous without a credential or with one that is no longer good. */
export async function signedRequest(
  pool: Pool,
  request: FastifyRequest,
  cookieName: string,
): Promise<Signed> {
  const bearer = /^Bearer ([\w.-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const cookie = request.cookies[cookieName];
  const token = bearer ?? cookie;
  const isCookie = bearer === undefined && cookie !== undefined;
  const found = token ? await actorOfToken(pool, token) : null;
  const locale: Locale = /^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'id';
  return found ? { ...found, isCookie } : { actor: { ...anonymous, locale }, name: null, isCookie };
}
