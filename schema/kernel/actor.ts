/** What a member of staff may do; each role is granted for a region and everything below it. */
export const roles = ['ADMIN', 'COORDINATOR', 'OPERATOR', 'APPROVER', 'ANALYST', 'AUDITOR'] as const;
export type Role = (typeof roles)[number];

export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One role in one place. `regionIds` is the region itself and the regencies and cities below it; null: all of Indonesia. */
export interface Grant {
  readonly role: Role;
  readonly regionIds: readonly string[] | null;
}

/** Who acts. PostgreSQL looks the rights up again by `staffId`; this copy only explains refusals early and draws buttons. */
export interface Actor {
  readonly staffId: string | null;
  readonly grants: readonly Grant[];
  readonly locale: Locale;
  /** Whether changes are allowed: false for a personal access token issued for reading only. */
  readonly canWrite: boolean;
  /** Session that the actor came with; null: an access token; absent: inside the process. */
  readonly sessionId?: string | null;
}

export const anonymous: Actor = { staffId: null, grants: [], locale: 'id', canWrite: false };

export function isSignedIn(actor: Actor): boolean {
  return actor.staffId !== null;
}

/** Whether the actor holds one of `wanted` in `regionId`; with null, in the whole country; without it, anywhere. */
export function holdsRole(actor: Actor, wanted: readonly Role[], regionId?: string | null): boolean {
  return actor.grants.some((grant) => wanted.includes(grant.role) && coversRegion(grant, regionId));
}

function coversRegion({ regionIds }: Grant, regionId: string | null | undefined): boolean {
  if (regionId === undefined || regionIds === null) return true;
  return regionId !== null && regionIds.includes(regionId);
}
