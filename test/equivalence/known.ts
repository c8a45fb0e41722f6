import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Chance } from './chance.js';

const mostOfAKind = 40;

/** What of the world an operation may name: ids by type, and cursors and texts as answers showed them. */
export class Known {
  readonly #cursors = new Map<string, string[]>();
  readonly #texts = new Map<string, string[]>();
  /** Fields that were something else than null at least once, as `Type.field`. */
  readonly seen = new Set<string>();

  constructor(readonly ids: ReadonlyMap<string, readonly string[]>) {}

  /** Learns from every answer that graphql-js completes over this schema. */
  watch(schema: GraphQLSchema): void {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name === 'Query' || type.name.startsWith('__')) continue;
      for (const field of Object.values(type.getFields())) {
        const resolve = field.resolve ?? defaultFieldResolver;
        const learned = (source: unknown, value: unknown): unknown => {
          this.#learn(type.name, field.name, source, value);
          return value;
        };
        field.resolve = (source, args, context, info) => {
          const value: unknown = resolve(source, args, context, info);
          return isPromise(value) ? value.then((known) => learned(source, known)) : learned(source, value);
        };
      }
    }
  }

  /** A cursor of this connection, in this order where one is known. */
  cursor(connection: string, order: string | null, chance: Chance): string | null {
    const known = this.#cursors.get(`${connection} ${order}`) ?? this.#cursors.get(`${connection} null`);
    return known ? chance.of(known) : null;
  }

  /** A text that some record has in a field of this name. */
  text(name: string, chance: Chance): string | null {
    const known = this.#texts.get(name);
    return known ? chance.of(known) : null;
  }

  #learn(type: string, field: string, source: unknown, value: unknown): void {
    if (value === null || value === undefined) return;
    this.seen.add(`${type}.${field}`);
    if (typeof value === 'string') keep(this.#texts, field, value);
    if (!type.endsWith('Connection')) return;
    for (const { cursor } of (source as { edges?: readonly { readonly cursor: string }[] }).edges ?? []) {
      const [order] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string];
      keep(this.#cursors, `${type} ${order}`, cursor);
      keep(this.#cursors, `${type} null`, cursor);
    }
  }
}

/** Of whichever realm. */
function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

function keep(kept: Map<string, string[]>, key: string, value: string): void {
  const values = kept.get(key) ?? [];
  if (values.length >= mostOfAKind) values.shift();
  values.push(value);
  kept.set(key, values);
}
