/**
 * Whether a value is among the many of a query, looked up row by row in a hash. A plain `in` becomes a join, ordered by
 * guesses about a function that PostgreSQL knows nothing of; this walks the list in its own order and stops with the page.
 */
export function among(value: string, query: string): string {
  return `(${value} in (${query})) is true`;
}

/** Whether a value is one of the few of a query, each looked up in the index of the column. */
export function oneOfFew(value: string, query: string): string {
  return `${value} = any(array(${query}))`;
}
