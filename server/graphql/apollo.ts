import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { isSignedIn } from '../../schema/kernel/actor.js';
import type { Context } from '../../schema/kernel/payload.js';
import { presentedGraphqlError } from '../present-problem.js';
import { limits, refuseTooLarge } from './limits.js';

/** What a GraphQL operation runs with: the context of the resolvers and the log of its request. */
export interface OperationContext extends Context {
  readonly log: FastifyBaseLogger;
}

export function createApollo(schema: GraphQLSchema): ApolloServer<OperationContext> {
  return new ApolloServer<OperationContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    stopOnTerminationSignals: false, // main.ts stops the server first and PostgreSQL last
    parseOptions: { maxTokens: limits.tokens },
    persistedQueries: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), limitPlugin, presentPlugin],
  });
}

/** Limits are checked with variables resolved, after validation and before any resolver. */
const limitPlugin: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operationName, request, contextValue }) {
        const variables = request.variables ?? {};
        refuseTooLarge({
          schema,
          document,
          operationName,
          variables,
          isPublic: !isSignedIn(contextValue.caller.actor),
        });
      },
    };
  },
};

/** Errors leave in the reader's language; an unavailable database is a 503, so that proxies and clients retry. */
const presentPlugin: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, errors, contextValue }) {
        if (response.body.kind !== 'single' || !errors) return;
        const { caller, log } = contextValue;
        const reader = { locale: caller.actor.locale, requestId: caller.requestId, log };
        const formatted = response.body.singleResult.errors ?? [];
        response.body.singleResult.errors = formatted.map((error, index) =>
          presentedGraphqlError(error, errors[index], reader),
        );
        const isAway = response.body.singleResult.errors.some(
          ({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE',
        );
        if (!isAway) return;
        response.http.status = 503;
        response.http.headers.set('retry-after', '2');
      },
    };
  },
};
