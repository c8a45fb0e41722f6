import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyPluginAsync } from 'fastify';
import type { OperationContext } from '../graphql/apollo.js';
import { limits } from '../graphql/limits.js';

/** POST /graphql. Everything else on this path is refused; websockets are upgraded before they get here. */
export const graphqlRoute: FastifyPluginAsync<{ apollo: ApolloServer<OperationContext> }> = async (
  http,
  { apollo },
) => {
  http.post('/graphql', { bodyLimit: limits.bodyBytes }, async (request, reply) => {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: request.body },
      context: async () => ({ caller: request.caller, log: request.log }),
    });
    reply.status(answer.status ?? 200);
    for (const [name, value] of answer.headers) reply.header(name, value);
    reply.header('cache-control', 'no-store');
    if (answer.body.kind === 'complete') return reply.send(answer.body.string);
    return reply
      .status(406)
      .send({ code: 'BAD_REQUEST', message: 'Incremental delivery is not offered.', requestId: request.id });
  });
};

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
