import type { UserError } from './graphql-client';

export type Deed = 'verify' | 'approve' | 'submit' | 'activate' | 'cover' | 'uncover' | 'reject' | 'end';

/** What is to be done with whom. */
export interface Ask {
  readonly deed: Deed;
  /** Filter of the list, as GraphQL takes it. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** Narrows the filter further; empty: it does not. */
  readonly programId: string;
  readonly from: string;
  readonly until: string;
  readonly allowPartial: boolean;
  readonly endedOn: string;
  readonly reason: string;
}

export interface Example {
  readonly id: string;
  readonly name: string;
}

/** Why how many stay as they are, or what else is to be known. */
export interface Note {
  readonly code: string;
  readonly count: number;
  readonly message: string;
  readonly examples: readonly Example[];
}

/** What it came to, or would come to. */
export interface Sums {
  readonly matched: number;
  readonly changed: number;
  /** Null: the decision is not about months. */
  readonly personMonths: number | null;
  readonly rupiah: string | null;
  readonly notes: readonly Note[];
}

/** Sums of one request; `errors` when it was refused as a whole. */
export interface Part extends Sums {
  readonly nextAfter: string | null;
  readonly errors: readonly UserError[];
}

/** Part of those whom the filter matches; null: everyone. */
export type StepInput = { readonly size: number; readonly after: string | null } | null;

type AskGraphql = <Data>(query: string, variables: object) => Promise<Data>;

const moving = `mutation ($filter: EnrollmentFilter!, $move: EnrollmentBulkMove!, $dryRun: Boolean!, $input: EnrollmentBulkInput, $step: BulkStepInput) {
  enrollmentsMoveEach(filter: $filter, move: $move, dryRun: $dryRun, input: $input, step: $step) {
    matched willChange changed nextAfter refused { reasonCode message count examples { id name } } userErrors { path code message } } }`;
const covering = `mutation ($input: CoverageCoverInput!, $dryRun: Boolean!) {
  coverageCover(input: $input, dryRun: $dryRun) {
    matchedEnrollments coveredEnrollments inactiveEnrollments refusedEnrollments personMonths knownPersonMonths
    rupiah nextAfter refused { message } userErrors { path code message } } }`;
const uncovering = `mutation ($input: CoverageUncoverInput!, $dryRun: Boolean!) {
  coverageUncover(input: $input, dryRun: $dryRun) {
    matchedEnrollments uncoveredEnrollments personMonths rupiah billedPersonMonths nextAfter userErrors { path code message } } }`;
const noSums: Sums = { matched: 0, changed: 0, personMonths: null, rupiah: null, notes: [] };

/** Asks for the trial, or for one step of the deed; GraphQL judges and counts. */
export function askTogether(
  askGraphql: AskGraphql,
  ask: Ask,
  { dryRun, step }: { readonly dryRun: boolean; readonly step: StepInput },
): Promise<Part> {
  if (ask.deed === 'cover') return cover(askGraphql, ask, dryRun, step);
  if (ask.deed === 'uncover') return uncover(askGraphql, ask, dryRun, step);
  return move(askGraphql, ask, dryRun, step);
}

interface Moved {
  readonly matched: number | null;
  readonly willChange: number | null;
  readonly changed: number | null;
  readonly nextAfter: string | null;
  readonly refused: readonly {
    readonly reasonCode: string;
    readonly message: string;
    readonly count: number;
    readonly examples: readonly Example[];
  }[];
  readonly userErrors: readonly UserError[];
}

async function move(askGraphql: AskGraphql, ask: Ask, dryRun: boolean, step: StepInput): Promise<Part> {
  const input = {
    ...(ask.deed === 'end' && { endedOn: ask.endedOn === '' ? null : ask.endedOn }),
    ...((ask.deed === 'end' || ask.deed === 'reject') && { reason: ask.reason === '' ? null : ask.reason }),
  };
  const variables = { filter: filterOf(ask), move: ask.deed.toUpperCase(), dryRun, input, step };
  const { enrollmentsMoveEach: moved } = await askGraphql<{ enrollmentsMoveEach: Moved }>(moving, variables);
  return {
    ...noSums,
    matched: moved.matched ?? 0,
    changed: (dryRun ? moved.willChange : moved.changed) ?? 0,
    notes: moved.refused.map(({ reasonCode: code, ...rest }) => ({ code, ...rest })),
    nextAfter: moved.nextAfter,
    errors: moved.userErrors,
  };
}

interface CoveredMonths {
  readonly matchedEnrollments: number;
  readonly coveredEnrollments: number;
  readonly inactiveEnrollments: number;
  readonly refusedEnrollments: number;
  readonly personMonths: number;
  readonly knownPersonMonths: number;
  readonly rupiah: string;
  readonly nextAfter: string | null;
  readonly refused: readonly { readonly message: string }[];
  readonly userErrors: readonly UserError[];
}

async function cover(askGraphql: AskGraphql, ask: Ask, dryRun: boolean, step: StepInput): Promise<Part> {
  const input = { ...monthsOf(ask, step), allowPartial: ask.allowPartial };
  const { coverageCover: done } = await askGraphql<{ coverageCover: CoveredMonths }>(covering, {
    input,
    dryRun,
  });
  const counted = [
    { code: 'ELSEWHERE', count: done.refusedEnrollments, message: '' },
    { code: 'INACTIVE', count: done.inactiveEnrollments, message: '' },
    { code: 'KNOWN_MONTHS', count: done.knownPersonMonths, message: '' },
    // a trial makes no case: without a number there is nothing to look up
    ...(dryRun ? [] : done.refused).map(({ message }) => ({ code: 'CASE', count: 1, message })),
  ];
  return {
    matched: done.matchedEnrollments,
    changed: done.coveredEnrollments,
    personMonths: done.personMonths,
    rupiah: done.rupiah,
    notes: counted.filter(({ count }) => count > 0).map((note) => ({ ...note, examples: [] })),
    nextAfter: done.nextAfter,
    errors: done.userErrors,
  };
}

interface UncoveredMonths {
  readonly matchedEnrollments: number;
  readonly uncoveredEnrollments: number;
  readonly personMonths: number;
  readonly rupiah: string;
  readonly billedPersonMonths: number;
  readonly nextAfter: string | null;
  readonly userErrors: readonly UserError[];
}

async function uncover(askGraphql: AskGraphql, ask: Ask, dryRun: boolean, step: StepInput): Promise<Part> {
  const variables = { input: monthsOf(ask, step), dryRun };
  const { coverageUncover: done } = await askGraphql<{ coverageUncover: UncoveredMonths }>(
    uncovering,
    variables,
  );
  const billed = { code: 'BILLED_MONTHS', count: done.billedPersonMonths, message: '', examples: [] };
  return {
    matched: done.matchedEnrollments,
    changed: done.uncoveredEnrollments,
    personMonths: done.personMonths,
    rupiah: done.rupiah,
    notes: billed.count > 0 ? [billed] : [],
    nextAfter: done.nextAfter,
    errors: done.userErrors,
  };
}

/** The one program that months are covered in; empty while nobody has said which. */
export function programOf({ filter, programId }: Pick<Ask, 'filter' | 'programId'>): string {
  const [only, ...others] = Array.isArray(filter.programIds) ? filter.programIds : [];
  return typeof only === 'string' && others.length === 0 ? only : programId;
}

function monthsOf(ask: Ask, step: StepInput) {
  return { programId: programOf(ask), from: ask.from, until: ask.until, filter: filterOf(ask), step };
}

function filterOf({ filter, programId }: Ask) {
  return programId === '' ? filter : { ...filter, programIds: [programId] };
}
