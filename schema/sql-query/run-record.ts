import type { AnalystRows } from '../kernel/analyst-database.js';
import { databaseId, newId } from '../kernel/identifier.js';
import { Rejected } from '../kernel/problem.js';
import { shortened, storable, withoutNik } from '../kernel/stored-text.js';
import type { Caller, UnitOfWork } from '../kernel/unit-of-work.js';
import { sqlQueryVerbs } from './sql-query.policy.js';
import type { SqlRequest } from './sql-request.js';
import { SqlRunState } from './sql-run.entity.js';

interface Ending {
  readonly reason: string | null;
  readonly rows: AnalystRows | null;
  readonly milliseconds: number;
}

/** A refused text may hold what PostgreSQL cannot store. */
const kept = (text: string): string => withoutNik(storable(shortened(text, 20_000)));

/** The record of what ran: history of the person, and by its triggers the audit trail. */
export class RunRecord {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Before the statement runs; with a reason, it was refused and will not. */
  async begin(
    caller: Caller,
    request: SqlRequest,
    reason: string | null,
  ): Promise<{ end(ending: Ending): Promise<void> }> {
    const id = newId();
    await this.#decide(
      caller,
      id,
      `insert into sql_run (id, staff_id, saved_query_id, sql_text, parameters, state, reason)
       values ($1, $2, (select q.id from saved_query q where q.id = $3), $4, $5, $6, $7)`,
      [
        caller.actor.staffId,
        request.savedQueryId ? databaseId('query', request.savedQueryId) : null,
        kept(request.text),
        request.values.map((value) => kept(value ?? '')),
        reason === null ? SqlRunState.STARTED : SqlRunState.REFUSED,
        reason,
      ],
    );
    return { end: (ending) => this.#end(caller, id, ending) };
  }

  #end(caller: Caller, id: string, { reason, rows, milliseconds }: Ending): Promise<void> {
    return this.#decide(
      caller,
      id,
      `update sql_run set state = $2, reason = $3, cost = $4, row_count = $5, is_truncated = $6, milliseconds = $7 where id = $1`,
      [
        reason === null ? SqlRunState.DONE : SqlRunState.FAILED,
        reason,
        rows && Math.round(rows.cost),
        rows?.rows.length ?? null,
        rows?.isTruncated ?? null,
        milliseconds,
      ],
    );
  }

  /** @throws Rejected: nothing that a person sends can make a record impossible. */
  async #decide(caller: Caller, id: string, text: string, values: readonly unknown[]): Promise<void> {
    const { problems } = await this.unitOfWork.decide(
      caller,
      { verb: sqlQueryVerbs.run.name },
      async (work) => {
        await work.query(text, [id, ...values]);
        return id;
      },
    );
    if (problems.length > 0) throw new Rejected(problems);
  }
}
