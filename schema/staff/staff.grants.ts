import { In } from 'typeorm';
import { databaseId, newId } from '../kernel/identifier.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { Region } from '../region/index.js';
import type { StaffGrantInput } from './staff.inputs.js';
import type { GrantDraft } from './staff.rules.js';
import { StaffGrant } from './staff-grant.entity.js';

/** The roles of an input with their regions; an id that is no region becomes a problem at its place. One query. */
export async function grantDrafts(
  work: Work,
  grants: readonly StaffGrantInput[],
  path: readonly string[],
  problems: Problem[],
): Promise<GrantDraft[]> {
  const keys = grants.map(({ regionId }) => (regionId ? databaseId('region', regionId) : null));
  const regions = await work.manager.findBy(Region, { id: In(keys.filter((key) => key !== null)) });
  const known = new Map(regions.map((region) => [region.id, region]));
  return grants.flatMap(({ role, regionId }, index) => {
    const region = known.get(keys[index] ?? '') ?? null;
    if (!regionId || region) return [{ role, region }];
    problems.push(problem([...path, String(index), 'regionId'], 'REFERENCE_NOT_FOUND'));
    return [];
  });
}

/** Writes only what differs. Gives before it takes: a person never stands without any role in between. */
export async function replaceGrants(
  work: Work,
  staffId: string,
  wanted: readonly GrantDraft[],
): Promise<void> {
  const held = await work.manager.findBy(StaffGrant, { staffId });
  const heldKeys = new Set(held.map(({ role, regionId }) => grantKey(role, regionId)));
  const wantedKeys = new Set(wanted.map(({ role, region }) => grantKey(role, region?.id)));
  for (const { role, region } of wanted) {
    if (heldKeys.has(grantKey(role, region?.id))) continue;
    await work.manager.insert(StaffGrant, { id: newId(), staffId, role, regionId: region?.id ?? null });
  }
  for (const grant of held) {
    if (!wantedKeys.has(grantKey(grant.role, grant.regionId)))
      await work.manager.delete(StaffGrant, grant.id);
  }
}

function grantKey(role: string, regionId: string | null | undefined): string {
  return `${role}:${regionId ?? ''}`;
}
