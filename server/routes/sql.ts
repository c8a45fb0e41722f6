import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { AnalystRows } from '../../schema/kernel/analyst-database.js';
import { payloadOf } from '../../schema/kernel/payload.js';
import { type Problem, Refusal } from '../../schema/kernel/problem.js';
import { type SqlQueryService, type SqlRequest, sqlLimits } from '../../schema/sql-query/index.js';
import { type Writing, writings } from '../export/cells.js';
import { type AnswerFormat, answerFile } from '../sql/answer-file.js';
import { goneSignal } from './gone-signal.js';
import { unreadable } from './unreadable-field.js';

const bodyLimit = 256 * 1024;
const formats = ['json', 'csv', 'xlsx'] as const;
const fileTypes: Readonly<Record<AnswerFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const exact = new Set(['int2', 'int4', 'float4', 'float8']);

/** POST /sql runs a statement; /sql/estimate only estimates it, /sql/parameters tells their types; GET /sql/views what there is to ask. */
export const sqlRoutes: FastifyPluginAsync<{ queries: SqlQueryService }> = async (http, { queries }) => {
  // statements have a queue of their own: fifteen seconds of one must not hold a place that others wait for
  http.addHook('preHandler', async ({ leave }) => leave());

  http.get('/sql/views', async ({ caller }) => ({ views: await queries.views(caller), limits: sqlLimits }));

  http.post('/sql/estimate', { bodyLimit }, async ({ caller, body }, reply) => {
    const { result, problems } = await queries.estimate(caller, requestOf(objectOf(body)));
    if (result === null) return refused(caller, problems, reply);
    return { cost: Math.round(result), limit: sqlLimits.cost, isTooCostly: result > sqlLimits.cost };
  });

  http.post('/sql/parameters', { bodyLimit }, async ({ caller, body }, reply) => {
    const { result, problems } = await queries.parameterTypes(caller, requestOf(objectOf(body)));
    if (result === null) return refused(caller, problems, reply);
    return { parameters: result.map((type) => ({ type })) };
  });

  http.post('/sql', { bodyLimit }, async ({ caller, body }, reply) => {
    const asked = objectOf(body);
    const format = formats.find((known) => known === (asked.format ?? 'json'));
    if (format === undefined) throw unreadable('format', '"json", "csv", "xlsx"');
    const writing = writings.find((known) => known === (asked.writing ?? 'ISO'));
    if (writing === undefined) throw unreadable('writing', '"ISO", "ID"');
    const began = performance.now();
    const { result, problems } = await queries.run(caller, requestOf(asked), goneSignal(reply));
    if (result === null) return refused(caller, problems, reply);
    if (format === 'json') return jsonAnswer(result, performance.now() - began);
    return fileAnswer(result, { format, writing }, reply);
  });
};

function jsonAnswer({ columns, rows, isTruncated, cost }: AnalystRows, milliseconds: number): object {
  const limit = sqlLimits.rows;
  return {
    columns,
    rows: rows.map((row) => row.map((value, index) => jsonValue(value, columns[index]?.type ?? ''))),
    rowCount: rows.length,
    isTruncated,
    limit,
    cost: Math.round(cost),
    milliseconds: Math.round(milliseconds),
  };
}

/** Numbers that JSON holds exactly become numbers; others stay texts, as everywhere in the API. */
function jsonValue(value: string | null, type: string): string | number | boolean | null {
  if (value === null) return null;
  if (type === 'bool') return value === 't';
  return exact.has(type) && Number.isFinite(Number(value)) ? Number(value) : value;
}

async function fileAnswer(
  answer: AnalystRows,
  { format, writing }: { readonly format: AnswerFormat; readonly writing: Writing },
  reply: FastifyReply,
): Promise<FastifyReply> {
  return reply
    .type(fileTypes[format])
    .header('content-disposition', `attachment; filename="payung.${format}"`)
    .header('cache-control', 'private, no-store')
    .header('x-payung-truncated', String(answer.isTruncated))
    .send(await answerFile(answer, { format, writing }));
}

function refused(
  caller: FastifyRequest['caller'],
  problems: readonly Problem[],
  reply: FastifyReply,
): FastifyReply {
  const { userErrors } = payloadOf(caller, { id: null, problems });
  const placed = userErrors.map((error, index) => ({
    ...error,
    position: problems[index]?.params.position ?? null,
  }));
  return reply.status(422).send({ userErrors: placed });
}

/** @throws Refusal when the body is no request at all; what is wrong with the statement itself is a problem. */
function requestOf({
  sql,
  parameters = [],
  savedQueryId = null,
}: Readonly<Record<string, unknown>>): SqlRequest {
  if (typeof sql !== 'string') throw unreadable('sql', '"select * from readiness"');
  if (!Array.isArray(parameters) || !parameters.every(isPlain))
    throw unreadable('parameters', '["2026-02-11", 5, true, null]');
  if (savedQueryId !== null && typeof savedQueryId !== 'string') throw unreadable('savedQueryId', '"…"');
  return {
    text: sql,
    values: parameters.map((value) => (value === null ? null : String(value))),
    savedQueryId,
  };
}

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function objectOf(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Refusal('BAD_USER_INPUT');
  return { ...body };
}
