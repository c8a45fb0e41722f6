import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import {
  type ImportService,
  importVerbs,
  type RosterUpload,
  type UploadOutcome,
} from '../../schema/import/index.js';
import { publicId } from '../../schema/kernel/identifier.js';
import { payloadOf } from '../../schema/kernel/payload.js';
import { permitChange } from '../../schema/kernel/policy.js';
import { type Outcome, problem } from '../../schema/kernel/problem.js';
import { rosterLimitMegabytes } from '../../schema/kernel/roster-files.js';
import { Admission } from '../admission.js';
import { giveBackWorkbook } from '../import/give-back.js';
import type { SealedRosters } from '../import/sealed-rosters.js';
import { disposition } from './disposition.js';

const limits = {
  files: 1,
  fields: 3,
  parts: 4,
  fieldNameSize: 100,
  fieldSize: 1000,
  headerPairs: 20,
  // one byte more, so that the service sees that it is too large
  fileSize: rosterLimitMegabytes * 1024 * 1024 + 1,
};
/** A file is held in memory while it is encrypted: 50 MB each. */
const uploadsAtOnce = { atOnce: 2, longestQueue: 10, deadlineMs: 5000 };
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * POST /imports hands a roster in (multipart: programId, sheet of a workbook where several have people, then file; CSV or
 * XLSX up to 50 MB): 201, or 200 when the same file is there already. GET /imports/:id/give-back is the workbook of its bad rows.
 */
export const importRoutes: FastifyPluginAsync<{
  imports: ImportService;
  rosters: SealedRosters;
}> = async (http, { imports, rosters }) => {
  http.removeAllContentTypeParsers();
  await http.register(multipart, { limits, throwFileSizeLimit: false });
  // files have a queue of their own: whoever sends slowly holds up nobody else
  http.addHook('preHandler', async ({ leave }) => leave());
  const uploads = new Admission(uploadsAtOnce);

  http.post('/imports', {
    // who may not hand in is told before a byte of the body is read
    onRequest: async ({ caller }) => permitChange(caller.actor, importVerbs.upload),
    handler: async (request, reply) => {
      const leave = await uploads.enter();
      try {
        return await handIn(imports, request, reply);
      } finally {
        leave();
      }
    },
  });

  http.get<{ Params: { id: string } }>(
    '/imports/:id/give-back',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const outcome = await imports.giveBack(request.caller, request.params.id);
      if (outcome.id === null) return refused(request, reply, outcome);
      const file = await giveBackWorkbook(request.caller, rosters, outcome.id);
      if (file === null) {
        const gone = { id: null, problems: [problem(['id'], 'IMPORT_NO_BAD_ROWS')] };
        return refused(request, reply, gone);
      }
      return reply
        .type(xlsx)
        .header('content-disposition', disposition('attachment', file.fileName))
        .header('cache-control', 'private, no-store')
        .send(file.content);
    },
  );
};

async function handIn(imports: ImportService, request: FastifyRequest, reply: FastifyReply): Promise<object> {
  const upload = await rosterOf(request);
  const missing: UploadOutcome = {
    id: null,
    problems: [problem(['input', 'file'], 'IMPORT_FILE_MISSING')],
    isKnown: false,
    sheets: [],
  };
  const outcome = upload === null ? missing : await imports.upload(request.caller, upload);
  const { id, userErrors } = payloadOf(request.caller, outcome);
  reply.status(statusOf(outcome));
  const { isKnown, sheets } = outcome;
  return { id: id && publicId('import', id), isKnown, sheets, userErrors };
}

function statusOf({ id, isKnown }: UploadOutcome): number {
  if (id === null) return 422;
  return isKnown ? 200 : 201;
}

function refused({ caller }: FastifyRequest, reply: FastifyReply, outcome: Outcome): FastifyReply {
  const { userErrors } = payloadOf(caller, outcome);
  return reply.status(userErrors.some(({ code }) => code === 'NOT_FOUND') ? 404 : 422).send({ userErrors });
}

/** The program and the file as it comes; null without a file. */
async function rosterOf(request: FastifyRequest): Promise<RosterUpload | null> {
  const fields = new Map<string, string>();
  for await (const part of request.parts()) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value));
    else {
      const [programId = '', sheet = null] = [fields.get('programId'), fields.get('sheet')];
      return { programId, sheet, fileName: part.filename ?? '', content: part.file };
    }
  }
  return null;
}
