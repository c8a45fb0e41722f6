import { connect, Socket } from 'node:net';
import pg from 'pg';
import { serialize } from 'pg-protocol';
import {
  type AnalystAddress,
  type AnalystDatabase,
  AnalystFailure,
  type AnalystLimits,
  type AnalystRows,
  type AnalystStatement,
  type AnalystView,
  type FailurePlace,
  givenUp,
  tooCostly,
  tooLarge,
} from '../../schema/kernel/analyst-database.js';
import { Admission } from '../admission.js';
import { analystsZone } from './moments.js';
import { sqlServer } from './sql-server.js';
import { readViews } from './views.js';

interface Options {
  /** Address of PostgreSQL; login and password in it are not used. */
  readonly url: string;
  /** The app's own connections, for the catalogue only. */
  readonly pool: pg.Pool;
}

/** Statements of analysts at once, whoever's: each is a connection and up to 15 s of a core. */
const atOnce = { atOnce: 4, longestQueue: 40, deadlineMs: 5000 };
const planningMs = 3000;
const raw = { getTypeParser: () => (value: string) => value };

interface Asked {
  readonly client: pg.Client;
  readonly statement: AnalystStatement;
}

/**
 * Connects anew for each statement, as the person's own login: nothing of one person's session is there for the next,
 * and PostgreSQL knows by session_user whose statement it is. Connecting takes about as long as a small query.
 */
export class PostgresAnalysts implements AnalystDatabase {
  readonly address: AnalystAddress;
  readonly #url: URL;
  readonly #pool: pg.Pool;
  readonly #admission = new Admission(atOnce);
  #views: Promise<readonly AnalystView[]> | null = null;

  constructor({ url, pool }: Options) {
    this.#url = new URL(url);
    this.#pool = pool;
    const { hostname: host, port, pathname } = this.#url;
    this.address = { host, port: Number(port || 5432), database: decodeURIComponent(pathname.slice(1)) };
  }

  /** They change with migrations only, which this process does not live through. */
  views(): Promise<readonly AnalystView[]> {
    this.#views ??= readViews(this.#pool).catch((error: unknown) => {
      this.#views = null;
      throw error;
    });
    return this.#views;
  }

  cost(statement: AnalystStatement): Promise<number> {
    return this.#connected(statement, estimated);
  }

  parameterTypes(statement: AnalystStatement): Promise<readonly string[]> {
    return this.#connected(statement, described);
  }

  rows(statement: AnalystStatement): Promise<AnalystRows> {
    return this.#connected(statement, async (asked) => {
      const cost = await estimated(asked);
      if (cost > statement.limits.cost) throw new AnalystFailure(tooCostly, String(Math.round(cost)));
      return { ...(await fetched(asked)), cost };
    });
  }

  async #connected<Result>(
    statement: AnalystStatement,
    work: (asked: Asked) => Promise<Result>,
  ): Promise<Result> {
    const leave = await this.#admission.enter();
    const meter = new Meter(statement.limits);
    const client = new pg.Client({ ...clientOf(this.#url, statement), stream: () => meter.socket });
    client.on('error', () => undefined); // the statement that was under way hears of it too
    const { signal } = statement;
    const hangUp = (): void => {
      this.#cancel(client);
      meter.socket.destroy();
    };
    signal?.addEventListener('abort', hangUp, { once: true });
    try {
      if (signal?.aborted) throw new AnalystFailure(givenUp, '');
      await client.connect();
      await client.query('begin transaction read only');
      return await work({ client, statement });
    } catch (error) {
      throw signal?.aborted ? new AnalystFailure(givenUp, '') : failureOf(error, meter.isOver);
    } finally {
      leave();
      signal?.removeEventListener('abort', hangUp);
      await client.end().catch(() => undefined);
    }
  }

  /** By a connection of its own, as the protocol has it: PostgreSQL goes on reckoning for who only hangs up. */
  #cancel(client: pg.Client): void {
    const pid = 'processID' in client ? client.processID : null;
    const key = 'secretKey' in client ? client.secretKey : null;
    if (typeof pid !== 'number' || typeof key !== 'number') return;
    connect(this.address.port, this.address.host)
      .on('error', () => undefined) // the time limit ends it all the same
      .end(serialize.cancel(pid, key));
  }
}

/** Ends the connection when more comes than the limit lets through: a single value could be a gigabyte. */
class Meter {
  readonly socket = new Socket();
  isOver = false;

  constructor({ bytes }: AnalystLimits) {
    let read = 0;
    this.socket.on('data', (chunk: Buffer) => {
      read += chunk.length;
      this.isOver = read > bytes;
      if (this.isOver) this.socket.destroy();
    });
  }
}

function clientOf(server: URL, statement: AnalystStatement): pg.ClientConfig {
  const { login, password, today, limits } = statement;
  const settings = {
    statement_timeout: limits.milliseconds,
    cursor_tuple_fraction: 1, // everything is fetched
    'app.today': today,
    TimeZone: analystsZone,
    DateStyle: 'ISO',
  };
  return {
    ...sqlServer(server),
    user: login,
    password,
    application_name: 'payung console',
    connectionTimeoutMillis: 3000,
    query_timeout: limits.milliseconds + 2000,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  };
}

/** Extended protocol: under the simple one, a second statement would run as well. */
const extended = { queryMode: 'extended', rowMode: 'array', types: raw } as const;

/** Planning works out what does not depend on rows, however long that takes: it gets little time. */
async function estimated({ client, statement: { text, values, limits } }: Asked): Promise<number> {
  await client.query(`set local statement_timeout = ${Math.min(planningMs, limits.milliseconds)}`);
  const prefix = 'explain (format json) ';
  const query = { ...extended, text: prefix + text, values: [...values] };
  const { rows } = await located(prefix, client.query<string[]>(query));
  await client.query(`set local statement_timeout = ${limits.milliseconds}`);
  const [plan]: { readonly Plan: { readonly 'Total Cost': number } }[] = JSON.parse(rows[0]?.[0] ?? '[]');
  return plan?.Plan['Total Cost'] ?? 0;
}

/** From where they stand, or as the statement says: values are not looked at. */
async function described({ client, statement: { text } }: Asked): Promise<readonly string[]> {
  const prefix = 'prepare asked as ';
  await located(prefix, client.query({ ...extended, text: prefix + text }));
  const { rows } = await client.query<{ types: string[] }>(
    "select p.parameter_types::text[] as types from pg_prepared_statements p where p.name = 'asked'",
  );
  return rows[0]?.types ?? [];
}

/** By a cursor, which PostgreSQL opens for nothing but what reads. */
async function fetched({
  client,
  statement: { text, values, limits },
}: Asked): Promise<Omit<AnalystRows, 'cost'>> {
  const prefix = 'declare answer no scroll cursor for ';
  await located(prefix, client.query({ ...extended, text: prefix + text, values: [...values] }));
  const answer = await client.query<(string | null)[]>({
    ...extended,
    text: `fetch ${limits.rows + 1} from answer`,
  });
  return {
    columns: answer.fields.map(({ name, dataTypeID }) => ({ name, type: typeName(dataTypeID) })),
    rows: answer.rows.slice(0, limits.rows),
    isTruncated: answer.rows.length > limits.rows,
  };
}

/** The place of an error is told in the text that the person wrote. */
async function located<Result>(prefix: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new AnalystFailure(error.code ?? '', messageOf(error), placeOf(error, prefix));
  }
}

function placeOf({ position, where }: pg.DatabaseError, prefix: string): FailurePlace {
  const [, parameter] = /\bportal parameter \$(\d+)/.exec(where ?? '') ?? [];
  if (parameter !== undefined) return { parameter: Number(parameter) };
  const inText = Number(position ?? 0) - prefix.length;
  return inText > 0 ? { position: inText } : {};
}

/** With what PostgreSQL proposes instead, as for a column whose name is misspelt. */
function messageOf({ message, hint }: pg.DatabaseError): string {
  return hint ? `${message} (${hint.replace(/\.$/, '')})` : message;
}

function failureOf(error: unknown, isOver: boolean): unknown {
  if (isOver) return new AnalystFailure(tooLarge, '');
  if (error instanceof AnalystFailure) return error;
  if (error instanceof pg.DatabaseError) return new AnalystFailure(error.code ?? '', error.message);
  if (!(error instanceof Error)) return error;
  if (/timeout/i.test(error.message)) return new AnalystFailure('57014', error.message);
  const isConnection = 'code' in error || /terminated|closed|ended/i.test(error.message);
  return isConnection ? new AnalystFailure('08006', error.message) : error;
}

const typeNames = new Map(
  Object.entries(pg.types.builtins).map(([name, id]) => [Number(id), name.toLowerCase()]),
);
const typeName = (id: number): string => typeNames.get(id) ?? 'text';
