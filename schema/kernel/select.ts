import { filterSql, orderSql, type PageRequest, pageSize, wholeFilter } from './page-request.js';
import { pageFrom } from './page-rows.js';
import { type Concept, type FieldRead, fieldRead, type ListRead, tableOf } from './readable.js';
import type { SelectedField, Selection } from './selection.js';
import { nodeSelection, type RawPage, type Row, shapePage, shapeRow } from './shape.js';
import { Statement } from './statement.js';
import { boundedTotalSql, exactTotalSql, totalFields, totalSql } from './total.js';

export interface CompiledRead {
  readonly text: string;
  readonly values: unknown[];
  /** Turns the one JSON value of the answer into what graphql-js and the panel walk through. */
  readonly shape: (json: unknown) => unknown;
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
