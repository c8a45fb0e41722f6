import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  subscribe,
  validate,
} from 'graphql';
import { isSignedIn } from '../../schema/kernel/actor.js';
import type { WatchContext } from '../../schema/kernel/node.resolver.js';
import type { Budget } from './budget.js';
import { limits, measuredRecords } from './limits.js';

/** Context of a subscription: who asked at the start, and whether it is still that person at each notice. */
export interface SubscriptionContext extends WatchContext {
  readonly isStillSigned: () => Promise<boolean>;
}

export interface SubscriptionRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/**
 * The operation ready to run: parsed, valid, a subscription, within the limits and the budget of its caller.
 * @throws GraphQLError for what is wrong with the document, Refusal TOO_MANY_REQUESTS.
 */
export async function checkedSubscription(
  request: SubscriptionRequest,
  { schema, budget, context }: { schema: GraphQLSchema; budget: Budget; context: SubscriptionContext },
): Promise<ExecutionArgs> {
  const { operationName } = request;
  const variables = request.variables ?? {};
  const document = parse(request.query, { maxTokens: limits.tokens });
  const [fault] = validate(schema, document);
  if (fault) throw fault;
  if (getOperationAST(document, operationName)?.operation !== 'subscription') {
    throw new GraphQLError('Only subscriptions here; POST queries and mutations to /graphql.');
  }
  const isPublic = !isSignedIn(context.caller.actor);
  const records = measuredRecords({ schema, document, operationName, variables, isPublic });
  await budget.spend(context.caller, records);
  return { schema, document, operationName, variableValues: variables, contextValue: context };
}

/** Runs it; notices end when the token that it was started with is no longer good. */
export async function subscribeWhileSigned(
  operation: ExecutionArgs,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const results = await subscribe(operation);
  if (!('next' in results)) return results;
  const { isStillSigned } = operation.contextValue as SubscriptionContext;
  const next = results.next.bind(results);
  results.next = async () => {
    const result = await next();
    if (result.done || (await isStillSigned())) return result;
    return results.return();
  };
  return results;
}
