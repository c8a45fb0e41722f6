import type { Verb } from '../kernel/policy.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { Region } from '../region/index.js';
import type { Regulation } from './regulation.entity.js';
import type { RegulationKind, RegulationState } from './regulation.kinds.js';
import { mayDecide, regulationVerbs } from './regulation.policy.js';
import { checkFacts, checkIssuer, checkKnown, type RegulationFacts } from './regulation.rules.js';

export const nothingKnown: RegulationFacts = {
  kind: null,
  regionId: null,
  issuerName: null,
  number: null,
  year: null,
  title: null,
  subject: null,
  note: null,
  enactedOn: null,
  promulgatedOn: null,
  effectiveFrom: null,
  effectiveUntil: null,
  revokedOn: null,
};

/** The facts of a stored regulation. */
export function factsOf(regulation: Regulation): RegulationFacts {
  const { kind, regionId, issuerName, number, year, title, subject, note } = regulation;
  const { enactedOn, promulgatedOn, effectiveFrom, effectiveUntil, revokedOn } = regulation;
  const name = { kind, regionId, issuerName, number, year, title, subject, note };
  return { ...name, enactedOn, promulgatedOn, effectiveFrom, effectiveUntil, revokedOn };
}

/** The columns of checked facts. */
export function rowOf({
  kind,
  ...facts
}: RegulationFacts): Omit<RegulationFacts, 'kind'> & { kind?: RegulationKind } {
  return kind === null ? facts : { ...facts, kind };
}

/** An issuer that the kind does not fit, that does not exist, or that the actor may not record for. At most one query. */
export async function checkPlace(
  work: Work,
  verb: Verb,
  { facts, problems }: { readonly facts: RegulationFacts; readonly problems: readonly Problem[] },
): Promise<Problem[]> {
  const path = ['input', 'issuerRegionId'];
  if (problems.some((known) => known.path[1] === 'issuerRegionId')) return [];
  const region =
    facts.regionId === null ? null : await work.manager.findOneBy(Region, { id: facts.regionId });
  if (facts.regionId !== null && !region) return [problem(path, 'REFERENCE_NOT_FOUND')];
  const misplaced = checkIssuer(facts.kind, region?.level ?? null);
  if (misplaced.length > 0) return misplaced;
  if (mayDecide(work.actor, verb, facts.regionId)) return [];
  return [problem(path, facts.regionId === null ? 'REGULATION_NATIONAL_RESERVED' : 'OUTSIDE_REGION')];
}

/** What is wrong with turning `current` into `next` in this state. */
export async function checkRevision(
  work: Work,
  {
    state,
    current,
    next,
    problems,
  }: {
    readonly state: `${RegulationState}`;
    readonly current: RegulationFacts;
    readonly next: RegulationFacts;
    readonly problems: readonly Problem[];
  },
): Promise<Problem[]> {
  if (state !== 'DRAFT') return [...checkFacts(next, state), ...checkKnown(current, next)];
  return [
    ...checkFacts(next, state),
    ...(await checkPlace(work, regulationVerbs.revise, { facts: next, problems })),
  ];
}
