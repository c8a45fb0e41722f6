import { publicId } from '../kernel/identifier.js';
import { filterSql } from '../kernel/page-request.js';
import { Statement } from '../kernel/statement.js';
import { messageOf } from '../kernel/texts.js';
import type { Work } from '../kernel/unit-of-work.js';
import { type BulkInput, judge, type Step, statesBefore } from './enrollment.bulk-rules.js';
import { EnrollmentBulkMove } from './enrollment.enums.js';
import { enrollmentLifecycle } from './enrollment.lifecycle.js';
import { type EnrollmentFilter, enrollmentList } from './enrollment.list.js';

/** A decision for many; a dry run changes nothing. */
export interface BulkDecision {
  readonly move: EnrollmentBulkMove;
  readonly input: BulkInput;
  readonly dryRun: boolean;
}

/** A decision for everyone whom the filter matches. */
export interface BulkRequest extends BulkDecision {
  readonly filter: EnrollmentFilter;
  /** Null: all of them in one transaction. */
  readonly step: Step | null;
}

/** Someone for whom a decision is not possible, as people know the person. */
interface Example {
  readonly id: string;
  readonly name: string;
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
    readonly examples: readonly Example[];
  }[];
  readonly nextAfter: string | null;
}

/** Enrollments that a filter matches, in the order in which everyone locks them. */
export interface Matched {
  readonly keys: readonly string[];
  /** Where the next step begins; null when this one reaches the last. */
  readonly nextAfter: string | null;
}

const examplesShown = 5;
// one statement has to end within the ten seconds that the driver waits for an answer
const rowsAtOnce = 5000;

/** Database keys of the enrollments that a filter matches: all of them, or those of one step. */
export async function matchedKeys(
  work: Work,
  filter: EnrollmentFilter,
  step: Step | null = null,
): Promise<Matched> {
  const statement = new Statement();
  const conditions = filterSql(enrollmentList, { filter }, 'e', statement).map(
    (condition) => `(${condition})`,
  );
  if (step?.after) conditions.push(`e.id > ${statement.parameter(step.after)}::uuid`);
  const limit = step ? `limit ${statement.parameter(step.size + 1)}` : '';
  const rows = await work.query<{ id: string }>(
    `select e.id from enrollment e where ${conditions.join(' and ') || 'true'} order by e.id ${limit}`,
    statement.values,
  );
  const keys = rows.slice(0, step?.size).map(({ id }) => id);
  const last = rows.length > keys.length ? keys.at(-1) : undefined;
  return { keys, nextAfter: last === undefined ? null : publicId('enrollment', last) };
}

/** Judges those whom the filter matches and changes whom it can. */
export async function moveEach(work: Work, request: BulkRequest): Promise<BulkResult> {
  const { keys, nextAfter } = await matchedKeys(work, request.filter, request.step);
  return { ...(await moveKeys(work, keys, request)), nextAfter };
}

/** Judges these enrollments and changes whom it can, five thousand with each statement. */
export async function moveKeys(
  work: Work,
  keys: readonly string[],
  request: BulkDecision,
): Promise<Omit<BulkResult, 'nextAfter'>> {
  await work.query("set local statement_timeout = '60s'");
  const refusals = new Map<string, { count: number; examples: string[] }>();
  let [willChange, changed] = [0, 0];
  for (let at = 0; at < keys.length; at += rowsAtOnce) {
    const part = keys.slice(at, at + rowsAtOnce);
    if (!request.dryRun) await lock(work, part);
    for (const { code, count, ids } of await judge(work, part, request)) {
      if (code !== null) addRefusal(refusals, code, count, ids);
      else {
        willChange += count;
        if (!request.dryRun) changed += await change(work, ids, request);
      }
    }
  }
  return {
    matched: keys.length,
    willChange,
    changed,
    refused: await told(work, refusals, request),
  };
}

/** The programs first, as everyone does who changes the ledger: two never wait for each other. */
async function lock(work: Work, ids: readonly string[]): Promise<void> {
  await work.query(
    `select from program p where p.id in (select e.program_id from enrollment e where e.id = any ($1::uuid[]))
     order by p.id for share`,
    [ids],
  );
  await work.query('select from enrollment e where e.id = any ($1::uuid[]) order by e.id for update', [ids]);
}

async function change(
  work: Work,
  ids: readonly string[],
  { move, input: { endedOn, reason } }: BulkDecision,
): Promise<number> {
  const [from] = statesBefore(move);
  const to = from && enrollmentLifecycle[from][move];
  const isFinal = move === EnrollmentBulkMove.END || move === EnrollmentBulkMove.REJECT;
  if (move === EnrollmentBulkMove.END) {
    await work.query(
      `select from app.uncover($1::uuid[], (date_trunc('month', $2::date) + interval '1 month')::date, '2200-12-01')`,
      [ids, endedOn],
    );
  }
  const [moved] = await work.query<{ count: number }>(
    `with moved as (
       update enrollment e set state = $2, ended_on = coalesce($3::date, e.ended_on), end_reason = coalesce($4, e.end_reason)
       where e.id = any ($1::uuid[]) returning e.id)
     select count(*)::integer as count from moved`,
    [ids, to, isFinal ? (endedOn ?? work.clock.today()) : null, isFinal ? reason : null],
  );
  return moved?.count ?? 0;
}

function addRefusal(
  refusals: Map<string, { count: number; examples: string[] }>,
  code: string,
  count: number,
  ids: readonly string[],
): void {
  const known = refusals.get(code) ?? { count: 0, examples: [] };
  const examples = [...known.examples, ...ids].slice(0, examplesShown);
  refusals.set(code, { count: known.count + count, examples });
}

/** The reasons in words, each with the first people whom it concerns. */
async function told(
  work: Work,
  refusals: ReadonlyMap<string, { readonly count: number; readonly examples: readonly string[] }>,
  { move }: BulkDecision,
): Promise<BulkResult['refused']> {
  const ids = [...refusals.values()].flatMap(({ examples }) => examples);
  const people = await work.query<Example>(
    'select e.id, b.name from enrollment e join beneficiary b on b.id = e.beneficiary_id where e.id = any ($1::uuid[])',
    [ids],
  );
  const [found] = await work.query<{ allowed: string }>(
    `select coalesce(string_agg(distinct app.program_categories(e.program_id), '; '), '') as allowed
     from enrollment e where e.id = any ($1::uuid[])`,
    [refusals.get('ENROLLMENT_CATEGORY_OUTSIDE')?.examples ?? []],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const params = { move, states: statesBefore(move).join(', '), allowed: found?.allowed ?? '' };
  const byNumber = [...refusals].sort(
    ([a, { count: one }], [b, { count: other }]) => other - one || (a < b ? -1 : 1),
  );
  return byNumber.map(([reasonCode, { count, examples }]) => ({
    reasonCode,
    message: messageOf(reasonCode, params, work.actor.locale),
    count,
    examples: examples.map((id) => ({ id: publicId('enrollment', id), name: names.get(id) ?? '' })),
  }));
}
