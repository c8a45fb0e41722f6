import type { Locale } from '../../schema/kernel/actor.js';
import { encodeCursorJson } from '../../schema/kernel/cursor.js';
import type { ExtractColumn } from '../../schema/kernel/extract-column.js';
import type { NestedValues } from '../../schema/kernel/extract-nested.js';
import type { ValueKind } from '../../schema/kernel/value-kind.js';
import { type CellText, cellText, type Writing } from './cells.js';
import type { RawRow } from './copied-rows.js';

/** One column of a file: its title, what it holds, and how its value is had from a row. */
export interface FileColumn {
  /** Keys of the operation on the way to the value, for files that keep the nesting. */
  readonly keys: readonly string[];
  readonly kind: ValueKind;
  /** Text as PostgreSQL writes it, masked where it has to be; null: unknown. */
  readonly text: (row: RawRow) => string | null;
}

/** What may be shown in full, and to whom. */
export interface Showing {
  readonly locale: Locale;
  /** Whether personal values of people of this region (by key) may be seen in full. */
  readonly showsRegion: (regionId: string | null) => boolean;
  /** NIKs that were opened, by key of the registration. */
  readonly niks: ReadonlyMap<string, string>;
}

/** How a column of a table is called, and the words for its values. */
export interface ColumnLabel {
  readonly title: string;
  readonly values: ReadonlyMap<string, string>;
}

/** By the keys on the way to the value, joined by dots. */
export type ColumnLabels = ReadonlyMap<string, ColumnLabel>;

/** What the order says about its columns. */
interface Wording {
  readonly labels: ColumnLabels;
  readonly writing: Writing;
}

/** Columns as tables have them: values below a list stand in one cell, one after the other. */
export function tableColumns(
  columns: readonly ExtractColumn[],
  showing: Showing,
  wording: Wording,
): FileColumn[] {
  return columns.flatMap((column) => {
    const { holds } = column;
    if (holds.is !== 'nested') return [labelled(oneColumn(column, showing), wording.labels)];
    return holds.reader.leaves.map((leaf) => columnBelow(column, holds.reader, leaf, wording));
  });
}

function columnBelow(
  { at, keys }: ExtractColumn,
  { leaves, read }: NestedValues,
  leaf: NestedValues['leaves'][number],
  { labels, writing }: Wording,
): FileColumn {
  const ownKeys = [...keys, ...leaf.keys.filter((key) => !pageKeys.has(key))];
  const { title, values } = labels.get(ownKeys.join('.')) ?? { title: null, values: noWords };
  // a number or a day stays one where it stands alone
  const isAlone = leaf.isOne && values.size === 0;
  const write = isAlone ? same : cellText(leaf.kind, writing);
  const worded = (one: unknown): string =>
    isKnown(one) ? (values.get(String(one)) ?? write(String(one))) : '';
  const text = (row: RawRow): string | null => {
    const found = row[at] === '[]' ? [] : valuesAt(read(parsed(row[at])), leaf.keys);
    // empty places say which value belongs to which of the column beside it; alone they say nothing
    const told = leaves.length > 1 ? found : found.filter(isKnown);
    return told.some(isKnown) ? told.map(worded).join('; ') : null;
  };
  return { keys: title === null ? ownKeys : [title], kind: isAlone ? leaf.kind : 'text', text };
}

const same: CellText = (raw) => raw;
const noWords: ReadonlyMap<string, string> = new Map();

function labelled(column: FileColumn, labels: ColumnLabels): FileColumn {
  const { keys, kind, text } = column;
  const label = labels.get(keys.join('.'));
  if (!label) return column;
  const { title, values } = label;
  if (kind !== 'text' || values.size === 0) return { keys: [title], kind, text };
  return { keys: [title], kind, text: (row) => wordFor(text(row), values) };
}

const wordFor = (value: string | null, words: ReadonlyMap<string, string>): string | null =>
  value === null ? null : (words.get(value) ?? value);

/** A column that is one value; a nested one is given as JSON by `nestedValue`. */
export function oneColumn({ at, keys, holds }: ExtractColumn, showing: Showing): FileColumn {
  if (holds.is === 'value') return { keys, kind: holds.kind, text: shown(at, holds.personal, showing) };
  if (holds.is === 'cursor')
    return { keys, kind: 'text', text: (row) => encodeCursorJson(row[at] ?? 'null') };
  if (holds.is === 'nested') return { keys, kind: 'text', text: (row) => row[at] ?? null };
  const { wording } = holds;
  const worded = (json: string | null): string | null =>
    json === null ? null : wording(parsed(json), showing.locale);
  return { keys, kind: 'text', text: (row) => worded(row[at] ?? null) };
}

type Personal = Extract<ExtractColumn['holds'], { readonly is: 'value' }>['personal'];

function shown(at: number, personal: Personal, { showsRegion, niks }: Showing): FileColumn['text'] {
  if (personal === null) return (row) => row[at] ?? null;
  const { mask, regionAt, nikKeyAt, isNik } = personal;
  if (isNik && nikKeyAt === null) return (row) => row[at] ?? null;
  return (row) => {
    const value = row[at] ?? null;
    if (value === null) return null;
    if (nikKeyAt !== null) return niks.get(row[nikKeyAt] ?? '') ?? value;
    return regionAt !== null && showsRegion(row[regionAt] ?? null) ? value : mask(value);
  };
}

/** Columns of pages say nothing in a title. */
const pageKeys = new Set(['nodes', 'edges', 'node']);

const isKnown = (one: unknown): boolean => one !== null && one !== undefined;

/** All values at `keys` below a list, in order. */
function valuesAt(value: unknown, keys: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, keys));
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [null];
  return valuesAt(Object.entries(value).find(([name]) => name === key)?.[1], rest);
}

export const parsed = (json: string | null | undefined): unknown => JSON.parse(json ?? 'null');
