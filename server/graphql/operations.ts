import { createHash } from 'node:crypto';
import { GraphQLError, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { isSignedIn } from '../../schema/kernel/actor.js';
import { NotCompilable } from '../../schema/kernel/output.js';
import { Refusal } from '../../schema/kernel/problem.js';
import { SeenOnce } from '../../schema/kernel/seen-once.js';
import type { OperationContext } from './apollo.js';
import type { Budget } from './budget.js';
import { type CompiledAnswer, CompiledOperation } from './compiled-operation.js';
import { limits, measuredRecords } from './limits.js';

/** Documents that are kept compiled, the one used longest ago let go first, and texts remembered as seen once. */
const mostOperations = 500;
const mostSeen = 2000;
/** Longer documents are rare and are not kept. */
const longestText = 16 * 1024;
/**
 * Variables give one document many forms: what an operation weighs is its text times the forms that were made of it,
 * some 35 bytes of memory for each character. One that becomes too heavy is let go, and begins anew.
 */
const mostWeight = 4_000_000;
const mostOfOne = 200_000;

/** A request's operation as its body has it. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation that is compiled. */
export interface Kept {
  readonly key: string;
  readonly operation: CompiledOperation;
  readonly measure: (variables: OperationRequest['variables'], isPublic: boolean) => number;
  weight: number;
}

/** Nothing has come of an operation that is paid for. */
const unanswered: CompiledAnswer = { text: null, outcomes: new Map(), isCompiled: false };

/** Queries and single decisions compiled at their second use, by document. Whatever is wrong with one is left to Apollo to say. */
export class Operations {
  readonly #kept = new Map<string, Kept | null>();
  #weight = 0;
  readonly #seen = new SeenOnce(mostSeen);

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly budget: Budget,
  ) {}

  /** Null: the operation is not allowed, which Apollo explains. */
  async run(
    kept: Kept,
    variables: OperationRequest['variables'],
    context: OperationContext,
  ): Promise<CompiledAnswer | null> {
    let isPaid = false;
    try {
      const records = kept.measure(variables, !isSignedIn(context.caller.actor));
      await this.budget.spend(context.caller, records);
      isPaid = true;
      return (await kept.operation.run(context, variables)) ?? unanswered;
    } catch (error) {
      if (isForApollo(error)) return isPaid ? unanswered : null;
      throw error;
    } finally {
      this.#weigh(kept);
    }
  }

  /** Null: the operation is not compiled. */
  find(request: OperationRequest): Kept | null {
    const { query, operationName } = request;
    // no name is something else than an empty one
    const key = `${operationName === null ? '' : `:${operationName}`}\u0000${query}`;
    if (key.length > longestText) return null;
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    if (this.#seen.isFirst(createHash('sha256').update(key).digest('base64'))) return null;
    const made = this.#compiled(key, request);
    this.#kept.set(key, made);
    this.#letGoOldest();
    return made;
  }

  #weigh(kept: Kept): void {
    const weight = kept.key.length * kept.operation.forms;
    if (weight === kept.weight || this.#kept.get(kept.key) !== kept) return;
    this.#weight += weight - kept.weight;
    kept.weight = weight;
    if (weight > mostOfOne) this.#letGo(kept.key);
    this.#letGoOldest();
  }

  #letGoOldest(): void {
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostOperations && this.#weight <= mostWeight) return;
      this.#letGo(oldest);
    }
  }

  #letGo(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }

  #compiled(key: string, { query, operationName }: OperationRequest): Kept | null {
    const { schema } = this;
    try {
      const document = parse(query, { maxTokens: limits.tokens });
      const operation = getOperationAST(document, operationName);
      if (!operation || validate(schema, document).length > 0) return null;
      const measure: Kept['measure'] = (variables, isPublic) =>
        measuredRecords({ schema, document, operationName, variables, isPublic });
      return { key, operation: new CompiledOperation(schema, document, operation), measure, weight: 0 };
    } catch (error) {
      if (isForApollo(error)) return null;
      throw error;
    }
  }
}

/** A document that does not parse, asks too much, or is of another kind; a caller who asked too often. */
function isForApollo(error: unknown): boolean {
  return error instanceof GraphQLError || error instanceof NotCompilable || error instanceof Refusal;
}
