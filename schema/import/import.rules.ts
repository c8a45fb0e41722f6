import { type Problem, problem } from '../kernel/problem.js';

/** A column as a person set it. */
export interface MappedColumn {
  readonly index: number;
  readonly field?: string | null;
}

/** Fields without which no row says whom it means. */
const neededFields = ['NIK', 'NAME'];

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
      .map((field) => problem(path, 'IMPORT_COLUMN_MISSING', { field })),
  ];
}

/** Whether the decision exists in this state. */
export function checkState(state: string, allowed: readonly string[]): Problem[] {
  return allowed.includes(state) ? [] : [problem(['id'], 'IMPORT_STATE', { state })];
}
