import type { Actor } from '../kernel/actor.js';
import { defineVerbs, isPermitted, type Verb } from '../kernel/policy.js';

const keepers = ['ADMIN', 'COORDINATOR', 'OPERATOR'] as const;

export const regulationVerbs = defineVerbs('regulation', {
  read: 'ANYONE',
  create: keepers,
  revise: keepers,
  enact: keepers,
  revoke: keepers,
  /** Any of these on an instrument of the nation. */
  decideNationally: ['ADMIN'],
});

/** Whether the actor may do it on regulations of this issuer; null: national ones. */
export function mayDecide(actor: Actor, verb: Verb, regionId: string | null): boolean {
  if (!isPermitted(actor, verb, regionId)) return false;
  return regionId !== null || isPermitted(actor, regulationVerbs.decideNationally);
}
