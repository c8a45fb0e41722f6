import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Locale } from '../schema/kernel/actor.js';
import { translated } from '../schema/kernel/database-error.js';
import { Refusal } from '../schema/kernel/problem.js';
import { messageOf } from '../schema/kernel/texts.js';

/** What an error is to the outside: a code, a sentence, and nothing of its inside. */
export interface PresentedError {
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/** Errors that graphql-js and Apollo make for developers; their messages carry no data of ours. */
const developerCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'QUERY_TOO_LARGE',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** A refusal in the reader's language; a bug only with its request id, its detail goes to the log, once. */
export function presentedError(
  error: unknown,
  {
    locale,
    requestId,
    log,
  }: { readonly locale: Locale; readonly requestId: string; readonly log: FastifyBaseLogger },
): PresentedError {
  const meaning = translated(error);
  if (meaning instanceof Refusal) {
    return { code: meaning.code, message: messageOf(meaning.reason, meaning.params, locale), requestId };
  }
  log.error({ err: withoutValues(error), requestId }, 'request failed');
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: messageOf('INTERNAL_SERVER_ERROR', { requestId }, locale),
    requestId,
  };
}

/** Apollo's `formatError`. */
export function presentedGraphqlError(
  formatted: GraphQLFormattedError,
  error: unknown,
  reader: { readonly locale: Locale; readonly requestId: string; readonly log: FastifyBaseLogger },
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const code = String(formatted.extensions?.code ?? '');
  const position = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (original instanceof GraphQLError && developerCodes.has(code)) {
    return { ...position, message: formatted.message, extensions: { code, requestId: reader.requestId } };
  }
  const { message, ...extensions } = presentedError(original, reader);
  return { ...position, message, extensions: { ...extensions } };
}

/** PostgreSQL and TypeORM put values into their messages: of a database error only its code and place are logged. */
function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause: unknown = 'driverError' in error ? error.driverError : error;
  if (!(cause instanceof Error) || !('code' in cause))
    return { type: error.name, message: error.message, stack: error.stack };
  const { code, constraint, table, routine } = cause as {
    code: unknown;
    constraint?: string;
    table?: string;
    routine?: string;
  };
  return { type: error.name, code, constraint, table, routine, stack: stackWithoutMessage(error) };
}

function stackWithoutMessage({ stack }: Error): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}
