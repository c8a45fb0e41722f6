import { newId } from '../kernel/identifier.js';
import { checkLength, longText } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import type { RegulationRevokeInput } from './regulation.inputs.js';
import { checkFacts, type RegulationFacts } from './regulation.rules.js';

/** What is wrong with a revocation in itself; `facts` carry its day. */
export function checkRevocation(facts: RegulationFacts, input: RegulationRevokeInput): Problem[] {
  return [
    ...checkFacts(facts, 'REVOKED').filter(({ path }) => path[1] === 'revokedOn'),
    ...checkLength(input, ['reason'], longText),
    ...checkExplained(input),
  ];
}

/** A revoking regulation that is the same one, not visible, not enacted, or of a region that has no say. One query. */
export async function checkRevoker(
  work: Work,
  regulation: { readonly id: string; readonly regionId: string | null },
  revokerId: string | null,
): Promise<Problem[]> {
  if (revokerId === null) return [];
  const path = ['input', 'revokedById'];
  if (revokerId === regulation.id) return [problem(path, 'REGULATION_RELATION_SELF')];
  const [revoker] = await work.query<{ state: string; has_say: boolean }>(
    `select r.state, r.region_id is null or r.region_id in (select app.region_ancestors($2)) as has_say
     from regulation r where r.id = $1`,
    [revokerId, regulation.regionId],
  );
  if (!revoker) return [problem(path, 'REFERENCE_NOT_FOUND')];
  if (revoker.state === 'DRAFT') return [problem(path, 'REGULATION_REVOKER_IS_DRAFT')];
  return revoker.has_say ? [] : [problem(path, 'REGULATION_RELATION_RANK')];
}

/** Records that the revoker revokes the regulation, unless that is known already. Call `lockRelations` first. */
export async function recordRevoker(work: Work, regulationId: string, revokerId: string): Promise<void> {
  await work.query(
    `insert into regulation_relation (id, regulation_id, kind, target_id) values ($1, $2, 'REVOKES', $3)
     on conflict on constraint regulation_relation_unique do nothing`,
    [newId(), revokerId, regulationId],
  );
}

/** Without a regulation that revokes it, only the day and the reason tell what happened. */
function checkExplained({ revokedById, revokedOn, reason }: RegulationRevokeInput): Problem[] {
  if (revokedById) return [];
  return [
    ...(revokedOn ? [] : [problem(['input', 'revokedOn'], 'REGULATION_REVOCATION_UNEXPLAINED')]),
    ...(reason ? [] : [problem(['input', 'reason'], 'REGULATION_REVOCATION_UNEXPLAINED')]),
  ];
}
