import { checkDates, checkLength, checkRequired, checkWhole, longText } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { RegulationKind, RegulationState } from './regulation.kinds.js';

/** What a regulation says of itself. Days are `YYYY-MM-DD`; null: unknown. */
export interface RegulationFacts {
  readonly kind: RegulationKind | null;
  readonly regionId: string | null;
  readonly issuerName: string | null;
  readonly number: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly subject: string | null;
  readonly note: string | null;
  readonly enactedOn: string | null;
  readonly promulgatedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly revokedOn: string | null;
}

const anyRegion = ['PROVINCE', 'REGENCY', 'CITY'];

/** Levels of region that issue a kind; null stands for the nation. */
const issuers: Readonly<Record<`${RegulationKind}`, readonly (string | null)[]>> = {
  UU: [null],
  PP: [null],
  PERPRES: [null],
  INPRES: [null],
  PERMEN: [null],
  PERBAN: [null],
  PERDIR: [null],
  SE: [null, ...anyRegion],
  PERDA: anyRegion,
  PERGUB: ['PROVINCE'],
  PERBUP: ['REGENCY'],
  PERWAL: ['CITY'],
  KEPGUB: ['PROVINCE'],
  KEPBUP: ['REGENCY'],
  KEPWAL: ['CITY'],
};

/** A kind issued by the wrong level of region; `level` null: by the nation. */
export function checkIssuer(kind: RegulationFacts['kind'], level: string | null): Problem[] {
  if (kind === null || issuers[kind].includes(level)) return [];
  return [problem(['input', 'issuerRegionId'], 'REGULATION_ISSUER_MISPLACED')];
}

/** All that is wrong with the facts in themselves, for a regulation that will be in `state`. */
export function checkFacts(facts: RegulationFacts, state: `${RegulationState}`): Problem[] {
  return [
    ...checkRequired(facts, ['kind']),
    ...checkLength(facts, ['issuerName'], 200),
    ...checkLength(facts, ['number'], 100),
    ...checkWhole(facts, ['year'], { minimum: 1945, maximum: 2200 }),
    ...checkLength(facts, ['title'], 1000),
    ...checkLength(facts, ['subject', 'note'], longText),
    ...checkDates(facts, ['enactedOn', 'promulgatedOn', 'effectiveFrom', 'effectiveUntil', 'revokedOn']),
    ...checkState(facts, state),
    ...checkOrder(facts, 'enactedOn', 'promulgatedOn'),
    ...checkOrder(facts, 'effectiveFrom', 'effectiveUntil'),
    ...checkOrder(facts, 'enactedOn', 'revokedOn'),
  ];
}

const knownOnce = [
  'kind',
  'issuerName',
  'number',
  'year',
  'title',
  'subject',
  'enactedOn',
  'promulgatedOn',
  'effectiveFrom',
  'effectiveUntil',
  'revokedOn',
] as const satisfies readonly (keyof RegulationFacts)[];

/** Known facts of an enacted regulation that `next` would change; its remark stays free. */
export function checkKnown(current: RegulationFacts, next: RegulationFacts): Problem[] {
  const problems = knownOnce
    .filter((name) => current[name] !== null && current[name] !== next[name])
    .map((name) => problem(['input', name], 'REGULATION_FACT_KNOWN'));
  // no region is a fact as well: a national instrument
  if (current.regionId !== next.regionId)
    problems.push(problem(['input', 'issuerRegionId'], 'REGULATION_FACT_KNOWN'));
  return problems;
}

/** Year in the name: as given, else that of the enactment, else of the promulgation. */
export function yearOf(facts: RegulationFacts): number | null {
  const day = facts.enactedOn ?? facts.promulgatedOn;
  return facts.year ?? (day === null ? null : Number(day.slice(0, 4)));
}

function checkState(facts: RegulationFacts, state: `${RegulationState}`): Problem[] {
  const problems: Problem[] = [];
  if (state === 'DRAFT') {
    for (const name of ['enactedOn', 'promulgatedOn'] as const) {
      if (facts[name] !== null) problems.push(problem(['input', name], 'REGULATION_DRAFT_DATED'));
    }
  } else if (facts.year === null) {
    problems.push(problem(['input', 'year'], 'REGULATION_YEAR_UNKNOWN'));
  }
  if (state !== 'REVOKED' && facts.revokedOn !== null)
    problems.push(problem(['input', 'revokedOn'], 'REGULATION_NOT_REVOKED'));
  return problems;
}

type Day = 'enactedOn' | 'promulgatedOn' | 'effectiveFrom' | 'effectiveUntil' | 'revokedOn';

function checkOrder(facts: RegulationFacts, earlierName: Day, laterName: Day): Problem[] {
  const earlier = facts[earlierName];
  const later = facts[laterName];
  if (earlier === null || later === null || later >= earlier) return [];
  return [problem(['input', laterName], 'REGULATION_DATES_REVERSED', { earlier, later })];
}
