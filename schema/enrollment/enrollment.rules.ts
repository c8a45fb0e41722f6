import { isCalendarDate } from '../kernel/calendar.js';
import { movesFrom, stateAfter } from '../kernel/lifecycle.js';
import { type Problem, problem } from '../kernel/problem.js';
import { type EnrollmentMove, type EnrollmentState, enrollmentLifecycle } from './enrollment.lifecycle.js';

/** Field that a broken rule of entry belongs to. */
const fieldOfRule: Readonly<Record<string, string>> = {
  ENROLLMENT_PROGRAM_NOT_OPEN: 'programId',
  ENROLLMENT_CATEGORY_OUTSIDE: 'categoryId',
  ENROLLMENT_POST_MISSING: 'post',
  ENROLLMENT_ENTRY_OUTSIDE_PROGRAM: 'enteredOn',
  ENROLLMENT_OVER_AGE: 'enteredOn',
};

/** Rules of entry that somebody breaks, with the names of the categories that the program takes. */
export interface BrokenRules {
  readonly codes: readonly string[];
  readonly allowed: string;
}

/** Problems of the rules of entry that the database found broken, each at its field. */
export function entryProblems({ codes, allowed }: BrokenRules): Problem[] {
  return codes.map((code) => problem(['input', fieldOfRule[code] ?? 'beneficiaryId'], code, { allowed }));
}

/** Whether the move exists in this state. */
export function checkMove(state: EnrollmentState, move: EnrollmentMove): Problem[] {
  if (stateAfter(enrollmentLifecycle, state, move) !== null) return [];
  const allowed = movesFrom(enrollmentLifecycle, state).join(', ') || '-';
  return [problem(['id'], 'ENROLLMENT_MOVE_NOT_ALLOWED', { move, state, allowed })];
}

/** Whether membership can have ended on this day. */
export function checkEnd(
  endedOn: string,
  { enteredOn, today }: { readonly enteredOn: string; readonly today: string },
): Problem[] {
  const path = ['input', 'endedOn'];
  if (!isCalendarDate(endedOn)) return [problem(path, 'DATE_INVALID', { value: endedOn })];
  if (endedOn < enteredOn) return [problem(path, 'ENROLLMENT_END_EARLY')];
  if (endedOn > today) return [problem(path, 'ENROLLMENT_END_FUTURE', { value: endedOn, today })];
  return [];
}

/** Whether a card number has its eleven digits; unknown is fine. */
export function checkKpj(kpj: string | null | undefined): Problem[] {
  if (!kpj || /^\d{11}$/.test(kpj)) return [];
  return [problem(['input', 'kpj'], 'ENROLLMENT_KPJ_INVALID')];
}
