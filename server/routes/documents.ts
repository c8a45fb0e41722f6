import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { DocumentKind, type DocumentService, documentLimitMegabytes } from '../../schema/document/index.js';
import { publicId } from '../../schema/kernel/identifier.js';
import { payloadOf } from '../../schema/kernel/payload.js';
import { type Outcome, problem, Refusal } from '../../schema/kernel/problem.js';

interface Upload {
  readonly recordId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** POST /documents attaches a PDF (multipart: recordId, kind, file); GET /documents/:id downloads it as an attachment. */
export const documentRoutes: FastifyPluginAsync<{ documents: DocumentService }> = async (
  http,
  { documents },
) => {
  const limits = { files: 1, fields: 5, fieldSize: 1000, fileSize: documentLimitMegabytes * 1024 * 1024 };
  await http.register(multipart, { limits, throwFileSizeLimit: false });

  http.post('/documents', { bodyLimit: limits.fileSize + 64 * 1024 }, async (request, reply) => {
    // who may not attach is told before a byte of the body is read
    if (request.signed.actor.staffId === null) throw new Refusal('UNAUTHENTICATED');
    const upload = await readUpload(request);
    const outcome: Outcome = upload
      ? await documents.attach(request.caller, upload)
      : {
          id: null,
          problems: [problem(['input', 'file'], 'DOCUMENT_TOO_LARGE', { limit: documentLimitMegabytes })],
        };
    const { id, userErrors } = payloadOf(request.caller, outcome);
    reply.status(id === null ? 422 : 201).header('cache-control', 'no-store');
    return { id: id && publicId('document', id), userErrors };
  });

  http.get<{ Params: { id: string } }>('/documents/:id', async (request, reply) => {
    const file = await documents.download(request.caller, request.params.id);
    if (!file) return reply.status(404).send({ code: 'NOT_FOUND', requestId: request.id });
    return reply
      .type(file.mediaType)
      .header('content-length', file.sizeBytes)
      .header('content-disposition', attachment(file.fileName))
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(file.content);
  });
};

/** Null: the file is larger than allowed; what was read of it is gone with the request. */
async function readUpload(request: FastifyRequest): Promise<Upload | null> {
  const fields = { recordId: '', kind: DocumentKind.ATTACHMENT as string };
  let file: { fileName: string; bytes: Buffer } | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (part.file.truncated) return null;
      file = { fileName: part.filename, bytes };
    } else if (part.fieldname === 'recordId') fields.recordId = String(part.value);
    else if (part.fieldname === 'kind') fields.kind = String(part.value);
  }
  return { ...fields, ...(file ?? { fileName: '', bytes: Buffer.alloc(0) }) };
}

/** RFC 6266: an ASCII name for old clients, the real one in UTF-8. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
