import { type ListRows, rowsSql } from './total.js';

interface PageRows {
  readonly rows: ListRows;
  readonly order: string;
  readonly first: number;
  /** Null: the page is not numbered. */
  readonly offset: number | null;
  readonly isVast: boolean;
}

/**
 * Rows of the page, in order. What is skipped, or looked through in a vast list, is found by its id alone: PostgreSQL
 * would reckon every field of it, and read each row where an index has what is asked for.
 */
export function pageFrom({ rows, order, first, offset, isVast }: PageRows): string {
  const isPlain = offset === null || (offset === 0 && !isVast);
  if (isPlain) return `${rowsSql(rows)} order by ${order} limit ${first + 1}`;
  const { table, alias } = rows;
  return `(select ${alias}.id from ${rowsSql(rows)} order by ${order} limit ${first + 1} offset ${offset}) k
        join ${table} ${alias} on ${alias}.id = k.id order by ${order}`;
}
