import { type EnrollmentFilter, matchedKeys, stepOf } from '../enrollment/index.js';
import { firstDay } from '../kernel/calendar.js';
import { referenceKey } from '../kernel/input.js';
import { isPermitted } from '../kernel/policy.js';
import { type Problem, problem, refuse } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { Program } from '../program/index.js';
import type { CoverageCoverInput, CoverageUncoverInput } from './coverage.inputs.js';
import { coverageVerbs } from './coverage.policy.js';

/** What covering came to; sums over all persons. */
export interface Covered {
  readonly matchedEnrollments: number;
  readonly coveredEnrollments: number;
  readonly inactiveEnrollments: number;
  readonly refusedEnrollments: number;
  readonly personMonths: number;
  readonly knownPersonMonths: number;
  readonly refusedPersonMonths: number;
  readonly outsidePersonMonths: number;
  readonly rupiah: string;
  readonly caseNumbers: readonly string[];
  readonly nextAfter: string | null;
}

/** What taking back came to; sums over all persons. */
export interface Uncovered {
  readonly matchedEnrollments: number;
  readonly uncoveredEnrollments: number;
  readonly personMonths: number;
  readonly rupiah: string;
  readonly billedPersonMonths: number;
  readonly nextAfter: string | null;
}

/** Months of a case, as PostgreSQL writes days. */
export interface CaseMonths {
  readonly caseNumber: string;
  readonly from: string;
  readonly until: string;
}

// one statement has to end within the ten seconds that the driver waits for an answer
const chunkSize = 10_000;
const mostCases = 100;

/** Whom an input chooses, and where the next step begins; null when everyone was reached. */
interface Chosen {
  readonly programId: string;
  readonly enrollmentIds: readonly string[];
  readonly nextAfter: string | null;
}

/** Program and enrollments that an input chooses, as database keys; in the order in which everyone locks persons. */
export async function chosen(
  work: Work,
  input: CoverageCoverInput | CoverageUncoverInput,
  problems: Problem[],
): Promise<Chosen> {
  const programId = referenceKey('program', input.programId, ['input', 'programId'], problems) ?? '';
  const ids = (input.enrollmentIds ?? []).flatMap(
    (id, index) => referenceKey('enrollment', id, ['input', 'enrollmentIds', String(index)], problems) ?? [],
  );
  const isClear = Boolean(input.enrollmentIds) !== Boolean(input.filter);
  if (!isClear) problems.push(problem(['input', 'enrollmentIds'], 'COVERAGE_CHOICE_UNCLEAR'));
  if (input.until < input.from) problems.push(problem(['input', 'until'], 'COVERAGE_MONTHS_INVALID'));
  const step = stepOf(input.step, problems);
  refuse(problems);
  await refuseForeign(work, programId);
  const { keys, nextAfter } = input.filter
    ? await matchedKeys(work, inProgram(input.filter, input.programId), step)
    : { keys: ids, nextAfter: null };
  const rows = await work.query<{ id: string }>(
    'select e.id from enrollment e where e.id = any ($1::uuid[]) and e.program_id = $2 order by e.person_id, e.id',
    [keys, programId],
  );
  if (!input.filter && rows.length < new Set(ids).size)
    refuse([problem(['input', 'enrollmentIds'], 'REFERENCE_NOT_FOUND')]);
  return { programId, enrollmentIds: rows.map(({ id }) => id), nextAfter };
}

/** A program of another region is absent; one in which the actor only reads is refused at its field. */
async function refuseForeign(work: Work, programId: string): Promise<void> {
  const path = ['input', 'programId'];
  const program = await work.manager.findOneBy(Program, { id: programId });
  if (!program) refuse([problem(path, 'REFERENCE_NOT_FOUND')]);
  else if (!isPermitted(work.actor, coverageVerbs.cover, program.regionId))
    refuse([problem(path, 'OUTSIDE_REGION')]);
}

function inProgram(filter: EnrollmentFilter, programId: string): EnrollmentFilter {
  return { ...filter, programIds: (filter.programIds ?? [programId]).filter((id) => id === programId) };
}

interface CoveredChunk {
  readonly judged: number;
  readonly covered: number;
  readonly refused: number;
  readonly added_months: number;
  readonly added_rupiah: string;
  readonly own_months: number;
  readonly refused_months: number;
  readonly outside_months: number;
  readonly numbers: string | null;
}

/** Covers the months of these enrollments; one statement for each ten thousand of them. */
export async function cover(
  work: Work,
  { programId, enrollmentIds, nextAfter }: Chosen,
  { from, until, fundingSource, allowPartial }: CoverageCoverInput,
): Promise<Covered> {
  const chunks: CoveredChunk[] = [];
  for (const ids of chunked(enrollmentIds)) {
    const values = [programId, ids, firstDay(from), firstDay(until), fundingSource ?? null, allowPartial];
    chunks.push(...(await work.query<CoveredChunk>(coverSql, values)));
  }
  const total = (of: (chunk: CoveredChunk) => number) => chunks.reduce((sum, chunk) => sum + of(chunk), 0);
  return {
    matchedEnrollments: enrollmentIds.length,
    coveredEnrollments: total(({ covered }) => covered),
    inactiveEnrollments: enrollmentIds.length - total(({ judged }) => judged),
    refusedEnrollments: total(({ refused }) => refused),
    personMonths: total(({ added_months: months }) => months),
    knownPersonMonths: total(({ own_months: months }) => months),
    refusedPersonMonths: total(({ refused_months: months }) => months),
    outsidePersonMonths: total(({ outside_months: months }) => months),
    rupiah: sumOf(chunks.map(({ added_rupiah: rupiah }) => rupiah)),
    caseNumbers: chunks.flatMap(({ numbers }) => numbers?.split(',') ?? []).sort(),
    nextAfter,
  };
}

const coverSql = `select count(*)::integer as judged, count(*) filter (where c.added_months > 0)::integer as covered,
    count(*) filter (where c.refused_months > 0)::integer as refused, coalesce(sum(c.added_months), 0)::integer as added_months,
    coalesce(sum(c.added_rupiah), 0)::text as added_rupiah, coalesce(sum(c.own_months), 0)::integer as own_months,
    coalesce(sum(c.refused_months), 0)::integer as refused_months, coalesce(sum(c.outside_months), 0)::integer as outside_months,
    string_agg(array_to_string(c.case_numbers, ','), ',') filter (where c.case_numbers <> '{}') as numbers
  from app.cover($1, $2::uuid[], $3, $4, $5, $6) c`;

/** Takes the months of these enrollments back, save what is billed; one statement for each ten thousand of them. */
export async function uncover(
  work: Work,
  { enrollmentIds, nextAfter }: Chosen,
  { from, until }: CoverageUncoverInput,
): Promise<Uncovered> {
  const chunks: { uncovered: number; months: number; rupiah: string; billed: number }[] = [];
  for (const ids of chunked(enrollmentIds)) {
    chunks.push(
      ...(await work.query<(typeof chunks)[number]>(
        `select count(*) filter (where c.removed_months > 0)::integer as uncovered, coalesce(sum(c.removed_months), 0)::integer as months,
           coalesce(sum(c.removed_rupiah), 0)::text as rupiah, coalesce(sum(c.billed_months), 0)::integer as billed
         from app.uncover($1::uuid[], $2, $3) c`,
        [ids, firstDay(from), firstDay(until)],
      )),
    );
  }
  return {
    matchedEnrollments: enrollmentIds.length,
    uncoveredEnrollments: chunks.reduce((sum, { uncovered }) => sum + uncovered, 0),
    personMonths: chunks.reduce((sum, { months }) => sum + months, 0),
    rupiah: sumOf(chunks.map(({ rupiah }) => rupiah)),
    billedPersonMonths: chunks.reduce((sum, { billed }) => sum + billed, 0),
    nextAfter,
  };
}

/** Months of the first hundred of these cases, by number. */
export function caseMonths(work: Work, numbers: readonly string[]): Promise<CaseMonths[]> {
  return work.query<CaseMonths>(
    `select c.case_number as "caseNumber", lower(c.months)::text as "from", (upper(c.months) - interval '1 month')::date::text as until
     from coverage_case c where c.case_number = any ($1) order by c.case_number`,
    [numbers.slice(0, mostCases)],
  );
}

function chunked(ids: readonly string[]): string[][] {
  // nobody is a chunk as well: the program and its budget are judged all the same
  const count = Math.max(1, Math.ceil(ids.length / chunkSize));
  return Array.from({ length: count }, (_, index) => ids.slice(index * chunkSize, (index + 1) * chunkSize));
}

function sumOf(rupiah: readonly string[]): string {
  return rupiah.reduce((sum, amount) => sum + BigInt(amount), 0n).toString();
}
