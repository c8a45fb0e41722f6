import { getMetadataArgsStorage } from 'typeorm';
import type { Statement } from './statement.js';

/** A class that describes a concept: its table, its GraphQL object, and what may be read of it. */
export type Concept = abstract new () => object;

/** SQL expression over one row, whose columns are reached through `alias`; `args` are the arguments of the field. */
export type RowExpression = (
  alias: string,
  statement: Statement,
  args: Readonly<Record<string, unknown>>,
) => string;

/** How one field of a concept is read, as data; `select` turns it into SQL. */
export type FieldRead =
  | {
      readonly kind: 'value';
      readonly sql: RowExpression;
      /** Set where the value is the public id of the row itself: what it begins with. */
      readonly idPrefix?: string;
    }
  | { readonly kind: 'group'; readonly fields: Readonly<Record<string, FieldRead>> }
  | { readonly kind: 'one'; readonly to: () => Concept; readonly on: Join }
  | {
      readonly kind: 'many';
      readonly to: () => Concept;
      /** Where the rows come from when it is not the table of the concept. */
      readonly from?: RowExpression;
      readonly on: Join;
      readonly order: RowExpression;
    }
  | { readonly kind: 'list'; readonly list: () => ListRead; readonly on: ListJoin };

/** Condition that ties a child row to its parent row. */
export type Join = (parent: string, child: string) => string;

/** The whole filter of a list, for conditions that only make sense together. */
export type WholeFilter = Readonly<Record<string, unknown>>;

/** As `Join`, for a list: the filter may narrow what ties the rows together. */
export type ListJoin = (parent: string, child: string, filter: WholeFilter, statement: Statement) => string;

/** One filter or order of a list. A filter that gives null does not restrict. */
export type FilterRead = (
  alias: string,
  value: never,
  statement: Statement,
  filter: WholeFilter,
) => string | null;
export interface OrderRead {
  readonly sql: (alias: string) => string;
  /** Type that a cursor's text is cast to. The expression must never be null. */
  readonly type: 'text' | 'date' | 'timestamptz' | 'integer' | 'numeric';
}

/** What a list of a concept can be narrowed by and sorted by. */
export interface ListRead {
  readonly of: () => Concept;
  readonly filters: Readonly<Record<string, FilterRead>>;
  readonly orders: Readonly<Record<string, OrderRead>>;
  readonly defaultOrder: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
  /** Too many to be counted while somebody waits: numbered pages end where counting does, the others know the last one. */
  readonly isVast?: boolean;
}

interface Declared {
  readonly prefix: string;
  readonly fields: Map<string, FieldRead>;
}

const declared = new Map<Concept, Declared>();
const everywhere = new Map<string, (table: string) => FieldRead>();

/** SQL value of a field, for instance `value((t) => `lower(${t}.name)`)`. */
export const value = (sql: RowExpression): Extract<FieldRead, { readonly kind: 'value' }> => ({
  kind: 'value',
  sql,
});
/** Plain column under another name or inside a group. */
export const column = (name: string): FieldRead => value((alias) => `${alias}.${name}`);
/** Object made of columns of the same row; null when all of them are null. */
export const group = (fields: Record<string, FieldRead>): FieldRead => ({ kind: 'group', fields });
/** The one record that a foreign key of this row points to. */
export const one = (to: () => Concept, on: Join): FieldRead => ({ kind: 'one', to, on });
/** Few rows that belong to this row (never more than about a hundred). */
export const many = (to: () => Concept, on: Join, order: RowExpression): FieldRead => ({
  kind: 'many',
  to,
  on,
  order,
});
/** Few rows that a set-returning function gives for this row, for instance `app.regulation_basis(t1.id)`. */
export const manyFrom = (to: () => Concept, from: RowExpression, order: RowExpression): FieldRead => ({
  kind: 'many',
  to,
  from,
  on: () => 'true',
  order,
});
/** Connection below this row, with the filters and orders of its list. */
export const list = (read: () => ListRead, on: ListJoin): FieldRead => ({ kind: 'list', list: read, on });

/** Declares how a concept is read. Columns and foreign keys of the entity need no mention. */
export function readable(concept: Concept, prefix: string, fields: Record<string, FieldRead> = {}): void {
  declared.set(concept, { prefix, fields: new Map(Object.entries(fields)) });
}

/** Declares a field that every concept has, read by the name of its table. */
export function readableEverywhere(field: string, read: (table: string) => FieldRead): void {
  everywhere.set(field, read);
}

/** Adds a field to a concept from a child's folder (children know parents, never back). */
export function readableAlso(concept: Concept, fields: Record<string, FieldRead>): void {
  for (const [name, read] of Object.entries(fields)) declarationOf(concept).fields.set(name, read);
}

export function prefixOf(concept: Concept): string {
  return declarationOf(concept).prefix;
}

/** The concept whose ids begin with `prefix`, or null. */
export function conceptOf(prefix: string): Concept | null {
  for (const [concept, declaration] of declared) if (declaration.prefix === prefix) return concept;
  return null;
}

export function tableOf(concept: Concept): string {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === concept);
  if (table?.name === undefined) throw new Error(`${concept.name} has no @Entity name`);
  return table.name;
}

/** How `field` is read: as declared, else the entity's column or foreign key of that name; null when there is neither. */
export function fieldRead(concept: Concept, field: string): FieldRead | null {
  const { fields, prefix } = declarationOf(concept);
  const found = fields.get(field);
  if (found) return found;
  if (field === 'id')
    return { ...value((alias) => `'${prefix}_' || replace(${alias}.id::text, '-', '')`), idPrefix: prefix };
  const read =
    foreignKeyRead(concept, field) ??
    columnRead(concept, field) ??
    everywhere.get(field)?.(tableOf(concept)) ??
    null;
  if (read) fields.set(field, read);
  return read;
}

function declarationOf(concept: Concept): Declared {
  const found = declared.get(concept);
  if (!found) throw new Error(`${concept.name} is not declared readable`);
  return found;
}

function ancestry(concept: Concept): unknown[] {
  const chain: unknown[] = [];
  for (let target: unknown = concept; typeof target === 'function' && target !== Function.prototype; ) {
    chain.push(target);
    target = Object.getPrototypeOf(target);
  }
  return chain;
}

function columnRead(concept: Concept, field: string): FieldRead | null {
  const targets = ancestry(concept);
  const found = getMetadataArgsStorage().columns.find(
    ({ target, propertyName }) => propertyName === field && targets.includes(target),
  );
  if (!found) return null;
  const name = found.options.name ?? snakeCase(field);
  const isExact = found.options.type === 'numeric' || found.options.type === 'bigint';
  return value((alias) => (isExact ? `${alias}.${name}::text` : `${alias}.${name}`));
}

function foreignKeyRead(concept: Concept, field: string): FieldRead | null {
  const targets = ancestry(concept);
  const relation = getMetadataArgsStorage().relations.find(
    ({ target, propertyName, relationType }) =>
      propertyName === field && relationType === 'many-to-one' && targets.includes(target),
  );
  if (!relation) return null;
  const to = relation.type as () => Concept;
  return one(to, (parent, child) => `${child}.id = ${parent}.${snakeCase(field)}_id`);
}

/** `effectiveFrom` -> `effective_from`: how properties name their columns everywhere. */
export function snakeCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
