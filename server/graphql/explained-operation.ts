import { type DocumentNode, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type pg from 'pg';
import { anonymous } from '../../schema/kernel/actor.js';
import { Refusal } from '../../schema/kernel/problem.js';
import { type RoundTripReport, readingIdentitySql } from '../../schema/kernel/session.js';
import type { App } from '../app.js';
import { actorOfToken } from '../auth/authentication.js';
import { CompiledOperation } from './compiled-operation.js';

interface Explained {
  readonly app: Pick<App, 'schema' | 'unitOfWork' | 'http'>;
  /** The program's own login: row security is part of every plan. */
  readonly pool: pg.Pool;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Access token of the caller; null: a visitor. */
  readonly token: string | null;
}

/**
 * Runs a query once and tells, line by line, of its statements: SQL, parameters, and PostgreSQL's plan as executed.
 * @throws GraphQLError for a wrong variable, Refusal for a token that is good no longer or what the resolvers refuse.
 */
export async function* explainedOperation(explained: Explained): AsyncGenerator<string> {
  const { app, pool, document, operation, variables, token } = explained;
  const [fault] = getVariableValues(app.schema, operation.variableDefinitions ?? [], variables).errors ?? [];
  if (fault) throw fault;
  const found = token === null ? null : await actorOfToken(pool, token);
  if (token !== null && !found) throw new Refusal('UNAUTHENTICATED');
  const roundTrips: RoundTripReport[] = [];
  const request = { actor: found?.actor ?? anonymous, requestId: 'explain', address: null, roundTrips };
  const caller = app.unitOfWork.callerFor(request);
  const compiled = new CompiledOperation(app.schema, document, operation);
  const answer = await compiled.run({ caller, log: app.http.log }, variables);
  for (const outcome of answer?.outcomes.values() ?? []) await outcome; // a refusal is told as it is
  yield answer?.isCompiled
    ? 'compiled: written straight from rows'
    : 'not compiled: put together by graphql-js';
  for (const { milliseconds, statements } of roundTrips) {
    yield `round trip of ${milliseconds.toFixed(2)} ms, ${statements.length} statement(s)`;
    for (const { text, values, rows } of statements) {
      yield `\n${text}\n-- parameters: ${JSON.stringify(values)}; rows: ${rows}\n`;
      for (const line of await planOf(pool, readingIdentitySql(request, app.unitOfWork.clock), {
        text,
        values,
      }))
        yield line;
    }
  }
}

async function planOf(
  pool: pg.Pool,
  identity: string,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('begin read only');
    await client.query(identity);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off) ${text}`, [
      ...values,
    ]);
    return rows.map((row) => row['QUERY PLAN']);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
