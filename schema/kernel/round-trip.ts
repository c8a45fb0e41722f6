/// <reference path="./node-postgres.d.ts" />
import type { ClientBase, Submittable } from 'pg';
import utils from 'pg/lib/utils.js';
import { serialize } from 'pg-protocol';
import { type Column, isKept, type Prepared, timesLetGo } from './prepared.js';

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

/** The part of node-postgres' connection that writes. */
interface Wire {
  readonly stream: { readonly writable: boolean; write(bytes: Buffer): void };
}

/** What one connection has prepared, by name; `doubtful` are those whose preparation a failure may have skipped. */
interface Memory {
  readonly known: Map<string, Prepared>;
  readonly doubtful: Set<string>;
  /** How many statements had lost their name when it last let go what nobody uses any more. */
  timesLetGo: number;
}

const memories = new WeakMap<Wire, Memory>();

function memoryOf(wire: Wire): Memory {
  const known = memories.get(wire);
  if (known) return known;
  const memory: Memory = { known: new Map(), doubtful: new Set(), timesLetGo: 0 };
  memories.set(wire, memory);
  return memory;
}

/**
 * Sends the statements without waiting in between: Parse, Bind and Execute of each, one Sync. Without a `begin` among
 * them they are one transaction of their own. One round trip, behind a transaction pooler too.
 */
export function roundTrip(client: ClientBase, statements: readonly Bound[]): Promise<RoundTripAnswer> {
  return new Promise((resolve) => {
    client.query(new RoundTrip(statements, resolve) as unknown as Submittable);
  });
}

/** Whether PostgreSQL refused a statement and the connection lives on. */
export function isRefused(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'ERROR';
}

/** node-postgres takes it as a query of its own making; it calls `callback` also when its own time is over. */
class RoundTrip {
  readonly #values: readonly (string | Buffer | null)[][];
  readonly #rows: TextRow[][] = [];
  #current: TextRow[] = [];
  #fresh: number[] = [];
  /** Null until it is sent. */
  #memory: Memory | null = null;
  callback: (error: Error | null) => void;

  constructor(
    private readonly statements: readonly Bound[],
    settle: (answer: RoundTripAnswer) => void,
  ) {
    this.#values = statements.map(({ values }) => values.map(utils.prepareValue));
    this.callback = (error) => settle({ rows: this.#rows, error });
  }

  submit(wire: Wire): void {
    const memory = memoryOf(wire);
    this.#memory = memory;
    const messages = this.#closedUnused(memory);
    this.statements.forEach(({ statement }, index) => {
      const bound = { statement: statement.name, values: this.#values[index] ?? [] };
      messages.push(...this.#prepared(memory, statement, index), serialize.bind(bound), serialize.execute());
    });
    messages.push(serialize.sync());
    // as one piece: handing the system five costs more than joining them
    if (wire.stream.writable) wire.stream.write(Buffer.concat(messages));
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
      if (index >= failed && name !== '') this.#memory?.doubtful.add(name);
      if (index >= failed) this.#memory?.known.delete(name);
    }
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }

  #prepared({ known, doubtful }: Memory, statement: Prepared, index: number): Buffer[] {
    const { name, text, columns } = statement;
    const messages: Buffer[] = [];
    if (!known.has(name)) {
      if (doubtful.delete(name)) messages.push(serialize.close({ type: 'S', name }));
      messages.push(serialize.parse({ name, text }));
      this.#fresh.push(index);
      if (name !== '') known.set(name, statement);
    }
    if (columns === null) messages.push(serialize.describe({ type: 'S', name }));
    return messages;
  }

  /** A connection knows no more than the program keeps. */
  #closedUnused(memory: Memory): Buffer[] {
    if (memory.timesLetGo === timesLetGo()) return [];
    memory.timesLetGo = timesLetGo();
    const messages: Buffer[] = [];
    for (const [name, statement] of memory.known) {
      if (isKept(statement) || this.statements.some((bound) => bound.statement.name === name)) continue;
      messages.push(serialize.close({ type: 'S', name }));
      memory.known.delete(name);
    }
    return messages;
  }
}
