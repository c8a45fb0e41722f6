import type { UserError } from './graphql-client';

export type Deed = 'verify' | 'approve' | 'submit' | 'activate' | 'cover' | 'uncover';

/** What is to be done with whom. */
export interface Ask {
  readonly deed: Deed;
  readonly programId: string;
  readonly categoryId: string;
  readonly from: string;
  readonly until: string;
  readonly allowPartial: boolean;
}

/** What it came to, or would come to. */
export interface Outcome {
  readonly isTrial: boolean;
  readonly matched: number;
  readonly willChange: number;
  /** Null: the decision is not about months. */
  readonly personMonths: number | null;
  readonly rupiah: string | null;
  /** Why how many stay as they are, or what else is to be known. */
  readonly notes: readonly { readonly count: number; readonly message: string }[];
}

export interface Answer {
  readonly outcome: Outcome | null;
  readonly errors: readonly UserError[];
}

/** As many cases are told one by one; the list of cases has them all. */
const casesShown = 5;

type AskGraphql = <Data>(query: string, variables: object) => Promise<Data>;

/** The decisions, with the states that each starts from. */
export const deeds = {
  verify: { label: { id: 'Verifikasi', en: 'Verify' }, from: ['PROPOSED'] },
  approve: { label: { id: 'Setujui', en: 'Approve' }, from: ['VERIFIED'] },
  submit: {
    label: { id: 'Catat pengiriman ke cabang', en: 'Record sending to the branch' },
    from: ['APPROVED'],
  },
  activate: { label: { id: 'Aktifkan', en: 'Activate' }, from: ['APPROVED', 'SUBMITTED'] },
  cover: { label: { id: 'Lindungi bulan', en: 'Cover months' }, from: ['ACTIVE'] },
  uncover: {
    label: { id: 'Tarik kembali bulan yang belum ditagih', en: 'Take back unbilled months' },
    from: null,
  },
} as const;

const moving = `mutation ($filter: EnrollmentFilter!, $move: EnrollmentBulkMove!, $dryRun: Boolean!) {
  enrollmentsMoveEach(filter: $filter, move: $move, dryRun: $dryRun) {
    matched willChange changed refused { message count } userErrors { path code message } } }`;
const covering = `mutation ($input: CoverageCoverInput!, $dryRun: Boolean!) {
  coverageCover(input: $input, dryRun: $dryRun) {
    matchedEnrollments coveredEnrollments inactiveEnrollments refusedEnrollments personMonths refusedPersonMonths
    outsidePersonMonths rupiah refused { message } userErrors { path code message } } }`;
const uncovering = `mutation ($input: CoverageUncoverInput!, $dryRun: Boolean!) {
  coverageUncover(input: $input, dryRun: $dryRun) {
    matchedEnrollments uncoveredEnrollments personMonths rupiah billedPersonMonths userErrors { path code message } } }`;

/** Asks for the trial or the deed; GraphQL judges and counts. */
export async function askTogether(
  askGraphql: AskGraphql,
  ask: Ask,
  { dryRun, language }: { readonly dryRun: boolean; readonly language: 'id' | 'en' },
): Promise<Answer> {
  if (ask.deed === 'cover') return cover(askGraphql, ask, { dryRun, language });
  if (ask.deed === 'uncover') return uncover(askGraphql, ask, dryRun);
  const variables = { filter: filterOf(ask), move: ask.deed.toUpperCase(), dryRun };
  const { enrollmentsMoveEach: moved } = await askGraphql<{ enrollmentsMoveEach: Moved }>(moving, variables);
  if (moved.userErrors.length > 0) return { outcome: null, errors: moved.userErrors };
  const willChange = (dryRun ? moved.willChange : moved.changed) ?? 0;
  const outcome = {
    isTrial: dryRun,
    matched: moved.matched ?? 0,
    willChange,
    personMonths: null,
    rupiah: null,
    notes: moved.refused,
  };
  return { outcome, errors: [] };
}

interface Moved {
  readonly matched: number | null;
  readonly willChange: number | null;
  readonly changed: number | null;
  readonly refused: readonly { readonly message: string; readonly count: number }[];
  readonly userErrors: readonly UserError[];
}

interface CoveredMonths {
  readonly matchedEnrollments: number;
  readonly coveredEnrollments: number;
  readonly inactiveEnrollments: number;
  readonly refusedEnrollments: number;
  readonly personMonths: number;
  readonly refusedPersonMonths: number;
  readonly outsidePersonMonths: number;
  readonly rupiah: string;
  readonly refused: readonly { readonly message: string }[];
  readonly userErrors: readonly UserError[];
}

async function cover(
  askGraphql: AskGraphql,
  ask: Ask,
  { dryRun, language }: { readonly dryRun: boolean; readonly language: 'id' | 'en' },
): Promise<Answer> {
  const input = { ...monthsOf(ask), allowPartial: ask.allowPartial };
  const { coverageCover: done } = await askGraphql<{ coverageCover: CoveredMonths }>(covering, {
    input,
    dryRun,
  });
  if (done.userErrors.length > 0) return { outcome: null, errors: done.userErrors };
  const isIndonesian = language === 'id';
  const elsewhere = isIndonesian
    ? 'sudah dilindungi pembayar lain; kasusnya dicatat'
    : 'covered by another payer; kept as cases';
  const inactive = isIndonesian ? 'belum aktif' : 'not active';
  const notes = [
    { count: done.refusedEnrollments, message: elsewhere },
    { count: done.inactiveEnrollments, message: inactive },
    ...done.refused.slice(0, casesShown).map(({ message }) => ({ count: 1, message })),
  ].filter(({ count }) => count > 0);
  const outcome = {
    isTrial: dryRun,
    matched: done.matchedEnrollments,
    willChange: done.coveredEnrollments,
    personMonths: done.personMonths,
    rupiah: done.rupiah,
    notes,
  };
  return { outcome, errors: [] };
}

interface UncoveredMonths {
  readonly matchedEnrollments: number;
  readonly uncoveredEnrollments: number;
  readonly personMonths: number;
  readonly rupiah: string;
  readonly billedPersonMonths: number;
  readonly userErrors: readonly UserError[];
}

async function uncover(askGraphql: AskGraphql, ask: Ask, dryRun: boolean): Promise<Answer> {
  const variables = { input: monthsOf(ask), dryRun };
  const { coverageUncover: done } = await askGraphql<{ coverageUncover: UncoveredMonths }>(
    uncovering,
    variables,
  );
  if (done.userErrors.length > 0) return { outcome: null, errors: done.userErrors };
  const { matchedEnrollments: matched, uncoveredEnrollments: willChange, personMonths, rupiah } = done;
  return { outcome: { isTrial: dryRun, matched, willChange, personMonths, rupiah, notes: [] }, errors: [] };
}

function monthsOf(ask: Ask) {
  const { programId, from, until } = ask;
  return {
    programId,
    from,
    until,
    filter: { ...filterOf(ask), ...(ask.deed === 'cover' && { states: ['ACTIVE'] }) },
  };
}

function filterOf({ programId, categoryId, deed }: Ask) {
  const from = deed === 'cover' || deed === 'uncover' ? null : deeds[deed].from;
  return {
    programIds: [programId],
    ...(categoryId !== '' && { categoryIds: [categoryId] }),
    ...(from && { states: from }),
  };
}
