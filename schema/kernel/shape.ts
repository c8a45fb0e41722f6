import { type Cursor, encodeCursor } from './cursor.js';
import { type PageRequest, pageSize } from './page-request.js';
import { type Concept, type FieldRead, fieldRead, type ListRead } from './readable.js';
import type { SelectedField, Selection } from './selection.js';
import { isEstimate } from './total.js';

/** One row of the answer: values, rows and pages by the keys of the selection. */
export type Row = Record<string, unknown>;
/** One page of the answer, before it becomes a connection. */
export interface RawPage {
  readonly rows: readonly { readonly c: Cursor; readonly n: Row }[];
  readonly total: number | null;
}

/** Turns the lists below a row, and below its rows, into connections, in place. */
export function shapeRow(concept: Concept, selection: Selection, row: Row | null): Row | null {
  if (row === null) return null;
  return shapeFields((name) => fieldRead(concept, name), selection, row);
}

/** As `shapeRow`, for a row whose fields are read as `readOf` says. */
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

/** Turns the rows of a page into the connection that GraphQL and the panel walk through. */
export function shapePage(list: ListRead, request: PageRequest, selection: Selection, page: RawPage) {
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

/** What a connection's selection asks of each record: `nodes` and `edges { node }` are one and the same record. */
export function nodeSelection(selection: Selection): Selection {
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
