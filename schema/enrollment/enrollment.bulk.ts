import { filterSql } from '../kernel/select.js';
import { Statement } from '../kernel/statement.js';
import { messageOf } from '../kernel/texts.js';
import type { Work } from '../kernel/unit-of-work.js';
import type { EnrollmentBulkMove } from './enrollment.enums.js';
import { EnrollmentState, enrollmentLifecycle } from './enrollment.lifecycle.js';
import { type EnrollmentFilter, enrollmentList } from './enrollment.list.js';
import { enrollmentVerbs } from './enrollment.policy.js';

/** A decision for everyone whom the filter matches; a dry run changes nothing. */
export interface BulkRequest {
  readonly filter: EnrollmentFilter;
  readonly move: EnrollmentBulkMove;
  readonly dryRun: boolean;
}

/** What a decision for many came to, or would come to. */
export interface BulkResult {
  readonly matched: number;
  readonly willChange: number;
  readonly changed: number;
  readonly refused: readonly {
    readonly reasonCode: string;
    readonly message: string;
    readonly count: number;
  }[];
}

/** Database keys of all enrollments that a filter matches, in the order in which everyone locks them. */
export async function matchedKeys(work: Work, filter: EnrollmentFilter): Promise<string[]> {
  const statement = new Statement();
  const conditions = filterSql(enrollmentList, { filter }, 'e', statement);
  const where = conditions.map((condition) => `(${condition})`).join(' and ') || 'true';
  const rows = await work.query<{ id: string }>(
    `select e.id from enrollment e where ${where} order by e.id`,
    statement.values,
  );
  return rows.map(({ id }) => id);
}

// one statement has to end within the ten seconds that the driver waits for an answer
const rowsAtOnce = 10_000;

/** Judges all of them in one statement, then changes those that can be changed, ten thousand with each statement. */
export async function moveEach(work: Work, { filter, move, dryRun }: BulkRequest): Promise<BulkResult> {
  await work.query("set local statement_timeout = '60s'");
  const matched = await matchedKeys(work, filter);
  if (!dryRun)
    await work.query('select from enrollment e where e.id = any ($1::uuid[]) order by e.id for update', [
      matched,
    ]);
  const judged = await judge(work, matched, move);
  const movable = judged.find(({ code }) => code === null)?.ids ?? [];
  const changed = dryRun ? 0 : await change(work, movable, move);
  const refused = judged.flatMap(({ code, count }) =>
    code === null ? [] : [{ reasonCode: code, message: reason(work, code, move), count }],
  );
  return { matched: matched.length, willChange: movable.length, changed, refused };
}

interface Verdict {
  /** Code of the problem; null: the move is possible. */
  readonly code: string | null;
  readonly count: number;
  readonly ids: readonly string[] | null;
}

/** Verdicts with how many got them; someone who breaks two rules counts for both. */
function judge(work: Work, ids: readonly string[], move: EnrollmentBulkMove): Promise<Verdict[]> {
  const { allowed } = enrollmentVerbs[move];
  const isJudgedAgain = move === 'verify' || move === 'approve';
  return work.query<Verdict>(
    `with chosen as (
       select e, e.id, e.state = any ($2) as is_in_state, e.region_id in (select app.regions_of(variadic $3::text[])) as is_allowed
       from enrollment e where e.id = any ($1::uuid[])),
     rules as (
       select p.enrollment_id, p.codes
       from app.entry_problems(case when $4::boolean then array(select c.e from chosen c where c.is_in_state and c.is_allowed) end) p),
     verdicts as (
       select c.id, coalesce(k.code, null) as code
       from chosen c left join rules r on r.enrollment_id = c.id
       left join lateral unnest(case when not c.is_allowed then array['OUTSIDE_REGION']
         when not c.is_in_state then array['ENROLLMENT_MOVE_NOT_ALLOWED'] else r.codes end) k(code) on true)
     select v.code, count(*)::integer as count, case when v.code is null then array_agg(v.id order by v.id) end as ids
     from verdicts v group by v.code order by v.code nulls first`,
    [ids, statesBefore(move), Array.isArray(allowed) ? allowed : [], isJudgedAgain],
  );
}

async function change(work: Work, ids: readonly string[], move: EnrollmentBulkMove): Promise<number> {
  const [from] = statesBefore(move);
  const to = from && enrollmentLifecycle[from][move];
  let changed = 0;
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    const [moved] = await work.query<{ count: number }>(
      `with moved as (update enrollment e set state = $2 where e.id = any ($1::uuid[]) returning e.id)
       select count(*)::integer as count from moved`,
      [ids.slice(at, at + rowsAtOnce), to],
    );
    changed += moved?.count ?? 0;
  }
  return changed;
}

function statesBefore(move: EnrollmentBulkMove): EnrollmentState[] {
  return Object.values(EnrollmentState).filter((state) => enrollmentLifecycle[state][move] !== undefined);
}

function reason(work: Work, code: string, move: EnrollmentBulkMove): string {
  const allowed = statesBefore(move).join(', ');
  return messageOf(code, { move, allowed }, work.actor.locale);
}
