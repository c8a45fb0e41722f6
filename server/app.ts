import type { Server } from 'node:http';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyHttpOptions, type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { createServices, type Services } from '../schema/index.js';
import { type Clock, systemClock } from '../schema/kernel/clock.js';
import type { StatementListener } from '../schema/kernel/session.js';
import { UnitOfWork } from '../schema/kernel/unit-of-work.js';
import { admission } from './admission.js';
import { signedRequest } from './auth/authentication.js';
import { refuseForeignOrigin } from './auth/same-origin.js';
import { PostgresChanges } from './changes.js';
import { openAppDatabase } from './database.js';
import { FolderStore } from './folder-store.js';
import { createApollo } from './graphql/apollo.js';
import { createSchema } from './graphql/schema.js';
import { subscriptionCaller } from './graphql/subscription-caller.js';
import { serveSubscriptions } from './graphql/subscriptions.js';
import { loggerOptions, requestId } from './logging.js';
import { presentedError } from './present-problem.js';
import { documentRoutes } from './routes/documents.js';
import { graphiqlRoutes } from './routes/graphiql-routes.js';
import { graphqlRoute } from './routes/graphql.js';
import { healthRoutes } from './routes/health.js';

export interface AppOptions {
  readonly databaseUrl: string;
  readonly secret: string;
  readonly documentDirectory: string;
  readonly isDemo: boolean;
  /** Public address; https makes cookies Secure. Null: as the browser asked. */
  readonly publicUrl: string | null;
  readonly trustProxy: string | false;
  readonly logLevel: string;
  readonly poolMax: number;
  readonly clock?: Clock;
  /** Hears every statement of every request; tests count them. */
  readonly onStatement?: StatementListener;
  /** The panel, left out by tests that do not look at it: importing AdminJS costs a second. */
  readonly panel?: (parts: PanelParts) => Promise<FastifyPluginAsync>;
}

/** What the panel is built from. */
export interface PanelParts {
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly isDemo: boolean;
  readonly cookieName: string;
  readonly isSecure: boolean;
}

export interface App {
  readonly http: FastifyInstance;
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly unitOfWork: UnitOfWork;
  close(): Promise<void>;
}

/** Builds the whole program from its options: the composition root, for main.ts and for the tests. */
export async function createApp(options: AppOptions): Promise<App> {
  const http = createHttp(options);
  const dataSource = await openAppDatabase({
    url: options.databaseUrl,
    poolMax: options.poolMax,
    log: (error) =>
      http.log.warn({ code: 'code' in error ? error.code : error.name }, 'idle database connection lost'),
  });
  const changes = new PostgresChanges(options.databaseUrl, http.log);
  const unitOfWork = new UnitOfWork(dataSource, options.clock ?? systemClock);
  const files = new FolderStore(options.documentDirectory);
  const pool = poolOf(dataSource);
  const services = createServices({ unitOfWork, files, changes, pool, secret: options.secret });
  const schema = createSchema(services);
  await changes.listen();
  const parts = { http, options, unitOfWork, pool, services, schema };
  const closeDoors = await openDoors(parts);
  return {
    http,
    services,
    schema,
    unitOfWork,
    close: () => closeApp({ http, changes, dataSource, closeDoors }),
  };
}

function createHttp({ logLevel, trustProxy }: AppOptions): FastifyInstance {
  const settings: FastifyHttpOptions<Server> = {
    logger: loggerOptions(logLevel),
    genReqId: requestId,
    trustProxy,
    bodyLimit: 1024 * 1024,
    connectionTimeout: 60_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 60_000,
    disableRequestLogging: true,
  };
  const http = Fastify(settings);
  http.server.headersTimeout = 10_000;
  return http;
}

interface Doors {
  readonly http: FastifyInstance;
  readonly options: AppOptions;
  readonly unitOfWork: UnitOfWork;
  readonly pool: Pool;
  readonly services: Services;
  readonly schema: GraphQLSchema;
}

async function openDoors({
  http,
  options,
  unitOfWork,
  pool,
  services,
  schema,
}: Doors): Promise<() => Promise<void>> {
  const isSecure = options.publicUrl?.startsWith('https:') ?? false;
  const cookieName = isSecure ? '__Host-payung' : 'payung';
  const apollo = createApollo(schema);
  await apollo.start();
  await http.register(cookie);
  presentErrors(http);
  await http.register(healthRoutes, { pool });
  await http.register(graphiqlRoutes);
  await http.register(async (doors) => {
    identify(doors, { pool, unitOfWork, cookieName, onStatement: options.onStatement });
    await doors.register(graphqlRoute, { apollo });
    await doors.register(documentRoutes, { documents: services.document });
    if (options.panel) {
      await doors.register(
        await options.panel({ services, schema, isDemo: options.isDemo, cookieName, isSecure }),
        { prefix: '/admin' },
      );
    }
  });
  const sockets = serveSubscriptions({
    server: http.server,
    schema,
    log: http.log,
    callerOf: subscriptionCaller({
      pool,
      unitOfWork,
      cookieName,
      parseCookie: (header) => http.parseCookie(header),
    }),
  });
  return async () => {
    await sockets.close();
    await apollo.stop();
  };
}

/** Every request behind the doors knows its caller; what a cookie authorises must come from our own pages. */
function identify(
  http: FastifyInstance,
  {
    pool,
    unitOfWork,
    cookieName,
    onStatement,
  }: {
    readonly pool: Pool;
    readonly unitOfWork: UnitOfWork;
    readonly cookieName: string;
    readonly onStatement: StatementListener | undefined;
  },
): void {
  http.decorateRequest('signed');
  http.decorateRequest('caller');
  http.addHook('onRequest', admission(http));
  http.addHook('onRequest', async (request) => {
    request.signed = await signedRequest(pool, request, cookieName);
    refuseForeignOrigin(request);
    const { actor } = request.signed;
    request.caller = unitOfWork.callerFor({
      actor,
      requestId: request.id,
      address: request.ip,
      ...(onStatement && { onStatement }),
    });
  });
}

function presentErrors(http: FastifyInstance): void {
  const statusOf: Readonly<Record<string, number>> = {
    UNAUTHENTICATED: 401,
    FORBIDDEN: 403,
    BAD_USER_INPUT: 400,
    TOO_MANY_REQUESTS: 429,
    SERVICE_UNAVAILABLE: 503,
  };
  http.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0;
    if (status >= 400 && status < 500) {
      return reply
        .status(status)
        .send({ code: 'BAD_REQUEST', message: 'The request could not be read.', requestId: request.id });
    }
    const locale = request.signed?.actor.locale ?? 'id';
    const presented = presentedError(error, { locale, requestId: request.id, log: request.log });
    if (presented.code === 'SERVICE_UNAVAILABLE') reply.header('retry-after', '2');
    return reply.status(statusOf[presented.code] ?? 500).send(presented);
  });
}

function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}

interface Closing {
  readonly http: FastifyInstance;
  readonly changes: PostgresChanges;
  readonly dataSource: DataSource;
  readonly closeDoors: () => Promise<void>;
}

/** Stops taking requests, lets those under way finish, then lets go of the database. */
async function closeApp({ http, changes, dataSource, closeDoors }: Closing): Promise<void> {
  await closeDoors();
  await http.close();
  await changes.close();
  await dataSource.destroy();
}
