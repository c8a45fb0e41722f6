import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { closeOtherDatabases } from './close-catalogue.js';
import { type Config, readConfig } from './config.js';
import { EMBEDDED_DATABASE, urlOfApp } from './database-url.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { refuseUnfitDatabase } from './fit-database.js';
import { keepSecret } from './installation-secret.js';
import { outliveLostErrors } from './lost-errors.js';
import { readMapOutlines } from './map-outlines.js';
import { runMigrations } from './migrations-runner.js';
import { panel } from './panel.js';
import { prepareDatabase } from './prepare-database.js';
import { demoAccounts, demoPassword } from './seed/demo-data.js';
import { loadDemo } from './seed/load-demo.js';
import { loadReference } from './seed/load-reference.js';
import { loadRegions } from './seed/load-regions.js';
import { loadRosters } from './seed/roster/load-rosters.js';
import { StartupError } from './startup-error.js';

interface Database {
  readonly appUrl: string;
  readonly secret: string;
  readonly stop: () => Promise<void>;
}

/** Starts everything, serves until SIGINT or SIGTERM, then stops in reverse order. */
export async function main(): Promise<void> {
  outliveLostErrors(process, say);
  try {
    await serve(readConfig());
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    say(error.message);
    process.exit(1);
  }
}

async function serve(config: Config): Promise<void> {
  const started = performance.now();
  const database =
    config.databaseUrl === null
      ? await embeddedDatabase(config)
      : await givenDatabase(config, config.databaseUrl);
  try {
    const app = await createApp({
      databaseUrl: database.appUrl,
      secret: database.secret,
      sqlUrl: config.sqlDatabaseUrl,
      listenUrl: config.listenDatabaseUrl,
      previousSecrets: config.previousSecrets,
      documentDirectory: config.documentDirectory,
      scanCommand: config.scanCommand,
      isDemo: config.isDemo,
      publicUrl: config.publicUrl,
      trustProxy: config.trustProxy,
      logLevel: config.logLevel,
      poolMax: config.poolMax,
      isCompiling: config.isCompiling,
      mapOutlines: config.geojsonFile === null ? null : await readMapOutlines(config.geojsonFile),
      mail: config.mail,
      panel,
    });
    stopOnSignals(async () => {
      await app.close();
      await database.stop();
    });
    await app.http.listen({ port: config.port, host: config.host });
    app.clocks.start();
    const { port } = app.http.server.address() as AddressInfo;
    greet(config, port, Math.round(performance.now() - started));
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** PostgreSQL of our own in the data folder: migrated and filled at every start, which costs nothing the second time. */
async function embeddedDatabase(config: Config): Promise<Database> {
  const { dataDirectory } = config;
  const postgres = await startEmbeddedPostgres({
    directory: `${dataDirectory}/postgres`,
    isFast: false,
    log: say,
    port: config.embeddedPort,
  });
  try {
    const appPassword = keepSecret({ directory: dataDirectory, name: 'database' });
    await prepareDatabase({
      ownerUrl: postgres.superUserUrl('postgres'),
      appPassword,
      databaseName: EMBEDDED_DATABASE,
    });
    await closeOtherDatabases(postgres.superUserUrl('postgres'));
    const ownerUrl = postgres.superUserUrl(EMBEDDED_DATABASE);
    await runMigrations({ ownerUrl, log: say });
    await loadRegions({ ownerUrl, log: say });
    if (config.isDemo) await loadReference({ ownerUrl, log: say });
    const secret = config.secret ?? keepSecret({ directory: dataDirectory, name: 'session' });
    if (config.isDemo) await loadDemo({ ownerUrl, log: say });
    if (config.isDemo) await loadRosters({ ownerUrl, log: say, secret });
    return {
      appUrl: urlOfApp({ url: ownerUrl, password: appPassword }),
      secret,
      stop: () => postgres.stop(),
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function givenDatabase(config: Config, databaseUrl: string): Promise<Database> {
  await refuseUnfitDatabase(databaseUrl);
  return { appUrl: databaseUrl, secret: config.secret ?? '', stop: async () => undefined };
}

function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const once = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    say('Berhenti… / Stopping…');
    await stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void once());
}

function greet({ host, publicUrl, isDemo }: Config, port: number, milliseconds: number): void {
  const address = publicUrl ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
  say(`Payung siap dalam ${(milliseconds / 1000).toFixed(1)} s / is ready`);
  say(`  Panel     ${address}/admin`);
  say(`  GraphQL   ${address}/graphql   (GraphiQL: ${address}/graphiql)`);
  if (isDemo)
    say(
      `  DEMO      kata sandi / password "${demoPassword}": ${demoAccounts.map(({ email }) => email).join(', ')}`,
    );
  else say('  Akun pertama / first account: npm run staff:create -- --help');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
