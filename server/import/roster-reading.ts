import {
  areRounded,
  ImportField,
  mendedRow,
  type PlaceRow,
  peopleOf,
  placeIndex,
  type RowDefaults,
  type RowReading,
  readRow,
} from '../../schema/import/index.js';
import type { RosterLine } from '../../schema/kernel/roster-files.js';

/** What rows are read with, in a form that can be handed to a worker. */
export interface ReadingTask {
  readonly columns: readonly (readonly [ImportField, number])[];
  readonly defaults: RowDefaults;
  /** Words for categories, lower case, with their keys. */
  readonly categories: readonly (readonly [string, string])[];
  readonly places: readonly PlaceRow[];
  readonly today: string;
  readonly regionCode: string;
  readonly knownProvinces: readonly string[];
  /** Place of the codes of mended rows; -1: none. */
  readonly codeColumn: number;
  /** Batch that the codes have to name. */
  readonly continuesId: string | null;
}

/** A row as it was understood, with the row of the continued batch that it mends. */
export type NumberedReading = RowReading & { readonly number: number; readonly mendsRow: number | null };

/** Null: the row is nobody. */
export type RowReader = (row: RosterLine) => NumberedReading | null;

/**
 * Reads one row after another, in their order; null for a row that is nobody: header, totals, blank, signature.
 * `first` are some of the first rows, which tell what happened to all NIKs of the file.
 */
export function rosterReader(task: ReadingTask, first: readonly RosterLine[]): RowReader {
  const categories = new Map(task.categories);
  const columns = new Map(task.columns);
  const read = [...columns.values()];
  const isPerson = peopleOf(columns);
  const nikColumn = columns.get(ImportField.NIK) ?? -1;
  const context = {
    ...task,
    columns,
    areNiksRounded: areRounded(first.map(({ texts }) => texts[nikColumn] ?? '')),
    categoryOf: (term: string) => categories.get(term) ?? null,
    places: placeIndex(task.places),
  };
  return (row) => {
    if (!isPerson(row) || read.every((index) => (row.texts[index] ?? '').trim() === '')) return null;
    const code = task.codeColumn < 0 ? null : mendedRow(row.texts[task.codeColumn] ?? '');
    const mendsRow = code !== null && code.batchId === task.continuesId ? code.rowNumber : null;
    return { ...readRow(row, context), number: row.number, mendsRow };
  };
}
