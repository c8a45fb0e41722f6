import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const zip = promisify(gzip);

interface File {
  readonly address: string;
  readonly type: string;
  readonly load: () => Promise<string | Buffer>;
}

/** Serves a file that stands as long as the process: read and compressed once, checked by tag at each load. */
export function serveCompressed(http: FastifyInstance, { address, type, load }: File): void {
  let prepared: ReturnType<typeof prepare> | undefined;
  http.get(address, async (request, reply) => {
    prepared ??= prepare(load);
    prepared.catch(() => {
      prepared = undefined;
    });
    const { content, zipped, tag } = await prepared;
    reply.header('cache-control', 'no-cache').header('etag', tag).header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    reply.type(type);
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(content);
    return reply.header('content-encoding', 'gzip').send(zipped);
  });
}

async function prepare(load: File['load']) {
  const content = await load();
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  return { content, zipped: await zip(content), tag };
}
