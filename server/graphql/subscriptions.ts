import type { Server } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { isSignedIn } from '../../schema/kernel/actor.js';
import type { Caller } from '../../schema/kernel/unit-of-work.js';
import { presentedGraphqlError } from '../present-problem.js';
import { limits, refuseTooLarge } from './limits.js';

interface SubscriptionServer {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly log: FastifyBaseLogger;
  /** Who holds the token of `connectionParams.authorization` or of the cookie, judged anew for every operation. */
  readonly callerOf: (credentials: {
    readonly authorization: unknown;
    readonly headers: Record<string, unknown>;
  }) => Promise<Caller>;
}

/** Subscriptions at `/graphql` over graphql-ws, with the same identity, scope and limits as the POST door. */
export function serveSubscriptions({ server, schema, log, callerOf }: SubscriptionServer): {
  close(): Promise<void>;
} {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: limits.bodyBytes });
  const disposable = useServer(
    {
      schema,
      onSubscribe: async (socket, _id, { query, variables, operationName }) => {
        const headers = socket.extra.request.headers as Record<string, unknown>;
        const caller = await callerOf({ authorization: socket.connectionParams?.authorization, headers });
        const document = parse(query, { maxTokens: limits.tokens });
        const faults = validate(schema, document);
        if (faults.length > 0) return faults;
        if (getOperationAST(document, operationName)?.operation !== 'subscription') {
          return [new GraphQLError('Only subscriptions here; POST queries and mutations to /graphql.')];
        }
        refuseTooLarge({
          schema,
          document,
          operationName,
          variables: variables ?? {},
          isPublic: !isSignedIn(caller.actor),
        });
        return { schema, document, operationName, variableValues: variables, contextValue: { caller } };
      },
      onError: (_socket, _id, _payload, errors) =>
        errors.map((error) =>
          presentedGraphqlError(error.toJSON(), error, { locale: 'id', requestId: 'ws', log }),
        ),
    },
    sockets,
  );
  return { close: async () => disposable.dispose() };
}
