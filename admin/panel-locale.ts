import type { FastifyRequest } from 'fastify';
import { isSignedIn, type Locale, locales } from '../schema/kernel/actor.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';

/** Cookie with the language that this browser chose in the panel. Not secret: the page sets it itself. */
export const localeCookie = 'payung_locale';

/** Language of the panel: as chosen in this browser, else as the account prefers; Indonesian for whoever is unknown. */
export function panelLocale({ cookies, caller }: FastifyRequest): Locale {
  return asLocale(cookies[localeCookie]) ?? (isSignedIn(caller.actor) ? caller.actor.locale : 'id');
}

export function asLocale(value: unknown): Locale | null {
  return locales.find((locale) => locale === value) ?? null;
}

/** The caller of the request, who is answered in the language of the panel. */
export function panelCaller(request: FastifyRequest, locale = panelLocale(request)): Caller {
  return { ...request.caller, actor: { ...request.caller.actor, locale } };
}
