import { setTimeout as delay } from 'node:timers/promises';
import {
  type AnalystDatabase,
  AnalystFailure,
  type AnalystRows,
  type AnalystView,
} from '../kernel/analyst-database.js';
import type { Clock } from '../kernel/clock.js';
import type { Dependencies } from '../kernel/dependencies.js';
import { permit } from '../kernel/policy.js';
import { type Problem, Refusal } from '../kernel/problem.js';
import type { Caller } from '../kernel/unit-of-work.js';
import { type ConsoleLogin, ConsoleLogins } from './console-login.js';
import { failureProblem } from './failure-problem.js';
import { checkSql } from './gate.js';
import { RunRecord } from './run-record.js';
import { sqlLimits } from './sql-query.limits.js';
import { sqlQueryVerbs } from './sql-query.policy.js';
import { checkParameters, type SqlRequest } from './sql-request.js';

export type SqlAnswer<Result> =
  | { readonly result: Result; readonly problems: readonly [] }
  | { readonly result: null; readonly problems: readonly Problem[] };

/** Statements in SQL through the program: gate, estimate, run on the person's own login, record. */
export class SqlQueryService {
  readonly #analysts: AnalystDatabase;
  readonly #clock: Clock;
  readonly #logins: ConsoleLogins;
  readonly #records: RunRecord;

  constructor(dependencies: Dependencies) {
    this.#analysts = dependencies.analysts;
    this.#clock = dependencies.unitOfWork.clock;
    this.#logins = new ConsoleLogins(dependencies);
    this.#records = new RunRecord(dependencies.unitOfWork);
  }

  /** The views that can be read, with their documentation. */
  views({ actor }: Caller): Promise<readonly AnalystView[]> {
    permit(actor, sqlQueryVerbs.run);
    return this.#analysts.views();
  }

  /** PostgreSQL's estimate of a statement, which is not run. */
  async estimate(caller: Caller, request: SqlRequest): Promise<SqlAnswer<number>> {
    permit(caller.actor, sqlQueryVerbs.run);
    const problems = await this.#check(request);
    if (problems.length > 0) return { result: null, problems };
    return this.#answer(request, () =>
      this.#signedIn(caller, request, (statement) => this.#analysts.cost(statement)),
    );
  }

  /** Types of `$1`, `$2`, …, so that a form can say what belongs there; nothing is run. */
  async parameterTypes(caller: Caller, request: SqlRequest): Promise<SqlAnswer<readonly string[]>> {
    permit(caller.actor, sqlQueryVerbs.run);
    const problems = await this.#check(request);
    if (problems.length > 0) return { result: null, problems };
    return this.#answer(request, () =>
      this.#signedIn(caller, request, (statement) => this.#analysts.parameterTypes(statement)),
    );
  }

  /**
   * Runs a statement; it is in the trail before it runs, and what it came to afterwards. It ends when `signal` fires:
   * whoever asked has gone.
   */
  async run(caller: Caller, request: SqlRequest, signal?: AbortSignal): Promise<SqlAnswer<AnalystRows>> {
    permit(caller.actor, sqlQueryVerbs.run);
    const problems = await this.#check(request);
    const record = await this.#records.begin(caller, request, problems[0]?.code ?? null);
    if (problems.length > 0) return { result: null, problems };
    const began = performance.now();
    const ended = (reason: string | null, rows: AnalystRows | null): Promise<void> =>
      record.end({ reason, rows, milliseconds: Math.round(performance.now() - began) });
    try {
      const answer = await this.#answer(request, () =>
        this.#signedIn(caller, request, (statement) => this.#analysts.rows({ ...statement, signal })),
      );
      await ended(answer.problems[0]?.code ?? null, answer.result);
      return answer;
    } catch (error) {
      await ended(error instanceof Refusal ? error.reason : 'INTERNAL_SERVER_ERROR', null);
      throw error;
    }
  }

  async #check({ text, values }: SqlRequest): Promise<Problem[]> {
    const unfit = checkParameters(values);
    if (unfit.length > 0) return unfit;
    return checkSql(text, { views: await this.#analysts.views(), parameterCount: values.length });
  }

  async #signedIn<Result>(
    caller: Caller,
    { text, values }: SqlRequest,
    work: (statement: Parameters<AnalystDatabase['rows']>[0]) => Promise<Result>,
  ): Promise<Result> {
    const common = { text, values, today: this.#clock.today(), limits: sqlLimits };
    const as = (login: ConsoleLogin): Promise<Result> => work({ ...login, ...common });
    const login = await this.#logins.of(caller);
    // a login that was made a moment ago may not be on the replica yet
    for (const attempt of [
      () => as(login),
      () => as(login),
      async () => as(await this.#logins.renewed(caller)),
    ]) {
      const answer = await unlessUnknown(attempt);
      if (answer !== null) return answer.result;
      await delay(replicaLagMs);
    }
    return as(await this.#logins.of(caller));
  }

  async #answer<Result>({ text }: SqlRequest, work: () => Promise<Result>): Promise<SqlAnswer<Result>> {
    try {
      return { result: await work(), problems: [] };
    } catch (error) {
      if (!(error instanceof AnalystFailure)) throw error;
      return { result: null, problems: [failureProblem(error, text)] };
    }
  }
}

const wrongPassword = '28P01';
const replicaLagMs = 500;

/** Null when PostgreSQL does not know the login, or its password. */
async function unlessUnknown<Result>(
  attempt: () => Promise<Result>,
): Promise<{ readonly result: Result } | null> {
  try {
    return { result: await attempt() };
  } catch (error) {
    if (error instanceof AnalystFailure && error.code === wrongPassword) return null;
    throw error;
  }
}
