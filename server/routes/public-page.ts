import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import { contentSecurityPolicy } from '../content-security-policy.js';
import { distFolder } from '../dist-folder.js';
import { serveCompressed } from './compressed.js';
import { publicFrame } from './public-frame.js';

const script = '/public/page.js';

/** GET /: what anybody may see, as a page of its own. */
export const publicPageRoutes: FastifyPluginAsync<{ readonly isDemo: boolean }> = async (
  http,
  { isDemo },
) => {
  serveCompressed(http, {
    address: script,
    type: 'text/javascript; charset=utf-8',
    load: () => readFile(path.join(distFolder, 'public-page', 'page.js')),
  });
  http.get('/', async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-store')
      .send(publicFrame({ nonce, script, isDemo }));
  });
};
