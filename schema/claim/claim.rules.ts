import { checkLength, checkRequired, checkWhole } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';

/** What of recorded benefits may change. */
export interface ClaimDraft {
  readonly cases: number | null;
  readonly paidRupiah: string | null;
  readonly note: string | null;
}

/** Everything that is wrong with recorded benefits, in the order of the form. */
export function checkClaim(draft: ClaimDraft): Problem[] {
  return [
    ...checkRequired(draft, ['cases']),
    ...checkWhole(draft, ['cases'], { minimum: 1, maximum: 10_000_000 }),
    ...checkRequired(draft, ['paidRupiah']),
    ...checkRupiah(draft.paidRupiah),
    ...checkLength(draft, ['note'], 1000),
  ];
}

/** Benefits are recorded when they are paid: this month at the latest. */
export function checkClaimMonth(month: string, today: string): Problem[] {
  return month > today.slice(0, 7) ? [problem(['input', 'month'], 'CLAIM_MONTH_IN_FUTURE', { month })] : [];
}

function checkRupiah(value: string | null): Problem[] {
  if (value === null || (/^\d{1,18}$/.test(value) && /[1-9]/.test(value))) return [];
  return [problem(['input', 'paidRupiah'], 'CLAIM_RUPIAH_INVALID', { value: value.slice(0, 100) })];
}
