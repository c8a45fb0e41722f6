import type { FastifyRequest } from 'fastify';
import type { OperationRequest } from './operations.js';

const knownKeys = new Set(['query', 'operationName', 'variables']);

/**
 * The operation that a request plainly asks for: JSON in, JSON out, nothing but a query with its variables. Null: it
 * wants something else, or is wrong, and Apollo knows what to do.
 */
export function operationRequest({ body, headers }: FastifyRequest): OperationRequest | null {
  if (!isJson(headers['content-type']) || !acceptsJson(headers.accept)) return null;
  if (!isRecord(body) || Object.keys(body).some((key) => !knownKeys.has(key))) return null;
  const { query, operationName = null, variables } = body;
  if (typeof query !== 'string' || (operationName !== null && typeof operationName !== 'string')) return null;
  if (variables !== undefined && variables !== null && !isRecord(variables)) return null;
  return { query, operationName, variables: variables ?? {} };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.startsWith('application/json') ?? false;
}

/** Another media type of GraphQL has other rules for statuses. */
function acceptsJson(accept = '*/*'): boolean {
  return accept === '*/*' || (accept.startsWith('application/json') && !accept.includes('graphql'));
}
