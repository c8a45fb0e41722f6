/// <reference path="./node-postgres.d.ts" />
import type { ClientBase, Submittable } from 'pg';
import utils from 'pg/lib/utils.js';
import { type Column, isKept, type Prepared } from './prepared.js';

/** Values of one row as PostgreSQL writes them: text, unparsed. */
export type TextRow = readonly (string | null)[];

/** A statement with the values of its parameters. */
export interface Bound {
  readonly statement: Prepared;
  readonly values: readonly unknown[];
}

/** What came back: rows of each statement up to the one that failed, if one did. */
export interface RoundTripAnswer {
  readonly rows: readonly TextRow[][];
  /** Error of the statement after the last answered one; null: all were answered. */
  readonly error: Error | null;
}

/** The part of node-postgres' connection that writes the protocol. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string; types: readonly number[] }): void;
  bind(message: { portal: string; statement: string; values: readonly unknown[]; binary: boolean }): void;
  describe(message: { type: 'S'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
}

/** What one connection has prepared, by name; `doubtful` are those whose preparation a failure may have skipped. */
interface Memory {
  readonly known: Map<string, Prepared>;
  readonly doubtful: Set<string>;
}

/** A connection forgets statements that nobody uses any more when it has so many. */
const mostKnown = 400;

const memories = new WeakMap<Wire, Memory>();

/**
 * Sends the statements without waiting in between: Parse, Bind and Execute of each, one Sync. Without a `begin` among
 * them they are one transaction of their own. One round trip, behind a transaction pooler too.
 */
export function roundTrip(client: ClientBase, statements: readonly Bound[]): Promise<RoundTripAnswer> {
  return new Promise((resolve) => {
    client.query(new RoundTrip(statements, resolve) as unknown as Submittable);
  });
}

/** node-postgres takes it as a query of its own making; it calls `callback` also when its own time is over. */
class RoundTrip {
  readonly #values: readonly (readonly (string | Buffer | null)[])[];
  readonly #rows: TextRow[][] = [];
  #current: TextRow[] = [];
  #fresh: number[] = [];
  #memory: Memory = { known: new Map(), doubtful: new Set() };
  callback: (error: Error | null) => void;

  constructor(
    private readonly statements: readonly Bound[],
    settle: (answer: RoundTripAnswer) => void,
  ) {
    this.#values = statements.map(({ values }) => values.map(utils.prepareValue));
    this.callback = (error) => settle({ rows: this.#rows, error });
  }

  submit(wire: Wire): void {
    this.#memory = memories.get(wire) ?? this.#memory;
    memories.set(wire, this.#memory);
    wire.stream.cork();
    this.#forgetUnused(wire);
    this.statements.forEach(({ statement }, index) => {
      this.#prepare(wire, statement, index);
      wire.bind({ portal: '', statement: statement.name, values: this.#values[index] ?? [], binary: false });
      wire.execute({ portal: '', rows: 0 });
    });
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    const statement = this.statements[this.#rows.length]?.statement;
    if (statement) statement.columns = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
  }

  handleDataRow({ fields }: { readonly fields: TextRow }): void {
    this.#current.push(fields);
  }

  handleCommandComplete(): void {
    this.#rows.push(this.#current);
    this.#current = [];
  }

  handleError(error: Error): void {
    const failed = this.#rows.length;
    for (const index of this.#fresh) {
      const name = this.statements[index]?.statement.name ?? '';
      if (index >= failed && name !== '') this.#memory.doubtful.add(name);
      if (index >= failed) this.#memory.known.delete(name);
    }
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }

  #prepare(wire: Wire, statement: Prepared, index: number): void {
    const { known, doubtful } = this.#memory;
    const { name, text, columns } = statement;
    if (!known.has(name)) {
      if (doubtful.delete(name)) wire.close({ type: 'S', name });
      wire.parse({ name, text, types: [] });
      this.#fresh.push(index);
      if (name !== '') known.set(name, statement);
    }
    if (columns === null) wire.describe({ type: 'S', name });
  }

  #forgetUnused(wire: Wire): void {
    const { known } = this.#memory;
    if (known.size < mostKnown) return;
    for (const [name, statement] of known) {
      if (isKept(statement) || this.statements.some((bound) => bound.statement.name === name)) continue;
      wire.close({ type: 'S', name });
      known.delete(name);
    }
  }
}
