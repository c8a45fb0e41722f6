import type { FastifyPluginAsync } from 'fastify';
import { serveCompressed } from './compressed.js';

const address = '/map.geojson';

/** GET /map.geojson: outlines of the installation for everybody; 204 when it has none, and maps are drawn of tiles. */
export const mapRoutes: FastifyPluginAsync<{ readonly outlines: string | null }> = async (
  http,
  { outlines },
) => {
  if (outlines !== null) {
    const type = 'application/geo+json; charset=utf-8';
    return serveCompressed(http, { address, type, load: async () => outlines });
  }
  http.get(address, async (_request, reply) => reply.header('cache-control', 'no-cache').status(204).send());
};
