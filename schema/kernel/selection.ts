import { createHash } from 'node:crypto';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** What a caller wants to see of a record: fields by key, each with its arguments and what is wanted below it. */
export type Selection = ReadonlyMap<string, SelectedField>;

export interface SelectedField {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly below: Selection | null;
}

type MutableSelection = Map<
  string,
  { name: string; args: Readonly<Record<string, unknown>>; below: MutableSelection | null }
>;

/** An operation with what its names and variables stand for. */
export interface OperationDocument {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Key of a field in the rows that `select` gives: its name, and a hash of its arguments when it has any.
 * Aliases of one field with equal arguments share a key, so that they are read once.
 */
export function fieldKey(name: string, args: Readonly<Record<string, unknown>> = {}): string {
  if (Object.keys(args).length === 0) return name;
  const hash = createHash('sha256').update(JSON.stringify(args)).digest('hex').slice(0, 12);
  return `${name}_${hash}`;
}

/** Value of the field being resolved in a row that `select` gave; for fields with arguments, whose aliases differ. */
export function selected(row: Readonly<Record<string, unknown>>, info: GraphQLResolveInfo): unknown {
  const definition = info.parentType.getFields()[info.fieldName];
  const [node] = info.fieldNodes;
  if (!definition || !node) return null;
  return row[fieldKey(info.fieldName, getArgumentValues(definition, node, info.variableValues))];
}

/** What a door that compiles operations brings along: the selection of a root field, made once for all requests. */
export interface CompiledInfo extends GraphQLResolveInfo {
  readonly selectionOf: (concrete?: string) => Selection;
}

/** What the operation wants of the field being resolved; for an interface, of `concrete`. */
export function selectionOf(info: GraphQLResolveInfo | CompiledInfo, concrete?: string): Selection {
  return 'selectionOf' in info ? info.selectionOf(concrete) : collectedSelection(info, concrete);
}

/** Where a field stands in its operation. */
export type FieldPlace = Pick<
  GraphQLResolveInfo,
  'schema' | 'fragments' | 'variableValues' | 'returnType' | 'fieldNodes'
>;

export function collectedSelection(info: FieldPlace, concrete?: string): Selection {
  const document = { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
  const named = concrete ? info.schema.getType(concrete) : getNamedType(info.returnType);
  const selection: MutableSelection = new Map();
  if (!isObjectType(named)) return selection;
  for (const node of info.fieldNodes) collect(document, named, node.selectionSet, selection);
  return selection;
}

/** Selection written by hand, as the panel does: `selectionFrom(schema, 'Mou', '{ id region { displayName } }')`. */
export function selectionFrom(schema: GraphQLSchema, type: string, text: string): Selection {
  const [definition] = parse(text).definitions;
  const named = schema.getType(type);
  const selection: MutableSelection = new Map();
  if (definition?.kind !== 'OperationDefinition' || !isObjectType(named))
    throw new Error(`no selection on ${type}: ${text}`);
  collect({ schema, fragments: {}, variables: {} }, named, definition.selectionSet, selection);
  return selection;
}

/** What is wanted of an object of this type by a selection set. */
export function selectionIn(
  document: OperationDocument,
  type: GraphQLObjectType,
  set: SelectionSetNode | undefined,
): Selection {
  const selection: MutableSelection = new Map();
  collect(document, type, set, selection);
  return selection;
}

function collect(
  document: OperationDocument,
  type: GraphQLObjectType,
  set: SelectionSetNode | undefined,
  into: MutableSelection,
): void {
  for (const node of fieldNodesIn(document, type, set)) collectField(document, type, node, into);
}

/** The fields that a selection set asks of a type, those of its fragments included. */
export function* fieldNodesIn(
  document: OperationDocument,
  type: GraphQLObjectType,
  set: SelectionSetNode | undefined,
): Generator<FieldNode> {
  for (const node of set?.selections ?? []) {
    if (!isIncluded(document, node)) continue;
    if (node.kind === 'Field') {
      yield node;
      continue;
    }
    const fragment = node.kind === 'FragmentSpread' ? document.fragments[node.name.value] : node;
    const condition = fragment?.typeCondition?.name.value;
    if (condition === undefined || appliesTo(document.schema, condition, type)) {
      yield* fieldNodesIn(document, type, fragment?.selectionSet);
    }
  }
}

function collectField(
  document: OperationDocument,
  type: GraphQLObjectType,
  node: FieldNode,
  into: MutableSelection,
): void {
  const definition = type.getFields()[node.name.value];
  if (!definition) return; // __typename and introspection are answered by graphql-js itself
  const args = getArgumentValues(definition, node, document.variables);
  const key = fieldKey(definition.name, args);
  const named = getNamedType(definition.type);
  const known = into.get(key) ?? {
    name: definition.name,
    args,
    below: isObjectType(named) ? new Map() : null,
  };
  into.set(key, known);
  if (known.below && isObjectType(named)) collect(document, named, node.selectionSet, known.below);
}

function appliesTo(schema: GraphQLSchema, condition: string, type: GraphQLObjectType): boolean {
  const named = schema.getType(condition);
  return named === type || (isInterfaceType(named) && type.getInterfaces().includes(named));
}

function isIncluded(document: OperationDocument, node: SelectionSetNode['selections'][number]): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, document.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, document.variables);
  return skip?.if !== true && include?.if !== false;
}
