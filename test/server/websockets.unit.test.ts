import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { makeServer } from 'graphql-ws';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { type Opening, serveWebsockets } from '../../server/graphql/websockets.js';

const http = createServer();
const Query = new GraphQLObjectType({ name: 'Query', fields: { a: { type: GraphQLString } } });
const sockets = serveWebsockets({
  http,
  protocol: makeServer<Record<string, unknown>, Opening>({ schema: new GraphQLSchema({ query: Query }) }),
  log: pino({ level: 'silent' }),
  most: 3,
  mostOfNetwork: 2,
  networkOf: ({ headers }: IncomingMessage) => String(headers['x-network']),
});

beforeAll(async () => {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});
afterAll(async () => {
  await sockets.close();
  http.close();
});

/** The open socket, or the status of the refusal. */
function opened(network: string): Promise<WebSocket | number> {
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    headers: { 'x-network': network },
  });
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

test('one network cannot hold all sockets, and gets a place again when it leaves one', async () => {
  const first = await opened('a');
  await opened('a');

  const third = await opened('a');
  const other = await opened('b');
  const fourth = await opened('b');
  if (first instanceof WebSocket) {
    first.close();
    await once(first, 'close');
  }
  const again = await opened('a');

  expect([third, fourth]).toEqual([503, 503]);
  expect([other, again].map((socket) => socket instanceof WebSocket)).toEqual([true, true]);
});
