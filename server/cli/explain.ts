import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { GraphQLError, getOperationAST, parse, validate } from 'graphql';
import pg from 'pg';
import { createApp } from '../app.js';
import { type Config, readConfig } from '../config.js';
import { runningServerUrl } from '../embedded/running.js';
import { embeddedFolders } from '../embedded-postgres.js';
import { explainedOperation } from '../graphql/explained-operation.js';
import { APP_ROLE } from '../roles.js';
import { bilingual, StartupError } from '../startup-error.js';

const USAGE = `npm run explain -- query.graphql [--variables '{"id": "mou_…"}']
  --token-stdin   baca token akses dari masukan standar; tanpa itu sebagai pengunjung / read the access token from
                  the standard input; without it as a visitor
`;

await main().catch((error: unknown) => {
  const isExpected = error instanceof StartupError || error instanceof GraphQLError;
  const told = error instanceof Error && !isExpected ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${told.replace(/^StartupError: /, '')}\n`);
  process.exitCode = 1;
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
    secret: secretOf(config),
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
      process.stdout.write(`${line}\n`);
  } finally {
    await pool.end();
    await app.close();
  }
}

/** The program's own login: of DATABASE_URL, or on the embedded PostgreSQL of a program that runs. */
function appUrlOf({ databaseUrl, dataDirectory }: Config): string {
  if (databaseUrl !== null) return databaseUrl;
  for (const folder of embeddedFolders(path.join(dataDirectory, 'postgres'))) {
    const url = runningServerUrl({ directory: folder, database: 'payung' });
    if (url === null) continue;
    const address = new URL(url);
    address.username = APP_ROLE;
    address.password = kept(dataDirectory, 'database');
    return address.toString();
  }
  throw new StartupError(bilingual({ id: 'Jalankan dahulu npm start', en: 'Run npm start first' }));
}

function secretOf({ secret, dataDirectory }: Config): string {
  return secret ?? kept(dataDirectory, 'session');
}

function kept(directory: string, name: string): string {
  const file = path.join(directory, `${name}.secret`);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new StartupError(bilingual({ id: `${file} tidak ada`, en: `${file} is missing` }));
}
