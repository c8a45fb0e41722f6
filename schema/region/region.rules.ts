import { type Problem, problem } from '../kernel/problem.js';

/** What a region is made of, before it is saved. */
export interface RegionDraft {
  readonly code: string;
  readonly level: string;
}

const below: Readonly<Record<string, readonly string[]>> = {
  PROVINCE: ['REGENCY', 'CITY'],
  REGENCY: ['DISTRICT'],
  CITY: ['DISTRICT'],
  DISTRICT: ['WARD', 'VILLAGE'],
};

/** A code has as many parts as its level is deep, and begins with the code of the region above. */
export function checkRegion(draft: RegionDraft, parent: RegionDraft | null): Problem[] {
  const problems: Problem[] = [];
  if (!/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(draft.code)) {
    problems.push(problem(['input', 'code'], 'REGION_CODE_INVALID', { value: draft.code }));
  } else if (parent && !isDirectlyBelow(draft.code, parent.code)) {
    problems.push(problem(['input', 'code'], 'REGION_CODE_INVALID', { value: draft.code }));
  }
  const isPlaced = parent ? (below[parent.level] ?? []).includes(draft.level) : draft.level === 'PROVINCE';
  if (!isPlaced) problems.push(problem(['input', 'parentId'], 'REGION_LEVEL_MISPLACED'));
  return problems;
}

function isDirectlyBelow(code: string, parentCode: string): boolean {
  return code.slice(0, code.lastIndexOf('.')) === parentCode;
}
