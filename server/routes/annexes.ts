import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { AnnexService } from '../../schema/annex/index.js';
import { messageOf } from '../../schema/kernel/texts.js';
import { paperPage, verifyPage } from '../annex-pages.js';
import { answerPage, type Frame } from '../plain-page.js';

interface Options {
  readonly annexes: AnnexService;
  readonly isDemo: boolean;
  /** Address that people type; null: not told, and the paper warns of it. */
  readonly address: string | null;
}

/** GET /verify/:code confirms a sealed list to anybody; GET /annexes/:id prints it for staff. Pages without script. */
export const annexRoutes: FastifyPluginAsync<Options> = async (http, { annexes, isDemo, address }) => {
  const show = (reply: FastifyReply, write: (frame: Frame) => string | Promise<string>) =>
    answerPage(reply, isDemo, write);

  http.get<{ Querystring: { code?: unknown } }>('/verify', async ({ query }, reply) => {
    if (typeof query.code !== 'string') return show(reply, (frame) => verifyPage(null, frame));
    return reply.redirect(`/verify/${encodeURIComponent(query.code.slice(0, 100))}`, 303);
  });

  http.get<{ Params: { code: string } }>('/verify/:code', async ({ caller, params: { code } }, reply) => {
    const facts = await annexes.confirm(caller, code);
    reply.status(facts ? 200 : 404);
    return show(reply, (frame) => verifyPage({ code, facts }, frame));
  });

  http.get<{ Params: { id: string } }>('/annexes/:id', async (request, reply) => {
    const paper = await annexes.paper(request.caller, request.params.id);
    if (!paper) return absent(request, reply);
    const origin = address ?? ownAddress(request.socket);
    const place = { address: `${origin}/verify/${paper.annex.code}`, isPublic: address !== null };
    return show(reply, (frame) => paperPage(paper, place, frame));
  });
};

/** Where the connection arrived. Never the Host header, which is whatever the asker wrote: the code goes on paper. */
function ownAddress({ localAddress = 'localhost', localPort }: FastifyRequest['socket']): string {
  const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
  return localPort === undefined ? `http://${host}` : `http://${host}:${localPort}`;
}

function absent({ id: requestId, caller }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = messageOf('NOT_FOUND', { requestId }, caller.actor.locale);
  return reply.status(404).send({ code: 'NOT_FOUND', message, requestId });
}
