import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import {
  type DocumentFile,
  DocumentKind,
  type DocumentService,
  type DocumentUpload,
  documentLimitMegabytes,
  documentVerbs,
} from '../../schema/document/index.js';
import { publicId } from '../../schema/kernel/identifier.js';
import { payloadOf } from '../../schema/kernel/payload.js';
import { permitChange } from '../../schema/kernel/policy.js';
import { type Outcome, type Problem, problem, Refusal } from '../../schema/kernel/problem.js';
import { messageOf } from '../../schema/kernel/texts.js';
import { Admission } from '../admission.js';
import { hasErrorCode } from '../error-code.js';
import { disposition } from './disposition.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file of an upload, or why there is none. Set before the handler of POST /documents. */
    upload: DocumentUpload | Problem;
  }
}

const path = ['input', 'file'];
const limits = {
  files: 1,
  fields: 5,
  parts: 6,
  fieldNameSize: 100,
  fieldSize: 1000,
  headerPairs: 20,
  fileSize: documentLimitMegabytes * 1024 * 1024,
};
/** Files held in memory at once: 25 MB each. */
const uploadsAtOnce = { atOnce: 6, longestQueue: 30, deadlineMs: 2000 };

/** POST /documents attaches a PDF (multipart: recordId, kind, file); GET /documents/:id downloads it as an attachment, …/preview shows it in a page of ours. */
export const documentRoutes: FastifyPluginAsync<{ documents: DocumentService }> = async (
  http,
  { documents },
) => {
  // nothing but multipart: any other body would be read before it is known who sends it
  http.removeAllContentTypeParsers();
  await http.register(multipart, { limits, throwFileSizeLimit: false });
  http.decorateRequest('upload');
  const uploads = new Admission(uploadsAtOnce);

  http.post('/documents', {
    // who may not attach is told before a byte of the body is read
    onRequest: async ({ caller }) => permitChange(caller.actor, documentVerbs.attach),
    preValidation: async (request) => {
      const leave = await uploads.enter();
      // who hung up while waiting closed before anybody listened: the place would never be free again
      if (request.raw.destroyed) {
        leave();
        throw new Refusal('BAD_USER_INPUT');
      }
      request.raw.once('close', leave);
      request.upload = await readUpload(request);
    },
    handler: async (request, reply) => {
      const { upload } = request;
      const outcome: Outcome =
        'code' in upload ? { id: null, problems: [upload] } : await documents.attach(request.caller, upload);
      const { id, userErrors } = payloadOf(request.caller, outcome);
      reply.status(id === null ? 422 : 201);
      return { id: id && publicId('document', id), userErrors };
    },
  });

  http.get<Asked>('/documents/:id', { exposeHeadRoute: false }, async (request, reply) => {
    const file = await documents.download(request.caller, request.params.id);
    if (file) reply.header('content-disposition', disposition('attachment', file.fileName));
    reply.header('content-security-policy', "default-src 'none'; sandbox");
    return answerFile(file, request, reply);
  });

  http.get<Asked>('/documents/:id/preview', { exposeHeadRoute: false }, async (request, reply) => {
    const file = await documents.preview(request.caller, request.params.id);
    if (file) reply.header('content-disposition', disposition('inline', file.fileName));
    // the sandbox stands here: with the attribute on the frame, Chromium and Firefox do not start their viewers
    reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
      )
      .header('x-frame-options', 'SAMEORIGIN');
    return answerFile(file, request, reply);
  });
};

interface Asked {
  Params: { readonly id: string };
}

async function answerFile(
  file: DocumentFile | null,
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!file) return missing(request, reply, { code: 'NOT_FOUND', reason: 'NOT_FOUND' });
  if (!file.content) {
    request.log.error({ documentId: request.params.id }, 'file of a document is not in the store');
    return missing(request, reply, { code: 'NOT_FOUND', reason: 'DOCUMENT_FILE_MISSING' });
  }
  return reply
    .type(file.mediaType)
    .header('content-length', file.sizeBytes)
    .header('cache-control', 'private, no-store')
    .send(file.content);
}

function missing(
  { id: requestId, caller }: FastifyRequest,
  reply: FastifyReply,
  { code, reason }: { readonly code: string; readonly reason: string },
): FastifyReply {
  const message = messageOf(reason, { requestId }, caller.actor.locale);
  return reply.status(404).send({ code, message, requestId });
}

/** The upload, or the problem of a file too large or too many; what was read of it is gone with the request. */
async function readUpload(request: FastifyRequest): Promise<DocumentUpload | Problem> {
  const fields = { recordId: '', kind: DocumentKind.ATTACHMENT as string };
  let file: Pick<DocumentUpload, 'fileName' | 'bytes'> = { fileName: '', bytes: new Uint8Array() };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer();
        if (part.file.truncated)
          return problem(path, 'DOCUMENT_TOO_LARGE', { limit: documentLimitMegabytes });
        file = { fileName: part.filename ?? '', bytes };
      } else if (part.fieldname === 'recordId') fields.recordId = String(part.value);
      else if (part.fieldname === 'kind') fields.kind = String(part.value);
    }
  } catch (error) {
    if (hasErrorCode({ error, code: 'FST_FILES_LIMIT' })) return problem(path, 'DOCUMENT_ONE_FILE');
    throw error;
  }
  return { ...fields, ...file };
}
