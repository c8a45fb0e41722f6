import { getNamedType, isLeafType, isListType, isNonNullType } from 'graphql';
import {
  type FieldShape,
  type Fields,
  type LevelShape,
  type LevelSql,
  type PageShape,
  Scope,
} from './flat-scope.js';
import { NotCompilable, type OutputField, type OutputObject } from './output.js';
import { filterSql, orderRead, type PageRequest, pageSize } from './page-request.js';
import { type Concept, type FieldRead, fieldRead, type ListRead, tableOf } from './readable.js';
import type { Statement } from './statement.js';
import { rowsSql, totalFields, totalSql } from './total.js';

/** What several selections want of one and the same field. */
interface Wanted {
  readonly field: OutputField;
  readonly below: readonly OutputObject[];
}

/** Where the records of a level come from. */
export interface LevelSource {
  readonly concept: Concept;
  readonly alias: string;
  /** What follows FROM, without an order: `mou t1 where …`. */
  readonly rows: string;
  /** How they are sorted: an SQL list, or columns with their directions. */
  readonly order: string | readonly { readonly sql: string; readonly direction: 'ASC' | 'DESC' }[];
  readonly limit: number | null;
  /** Value that is null where there is no record; absent: every row is one. */
  readonly presence?: string;
  /** Value that tells the records apart; absent: their id. */
  readonly key?: string;
}

export interface Level {
  readonly sql: LevelSql;
  readonly shape: LevelShape;
  /** Columns by which it is sorted, where the order is one of columns. */
  readonly orderColumns: readonly string[];
}

/** The rows of one level with everything that the outputs want below them, as one SELECT of flat columns. */
export function levelOf(source: LevelSource, outputs: readonly OutputObject[], statement: Statement): Level {
  const { concept, alias, rows, order, limit } = source;
  const scope = new Scope(alias, statement);
  const presence = scope.value(alias, source.presence ?? wantedKey(concept, alias, outputs) ?? 'true');
  const fields = recordFields((name) => fieldRead(concept, name), { scope, alias, statement }, outputs);
  const key = scope.hasBelow() ? scope.value(alias, source.key ?? `${alias}.id`) : null;
  const isList = typeof order !== 'string';
  const orderColumns = isList ? order.map(({ sql }) => scope.value(alias, sql)) : [];
  const sorted = isList
    ? orderColumns.map((name, index) => `${name} ${order[index]?.direction ?? ''}`)
    : [scope.value(alias, `row_number() over (order by ${order})`)];
  const orderBy = isList ? order.map(({ sql, direction }) => `${sql} ${direction}`).join(', ') : order;
  // without the offset PostgreSQL would reckon the record's values again for every row below it
  const whole = isList && scope.hasBelow() ? `${rows} offset 0` : rows;
  const rest = limit === null ? whole : `${rows} order by ${orderBy} limit ${limit}`;
  return { sql: scope.sql(rest, sorted, !isList), shape: { presence, key, fields }, orderColumns };
}

/** The row's key, where it is written anyway: it says whether there is a row, too. */
function wantedKey(concept: Concept, alias: string, outputs: readonly OutputObject[]): string | null {
  const read = wants(outputs, 'id') ? fieldRead(concept, 'id') : null;
  return read?.kind === 'value' && read.idPrefix !== undefined ? `${alias}.id` : null;
}

/** Where fields are added: the SELECT of their level, and the alias of their row. */
interface Place {
  readonly scope: Scope;
  readonly alias: string;
  readonly statement: Statement;
}

type ReadOf = (name: string) => FieldRead | null | undefined;

export function recordFields(readOf: ReadOf, place: Place, outputs: readonly OutputObject[]): Fields {
  const fields: Fields = new Map();
  for (const [readKey, wanted] of wantedOf(outputs)) {
    const read = readOf(wanted.field.name);
    if (!read) throw new NotCompilable(`${wanted.field.name} is not read from the row`);
    fields.set(readKey, fieldShape(read, place, wanted));
  }
  return fields;
}

function wantedOf(outputs: readonly OutputObject[]): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const field of outputs.flatMap(({ fields }) => fields)) {
    if (field.type === null) continue;
    const known = wanted.get(field.readKey)?.below ?? [];
    wanted.set(field.readKey, { field, below: field.below ? [...known, field.below] : known });
  }
  return wanted;
}

function fieldShape(read: FieldRead, place: Place, { field, below }: Wanted): FieldShape {
  const { scope, alias, statement } = place;
  switch (read.kind) {
    case 'value': {
      if (read.idPrefix !== undefined)
        return { kind: 'id', column: scope.value(alias, `${alias}.id`), prefix: read.idPrefix };
      const sql = read.sql(alias, statement, field.args);
      if (isPlainLeaf(field)) return { kind: 'value', column: scope.value(alias, sql), isJson: false };
      return { kind: 'value', column: scope.value(alias, `to_json(${sql})`), isJson: true };
    }
    case 'group':
      return groupShape(read.fields, place, below);
    case 'one': {
      const child = statement.alias();
      scope.join(
        tableOf(read.to()),
        child,
        scope.outside(alias, (parent) => read.on(parent, child)),
      );
      const presence = scope.value(child, wantedKey(read.to(), child, below) ?? `(${child}.id is not null)`);
      const to = { scope, alias: child, statement };
      return {
        kind: 'record',
        presence,
        fields: recordFields((name) => fieldRead(read.to(), name), to, below),
      };
    }
    case 'many':
      return manyShape(read, place, { field, below });
    case 'list':
      return listShape(read, place, { field, below });
  }
}

function isPlainLeaf({ type }: OutputField): boolean {
  const nullable = isNonNullType(type) ? type.ofType : type;
  return !isListType(nullable) && isLeafType(type && getNamedType(type));
}

function groupShape(
  reads: Readonly<Record<string, FieldRead>>,
  place: Place,
  below: readonly OutputObject[],
): FieldShape {
  const { scope, alias, statement } = place;
  const parts = Object.values(reads).flatMap((read) =>
    read.kind === 'value' ? [`${read.sql(alias, statement, {})} is not null`] : [],
  );
  const presence = scope.value(alias, `(${parts.join(' or ')})`);
  return { kind: 'record', presence, fields: recordFields((name) => reads[name], place, below) };
}

function manyShape(
  read: Extract<FieldRead, { readonly kind: 'many' }>,
  { scope, alias, statement }: Place,
  { field, below }: Wanted,
): FieldShape {
  const child = statement.alias();
  const { from } = read;
  const table = from
    ? scope.outside(alias, (parent) => from(parent, statement, field.args))
    : tableOf(read.to());
  const on = scope.outside(alias, (parent) => read.on(parent, child));
  const order = read.order(child, statement, {});
  const rows = `${table} ${child} where ${on}`;
  const level = levelOf({ concept: read.to(), alias: child, rows, order, limit: null }, below, statement);
  if (from && level.shape.key !== null) throw new NotCompilable(`${field.name} has rows without an id`);
  scope.below(level.sql);
  return { kind: 'many', level: level.shape };
}

function listShape(
  read: Extract<FieldRead, { readonly kind: 'list' }>,
  { scope, alias, statement }: Place,
  { field, below }: Wanted,
): FieldShape {
  const list = read.list();
  const request: PageRequest = field.args;
  const first = pageSize(request);
  const child = statement.alias();
  const filter = { ...request.filter };
  const narrowed = statement.onlyIf(wantsRows(below) || wants(below, ...totalFields));
  const on = scope.outside(alias, (parent) => read.on(parent, child, filter, narrowed));
  const where = [on, ...filterSql(list, request, child, narrowed)].map((part) => `(${part})`).join(' and ');
  const rows = { table: tableOf(list.of()), alias: child, where };
  const total = wants(below, ...totalFields) ? scope.beside(totalSql(rows)) : null;
  const page = pageOf({ list, request, first, child, rows: rowsSql(rows), total }, below, statement);
  if (page.sql) scope.below(page.sql);
  return { kind: 'list', page: page.shape };
}

interface PageSource {
  readonly list: ListRead;
  readonly request: PageRequest;
  readonly first: number;
  readonly child: string;
  /** Table and conditions, without those of the cursor. */
  readonly rows: string;
  readonly total: string | null;
  /** Stands for the condition that begins the page after a cursor; absent: the request's own. */
  readonly afterMark?: string;
}

/** One page: its rows, one more than wanted, and what the connection says of them. */
export function pageOf(
  { list, request, first, child, rows, total, afterMark }: PageSource,
  outputs: readonly OutputObject[],
  statement: Statement,
): { readonly sql: LevelSql | null; readonly shape: PageShape } {
  const isRead = wantsRows(outputs);
  const { name, key, direction, after } = orderRead(list, request, child, statement.onlyIf(isRead));
  if (!isRead) return { sql: null, shape: { level: null, total, first, cursor: null } };
  const order = [
    { sql: key, direction },
    { sql: `${child}.id`, direction },
  ];
  const source = {
    concept: list.of(),
    alias: child,
    rows: `${rows}${afterMark ?? after}`,
    order,
    limit: first + 1,
  };
  const { sql, shape, orderColumns } = levelOf(source, nodeOutputs(outputs), statement);
  const [keyColumn = '', idColumn = ''] = orderColumns;
  const cursor = { order: name, key: keyColumn, id: idColumn };
  return { sql, shape: { level: shape, total, first, cursor } };
}

/** What a connection's selections ask of each record: `nodes` and `edges { node }` are one and the same record. */
function nodeOutputs(outputs: readonly OutputObject[]): readonly OutputObject[] {
  return outputs.flatMap(({ fields }) =>
    fields.flatMap(({ name, below }) => {
      if (name === 'nodes') return below ?? [];
      return name === 'edges' ? (below?.fields.flatMap((edge) => edge.below ?? []) ?? []) : [];
    }),
  );
}

function wantsRows(outputs: readonly OutputObject[]): boolean {
  return wants(outputs, 'nodes', 'edges', 'pageInfo');
}

export function wants(outputs: readonly OutputObject[], ...names: readonly string[]): boolean {
  return outputs.some(({ fields }) => fields.some(({ name }) => names.includes(name)));
}
