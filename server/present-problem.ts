import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import type { Locale } from '../schema/kernel/actor.js';
import { translated } from '../schema/kernel/database-error.js';
import { Refusal } from '../schema/kernel/problem.js';
import { messageOf } from '../schema/kernel/texts.js';
import { inIndonesian } from './graphql/developer-words.js';

/** What an error is to the outside: a code, a sentence, and nothing of its inside. */
export interface PresentedError {
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  /** Seconds to wait before trying again; only where it is known. */
  readonly seconds?: number;
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

/** What of a document graphql-js points at when the value of an argument is wrong. */
const argumentParts: ReadonlySet<string> = new Set([Kind.VARIABLE, Kind.LIST, Kind.OBJECT]);

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
    const { code, reason, params } = meaning;
    const message = messageOf(reason, params, locale);
    return {
      code,
      message,
      requestId,
      ...(typeof params.seconds === 'number' && { seconds: params.seconds }),
    };
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
  const original = causeOf(error);
  const code = String(formatted.extensions?.code ?? '');
  const position = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (original instanceof GraphQLError && developerCodes.has(code)) {
    const message = toDeveloper(formatted.message, reader.locale);
    return { ...position, message, extensions: { code, requestId: reader.requestId } };
  }
  if (isAboutArgument(original)) {
    const extensions = { code: 'BAD_USER_INPUT', requestId: reader.requestId };
    return { ...position, message: toDeveloper(original.message, reader.locale), extensions };
  }
  const { message, ...extensions } = presentedError(original, reader);
  return { ...position, message, extensions: { ...extensions } };
}

const toDeveloper = (message: string, locale: Locale): string =>
  locale === 'id' ? inIndonesian(message) : message;

/**
 * graphql-js finds a null for an argument that takes none only when it runs the field, if the variable may be null. It
 * points at the argument then; of values of ours that a type does not take, which are bugs, it points at nothing.
 */
function isAboutArgument(error: unknown): error is GraphQLError {
  const isPlain = error instanceof GraphQLError && error.extensions.code === undefined;
  return isPlain && (error.nodes?.some(({ kind }) => argumentParts.has(kind)) ?? false);
}

/** What a resolver threw, or what refused the operation before its resolvers ran. */
function causeOf(error: unknown): unknown {
  if (error instanceof GraphQLError && error.originalError instanceof Refusal) return error.originalError;
  return unwrapResolverError(error);
}

/** PostgreSQL and TypeORM put values into their messages: of a database error only its code and place are logged. */
function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause: unknown = 'driverError' in error ? error.driverError : error;
  if (quotes(error)) return { type: error.name, stack: stackWithoutMessage(error) };
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

/** JSON.parse and graphql-js quote what they could not read, which may be a person's name. */
function quotes(error: Error): boolean {
  return error instanceof SyntaxError || error instanceof GraphQLError;
}

function stackWithoutMessage({ stack }: Error): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
}
