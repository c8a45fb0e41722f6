import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Chance } from './chance.js';
import type { Known } from './known.js';
import { Values } from './values.js';
import { OperationVariables } from './variables.js';

/** An operation made by chance from the schema. */
export interface GeneratedOperation {
  readonly query: string;
  /** Twice other values for the same variables: the second time the operation is compiled already. */
  readonly variables: readonly [JsonObject, JsonObject];
}

export type JsonObject = Readonly<Record<string, unknown>>;
type Fielded = GraphQLObjectType | GraphQLInterfaceType;

/** How much may still lie below a field. */
interface Room {
  readonly depth: number;
  readonly lists: number;
}

/** Fields that tell the time of the machine. */
export const leftOut: ReadonlySet<string> = new Set(['asOf']);
const mostFields = 45;

/** Writes operations that a client might send: fragments, aliases, variables, directives, nulls, nested pages. */
export class OperationGenerator {
  readonly #values: Values;
  #variables: OperationVariables;
  #fragments: { readonly name: string; readonly on: string; readonly text: string }[] = [];
  #aliases = 0;
  #fields = 0;
  #turn = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: Known,
    private readonly chance: Chance,
  ) {
    this.#values = new Values(known, chance);
    this.#variables = new OperationVariables(this.#values, chance);
  }

  next(): GeneratedOperation {
    const { chance } = this;
    this.#variables = new OperationVariables(this.#values, chance);
    this.#fragments = [];
    this.#aliases = 0;
    this.#fields = 0;
    const query = this.schema.getQueryType() as GraphQLObjectType;
    const roots = Object.values(query.getFields());
    const room = { depth: chance.isOnce(5) ? 7 : 5, lists: 2 };
    const count = chance.isOnce(5) ? 2 : 1;
    const body = Array.from({ length: count }, () => {
      this.#turn += 1; // each in its turn: by chance some would be left out
      return this.#field(query, roots[this.#turn % roots.length] ?? chance.of(roots), room);
    });
    if (chance.isOnce(40)) body.push(chance.of(['__typename', '__type(name: "Mou") { name }']));
    const another = chance.isOnce(20) ? '\nquery Another { viewer { name } }' : '';
    const spreads = this.#fragments.map(({ name, on, text }) => `fragment ${name} on ${on} ${text}`);
    return {
      query: `query Generated${this.#variables.declared()} { ${body.join(' ')} }${another}\n${spreads.join('\n')}`,
      variables: this.#variables.values(),
    };
  }

  #field(parent: Fielded, field: GraphQLField<unknown, unknown>, room: Room): string {
    const { chance } = this;
    const args = this.#arguments(parent, field);
    const head = `${this.#alias(parent, field)}${field.name}${args}`;
    const times = chance.isOnce(15) ? 2 : 1; // one field asked for twice is merged
    return Array.from({ length: times }, () => {
      this.#fields += 1;
      return `${head}${this.#directive(30)}${this.#below(field, room)}`;
    }).join(' ');
  }

  #alias(parent: Fielded, field: GraphQLField<unknown, unknown>): string {
    const isAliased = parent.name === 'Query' || this.chance.isOnce(field.args.length > 0 ? 1.2 : 8);
    if (!isAliased || this.#aliases >= 24) return '';
    this.#aliases += 1;
    if (this.chance.isOnce(12)) return `${this.chance.of(Object.keys(parent.getFields()))}: `;
    return `a${this.#aliases}: `;
  }

  #directive(inTimes: number): string {
    const { chance } = this;
    if (!chance.isOnce(inTimes)) return '';
    const names = chance.isOnce(5) ? ['include', 'skip'] : [chance.of(['include', 'skip'])];
    return names
      .map((name) => ` @${name}(if: ${chance.isOnce(2) ? chance.isOnce(2) : this.#variables.condition()})`)
      .join('');
  }

  #below(field: GraphQLField<unknown, unknown>, { depth, lists }: Room): string {
    const named = getNamedType(field.type);
    const room = { depth: depth - 1, lists: lists - Number(isPaged(field)) };
    if (isObjectType(named)) return ` ${this.#selection(named, room)}`;
    if (!isInterfaceType(named)) return '';
    const types = this.schema.getPossibleTypes(named);
    const parts = Array.from({ length: 3 }, () => {
      const type = this.chance.isOnce(6) ? this.#interfaceOf(named.name) : this.chance.of(types);
      return this.#spread(type, this.#selection(type, room));
    });
    return ` { ${this.chance.isOnce(3) ? '__typename' : ''} id ${parts.join(' ')} }`;
  }

  #interfaceOf(name: string): GraphQLInterfaceType {
    const wanted = this.schema.getType(this.chance.of([name, 'BaseEntity']));
    if (isInterfaceType(wanted)) return wanted;
    throw new Error(`${name} is no interface`);
  }

  #selection(type: Fielded, room: Room): string {
    const { chance } = this;
    const fields = Object.values(type.getFields()).filter((field) => this.#isPossible(field, room));
    const parts = Array.from({ length: 1 + chance.upTo(5) }, () => {
      if (fields.length === 0 || chance.isOnce(12)) return '__typename';
      const field = chance.of(fields);
      const text = this.#field(type, field, room);
      // the same field with other arguments
      const again = field.args.length > 0 && chance.isOnce(4) ? this.#field(type, field, room) : '';
      return this.#wrapped(type, `${text} ${again}`, room);
    });
    return `{ ${parts.join(' ')} }`;
  }

  /** What stands for these fields in a selection: themselves, or a fragment of one kind or the other. */
  #wrapped(type: Fielded, text: string, room: Room): string {
    const { chance } = this;
    if (chance.isOnce(30)) return `...${this.#directive(2)} { ${text} }`;
    if (chance.isOnce(25)) {
      const again = this.#fragments.filter(({ on }) => on === type.name);
      if (again.length > 0) return `${text} ...${chance.of(again).name}${this.#directive(4)}`;
    }
    const [interfaceType] = type.getInterfaces().filter(() => chance.isOnce(30));
    if (interfaceType)
      return `${text} ${this.#spread(interfaceType, this.#selection(interfaceType, { ...room, lists: 0 }))}`;
    return chance.isOnce(8) ? this.#spread(type, `{ ${text} }`) : text;
  }

  #spread(type: Fielded, text: string): string {
    if (this.chance.isOnce(2)) return `... on ${type.name}${this.#directive(12)} ${text}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push({ name, on: type.name, text });
    return `...${name}${this.#directive(12)}`;
  }

  #isPossible(field: GraphQLField<unknown, unknown>, { depth, lists }: Room): boolean {
    const named = getNamedType(field.type);
    if (leftOut.has(field.name)) return false;
    if (isLeafType(named)) return true;
    if (this.#fields > mostFields || depth <= 1 || !isObjectType(named)) return false;
    return lists > 0 || !isPaged(field);
  }

  #arguments(parent: Fielded, field: GraphQLField<unknown, unknown>): string {
    let order: string | null = null;
    // the order first: a cursor belongs to one
    const sorted = [...field.args].sort((left, right) => right.name.localeCompare(left.name));
    const written = sorted.flatMap((argument) => {
      const isNeeded = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (!isNeeded && this.chance.isOnce(argument.name === 'first' ? 12 : 2)) return [];
      const kind = parent.name === 'Query' ? getNamedType(field.type).name : '';
      const { text, value } = this.#argument(field, argument, kind, order);
      if (argument.name === 'orderBy') order = orderName(value);
      return [`${argument.name}: ${text}`];
    });
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  #argument(
    field: GraphQLField<unknown, unknown>,
    { name, type, defaultValue }: GraphQLArgument,
    kind: string,
    order: string | null,
  ): { readonly text: string; readonly value: unknown } {
    const { chance } = this;
    const purpose = { name, kind };
    const make = (): unknown => {
      if (name === 'first') return chance.isOnce(40) ? chance.of([0, -1, 101, 100]) : 1 + chance.upTo(4);
      // without an order nobody knows whose cursor would fit
      const cursor = () =>
        order === null && !chance.isOnce(4)
          ? null
          : this.known.cursor(getNamedType(field.type).name, order, chance);
      if (name === 'after') return chance.isOnce(25) ? 'bukan-penanda' : cursor();
      return this.#values.any(type, purpose);
    };
    const value = make();
    const location = { type, make, hasDefault: defaultValue !== undefined };
    const text = chance.isOnce(2)
      ? this.#variables.added(location, value)
      : this.#variables.literal(value, type as GraphQLInputType, purpose);
    return { text, value };
  }
}

function orderName(value: unknown): string | null {
  const { field, direction } = (value ?? {}) as { field?: string; direction?: string };
  return field ? `${field}:${direction}` : null;
}

function isPaged(field: GraphQLField<unknown, unknown>): boolean {
  const bare = isNonNullType(field.type) ? field.type.ofType : field.type;
  return field.args.some(({ name }) => name === 'first') || isListType(bare);
}
