import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyPluginAsync } from 'fastify';

const zip = promisify(gzip);

/** GET /map.geojson: outlines of the installation for everybody; 204 when it has none, and maps are drawn of tiles. */
export const mapRoutes: FastifyPluginAsync<{ readonly outlines: string | null }> = async (
  http,
  { outlines },
) => {
  if (outlines === null) {
    http.get('/map.geojson', async (_request, reply) =>
      reply.header('cache-control', 'no-cache').status(204).send(),
    );
    return;
  }
  const zipped = await zip(outlines);
  const tag = `"${createHash('sha256').update(outlines).digest('base64url').slice(0, 22)}"`;
  http.get('/map.geojson', async (request, reply) => {
    reply.header('cache-control', 'no-cache').header('etag', tag).header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    reply.type('application/geo+json; charset=utf-8');
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(outlines);
    return reply.header('content-encoding', 'gzip').send(zipped);
  });
};
