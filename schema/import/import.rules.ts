import { type Problem, problem } from '../kernel/problem.js';

/** A column as a person set it. */
export interface MappedColumn {
  readonly index: number;
  readonly field?: string | null;
}

/** Fields without which no row says whom it means. */
const neededFields = ['NIK', 'NAME'];
/** The word that the headers of rosters have for it. */
const headerOf: Readonly<Record<string, string>> = { NAME: 'Nama' };

/** Whether every column exists, no field comes twice, and NIK and name are there. */
export function checkColumns(columns: readonly MappedColumn[], known: readonly number[]): Problem[] {
  const path = ['input', 'columns'];
  const fields = columns.flatMap(({ field }) => (field && field !== 'IGNORE' ? [field] : []));
  return [
    ...columns
      .filter(({ index }) => !known.includes(index))
      .map(({ index }) => problem(path, 'IMPORT_COLUMN_UNKNOWN', { index })),
    ...[...new Set(fields.filter((field, place) => fields.indexOf(field) !== place))].map((field) =>
      problem(path, 'IMPORT_FIELD_TWICE', { field }),
    ),
    ...neededFields
      .filter((field) => !fields.includes(field))
      .map((field) => problem(path, 'IMPORT_COLUMN_MISSING', { field: headerOf[field] ?? field })),
  ];
}

/** Whether the decision exists in this state. */
export function checkState(state: string, allowed: readonly string[]): Problem[] {
  return allowed.includes(state) ? [] : [problem(['id'], 'IMPORT_STATE', { state })];
}

/** What a roster would write, and how many places its program has left (null: no limit). */
export interface GoodRows {
  readonly wanted: number;
  readonly good: number;
  readonly free: number | null;
}

/** Whether there is anything to write, and room for it. */
export function checkGood({ wanted, good, free }: GoodRows): Problem[] {
  if (good <= 0) return [problem(['id'], 'IMPORT_NOTHING_TO_WRITE')];
  return free !== null && wanted > free ? [problem(['id'], 'IMPORT_QUOTA', { free, wanted })] : [];
}
