import { type Problem, problem } from '../kernel/problem.js';
import type { AlertState } from './alert.enums.js';

const longestSnoozeDays = 90;
const day = 86_400_000;

/** The alert is no longer in a state in which this makes sense. */
export function checkState(state: AlertState, from: readonly AlertState[]): Problem[] {
  return from.includes(state) ? [] : [problem(['id'], 'ALERT_MOVE_NOT_ALLOWED', { state })];
}

/** A day after today, and not so far that the matter is forgotten. */
export function checkSnooze(until: string, today: string): Problem[] {
  const limit = new Date(Date.parse(today) + longestSnoozeDays * day).toISOString().slice(0, 10);
  const path = ['input', 'until'];
  if (until <= today) return [problem(path, 'ALERT_SNOOZE_PAST', { value: until, today })];
  if (until > limit) return [problem(path, 'ALERT_SNOOZE_TOO_LONG', { limit })];
  return [];
}
