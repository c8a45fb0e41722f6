import { type DocumentNode, getOperationAST } from 'graphql';
import type { Actor } from '../../schema/kernel/actor.js';
import type { JsonObject } from './generator.js';

/** Name of the operation among those of its document. */
export const operationName = 'Generated';

/** An answer as both sides have to give it. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly unknown[];
}

/** Somebody's question. */
export interface Asked {
  readonly document: DocumentNode;
  readonly query: string;
  readonly actor: Actor;
  readonly variables: JsonObject;
}

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: unknown }[] | undefined;
}

export function told(document: DocumentNode, { data, errors = [] }: Told): Answer {
  const messages = errors.map(({ message, path }) => JSON.stringify([path, message])).sort();
  // of several root fields that fail, graphql-js reports the one that fails first
  const hasSeveral = (getOperationAST(document, operationName)?.selectionSet.selections.length ?? 0) > 1;
  return data || !hasSeveral
    ? { data: data ?? null, errors: messages }
    : { data: null, errors: ['some error'] };
}

export function differenceOf({ query, actor, variables }: Asked, plain: Answer, compiled: Answer): string {
  const [left, right] = [JSON.stringify(plain), JSON.stringify(compiled)];
  let at = 0;
  while (left[at] === right[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 300);
  return [
    `answered differently for ${JSON.stringify(actor.grants.map(({ role }) => role))}:`,
    query,
    JSON.stringify(variables),
    `graphql-js: ${around(left)}`,
    `compiled:   ${around(right)}`,
  ].join('\n');
}
