import { type Actor, holdsRole, type Role } from '../kernel/actor.js';
import { type Problem, problem } from '../kernel/problem.js';
import { grantLimit, passwordLength } from './staff.limits.js';

/** A role to be given: `region` is null for all of Indonesia. */
export interface GrantDraft {
  readonly role: Role;
  readonly region: { readonly id: string; readonly level: string } | null;
}

const grantLevels: readonly string[] = ['PROVINCE', 'REGENCY', 'CITY'];

/** The form of an address; whether it reaches somebody shows at the first letter. */
export function checkEmail(email: string | null | undefined): Problem[] {
  if (!email || (/^[^@\s]+@[^@\s]+$/.test(email) && email.length <= 254)) return [];
  return [problem(['input', 'email'], 'STAFF_EMAIL_INVALID', { value: email.slice(0, 100) })];
}

/** Long rather than complicated (NIST SP 800-63B), and not what everybody knows of the person. */
export function checkPassword(
  password: string,
  person: { readonly email: string; readonly name: string },
  path: readonly string[] = ['input', 'new'],
): Problem[] {
  const { minimum, maximum } = passwordLength;
  const length = [...password].length;
  if (length < minimum) return [problem(path, 'PASSWORD_TOO_SHORT', { length, limit: minimum })];
  if (length > maximum) return [problem(path, 'VALUE_TOO_LONG', { length, limit: maximum })];
  const isKnown = [person.email, person.name].some((text) => plain(text) === plain(password));
  return isKnown ? [problem(path, 'PASSWORD_GUESSABLE')] : [];
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

/** Which roles `actor` may give one person, each problem at its place in the list at `path`. */
export function checkGrants(actor: Actor, grants: readonly GrantDraft[], path: readonly string[]): Problem[] {
  if (grants.length === 0) return [problem(path, 'GRANTS_MISSING')];
  if (grants.length > grantLimit)
    return [problem(path, 'VALUE_TOO_MANY', { count: grants.length, limit: grantLimit })];
  const seen = new Set<string>();
  return grants.flatMap((grant, index) => {
    const key = `${grant.role}:${grant.region?.id ?? ''}`;
    if (seen.has(key)) return [problem([...path, String(index)], 'GRANT_REPEATED')];
    seen.add(key);
    return checkGrant(actor, grant, [...path, String(index)]);
  });
}

function checkGrant(actor: Actor, { role, region }: GrantDraft, path: readonly string[]): Problem[] {
  const isAdmin = holdsRole(actor, ['ADMIN']);
  if (role === 'ADMIN' && !isAdmin) return [problem([...path, 'role'], 'GRANT_ADMIN_FORBIDDEN')];
  if (role === 'ADMIN' && region) return [problem([...path, 'regionId'], 'GRANT_ADMIN_NATIONAL')];
  if (region && !grantLevels.includes(region.level))
    return [problem([...path, 'regionId'], 'GRANT_REGION_LEVEL')];
  if (isAdmin || (region && holdsRole(actor, ['COORDINATOR'], region.id))) return [];
  return [problem([...path, 'regionId'], 'OUTSIDE_REGION')];
}

/** Coordinators leave their own account to others; an administrator may change the own one. */
export function checkNotOwn(actor: Actor, staffId: string | null): Problem[] {
  if (staffId === null || staffId !== actor.staffId || holdsRole(actor, ['ADMIN'])) return [];
  return [problem(['id'], 'STAFF_OWN_ACCOUNT')];
}
