import { checkDates, checkLength, checkRequired, checkWhole, longText, shortText } from '../kernel/input.js';
import { movesFrom, stateAfter } from '../kernel/lifecycle.js';
import { type Problem, problem } from '../kernel/problem.js';
import { type MouMove, type MouState, mouLifecycle } from './mou.lifecycle.js';

/** Plain facts of an agreement, before they are saved. */
export interface MouFacts {
  readonly titleAsWritten: string | null;
  readonly subject: string | null;
  readonly signedOn: string | null;
  readonly signedPlace: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly termText: string | null;
  readonly isAutoRenewed: boolean | null;
  readonly noticeDays: number | null;
  readonly segments: readonly string[];
  readonly scope: readonly string[];
  readonly plannedBeneficiaries: number | null;
  readonly note: string | null;
}

export interface PartyFacts {
  readonly kind: string;
  readonly regionId: string | null;
  readonly agency: string | null;
  readonly officeId: string | null;
  readonly otherName: string | null;
  readonly number: string | null;
  readonly signatoryId: string | null;
}

/** What of the chain and the place has to be known to judge an agreement. */
export interface MouPlace {
  readonly kind: string;
  readonly regionId: string;
  readonly regionLevel: string;
  readonly parent: Neighbour | null;
  readonly predecessor: Neighbour | null;
}

interface Neighbour {
  readonly kind: string;
  readonly state: string;
  readonly regionId: string;
}

const mostParties = 20;
const mostScopes = 50;

/** Everything that is wrong with the facts themselves, in the order of the form. */
export function checkFacts(facts: MouFacts): Problem[] {
  const problems = [
    ...checkRequired(facts, ['titleAsWritten']),
    ...checkLength(facts, ['titleAsWritten', 'signedPlace', 'termText'], shortText),
    ...checkLength(facts, ['subject'], 1000),
    ...checkLength(facts, ['note'], longText),
    ...checkDates(facts, ['signedOn', 'effectiveFrom', 'effectiveUntil']),
    ...checkWhole(facts, ['noticeDays'], { minimum: 0, maximum: 730 }),
    ...checkWhole(facts, ['plannedBeneficiaries'], { minimum: 1, maximum: 50_000_000 }),
    ...checkScope(facts.scope),
  ];
  const { effectiveFrom: from, effectiveUntil: until } = facts;
  if (problems.length === 0 && from && until && until < from) {
    problems.push(problem(['input', 'effectiveUntil'], 'MOU_PERIOD_REVERSED', { from, until }));
  }
  return problems;
}

function checkScope(scope: readonly string[]): Problem[] {
  if (scope.length > mostScopes)
    return [problem(['input', 'scope'], 'VALUE_TOO_MANY', { count: scope.length, limit: mostScopes })];
  return scope.flatMap((phrase, index) => {
    if (phrase.length <= shortText) return [];
    return [
      problem(['input', 'scope', String(index)], 'VALUE_TOO_LONG', {
        length: phrase.length,
        limit: shortText,
      }),
    ];
  });
}

/** Each kind of party needs its own facts and no others. */
export function checkParties(parties: readonly PartyFacts[]): Problem[] {
  if (parties.length > mostParties) {
    return [problem(['input', 'parties'], 'VALUE_TOO_MANY', { count: parties.length, limit: mostParties })];
  }
  return parties.flatMap((party, index) => {
    const path = ['input', 'parties', String(index)];
    const lengths = [
      ...checkLength(party, ['agency', 'otherName'], 200, path),
      ...checkLength(party, ['number'], 100, path),
    ];
    return isWhole(party) ? lengths : [...lengths, problem(path, 'MOU_PARTY_INCOMPLETE')];
  });
}

function isWhole({ kind, regionId, agency, officeId, otherName }: PartyFacts): boolean {
  const given = [regionId && 'region', agency && 'agency', officeId && 'office', otherName && 'other']
    .filter(Boolean)
    .join();
  const needed: Readonly<Record<string, string>> = {
    REGION_GOVERNMENT: 'region',
    AGENCY: 'region,agency',
    OFFICE: 'office',
    OTHER: 'other',
  };
  return given === needed[kind];
}

/** PP 28/2018: an umbrella stands alone, a PKS may follow from one; an addendum changes something that is signed. */
export function checkPlace({ kind, regionId, regionLevel, parent, predecessor }: MouPlace): Problem[] {
  const problems: Problem[] = [];
  if (!['PROVINCE', 'REGENCY', 'CITY'].includes(regionLevel))
    problems.push(problem(['input', 'regionId'], 'MOU_REGION_LEVEL'));
  if (!isParentFitting(kind, parent)) problems.push(problem(['input', 'parentId'], 'MOU_PARENT_MISPLACED'));
  const isRenewable =
    predecessor?.kind === kind && predecessor.regionId === regionId && predecessor.state !== 'DRAFT';
  if (predecessor && (!isRenewable || predecessor.state === 'LEGAL_REVIEW')) {
    problems.push(problem(['input', 'predecessorId'], 'MOU_PREDECESSOR_MISPLACED'));
  }
  return problems;
}

function isParentFitting(kind: string, parent: Neighbour | null): boolean {
  if (kind === 'UMBRELLA') return parent === null;
  if (kind === 'PKS') return parent === null || parent.kind === 'UMBRELLA';
  return parent !== null && parent.kind !== 'ADDENDUM' && parent.state === 'SIGNED';
}

/** Whether `move` exists from `state`; if not, the answer names the moves that do. */
export function checkMove(state: MouState, move: MouMove): Problem[] {
  return stateAfter(mouLifecycle, state, move) ? [] : [moveRefused(state, move)];
}

/** That the state does not allow the move; revising is none, and has states of its own. */
export function moveRefused(state: MouState, move: MouMove | 'revise'): Problem {
  const allowed = movesFrom(mouLifecycle, state).join(', ') || '-';
  return problem(['id'], 'MOU_MOVE_NOT_ALLOWED', { move, state, allowed });
}

/** Facts of a signed agreement that a change would overwrite, each at its field. */
export function checkFrozen(current: object, changed: object): Problem[] {
  const after = new Map<string, unknown>(Object.entries(changed));
  return Object.entries(current)
    .filter(
      ([name, value]) =>
        name !== 'note' && isKnown(value) && JSON.stringify(value) !== JSON.stringify(after.get(name)),
    )
    .map(([name]) => problem(['input', name], 'MOU_SIGNED_CONTENT_FROZEN'));
}

/** The parties of a signed agreement stay; only unknown numbers and signatories may be added to them. */
export function checkFrozenParties(
  current: readonly PartyFacts[],
  changed: readonly PartyFacts[],
): Problem[] {
  if (current.length !== changed.length) return [problem(['input', 'parties'], 'MOU_SIGNED_CONTENT_FROZEN')];
  return current.flatMap((party, index) =>
    checkFrozen(party, changed[index] ?? {}).map(({ path }) =>
      problem(['input', 'parties', String(index), ...path.slice(1)], 'MOU_SIGNED_CONTENT_FROZEN'),
    ),
  );
}

function isKnown(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}
