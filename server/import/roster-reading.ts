import {
  ImportField,
  isAsideRow,
  isNumberingRow,
  isTotalRow,
  mendedRow,
  type PlaceRow,
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

/** Reads one row after another; null for a row that is nobody: numbering, totals, blank, signature. */
export function rosterReader(task: ReadingTask): (row: RosterLine) => NumberedReading | null {
  const categories = new Map(task.categories);
  const columns = new Map(task.columns);
  const read = [...columns.values()];
  const identity = [columns.get(ImportField.NIK), columns.get(ImportField.NAME)].filter(
    (index) => index !== undefined,
  );
  const context = {
    ...task,
    columns,
    categoryOf: (term: string) => categories.get(term) ?? null,
    places: placeIndex(task.places),
  };
  return (row) => {
    const isBlank = read.every((index) => (row.texts[index] ?? '').trim() === '');
    if (isBlank || isNumberingRow(row) || isTotalRow(row) || isAsideRow(row, identity)) return null;
    const code = task.codeColumn < 0 ? null : mendedRow(row.texts[task.codeColumn] ?? '');
    const mendsRow = code !== null && code.batchId === task.continuesId ? code.rowNumber : null;
    return { ...readRow(row, context), number: row.number, mendsRow };
  };
}
