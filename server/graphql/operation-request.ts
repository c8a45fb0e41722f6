import type { FastifyRequest } from 'fastify';
import type { OperationRequest } from './operations.js';

/**
 * The operation that a request plainly asks for: JSON in, and nothing but a query with its variables. Null: it wants
 * something else, or is wrong, and Apollo knows what to do.
 */
export function operationRequest({ body, headers }: FastifyRequest): OperationRequest | null {
  if (!isJson(headers['content-type']) || !isRecord(body) || !isWithoutMeaning(body.extensions)) return null;
  const { query, operationName = null, variables } = body;
  if (typeof query !== 'string' || (operationName !== null && typeof operationName !== 'string')) return null;
  if (variables !== undefined && variables !== null && !isRecord(variables)) return null;
  return { query, operationName, variables: variables ?? {} };
}

/** Some clients tell their name and version there. */
function isWithoutMeaning(extensions: unknown): boolean {
  return extensions === undefined || (isRecord(extensions) && !('persistedQuery' in extensions));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.startsWith('application/json') ?? false;
}
