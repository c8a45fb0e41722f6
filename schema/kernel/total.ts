/** Up to here the records of a list are counted; of a longer one their number is estimated. */
export const mostCounted = 100_000;

/** Share of a table's pages that an estimate looks at, in percent. */
const sampled = 2;

/** Rows of a list: table, alias and the conditions that a page has, too. */
export interface ListRows {
  readonly table: string;
  readonly alias: string;
  readonly where: string;
}

export function rowsSql({ table, alias, where }: ListRows): string {
  return `${table} ${alias} where ${where}`;
}

/** Number of all records, however long it takes. */
export function exactTotalSql(rows: ListRows): string {
  return `(select count(*) from ${rowsSql(rows)})`;
}

/** Number of records up to `mostCounted`, or one more: for numbered pages, which end there. */
export function boundedTotalSql(rows: ListRows): string {
  return `(select count(*) from ${boundedRows(rows)})`;
}

/**
 * Number of records up to `mostCounted`; above it an estimate, which is larger. The sample is drawn only when the count
 * has come that far, and is the same as long as the table is.
 */
export function totalSql(rows: ListRows): string {
  const sample = rowsSql({ ...rows, alias: `${rows.alias} tablesample system (${sampled}) repeatable (1)` });
  return `(select case when n.counted <= ${mostCounted} then n.counted
      else greatest(${mostCounted + 1}, (select count(*) * ${100 / sampled} from ${sample})) end
    from (select count(*) as counted from ${boundedRows(rows)}) n)`;
}

function boundedRows(rows: ListRows): string {
  return `(select from ${rowsSql(rows)} limit ${mostCounted + 1}) c`;
}

/** Whether a number that `totalSql` gave is an estimate. */
export function isEstimate(total: number): boolean {
  return total > mostCounted;
}

/** What of a connection needs the number. */
export const totalFields = ['totalCount', 'isTotalEstimated'] as const;
