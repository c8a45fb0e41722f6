import type { ClientBase } from 'pg';
import { Prepared, preparedFor } from './prepared.js';
import { parsedRows } from './reads.js';
import { type Bound, roundTrip, type TextRow } from './round-trip.js';
import { confirmIdentity, type Request } from './session.js';

const commit: Bound = { statement: new Prepared('deciding_commit', 'commit', []), values: [] };

/** The transaction of one decision, in as few round trips as its work allows. */
export class Transaction {
  readonly #first: Bound[];
  readonly #last: Bound[] = [];
  #isOpen = false;

  /** `opening` goes out with the first statement: what is refused before it asks anything costs nothing. */
  constructor(
    private readonly client: ClientBase,
    private readonly request: Request,
    opening: readonly Bound[],
  ) {
    this.#first = [...opening];
  }

  async query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const statement = preparedFor(text, values);
    const [rows = []] = await this.#sent([{ statement, values }]);
    return parsedRows(statement.columns ?? [], rows) as Row[];
  }

  /** For statements that somebody else sends on the same connection. */
  async open(): Promise<void> {
    if (!this.#isOpen) await this.#sent([]);
  }

  conclude(text: string, values: readonly unknown[]): void {
    const statement = preparedFor(text, values);
    statement.columns ??= []; // nobody reads its answer
    this.#last.push({ statement, values });
  }

  /**
   * Sends what concludes the decision, its commit, and behind it, as a transaction of their own, statements that only
   * read. Answers with their rows, up to one that failed: the decision stands all the same.
   */
  async commit(behind: readonly Bound[]): Promise<readonly (readonly TextRow[])[]> {
    const { standing = 'CONFIRMED' } = this.request.assumption ?? {};
    if (standing !== 'CONFIRMED') await this.open(); // nothing is written for somebody who is assumed
    const last = [...this.#last, commit];
    const rows = await this.#sent([...last, ...behind], last.length);
    return rows.slice(last.length);
  }

  /** Without a connection the server has rolled back itself. */
  async rollBack(): Promise<void> {
    if (this.#isOpen) await this.client.query('rollback').catch(() => undefined);
  }

  /** Rows of the statements, of which the first `needed` must not fail. */
  async #sent(statements: readonly Bound[], needed = statements.length): Promise<readonly TextRow[][]> {
    this.#isOpen = true;
    const first = this.#first.splice(0);
    const { rows, error } = await roundTrip(this.client, [...first, ...statements]);
    const [identityRow] = rows[first.length - 1] ?? [];
    if (first.length > 0 && identityRow) confirmIdentity(this.request, identityRow);
    if (error && rows.length < first.length + needed) throw error;
    return rows.slice(first.length);
  }
}
