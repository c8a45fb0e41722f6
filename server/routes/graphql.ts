import { isDeepStrictEqual } from 'node:util';
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { answerType } from '../graphql/answer-type.js';
import type { OperationContext } from '../graphql/apollo.js';
import { explainedText } from '../graphql/explanation.js';
import { limits } from '../graphql/limits.js';
import { operationRequest } from '../graphql/operation-request.js';
import type { Kept, OperationRequest, Operations } from '../graphql/operations.js';

interface GraphqlParts {
  readonly apollo: ApolloServer<OperationContext>;
  /** Null: every operation goes through graphql-js. */
  readonly operations: Operations | null;
}

/** POST /graphql. Everything else on this path is refused; websockets are upgraded before they get here. */
export const graphqlRoute: FastifyPluginAsync<GraphqlParts> = async (http, parts) => {
  const settings = { bodyLimit: limits.bodyBytes, config: { confirmsCaller: true } };
  http.post('/graphql', settings, async (request, reply) => {
    const compiled = compiledOf(parts, request);
    const answer = await confirmed(request, compiled, () => executed(parts, request, compiled));
    reply.header('cache-control', 'no-store');
    if ('text' in answer) return reply.header('content-type', answer.type).send(`${answer.text}\n`); // as Apollo ends it
    reply.status(answer.status ?? 200);
    for (const [name, value] of answer.headers) reply.header(name, value);
    reply.header('cache-control', 'no-store');
    if (answer.body.kind === 'complete') return reply.send(answer.body.string);
    return reply
      .status(406)
      .send({ code: 'BAD_REQUEST', message: 'Incremental delivery is not offered.', requestId: request.id });
  });
};

/** A request's operation, ready to run without Apollo, and the media type of its answer. */
interface Compiled {
  readonly operations: Operations;
  readonly kept: Kept;
  readonly variables: OperationRequest['variables'];
  readonly type: string;
}

function compiledOf({ operations }: GraphqlParts, request: FastifyRequest): Compiled | null {
  const type = answerType(request.headers.accept);
  const wanted = type === null ? null : operationRequest(request);
  const kept = wanted && operations ? operations.find(wanted) : null;
  return type !== null && wanted && operations && kept
    ? { operations, kept, variables: wanted.variables, type }
    : null;
}

/** A whole answer and its media type. */
interface AnswerText {
  readonly text: string;
  readonly type: string;
}

/** The compiled answer as text; else Apollo's. */
async function executed(
  { apollo }: GraphqlParts,
  request: FastifyRequest,
  compiled: Compiled | null,
): Promise<AnswerText | HTTPGraphQLResponse> {
  const context: OperationContext = { caller: request.caller, log: request.log };
  const answer = compiled && (await compiled.operations.run(compiled.kept, compiled.variables, context));
  if (compiled && answer?.text) {
    const text = explainedText(answer.text, request.caller, answer.isCompiled);
    return { text, type: compiled.type };
  }
  return byApollo(
    apollo,
    request,
    answer ? { ...context, outcomes: answer.outcomes, isPaid: true } : context,
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
 * Executes for a caller who is the right one at this moment. What reads, and what is a single decision, may rest on an
 * assumption: it is done again when its first round trip refutes that, before anything was judged or written, or when
 * nothing confirmed it and another look shows different rights: then nothing was asked of the database at all. Whatever else
 * may change something looks the caller up first, since part of it could have been done.
 */
async function confirmed<Answer>(
  request: FastifyRequest,
  compiled: Compiled | null,
  execute: () => Promise<Answer>,
): Promise<Answer> {
  const isSingle = compiled?.kept.operation.isDecision ?? false;
  if (request.caller.assumption && !isSingle && mayChange(request.body)) await request.lookUpCaller();
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
