import { createHash } from 'node:crypto';
import type { Role } from '../../schema/kernel/actor.js';
import { newId, referenceId } from '../../schema/kernel/identifier.js';
import type { TestApp } from './app.js';
import { regionKey } from './build/region.js';

/** The actors of the tests: role and region code (null: all of Indonesia). */
export const actors = {
  admin: ['ADMIN', null],
  coordinatorBanten: ['COORDINATOR', '36'],
  operatorCilegon: ['OPERATOR', '36.72'],
  operatorSerang: ['OPERATOR', '36.04'],
  operatorBekasi: ['OPERATOR', '32.75'],
  approverBanten: ['APPROVER', '36'],
  analystBanten: ['ANALYST', '36'],
  auditorBanten: ['AUDITOR', '36'],
} as const satisfies Record<string, readonly [Role, string | null]>;

export type ActorName = keyof typeof actors;

export function staffKey(name: ActorName): string {
  return referenceId('staff', name);
}

/** A session token for each actor; regions have to be built before. */
export async function buildActors({
  sql,
}: Pick<TestApp, 'sql'>): Promise<Readonly<Record<ActorName, string>>> {
  const tokens: Partial<Record<ActorName, string>> = {};
  for (const [name, [role, code]] of Object.entries(actors) as [
    ActorName,
    readonly [Role, string | null],
  ][]) {
    const id = staffKey(name);
    const token = `test-session-${name}`;
    await sql('insert into staff (id, email, name) values ($1, $2, $3)', [id, `${name}@payung.test`, name]);
    await sql('insert into staff_grant (id, staff_id, role, region_id) values ($1, $2, $3, $4)', [
      newId(),
      id,
      role,
      code && regionKey(code),
    ]);
    await sql(
      "insert into staff_session (id, staff_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '12 hours')",
      [newId(), id, createHash('sha256').update(token).digest()],
    );
    tokens[name] = token;
  }
  return tokens as Record<ActorName, string>;
}
