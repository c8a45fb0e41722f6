import { type GraphQLOutputType, isNonNullType } from 'graphql';
import { encodeCursor } from './cursor.js';
import type { FieldShape, Fields, LevelShape, PageShape } from './flat-scope.js';
import { leafWriter, NotWritable } from './leaf-writer.js';
import type { OutputField, OutputObject } from './output.js';
import { plainText } from './plain-writer.js';
import type { TextRow } from './round-trip.js';
import { isEstimate } from './total.js';

/** JSON text of something that lies in the rows from `start` up to `end`. */
export type Writer = (rows: readonly TextRow[], start: number, end: number) => string;

/** Places of the columns by name. */
export type Columns = ReadonlyMap<string, number>;

/** Writes one record: its fields in the order of the selection. */
export function objectWriter(output: OutputObject, fields: Fields, columns: Columns): Writer {
  const parts = output.fields.map((field) => fieldWriter(output, field, fields, columns));
  return joined(output.fields, parts);
}

function joined(fields: readonly OutputField[], parts: readonly Writer[]): Writer {
  const keys = fields.map(({ responseKey }, index) => `${index === 0 ? '{' : ','}"${responseKey}":`);
  if (parts.length === 0) return () => '{}';
  return (rows, start, end) => {
    let text = '';
    for (let index = 0; index < parts.length; index += 1) {
      text += keys[index];
      text += (parts[index] as Writer)(rows, start, end);
    }
    return `${text}}`;
  };
}

function fieldWriter(output: OutputObject, field: OutputField, fields: Fields, columns: Columns): Writer {
  const { type } = field;
  if (type === null) return constant(`"${output.type.name}"`);
  const shape = fields.get(field.readKey);
  if (!shape) throw new Error(`${output.type.name}.${field.name} has no columns`);
  return nullChecked(type, shapeWriter(field, type, shape, columns));
}

const constant =
  (text: string): Writer =>
  () =>
    text;

/** What is null against the schema's word is for graphql-js to report. */
function nullChecked(type: GraphQLOutputType, write: Writer): Writer {
  if (!isNonNullType(type)) return write;
  return (rows, start, end) => {
    const text = write(rows, start, end);
    if (text === 'null') throw new NotWritable('null where the schema allows none');
    return text;
  };
}

function shapeWriter(
  field: OutputField,
  type: GraphQLOutputType,
  shape: FieldShape,
  columns: Columns,
): Writer {
  switch (shape.kind) {
    case 'value':
      return shape.isJson
        ? jsonWriter(type, field.below, placeOf(columns, shape.column))
        : plainWriter(type, placeOf(columns, shape.column));
    case 'id': {
      const place = placeOf(columns, shape.column);
      const beginning = `"${shape.prefix}_`;
      return (rows, start) => {
        const key = rows[start]?.[place] ?? null;
        return key === null ? 'null' : `${beginning}${key.replaceAll('-', '')}"`;
      };
    }
    case 'record': {
      const presence = placeOf(columns, shape.presence);
      const write = objectWriter(belowOf(field), shape.fields, columns);
      return (rows, start, end) => (isThere(rows[start]?.[presence]) ? write(rows, start, end) : 'null');
    }
    case 'many': {
      const write = objectWriter(belowOf(field), shape.level.fields, columns);
      return levelWriter(shape.level, write, columns);
    }
    case 'list':
      return pageWriter(belowOf(field), shape.page, columns);
  }
}

function plainWriter(type: GraphQLOutputType, place: number): Writer {
  const write = leafWriter(type);
  return (rows, start) => {
    const text = rows[start]?.[place] ?? null;
    return text === null ? 'null' : write(text);
  };
}

function jsonWriter(type: GraphQLOutputType, below: OutputObject | null, place: number): Writer {
  return (rows, start) => {
    const text = rows[start]?.[place] ?? null;
    return text === null ? 'null' : plainText(type, below, JSON.parse(text));
  };
}

/** Where the records of a level lie within the rows of their parent: `[start, end, start, end, …]`. */
export function recordRanges(
  { presence, key }: Pick<LevelShape, 'presence' | 'key'>,
  columns: Columns,
): (rows: readonly TextRow[], start: number, end: number) => readonly number[] {
  const present = placeOf(columns, presence);
  const keyed = key === null ? null : placeOf(columns, key);
  return (rows, start, end) => {
    const ranges: number[] = [];
    let last: string | null | undefined;
    for (let place = start; place < end; place += 1) {
      const row = rows[place];
      if (!row || row[present] === null) continue;
      const isSame = keyed !== null && ranges.length > 0 && row[keyed] === last;
      if (isSame) ranges[ranges.length - 1] = place + 1;
      else ranges.push(place, place + 1);
      if (keyed !== null) last = row[keyed];
    }
    return ranges;
  };
}

function levelWriter(level: LevelShape, write: Writer, columns: Columns): Writer {
  const rangesOf = recordRanges(level, columns);
  return (rows, start, end) => listText(rows, rangesOf(rows, start, end), write);
}

function listText(rows: readonly TextRow[], ranges: readonly number[], write: Writer): string {
  let text = '[';
  for (let index = 0; index < ranges.length; index += 2) {
    if (index > 0) text += ',';
    text += write(rows, ranges[index] ?? 0, ranges[index + 1] ?? 0);
  }
  return `${text}]`;
}

/** A page with the records among these rows; one record more than wanted says that there is a next page. */
export function pageWriter(output: OutputObject, shape: PageShape, columns: Columns): Writer {
  const { level, first } = shape;
  const rangesOf = level ? recordRanges(level, columns) : () => [];
  const parts = output.fields.map((field) => pagePart(output, field, shape, columns));
  const keys = output.fields.map(({ responseKey }, index) => `${index === 0 ? '' : ','}"${responseKey}":`);
  return (rows, start, end) => {
    const found = rangesOf(rows, start, end);
    const ranges = found.length > first * 2 ? found.slice(0, first * 2) : found;
    const hasNext = found.length > ranges.length;
    const page = { rows, start, ranges, hasNext };
    return `{${parts.map((part, index) => keys[index] + part(page)).join('')}}`;
  };
}

interface FoundPage {
  readonly rows: readonly TextRow[];
  readonly start: number;
  readonly ranges: readonly number[];
  readonly hasNext: boolean;
}
type PagePart = (found: FoundPage) => string;

function pagePart(output: OutputObject, field: OutputField, page: PageShape, columns: Columns): PagePart {
  const fields = page.level?.fields ?? new Map();
  switch (field.name) {
    case '__typename':
      return () => `"${output.type.name}"`;
    case 'nodes': {
      const write = objectWriter(belowOf(field), fields, columns);
      return ({ rows, ranges }) => listText(rows, ranges, write);
    }
    case 'edges': {
      const write = edgeWriter(belowOf(field), page, columns);
      return ({ rows, ranges }) => listText(rows, ranges, write);
    }
    case 'pageInfo':
      return pageInfoWriter(belowOf(field), page, columns);
    case 'totalCount': {
      const place = placeOf(columns, page.total ?? '');
      return ({ rows, start }) => rows[start]?.[place] ?? 'null';
    }
    case 'isTotalEstimated': {
      const place = placeOf(columns, page.total ?? '');
      return ({ rows, start }) => String(isEstimate(Number(rows[start]?.[place])));
    }
    default:
      throw new Error(`${output.type.name}.${field.name} is no part of a page`);
  }
}

function edgeWriter(output: OutputObject, page: PageShape, columns: Columns): Writer {
  const cursor = cursorWriter(page, columns);
  const parts = output.fields.map((field): Writer => {
    if (field.type === null) return constant(`"${output.type.name}"`);
    return field.name === 'cursor'
      ? cursor
      : objectWriter(belowOf(field), page.level?.fields ?? new Map(), columns);
  });
  return joined(output.fields, parts);
}

function cursorWriter({ cursor }: PageShape, columns: Columns): Writer {
  const [key, id] = [placeOf(columns, cursor?.key ?? ''), placeOf(columns, cursor?.id ?? '')];
  const order = cursor?.order ?? '';
  return (rows, start) => `"${encodeCursor([order, rows[start]?.[key] ?? '', rows[start]?.[id] ?? ''])}"`;
}

function pageInfoWriter(output: OutputObject, page: PageShape, columns: Columns): PagePart {
  const cursor = cursorWriter(page, columns);
  const partOf = (name: string, { rows, ranges, hasNext }: FoundPage): string => {
    if (name === '__typename') return `"${output.type.name}"`;
    if (name === 'hasNextPage') return String(hasNext);
    const last = ranges.at(-2);
    return last === undefined ? 'null' : cursor(rows, last, last + 1);
  };
  return (found) =>
    `{${output.fields.map(({ responseKey, name }) => `"${responseKey}":${partOf(name, found)}`).join(',')}}`;
}

/** The record's key, or whether there is one: a boolean, cast to text where several lists lie below one record. */
function isThere(text: string | null | undefined): boolean {
  return text !== null && text !== undefined && text !== 'f' && text !== 'false';
}

function belowOf({ name, below }: OutputField): OutputObject {
  if (!below) throw new Error(`${name} has nothing below it`);
  return below;
}

function placeOf(columns: Columns, name: string): number {
  const place = columns.get(name);
  if (place === undefined) throw new Error(`no column ${name}`);
  return place;
}
