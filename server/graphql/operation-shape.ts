import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** Size of an operation with its fragments expanded. */
export interface OperationShape {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly rootFields: number;
}

interface Shape extends Omit<OperationShape, 'rootFields'> {
  /** Fields of this level, those of its fragments included. */
  readonly width: number;
}

const nothing: Shape = { depth: 0, introspectionDepth: 0, aliases: 0, fields: 0, width: 0 };

/** Measures each fragment once, so that a document cannot make the measuring itself expensive. */
export function shapeOf(document: DocumentNode, operation: OperationDefinitionNode): OperationShape {
  const { width, ...shape } = new Measure(document).of(operation.selectionSet);
  return { ...shape, rootFields: width };
}

class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, Shape>();

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter((definition) => definition.kind === 'FragmentDefinition');
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  of(set: SelectionSetNode | undefined): Shape {
    let shape = nothing;
    for (const node of set?.selections ?? []) {
      if (node.kind === 'FragmentSpread') shape = joined(shape, this.#fragment(node.name.value));
      else if (node.kind === 'InlineFragment') shape = joined(shape, this.of(node.selectionSet));
      else shape = joined(shape, this.#field(node));
    }
    return shape;
  }

  #field(node: FieldNode): Shape {
    const below = this.of(node.selectionSet);
    const isIntrospection = node.name.value.startsWith('__');
    const depth = below.depth + 1;
    return {
      depth: isIntrospection ? 0 : depth,
      introspectionDepth: isIntrospection ? depth : below.introspectionDepth,
      aliases: below.aliases + (node.alias ? 1 : 0),
      fields: below.fields + 1,
      width: 1,
    };
  }

  #fragment(name: string): Shape {
    const known = this.#known.get(name);
    if (known) return known;
    this.#known.set(name, nothing); // validation has refused cycles already
    const shape = this.of(this.#fragments.get(name)?.selectionSet);
    this.#known.set(name, shape);
    return shape;
  }
}

function joined(left: Shape, right: Shape): Shape {
  return {
    depth: Math.max(left.depth, right.depth),
    introspectionDepth: Math.max(left.introspectionDepth, right.introspectionDepth),
    aliases: left.aliases + right.aliases,
    fields: left.fields + right.fields,
    width: left.width + right.width,
  };
}
