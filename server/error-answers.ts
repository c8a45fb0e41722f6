import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '../schema/kernel/actor.js';
import { messageOf } from '../schema/kernel/texts.js';
import { answerPage, page } from './plain-page.js';
import { presentedError } from './present-problem.js';
import './transport-texts.js';

const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  TOO_MANY_REQUESTS: 429,
  SERVICE_UNAVAILABLE: 503,
};

/** Every error of every door leaves as `{ code, message, requestId }`, in the reader's language; a person who opens an unknown address gets a page. */
export function answerErrors(http: FastifyInstance, { isDemo }: { readonly isDemo: boolean }): void {
  http.setNotFoundHandler((request, reply) =>
    isOpenedByPerson(request) ? absentPage(reply, isDemo) : refused(request, reply, 404),
  );
  http.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0;
    if (status >= 400 && status < 500) return refused(request, reply, status);
    const reader = { locale: localeOf(request), requestId: request.id, log: request.log };
    const presented = presentedError(error, reader);
    if (presented.code === 'SERVICE_UNAVAILABLE') reply.header('retry-after', '2');
    if (presented.seconds !== undefined) reply.header('retry-after', String(presented.seconds));
    return reply.status(statusOf[presented.code] ?? 500).send(presented);
  });
}

/** Only the address bar and links of a browser ask for HTML; scripts and API clients do not. */
function isOpenedByPerson({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

function absentPage(reply: FastifyReply, isDemo: boolean): Promise<FastifyReply> {
  return answerPage(reply.status(404), isDemo, (frame) =>
    page(
      'Halaman tidak ada',
      frame,
      `<main>
    <section class="card"><h1>Halaman ini tidak ada</h1>
      <p>Alamatnya mungkin salah ketik, terpotong, atau sudah dipindahkan. Tidak ada data yang berubah.</p>
      <p><a href="/admin">Ke beranda petugas</a></p>
      <p><a href="/">Ke halaman publik</a></p></section>
  </main>`,
    ),
  );
}

/** What the transport refuses; what the library says about it stays inside. */
function refused(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  const [code, reason] = refusalOf(status);
  const message = messageOf(reason, {}, localeOf(request));
  return reply.status(status).send({ code, message, requestId: request.id });
}

function refusalOf(status: number): readonly [code: string, reason: string] {
  if (status === 404) return ['NOT_FOUND', 'ADDRESS_UNKNOWN'];
  if (status === 413) return ['REQUEST_TOO_LARGE', 'REQUEST_TOO_LARGE'];
  return ['BAD_REQUEST', 'BAD_USER_INPUT'];
}

/** Absent while it is not known who asks. */
function localeOf({ signed }: Partial<Pick<FastifyRequest, 'signed'>>): Locale {
  return signed?.actor.locale ?? 'id';
}
