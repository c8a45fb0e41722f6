import { type Lifecycle, stateAfter } from '../kernel/lifecycle.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { RegulationState } from './regulation.kinds.js';

export type RegulationMove = 'revise' | 'enact' | 'revoke';

export const regulationLifecycle: Lifecycle<`${RegulationState}`, RegulationMove> = {
  DRAFT: { revise: 'DRAFT', enact: 'ENACTED' },
  ENACTED: { revise: 'ENACTED', revoke: 'REVOKED' },
  REVOKED: { revise: 'REVOKED' },
};

/** A move that does not exist from `state`; the problem's text names those that do. */
export function checkMove(state: `${RegulationState}`, move: RegulationMove): Problem[] {
  if (stateAfter(regulationLifecycle, state, move) !== null) return [];
  return [problem(['id'], `REGULATION_IS_${state}`)];
}
