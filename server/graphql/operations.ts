import { GraphQLError, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { isSignedIn } from '../../schema/kernel/actor.js';
import { NotCompilable } from '../../schema/kernel/output.js';
import { Refusal } from '../../schema/kernel/problem.js';
import type { OperationContext } from './apollo.js';
import type { Budget } from './budget.js';
import { type CompiledAnswer, CompiledOperation } from './compiled-operation.js';
import { limits, measuredRecords } from './limits.js';

/** Documents that are kept compiled, the one used longest ago let go first, and texts remembered as seen once. */
const mostOperations = 500;
const mostSeen = 2000;
/** Longer documents are rare and are not kept. */
const longestText = 16 * 1024;

/** A request's operation as its body has it. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Kept {
  readonly operation: CompiledOperation;
  readonly measure: (variables: OperationRequest['variables'], isPublic: boolean) => number;
}

/** Nothing has come of an operation that is paid for. */
const unanswered: CompiledAnswer = { text: null, outcomes: new Map(), isCompiled: false };

/** Queries compiled at their second use, by document. Whatever is wrong with one is left to Apollo to say. */
export class Operations {
  readonly #kept = new Map<string, Kept | null>();
  readonly #seen = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly budget: Budget,
  ) {}

  /** Null: the operation is not compiled, or not allowed, which Apollo explains. */
  async run(request: OperationRequest, context: OperationContext): Promise<CompiledAnswer | null> {
    const kept = this.#find(request);
    let isPaid = false;
    if (!kept) return null;
    try {
      const records = kept.measure(request.variables, !isSignedIn(context.caller.actor));
      await this.budget.spend(context.caller, records);
      isPaid = true;
      return (await kept.operation.run(context, request.variables)) ?? unanswered;
    } catch (error) {
      if (isForApollo(error)) return isPaid ? unanswered : null;
      throw error;
    }
  }

  #find({ query, operationName }: OperationRequest): Kept | null {
    if (query.length > longestText) return null;
    const key = `${operationName ?? ''}\u0000${query}`;
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    if (this.#isSeenFirst(key)) return null;
    const made = this.#compiled(query, operationName);
    this.#kept.set(key, made);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostOperations) break;
      this.#kept.delete(oldest);
    }
    return made;
  }

  #isSeenFirst(key: string): boolean {
    if (this.#seen.delete(key)) return false;
    if (this.#seen.size >= mostSeen) this.#seen.clear();
    this.#seen.add(key);
    return true;
  }

  #compiled(query: string, operationName: string | null): Kept | null {
    const { schema } = this;
    try {
      const document = parse(query, { maxTokens: limits.tokens });
      const operation = getOperationAST(document, operationName);
      if (!operation || validate(schema, document).length > 0) return null;
      const measure: Kept['measure'] = (variables, isPublic) =>
        measuredRecords({ schema, document, operationName, variables, isPublic });
      return { operation: new CompiledOperation(schema, document, operation), measure };
    } catch (error) {
      if (isForApollo(error)) return null;
      throw error;
    }
  }
}

/** A document that does not parse, asks too much, or is no query; a caller who asked too often. */
function isForApollo(error: unknown): boolean {
  return error instanceof GraphQLError || error instanceof NotCompilable || error instanceof Refusal;
}
