import { type ListRows, rowsSql } from './total.js';

interface PageRows {
  readonly rows: ListRows;
  readonly order: string;
  readonly first: number;
  readonly offset: number;
}

/** Rows of the page, in order. What is skipped is found by its id alone: PostgreSQL would reckon every field of it. */
export function pageFrom({ rows, order, first, offset }: PageRows): string {
  if (offset === 0) return `${rowsSql(rows)} order by ${order} limit ${first + 1}`;
  const { table, alias } = rows;
  return `(select ${alias}.id from ${rowsSql(rows)} order by ${order} limit ${first + 1} offset ${offset}) k
        join ${table} ${alias} on ${alias}.id = k.id order by ${order}`;
}
