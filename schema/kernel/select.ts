import { type Cursor, decodeCursor, encodeCursor } from './cursor.js';
import { pageFrom } from './page-rows.js';
import { Refusal } from './problem.js';
import {
  type Concept,
  type FieldRead,
  fieldRead,
  type ListRead,
  tableOf,
  type WholeFilter,
} from './readable.js';
import type { SelectedField, Selection } from './selection.js';
import { Statement } from './statement.js';
import { boundedTotalSql, exactTotalSql, isEstimate, totalFields, totalSql } from './total.js';

/** Which page of a list is wanted. `offset` is for the panel's numbered pages only; the API pages by cursor. */
export interface PageRequest {
  readonly filter?: object | null | undefined;
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null | undefined;
  readonly first?: number;
  readonly after?: string | null | undefined;
  readonly offset?: number;
}

export interface CompiledRead {
  readonly text: string;
  readonly values: unknown[];
  /** Turns the one JSON value of the answer into what graphql-js and the panel walk through. */
  readonly shape: (json: unknown) => unknown;
}

export const pageLimit = 100;
const searchMinimum = 3;

type Row = Record<string, unknown>;
interface RawPage {
  readonly rows: readonly { readonly c: Cursor; readonly n: Row }[];
  readonly total: number | null;
}

/** One statement that reads one record with everything selected below it; its answer is null when it is not visible. */
export function compileOne(concept: Concept, id: string, selection: Selection): CompiledRead {
  const statement = new Statement();
  const alias = statement.alias();
  const key = statement.parameter(id);
  const json = rowJson(concept, alias, selection, statement);
  const text = `select ${json} as answer from ${tableOf(concept)} ${alias} where ${alias}.id = ${key}`;
  return { text, values: statement.values, shape: (row) => shapeRow(concept, selection, row as Row | null) };
}

/** One statement that reads many records by id, in the order of `ids`; invisible ones come back as null. */
export function compileMany(concept: Concept, ids: readonly string[], selection: Selection): CompiledRead {
  const statement = new Statement();
  const alias = statement.alias();
  const keys = statement.parameter(ids);
  const json = rowJson(concept, alias, selection, statement);
  const text = `select json_agg((select ${json} from ${tableOf(concept)} ${alias} where ${alias}.id = wanted.id)
    order by wanted.position) as answer from unnest(${keys}::uuid[]) with ordinality as wanted(id, position)`;
  const shape = (rows: unknown) =>
    ((rows ?? []) as (Row | null)[]).map((row) => shapeRow(concept, selection, row));
  return { text, values: statement.values, shape };
}

/** One statement that reads one page of a list with everything selected below its records. */
export function compilePage(list: ListRead, request: PageRequest, selection: Selection): CompiledRead {
  const statement = new Statement();
  const text = `select ${pageJson(list, request, selection, statement, null)} as answer`;
  return {
    text,
    values: statement.values,
    shape: (page) => shapePage(list, request, selection, page as RawPage),
  };
}

function rowJson(concept: Concept, alias: string, selection: Selection, statement: Statement): string {
  return objectJson(
    selection,
    (name) => {
      const read = fieldRead(concept, name);
      if (!read) throw new Error(`${concept.name}.${name} is a field without a read`);
      return read;
    },
    alias,
    statement,
  );
}

function objectJson(
  selection: Selection,
  readOf: (name: string) => FieldRead,
  alias: string,
  statement: Statement,
): string {
  const columns = [...selection].map(
    ([key, field]) => `${fieldSql(readOf(field.name), field, alias, statement)} as "${key}"`,
  );
  if (columns.length === 0) return `'{}'::json`;
  return `(select row_to_json(o) from (select ${columns.join(', ')}) o)`;
}

/** One field of a row; several records below it come as one JSON value, for `shapeFields`. */
export function fieldSql(read: FieldRead, field: SelectedField, alias: string, statement: Statement): string {
  const below: Selection = field.below ?? new Map();
  if (read.kind === 'value') return read.sql(alias, statement, field.args);
  if (read.kind === 'group') return groupSql(read.fields, below, alias, statement);
  if (read.kind === 'list') {
    const request: PageRequest = field.args;
    return pageJson(read.list(), request, below, statement, (child, narrowed) =>
      read.on(alias, child, wholeFilter(request), narrowed),
    );
  }
  const child = statement.alias();
  const rows =
    read.kind === 'many' && read.from ? read.from(alias, statement, field.args) : tableOf(read.to());
  const json = rowJson(read.to(), child, below, statement);
  const from = `from ${rows} ${child} where ${read.on(alias, child)}`;
  if (read.kind === 'one') return `(select ${json} ${from})`;
  return `(select coalesce(json_agg(${json} order by ${read.order(child, statement, {})}), '[]') ${from})`;
}

function groupSql(
  fields: Readonly<Record<string, FieldRead>>,
  selection: Selection,
  alias: string,
  statement: Statement,
): string {
  const readOf = (name: string): FieldRead => {
    const read = fields[name];
    if (!read) throw new Error(`group has no field ${name}`);
    return read;
  };
  const parts = Object.values(fields).flatMap((read) =>
    read.kind === 'value' ? [`${read.sql(alias, statement, {})} is not null`] : [],
  );
  return `case when ${parts.join(' or ')} then ${objectJson(selection, readOf, alias, statement)} end`;
}

/** What a connection's selection asks of each record: `nodes` and `edges { node }` are one and the same record. */
function nodeSelection(selection: Selection): Selection {
  const merged = new Map<string, SelectedField>();
  for (const field of selection.values()) {
    if (field.name === 'nodes') mergeInto(merged, field.below);
    if (field.name !== 'edges') continue;
    for (const edge of field.below?.values() ?? []) if (edge.name === 'node') mergeInto(merged, edge.below);
  }
  return merged;
}

function mergeInto(merged: Map<string, SelectedField>, added: Selection | null): void {
  for (const [key, field] of added ?? []) {
    const known = merged.get(key);
    if (!known?.below) {
      merged.set(key, field);
      continue;
    }
    const below = new Map(known.below);
    mergeInto(below, field.below);
    merged.set(key, { ...known, below });
  }
}

function wants(selection: Selection, ...names: readonly string[]): boolean {
  return [...selection.values()].some(({ name }) => names.includes(name));
}

function pageJson(
  list: ListRead,
  request: PageRequest,
  selection: Selection,
  statement: Statement,
  join: ((child: string, statement: Statement) => string) | null,
): string {
  const first = pageSize(request);
  const alias = statement.alias();
  const concept = list.of();
  const isRead = wants(selection, 'nodes', 'edges', 'pageInfo');
  const isCounted = wants(selection, ...totalFields);
  const narrowed = statement.onlyIf(isRead || isCounted);
  const onParent = join ? [join(alias, narrowed)] : [];
  const restriction = [...onParent, ...filterSql(list, request, alias, narrowed)];
  const where = restriction.length > 0 ? restriction.map((part) => `(${part})`).join(' and ') : 'true';
  const { order, cursor, after } = orderSql(list, request, alias, statement.onlyIf(isRead));
  const all = { table: tableOf(concept), alias, where };
  const paged = { rows: { ...all, where: where + after }, order, first };
  const { isVast = false } = list;
  const rows = isRead
    ? `(select coalesce(json_agg(json_build_object('c', p.c, 'n', p.n)), '[]') from (
        select ${cursor} as c, ${rowJson(concept, alias, nodeSelection(selection), statement)} as n
        from ${pageFrom({ ...paged, offset: request.offset ?? null, isVast })}) p)`
    : `'[]'::json`;
  const totalOf = request.offset === undefined ? totalSql : isVast ? boundedTotalSql : exactTotalSql;
  const counted = isCounted ? totalOf(all) : 'null';
  return `json_build_object('rows', ${rows}, 'total', ${counted})`;
}

/** @throws Refusal PAGE_SIZE_INVALID */
export function pageSize(request: PageRequest): number {
  const first = request.first ?? 20;
  if (Number.isInteger(first) && first >= 1 && first <= pageLimit) return first;
  throw new Refusal('BAD_USER_INPUT', 'PAGE_SIZE_INVALID', { value: first, limit: pageLimit });
}

/** Conditions of a list's filter, for numbers that are counted over the same rows as the list shows. */
export function filterSql(
  list: ListRead,
  { filter }: PageRequest,
  alias: string,
  statement: Statement,
): string[] {
  const conditions: string[] = [];
  const whole = wholeFilter({ filter });
  for (const [name, wanted] of Object.entries(whole)) {
    if (wanted === null || wanted === undefined) continue; // null and absent mean the same: no filter
    const read = list.filters[name];
    if (!read) throw new Error(`list of ${list.of().name} has no filter ${name}`);
    if (name === 'search' && String(wanted).trim().length < searchMinimum) {
      throw new Refusal('BAD_USER_INPUT', 'SEARCH_TOO_SHORT', { limit: searchMinimum });
    }
    const condition = read(alias, wanted as never, statement, whole);
    if (condition !== null) conditions.push(condition);
  }
  return conditions;
}

function wholeFilter({ filter }: Pick<PageRequest, 'filter'>): WholeFilter {
  return { ...filter };
}

/** How a list is sorted, and the condition that begins it after the cursor of the request. */
export function orderRead(list: ListRead, request: PageRequest, alias: string, statement: Statement) {
  const { field, direction } = request.orderBy ?? list.defaultOrder;
  const by = list.orders[field];
  if (!by) throw new Error(`list of ${list.of().name} has no order ${field}`);
  const name = `${field}:${direction}`;
  const key = by.sql(alias);
  if (!request.after) return { name, key, direction, after: '' };
  const [, lastKey, lastId] = decodeCursor(request.after, name);
  const position = `(${statement.parameter(lastKey)}::text::${by.type}, ${statement.parameter(lastId)}::uuid)`;
  const after = ` and (${key}, ${alias}.id) ${direction === 'ASC' ? '>' : '<'} ${position}`;
  return { name, key, direction, after };
}

/** Order, cursor and, after a cursor, the condition of a list. */
export function orderSql(list: ListRead, request: PageRequest, alias: string, statement: Statement) {
  const { name, key, direction, after } = orderRead(list, request, alias, statement);
  const order = `${key} ${direction}, ${alias}.id ${direction}`;
  return { order, cursor: `json_build_array('${name}', ${key}::text, ${alias}.id)`, after };
}

function shapeRow(concept: Concept, selection: Selection, row: Row | null): Row | null {
  if (row === null) return null;
  return shapeFields((name) => fieldRead(concept, name), selection, row);
}

/** Turns the lists below a row into pages, in place. */
export function shapeFields(
  readOf: (name: string) => FieldRead | null | undefined,
  selection: Selection,
  row: Row,
): Row {
  for (const [key, field] of selection) {
    const read = readOf(field.name);
    const raw = row[key];
    if (!read || raw === null || !field.below) continue;
    const below = field.below;
    if (read.kind === 'list') row[key] = shapePage(read.list(), field.args, below, raw as RawPage);
    if (read.kind === 'one') row[key] = shapeRow(read.to(), below, raw as Row);
    if (read.kind === 'group') shapeFields((name) => read.fields[name], below, raw as Row);
    if (read.kind === 'many') for (const item of raw as Row[]) shapeRow(read.to(), below, item);
  }
  return row;
}

function shapePage(list: ListRead, request: PageRequest, selection: Selection, page: RawPage) {
  const below = nodeSelection(selection);
  const rows = page.rows.slice(0, pageSize(request));
  const edges = rows.map(({ c, n }) => ({ cursor: encodeCursor(c), node: shapeRow(list.of(), below, n) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage: page.rows.length > rows.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.total,
    isTotalEstimated: page.total !== null && isEstimate(page.total),
  };
}
