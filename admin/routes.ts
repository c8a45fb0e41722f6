import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import {
  type ActionRequest,
  type AdminJS,
  AppError,
  type CurrentAdmin,
  ForbiddenError,
  NotFoundError,
  Router,
} from 'adminjs';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { isSignedIn } from '../schema/kernel/actor.js';
import { Refusal } from '../schema/kernel/problem.js';
import { hardened } from './harden.js';
import { sendPage } from './login.js';
import { missingPage } from './login-page.js';
import { panelCaller, panelLocale } from './panel-locale.js';
import { openPanelSession } from './panel-session.js';
import type { PanelParts } from './parts.js';
import { isRow } from './screen-property.js';

const zip = promisify(gzip);

interface Options {
  readonly panel: AdminJS;
  readonly parts: PanelParts;
}

/** Largest form; files have a door of their own. */
const formBytes = 1024 * 1024;
const formFields = 2000;

/** What of AdminJS is reachable. Its bulk, search and page routes are not: nothing here uses them. */
const reachable = new Set(['index', 'resource', 'resourceAction', 'recordAction', 'dashboard']);

/** Mounts AdminJS for people who are signed in; nothing of a body is read before that is known. */
export const panelRoutes: FastifyPluginAsync<Options> = async (http, options) => {
  http.addHook('onRequest', refuseStrangers);
  http.addHook('onRequest', refuseLongForms);
  await acceptForms(http);
  for (const route of Router.routes.filter(({ action }) => reachable.has(action))) {
    const isApi = route.path.startsWith('/api/');
    http.route({
      method: route.method === 'POST' ? 'POST' : 'GET',
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      exposeHeadRoute: false,
      handler: isApi ? apiHandler(route, options) : pageHandler(route, options),
    });
  }
  http.get('/resources/*', { exposeHeadRoute: false }, (request, reply) =>
    missing(request, reply, options.parts),
  );
};

function missing(request: FastifyRequest, reply: FastifyReply, parts: PanelParts): FastifyReply {
  const page = { locale: panelLocale(request), isDemo: parts.isDemo };
  return sendPage(reply.status(404), parts, (nonce) => missingPage({ ...page, nonce }));
}

type AdminRoute = (typeof Router.routes)[number];

async function refuseStrangers(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (isSignedIn(request.caller.actor)) return;
  const isPage = request.method === 'GET' && !request.url.startsWith('/admin/api/');
  if (!isPage) throw new Refusal('UNAUTHENTICATED');
  return reply.redirect(`/admin/login?${new URLSearchParams({ next: request.url })}`, 303);
}

/** Every browser says how long its form is, and Node reads no further: so the length is known before the first byte. */
async function refuseLongForms({ method, headers }: FastifyRequest): Promise<void> {
  if (method !== 'POST') return;
  const length = headers['content-length'];
  if (length === undefined) throw refusedBody('length of the form is missing', 411);
  if (!(Number(length) <= formBytes)) throw refusedBody('form is too large', 413);
}

function refusedBody(reason: string, statusCode: number): Error {
  return Object.assign(new Error(reason), { statusCode });
}

/** AdminJS posts multipart fields; a file among them ends the request, and nothing is written to disk. */
async function acceptForms(http: FastifyInstance): Promise<void> {
  await http.register(formbody, { bodyLimit: formBytes });
  await http.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: {
      files: 0,
      fields: formFields,
      parts: formFields,
      fieldSize: formBytes,
      fieldNameSize: 200,
      headerPairs: 50,
    },
  });
}

function pageHandler({ Controller, action }: AdminRoute, { panel, parts }: Options) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // `/records//show`: AdminJS takes a record without a name for a fault of its own
    if (isRow(request.params) && Object.values(request.params).includes(''))
      return missing(request, reply, parts);
    const controller = new Controller({ admin: panel }, sessionOf(request, parts));
    const html: string = await controller[action](actionRequest(request));
    const nonce = randomBytes(16).toString('base64');
    reply
      .header('content-security-policy', parts.contentSecurityPolicy(nonce))
      .type('text/html; charset=utf-8');
    return compressed(request, reply, hardened(html, nonce));
  };
}

/** AdminJS writes all screens into its page, a megabyte of text; it holds no secret that its length could give away. */
async function compressed(request: FastifyRequest, reply: FastifyReply, page: string) {
  reply.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return page;
  reply.header('content-encoding', 'gzip');
  return zip(page, { level: 4 });
}

function apiHandler({ Controller, action }: AdminRoute, { panel, parts }: Options) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asked = actionRequest(request);
    if (action !== 'dashboard' && !hasAction(panel, asked.params, action)) return reply.callNotFound();
    try {
      const controller = new Controller({ admin: panel }, sessionOf(request, parts));
      return await controller[action](asked, {});
    } catch (error) {
      return failure(error, request, parts);
    }
  };
}

/** Whether the resource declares the action for this kind of address; anything else does not exist. */
function hasAction(panel: AdminJS, { resourceId, action }: ActionRequest['params'], kind: string): boolean {
  const resource = panel.resources.find((candidate) => candidate.id() === resourceId);
  const actions = resource?.decorate().actions ?? {};
  const found = action !== undefined && Object.hasOwn(actions, action) ? actions[action] : undefined;
  return kind === 'recordAction' ? (found?.isRecordType() ?? false) : (found?.isResourceType() ?? false);
}

function sessionOf(request: FastifyRequest, { isDemo }: PanelParts): CurrentAdmin {
  return openPanelSession({ caller: panelCaller(request), name: request.signed.name ?? '', isDemo });
}

function actionRequest({ params, query, body, method }: FastifyRequest): ActionRequest {
  const names = isRow(params) ? params : {};
  return {
    params: { resourceId: '', action: '', ...names },
    query: isRow(query) ? query : {},
    payload: isRow(body) ? body : {},
    method: method === 'POST' ? 'post' : 'get',
  };
}

/** What failed outside of an action, told as AdminJS tells it: a notice of an error, and no record. */
function failure(error: unknown, request: FastifyRequest, { present }: PanelParts): object {
  const message = messageFor(error, request, present);
  const type = error instanceof Error ? error.name : 'Error';
  return {
    record: {
      params: {},
      populated: {},
      errors: {},
      recordActions: [],
      bulkActions: [],
      baseError: { type, message },
    },
    records: [],
    notice: { message, type: 'error' },
  };
}

function messageFor(error: unknown, request: FastifyRequest, present: PanelParts['present']): string {
  const isKnown =
    error instanceof NotFoundError || error instanceof ForbiddenError || error instanceof AppError;
  if (isKnown && error.baseMessage) return error.baseMessage;
  const { actor, requestId } = panelCaller(request);
  return present(error, { locale: actor.locale, requestId }).message;
}
