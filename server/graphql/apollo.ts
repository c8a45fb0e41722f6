import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { isSignedIn } from '../../schema/kernel/actor.js';
import type { Context } from '../../schema/kernel/payload.js';
import { presentedGraphqlError } from '../present-problem.js';
import type { Budget } from './budget.js';
import { explanationOf } from './explanation.js';
import { limits, measuredRecords } from './limits.js';

/** What a GraphQL operation runs with: the context of the resolvers and the log of its request. */
export interface OperationContext extends Context {
  readonly log: FastifyBaseLogger;
  /** What root fields came to already, by key of the answer: a promise to wait for instead of resolving again. */
  readonly outcomes?: ReadonlyMap<string, Promise<unknown>>;
  /** Whether the operation was measured and paid for before. */
  readonly isPaid?: boolean;
}

interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly budget: Budget;
}

export function createApollo({ schema, budget }: ApolloParts): ApolloServer<OperationContext> {
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
    plugins: [ApolloServerPluginLandingPageDisabled(), limitPlugin(budget), presentPlugin, explainPlugin],
  });
}

/** Limits are checked with variables resolved, after validation and before any resolver; then the budget is charged. */
function limitPlugin(budget: Budget): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operationName, request, contextValue }) {
          const { caller, isPaid } = contextValue;
          if (isPaid) return;
          const variables = request.variables ?? {};
          const isPublic = !isSignedIn(caller.actor);
          const records = measuredRecords({ schema, document, operationName, variables, isPublic });
          await budget.spend(caller, records);
        },
      };
    },
  };
}

/** Codes that proxies and clients have to see as a status, so that they retry. */
const statusOf: Readonly<Record<string, number>> = { SERVICE_UNAVAILABLE: 503, TOO_MANY_REQUESTS: 429 };

/** What the operation cost, for those who asked. */
const explainPlugin: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        const explained = explanationOf(contextValue.caller, false);
        if (response.body.kind !== 'single' || !explained) return;
        response.body.singleResult.extensions = { ...response.body.singleResult.extensions, ...explained };
      },
    };
  },
};

/** Errors leave in the reader's language. */
const presentPlugin: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, errors, contextValue }) {
        if (response.body.kind !== 'single' || !errors) return;
        const { caller, log } = contextValue;
        const reader = { locale: caller.actor.locale, requestId: caller.requestId, log };
        const formatted = response.body.singleResult.errors ?? [];
        const presented = formatted.map((error, index) =>
          presentedGraphqlError(error, errors[index], reader),
        );
        response.body.singleResult.errors = presented;
        const passing = presented.find(({ extensions }) => String(extensions?.code) in statusOf)?.extensions;
        if (!passing) return;
        response.http.status = statusOf[String(passing.code)] ?? 503;
        response.http.headers.set('retry-after', String(passing.seconds ?? 2));
      },
    };
  },
};
