import { checkDates, checkLength, checkRequired, checkWhole } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';

/** What an award is made of, before it is saved. */
export interface AwardDraft {
  readonly name: string | null;
  readonly editionYear: number | null;
  readonly category: string | null;
  readonly rank: number | null;
  readonly givenBy: string | null;
  readonly receivedBy: string | null;
  readonly ceremonyOn: string | null;
  readonly note: string | null;
}

/** Everything that is wrong with an award, in the order of the form. */
export function checkAward(draft: AwardDraft): Problem[] {
  return [
    ...checkRequired(draft, ['name', 'editionYear']),
    ...checkLength(draft, ['name', 'category'], 200),
    ...checkWhole(draft, ['editionYear'], { minimum: 2000, maximum: 2200 }),
    ...checkWhole(draft, ['rank'], { minimum: 1, maximum: 1000 }),
    ...checkLength(draft, ['givenBy', 'receivedBy'], 500),
    ...checkDates(draft, ['ceremonyOn']),
  ];
}

/** Officials that occur twice among the givers. */
export function checkGivers(officialIds: readonly string[]): Problem[] {
  return officialIds.flatMap((id, index) => {
    if (officialIds.indexOf(id) === index) return [];
    return [problem(['input', 'givenByOfficialIds', String(index)], 'AWARD_GIVER_REPEATED')];
  });
}
