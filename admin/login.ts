import { randomBytes } from 'node:crypto';
import formbody from '@fastify/formbody';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { isSignedIn, type Locale } from '../schema/kernel/actor.js';
import { Refusal } from '../schema/kernel/problem.js';
import { messageOf } from '../schema/kernel/texts.js';
import { loginPage, logoutPage } from './login-page.js';
import { asLocale, localeCookie, panelCaller, panelLocale } from './panel-locale.js';
import type { PanelParts } from './parts.js';
import { isRow } from './screen-property.js';

const formBytes = 10 * 1024;
const year = 365 * 24 * 3600;

/** Signing in and out. Every sign-in has a new token, so that one planted before it is worth nothing. */
export const loginRoutes: FastifyPluginAsync<{ readonly parts: PanelParts }> = async (http, { parts }) => {
  await http.register(formbody, { bodyLimit: formBytes });
  http.addHook('onRequest', async (request) => {
    if (request.method === 'POST' && !parts.isSameOrigin(request.headers)) throw new Refusal('FORBIDDEN');
  });
  http.get('/login', (request, reply) => showLogin(request, reply, parts));
  http.post('/login', (request, reply) => signIn(request, reply, parts));
  http.get('/logout', (request, reply) =>
    sendPage(reply, parts, (nonce) => logoutPage(panelLocale(request), nonce)),
  );
  http.post('/logout', (request, reply) => signOut(request, reply, parts));
};

async function showLogin(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PanelParts,
): Promise<FastifyReply> {
  const next = localAddress(textOf(request.query, 'next'));
  if (isSignedIn(request.caller.actor)) return reply.redirect(next, 303);
  const chosen = asLocale(textOf(request.query, 'lang'));
  if (chosen)
    reply.setCookie(localeCookie, chosen, {
      path: '/',
      sameSite: 'lax',
      secure: parts.isSecure,
      maxAge: year,
    });
  return sendLogin(reply, parts, { locale: chosen ?? panelLocale(request), next, email: '', message: null });
}

async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PanelParts,
): Promise<FastifyReply> {
  const next = localAddress(textOf(request.body, 'next'));
  const email = textOf(request.body, 'email').slice(0, 254);
  const locale = panelLocale(request);
  const retry = (status: number, message: string) =>
    sendLogin(reply.status(status), parts, { locale, next, email, message });
  try {
    const client = request.headers['user-agent']?.slice(0, 200) ?? null;
    const password = textOf(request.body, 'password');
    const answer = await parts.services.staff.signIn(panelCaller(request), { email, password, client });
    if (answer.token === null) {
      return retry(401, answer.problems.map(({ code, params }) => messageOf(code, params, locale)).join(' '));
    }
    reply.setCookie(parts.cookieName, answer.token, cookieAttributes(parts));
    return reply.redirect(next, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'TOO_MANY_REQUESTS') throw error;
    return retry(429, messageOf(error.reason, error.params, locale));
  }
}

async function signOut(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: PanelParts,
): Promise<FastifyReply> {
  if (isSignedIn(request.caller.actor)) await parts.services.viewer.signOut(request.caller);
  return reply.clearCookie(parts.cookieName, cookieAttributes(parts)).redirect('/admin/login', 303);
}

/** Gone when the browser is closed: office computers are shared. The database ends the session by time as well. */
function cookieAttributes({ isSecure }: PanelParts) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
}

interface LoginState {
  readonly locale: Locale;
  readonly next: string;
  readonly email: string;
  readonly message: string | null;
}

function sendLogin(reply: FastifyReply, parts: PanelParts, state: LoginState): FastifyReply {
  const { isDemo, demoAccounts } = parts;
  return sendPage(reply, parts, (nonce) => loginPage({ ...state, isDemo, demoAccounts, nonce }));
}

/** A page without AdminJS, with its policy. */
export function sendPage(
  reply: FastifyReply,
  parts: PanelParts,
  page: (nonce: string) => string,
): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', parts.contentSecurityPolicy(nonce))
    .type('text/html; charset=utf-8')
    .send(page(nonce));
}

/** Where to go after signing in: only within the panel, however the address was put. */
export function localAddress(wanted: string): string {
  const base = 'http://panel.invalid';
  if (!URL.canParse(wanted, base)) return '/admin';
  const { origin, pathname, search } = new URL(wanted, base);
  const isPanel = origin === base && /^\/admin(\/[\w/.-]*)?$/.test(pathname) && !pathname.includes('//');
  return isPanel && !/^\/admin\/log(in|out)/.test(pathname) ? pathname + search : '/admin';
}

function textOf(fields: unknown, name: string): string {
  const value = isRow(fields) ? fields[name] : undefined;
  return typeof value === 'string' ? value : '';
}
