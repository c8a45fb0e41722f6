import type { Pool, QueryResultRow } from 'pg';
import type { Clock } from '../schema/kernel/clock.js';

/** With what the program does something for nobody in particular. */
export interface LongParts {
  readonly pool: Pool;
  readonly clock: Clock;
  /** Ends the statement under way; absent: only its time does. */
  readonly signal?: AbortSignal;
}

interface LongStatement {
  readonly text: string;
  /** How long it may take, and wait for others. */
  readonly timeoutMs: number;
  /** For the audit trail. */
  readonly verb?: string;
}

/** Rows of a statement that may take minutes, in a transaction of its own. Called off, it leaves nothing running in PostgreSQL. */
export async function longTransaction<Row extends QueryResultRow>(
  { pool, clock, signal }: LongParts,
  { text, timeoutMs, verb = '' }: LongStatement,
): Promise<Row[]> {
  signal?.throwIfAborted();
  const client = await pool.connect();
  let cancel = (): void => undefined;
  try {
    await client.query(
      `begin; set local statement_timeout = ${timeoutMs}; set local lock_timeout = ${timeoutMs};
       set local idle_in_transaction_session_timeout = 0;
       select set_config('app.today', '${clock.today()}', true), set_config('app.verb', '${verb}', true)`,
    );
    const { rows: sessions } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    cancel = () => {
      const said = pool.query('select pg_cancel_backend($1)', [sessions[0]?.pid]);
      said.catch(() => undefined); // its own time ends it all the same
    };
    signal?.throwIfAborted();
    signal?.addEventListener('abort', cancel, { once: true });
    const query = { text, query_timeout: timeoutMs };
    const { rows } = await client.query<Row>(query);
    await client.query('commit');
    client.release();
    return rows;
  } catch (error) {
    client.release(true); // whatever state its transaction is in
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
