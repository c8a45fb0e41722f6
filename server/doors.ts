import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import type { Services } from '../schema/index.js';
import type { UnitOfWork } from '../schema/kernel/unit-of-work.js';
import { answerHeaders } from './answer-headers.js';
import type { AppOptions } from './app-options.js';
import type { PostgresChanges } from './changes.js';
import { networkReader } from './client-network.js';
import { answerErrors } from './error-answers.js';
import { Exports } from './export/exports.js';
import { RowSource } from './export/row-source.js';
import { createApollo } from './graphql/apollo.js';
import { Budget } from './graphql/budget.js';
import { Operations } from './graphql/operations.js';
import { subscriptionCaller } from './graphql/subscription-caller.js';
import { serveSubscriptions } from './graphql/subscriptions.js';
import { identify } from './identify.js';
import type { SealedRosters } from './import/sealed-rosters.js';
import { logAnswers } from './logging.js';
import { annexRoutes } from './routes/annexes.js';
import { branchListRoutes } from './routes/branch-lists.js';
import { calendarRoute } from './routes/calendar.js';
import { documentRoutes } from './routes/documents.js';
import { exportRoutes } from './routes/exports.js';
import { graphiqlRoutes } from './routes/graphiql-routes.js';
import { graphqlRoute, postOnlyRoute } from './routes/graphql.js';
import { healthRoutes } from './routes/health.js';
import { importRoutes } from './routes/imports.js';
import { mapRoutes } from './routes/map.js';
import { publicPageRoutes } from './routes/public-page.js';
import { sqlRoutes } from './routes/sql.js';

interface DoorParts {
  readonly http: FastifyInstance;
  readonly options: AppOptions;
  readonly unitOfWork: UnitOfWork;
  /** The reserved connections. */
  readonly pool: Pool;
  /** The connections of the work, to be measured. */
  readonly workPool: Pool;
  readonly changes: PostgresChanges;
  readonly services: Services;
  readonly schema: GraphQLSchema;
  readonly rosters: SealedRosters;
}

/** Doors that have to be closed beside HTTP itself. */
export interface OpenDoors {
  closeSockets(): Promise<void>;
  stopGraphql(): Promise<void>;
  /** Ends the files under way, which may take longer than anybody waits. */
  stopExports(): void;
}

/** What a browser is told of the panel's session, and what everybody may ask in a minute. */
interface Manners {
  readonly isSecure: boolean;
  readonly cookieName: string;
  readonly budget: Budget;
}

/** Mounts every door: health, GraphiQL, GraphQL over HTTP and websocket, documents, the panel. */
export async function openDoors(parts: DoorParts): Promise<OpenDoors> {
  const { http, options, unitOfWork, workPool, services, schema } = parts;
  const isSecure = options.publicUrl?.startsWith('https:') ?? false;
  const cookieName = isSecure ? '__Host-payung' : 'payung';
  const budget = new Budget(options.budget);
  const manners = { isSecure, cookieName, budget };
  const apollo = createApollo({ schema, budget });
  await apollo.start();
  await http.register(cookie);
  answerHeaders(http, { isSecure });
  answerErrors(http, { isDemo: options.isDemo });
  logAnswers(http);
  await openToEverybody(parts);
  const rows = new RowSource({ url: options.databaseUrl, pool: workPool, clock: unitOfWork.clock });
  const exports = new Exports({ schema, unitOfWork, budget, service: services.dataExport, rows });
  await http.register((doors) => openToTheKnown(doors, parts, { ...manners, apollo, exports }));
  const sockets = openSockets(parts, manners);
  return {
    closeSockets: () => sockets.close(),
    stopGraphql: () => apollo.stop(),
    stopExports: () => rows.close(),
  };
}

/** Doors that do not ask who comes. */
async function openToEverybody({
  http,
  options,
  pool,
  workPool,
  changes,
  services,
}: DoorParts): Promise<void> {
  await http.register(healthRoutes, { pool, workPool, changes });
  await http.register(graphiqlRoutes);
  await http.register(calendarRoute, { delivery: services.alertDelivery, address: options.publicUrl });
  await http.register(mapRoutes, { outlines: options.mapOutlines ?? null });
  await http.register(publicPageRoutes, { isDemo: options.isDemo });
  await http.register(postOnlyRoute);
}

/** Doors at which it is looked up first who comes, visitors included. */
async function openToTheKnown(
  doors: FastifyInstance,
  parts: DoorParts,
  {
    apollo,
    exports,
    ...manners
  }: Manners & { readonly apollo: ReturnType<typeof createApollo>; readonly exports: Exports },
): Promise<void> {
  const { options, unitOfWork, pool, services, schema, rosters } = parts;
  const { cookieName, budget } = manners;
  identify(doors, { pool, unitOfWork, cookieName, onStatement: options.onStatement });
  const operations = options.isCompiling === false ? null : new Operations(schema, budget);
  await doors.register(graphqlRoute, { apollo, operations });
  await doors.register(sqlRoutes, { queries: services.sqlQuery });
  await doors.register(exportRoutes, { exports, clock: unitOfWork.clock });
  await doors.register(annexRoutes, {
    annexes: services.annex,
    isDemo: options.isDemo,
    address: options.publicUrl,
  });
  await doors.register(documentRoutes, { documents: services.document });
  await doors.register(branchListRoutes, { lists: services.branchList, exports: services.dataExport });
  await doors.register(importRoutes, { imports: services.import, rosters });
  await doors.register(await panelOf(parts, manners), { prefix: '/admin' });
}

/** Notices over websockets. */
function openSockets(
  { http, options, unitOfWork, pool, services, schema }: DoorParts,
  { cookieName, budget }: Manners,
): ReturnType<typeof serveSubscriptions> {
  const networkOf = networkReader(options.trustProxy);
  return serveSubscriptions({
    ...{ schema, budget, networkOf },
    server: http.server,
    log: http.log,
    sources: {
      watch: services.node.watch.bind(services.node),
      watchAlerts: services.alert.watch.bind(services.alert),
    },
    callerOf: subscriptionCaller({
      ...{ pool, unitOfWork, cookieName, networkOf },
      parseCookie: (header) => http.parseCookie(header),
    }),
  });
}

async function panelOf(
  { http, options, services, schema }: DoorParts,
  { cookieName, isSecure }: Manners,
): Promise<FastifyPluginAsync> {
  if (!options.panel) return async () => undefined;
  return options.panel({ services, schema, isDemo: options.isDemo, cookieName, isSecure, log: http.log });
}
