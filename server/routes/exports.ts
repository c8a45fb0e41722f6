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
import { unreadable } from './unreadable-field.js';

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

/** @throws Refusal when the body is no request at all, or a field of it is not what is taken here. */
function orderOf(body: unknown): ExportOrder {
  if (typeof body !== 'object' || body === null) throw new Refusal('BAD_USER_INPUT');
  const asked: Readonly<Record<string, unknown>> = { ...body };
  const { query, operationName = null, variables = null, reason = null } = asked;
  const { nik = false, sorted = false } = asked;
  const format = Object.values(DataExportFormat).find((known) => known === asked.format);
  const writing = writings.find((known) => known === (asked.writing ?? 'ISO'));
  if (typeof query !== 'string') throw unreadable('query', '"query { mous { nodes { id } } }"');
  if (format === undefined) throw unreadable('format', '"CSV", "XLSX", "JSONL"');
  if (writing === undefined) throw unreadable('writing', '"ISO", "ID"');
  if (typeof nik !== 'boolean') throw unreadable('nik', 'true, false');
  if (typeof sorted !== 'boolean') throw unreadable('sorted', 'true, false');
  return {
    query,
    format,
    writing,
    nik,
    isSorted: sorted,
    resume: beginningOf(asked.resume ?? null),
    labels: labelsOf(asked.labels ?? {}),
    operationName: textOf('operationName', operationName),
    variables: recordOf('variables', variables, '{"filter": {}}'),
    reason: textOf('reason', reason)?.trim() || null,
  };
}

function textOf(name: string, value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  throw unreadable(name, '"…"');
}

function recordOf(name: string, value: unknown, form: string): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw unreadable(name, form);
  return { ...value };
}

const beginningForm = '{"bytes": 1048576, "sha256": "9f86…"}';

function beginningOf(sent: unknown): FileBeginning | null {
  if (sent === null) return null;
  const { bytes, sha256 } = recordOf('resume', sent, beginningForm);
  const isCount = typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0;
  if (!isCount || typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
    throw unreadable('resume', beginningForm);
  return { bytes, sha256 };
}

const labelForm = '{"phase": {"title": "Fase", "values": {"ACTIVE": "Berlaku"}}}';

function labelsOf(sent: unknown): ColumnLabels {
  const below = (value: unknown) => recordOf('labels', value, labelForm);
  const labels = Object.entries(below(sent)).map(([keys, label]) => {
    const { title, values = {} } = below(label);
    const words = Object.entries(below(values)).map(([value, word]) => [value, wordOf(word)] as const);
    return [keys, { title: wordOf(title), values: new Map(words) }] as const;
  });
  return new Map(labels);
}

const longestWord = 200;

function wordOf(sent: unknown): string {
  if (typeof sent === 'string' && sent.length > 0 && sent.length <= longestWord) return sent;
  throw unreadable('labels', labelForm);
}
