import pg from 'pg';
import { APP_ROLE, NATIONWIDE_ROLE } from '../../server/roles.js';

/** A statement that PostgreSQL prepares once per connection under its name. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** Rows as PostgreSQL writes them: text, unparsed. */
export type TextRow = readonly (string | null)[];

/** The part of node-postgres' connection that writes the protocol. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string; types: readonly number[] }): void;
  bind(message: { portal: string; statement: string; values: readonly unknown[]; binary: boolean }): void;
  execute(message: { portal: string; rows: number }): void;
  sync(): void;
}

const prepared = new WeakMap<Wire, Set<string>>();

/**
 * Statements in one round trip and one transaction: Parse, Bind, Execute of each, one Sync. node-postgres takes it as a
 * query of its own making.
 */
class Pipelined {
  readonly rows: TextRow[][] = [[]];
  #error: Error | null = null;

  constructor(
    private readonly statements: readonly NamedStatement[],
    private readonly done: (error: Error | null, rows: readonly TextRow[][]) => void,
  ) {}

  submit(wire: Wire): void {
    const known = prepared.get(wire) ?? new Set<string>();
    prepared.set(wire, known);
    wire.stream.cork();
    for (const { name, text, values } of this.statements) {
      if (!known.has(name)) wire.parse({ name, text, types: [] });
      known.add(name);
      wire.bind({ portal: '', statement: name, values, binary: false });
      wire.execute({ portal: '', rows: 0 });
    }
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription(): void {
    // never asked for: the caller knows its columns
  }

  handleDataRow({ fields }: { readonly fields: TextRow }): void {
    this.rows.at(-1)?.push(fields);
  }

  handleCommandComplete(): void {
    this.rows.push([]);
  }

  handleError(error: Error): void {
    this.#error = error;
    this.done(error, []);
  }

  handleReadyForQuery(): void {
    if (!this.#error) this.done(null, this.rows);
  }
}

/** On whose behalf, and as which role, statements run. */
export interface LimitActor {
  readonly id: string;
  readonly role: string;
}

const settings = `set_config('app.actor_id', $1, true), set_config('app.request_id', 'limit', true),
    set_config('app.verb', $2, true), set_config('app.today', $3, true)`;
/** By role: the login itself, or the one that it becomes. */
const identities: Readonly<Record<string, Omit<NamedStatement, 'values'>>> = {
  [APP_ROLE]: { name: 'identity', text: `select ${settings}` },
  [NATIONWIDE_ROLE]: {
    name: 'identityNationwide',
    text: `select ${settings}, set_config('role', '${NATIONWIDE_ROLE}', true)`,
  },
};

/** Runs statements with the rights of an actor; rows of each. Row security needs the settings, as in the real program. */
export class LimitDatabase {
  readonly #pool: pg.Pool;
  readonly #today = new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);

  constructor(connectionString: string, max: number) {
    this.#pool = new pg.Pool({ connectionString, max, options: '-c TimeZone=UTC' });
  }

  async run(
    { id, role }: LimitActor,
    verb: string,
    statements: readonly NamedStatement[],
  ): Promise<readonly TextRow[][]> {
    const client = await this.#pool.connect();
    try {
      const identity = identities[role];
      if (!identity) throw new Error(`no role ${role}`);
      const all = [{ ...identity, values: [id, verb, this.#today] }, ...statements];
      const rows = await new Promise<readonly TextRow[][]>((resolve, reject) => {
        const query = new Pipelined(all, (error, found) => (error ? reject(error) : resolve(found)));
        client.query(query as unknown as pg.Submittable);
      });
      return rows.slice(1);
    } finally {
      client.release();
    }
  }
}
