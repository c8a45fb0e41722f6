import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { GraphQLError, getOperationAST, parse, validate } from 'graphql';
import pg from 'pg';
import { createApp } from '../app.js';
import { type Config, readConfig } from '../config.js';
import { urlOfApp } from '../database-url.js';
import { explainedOperation } from '../graphql/explained-operation.js';
import { keptSecret } from '../installation-secret.js';
import { bilingual, StartupError } from '../startup-error.js';
import { refuse, say } from './operator.js';
import { runningDatabaseUrl } from './with-owner.js';

const USAGE = `npm run explain -- query.graphql [--variables '{"id": "mou_…"}']
  --token-stdin   baca token akses dari masukan standar; tanpa itu sebagai pengunjung / read the access token from
                  the standard input; without it as a visitor
`;

await main().catch((error: unknown) => {
  // what is wrong with the query needs no stack
  refuse(error instanceof GraphQLError ? new StartupError(String(error)) : error);
});

/** Runs a query as the holder of a token would, and prints the SQL of each statement with PostgreSQL's plan. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { variables: { type: 'string' }, 'token-stdin': { type: 'boolean' } },
  });
  const [file] = positionals;
  if (!file) throw new StartupError(USAGE);
  const config = readConfig();
  const url = appUrlOf(config);
  const app = await createApp({
    databaseUrl: url,
    secret: config.secret ?? keptSecret({ directory: config.dataDirectory, name: 'session' }),
    previousSecrets: config.previousSecrets,
    documentDirectory: config.documentDirectory,
    isDemo: config.isDemo,
    publicUrl: null,
    trustProxy: false,
    logLevel: 'silent',
    poolMax: 4,
  });
  const pool = new pg.Pool({ connectionString: url, max: 1, options: '-c TimeZone=UTC' });
  try {
    const document = parse(readFileSync(file, 'utf8'));
    const [fault] = validate(app.schema, document);
    if (fault) throw fault;
    const operation = getOperationAST(document);
    if (operation?.operation !== 'query') throw new StartupError(USAGE);
    const variables: Record<string, unknown> = JSON.parse(values.variables ?? '{}');
    const token = values['token-stdin'] ? (await text(process.stdin)).trim() : null;
    for await (const line of explainedOperation({ app, pool, document, operation, variables, token }))
      say(line);
  } finally {
    await pool.end();
    await app.close();
  }
}

/** The program's own login: of DATABASE_URL, or on the embedded PostgreSQL of a program that runs. */
function appUrlOf({ databaseUrl, dataDirectory }: Config): string {
  if (databaseUrl !== null) return databaseUrl;
  const url = runningDatabaseUrl(dataDirectory);
  if (url !== null)
    return urlOfApp({ url, password: keptSecret({ directory: dataDirectory, name: 'database' }) });
  throw new StartupError(bilingual({ id: 'Jalankan dahulu npm start', en: 'Run npm start first' }));
}
