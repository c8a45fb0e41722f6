import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { BranchListService } from '../../schema/branch-list/index.js';
import { DataExportFormat, type DataExportService } from '../../schema/data-export/index.js';
import { publicId } from '../../schema/kernel/identifier.js';
import { payloadOf } from '../../schema/kernel/payload.js';
import { type Outcome, type Problem, problem, Refusal, Rejected } from '../../schema/kernel/problem.js';
import { shortened, storable, withoutNik } from '../../schema/kernel/stored-text.js';
import { Admission } from '../admission.js';
import { type BranchFileOrder, branchFile } from '../branch-list/branch-file.js';
import { readBranchAnswer } from '../branch-list/read-branch-answer.js';
import { writings } from '../export/cells.js';

const limitMegabytes = 10;
const limits = {
  files: 1,
  fields: 1,
  parts: 2,
  fieldNameSize: 100,
  headerPairs: 20,
  // one byte more, so that it is seen to be too large
  fileSize: limitMegabytes * 1024 * 1024 + 1,
};
/** An answer is held in memory while it is read. */
const answersAtOnce = { atOnce: 2, longestQueue: 10, deadlineMs: 5000 };
const path = ['input', 'file'];
const formats = [DataExportFormat.CSV, DataExportFormat.XLSX] as const;
const types = {
  [DataExportFormat.CSV]: 'text/csv; charset=utf-8',
  [DataExportFormat.XLSX]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

interface ById {
  readonly Params: { readonly id: string };
  readonly Querystring: { readonly format?: string; readonly writing?: string };
}

/**
 * GET /branch-lists/:id/file?format=XLSX is the list for the branch with NIKs in full. POST /branch-lists/:id/answer
 * hands in what the branch answers (multipart: file; CSV or XLSX up to 10 MB).
 */
export const branchListRoutes: FastifyPluginAsync<{
  lists: BranchListService;
  exports: DataExportService;
}> = async (http, { lists, exports }) => {
  http.removeAllContentTypeParsers();
  await http.register(multipart, { limits, throwFileSizeLimit: false });
  // files have a queue of their own: whoever sends slowly holds up nobody else
  http.addHook('preHandler', async ({ leave }) => leave());
  const answers = new Admission(answersAtOnce);

  http.get<ById>('/branch-lists/:id/file', { exposeHeadRoute: false }, async (request, reply) => {
    const order = orderOf(request.query);
    const list = await lists.leaving(request.caller, request.params.id);
    if (list === null) return refused(request, reply, [problem(['id'], 'NOT_FOUND')]);
    try {
      const gone = new AbortController();
      reply.raw.on('close', () => gone.abort());
      const bytes = await branchFile(exports, request.caller, { list, order, signal: gone.signal });
      return await reply
        .type(types[order.format])
        .header(
          'content-disposition',
          `attachment; filename="daftar-cabang-${list.month.slice(0, 7)}.${order.format.toLowerCase()}"`,
        )
        .header('cache-control', 'private, no-store')
        .send(Readable.from(bytes, { objectMode: false }));
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      return refused(request, reply, error.problems);
    }
  });

  http.post<ById>('/branch-lists/:id/answer', {
    // who may not hand in is told before a byte of the body is read
    onRequest: async ({ caller }) => lists.permitAnswer(caller),
    handler: async (request, reply) => {
      const leave = await answers.enter();
      try {
        const file = await fileOf(request);
        const outcome = await lists.answer(request.caller, request.params.id, () => read(file));
        if (outcome.id === null) return refused(request, reply, outcome.problems);
        return { id: publicId('branchlist', outcome.id), isKnown: outcome.isKnown, userErrors: [] };
      } finally {
        leave();
      }
    },
  });
};

interface SentFile {
  readonly bytes: Buffer;
  readonly fileName: string;
}

async function fileOf(request: FastifyRequest): Promise<SentFile | null> {
  for await (const part of request.parts())
    if (part.type === 'file') return { bytes: await buffer(part.file), fileName: part.filename ?? '' };
  return null;
}

function read(file: SentFile | null) {
  if (file === null || file.bytes.length === 0) throw new Rejected([problem(path, 'BRANCH_FILE_MISSING')]);
  if (file.bytes.length >= limits.fileSize)
    throw new Rejected([problem(path, 'BRANCH_FILE_TOO_LARGE', { limit: limitMegabytes })]);
  const name = shortened(withoutNik(storable(file.fileName)), 200);
  return readBranchAnswer(file.bytes, name || 'jawaban');
}

function refused(
  { caller }: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[],
): FastifyReply {
  const outcome: Outcome = { id: null, problems };
  const { userErrors } = payloadOf(caller, outcome);
  return reply.status(userErrors.some(({ code }) => code === 'NOT_FOUND') ? 404 : 422).send({ userErrors });
}

/** @throws Refusal when it is no request at all. */
function orderOf({ format = 'XLSX', writing = 'ID' }: ById['Querystring']): BranchFileOrder {
  const known = formats.find((one) => one === format);
  const style = writings.find((one) => one === writing);
  if (known === undefined || style === undefined) throw new Refusal('BAD_USER_INPUT');
  return { format: known, writing: style };
}
