import { levelOf, pageOf, wants } from './flat.js';
import type { LevelSql, PageShape } from './flat-scope.js';
import { NotCompilable, type OutputObject } from './output.js';
import { filterSql, orderRead, type PageRequest, pageSize } from './page-request.js';
import { type Concept, type ListRead, tableOf } from './readable.js';
import type { TextRow } from './round-trip.js';
import type { SelectedField, Selection } from './selection.js';
import { Statement } from './statement.js';
import { rowsSql, totalFields, totalSql } from './total.js';
import { type Columns, objectWriter, pageWriter, recordRanges } from './writer.js';
import { Written } from './written.js';

/** A read whose answer is written, not built. */
export interface FlatRead<Answer> {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly answer: (rows: readonly TextRow[]) => Answer;
}

type ByValues<Answer> = (value: unknown) => FlatRead<Answer>;

/** Counts the forms of one operation that were compiled, for whoever keeps it. */
export interface FormCount {
  forms: number;
}

/** Page sizes and orders of one list in one selection; more are compiled anew. */
const mostPages = 50;

/**
 * A selection with the answer that it comes to. Reads of a record or page with exactly this selection write the
 * answer's text; SQL and writer are made once for all requests with the same document.
 */
export class FlatSelection extends Map<string, SelectedField> {
  readonly #one = new Map<Concept, ByValues<Written | null> | null>();
  readonly #many = new Map<Concept, ByValues<(Written | null)[]> | null>();
  readonly #pages = new Map<ListRead, Map<string, PageTemplate | null>>();

  constructor(
    selection: Selection,
    readonly output: OutputObject,
    private readonly count: FormCount,
  ) {
    super(selection);
  }

  /** Null: it cannot be compiled. */
  one(concept: Concept, id: string): FlatRead<Written | null> | null {
    return this.#remembered(this.#one, concept, () => oneTemplate(concept, this.output))?.(id) ?? null;
  }

  many(concept: Concept, ids: readonly string[]): FlatRead<(Written | null)[]> | null {
    return this.#remembered(this.#many, concept, () => manyTemplate(concept, this.output))?.(ids) ?? null;
  }

  page(list: ListRead, request: PageRequest): FlatRead<Written> | null {
    if (request.offset) return null;
    const templates = this.#pages.get(list) ?? new Map<string, PageTemplate | null>();
    this.#pages.set(list, templates);
    if (templates.size >= mostPages) templates.clear();
    const { field, direction } = request.orderBy ?? list.defaultOrder;
    const key = `${field}:${direction}:${request.first ?? ''}`;
    const make = () => new PageTemplate(list, request, this.output);
    return this.#remembered(templates, key, make)?.read(request) ?? null;
  }

  #remembered<Key, Template>(
    known: Map<Key, Template | null>,
    key: Key,
    make: () => Template,
  ): Template | null {
    const found = known.get(key);
    if (found !== undefined) return found;
    this.count.forms += 1;
    const made = orNull(make);
    known.set(key, made);
    return made;
  }
}

function orNull<Template>(make: () => Template): Template | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotCompilable) return null;
    throw error;
  }
}

function oneTemplate(concept: Concept, output: OutputObject): ByValues<Written | null> {
  const statement = new Statement();
  const alias = statement.alias();
  const id = statement.parameter(null);
  const rows = `${tableOf(concept)} ${alias} where ${alias}.id = ${id}`;
  const { sql, shape } = levelOf({ concept, alias, rows, order: [], limit: null }, [output], statement);
  const write = objectWriter(output, shape.fields, columnsOf(sql));
  const text = ordered(sql);
  const answer = (found: readonly TextRow[]) =>
    found.length === 0 ? null : new Written(write(found, 0, found.length));
  const [, ...others] = statement.values;
  return (value) => ({ text, values: [value, ...others], answer });
}

function manyTemplate(concept: Concept, output: OutputObject): ByValues<(Written | null)[]> {
  const statement = new Statement();
  const alias = statement.alias();
  const ids = statement.parameter(null);
  const rows = `unnest(${ids}::uuid[]) with ordinality as wanted(id, position)
    left join ${tableOf(concept)} ${alias} on ${alias}.id = wanted.id`;
  const source = {
    concept,
    alias,
    rows,
    order: [{ sql: 'wanted.position', direction: 'ASC' as const }],
    limit: null,
    presence: `(${alias}.id is not null)`,
    key: 'wanted.position',
  };
  const { sql, shape } = levelOf(source, [output], statement);
  const columns = columnsOf(sql);
  const write = objectWriter(output, shape.fields, columns);
  const rangesOf = recordRanges(shape, columns);
  const present = columns.get(shape.presence) ?? 0;
  const answer = (found: readonly TextRow[]) => {
    const ranges = rangesOf(found, 0, found.length);
    const starts = ranges.filter((_, index) => index % 2 === 0);
    return starts.map((start, index) =>
      found[start]?.[present] === 't'
        ? new Written(write(found, start, ranges[index * 2 + 1] ?? start))
        : null,
    );
  };
  const [, ...others] = statement.values;
  const text = ordered(sql);
  return (value) => ({ text, values: [value, ...others], answer });
}

/** Where the conditions of one request go; no text of anybody's can hold these characters. */
const filterMark = '\u0001';
const afterMark = '\u0002';

/** A page in one order and size: all of its statement but the conditions of the request. */
class PageTemplate {
  readonly #statement = new Statement();
  readonly #alias = this.#statement.alias();
  readonly #parts: readonly string[];
  readonly #write: (rows: readonly TextRow[]) => string;

  constructor(
    private readonly list: ListRead,
    request: PageRequest,
    output: OutputObject,
  ) {
    const rows = { table: tableOf(list.of()), alias: this.#alias, where: filterMark };
    const first = pageSize(request);
    const source = { list, request: { ...request, after: null }, first, child: this.#alias };
    const total = wants([output], ...totalFields) ? 'total' : null;
    const parts = { ...source, rows: rowsSql(rows), total, afterMark };
    const { sql, shape } = pageOf(parts, [output], this.#statement);
    const whole = wholeSql(sql, total && totalSql(rows));
    this.#parts = whole.text.split(marks);
    this.#write = pageText(output, shape, columnsOf(whole));
  }

  read(request: PageRequest): FlatRead<Written> {
    const statement = new Statement(this.#statement);
    const usedFor = (mark: string) => statement.onlyIf(this.#parts.includes(mark));
    const conditions = filterSql(this.list, request, this.#alias, usedFor(filterMark));
    const filter = conditions.length > 0 ? conditions.map((part) => `(${part})`).join(' and ') : 'true';
    const { after } = orderRead(this.list, request, this.#alias, usedFor(afterMark));
    const text = this.#parts
      .map((part) => (part === filterMark ? filter : part === afterMark ? after : part))
      .join('');
    return { text, values: statement.values, answer: (rows) => new Written(this.#write(rows)) };
  }
}

const marks = new RegExp(`([${filterMark}${afterMark}])`);

function pageText(output: OutputObject, shape: PageShape, columns: Columns) {
  const write = pageWriter(output, shape, columns);
  return (rows: readonly TextRow[]): string => write(rows, 0, rows.length);
}

/** A count needs a row also where the page has none. */
function wholeSql(page: LevelSql | null, total: string | null): Pick<LevelSql, 'text' | 'columns'> {
  const text = page && ordered(page);
  if (total === null) return { text: text ?? 'select 1', columns: page?.columns ?? [] };
  if (!page) return { text: `select ${total} as total`, columns: ['total'] };
  const order =
    page.order.length > 0 ? ` order by ${page.order.map((column) => `p.${column}`).join(', ')}` : '';
  const columns = page.columns.map((name) => `p.${name}`).join(', ');
  return {
    text: `select n.total, ${columns} from (select ${total} as total) n left join (${page.text}) p on true${order}`,
    columns: ['total', ...page.columns],
  };
}

function ordered({ text, order }: LevelSql): string {
  return order.length > 0 ? `${text} order by ${order.join(', ')}` : text;
}

function columnsOf({ columns }: Pick<LevelSql, 'columns'>): Columns {
  return new Map(columns.map((name, index) => [name, index]));
}
