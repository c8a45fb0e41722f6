import type { Server } from 'node:http';
import Fastify, { type FastifyHttpOptions, type FastifyInstance, LogController } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { createServices, type Services } from '../schema/index.js';
import { systemClock } from '../schema/kernel/clock.js';
import { UnitOfWork } from '../schema/kernel/unit-of-work.js';
import type { AppOptions } from './app-options.js';
import { PostgresChanges } from './changes.js';
import { Clocks } from './clocks.js';
import { openAppDatabase, openDoorPool, openSqlPool, poolOf } from './database.js';
import { openDoors } from './doors.js';
import { FolderStore } from './folder-store.js';
import { createSchema } from './graphql/schema.js';
import { SealedRosters } from './import/sealed-rosters.js';
import { loggerOptions, requestId } from './logging.js';
import { refuseUnknownKeys } from './nik-keys.js';
import { createNikVault } from './nik-vault.js';
import { ScannedStore } from './scanned-store.js';
import { PostgresAnalysts } from './sql/analyst-database.js';
import { stopServing } from './stop-serving.js';
import { keepNewObjectsYoung } from './young-objects.js';

export interface App {
  readonly http: FastifyInstance;
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly unitOfWork: UnitOfWork;
  /** What it does by itself; started by the program, left out by tests. */
  readonly clocks: Clocks;
  close(): Promise<void>;
}

/** Builds the whole program from its options: the composition root, for main.ts and for the tests. */
export async function createApp(options: AppOptions): Promise<App> {
  keepNewObjectsYoung();
  const http = createHttp(options);
  const { databaseUrl: url, poolMax, secret } = options;
  const log = (error: Error): void =>
    http.log.warn({ code: 'code' in error ? error.code : error.name }, 'idle database connection lost');
  const dataSource = await openAppDatabase({ url, poolMax, log });
  const pool = openDoorPool({ url, log });
  const changes = new PostgresChanges(options.listenUrl ?? url, http.log);
  const unitOfWork = new UnitOfWork(dataSource, options.clock ?? systemClock);
  const files = new FolderStore(options.documentDirectory, (err) =>
    http.log.error({ err }, 'document store cannot be written'),
  );
  const niks = createNikVault(options);
  await refuseUnknownKeys(pool, niks);
  const rosters = new SealedRosters(files, options);
  const workPool = poolOf(dataSource);
  const analysts = new PostgresAnalysts({ url: options.sqlUrl ?? url, pool: workPool });
  const sendsMail = Boolean(options.mail);
  const services = createServices({
    ...{ unitOfWork, changes, analysts, pool, secret, niks, rosters, sendsMail },
    files: options.scanCommand ? new ScannedStore(files, options.scanCommand, http.log) : files,
  });
  const schema = createSchema(services);
  await changes.listen();
  const doors = await openDoors({
    ...{ http, options, unitOfWork, pool, workPool, changes, services, schema, rosters },
  });
  const sqlPool = options.sqlUrl ? openSqlPool({ url, sqlUrl: options.sqlUrl, log }) : null;
  const clocks = new Clocks({
    ...{ options, unitOfWork, changes, niks, rosters, sqlPool },
    pool: workPool,
    log: http.log,
  });
  return {
    http,
    services,
    schema,
    unitOfWork,
    clocks,
    close: async () => {
      // nobody is served any longer while a look at everybody comes to its end
      await Promise.all([stopServing(http, doors), clocks.stop()]);
      await changes.close();
      await pool.end();
      await sqlPool?.end();
      await dataSource.destroy();
    },
  };
}

function createHttp({ logLevel, logDestination, trustProxy }: AppOptions): FastifyInstance {
  const settings: FastifyHttpOptions<Server> = {
    logger: loggerOptions(logLevel, logDestination),
    genReqId: requestId,
    trustProxy,
    bodyLimit: 1024 * 1024,
    connectionTimeout: 60_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 60_000,
    logController: new LogController({ disableRequestLogging: true }),
  };
  const http = Fastify(settings);
  http.server.headersTimeout = 10_000;
  return http;
}
