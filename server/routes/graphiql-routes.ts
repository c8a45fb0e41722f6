import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { contentSecurityPolicy } from '../content-security-policy.js';
import { graphiqlPage } from './graphiql.js';

const bundle = fileURLToPath(new URL('../../graphiql/', import.meta.url));

/** GraphiQL from our own files: it works without the internet and asks nobody else for anything. */
export const graphiqlRoutes: FastifyPluginAsync = async (http) => {
  await http.register(fastifyStatic, {
    root: bundle,
    prefix: '/graphiql/',
    index: false,
    decorateReply: false,
    maxAge: '1d',
  });
  http.get('/graphiql', async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy(nonce, "'self'"))
      .header('x-frame-options', 'SAMEORIGIN')
      .header('cache-control', 'no-store')
      .send(graphiqlPage(nonce));
  });
};
