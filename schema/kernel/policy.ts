import { type Actor, holdsRole, isSignedIn, type Role } from './actor.js';
import { Refusal } from './problem.js';

/** Who may do one thing: everybody, everyone who is signed in, or holders of certain roles. */
export type Permission = 'ANYONE' | 'STAFF' | readonly Role[];

/** A verb such as `mou.sign` with those who may do it. */
export interface Verb {
  readonly name: string;
  readonly allowed: Permission;
}

const registry = new Map<string, Verb>();

/** Declares the verbs of a concept, once, at load; the access table of the tests reads them from here. */
export function defineVerbs<Name extends string>(
  concept: string,
  permissions: Readonly<Record<Name, Permission>>,
): Readonly<Record<Name, Verb>> {
  const verbs = {} as Record<Name, Verb>;
  for (const [name, allowed] of Object.entries(permissions) as [Name, Permission][]) {
    verbs[name] = { name: `${concept}.${name}`, allowed };
    registry.set(verbs[name].name, verbs[name]);
  }
  return verbs;
}

export function allVerbs(): readonly Verb[] {
  return [...registry.values()];
}

/** Whether the actor may do it, in `regionId` when given (null: in the whole country). */
export function isPermitted(actor: Actor, verb: Verb, regionId?: string | null): boolean {
  if (verb.allowed === 'ANYONE') return true;
  if (verb.allowed === 'STAFF') return isSignedIn(actor);
  return holdsRole(actor, verb.allowed, regionId);
}

/** @throws Refusal UNAUTHENTICATED without a session, FORBIDDEN without the role. */
export function permit(actor: Actor, verb: Verb, regionId?: string | null): void {
  if (isPermitted(actor, verb, regionId)) return;
  if (!isSignedIn(actor)) throw new Refusal('UNAUTHENTICATED');
  throw new Refusal('FORBIDDEN', 'FORBIDDEN', { verb: verb.name });
}

/** As `permit`, and the session must be allowed to change things (a reading token is not). */
export function permitChange(actor: Actor, verb: Verb, regionId?: string | null): void {
  permit(actor, verb, regionId);
  if (!actor.canWrite) throw new Refusal('FORBIDDEN', 'TOKEN_READS_ONLY');
}
