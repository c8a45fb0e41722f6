import {
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isObjectType,
  Kind,
  parse,
  validate,
} from 'graphql';
import { compileExtract, type Extract } from '../../schema/kernel/extract.js';
import { compileCount } from '../../schema/kernel/extract-count.js';
import { personalOf } from '../../schema/kernel/personal.js';
import { type Problem, problem, Refusal, Rejected } from '../../schema/kernel/problem.js';
import { fieldNodesIn, type OperationDocument } from '../../schema/kernel/selection.js';
import type { Caller, UnitOfWork } from '../../schema/kernel/unit-of-work.js';
import type { Budget } from '../graphql/budget.js';
import { limits, measuredRecords } from '../graphql/limits.js';

export interface ExportDoor {
  readonly schema: GraphQLSchema;
  readonly unitOfWork: UnitOfWork;
  readonly budget: Budget;
}

/** An operation as clients send it to /graphql. */
export interface SentOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  /** Why personal values are needed; null: they are masked. */
  readonly reason: string | null;
  /** Whether the list's own order is wanted where the operation asks for none. */
  readonly isSorted: boolean;
}

/** A list ready to be read as rows. */
export interface PreparedExport {
  readonly listName: string;
  /** Those that the operation declares. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extract: Extract;
  /** Counts the records, and stops at a limit. */
  readonly countUpTo: (limit: number) => { readonly text: string; readonly values: readonly unknown[] };
  /** Whether cursors are among the columns whose order is by a personal value. */
  readonly hasPersonalCursor: boolean;
}

const path = ['query'];

/**
 * The one list that the operation asks for. Its resolver runs as ever (permission, arguments, filters); only the page
 * that it would have read is taken over.
 * @throws Rejected for what is wrong with the operation, Refusal as the resolver gives it.
 */
export async function preparedExport(
  { schema, unitOfWork, budget }: ExportDoor,
  caller: Caller,
  sent: SentOperation,
): Promise<PreparedExport> {
  const { root, connection, document } = checkedOperation(schema, sent);
  const records = measured(schema, sent);
  await budget.spend(caller, records);
  const capturing = unitOfWork.captureFor(caller);
  const { errors } = await execute({
    schema,
    document: parse(sent.query),
    variableValues: sent.variables,
    operationName: sent.operationName,
    contextValue: { caller: capturing },
  });
  const [fault] = errors ?? [];
  if (fault) throw meaningOf(fault);
  const [captured, ...others] = capturing.reads.captured;
  if (!captured || others.length > 0) throw notAList();
  const showsPersonal = sent.reason !== null;
  const wanted = {
    ...captured,
    document,
    connection,
    root,
    showsPersonal,
    isSorted: sent.isSorted,
  };
  const extract = compileExtract(wanted);
  const order = captured.request.orderBy?.field ?? captured.list.defaultOrder.field;
  const isPersonalOrder = personalOf(captured.list.of())?.orders?.includes(order) ?? false;
  const hasCursor = extract.columns.some(({ holds }) => holds.is === 'cursor');
  return {
    listName: root.name.value,
    variables: document.variables,
    extract,
    countUpTo: (limit) => compileCount(captured, limit),
    hasPersonalCursor: isPersonalOrder && hasCursor,
  };
}

function measured(schema: GraphQLSchema, { query, variables, operationName }: SentOperation): number {
  try {
    return measuredRecords({ schema, document: parse(query), operationName, variables, isPublic: false });
  } catch (error) {
    throw meaningOf(error);
  }
}

function checkedOperation(schema: GraphQLSchema, { query, variables, operationName }: SentOperation) {
  const document = validDocument(schema, query);
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'query') throw notAList();
  const given = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
  if (given.errors) throw meaningOf(given.errors[0]);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const operationDocument: OperationDocument = { schema, fragments, variables: given.coerced };
  const queryType = schema.getQueryType();
  const roots = queryType ? [...fieldNodesIn(operationDocument, queryType, operation.selectionSet)] : [];
  const [root] = roots;
  const connection = root && connectionOf(queryType, root);
  if (!root || !connection || roots.length > 1) throw notAList();
  return { root, connection, document: operationDocument };
}

function validDocument(schema: GraphQLSchema, query: string) {
  try {
    const document = parse(query, { maxTokens: limits.tokens });
    const [fault] = validate(schema, document);
    if (fault) throw fault;
    return document;
  } catch (error) {
    throw meaningOf(error);
  }
}

function connectionOf(type: GraphQLObjectType | null | undefined, { name }: FieldNode) {
  const definition = type?.getFields()[name.value];
  const named = definition && getNamedType(definition.type);
  return isObjectType(named) && named.name.endsWith('Connection') ? named : null;
}

function notAList(): Rejected {
  return new Rejected([
    problem(path, 'EXPORT_NOT_A_LIST', { example: 'query { mous { nodes { titleAsWritten } } }' }),
  ]);
}

/** What the resolver meant; a fault of the operation itself is the sender's to mend. */
function meaningOf(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  if (error.originalError) return error.originalError;
  return new Rejected([problem(path, 'EXPORT_QUERY_INVALID', { detail: error.message.replace(/\.$/, '') })]);
}

/** Problems of a refusal that names a field of the operation. */
export function problemsOf(error: unknown): readonly Problem[] | null {
  if (error instanceof Rejected) return error.problems;
  const isOurs = error instanceof Refusal && error.reason.startsWith('EXPORT_');
  return isOurs ? [problem(path, error.reason, error.params)] : null;
}
