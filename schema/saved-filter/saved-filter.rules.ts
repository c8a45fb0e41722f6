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
  // read as the panel reads it, or what is written otherwise would mean the same
  const filters = [...new URLSearchParams(query ?? '')];
  const isUnknown = concept !== null && !/^[a-z][A-Za-z]{1,39}$/.test(concept);
  const isAboutNames = ofPeople.has(concept ?? '') && filters.some(([name]) => name === 'filters.search');
  return [
    ...checkRequired(draft, ['concept', 'name']),
    ...(isUnknown ? [problem(['input', 'concept'], 'SAVED_FILTER_LIST_UNKNOWN')] : []),
    ...checkLength(draft, ['name'], longestName),
    ...(filters.some(([name]) => name.startsWith('filters.')) ? [] : [problem(path, 'SAVED_FILTER_EMPTY')]),
    ...checkLength(draft, ['query'], longestQuery),
    ...(filters.some(holdsNik) ? [problem(path, 'SAVED_FILTER_NIK')] : []),
    ...(isShared && isAboutNames ? [problem(['input', 'isShared'], 'SAVED_FILTER_PERSONAL')] : []),
  ];
}

/** Sixteen digits, whatever stands between them and however they are drawn; ids have letters around theirs. */
function holdsNik([name, value]: readonly [string, string]): boolean {
  const text = `${name}=${value}`.normalize('NFKC').replaceAll(/[\s.,'’‘`+-]/g, '');
  return /(?<![0-9a-f_])[0-9]{16}(?![0-9a-f])/.test(text);
}
