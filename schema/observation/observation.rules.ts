import { checkDates, checkLength, checkRequired } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';

/** What a reported figure is made of, before it is saved. */
export interface ObservationDraft {
  readonly value: string | null;
  readonly asOf: string | null;
  readonly period: string | null;
  readonly label: string | null;
  readonly denominatorKind: string | null;
}

const wholeUnits: readonly string[] = ['PERSON', 'RUPIAH', 'FAMILY', 'CASE'];

/** Everything that is wrong with a figure, in the order of the form. `unit` is null when the indicator is unknown. */
export function checkObservation(draft: ObservationDraft, unit: string | null): Problem[] {
  return [
    ...checkRequired(draft, ['value']),
    ...checkValue(draft.value, unit),
    ...checkDates(draft, ['asOf']),
    ...checkLength(draft, ['period'], 100),
    ...checkRequired(draft, ['label']),
    ...checkLength(draft, ['label'], 500),
    ...checkDenominator(draft.denominatorKind, unit),
  ];
}

/** "1.500" is not guessed: for people and rupiah a dot is refused, because it may stand for thousands. */
function checkValue(value: string | null, unit: string | null): Problem[] {
  if (value === null) return [];
  const path = ['input', 'value'];
  const shown = { value: value.slice(0, 100) };
  if (unit !== null && wholeUnits.includes(unit)) {
    if (!/^-?\d{1,18}$/.test(value)) return [problem(path, 'OBSERVATION_VALUE_NOT_WHOLE', shown)];
    return value.startsWith('-') ? [problem(path, 'OBSERVATION_VALUE_NEGATIVE', shown)] : [];
  }
  return /^-?\d{1,18}(\.\d{1,6})?$/.test(value) ? [] : [problem(path, 'OBSERVATION_VALUE_INVALID', shown)];
}

function checkDenominator(kind: string | null, unit: string | null): Problem[] {
  if (kind === null || unit === null || unit === 'PERCENT') return [];
  return [problem(['input', 'denominatorKind'], 'OBSERVATION_DENOMINATOR_MISPLACED')];
}
