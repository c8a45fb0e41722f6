import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { GraphQLError, getOperationAST, type OperationDefinitionNode, parse, validate } from 'graphql';
import pg from 'pg';
import { Refusal } from '../../schema/kernel/problem.js';
import { messageOf } from '../../schema/kernel/texts.js';
import { type App, createApp } from '../app.js';
import { type Config, readConfig } from '../config.js';
import { urlOfApp } from '../database-url.js';
import { explainedOperation } from '../graphql/explained-operation.js';
import { keptSecret } from '../installation-secret.js';
import { bilingual, StartupError } from '../startup-error.js';
import { refuse, say } from './operator.js';
import { runningDatabaseUrl } from './with-owner.js';

const USAGE = `npm run explain -- query.graphql [--variables '{"id": "mou_…"}'] [--operation Name]
  --token-stdin   baca token akses dari masukan standar; tanpa itu sebagai pengunjung / read the access token from
                  the standard input; without it as a visitor
`;

await main().catch((error: unknown) => {
  refuse(ofQuery(error) ?? error);
});

/** What is wrong with the query needs no stack. */
function ofQuery(error: unknown): StartupError | null {
  if (error instanceof GraphQLError) return new StartupError(String(error));
  if (!(error instanceof Refusal)) return null;
  const { code, reason, params } = error;
  const [id, en] = [messageOf(reason, params, 'id'), messageOf(reason, params, 'en')];
  return new StartupError(`${code}: ${bilingual({ id, en })}`);
}

/** Runs a query as the holder of a token would, and prints the SQL of each statement with PostgreSQL's plan. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      variables: { type: 'string', default: '{}' },
      operation: { type: 'string' },
      'token-stdin': { type: 'boolean' },
    },
  });
  const [file] = positionals;
  if (!file) throw new StartupError(USAGE);
  const source = textOf(file);
  const variables = variablesOf(values.variables);
  const config = readConfig();
  const url = appUrlOf(config);
  const app = await quietApp(config, url);
  const pool = new pg.Pool({ connectionString: url, max: 1, options: '-c TimeZone=UTC' });
  try {
    const document = parse(source);
    const [fault] = validate(app.schema, document);
    if (fault) throw fault;
    const operation = queryOf(getOperationAST(document, values.operation));
    const token = values['token-stdin'] ? (await text(process.stdin)).trim() : null;
    for await (const line of explainedOperation({ app, pool, document, operation, variables, token }))
      say(line);
  } finally {
    await pool.end();
    await app.close();
  }
}

/** The program without its doors' noise. */
function quietApp(config: Config, databaseUrl: string): Promise<App> {
  return createApp({
    databaseUrl,
    secret: config.secret ?? keptSecret({ directory: config.dataDirectory, name: 'session' }),
    previousSecrets: config.previousSecrets,
    documentDirectory: config.documentDirectory,
    isDemo: config.isDemo,
    publicUrl: null,
    trustProxy: false,
    logLevel: 'silent',
    poolMax: 4,
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartupError(bilingual({ id: `${file} tidak terbaca`, en: `${file} cannot be read` }));
  }
}

function variablesOf(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json);
  } catch {
    throw new StartupError(bilingual({ id: '--variables bukan JSON', en: '--variables is no JSON' }));
  }
}

function queryOf(operation: OperationDefinitionNode | null | undefined): OperationDefinitionNode {
  if (operation?.operation === 'query') return operation;
  throw new StartupError(
    bilingual({
      id: 'Hanya query yang dapat dijelaskan; pilih satu dengan --operation bila ada beberapa',
      en: 'Only queries can be explained; where there are several, choose one by --operation',
    }),
  );
}

/** The program's own login: of DATABASE_URL, or on the embedded PostgreSQL of a program that runs. */
function appUrlOf({ databaseUrl, dataDirectory }: Config): string {
  if (databaseUrl !== null) return databaseUrl;
  const url = runningDatabaseUrl(dataDirectory);
  if (url !== null)
    return urlOfApp({ url, password: keptSecret({ directory: dataDirectory, name: 'database' }) });
  throw new StartupError(bilingual({ id: 'Jalankan dahulu npm start', en: 'Run npm start first' }));
}
