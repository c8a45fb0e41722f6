import { randomBytes } from 'node:crypto';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { contentSecurityPolicy } from '../content-security-policy.js';
import { distFolder } from '../dist-folder.js';
import { graphiqlPage } from './graphiql.js';

/** GraphiQL from our own files: it works without the internet and asks nobody else for anything. */
export const graphiqlRoutes: FastifyPluginAsync = async (http) => {
  await http.register(fastifyStatic, {
    root: path.join(distFolder, 'graphiql'),
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
