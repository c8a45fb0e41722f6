import type { ExtractColumn } from '../../schema/kernel/extract-column.js';
import { cellText } from './cells.js';
import type { RawRow } from './copied-rows.js';
import { type FileWriter, lineWriter } from './file-writer.js';
import { oneColumn, parsed, type Showing } from './row-values.js';

/** JSON of one value of a row; null where it is unknown. */
type Json = (row: RawRow) => string | null;
type Tree = Map<string, Tree | Json>;

/** One object per line, nested as the operation asks; an object of which nothing is known is null. */
export function jsonLinesWriter(columns: readonly ExtractColumn[], showing: Showing): FileWriter {
  const tree: Tree = new Map();
  for (const column of columns) plant(tree, column.keys, jsonOf(column, showing));
  const record = objectOf(tree);
  return lineWriter('', (row) => record(row) ?? '{}', '\n');
}

function jsonOf(column: ExtractColumn, showing: Showing): Json {
  const { at, holds } = column;
  if (holds.is === 'nested') return (row) => nested(holds.reader.read(parsed(row[at])));
  const { kind, text } = oneColumn(column, showing);
  const write = cellText(kind, 'ISO');
  // as in the API: integers, floats and booleans are themselves, exact numbers are texts
  const isBare = kind === 'integer' || kind === 'number' || kind === 'boolean';
  return (row) => {
    const value = text(row);
    if (value === null) return null;
    return isBare ? write(value) : JSON.stringify(write(value));
  };
}

const nested = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

function plant(tree: Tree, [key = '', ...rest]: readonly string[], json: Json): void {
  if (rest.length === 0) {
    tree.set(key, json);
    return;
  }
  const below = tree.get(key);
  const branch: Tree = below instanceof Map ? below : new Map();
  tree.set(key, branch);
  plant(branch, rest, json);
}

function objectOf(tree: Tree): Json {
  const parts = [...tree].map(([key, below]) => ({
    name: `${JSON.stringify(key)}:`,
    json: below instanceof Map ? objectOf(below) : below,
  }));
  return (row) => {
    let text = '';
    let isKnown = false;
    for (const { name, json } of parts) {
      const value = json(row);
      isKnown ||= value !== null;
      text += `${text === '' ? '' : ','}${name}${value ?? 'null'}`;
    }
    return isKnown ? `{${text}}` : null;
  };
}
