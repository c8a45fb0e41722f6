import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { isSelectable } from './selectable.js';
import { fieldKey } from './selection.js';

/** What the answer to a selection looks like: the fields of one object in the order in which they are written. */
export interface OutputObject {
  readonly type: GraphQLObjectType;
  readonly fields: readonly OutputField[];
}

export interface OutputField {
  /** Key in the answer: the alias or the name. */
  readonly responseKey: string;
  /** Name of the field; `__typename` has neither type nor anything below. */
  readonly name: string;
  readonly type: GraphQLOutputType | null;
  readonly args: Readonly<Record<string, unknown>>;
  /** Key in what `select` reads: equal for aliases with equal arguments. */
  readonly readKey: string;
  readonly below: OutputObject | null;
}

/** What cannot be written without graphql-js: a field whose resolver has code of its own, an abstract type. */
export class NotCompilable extends Error {}

/** A document whose fragments and variables are known. */
export interface OperationParts {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variableValues: Readonly<Record<string, unknown>>;
}

/**
 * The answer that these selections of one object come to, merged and ordered as graphql-js does.
 * @throws NotCompilable
 */
export function outputOf(
  operation: OperationParts,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): OutputObject {
  const fields = [...collectedFields(operation, type, sets)].map(([responseKey, nodes]) =>
    outputField(operation, type, responseKey, nodes),
  );
  return { type, fields };
}

/** The fields that these selections of one object ask for, by key of the answer. */
export function collectedFields(
  operation: OperationParts,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const grouped = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  for (const set of sets) if (set) collect({ operation, type, grouped, seen }, set);
  return grouped;
}

/** The variables that decide what the answer looks like: those of arguments and directives below a root field. */
export function variablesBelow(
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  nodes: readonly (ASTNode | undefined)[],
): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const look = (node: ASTNode): void => {
    visit(node, {
      Variable: ({ name }) => void names.add(name.value),
      FragmentSpread: ({ name }) => {
        const fragment = fragments[name.value];
        if (!fragment || seen.has(name.value)) return;
        seen.add(name.value);
        look(fragment);
      },
    });
  };
  for (const node of nodes) if (node) look(node);
  return [...names];
}

interface Collecting {
  readonly operation: OperationParts;
  readonly type: GraphQLObjectType;
  readonly grouped: Map<string, FieldNode[]>;
  readonly seen: Set<string>;
}

function collect(into: Collecting, set: SelectionSetNode): void {
  const { operation, type, grouped, seen } = into;
  for (const node of set.selections) {
    if (!isIncluded(operation, node)) continue;
    if (node.kind === 'Field') {
      const key = node.alias?.value ?? node.name.value;
      const nodes = grouped.get(key);
      if (nodes) nodes.push(node);
      else grouped.set(key, [node]);
      continue;
    }
    if (node.kind === 'FragmentSpread' && seen.has(node.name.value)) continue;
    if (node.kind === 'FragmentSpread') seen.add(node.name.value);
    const fragment = node.kind === 'FragmentSpread' ? operation.fragments[node.name.value] : node;
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && appliesTo(operation.schema, condition, type)) collect(into, fragment.selectionSet);
  }
}

function outputField(
  operation: OperationParts,
  type: GraphQLObjectType,
  responseKey: string,
  nodes: readonly FieldNode[],
): OutputField {
  const [node] = nodes;
  const name = node?.name.value ?? '';
  if (name === '__typename') return { responseKey, name, type: null, args: {}, readKey: name, below: null };
  const definition = type.getFields()[name];
  if (!definition || !node || !isSelectable(type, name))
    throw new NotCompilable(`${type.name}.${name} has code of its own`);
  const args = getArgumentValues(definition, node, { ...operation.variableValues });
  const named = getNamedType(definition.type);
  if (!isLeafType(named) && !isObjectType(named))
    throw new NotCompilable(`${type.name}.${name} is of an abstract type`);
  const below = isObjectType(named)
    ? outputOf(
        operation,
        named,
        nodes.map(({ selectionSet }) => selectionSet),
      )
    : null;
  return { responseKey, name, type: definition.type, args, readKey: fieldKey(name, args), below };
}

function appliesTo(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined) return true;
  const named = schema.getType(condition);
  return named === type || (isInterfaceType(named) && type.getInterfaces().includes(named));
}

function isIncluded(
  { variableValues }: OperationParts,
  node: SelectionSetNode['selections'][number],
): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, { ...variableValues });
  const include = getDirectiveValues(GraphQLIncludeDirective, node, { ...variableValues });
  return skip?.if !== true && include?.if !== false;
}
