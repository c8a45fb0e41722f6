import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import type { ExtractColumn, PersonalValue } from './extract-column.js';
import { NestedReader } from './extract-nested.js';
import { LiteralStatement } from './literal-statement.js';
import { filterSql, orderSql, type PageRequest } from './page-request.js';
import { personalOf } from './personal.js';
import { Refusal } from './problem.js';
import { type Concept, type FieldRead, fieldRead, type ListRead, tableOf } from './readable.js';
import { fieldSql } from './select.js';
import { fieldNodesIn, type OperationDocument, type SelectedField, selectionIn } from './selection.js';
import { shapeFields } from './shape.js';
import { enumWording, isList, valueKindOf } from './value-kind.js';
import { wordingOf } from './worded.js';

/** All records of a list as flat rows: a query without parameters, as COPY wants it. */
export interface Extract {
  readonly text: string;
  readonly columns: readonly ExtractColumn[];
}

/** Which list, narrowed and sorted how, and the root field that says what is wanted of each record. */
export interface ExtractRequest {
  readonly list: ListRead;
  readonly request: PageRequest;
  readonly document: OperationDocument;
  readonly connection: GraphQLObjectType;
  readonly root: FieldNode;
  /** Whether personal values may be shown to those with the right; otherwise nothing is read that says whose they are. */
  readonly showsPersonal: boolean;
  /** Whether the list's own order is wanted where none is asked for. */
  readonly isSorted: boolean;
}

/** @throws Refusal EXPORT_FIELD_UNFIT, EXPORT_FIELDS_MISSING. */
export function compileExtract(wanted: ExtractRequest): Extract {
  return new ExtractCompiler(wanted).compiled();
}

/** Where fields are read: a row under its alias, or a group of its columns. */
interface Place {
  readonly alias: string;
  readonly concept: Concept;
  readonly readOf: (name: string) => FieldRead | null;
  readonly prefix: string;
  readonly keys: readonly string[];
  /** Whether there may be no row under the alias: nothing may be reckoned from it then. */
  readonly isOptional: boolean;
}

class ExtractCompiler {
  readonly #wanted: ExtractRequest;
  readonly #statement = new LiteralStatement();
  readonly #expressions: string[] = [];
  readonly #joins: string[] = [];
  readonly #columns = new Map<string, ExtractColumn>();

  constructor(wanted: ExtractRequest) {
    this.#wanted = wanted;
  }

  compiled(): Extract {
    const { list, request } = this.#wanted;
    const concept = list.of();
    const alias = this.#statement.alias();
    const conditions = filterSql(list, request, alias, this.#statement).map((condition) => `(${condition})`);
    const { order, cursor, after } = orderSql(list, request, alias, this.#statement);
    this.#page(
      { alias, concept, readOf: (name) => fieldRead(concept, name), prefix: '', keys: [], isOptional: false },
      cursor,
    );
    if (this.#columns.size === 0) throw new Refusal('BAD_USER_INPUT', 'EXPORT_FIELDS_MISSING');
    const where = ['true', ...conditions].join(' and ') + after;
    const from = [`${tableOf(concept)} ${alias}`, ...this.#joins].join(' ');
    const columns = [...this.#columns.values()];
    const sorted = this.#isSorted(columns) ? ` order by ${order}` : '';
    const text = `select ${this.#expressions.join(', ')} from ${from} where ${where}${sorted}`;
    return { text, columns };
  }

  /** Sorting a million rows takes as long as reading them: only where an order is asked for, or cursors count on it. */
  #isSorted(columns: readonly ExtractColumn[]): boolean {
    const { request, isSorted } = this.#wanted;
    return (
      isSorted ||
      Boolean(request.orderBy ?? request.after) ||
      columns.some(({ holds }) => holds.is === 'cursor')
    );
  }

  /** `nodes` and `edges { cursor node }`; how many there are is no column. */
  #page(place: Place, cursor: string): void {
    const { connection, root, document } = this.#wanted;
    for (const node of fieldNodesIn(document, connection, root.selectionSet)) {
      const type = objectBelow(connection, node);
      if (node.name.value === 'nodes' && type) this.#fields(place, type, node);
      if (node.name.value !== 'edges' || !type) continue;
      for (const part of fieldNodesIn(document, type, node.selectionSet)) {
        const record = objectBelow(type, part);
        if (record) this.#fields(place, record, part);
        else if (part.name.value === 'cursor') this.#add([keyOf(part)], cursor, { is: 'cursor' });
      }
    }
  }

  #fields(place: Place, type: GraphQLObjectType, parent: FieldNode): void {
    for (const node of fieldNodesIn(this.#wanted.document, type, parent.selectionSet)) {
      const definition = type.getFields()[node.name.value];
      if (!definition) continue; // __typename is the same in every row
      const args = getArgumentValues(definition, node, this.#wanted.document.variables);
      const below = { ...place, keys: [...place.keys, keyOf(node)] };
      this.#field(below, { node, type: definition.type, args });
    }
  }

  #field(place: Place, field: Field): void {
    const { node, type } = field;
    const named = getNamedType(type);
    const read = place.readOf(node.name.value);
    // what a viewer may do is for buttons, and is decided outside of the database
    if (!read || node.name.value === 'viewerCan') throw unfit(place);
    if (isLeafType(named)) this.#leaf(place, field, read);
    else if (!isObjectType(named)) throw unfit(place);
    else if (read.kind === 'group') this.#group(place, { node, named, fields: read.fields });
    else if (read.kind === 'one') this.#one(place, { node, named, read });
    else this.#nested(place, field, read);
  }

  #leaf(place: Place, { node, type, args }: Field, read: FieldRead): void {
    if (read.kind !== 'value') throw unfit(place);
    const name = node.name.value;
    const sql = guarded(place, read.sql(place.alias, this.#statement, args));
    const wording = wordingOf(place.concept, name) ?? enumWording(type);
    if (wording) {
      this.#add(place.keys, `to_json(${sql})`, { is: 'worded', wording });
      return;
    }
    if (isList(type)) {
      const reader = new NestedReader(this.#wanted.document, type, { node, read });
      this.#add(place.keys, `to_json(${sql})`, { is: 'nested', reader });
      return;
    }
    const personal = this.#personal(place, place.prefix + name);
    this.#add(place.keys, sql, { is: 'value', kind: valueKindOf(type), personal });
  }

  #group(
    place: Place,
    { node, named, fields }: Below & { readonly fields: Readonly<Record<string, FieldRead>> },
  ): void {
    const prefix = `${place.prefix}${node.name.value}.`;
    this.#fields({ ...place, prefix, readOf: (name) => fields[name] ?? null }, named, node);
  }

  #one(
    place: Place,
    { node, named, read }: Below & { readonly read: FieldRead & { readonly kind: 'one' } },
  ): void {
    const alias = this.#statement.alias();
    const concept = read.to();
    this.#joins.push(`left join ${tableOf(concept)} ${alias} on ${read.on(place.alias, alias)}`);
    const readOf = (name: string) => fieldRead(concept, name);
    this.#fields({ ...place, alias, concept, prefix: '', readOf, isOptional: true }, named, node);
  }

  #nested(place: Place, { node, type, args }: Field, read: FieldRead): void {
    const { document } = this.#wanted;
    const named = getNamedType(type);
    if (!isObjectType(named)) throw unfit(place);
    const name = node.name.value;
    const field: SelectedField = { name, args, below: selectionIn(document, named, node.selectionSet) };
    const reader = new NestedReader(document, type, { node, read });
    const shaped = (raw: unknown) =>
      reader.read(shapeFields(() => read, new Map([[name, field]]), { [name]: raw })[name]);
    const sql = guarded(place, fieldSql(read, field, place.alias, this.#statement));
    this.#add(place.keys, sql, { is: 'nested', reader: { leaves: reader.leaves, read: shaped } });
  }

  #personal({ alias, concept }: Place, path: string): PersonalValue | null {
    const declared = personalOf(concept);
    const mask = declared?.masks[path];
    if (!declared || !mask) return null;
    const isNik = declared.nik?.field === path;
    if (!this.#wanted.showsPersonal) return { mask, isNik, regionAt: null, nikKeyAt: null };
    const nikKeyAt = isNik ? this.#place(`${alias}.${declared.nik?.keyColumn}`) : null;
    return { mask, isNik, nikKeyAt, regionAt: this.#place(`${alias}.${declared.regionColumn}`) };
  }

  #add(keys: readonly string[], sql: string, holds: ExtractColumn['holds']): void {
    const title = keys.join('.');
    if (!this.#columns.has(title)) this.#columns.set(title, { keys, at: this.#place(sql), holds });
  }

  /** Place of an expression in the rows. */
  #place(sql: string): number {
    const known = this.#expressions.indexOf(sql);
    return known >= 0 ? known : this.#expressions.push(sql) - 1;
  }
}

interface Below {
  readonly node: FieldNode;
  readonly named: GraphQLObjectType;
}

interface Field {
  readonly node: FieldNode;
  readonly type: GraphQLOutputType;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Where a record that is not there would be read, nothing is reckoned; a column of it is null by itself. */
function guarded({ alias, isOptional }: Place, sql: string): string {
  return isOptional && !/^t\d+\.\w+$/.test(sql) ? `case when ${alias}.id is not null then ${sql} end` : sql;
}

const keyOf = (node: FieldNode): string => node.alias?.value ?? node.name.value;

function objectBelow(type: GraphQLObjectType, node: FieldNode): GraphQLObjectType | null {
  const definition = type.getFields()[node.name.value];
  const named = definition && getNamedType(definition.type);
  return isObjectType(named) ? named : null;
}

function unfit({ keys }: Place): Refusal {
  return new Refusal('BAD_USER_INPUT', 'EXPORT_FIELD_UNFIT', { field: keys.join('.') });
}
