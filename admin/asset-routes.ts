import type { FastifyPluginAsync } from 'fastify';
import type { PanelAssets } from './assets.js';

/** Files of the panel's pages, for everybody, checked by tag at each load. */
export const assetRoutes: FastifyPluginAsync<{ readonly assets: PanelAssets }> = async (http, { assets }) => {
  for (const address of assets.paths()) {
    http.get(address, async (request, reply) => {
      const { type, bytes, zipped, tag } = await assets.load(address);
      reply.header('cache-control', 'no-cache').header('etag', tag).header('vary', 'accept-encoding');
      if (request.headers['if-none-match'] === tag) return reply.status(304).send();
      reply.type(type);
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(bytes);
      return reply.header('content-encoding', 'gzip').send(zipped);
    });
  }
};
