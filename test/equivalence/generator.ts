import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** An operation with variables, made by chance from the schema. */
export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Repeatable chance: the same seed gives the same operations. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 up to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  isOnce(inTimes: number): boolean {
    return this.next() * inTimes < 1;
  }

  upTo(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.upTo(items.length)] as Item;
  }
}

/** Fields that tell the time of the machine. */
const leftOut = new Set(['asOf']);
const texts = ['Cilegon', 'pekerja rentan', 'a%_b', '36', 'O\'Brien "x" \\ \u0001', '\u{1f600}'];
const scalarValues: Readonly<Record<string, readonly unknown[]>> = {
  String: texts,
  Int: [0, 1, 2, 7, 2026, 2025, 30],
  Float: [0.5, 1],
  Boolean: [true, false],
  CalendarDate: ['2026-02-11', '2024-01-24', '2025-12-31', '2027-06-01'],
  DateTime: ['2026-02-11T05:00:00Z'],
  Month: ['2026-01', '2025-12'],
  Rupiah: ['0', '16800', '100000000'],
  Decimal: ['0.5', '12'],
  RegionCode: ['36', '36.72', '32.75'],
  Nik: ['3672012201900001'],
};

/** Writes operations that a client might send: fragments, aliases, variables, directives, nulls, nested pages. */
export class OperationGenerator {
  #variables: { name: string; type: string; value: unknown }[] = [];
  #fragments: string[] = [];
  #aliases = 0;
  #fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ids: ReadonlyMap<string, readonly string[]>,
    private readonly chance: Chance,
  ) {}

  next(): GeneratedOperation {
    this.#variables = [];
    this.#fragments = [];
    this.#aliases = 0;
    this.#fields = 0;
    const query = this.schema.getQueryType() as GraphQLObjectType;
    const roots = Object.values(query.getFields());
    const count = this.chance.isOnce(5) ? 2 : 1;
    const body = Array.from({ length: count }, () => this.#field(query, this.chance.of(roots), 5, 2)).join(
      ' ',
    );
    const declared = this.#variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const head = declared === '' ? 'query Generated' : `query Generated(${declared})`;
    const values = this.#variables.filter(({ value }) => value !== undefined);
    return {
      query: `${head} { ${body} }\n${this.#fragments.join('\n')}`,
      variables: Object.fromEntries(values.map(({ name, value }) => [name, value])),
    };
  }

  #field(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    lists: number,
  ): string {
    this.#fields += 1;
    const isAliased = parent.name === 'Query' || (this.#aliases < 12 && this.chance.isOnce(6));
    if (isAliased) this.#aliases += 1;
    const alias = isAliased ? `a${this.#aliases}: ` : '';
    const args = field.args.flatMap((argument) => this.#argument(parent, field, argument));
    const written = args.length > 0 ? `(${args.join(', ')})` : '';
    const below = this.#below(field, depth, lists);
    return `${alias}${field.name}${written}${this.#directive()}${below}`;
  }

  #directive(): string {
    if (!this.chance.isOnce(25)) return '';
    const name = this.chance.of(['include', 'skip']);
    if (this.chance.isOnce(2)) return ` @${name}(if: ${this.chance.isOnce(2)})`;
    return ` @${name}(if: $${this.#variable('Boolean!', this.chance.isOnce(2))})`;
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, type, value });
    return name;
  }

  #below(field: GraphQLField<unknown, unknown>, depth: number, lists: number): string {
    const named = getNamedType(field.type);
    if (isObjectType(named)) return ` ${this.#selection(named, depth - 1, lists - Number(isPaged(field)))}`;
    if (!isInterfaceType(named)) return '';
    const concrete = this.schema.getPossibleTypes(named);
    const parts = Array.from({ length: 3 }, () => {
      const type = this.chance.of(concrete);
      return `... on ${type.name} ${this.#selection(type, depth - 1, lists - 1)}`;
    });
    return ` { __typename id ${parts.join(' ')} }`;
  }

  #selection(type: GraphQLObjectType, depth: number, lists: number): string {
    const fields = Object.values(type.getFields()).filter((field) => this.#isPossible(field, depth, lists));
    const wanted = 1 + this.chance.upTo(5);
    const parts = Array.from({ length: wanted }, () => {
      if (fields.length === 0 || this.chance.isOnce(12)) return '__typename';
      return this.#wrapped(type, this.#field(type, this.chance.of(fields), depth, lists));
    });
    return `{ ${parts.join(' ')} }`;
  }

  #wrapped(type: GraphQLObjectType, text: string): string {
    if (this.chance.isOnce(12)) return `... on ${type.name} { ${text} }`;
    if (!this.chance.isOnce(15)) return text;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
    return `...${name}`;
  }

  #isPossible(field: GraphQLField<unknown, unknown>, depth: number, lists: number): boolean {
    const named = getNamedType(field.type);
    if (leftOut.has(field.name)) return false;
    if (isLeafType(named)) return true;
    if (this.#fields > 40 || depth <= 1 || !isObjectType(named)) return false;
    return lists > 0 || !isPaged(field);
  }

  #argument(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    argument: GraphQLArgument,
  ): readonly string[] {
    const { name, type } = argument;
    if (name === 'after') return [];
    if (name === 'first') return [`first: ${1 + this.chance.upTo(4)}`];
    const isNeeded = isNonNullType(type) && argument.defaultValue === undefined;
    if (!isNeeded && this.chance.isOnce(2)) return [];
    const kind = parent.name === 'Query' ? (field.name.match(/^[a-z]+/)?.[0] ?? '') : '';
    const value = this.#value(type, name, kind);
    const isGiven = this.chance.isOnce(2);
    if (!isGiven) return [`${name}: ${literal(value, type)}`];
    return [`${name}: $${this.#variable(String(type), value)}`];
  }

  #value(type: GraphQLInputType, name: string, kind: string): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType, name, kind);
    if (this.chance.isOnce(20) && name !== 'id' && name !== 'ids') return null;
    return this.#present(type, name, kind);
  }

  #present(type: GraphQLInputType, name: string, kind: string): unknown {
    if (isNonNullType(type)) return this.#present(type.ofType, name, kind);
    if (isListType(type))
      return Array.from({ length: 1 + this.chance.upTo(3) }, () => this.#present(type.ofType, name, kind));
    if (isEnumType(type)) return this.chance.of(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = fields.filter((one) => isNonNullType(one.type) || this.chance.isOnce(fields.length / 2));
      return Object.fromEntries(chosen.map((one) => [one.name, this.#value(one.type, one.name, kind)]));
    }
    const named = getNamedType(type).name;
    if (named === 'ID') return this.#id(name, kind);
    return this.chance.of(scalarValues[named] ?? texts);
  }

  #id(name: string, kind: string): string {
    const wanted = name === 'id' || name === 'ids' ? kind : name.replace(/Ids?$/, '').toLowerCase();
    const known = this.ids.get(wanted) ?? this.chance.of([...this.ids.values()]);
    return this.chance.isOnce(15) ? 'mou_00000000000000000000000000000000' : this.chance.of(known);
  }
}

function isPaged(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ name }) => name === 'first') || isListType(bare(field.type));
}

function bare(type: unknown): unknown {
  return isNonNullType(type) ? type.ofType : type;
}

function literal(value: unknown, type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (value === null || value === undefined) return 'null';
  if (isListType(inner)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return `[${items.map((item) => literal(item, inner.ofType)).join(', ')}]`;
  }
  if (isEnumType(inner)) return String(value);
  if (isInputObjectType(inner)) {
    const fields = inner.getFields();
    const parts = Object.entries(value).map(
      ([name, part]) => `${name}: ${literal(part, fields[name]?.type as GraphQLInputType)}`,
    );
    return `{ ${parts.join(', ')} }`;
  }
  return JSON.stringify(value);
}
