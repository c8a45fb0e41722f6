import { parse } from 'libpg-query';
import type { AnalystView } from '../kernel/analyst-database.js';
import { type Problem, problem } from '../kernel/problem.js';
import { fieldsOf } from './gate.grammar.js';
import {
  functions,
  impliedColumns,
  insteadOf,
  lengthening,
  longestMade,
  moments,
  operators,
  types,
} from './gate.lists.js';
import { constructName, statementName, syntaxOtherwise, writtenOtherwise } from './gate.words.js';
import { placeInText } from './text-place.js';

const path = ['sql'];
export const longestSql = 20_000;

/** Levels of the syntax tree, a few for each bracket; far below what a call stack holds. */
const deepest = 1200;

/** What a statement may name: the views, their columns, and how many parameters came with it. */
export interface GateScope {
  readonly views: readonly AnalystView[];
  readonly parameterCount: number;
}

/** Refusals of what has another name elsewhere. */
const toldOtherwise = ['SQL_FUNCTION', 'SQL_CONSTRUCT', 'SQL_TYPE'];

/** Offered where nothing has a name like the one that was asked for. */
const usualViews = 'people_counts, program_months, programs, mous, regions';

type Node = Readonly<Record<string, unknown>>;

/** Looks at a statement before PostgreSQL does. Empty: one statement that only reads schema `analytics`. */
export async function checkSql(text: string, scope: GateScope): Promise<Problem[]> {
  // PostgreSQL's strings end at NUL: the parser would judge another text than the one that is sent
  if (text.includes('\u0000') || !text.isWellFormed()) return [problem(path, 'TEXT_UNREADABLE')];
  if (text.trim() === '') return [problem(path, 'VALUE_MISSING')];
  if (text.length > longestSql)
    return [problem(path, 'VALUE_TOO_LONG', { length: text.length, limit: longestSql })];
  const tree = await parsed(text);
  if (!('stmts' in tree)) return [tree];
  const statements = Array.isArray(tree.stmts) ? tree.stmts : [];
  if (statements.length !== 1) return [problem(path, 'SQL_ONE_STATEMENT')];
  const [[kind, body] = ['', null]] = Object.entries(objectOf(objectOf(statements[0]).stmt));
  if (kind === 'ExplainStmt') return [problem(path, 'SQL_NO_EXPLAIN')];
  if (kind !== 'SelectStmt') return [problem(path, 'SQL_ONLY_READS', { statement: statementName(kind) })];
  if (isDeeperThan(body, deepest)) return [problem(path, 'SQL_TOO_DEEP')];
  const walk = new Walk(scope, text);
  walk.collect(body);
  walk.visit(kind, body);
  // columns of a relation that is not there are strange because of it
  const relations = walk.problems.filter(({ code }) => code === 'SQL_RELATION');
  const told =
    relations.length === 0 ? walk.problems : walk.problems.filter(({ code }) => code !== 'SQL_COLUMN');
  return told.slice(0, 10);
}

async function parsed(text: string): Promise<{ readonly stmts: unknown } | Problem> {
  try {
    return { stmts: objectOf(await parse(text)).stmts };
  } catch (error) {
    const details = objectOf(objectOf(error).sqlDetails);
    const character = Number(details.cursorPosition ?? -1) + 1;
    const message = typeof details.message === 'string' ? details.message : 'syntax error';
    const place = character > 0 && { position: placeInText(text, character) };
    const instead = syntaxOtherwise(text);
    return instead === null
      ? problem(path, 'SQL_SYNTAX', { detail: message, ...place })
      : problem(path, 'SQL_SYNTAX_OTHERWISE', { detail: message, instead, ...place });
  }
}

/** Level by level, since a deep tree is what no recursion gets through. */
function isDeeperThan(tree: unknown, limit: number): boolean {
  let level = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return false;
}

/** Every node, field and name has to be on a list; what stands on none is refused. */
class Walk {
  readonly problems: Problem[] = [];
  readonly #views: ReadonlyMap<string, AnalystView>;
  readonly #parameterCount: number;
  readonly #relations = new Set<string>();
  readonly #columns = new Set<string>(impliedColumns);
  readonly #bytes: Buffer;

  constructor({ views, parameterCount }: GateScope, text: string) {
    this.#views = new Map(views.map((view) => [view.name, view]));
    this.#parameterCount = parameterCount;
    this.#bytes = Buffer.from(text);
    for (const { columns } of views) for (const { name } of columns) this.#columns.add(name);
    for (const name of [...functions, ...types]) this.#columns.add(name);
  }

  /** Names that the statement itself brings: of common tables, aliases and columns. */
  collect(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.collect(item);
    else if (isNode(value)) {
      const { ctename, aliascolnames, colnames, name } = value;
      const made = [value.search_seq_column, value.cycle_mark_column, value.cycle_path_column];
      if (typeof ctename === 'string') this.#relations.add(ctename);
      if (typeof name === 'string') this.#columns.add(name);
      for (const own of [value.aliasname, ...made]) if (typeof own === 'string') this.#columns.add(own);
      for (const column of [aliascolnames, colnames].flat()) this.#columns.add(nameOf(column));
      for (const below of Object.values(value)) this.collect(below);
    }
  }

  visit(kind: string, value: unknown): void {
    const fields = fieldsOf(kind);
    if (fields === null || !isNode(value)) {
      this.#refuse('SQL_CONSTRUCT', value, { name: constructName(kind) });
      return;
    }
    for (const [field, below] of Object.entries(value)) {
      if (field === 'location' || field.endsWith('_location')) continue;
      const to = Object.hasOwn(fields, field) ? fields[field] : undefined;
      if (to === undefined) this.#refuse('SQL_CONSTRUCT', value, { name: constructName(field) });
      else if (to === 'ANY') this.#visitAny(below);
      else this.visit(to, below);
    }
    this.#checkNames(kind, value);
  }

  /** A node that names its kind, a list of such nodes, or a plain value. */
  #visitAny(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.#visitAny(item);
    else if (isNode(value)) for (const [kind, body] of Object.entries(value)) this.visit(kind, body);
  }

  #checkNames(kind: string, node: Node): void {
    if (kind === 'RangeVar') this.#checkRelation(node);
    else if (kind === 'FuncCall') this.#checkFunction(node);
    else if (kind === 'A_Expr') this.#checkOperator(node, node.name);
    else if (kind === 'SubLink' && node.operName !== undefined) this.#checkOperator(node, node.operName);
    else if (kind === 'SortBy' && node.useOp !== undefined) this.#checkOperator(node, node.useOp);
    else if (kind === 'TypeName') this.#checkType(node);
    else if (kind === 'ColumnRef') this.#checkColumn(node, node.fields);
    else if (kind === 'A_Indirection') this.#checkColumn(node, node.indirection);
    else if (kind === 'SQLValueFunction' && !moments.has(String(node.op)))
      this.#refuse('SQL_FUNCTION', node, { name: constructName(String(node.op).replace('SVFOP_', '')) });
    else if (
      kind === 'ParamRef' &&
      !(Number(node.number) >= 1 && Number(node.number) <= this.#parameterCount)
    )
      this.#refuse('SQL_PARAMETER', node, { number: Number(node.number ?? 0), count: this.#parameterCount });
  }

  #checkRelation(node: Node): void {
    const [schema, name] = [node.schemaname, String(node.relname)];
    const isOwn = schema === undefined && this.#relations.has(name) && !name.startsWith('pg_');
    if (isOwn || ((schema === undefined || schema === 'analytics') && this.#views.has(name))) return;
    const full = schema === undefined ? name : `${String(schema)}.${name}`;
    this.#refuse('SQL_RELATION', node, { name: full, instead: this.#nearest(name) });
  }

  #checkFunction(node: Node): void {
    const names = namesOf(node.funcname);
    const name = names.at(-1) ?? '';
    if (!isOfCatalogue(names) || !functions.has(name)) {
      this.#refuse('SQL_FUNCTION', node, { name: names.join('.') });
      return;
    }
    const args = Array.isArray(node.args) ? node.args : [];
    if (name === 'format' && !isNarrowPattern(args[0]))
      this.#refuse('SQL_LENGTH', node, { name, limit: longestMade });
    const place = Object.hasOwn(lengthening, name) ? lengthening[name] : undefined;
    if (place === undefined) return;
    const length = wholeNumber(args[place]);
    if (length === null || length > longestMade)
      this.#refuse('SQL_LENGTH', node, { name, limit: longestMade });
  }

  #checkOperator(node: Node, name: unknown): void {
    const names = namesOf(name);
    const isNamed = node.kind === undefined || node.kind === 'AEXPR_OP' || names.length > 1;
    const isWord = !isNamed && /^[A-Z ]+$/.test(names.at(-1) ?? ''); // BETWEEN, NOT BETWEEN SYMMETRIC
    if (isWord || (isOfCatalogue(names) && operators.has(names.at(-1) ?? ''))) return;
    this.#refuse('SQL_OPERATOR', node, { name: names.join('.') });
  }

  #checkType(node: Node): void {
    const names = namesOf(node.names);
    if (isOfCatalogue(names) && types.has(names.at(-1) ?? '')) return;
    this.#refuse('SQL_TYPE', node, { name: names.join('.') });
  }

  /**
   * `row.name` calls a function of that name when the row has no such column, so the name has to be one of a column.
   * An alias of that name somewhere else in the statement lets it through: only functions of a whole row could be
   * reached then, and those of pg_catalog (row_to_json, pg_typeof, …) only reckon with the row.
   */
  #checkColumn(node: Node, parts: unknown): void {
    const names = namesOf(parts);
    for (const name of names.slice(names.length > 1 || parts !== node.fields ? -1 : names.length))
      if (!this.#columns.has(name)) this.#refuse('SQL_COLUMN', node, { name: names.join('.') });
  }

  #nearest(name: string): string {
    const known = insteadOf[name];
    if (known !== undefined) return known;
    const alike = [...this.#views.keys()].filter((view) => view.startsWith(name.slice(0, 4)));
    return alike.length > 0 ? alike.join(', ') : usualViews;
  }

  #refuse(code: string, node: unknown, params: Record<string, string | number>): void {
    const at = isNode(node) && typeof node.location === 'number' ? node.location : null;
    const position = at === null ? {} : { position: this.#bytes.subarray(0, at).toString().length + 1 };
    const instead = toldOtherwise.includes(code) ? writtenOtherwise(params.name) : null;
    this.problems.push(
      instead === null
        ? problem(path, code, { ...params, ...position })
        : problem(path, 'SQL_WRITTEN_OTHERWISE', { ...params, instead, ...position }),
    );
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Node => (isNode(value) ? value : {});
const nameOf = (part: unknown): string => String(objectOf(objectOf(part).String).sval ?? '');
const namesOf = (parts: unknown): string[] =>
  Array.isArray(parts) ? parts.map(nameOf).filter((name) => name !== '') : [];

/** Not qualified, or by pg_catalog: schema `analytics` holds no functions, operators and types of its own. */
const isOfCatalogue = (names: readonly string[]): boolean =>
  names.length === 1 || (names.length === 2 && names[0] === 'pg_catalog');

function wholeNumber(argument: unknown): number | null {
  const constant = objectOf(objectOf(argument).A_Const);
  if (constant.ival === undefined) return null;
  return Number(objectOf(constant.ival).ival ?? 0);
}

/** `format('%-20s', …)`: its widths are lengths too, and `*` takes one from an argument. */
function isNarrowPattern(argument: unknown): boolean {
  const pattern = objectOf(objectOf(objectOf(argument).A_Const).sval).sval;
  if (typeof pattern !== 'string' || /%[^%sIL]*\*/.test(pattern)) return false;
  return (pattern.match(/\d+/g) ?? []).every((digits) => Number(digits) <= longestMade);
}
