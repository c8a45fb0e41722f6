import { type Actor, holdsRole } from '../kernel/actor.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { OrganisationKind } from './official.entity.js';

/** What an official is made of, before it is saved; keys are those of the database. */
export interface OfficialDraft {
  readonly name: string | null;
  readonly nameVariants: readonly string[];
  readonly post: string | null;
  readonly organisationKind: OrganisationKind | null;
  readonly regionId: string | null;
  readonly agency: string | null;
  readonly officeId: string | null;
  readonly isActing: boolean;
  readonly termFrom: string | null;
  readonly termUntil: string | null;
  readonly evidencedFrom: string | null;
  readonly evidencedUntil: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly note: string | null;
}

/** What the database knows about the organisation that a draft names. */
export interface OfficialSurroundings {
  /** Level of the region; null: there is no such region. */
  readonly regionLevel: string | null;
  readonly isOfficeKnown: boolean;
  /** Whether the actor coordinates a province that the office sits in or serves. */
  readonly isOfficeCoordinated: boolean;
}

type Part = 'regionId' | 'agency' | 'officeId';

const parts: readonly Part[] = ['regionId', 'agency', 'officeId'];
const partsOf: Readonly<Record<OrganisationKind, readonly Part[]>> = {
  REGION_GOVERNMENT: ['regionId'],
  AGENCY: ['regionId', 'agency'],
  OFFICE: ['officeId'],
};
const mainLevels = ['PROVINCE', 'REGENCY', 'CITY'];

/** Each kind of organisation has its own parts, all of them and no others. */
export function checkOrganisation(draft: OfficialDraft, around: OfficialSurroundings): Problem[] {
  const { organisationKind: kind, regionId, officeId } = draft;
  if (kind === null) return [];
  const problems = parts.flatMap((part) => {
    const isWanted = partsOf[kind].includes(part);
    if (isWanted === (draft[part] !== null)) return [];
    return [problem(['input', part], isWanted ? 'VALUE_MISSING' : 'OFFICIAL_ORGANISATION_UNFIT')];
  });
  if (problems.length > 0) return problems;
  if (officeId !== null)
    return around.isOfficeKnown ? [] : [problem(['input', 'officeId'], 'REFERENCE_NOT_FOUND')];
  if (regionId === null || around.regionLevel === null)
    return [problem(['input', 'regionId'], 'REFERENCE_NOT_FOUND')];
  return mainLevels.includes(around.regionLevel)
    ? []
    : [problem(['input', 'regionId'], 'OFFICIAL_REGION_LEVEL')];
}

/** Officials of regions belong to who works there, officials of offices to the province's coordinator. */
export function checkAuthority(actor: Actor, draft: OfficialDraft, around: OfficialSurroundings): Problem[] {
  if (holdsRole(actor, ['ADMIN'])) return [];
  const kind: `${OrganisationKind}` | null = draft.organisationKind;
  if (kind === 'OFFICE') {
    return around.isOfficeCoordinated ? [] : [problem(['input', 'officeId'], 'OFFICIAL_OFFICE_RESERVED')];
  }
  if (draft.regionId === null || holdsRole(actor, ['COORDINATOR', 'OPERATOR'], draft.regionId)) return [];
  return [problem(['input', 'regionId'], 'OUTSIDE_REGION')];
}

/** Neither the term nor the evidence runs backwards. */
export function checkOrder({ termFrom, termUntil, evidencedFrom, evidencedUntil }: OfficialDraft): Problem[] {
  return [
    ...reversed({ from: termFrom, until: termUntil }, 'termUntil', 'OFFICIAL_TERM_REVERSED'),
    ...reversed(
      { from: evidencedFrom, until: evidencedUntil },
      'evidencedUntil',
      'OFFICIAL_EVIDENCE_REVERSED',
    ),
  ];
}

/** A term ends once, and not before it began. */
export function checkEnding(
  official: { readonly termFrom: string | null; readonly termUntil: string | null },
  endedOn: string | null,
): Problem[] {
  const { termFrom, termUntil } = official;
  if (termUntil !== null) return [problem(['input', 'endedOn'], 'OFFICIAL_TERM_ENDED', { until: termUntil })];
  return reversed({ from: termFrom, until: endedOn }, 'endedOn', 'OFFICIAL_TERM_REVERSED');
}

function reversed(
  { from, until }: { readonly from: string | null; readonly until: string | null },
  name: string,
  code: string,
): Problem[] {
  return from !== null && until !== null && until < from
    ? [problem(['input', name], code, { from, until })]
    : [];
}
