import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { asLocale, localeCookie } from '../../admin/panel-locale.js';
import { type Actor, anonymous, type Grant, type Locale } from '../../schema/kernel/actor.js';
import { sessionIdle, tokenHash } from '../../schema/staff/index.js';

/** How often the use of a session or an access token is noted. */
const touchAfter = '1 minute';
/** Longer than any session lives. */
const never = '100 years';

/** Who holds a token. */
export interface Identity {
  readonly actor: Actor;
  readonly name: string;
  /** Count of all changes of rights when it was looked up. */
  readonly epoch: string;
}

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
  readonly epoch: string;
}

/**
 * Who holds this token now: rights are looked up, so a block or a new role counts at once. A request that a page sends
 * by itself (`isBackground`) is not noted as use, or an open page would keep the session of a person who left.
 */
export async function actorOfToken(
  pool: Pool,
  token: string,
  { isBackground = false } = {},
): Promise<Identity | null> {
  const { rows } = await pool.query<Row>({
    name: 'authenticate',
    // the epoch is read first: what changes in between makes it outdated, never the rights
    text: 'select a.*, (select epoch from identity_epoch) as epoch from app.authenticate($1, $2, $3) a',
    values: [tokenHash(token), sessionIdle, isBackground ? never : touchAfter],
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
  return { actor, name: row.name, epoch: row.epoch };
}

/** What a request says of its caller. */
export interface Credential {
  readonly token: string | undefined;
  readonly isCookie: boolean;
  readonly locale: Locale;
  /** Language that the browser chose in the panel, when it signed in there. Null: the account's. */
  readonly chosenLocale: Locale | null;
}

/** The token of a request by header, else by cookie. */
export function credentialOf({ headers, cookies }: FastifyRequest, cookieName: string): Credential {
  const bearer = /^Bearer ([\w.-]{1,200})$/.exec(headers.authorization ?? '')?.[1];
  const cookie = cookies[cookieName];
  const isCookie = bearer === undefined && cookie !== undefined;
  return {
    token: bearer ?? cookie,
    isCookie,
    chosenLocale: isCookie ? asLocale(cookies[localeCookie]) : null,
    locale: /^en\b/.test(headers['accept-language'] ?? '') ? 'en' : 'id',
  };
}

/** The caller of a request; anonymous without a credential or with one that is no longer good. */
export function signedAs({ isCookie, locale, chosenLocale }: Credential, found: Identity | null): Signed {
  if (found) {
    const actor = chosenLocale === null ? found.actor : { ...found.actor, locale: chosenLocale };
    return { actor, name: found.name, isCookie };
  }
  return { actor: { ...anonymous, locale }, name: null, isCookie };
}
