import { isDeepStrictEqual } from 'node:util';
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { OperationContext } from '../graphql/apollo.js';
import { explainedText } from '../graphql/explanation.js';
import { limits } from '../graphql/limits.js';
import { operationRequest } from '../graphql/operation-request.js';
import type { Operations } from '../graphql/operations.js';

interface GraphqlParts {
  readonly apollo: ApolloServer<OperationContext>;
  /** Null: every operation goes through graphql-js. */
  readonly operations: Operations | null;
}

/** POST /graphql. Everything else on this path is refused; websockets are upgraded before they get here. */
export const graphqlRoute: FastifyPluginAsync<GraphqlParts> = async (http, parts) => {
  const settings = { bodyLimit: limits.bodyBytes, config: { confirmsCaller: true } };
  http.post('/graphql', settings, async (request, reply) => {
    const answer = await confirmed(request, () => executed(parts, request));
    reply.header('cache-control', 'no-store');
    if (typeof answer === 'string')
      return reply.header('content-type', 'application/json; charset=utf-8').send(`${answer}\n`); // as Apollo ends it
    reply.status(answer.status ?? 200);
    for (const [name, value] of answer.headers) reply.header(name, value);
    reply.header('cache-control', 'no-store');
    if (answer.body.kind === 'complete') return reply.send(answer.body.string);
    return reply
      .status(406)
      .send({ code: 'BAD_REQUEST', message: 'Incremental delivery is not offered.', requestId: request.id });
  });
};

/** The compiled answer as text; else Apollo's. */
async function executed(
  { apollo, operations }: GraphqlParts,
  request: FastifyRequest,
): Promise<string | HTTPGraphQLResponse> {
  const context: OperationContext = { caller: request.caller, log: request.log };
  const wanted = operations && operationRequest(request);
  const compiled = wanted ? await operations.run(wanted, context) : null;
  if (compiled?.text) return explainedText(compiled.text, request.caller, compiled.isCompiled);
  return byApollo(
    apollo,
    request,
    compiled ? { ...context, outcomes: compiled.outcomes, isPaid: true } : context,
  );
}

function byApollo(
  apollo: ApolloServer<OperationContext>,
  request: FastifyRequest,
  context: OperationContext,
): Promise<HTTPGraphQLResponse> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  return apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: request.body },
    context: async () => context,
  });
}

/**
 * Executes for a caller who is the right one at this moment. What changes something looks the caller up first; what
 * reads may rest on an assumption, and is done again when a read refutes it, or when none confirmed it and another
 * look shows different rights.
 */
async function confirmed<Answer>(request: FastifyRequest, execute: () => Promise<Answer>): Promise<Answer> {
  if (request.caller.assumption && mayChange(request.body)) await request.lookUpCaller();
  const answer = await execute();
  const { assumption, actor } = request.caller;
  if (!assumption || assumption.standing === 'CONFIRMED') return answer;
  await request.lookUpCaller();
  const isUnchanged = assumption.standing === 'OPEN' && isDeepStrictEqual(actor, request.caller.actor);
  return isUnchanged ? answer : execute();
}

/** Whether the text may hold a mutation: a document without the word has none. */
function mayChange(body: unknown): boolean {
  const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : '';
  return typeof query !== 'string' || query.includes('mutation');
}

/** Outside of the doors: neither identity nor a place in the queue is needed to say no. */
export const postOnlyRoute: FastifyPluginAsync = async (http) => {
  http.route({
    method: ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'],
    url: '/graphql',
    // the body is of no interest either
    onRequest: async (request, reply) =>
      reply
        .status(405)
        .header('allow', 'POST')
        .send({ code: 'BAD_REQUEST', message: 'POST only.', requestId: request.id }),
    handler: async () => undefined,
  });
};
