import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import { type Mask, personalOf } from './personal.js';
import { type Concept, type FieldRead, fieldRead, one } from './readable.js';
import { fieldKey, fieldNodesIn, type OperationDocument } from './selection.js';
import { apiValue, enumWording, isList, type ValueKind, valueKindOf } from './value-kind.js';

/** One value below a list, by the keys that the operation gave on the way there. */
export interface NestedLeaf {
  readonly keys: readonly string[];
  readonly kind: ValueKind;
  /** Whether there is one of it at most, because no list lies on the way. */
  readonly isOne: boolean;
}

type Reading = (raw: unknown) => unknown;

/** How a value is read and hidden; `owner` and `prefix` name it for the masks. */
interface Way {
  readonly read: FieldRead | null;
  readonly owner: Concept | null;
  readonly prefix: string;
  readonly mask: Mask | null;
}

/** Where in the operation a field stands. */
interface Spot {
  readonly keys: readonly string[];
  readonly isOne: boolean;
}

const nowhere: Way = { read: null, owner: null, prefix: '', mask: null };
type Row = Readonly<Record<string, unknown>>;

/** Reads one JSON value of a row as the operation asked for it. */
export interface NestedValues {
  readonly leaves: readonly NestedLeaf[];
  readonly read: (raw: unknown) => unknown;
}

/** Turns what `select` gives for a field with several records below it into what the operation asked for. */
export class NestedReader implements NestedValues {
  readonly leaves: NestedLeaf[] = [];
  readonly read: Reading;

  constructor(
    private readonly document: OperationDocument,
    type: GraphQLOutputType,
    { node, read }: { readonly node: FieldNode; readonly read: FieldRead },
  ) {
    this.read = this.#field(type, node, { ...nowhere, read, keys: [], isOne: true });
  }

  #field(type: GraphQLOutputType, node: FieldNode, place: Way & Spot): Reading {
    const named = getNamedType(type);
    const at = { ...place, isOne: place.isOne && !isList(type) };
    const one = isObjectType(named) ? this.#object(named, node, at) : this.#leaf(type, at);
    if (!isList(type)) return one;
    return (raw) => (Array.isArray(raw) ? raw.map(one) : null);
  }

  #leaf(type: GraphQLOutputType, { keys, mask, isOne }: Pick<Way, 'mask'> & Spot): Reading {
    const kind = valueKindOf(type);
    const wording = enumWording(type);
    this.leaves.push({ keys, kind, isOne });
    return (raw) => {
      if (raw === null || raw === undefined) return null;
      if (mask) return mask(String(raw));
      if (wording) return wording(raw);
      return typeof raw === 'string' ? apiValue(kind, raw) : raw;
    };
  }

  #object(type: GraphQLObjectType, node: FieldNode, at: Way & Spot): Reading {
    const readings = new Map<string, { readonly key: string; readonly reading: Reading }>();
    for (const child of fieldNodesIn(this.document, type, node.selectionSet)) {
      const definition = type.getFields()[child.name.value];
      const key = child.alias?.value ?? child.name.value;
      if (!definition || readings.has(key)) continue; // __typename says nothing that the column does not
      const args = getArgumentValues(definition, child, this.document.variables);
      const below = { ...belowOf(at, child.name.value), keys: [...at.keys, key], isOne: at.isOne };
      const reading = this.#field(definition.type, child, below);
      readings.set(key, { key: fieldKey(child.name.value, args), reading });
    }
    return (raw) => (isRow(raw) ? Object.fromEntries(entriesOf(raw, readings)) : null);
  }
}

function* entriesOf(
  row: Row,
  readings: ReadonlyMap<string, { readonly key: string; readonly reading: Reading }>,
): Generator<[string, unknown]> {
  for (const [key, { key: rowKey, reading }] of readings) yield [key, reading(row[rowKey])];
}

/** How a field below is read, and how it is masked when it is personal: always, below a list. */
function belowOf({ read, prefix, owner }: Way, name: string): Way {
  if (read?.kind === 'group') return wayTo(owner, prefix + name, read.fields[name] ?? null);
  if (read?.kind === 'list') return throughPage(read, name);
  // an object that comes as JSON: its fields are read by name, and belong to the record still
  if (read?.kind === 'value') return wayTo(owner, prefix + name, read);
  if (read?.kind !== 'one' && read?.kind !== 'many') return nowhere;
  return wayTo(read.to(), name, fieldRead(read.to(), name));
}

function wayTo(owner: Concept | null, path: string, read: FieldRead | null): Way {
  const mask = (owner && personalOf(owner)?.masks[path]) ?? null;
  return { read, owner, prefix: `${path}.`, mask };
}

/** `nodes` and `edges { node }` are the records themselves; the rest of a page is its own. */
function throughPage(read: FieldRead & { readonly kind: 'list' }, name: string): Way {
  if (name === 'edges') return { ...nowhere, read };
  if (name !== 'nodes' && name !== 'node') return nowhere;
  return { ...nowhere, read: one(read.list().of, () => 'true') };
}

const isRow = (raw: unknown): raw is Row => typeof raw === 'object' && raw !== null;
