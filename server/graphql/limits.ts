import {
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
} from 'graphql';
import {
  type ComplexityEstimator,
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
} from 'graphql-query-complexity';
import { type Measured, rememberedRecords, rememberRecords } from './measured-before.js';
import { shapeOf } from './operation-shape.js';

/** Refused before any SQL runs. Reasons and sizes: ARCHITECTURE.md, "Limits". */
export const limits = {
  tokens: 2000,
  depth: 8,
  /** Below `__schema` and `__type`; GraphiQL's own question goes fifteen deep. */
  introspectionDepth: 16,
  aliases: 30,
  rootFields: 10,
  /** Fields after expanding fragments; stops documents that double themselves. */
  fields: 3000,
  nodes: 10_000,
  publicNodes: 1000,
  bodyBytes: 256 * 1024,
} as const;

/** What an answer about the whole schema weighs, in records. */
const schemaRecords = 500;
/** Records below a field that lists without pages (parties, documents), where more is nested below them. */
const unpagedRecords = 5;

/** Records that a field can return at most: the page size of a connection times what is below each record. */
const recordsEstimator: ComplexityEstimator = ({ args, childComplexity, field, type }) => {
  const below = Math.max(1, childComplexity);
  if (field.name === '__schema') return schemaRecords;
  if (field.name === '__type') return schemaRecords / 10;
  if (field.args.some(({ name }) => name === 'first')) return Math.max(1, Number(args.first ?? 20)) * below;
  if (Array.isArray(args.ids)) return args.ids.length * below;
  // the page size was counted where the connection was asked for
  if (type.name.endsWith('Connection') || !listsObjects(field)) return undefined;
  return childComplexity === 0 ? 1 : unpagedRecords * childComplexity;
};

function listsObjects({ type }: GraphQLField<unknown, unknown>): boolean {
  const named: GraphQLOutputType = getNamedType(type);
  const list = isNonNullType(type) ? type.ofType : type;
  return isListType(list) && isCompositeType(named) && !named.name.startsWith('__');
}

/** Fields cost nothing but what multiplies them; a field may say itself what it costs. */
const estimators = [fieldExtensionsEstimator(), recordsEstimator, simpleEstimator({ defaultComplexity: 0 })];

/**
 * Records that the operation can return at most.
 * @throws GraphQLError QUERY_TOO_LARGE, naming the limit and what the document asks for.
 */
export function measuredRecords(measured: Measured): number {
  const known = rememberedRecords(measured);
  if (known !== null) return known;
  const operation = getOperationAST(measured.document, measured.operationName);
  if (!operation) return 0; // the executor says which operation it misses
  const records = recordsMeasured(measured, operation);
  if (records !== null) rememberRecords(measured, records);
  return records ?? 0;
}

/** Null: a variable is wrong; the executor names it, and runs nothing. */
function recordsMeasured(measured: Measured, operation: OperationDefinitionNode): number | null {
  const { document, isPublic } = measured;
  const shape = shapeOf(document, operation);
  refuseAbove('fields', shape.fields, limits.fields);
  refuseAbove('depth', shape.depth, limits.depth);
  refuseAbove('depth of introspection', shape.introspectionDepth, limits.introspectionDepth);
  refuseAbove('aliases', shape.aliases, limits.aliases);
  refuseAbove('root fields', shape.rootFields, limits.rootFields);
  const records = recordsOf(measured, operation);
  if (records !== null) refuseAbove('records', records, isPublic ? limits.publicNodes : limits.nodes);
  return records;
}

function recordsOf(
  { schema, document, variables }: Measured,
  operation: OperationDefinitionNode,
): number | null {
  const given = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
  if (given.errors) return null;
  try {
    return getComplexity({
      schema,
      query: document,
      variables: { ...variables },
      estimators,
      ...(operation.name && { operationName: operation.name.value }),
    });
  } catch (error) {
    throw error instanceof GraphQLError ? ofClient(error) : error;
  }
}

/** A variable that may be null stands where there has to be a value: the client's fault, found before anything runs. */
function ofClient({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    ...(nodes && { nodes }),
    extensions: { code: nodes ? 'BAD_USER_INPUT' : 'QUERY_TOO_LARGE', http: { status: 400 } },
  });
}

function refuseAbove(what: string, asked: number, limit: number): void {
  if (asked <= limit) return;
  throw new GraphQLError(
    `The operation asks for ${asked} ${what}; the limit is ${limit}. Ask for less, or in several operations.`,
    { extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400 } } },
  );
}
