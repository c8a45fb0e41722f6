import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Chance } from './chance.js';
import type { Purpose, Values } from './values.js';

/** Where a variable stands, and how to make values for it. */
interface Location {
  readonly type: GraphQLInputType;
  readonly make: () => unknown;
  /** Whether the schema has a value for when the variable is missing. */
  readonly hasDefault: boolean;
}

interface Variable {
  readonly declaration: string;
  readonly name: string;
  /** `undefined`: it is not sent. */
  readonly values: readonly [unknown, unknown];
}

/** The variables of one operation, each with two values: with defaults, null, missing, or wrong. */
export class OperationVariables {
  readonly #variables: Variable[] = [];

  constructor(
    private readonly source: Values,
    private readonly chance: Chance,
  ) {}

  declared(): string {
    const declarations = this.#variables.map(({ declaration }) => declaration);
    return declarations.length > 0 ? `(${declarations.join(', ')})` : '';
  }

  values(): readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>] {
    const of = (turn: 0 | 1) =>
      Object.fromEntries(
        this.#variables.flatMap(({ name, values }) =>
          values[turn] === undefined ? [] : [[name, values[turn]]],
        ),
      );
    return [of(0), of(1)];
  }

  /** For `@include` and `@skip`. */
  condition(): string {
    const { chance } = this;
    const name = `v${this.#variables.length}`;
    const values = [chance.isOnce(2), chance.isOnce(2)] as const;
    const fallback = chance.isOnce(3);
    const declaration = `$${name}: ${fallback ? `Boolean = ${chance.isOnce(2)}` : 'Boolean!'}`;
    const [first, second] = values;
    this.#variables.push({ declaration, name, values: fallback ? [undefined, second] : [first, second] });
    return `$${name}`;
  }

  added({ type, make, hasDefault }: Location, value: unknown): string {
    const { chance } = this;
    const name = `v${this.#variables.length}`;
    const bare = isNonNullType(type) ? type.ofType : type;
    const fallback = value !== null && chance.isOnce(8) ? ` = ${this.#plain(value, bare)}` : '';
    const isNullable = fallback !== '' || bare === type || (hasDefault && chance.isOnce(3));
    const declaration = `$${name}: ${isNullable ? bare : type}${fallback}`;
    const sent = (made: unknown): unknown => {
      if (chance.isOnce(60)) return { wrong: true };
      if (isNullable && chance.isOnce(6)) return chance.isOnce(4) ? null : undefined;
      return made;
    };
    this.#variables.push({ declaration, name, values: [sent(value), sent(make())] });
    return `$${name}`;
  }

  /** As the document has it, with variables inside of lists and objects. */
  literal(value: unknown, type: GraphQLInputType, purpose: Purpose): string {
    return this.#text(value, type, (inner, innerType, name) => {
      const inside = { ...purpose, name: name || purpose.name };
      const make = () => this.source.any(innerType, inside);
      const isVariable = this.chance.isOnce(7);
      return isVariable ? this.added({ type: innerType, make, hasDefault: false }, inner) : null;
    });
  }

  #plain(value: unknown, type: GraphQLInputType): string {
    return this.#text(value, type, () => null);
  }

  #text(
    value: unknown,
    type: GraphQLInputType,
    instead: (value: unknown, type: GraphQLInputType, name: string) => string | null,
  ): string {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (value === null || value === undefined) return 'null';
    if (isListType(inner)) {
      const items: readonly unknown[] = Array.isArray(value) ? value : [value];
      const texts = items.map(
        (item) => instead(item, inner.ofType, '') ?? this.#text(item, inner.ofType, instead),
      );
      return texts.length === 1 && this.chance.isOnce(8) ? (texts[0] ?? '') : `[${texts.join(', ')}]`;
    }
    if (isEnumType(inner)) return String(value);
    if (!isInputObjectType(inner))
      return JSON.stringify(typeof value === 'string' ? value.toWellFormed() : value);
    const fields = inner.getFields();
    const parts = Object.entries(value).map(([name, part]) => {
      const partType = fields[name]?.type as GraphQLInputType;
      return `${name}: ${instead(part, partType, name) ?? this.#text(part, partType, instead)}`;
    });
    return `{ ${parts.join(', ')} }`;
  }
}
