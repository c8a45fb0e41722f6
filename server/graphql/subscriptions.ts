import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { makeServer } from 'graphql-ws';
import type { WatchAlertsContext } from '../../schema/alert/index.js';
import type { WatchContext } from '../../schema/kernel/node.resolver.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import { presentedGraphqlError } from '../present-problem.js';
import type { Budget } from './budget.js';
import type { Credentials } from './subscription-caller.js';
import {
  checkedSubscription,
  type SubscriptionContext,
  subscribeWhileSigned,
} from './subscription-operation.js';
import { type Opening, serveWebsockets } from './websockets.js';

interface SubscriptionServer {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly budget: Budget;
  readonly log: FastifyBaseLogger;
  readonly sources: SubscriptionSources;
  /** Who holds the credentials at this moment. */
  readonly callerOf: (credentials: Credentials) => Promise<Caller>;
  /** The network that a request comes from, for limits. */
  readonly networkOf: (request: IncomingMessage) => string;
}

/** Where the events of each subscription come from. */
export type SubscriptionSources = Omit<WatchContext & WatchAlertsContext, 'caller'>;

/** How much of it one process takes; a client that gets 503 tries again later, at another node perhaps. */
const sizes = { sockets: 1000, socketsOfNetwork: 250, operationsPerSocket: 20 } as const;

/** Subscriptions at `/graphql` over graphql-ws, with the same identity, scope and limits as the POST door. */
export function serveSubscriptions(parts: SubscriptionServer): { close(): Promise<void> } {
  const protocol = makeServer<Record<string, unknown>, Opening>({
    schema: parts.schema,
    onSubscribe: async ({ subscriptions, connectionParams, extra }, _id, request) => {
      const credentials = { authorization: connectionParams?.authorization, request: extra.request };
      const isFull = Object.keys(subscriptions).length > sizes.operationsPerSocket;
      return answered(async () => {
        if (isFull) throw tooMany(sizes.operationsPerSocket);
        return checkedSubscription(request, { ...parts, context: await contextOf(parts, credentials) });
      });
    },
    subscribe: subscribeWhileSigned,
    onNext: (_socket, _id, _payload, { contextValue }, { data = null, errors }) =>
      errors && { data, errors: presented(parts, errors, contextValue) },
    onError: (_socket, _id, _payload, errors) => presented(parts, errors),
  });
  const { server: http, log, networkOf } = parts;
  const { sockets: most, socketsOfNetwork: mostOfNetwork } = sizes;
  return serveWebsockets({ http, protocol, log, most, mostOfNetwork, networkOf });
}

async function contextOf(
  { callerOf, sources }: SubscriptionServer,
  credentials: Credentials,
): Promise<SubscriptionContext> {
  const caller = await callerOf(credentials);
  const isStillSigned = async () => (await callerOf(credentials)).actor.staffId === caller.actor.staffId;
  return { caller, ...sources, isStillSigned };
}

/** Whatever goes wrong is told to this one operation; thrown, it would end the socket with all the others on it. */
async function answered<Result>(work: () => Promise<Result>): Promise<Result | GraphQLError[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    return [
      new GraphQLError('', { originalError: error instanceof Error ? error : new Error(String(error)) }),
    ];
  }
}

function presented(
  { log }: SubscriptionServer,
  errors: readonly GraphQLError[],
  context?: unknown,
): NonNullable<FormattedExecutionResult['errors']> {
  const caller = isSubscriptionContext(context) ? context.caller : null;
  const reader = {
    locale: caller?.actor.locale ?? ('id' as const),
    requestId: caller?.requestId ?? randomUUID(),
    log,
  };
  return errors.map((error) => presentedGraphqlError(formatted(error), error, reader));
}

/** graphql-js gives no code to a document that is wrong; nothing of ours threw, so it is the client's. */
function formatted(error: GraphQLError) {
  const { extensions, ...rest } = error.toJSON();
  if (extensions?.code !== undefined || error.originalError !== undefined || error.path !== undefined) {
    return { ...rest, extensions: { ...extensions } };
  }
  return { ...rest, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
}

function isSubscriptionContext(context: unknown): context is SubscriptionContext {
  return typeof context === 'object' && context !== null && 'isStillSigned' in context;
}

function tooMany(limit: number): GraphQLError {
  return new GraphQLError(`A websocket carries ${limit} subscriptions; open another one.`, {
    extensions: { code: 'QUERY_TOO_LARGE' },
  });
}
