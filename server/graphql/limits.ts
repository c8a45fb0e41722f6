import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type SelectionSetNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';

/** Refused before any SQL runs. Reasons and sizes: ARCHITECTURE.md, "Limits". */
export const limits = {
  tokens: 2000,
  depth: 8,
  aliases: 30,
  rootFields: 10,
  /** Fields after expanding fragments; stops documents that double themselves. */
  fields: 3000,
  nodes: 10_000,
  publicNodes: 1000,
  bodyBytes: 256 * 1024,
} as const;

interface Shape {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}

/** Measures each fragment once, so that a document cannot make the measuring itself expensive. */
class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, Shape>();

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter((definition) => definition.kind === 'FragmentDefinition');
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  of(set: SelectionSetNode | undefined): Shape {
    let shape: Shape = { depth: 0, aliases: 0, fields: 0 };
    for (const node of set?.selections ?? []) {
      if (node.kind === 'FragmentSpread') shape = joined(shape, this.#fragment(node.name.value));
      else if (node.kind === 'InlineFragment') shape = joined(shape, this.of(node.selectionSet));
      else if (!node.name.value.startsWith('__')) {
        const below = this.of(node.selectionSet);
        const own = {
          depth: below.depth + 1,
          aliases: below.aliases + (node.alias ? 1 : 0),
          fields: below.fields + 1,
        };
        shape = joined(shape, own);
      }
    }
    return shape;
  }

  #fragment(name: string): Shape {
    const known = this.#known.get(name);
    if (known) return known;
    this.#known.set(name, { depth: 0, aliases: 0, fields: 0 }); // validation has refused cycles already
    const shape = this.of(this.#fragments.get(name)?.selectionSet);
    this.#known.set(name, shape);
    return shape;
  }
}

function joined(left: Shape, right: Shape): Shape {
  return {
    depth: Math.max(left.depth, right.depth),
    aliases: left.aliases + right.aliases,
    fields: left.fields + right.fields,
  };
}

/** Records that a field can return at most: the page size of a connection times what is below each record. */
const recordsEstimator: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (field.args.some(({ name }) => name === 'first'))
    return Math.max(1, Number(args.first ?? 20)) * Math.max(1, childComplexity);
  if (field.name === 'nodes' && Array.isArray(args.ids))
    return args.ids.length * Math.max(1, childComplexity);
};

/** Fields cost nothing but what multiplies them. */
const estimators = [recordsEstimator, simpleEstimator({ defaultComplexity: 0 })];

export interface Measured {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isPublic: boolean;
}

/** @throws GraphQLError QUERY_TOO_LARGE, naming the limit and what the document asks for. */
export function refuseTooLarge({ schema, document, operationName, variables, isPublic }: Measured): void {
  const operation = getOperationAST(document, operationName);
  const shape = new Measure(document).of(operation?.selectionSet);
  refuseAbove('fields', shape.fields, limits.fields);
  refuseAbove('depth', shape.depth, limits.depth);
  refuseAbove('aliases', shape.aliases, limits.aliases);
  refuseAbove('root fields', operation?.selectionSet.selections.length ?? 0, limits.rootFields);
  const nodes = getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators,
    ...(operationName ? { operationName } : {}),
  });
  refuseAbove('records', nodes, isPublic ? limits.publicNodes : limits.nodes);
}

function refuseAbove(what: string, asked: number, limit: number): void {
  if (asked <= limit) return;
  throw new GraphQLError(
    `The operation asks for ${asked} ${what}; the limit is ${limit}. Ask for less, or in several operations.`,
    {
      extensions: { code: 'QUERY_TOO_LARGE' },
    },
  );
}
