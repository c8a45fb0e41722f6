import type { EventEmitter } from 'node:events';
import { GraphQLError } from 'graphql';

/**
 * When a record of a list fails at once after another one failed later, graphql-js 16 answers with the first of both
 * errors and waits for the other's promise no more, which would end the process. Whatever else is lost still ends it.
 */
export function outliveLostErrors(process: EventEmitter, say: (line: string) => void): void {
  process.on('unhandledRejection', (reason: unknown) => {
    if (!(reason instanceof GraphQLError)) throw reason;
    // not its message, which may tell a value
    say(`error of an answer that was given with another one, at ${reason.path?.join('.') ?? 'its root'}`);
  });
}
