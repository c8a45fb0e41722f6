import { randomUUID } from 'node:crypto';
import type { Actor } from '../../schema/kernel/actor.js';
import type { NikVault } from '../../schema/kernel/nik-vault.js';
import { type Problem, problem, Refusal } from '../../schema/kernel/problem.js';
import type { Caller, UnitOfWork } from '../../schema/kernel/unit-of-work.js';

/** A step is a transaction: what is lost by a kill is at most this much work, never a row. */
const usualRowsInStep = 2000;
const passing = ['STATEMENT_TOO_SLOW', 'RECORD_BUSY'];
/** Somebody registered or enrolled the same person at this moment: judged again, the row is not new any more. */
const racing = ['BENEFICIARY_REGISTERED', 'ENROLLMENT_PERSON_TAKEN'];
const triesOfStep = 5;

export interface StepParts {
  readonly unitOfWork: UnitOfWork;
  readonly niks: NikVault;
  /** Rows of one step; absent: the usual. */
  readonly rowsInStep?: number | undefined;
}

/** A batch to be worked on, in the name of who decided it. */
export interface RosterJob {
  readonly id: string;
  readonly actingId: string;
  /** Whether the server is ending; the next one goes on. */
  readonly isEnded: () => boolean;
}

/** What a step came to, as the database says. GO_ON from a job: another kind of work waits now. */
export type StepResult = 'GO_ON' | 'DONE' | 'READ_AGAIN' | 'NOT_MINE';

/** Writes the good rows, step by step, until all are written or something refuses. */
export async function commitRoster(
  { unitOfWork, niks, rowsInStep = usualRowsInStep }: StepParts,
  job: RosterJob,
): Promise<StepResult> {
  const result = await stepThrough({ unitOfWork, job, verb: 'import.commit' }, [
    'select app.commit_import($1, $2, $3) as result',
    [job.id, rowsInStep, niks.keyIds],
  ]);
  return result === 'READ_AGAIN' ? 'GO_ON' : result;
}

/** Takes back what was written, step by step. */
export function undoRoster(
  { unitOfWork, rowsInStep = usualRowsInStep }: StepParts,
  job: RosterJob,
): Promise<StepResult> {
  return stepThrough({ unitOfWork, job, verb: 'import.undo' }, [
    'select app.undo_import($1, $2) as result',
    [job.id, rowsInStep],
  ]);
}

export interface Steps {
  readonly unitOfWork: UnitOfWork;
  readonly job: RosterJob;
  readonly verb: string;
}

async function stepThrough(
  steps: Steps,
  statement: readonly [string, readonly unknown[]],
): Promise<StepResult> {
  for (let failures = 0; !steps.job.isEnded(); ) {
    const { result, problems } = await oneStep(steps, statement);
    const [refused] = problems;
    if (result !== null && result !== 'GO_ON') return result;
    failures = result === null ? failures + 1 : 0;
    const isPassing = refused === undefined || racing.includes(refused.code);
    if (refused && (!isPassing || failures > triesOfStep)) return stopped(steps, refused);
    if (failures > triesOfStep) throw new Error('a step of a roster does not come through');
  }
  return 'GO_ON';
}

/** Null: the step was rolled back, because of a problem or because somebody held its rows; it is done again. */
async function oneStep(
  { unitOfWork, job, verb }: Steps,
  [text, values]: readonly [string, readonly unknown[]],
): Promise<{ readonly result: StepResult | null; readonly problems: readonly Problem[] }> {
  const found: { result: StepResult | null } = { result: null };
  try {
    const { problems } = await unitOfWork.decide(callerOf(unitOfWork, job), { verb }, async (work) => {
      await work.query("set local statement_timeout = '60s'");
      const [row] = await work.query<{ result: StepResult }>(text, values);
      found.result = row?.result ?? 'NOT_MINE';
      return job.id;
    });
    return { result: problems.length === 0 ? found.result : null, problems };
  } catch (error) {
    const fault = faultOfRows(error);
    if (fault) return { result: null, problems: [fault] };
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'FORBIDDEN') return { result: null, problems: [problem([], 'IMPORT_ACTOR_LOST')] };
    if (!passing.includes(error.reason)) throw error;
    return { result: null, problems: [] };
  }
}

/** What PostgreSQL makes of rows that it will refuse every time; null: another try may go better. */
export function faultOfRows(error: unknown): Problem | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^(22|23|54)...$/.test(code) ? problem([], 'IMPORT_ROWS_REFUSED') : null;
}

/** Back to people, with the reason: what is written stays, the rest waits for a decision. */
export async function stopped(
  { unitOfWork, job, verb }: Steps,
  { code, params }: Pick<Problem, 'code' | 'params'>,
): Promise<StepResult> {
  await unitOfWork.decide(callerOf(unitOfWork, job), { verb }, async (work) => {
    await work.query('select app.stop_import($1, $2, $3)', [job.id, code, JSON.stringify(params)]);
    return job.id;
  });
  return 'DONE';
}

/** PostgreSQL looks the rights up again at every step: who loses a role in the midst of it stops there. */
export function callerOf(unitOfWork: UnitOfWork, { actingId }: Pick<RosterJob, 'actingId'>): Caller {
  const actor: Actor = { staffId: actingId, grants: [], locale: 'id', canWrite: true };
  return unitOfWork.callerFor({ actor, requestId: randomUUID(), address: null });
}
