import { databaseId } from '../kernel/identifier.js';
import { checkRequired } from '../kernel/input.js';
import { type Problem, problem } from '../kernel/problem.js';
import type { Work } from '../kernel/unit-of-work.js';
import { EnrollmentBulkMove, type EnrollmentEndReason } from './enrollment.enums.js';
import type { BulkStepInput } from './enrollment.inputs.js';
import { EnrollmentState, enrollmentLifecycle } from './enrollment.lifecycle.js';
import { enrollmentVerbs } from './enrollment.policy.js';
import { checkEnd } from './enrollment.rules.js';

/** How many of those whom a filter matches are taken now, and after which of them; database keys. */
export interface Step {
  readonly size: number;
  readonly after: string | null;
}

/** What a decision has to say beside the move: an end its day and reason, a rejection its reason. */
export interface BulkInput {
  readonly endedOn?: string | null;
  readonly reason?: EnrollmentEndReason | null;
}

/** What the judging of many comes to: who may change (null), or a broken rule with whom it concerns. */
export interface Verdict {
  readonly code: string | null;
  readonly count: number;
  readonly ids: readonly string[];
}

const largestStep = 10_000;

/** What is missing or impossible in a decision for many, whoever it meets. */
export function checkBulk(move: EnrollmentBulkMove, input: BulkInput, today: string): Problem[] {
  if (move === EnrollmentBulkMove.REJECT) return checkRequired(input, ['reason']);
  if (move !== EnrollmentBulkMove.END) return [];
  const missing = checkRequired(input, ['endedOn', 'reason']);
  if (!input.endedOn) return missing;
  return [...missing, ...checkEnd(input.endedOn, { enteredOn: '', today })];
}

/** The step as database keys; problems are added to `problems`. */
export function stepOf(input: BulkStepInput | null | undefined, problems: Problem[]): Step | null {
  if (!input) return null;
  const { size } = input;
  const after = input.after ? databaseId('enrollment', input.after) : null;
  if (size < 1 || size > largestStep) {
    const params = { value: size, minimum: 1, maximum: largestStep };
    problems.push(problem(['step', 'size'], 'NUMBER_OUT_OF_RANGE', params));
  }
  if (input.after && after === null) problems.push(problem(['step', 'after'], 'REFERENCE_NOT_FOUND'));
  return { size, after };
}

/** States from which the move is possible. */
export function statesBefore(move: EnrollmentBulkMove): EnrollmentState[] {
  return Object.values(EnrollmentState).filter((state) => enrollmentLifecycle[state][move] !== undefined);
}

/** Verdicts with how many got them; someone who breaks two rules counts for both. */
export function judge(
  work: Work,
  ids: readonly string[],
  { move, input }: { readonly move: EnrollmentBulkMove; readonly input: BulkInput },
): Promise<Verdict[]> {
  const { allowed } = enrollmentVerbs[move];
  const isApproval = move === EnrollmentBulkMove.APPROVE;
  const isJudgedAgain = move === EnrollmentBulkMove.VERIFY || isApproval;
  const roles = Array.isArray(allowed) ? allowed : [];
  const endedOn = move === EnrollmentBulkMove.END ? input.endedOn : null;
  return work.query<Verdict>(judging, [ids, statesBefore(move), roles, isJudgedAgain, endedOn, isApproval]);
}

const judging = `
  with chosen as materialized (
    select e, e.id, e.state = any ($2) as is_in_state, e.entered_on > $5::date as ends_before_entry,
      e.region_id = any (array(select app.regions_of(variadic $3::text[]))) as is_allowed
    from enrollment e where e.id = any ($1::uuid[])),
  rules as (
    select p.enrollment_id, p.codes
    from app.entry_problems(case when $4::boolean then array(select c.e from chosen c where c.is_in_state and c.is_allowed) end) p
    where cardinality(p.codes) > 0
    union all
    select u, array['ENROLLMENT_APPROVALS_MISSING']
    from app.unapproved_enrollments(case when $6::boolean then array(select c.id from chosen c where c.is_in_state and c.is_allowed) end) u),
  verdicts as (
    select c.id, k.code
    from chosen c left join rules r on r.enrollment_id = c.id
    left join lateral unnest(case when not c.is_allowed then array['OUTSIDE_REGION']
      when not c.is_in_state then array['ENROLLMENT_STATE_OTHER']
      when c.ends_before_entry then array['ENROLLMENT_END_EARLY'] else r.codes end) k(code) on true)
  select v.code, count(*)::integer as count, case when v.code is null then array_agg(v.id order by v.id)
    else (array_agg(v.id order by v.id))[1:5] end as ids
  from verdicts v group by v.code order by v.code nulls first`;
