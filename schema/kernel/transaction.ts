import type { ClientBase } from 'pg';
import { Prepared, preparedFor } from './prepared.js';
import { parsedRows } from './reads.js';
import { type Bound, roundTrip, type TextRow } from './round-trip.js';

const commit: Bound = { statement: new Prepared('deciding_commit', 'commit', []), values: [] };

/** The transaction of one decision, in as few round trips as its work allows. */
export class Transaction {
  readonly #first: Bound[];
  readonly #last: Bound[] = [];
  #isOpen = false;

  /** `opening` goes out with the first statement: what is refused before it asks anything costs nothing. */
  constructor(
    private readonly client: ClientBase,
    opening: readonly Bound[],
  ) {
    this.#first = [...opening];
  }

  async query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const statement = preparedFor(text, values);
    const rows = await this.#sent([{ statement, values }]);
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

  async commit(): Promise<void> {
    await this.#sent([...this.#last, commit]);
  }

  /** Without a connection the server has rolled back itself. */
  async rollBack(): Promise<void> {
    if (this.#isOpen) await this.client.query('rollback').catch(() => undefined);
  }

  /** Rows of the last statement. */
  async #sent(statements: readonly Bound[]): Promise<readonly TextRow[]> {
    this.#isOpen = true;
    const { rows, error } = await roundTrip(this.client, [...this.#first.splice(0), ...statements]);
    if (error) throw error;
    return rows.at(-1) ?? [];
  }
}
