import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { DataExportFormat } from '../../schema/data-export/index.js';
import type { Clock } from '../../schema/kernel/clock.js';
import { payloadOf } from '../../schema/kernel/payload.js';
import { Refusal } from '../../schema/kernel/problem.js';
import { writings } from '../export/cells.js';
import type { ExportOrder, Exports } from '../export/exports.js';
import type { FileBeginning } from '../export/rest-of-file.js';
import type { ColumnLabels } from '../export/row-values.js';
import { limits } from '../graphql/limits.js';
import { goneSignal } from './gone-signal.js';

const types: Readonly<Record<DataExportFormat, string>> = {
  [DataExportFormat.CSV]: 'text/csv; charset=utf-8',
  [DataExportFormat.XLSX]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  [DataExportFormat.JSONL]: 'application/x-ndjson; charset=utf-8',
};

/** POST /exports: a list of the API as a file, as large as it may be. */
export const exportRoutes: FastifyPluginAsync<{ exports: Exports; clock: Clock }> = async (
  http,
  { exports, clock },
) => {
  // files have a queue of their own: their readers may take minutes
  http.addHook('preHandler', async ({ leave }) => leave());

  http.post('/exports', { bodyLimit: limits.bodyBytes }, async ({ caller, body }, reply) => {
    const order = orderOf(body);
    const started = await exports.start(caller, order, goneSignal(reply));
    if ('problems' in started) return refused(caller, started, reply);
    const file = `payung-${started.listName}-${clock.today()}.${order.format.toLowerCase()}`;
    return reply
      .type(types[order.format])
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'private, no-store')
      .header('x-payung-export', started.id)
      .send(Readable.from(started.bytes, { objectMode: false }));
  });
};

function refused(
  caller: FastifyRequest['caller'],
  { problems }: { readonly problems: Parameters<typeof payloadOf>[1]['problems'] },
  reply: FastifyReply,
): FastifyReply {
  return reply.status(422).send({ userErrors: payloadOf(caller, asOutcome(problems)).userErrors });
}

const asOutcome = (problems: Parameters<typeof payloadOf>[1]['problems']) => ({ id: null, problems });

/** @throws Refusal when the body is no request at all. */
function orderOf(body: unknown): ExportOrder {
  if (typeof body !== 'object' || body === null) throw new Refusal('BAD_USER_INPUT');
  const asked: Readonly<Record<string, unknown>> = { ...body };
  const { query, operationName = null, variables = null, reason = null } = asked;
  const { nik = false, sorted = false } = asked;
  const format = Object.values(DataExportFormat).find((known) => known === asked.format);
  const writing = writings.find((known) => known === (asked.writing ?? 'ISO'));
  const isFit = typeof query === 'string' && format !== undefined && writing !== undefined;
  if (!isFit || typeof nik !== 'boolean' || typeof sorted !== 'boolean') throw new Refusal('BAD_USER_INPUT');
  return {
    query,
    format,
    writing,
    nik,
    isSorted: sorted,
    resume: beginningOf(asked.resume ?? null),
    labels: labelsOf(asked.labels ?? {}),
    operationName: textOf(operationName),
    variables: recordOf(variables),
    reason: textOf(reason)?.trim() || null,
  };
}

function textOf(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  throw new Refusal('BAD_USER_INPUT');
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Refusal('BAD_USER_INPUT');
  return { ...value };
}

/** `{ "bytes": 1048576, "sha256": "9f86…" }` */
function beginningOf(sent: unknown): FileBeginning | null {
  if (sent === null) return null;
  const { bytes, sha256 } = recordOf(sent);
  const isCount = typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0;
  if (!isCount || typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
    throw new Refusal('BAD_USER_INPUT');
  return { bytes, sha256 };
}

/** `{ "region.name": { "title": "Daerah" }, "phase": { "title": "Fase", "values": { "ACTIVE": "Berlaku" } } }` */
function labelsOf(sent: unknown): ColumnLabels {
  const labels = Object.entries(recordOf(sent)).map(([keys, label]) => {
    const { title, values = {} } = recordOf(label);
    const words = Object.entries(recordOf(values)).map(([value, word]) => [value, wordOf(word)] as const);
    return [keys, { title: wordOf(title), values: new Map(words) }] as const;
  });
  return new Map(labels);
}

const longestWord = 200;

function wordOf(sent: unknown): string {
  if (typeof sent === 'string' && sent.length > 0 && sent.length <= longestWord) return sent;
  throw new Refusal('BAD_USER_INPUT');
}
