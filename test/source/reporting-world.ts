import pg from 'pg';
import { newId } from '../../schema/kernel/identifier.js';
import { type ActorName, actors, buildActors, staffKey } from '../support/actors.js';
import { type TestApp, testApp } from '../support/app.js';
import { buildRegions } from '../support/build/region.js';

export type Asking = ActorName | 'anonymous';

/** Everybody of the access matrices, anonymous first. */
export const everybody: readonly Asking[] = ['anonymous', ...(Object.keys(actors) as ActorName[])];

/** What GraphQL answered: data, the codes of refusals, and how many statements it took. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape that it asked for
  readonly data: any;
  readonly errors: readonly string[];
  readonly statements: number;
}

/** The program with the regions and people of the tests, and a person's own SQL. */
export interface ReportingWorld {
  readonly app: TestApp;
  ask(name: Asking, query: string, variables?: object): Promise<Answer>;
  /** Runs SQL on the login of the app as this person, and takes it back. */
  sqlAs(name: Asking, text: string, values?: readonly unknown[]): Promise<object[]>;
  close(): Promise<void>;
}

export async function reportingWorld(): Promise<ReportingWorld> {
  const app = await testApp();
  await buildRegions(app);
  const tokens = await buildActors(app);
  return {
    app,
    ask: async (name, query, variables) => {
      const token = name === 'anonymous' ? null : tokens[name];
      const answers: Awaited<ReturnType<TestApp['graphql']>>[] = [];
      const statements = await app.statements(async () =>
        answers.push(await app.graphql(token, query, variables)),
      );
      const { data, errors = [] } = answers[0] ?? { data: null };
      return { data, errors: errors.map(({ extensions }) => extensions.code), statements: statements.length };
    },
    sqlAs: (name, text, values = []) => sqlAs({ url: app.database.appUrl, name, text, values }),
    close: () => app.close(),
  };
}

/** Constraint or SQLSTATE with which PostgreSQL refused; null when it did not. */
export async function refusal(attempt: Promise<unknown>): Promise<string | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    const { constraint, code } = error as pg.DatabaseError;
    return constraint ?? code ?? String(error);
  }
}

/** A source, made by the owner; gives its key. */
export async function aSource(
  { sql }: TestApp,
  publisher: string,
  publishedOn: string | null = null,
): Promise<string> {
  const id = newId();
  await sql('insert into source (id, publisher, published_on) values ($1, $2, $3)', [
    id,
    publisher,
    publishedOn,
  ]);
  return id;
}

/** A citation of a whole record, made by the owner; gives its key. */
export async function aCitation(
  { sql }: TestApp,
  source: string,
  concept: string,
  record: string,
): Promise<string> {
  const id = newId();
  await sql('insert into citation (id, source_id, concept, record_id) values ($1, $2, $3, $4)', [
    id,
    source,
    concept,
    record,
  ]);
  return id;
}

async function sqlAs({
  url,
  name,
  text,
  values,
}: {
  readonly url: string;
  readonly name: Asking;
  readonly text: string;
  readonly values: readonly unknown[];
}): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.actor_id', $1, true)`, [
      name === 'anonymous' ? '' : staffKey(name),
    ]);
    return (await client.query<object>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
