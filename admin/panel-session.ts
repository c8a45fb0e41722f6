import type { CurrentAdmin } from 'adminjs';
import { alertVerbs } from '../schema/alert/index.js';
import { beneficiaryVerbs } from '../schema/beneficiary/index.js';
import type { Actor, Locale } from '../schema/kernel/actor.js';
import { isPermitted } from '../schema/kernel/policy.js';
import type { Caller } from '../schema/kernel/unit-of-work.js';
import { roleNames } from './role-names.js';

const callers = new WeakMap<CurrentAdmin, Caller>();

/**
 * Who is signed in, as AdminJS passes it on and sends it to the browser: made anew for each request, with nothing but
 * what the top bar shows. The caller that the services take hangs on the object's identity and is never serialised.
 */
export function openPanelSession({
  caller,
  name,
  isDemo,
}: {
  readonly caller: Caller;
  readonly name: string;
  readonly isDemo: boolean;
}): CurrentAdmin {
  const { actor } = caller;
  const currentAdmin = {
    id: actor.staffId ?? '',
    name,
    email: name, // AdminJS wants one; the address itself is no business of the page
    title: roleTitle(actor),
    locale: actor.locale,
    isDemo,
    seesPeople: isPermitted(actor, beneficiaryVerbs.read),
    readsAlerts: isPermitted(actor, alertVerbs.read),
  };
  callers.set(currentAdmin, caller);
  return currentAdmin;
}

/** The caller behind AdminJS's `currentAdmin`. @throws Error for an object that no request has opened. */
export function callerOf(currentAdmin: CurrentAdmin | undefined): Caller {
  const caller = currentAdmin && callers.get(currentAdmin);
  if (!caller) throw new Error('AdminJS acts without a caller');
  return caller;
}

/** Language of texts that are made before or outside of a request, such as the bundled defaults. */
export function localeOf(currentAdmin: CurrentAdmin | undefined): Locale {
  return (currentAdmin && callers.get(currentAdmin)?.actor.locale) ?? 'id';
}

function roleTitle({ grants, locale }: Actor): string {
  return [...new Set(grants.map(({ role }) => roleNames[role][locale]))].join(', ');
}
