import { checkLength, checkRequired } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';

/** What a filter says; an empty text is null. */
export interface SavedFilterDraft {
  readonly concept: string | null;
  readonly name: string | null;
  readonly query: string | null;
  readonly isShared: boolean;
}

const longestName = 100;
const longestQuery = 2000;
/** Lists of people: what is typed into them may be a name. */
const ofPeople = new Set(['beneficiary', 'enrollment', 'coverageCase', 'doublePayment']);

/** Everything that is wrong with it, in the order of the form. */
export function checkSavedFilter(draft: SavedFilterDraft): Problem[] {
  const { concept, query, isShared } = draft;
  const path = ['input', 'query'];
  const text = decodeURIComponentSafely(query ?? '');
  const isUnknown = concept !== null && !/^[a-z][A-Za-z]{1,39}$/.test(concept);
  const isAboutNames = ofPeople.has(concept ?? '') && /(^|&)filters\.search=/.test(query ?? '');
  return [
    ...checkRequired(draft, ['concept', 'name']),
    ...(isUnknown ? [problem(['input', 'concept'], 'SAVED_FILTER_LIST_UNKNOWN')] : []),
    ...checkLength(draft, ['name'], longestName),
    ...(query?.includes('filters.') ? [] : [problem(path, 'SAVED_FILTER_EMPTY')]),
    ...checkLength(draft, ['query'], longestQuery),
    ...(/\d{16}/.test(text.replaceAll(/[\s.+]/g, '')) ? [problem(path, 'SAVED_FILTER_NIK')] : []),
    ...(isShared && isAboutNames ? [problem(['input', 'isShared'], 'SAVED_FILTER_PERSONAL')] : []),
  ];
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
